// @ts-check
// Puts what is missing on the machine: system packages through apt, npm packages from package-lock.json.
import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from './root.mjs';
import { run, StepError, step } from './step.mjs';
import { onPath, tools } from './toolchain.mjs';

/** @typedef {import('./toolchain.mjs').ToolName} ToolName */

/** @param {ToolName[]} needed */
export async function provideTools(...needed) {
  requireNode(20, 19);
  await step('tools', async () => {
    const missing = needed.filter((name) => !tools[name].find());
    if (missing.length === 0) return 'all here';
    const packages = missing.map((name) => tools[name].packages.apt);
    await install(missing, packages);
    const still = missing.filter((name) => !tools[name].find());
    if (still.length > 0) throw new StepError(`Installed ${packages.join(' ')}, but still missing:\n${listed(still)}`);
    return `installed ${packages.join(' ')}`;
  });
}

/**
 * Where they cannot be had, what needs them is skipped.
 * @param {string} title
 * @param {ToolName[]} wanted
 */
export async function provideIfPossible(title, ...wanted) {
  await step(title, async () => {
    const missing = () => wanted.filter((name) => !tools[name].find());
    const packages = missing().map((name) => tools[name].packages.apt);
    if (packages.length === 0) return 'all here';
    await installWithApt(packages).catch((error) => {
      if (!(error instanceof StepError)) throw error;
    });
    const still = missing();
    if (still.length > 0) return `skipped for want of ${still.map((name) => tools[name].what).join(', ')}`;
    return `installed ${packages.join(' ')}`;
  });
}

/**
 * @param {ToolName[]} missing
 * @param {string[]} packages
 */
async function install(missing, packages) {
  if (!aptPrefix()) throw new StepError(instructions(missing));
  try {
    await installWithApt(packages);
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    throw new StepError(`${error.message}\n\n${instructions(missing)}`);
  }
}

/** @param {string[]} packages a StepError when this machine has no apt, this user may not, or apt fails */
export async function installWithApt(packages) {
  const prefix = aptPrefix();
  if (!prefix) throw new StepError('apt-get is not there, or not for this user');
  const apt = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-y', '-o', 'DPkg::Lock::Timeout=300'];
  const options = { terminal: prefix.length > 0 };
  await run('apt-update', apt[0], [...apt.slice(1), 'update'], options).catch(() => {}); // a stale list may still do
  await run('apt-install', apt[0], [...apt.slice(1), 'install', '--no-install-recommends', ...packages], options);
}

/** The words before apt-get; undefined when this machine or this user cannot run it. */
const aptPrefix = () => (onPath('apt-get') ? asRoot() : undefined);

/** The words before a command that only root may run; undefined when this user has no way to become root. */
function asRoot() {
  if (process.getuid?.() === 0) return [];
  if (!onPath('sudo')) return undefined;
  return process.stdin.isTTY ? ['sudo'] : ['sudo', '-n'];
}

/** @param {ToolName[]} missing */
function instructions(missing) {
  const managers = /** @type {const} */ ([
    ['apt-get', 'apt', 'apt-get update && apt-get install --no-install-recommends'],
    ['dnf', 'dnf', 'dnf install'],
    ['pacman', 'pacman', 'pacman -S'],
    ['brew', 'brew', 'brew install'],
  ]);
  const [program, manager, command] = managers.find(([name]) => onPath(name)) ?? [];
  const head = `This machine lacks:\n${listed(missing)}\n`;
  if (!program || !manager) return `${head}\nInstall them (an emsdk will do for Emscripten), then run this again.`;
  const names = missing.map((name) => tools[name].packages[manager]).join(' ');
  return `${head}\n${manager === 'brew' ? 'Run' : 'As root, run'}\n\n    ${command} ${names}\n\nthen run this again.`;
}

/** @param {ToolName[]} names */
const listed = (names) => names.map((name) => `  - ${tools[name].what}`).join('\n');

export async function provideNpmPackages() {
  await step('npm packages', async () => {
    if (npmPackagesMatchLock()) return 'all here';
    await run('npm-ci', 'npm', ['ci', '--no-audit', '--no-fund']);
  });
}

/** Debian 12's own Node is 18, which the site's builder does not run under. */
function requireNode(/** @type {number} */ major, /** @type {number} */ minor) {
  const [runningMajor, runningMinor] = process.versions.node.split('.').map(Number);
  if (runningMajor > major || (runningMajor === major && runningMinor >= minor)) return;
  throw new StepError(`This is Node ${process.versions.node}; Node ${major}.${minor} or newer is needed.`);
}

function npmPackagesMatchLock() {
  const installed = inRoot('node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  return installedMatchesLock(readPackages(installed), readPackages(inRoot('package-lock.json')));
}

/** @typedef {Record<string, {version?: string, optional?: boolean, devOptional?: boolean}>} LockedPackages */

/** @param {string} file @returns {LockedPackages} */
const readPackages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/**
 * npm keeps a lock of what it installed; packages for other systems are optional and may be absent from it.
 * @param {LockedPackages} installed
 * @param {LockedPackages} locked
 */
export function installedMatchesLock(installed, locked) {
  const wanted = Object.entries(locked).filter(([path]) => path !== '');
  const same = wanted.every(([path, { version, optional }]) =>
    path in installed ? installed[path].version === version : optional,
  );
  return same && Object.keys(installed).every((path) => path in locked);
}
