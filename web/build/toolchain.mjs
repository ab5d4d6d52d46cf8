// @ts-check
// The programs and headers that building and testing need, and where this machine has them.
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { inRoot } from './root.mjs';

/**
 * @typedef {object} Tool
 * @property {string} what   in words, with the oldest version that serves
 * @property {() => string | undefined} find   where it is; undefined when this machine lacks it
 * @property {{apt: string, dnf: string, pacman: string, brew: string}} packages   what to install, by package manager
 */

/** @param {string} name a program */
export function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isProgram);
}

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** @param {(string | undefined)[]} candidates */
const firstExisting = (...candidates) => candidates.find((path) => path !== undefined && existsSync(path));

/** @param {string} header e.g. "Eigen/Core", in the places where CMakeLists.txt looks */
function findHeader(header, subfolder = '') {
  const prefixes = [
    ...(process.env.CMAKE_PREFIX_PATH ?? '').split(delimiter).filter(Boolean),
    '/usr',
    '/usr/local',
    '/opt/homebrew',
  ];
  return firstExisting(...prefixes.flatMap((p) => [join(p, 'include', subfolder, header), join(p, 'include', header)]));
}

/**
 * The folder with Emscripten's cmake/ folder: EMSCRIPTEN_ROOT, an emsdk, or wherever the emcc on PATH really lives.
 * @returns {string | undefined}
 */
export function emscriptenRoot() {
  const emcc = onPath('emcc');
  const home = emcc && dirname(realpathSync(emcc));
  const candidates = [
    process.env.EMSCRIPTEN_ROOT,
    process.env.EMSDK && join(process.env.EMSDK, 'upstream/emscripten'),
    home,
    home && join(home, '../libexec'),
  ];
  return candidates.find((folder) => folder && existsSync(join(folder, 'cmake/Modules/Platform/Emscripten.cmake')));
}

/** The environment that Emscripten's steps run in. @returns {NodeJS.ProcessEnv} */
export function emscriptenEnvironment() {
  const folder = emscriptenRoot() ?? '';
  // Debian's Emscripten links with its node-acorn package, which Node finds only when told where Debian keeps modules;
  // an emsdk brings its own copy.
  const modules = ['/usr/share/nodejs', inRoot('node_modules')].filter((path) => existsSync(join(path, 'acorn')));
  const nodePath = [process.env.NODE_PATH, ...modules].filter(Boolean).join(delimiter);
  // The tools beside the toolchain file come first; Debian keeps its own on PATH.
  const path = existsSync(join(folder, 'emcc')) ? [folder, process.env.PATH].join(delimiter) : process.env.PATH;
  return { ...process.env, PATH: path, EMSCRIPTEN_ROOT: folder, NODE_PATH: nodePath };
}

/** A Chromium or Chrome to test in. @returns {string | undefined} */
export function chromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const names = ['chromium', 'google-chrome', 'google-chrome-stable', 'chrome'];
  const applications = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  return names.map(onPath).find(Boolean) ?? firstExisting(applications);
}

/** @returns {string | undefined} */
export const firefox = () => process.env.FIREFOX ?? onPath('firefox-esr') ?? onPath('firefox');

/** Drives WebKit, which is what Safari is made of. @returns {string | undefined} */
export const webKitDriver = () => onPath('WebKitWebDriver');

/** The screen that WebKit draws on when nobody looks. @returns {string | undefined} */
export const xvfb = () => onPath('Xvfb');

/** CMake 3.22 is the first that reads our presets. */
function cmake() {
  const program = onPath('cmake');
  if (!program) return undefined;
  const [, major, minor] =
    /version (\d+)\.(\d+)/.exec(execFileSync(program, ['--version'], { encoding: 'utf8' })) ?? [];
  return Number(major) * 100 + Number(minor) >= 322 ? program : undefined;
}

/** @satisfies {Record<string, Tool>} */
export const tools = {
  cmake: {
    what: 'CMake 3.22 or newer',
    find: cmake,
    packages: { apt: 'cmake', dnf: 'cmake', pacman: 'cmake', brew: 'cmake' },
  },
  ninja: {
    what: 'Ninja',
    find: () => onPath('ninja'),
    packages: { apt: 'ninja-build', dnf: 'ninja-build', pacman: 'ninja', brew: 'ninja' },
  },
  emscripten: {
    what: 'Emscripten 3.1.6 or newer (emcc on PATH, or EMSDK set)',
    find: emscriptenRoot,
    packages: { apt: 'emscripten', dnf: 'emscripten', pacman: 'emscripten', brew: 'emscripten' },
  },
  eigen: {
    what: 'Eigen 3.4 (headers)',
    find: () => findHeader('Eigen/Core', 'eigen3'),
    packages: { apt: 'libeigen3-dev', dnf: 'eigen3-devel', pacman: 'eigen', brew: 'eigen' },
  },
  compiler: {
    what: 'a C++20 compiler (GCC 12 or newer, or Clang 15 or newer)',
    find: () => process.env.CXX ?? onPath('c++') ?? onPath('g++') ?? onPath('clang++'),
    packages: { apt: 'g++', dnf: 'gcc-c++', pacman: 'gcc', brew: 'llvm' },
  },
  catch2: {
    what: 'Catch2 (headers)',
    find: () => findHeader('catch2/catch.hpp') ?? findHeader('catch2/catch_all.hpp'),
    packages: { apt: 'catch2', dnf: 'catch2-devel', pacman: 'catch2', brew: 'catch2' },
  },
  chromium: {
    what: 'Chromium or Chrome (on PATH, or CHROMIUM set to the program)',
    find: chromium,
    packages: { apt: 'chromium', dnf: 'chromium', pacman: 'chromium', brew: '--cask chromium' },
  },
  firefox: {
    what: 'Firefox (on PATH, or FIREFOX set to the program)',
    find: firefox,
    packages: { apt: 'firefox-esr', dnf: 'firefox', pacman: 'firefox', brew: '--cask firefox' },
  },
  webKitDriver: {
    what: 'WebKitWebDriver',
    find: webKitDriver,
    packages: { apt: 'webkit2gtk-driver', dnf: 'webkit2gtk-driver', pacman: 'webkit2gtk-4.1', brew: '' },
  },
  xvfb: {
    what: 'Xvfb',
    find: xvfb,
    packages: { apt: 'xvfb', dnf: 'xorg-x11-server-Xvfb', pacman: 'xorg-server-xvfb', brew: '' },
  },
  clangFormat: {
    what: 'clang-format',
    find: () => onPath('clang-format'),
    packages: { apt: 'clang-format', dnf: 'clang-tools-extra', pacman: 'clang', brew: 'clang-format' },
  },
};

/** @typedef {keyof typeof tools} ToolName */
