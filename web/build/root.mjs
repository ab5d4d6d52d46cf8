// @ts-check
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** @param {string[]} parts a path inside the project */
export const inRoot = (...parts) => resolve(root, ...parts);
