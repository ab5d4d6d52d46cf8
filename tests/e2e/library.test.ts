import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inRoot } from '../../web/build/root.mjs';

/** A folder of the project, so that the package's own name resolves to it as it would for a developer inside. */
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(inRoot('build/library-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('import { createEngine } from "hidden-convex" works in Node', () => {
  const file = join(folder, 'use.mjs');
  writeFileSync(
    file,
    `import { createEngine, EngineError } from 'hidden-convex';
     const engine = await createEngine();
     const { X, y, bias } = engine.dataset('notebook');
     const { objective, gap } = engine.solve({ X, y, lambda: 5e-4, loss: 'mean', bias });
     let refused;
     try { engine.solve({ X, y: [1], lambda: 1 }); } catch (error) { refused = error instanceof EngineError; }
     console.log(JSON.stringify({ objective, gap, refused }));`,
  );
  const seen = JSON.parse(execFileSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' }));
  expect(Math.abs(seen.objective - 0.0860999798)).toBeLessThanOrEqual(1e-9);
  expect(seen.gap).toBeLessThanOrEqual(1e-9);
  expect(seen.refused).toBe(true);
});

test.each(['bundler', 'nodenext'])('its types are found and are right under moduleResolution %s', (resolution) => {
  const file = join(folder, `types-${resolution}.mts`);
  writeFileSync(
    file,
    `import { createEngine, createWorkerEngine, type Problem, type SolveResult } from 'hidden-convex';
     const problem: Problem = { X: [[1], [2]], y: new Float64Array(2), lambda: 0.1, bias: true };
     const result: SolveResult = (await createEngine()).solve(problem, { tolerance: 1e-6 });
     const later: Promise<SolveResult> = createWorkerEngine().solve(problem, {}, { key: 'drag' });
     // @ts-expect-error: a misspelt key is an error already here
     const wrong: Problem = { X: [[1]], y: [1], lamda: 1 };
     export { later, result, wrong };`,
  );
  const module = resolution === 'bundler' ? 'esnext' : 'nodenext';
  const tsc = inRoot('node_modules/typescript/bin/tsc');
  const strict = ['--ignoreConfig', '--noEmit', '--strict', '--target', 'es2022', '--types', ''];
  const flags = [...strict, '--module', module, '--moduleResolution', resolution];
  expect(() => execFileSync(process.execPath, [tsc, ...flags, file], { cwd: folder, encoding: 'utf8' })).not.toThrow();
});
