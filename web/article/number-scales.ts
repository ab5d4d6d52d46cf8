import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const numbersOnly = fileURLToPath(new URL('../figure/interpolate-numbers.ts', import.meta.url));

/**
 * d3-scale between numbers only. To guess what a range holds it brings what blends colours, dates and objects as well,
 * 8 kB before the first figure; every range of ours holds numbers.
 */
export function numberScales(): Plugin {
  return {
    name: 'hcx:number-scales',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source === 'd3-interpolate' && importer?.includes('/d3-scale/') ? numbersOnly : undefined,
  };
}
