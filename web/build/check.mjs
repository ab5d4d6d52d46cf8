// @ts-check
// npm run check: format, lint, types and architecture.
//   npm run check -- --fix   writes what the formatters would
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { provideNpmPackages, provideTools } from './packages.mjs';
import { inRoot } from './root.mjs';
import { run, StepError, script, step } from './step.mjs';

/** @returns {string[]} the C++ files of the project */
function cppFiles() {
  const folders = ['cpp', 'tests/cpp', 'tests/bench'].filter((folder) => existsSync(inRoot(folder)));
  const files = folders.flatMap((folder) =>
    readdirSync(inRoot(folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  );
  return files.filter((file) => /\.[ch]pp$/.test(file)).sort();
}

/** @param {boolean} fix @returns {[title: string, log: string, command: string, args: string[]][]} */
function checks(fix) {
  const node = process.execPath;
  const bin = (/** @type {string} */ path) => inRoot('node_modules', path);
  return [
    [
      'format and lint, web',
      'biome',
      node,
      [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', ...(fix ? ['--write'] : [])],
    ],
    ['format, C++', 'clang-format', 'clang-format', [...(fix ? ['-i'] : ['--dry-run', '-Werror']), ...cppFiles()]],
    ['types', 'tsc', node, [bin('typescript/bin/tsc'), '--noEmit']],
    [
      'architecture',
      'architecture',
      node,
      [bin('vitest/vitest.mjs'), 'run', '--project', 'units', 'tests/web/architecture.test.ts'],
    ],
  ];
}

await script(async () => {
  const { values } = parseArgs({ options: { fix: { type: 'boolean', default: false } } });
  await provideTools('clangFormat');
  await provideNpmPackages();
  /** @type {string[]} */
  const complaints = [];
  for (const [title, log, command, args] of checks(values.fix)) {
    const env = { ...process.env, NO_COLOR: '1' };
    await step(title, () => run(log, command, args, { env })).catch((error) => complaints.push(error.message));
  }
  if (complaints.length > 0) throw new StepError(complaints.join('\n\n'));
});
