import { execFileSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const out = `${root}dist/engine`;

/**
 * The library keeps the WebAssembly module and the worker as files beside index.js, named by addresses that Node, browsers
 * and other people's bundlers all resolve.
 */
function filesBeside(): Plugin {
  const modules = ['hidden-convex', 'hidden-convex-core'];
  return {
    name: 'hcx:files-beside',
    enforce: 'pre',
    resolveId: (source) => {
      const name = modules.find((module) => source.endsWith(`/build/wasm/${module}.mjs`));
      return name ? { id: `./${name}.mjs`, external: true } : undefined;
    },
    transform: (code, id) =>
      id.includes('/web/engine/')
        ? code
            .replace(/'\.\.\/\.\.\/build\/wasm\/([\w-]+)\.wasm'/, "/* @vite-ignore */ './$1.wasm'")
            .replace("new URL('./worker.ts',", "new URL(/* @vite-ignore */ './worker.js',")
        : undefined,
    closeBundle: () => {
      for (const file of modules.flatMap((module) => [`${module}.mjs`, `${module}.wasm`]))
        copyFileSync(`${root}build/wasm/${file}`, `${out}/${file}`);
      execFileSync(
        process.execPath,
        [`${root}node_modules/typescript/bin/tsc`, '-p', `${root}web/build/engine.tsconfig.json`],
        { stdio: 'inherit' },
      );
    },
  };
}

export default defineConfig({
  root: `${root}web`,
  publicDir: false,
  plugins: [filesBeside()],
  build: {
    outDir: out,
    emptyOutDir: true,
    target: 'es2022',
    minify: false,
    lib: { entry: { index: `${root}web/engine/index.ts`, worker: `${root}web/engine/worker.ts` }, formats: ['es'] },
  },
});
