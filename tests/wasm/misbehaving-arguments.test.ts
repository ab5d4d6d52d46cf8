import { beforeAll, describe, expect, test } from 'vitest';
import { createEngine, type Engine, type Problem } from '../../web/engine/index.ts';
import { good, network, refusal as refusalOf } from './refusal.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine();
});
const refusal = (call: () => unknown): string => refusalOf(engine, call);

describe('arguments that misbehave while they are read', () => {
  const detached = (): Float64Array => {
    const array = new Float64Array(3);
    structuredClone(array.buffer, { transfer: [array.buffer] });
    return array;
  };
  const throwing = (thrown: unknown): Problem => ({
    ...good,
    get y(): number[] {
      throw thrown;
    },
  });

  test('are refused as any bad input is', () => {
    expect(refusal(() => engine.solve({ ...good, y: detached() }))).toMatch(
      /^(y has 0 values|an argument cannot be read)/,
    );
    expect(refusal(() => engine.solve(throwing(new Error('not today'))))).toBe('an argument cannot be read: not today');
    for (const thrown of [42, 'text', undefined]) {
      expect(refusal(() => engine.solve(throwing(thrown)))).toBe(`an argument cannot be read: ${thrown}`);
    }
  });

  test('leave the engine as it was, however often', () => {
    for (let i = 0; i < 40_000; i++) {
      try {
        engine.evaluate(throwing(new Error('again')), network);
      } catch {
        // what counts is that the module's stack does not fill up
      }
    }
    expect(engine.solve(good).status).toBe('optimal');
  });

  test('cannot make the engine read or write past its memory', () => {
    let asked = 0;
    const growing = new Proxy([1, -1, 2], {
      get: (target, key) => (key === 'length' ? (++asked === 1 ? 3 : 2_000_000) : Reflect.get(target, key)),
    });
    expect(engine.solve({ ...good, y: growing }).status).toBe('optimal');
    class Liar extends Float64Array {
      override get length(): number {
        return 6;
      }
    }
    expect(refusal(() => engine.solve({ ...good, y: new Liar([1, 2, 3]) }))).toMatch(/^y has/);
    class LyingPattern extends Uint8Array {
      override get length(): number {
        return 6;
      }
    }
    expect(engine.solve(good, { patterns: [new LyingPattern([1, 0, 1])] }).status).toBe('optimal');
  });

  test('cannot free what is at work on them', () => {
    const trainer = engine.createTrainer(good, { width: 3 });
    const message = refusal(() =>
      trainer.setProblem({
        ...good,
        get y(): number[] {
          trainer.dispose();
          return [1, 2, 3];
        },
      }),
    );
    expect(message).toBe('an argument cannot be read: this trainer is at work and cannot be disposed of');
    trainer.step(1);
    trainer.dispose();
  });
});
