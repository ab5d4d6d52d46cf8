import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createEngine, type Problem } from '../../web/engine/index.ts';

interface Instance extends Problem {
  name: string;
  optimum: number;
  relativeGap: number;
  X: number[][];
  patterns?: string[];
  everyPattern?: boolean;
}

const folder = 'tests/reference';
const instances = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Instance)
  .filter(({ patterns, everyPattern }) => !patterns || everyPattern)
  .filter(({ X }) => X[0]!.length <= 2); // as far as the exact solver goes

describe('the optimum over every pattern is the one that outside solvers found', () => {
  test.each(instances.map((instance) => [instance.name, instance] as const))('%s', async (_, instance) => {
    const engine = await createEngine();
    const { X, y, lambda, loss } = instance;
    const result = engine.solve({ X, y, lambda, loss });
    // An outside solver is off by no more than its own gap.
    const allowed = Math.max(1e-8, Math.abs(instance.relativeGap)) * instance.optimum;
    expect(result.status).toBe('optimal');
    expect(Math.abs(result.objective - instance.optimum)).toBeLessThanOrEqual(allowed);
    expect(result.lowerBound).toBeLessThanOrEqual(instance.optimum * (1 + Math.max(1e-8, instance.relativeGap)));
    expect(result.gap).toBeLessThanOrEqual(1e-9 * result.objective);
    const evaluated = engine.evaluate({ X, y, lambda, loss }, result);
    expect(Math.abs(evaluated.objective - result.objective)).toBeLessThanOrEqual(1e-12 * result.objective);
    const certified = engine.certify({ X, y, lambda, loss }, result, result.dual);
    // The dual point handed out proves the bound as it is, and may prove a last digit more.
    expect(certified.lowerBound).toBeGreaterThanOrEqual(result.lowerBound);
    expect(certified.lowerBound - result.lowerBound).toBeLessThanOrEqual(1e-13 * result.objective);
  });
});
