import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createEngine, type Problem, type SolveResult } from '../../web/engine/index.ts';

interface Instance extends Problem {
  name: string;
  X: number[][];
  y: number[];
  patterns: string[];
  signs: 'both' | number[];
  optimum: number;
  lowerBound: number;
  relativeGap: number;
}

const folder = 'tests/reference';
const instances = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Instance)
  .filter(({ patterns }) => patterns);

const bits = (pattern: string) => Uint8Array.from(pattern, Number);
const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, value, i) => sum + value * b[i]!, 0);
const norm = (a: ArrayLike<number>) => Math.sqrt(dot(a, a));

/** The loss of the zero network: what an objective of about 0 is small against. */
const zeroLoss = ({ y, loss }: Instance) => dot(y, y) / (loss === 'mean' ? y.length : 1);

/** How far w is outside the cone of a pattern, in units of ||x_j|| ||w||. */
function outside(X: number[][], w: ArrayLike<number>, pattern: ArrayLike<number>): number {
  const responses = X.map((x, j) => ((pattern[j] ? -1 : 1) * dot(x, w)) / (norm(x) * norm(w) || 1));
  return Math.max(0, ...responses);
}

/** The neurons that are outside the cone they claim, or in no cone that was asked for with their sign. */
function strays({ X, patterns, signs }: Instance, { W, alpha, patterns: claimed, dimension }: SolveResult) {
  const asked = patterns.map(bits);
  return Array.from(alpha.keys()).filter((i) => {
    const w = W.slice(i * dimension, (i + 1) * dimension);
    const allowed = asked.filter((_, k) => signs === 'both' || signs[k]! * alpha[i]! > 0);
    return outside(X, w, claimed[i]!) > 1e-10 || !allowed.some((pattern) => outside(X, w, pattern) <= 1e-10);
  });
}

describe('the optimum over given patterns is the one that outside solvers found', () => {
  test.each(instances.map((instance) => [instance.name, instance] as const))('%s', async (_, instance) => {
    const engine = await createEngine();
    const { X, y, lambda, loss, optimum, relativeGap } = instance;
    const problem = { X, y, lambda, loss };
    const result = engine.solve(problem, {
      patterns: instance.patterns.map(bits),
      signs: instance.signs === 'both' ? 'both' : Int8Array.from(instance.signs),
    });
    // An outside solver is off by no more than its own gap.
    const allowedBy = (relative: number) =>
      optimum === 0 ? 1e-10 * zeroLoss(instance) : Math.max(relative, Math.abs(relativeGap)) * optimum;
    expect(result.status).toBe('optimal');
    expect(Math.abs(result.objective - optimum)).toBeLessThanOrEqual(allowedBy(1e-8));
    expect(result.lowerBound).toBeLessThanOrEqual(optimum + allowedBy(1e-10));
    expect(result.lowerBound).toBeLessThanOrEqual(result.objective);
    expect(result.gap).toBeLessThanOrEqual(1e-8 * Math.max(result.objective, 1e-3 * zeroLoss(instance)));
    expect(result.certifiedFor).toBe('given-patterns');

    const evaluated = engine.evaluate(problem, result);
    const rounding = 1e-12 * Math.max(result.objective, Number.EPSILON * zeroLoss(instance));
    expect(Math.abs(evaluated.objective - result.objective)).toBeLessThanOrEqual(rounding);
    expect(strays(instance, result)).toEqual([]);
  });
});
