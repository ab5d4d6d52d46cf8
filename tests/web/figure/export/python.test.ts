import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../../../web/engine/index.ts';
import type { Problem, WorkerEngine } from '../../../../web/engine/types.ts';
import { type Instance, instanceOf, programmeScript } from '../../../../web/figure/export/python.ts';
import { patternsScript } from '../../../../web/figure/export/python-patterns.ts';

const engine = await createEngine();
/** Answers at once: a promise is not needed to wait for. */
const remote = engine as unknown as WorkerEngine;
const { X, y, bias } = engine.dataset('teaser');
const problems: Record<string, Problem> = {
  mean: { X, y, bias, lambda: 1e-4, loss: 'mean' },
  sum: { X: [[-1], [1]], y: [1, 0.5], lambda: 0.01 },
  half: {
    X: [
      [1, 2],
      [-1, 0.5],
      [0.3, -1],
    ],
    y: [1, -1, 0.5],
    lambda: 0.05,
    loss: 'half',
  },
};

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

/** The value of the script's programme at the blocks of the network: u = |alpha| w in the block of its pattern and sign. */
function programmeValue({ X, y, lambda, loss, patterns, signs, W, alpha }: Instance): number {
  const k = { sum: 1, mean: 1 / y.length, half: 1 / 2 }[loss];
  const f = y.map(() => 0);
  let penalty = 0;
  W.forEach((w, i) => {
    const u = w.map((value) => value * Math.abs(alpha[i]!));
    const block = patterns.findIndex(
      (bits, b) => signs[b] === Math.sign(alpha[i]!) && X.every((x, j) => (2 * bits[j]! - 1) * dot(x, u) >= -1e-9),
    );
    expect(block).toBeGreaterThanOrEqual(0);
    X.forEach((x, j) => {
      f[j]! += signs[block]! * patterns[block]![j]! * dot(x, u);
    });
    penalty += 2 * lambda * Math.hypot(...u);
  });
  return k * f.reduce((sum, value, j) => sum + (value - y[j]!) ** 2, 0) + penalty;
}

/** The one with numpy, if any: the system's may have it where another comes first. */
const pythons = ['python3', '/usr/bin/python3'];
const withNumpy = pythons.find((name) => spawnSync(name, ['-c', 'import numpy']).status === 0);
const python = (...args: string[]) => spawnSync(withNumpy ?? 'python3', args, { encoding: 'utf8' });

function fileOf(script: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'hcx-')), 'script.py');
  writeFileSync(file, script);
  return file;
}

describe.each(Object.entries(problems))('a programme whose loss is the %s', (_, problem) => {
  test('has the value that the engine gives, at the engine’s network', async () => {
    const instance = await instanceOf(remote, problem);
    const { objective } = engine.solve(problem, { tolerance: 1e-11 });
    expect(instance.objective).toBe(objective);
    expect(programmeValue(instance)).toBeCloseTo(objective, 9);
    const patterns = engine.enumeratePatterns(problem.X, { bias: problem.bias ?? false }).patterns;
    const useful = patterns.filter((bits) => bits.some(Boolean));
    expect(instance.patterns.length).toBe(2 * useful.length);
    expect(instance.lambda).toBe(problem.lambda);
  });

  test.skipIf(!withNumpy)('is a script whose loss, by numpy, is the engine’s', async () => {
    const instance = await instanceOf(remote, problem);
    const file = fileOf(programmeScript('Test', instance));
    const code = `import runpy; s = runpy.run_path(${JSON.stringify(file)}); print(repr(float(s['network_loss'](s['W'], s['alpha']))))`;
    const { stdout, stderr } = python('-c', code);
    expect(stderr).toBe('');
    expect(Number(stdout)).toBeCloseTo(instance.objective, 10);
  });
});

test('one block alone, as of a neuron whose activation is kept fixed', async () => {
  const problem = { X: [[-1], [1]], y: [1, 0.5], lambda: 0 };
  const instance = await instanceOf(remote, problem, { patterns: [[0, 1]], signs: [1] });
  expect(instance).toMatchObject({ patterns: [[0, 1]], signs: [1] });
  expect(instance.objective).toBeCloseTo(1, 9);
});

test('a programme whose answer is no neuron is a script all the same', async () => {
  const instance = await instanceOf(remote, { X: [[-1], [1]], y: [1, 0.5], lambda: 10 });
  expect(instance.W).toEqual([]);
  const script = programmeScript('Test', instance);
  expect(script).toContain('W = np.array([], dtype=float).reshape(-1, X.shape[1])');
  const { error, stderr } = python('-m', 'py_compile', fileOf(script));
  if (!error) expect(stderr).toBe('');
});

test('the script of patterns lists the engine’s', () => {
  const { patterns } = engine.enumeratePatterns([[-0.2], [1]], { bias: true });
  const script = patternsScript(
    'Test',
    [
      [-0.2, 1],
      [1, 1],
    ],
    patterns,
  );
  for (const bits of patterns) expect(script).toContain(`[${[...bits].join(', ')}],`);
  const { error, stderr } = python('-m', 'py_compile', fileOf(script));
  if (!error) expect(stderr).toBe('');
});
