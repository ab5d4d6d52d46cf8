import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What stands in for what d3-scale brings, and why no figure misses it. */
const instead: Readonly<Record<string, string>> = {
  // To guess what a range holds it blends colours, dates and objects as well; every range of ours holds numbers.
  'd3-interpolate': here('../figure/interpolate-numbers.ts'),
  // It can write ticks in words; figures write their numbers themselves.
  'd3-format': here('../figure/no-tick-formats.ts'),
};

/** d3-scale between numbers only: 17 kB less before the first figure. */
export function numberScales(): Plugin {
  return {
    name: 'hcx:number-scales',
    enforce: 'pre',
    resolveId: (source, importer) => (importer?.includes('/d3-scale/') ? instead[source] : undefined),
  };
}
