// @ts-check
// Builds the C++ engine under a preset of CMakePresets.json.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { inRoot, root } from './root.mjs';
import { run, step } from './step.mjs';
import { emscriptenEnvironment, emscriptenRoot, tools } from './toolchain.mjs';

/**
 * @param {'release' | 'debug' | 'wasm'} preset
 * @param {string} title
 * @param {string} [target] one target instead of all
 */
export async function buildEngine(preset, title, target) {
  const env = preset === 'wasm' ? emscriptenEnvironment() : process.env;
  const tests = `-DHCX_TESTS=${tools.catch2.find() ? 'ON' : 'OFF'}`;
  await step(title, async () => {
    forgetForeignCache(preset);
    await run(`cmake-${preset}`, 'cmake', ['--preset', preset, tests], { env });
    const jobs = ['--parallel', String(availableParallelism())];
    const only = target ? ['--target', target] : [];
    await run(`build-${preset}`, 'cmake', ['--build', '--preset', preset, ...jobs, ...only], { env });
  });
}

/** CMake refuses a build folder made for another place or another Emscripten: start that one anew. */
function forgetForeignCache(/** @type {string} */ preset) {
  const cache = inRoot('build', preset, 'CMakeCache.txt');
  if (!existsSync(cache)) return;
  const text = readFileSync(cache, 'utf8');
  const entry = (/** @type {string} */ name) => new RegExp(`^${name}:\\w+=(.*)$`, 'm').exec(text)?.[1];
  const moved = entry('CMAKE_HOME_DIRECTORY') !== root;
  const otherCompiler = preset === 'wasm' && !entry('CMAKE_TOOLCHAIN_FILE')?.startsWith(emscriptenRoot() ?? '?');
  if (moved || otherCompiler) rmSync(inRoot('build', preset), { recursive: true, force: true });
}
