import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { installedMatchesLock, type LockedPackages } from '../../../web/build/packages.mjs';
import { inRoot } from '../../../web/build/root.mjs';

const locked = {
  '': {},
  'node_modules/lit': { version: '3.3.3' },
  'node_modules/for-another-system': { version: '1.0.0', optional: true },
};

test('installed packages match the lock even without those for other systems', () => {
  expect(installedMatchesLock({ 'node_modules/lit': { version: '3.3.3' } }, locked)).toBe(true);
});

test('a missing package, another version or one too many ask for npm ci', () => {
  expect(installedMatchesLock({}, locked)).toBe(false);
  expect(installedMatchesLock({ 'node_modules/lit': { version: '3.3.2' } }, locked)).toBe(false);
  const extra = { 'node_modules/lit': { version: '3.3.3' }, 'node_modules/left-over': { version: '1.0.0' } };
  expect(installedMatchesLock(extra, locked)).toBe(false);
});

test('the lock names the optional packages of every platform, without which npm ci refuses it', () => {
  type Lock = Record<string, LockedPackages[string] & { optionalDependencies?: Record<string, string> }>;
  const packages: Lock = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages;
  const optional = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
  const present = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)));
  expect(optional.filter((name) => !present.has(name))).toEqual([]);
});
