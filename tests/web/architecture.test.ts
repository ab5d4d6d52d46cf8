// The directions in which the project may depend on itself. A failing test prints every file that breaks its rule.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inRoot } from '../../web/build/root.mjs';
import {
  filePaths,
  findCircle,
  importedModules,
  includedHeaders,
  includedSystemHeaders,
  modulesBefore,
  reachable,
  type SourceFile,
  sourceFiles,
  withoutComments,
} from '../support/source-tree.ts';

describe('the engine', () => {
  const files = sourceFiles('cpp', '.hpp', '.cpp', '.h');
  const graph = new Map(files.map((file) => [file.path, includedHeaders(file)]));

  /** Lower storeys know nothing of higher ones. */
  const storeys = [
    ['core'],
    ['data', 'network', 'patterns'],
    ['response'],
    ['programme'],
    ['certificate'],
    ['run'],
    ['solvers', 'training'],
    ['landscape', 'extensions'],
    ['bindings'],
  ];
  const isBinding = (path: string) => path.startsWith('cpp/bindings/');
  const storey = (path: string) =>
    isBinding(path) ? storeys.length : storeys.findIndex((folders) => folders.includes(path.split('/')[1]!));
  const solverOf = (path: string) => /^cpp\/solvers\/([^/]+)\//.exec(path)?.[1];

  test('is there', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  test('keeps every file in a storey', () => {
    expect(files.map((file) => file.path).filter((path) => storey(path) < 0)).toEqual([]);
  });

  test('includes only headers that exist', () => {
    expect(breaches(graph, (_, header) => graph.has(header))).toEqual([]);
  });

  test('includes downwards or sideways, never upwards', () => {
    expect(breaches(graph, (path, header) => storey(header) <= storey(path))).toEqual([]);
  });

  test('has no circle of includes', () => {
    expect(findCircle(graph)?.join(' -> ')).toBeUndefined();
  });

  /** A solver that builds on another says so in its README: the master problem of the exact one is a programme over given patterns. */
  const buildsOn = (solver: string, other: string): boolean =>
    readFileSync(inRoot(`cpp/solvers/${solver}/README.md`), 'utf8').includes(`solvers/${other}`);

  test('keeps its solvers apart from each other, but for what their READMEs say', () => {
    const apart = (path: string, header: string) => {
      const [solver, other] = [solverOf(path), solverOf(header)];
      if (solver === undefined || other === undefined || isBinding(path)) return true;
      return solver === other || buildsOn(solver, other);
    };
    expect(breaches(graph, apart)).toEqual([]);
  });

  test('certifies an answer with code that knows no solver', () => {
    const certificates = [...graph.keys()].filter((path) => /certif/.test(path) && !isBinding(path));
    expect(certificates).toContain('cpp/certificate/gated_certificate.cpp');
    expect(certificates).not.toEqual([]);
    const solvers = certificates.flatMap((path) => [...reachable(graph, path)].filter((header) => solverOf(header)));
    expect(solvers).toEqual([]);
  });

  test('runs methods without knowing one of them', () => {
    const names = files
      .filter((file) => /^cpp\/solvers\/[^/]+\/entries\.cpp$/.test(file.path))
      .flatMap((file) => [solverOf(file.path)!, solverOf(file.path)!.replaceAll('_', '-')]);
    expect(names).toContain('exact');
    const run = files.filter((file) => file.path.startsWith('cpp/run/'));
    expect(run).not.toEqual([]);
    const naming = new RegExp(`\\b(hcx::|")(${names.join('|')})\\b`);
    expect(paths(run.filter((file) => naming.test(withoutComments(file.text))))).toEqual([]);
  });

  test('reads the clock only where work is cut into slices', () => {
    const reading = /std::chrono|steady_clock/;
    const elsewhere = files.filter((file) => !file.path.startsWith('cpp/run/') && !isBinding(file.path));
    expect(paths(elsewhere.filter((file) => reading.test(withoutComments(file.text))))).toEqual([]);
  });

  test('knows Emscripten only in its bindings', () => {
    const inside = files.filter((file) => !isBinding(file.path));
    const including = inside.filter((file) =>
      includedSystemHeaders(file).some((name) => name.startsWith('emscripten')),
    );
    expect(paths(including)).toEqual([]);
  });

  test('prints nothing', () => {
    const printing = /std::(cout|cerr|clog)\b|\b[fv]?printf\s*\(|\bputs\s*\(|^\s*#\s*include\s+<(iostream|print)>/m;
    expect(paths(files.filter((file) => printing.test(withoutComments(file.text))))).toEqual([]);
  });
});

describe('the page', () => {
  const files = sourceFiles('web', '.ts', '.mjs');
  const graph = new Map(files.map((file) => [file.path, importedModules(file)]));
  const folderOf = (path: string) => /^web\/([^/]+)\//.exec(path)?.[1];
  const figureOf = (path: string) => /^web\/figures\/([^/]+)\//.exec(path)?.[1];

  test('keeps its figures apart from each other', () => {
    const apart = (path: string, module: string) => {
      const figure = figureOf(path);
      return figure === undefined || (figureOf(module) ?? figure) === figure;
    };
    expect(breaches(graph, apart)).toEqual([]);
  });

  test('builds its figures on the figure kernel and the engine alone', () => {
    const allowed = ['figures', 'figure', 'engine'];
    const wellFounded = (path: string, module: string) =>
      folderOf(path) !== 'figures' || allowed.includes(folderOf(module) ?? '');
    expect(breaches(graph, wellFounded)).toEqual([]);
  });

  test('keeps figures out of what they stand on', () => {
    const below = ['figure', 'engine'];
    const knowsNoFigure = (path: string, module: string) =>
      !below.includes(folderOf(path) ?? '') || folderOf(module) !== 'figures';
    expect(breaches(graph, knowsNoFigure)).toEqual([]);
  });

  test('keeps the page out of what its figures are made of', () => {
    const places = ['page', 'article', 'posters', 'build', 'style'];
    const standsAnywhere = (path: string, module: string) =>
      folderOf(path) !== 'figure' || !places.includes(folderOf(module) ?? '');
    expect(breaches(graph, standsAnywhere)).toEqual([]);
  });

  test('lets no figure reach for the page: what it needs of it comes through its host', () => {
    const page =
      /(?<![./\w])(location|history|localStorage|sessionStorage|document|window|navigator|matchMedia|fetch|customElements|addEventListener|createWorkerEngine)\s*(\.|\(|\[)/;
    const reaching = files.filter(({ path, text }) => folderOf(path) === 'figures' && page.test(withoutComments(text)));
    expect(paths(reaching)).toEqual([]);
  });

  test('keeps storage, addresses and the worker out of what figures are made of', () => {
    const page =
      /(?<![./\w])(location|history|localStorage|sessionStorage|matchMedia|Worker|createWorkerEngine)\b\s*(\.|\()/;
    const reaching = files.filter(({ path, text }) => folderOf(path) === 'figure' && page.test(withoutComments(text)));
    expect(paths(reaching)).toEqual([]);
  });

  test('keeps the engine client free of the page', () => {
    const alone = (path: string, module: string) =>
      folderOf(path) !== 'engine' ||
      !['figure', 'figures', 'page', 'article', 'posters', 'style', 'embed'].includes(folderOf(module) ?? '');
    expect(breaches(graph, alone)).toEqual([]);
  });

  test('has no circle of imports', () => {
    const before = new Map(files.map((file) => [file.path, modulesBefore(file)]));
    expect(findCircle(before)?.join(' -> ')).toBeUndefined();
  });

  test('writes no inline style, which its security policy would drop', () => {
    const inline = /<[a-z][^<>]*\sstyle\s*=\s*["'$]|<style\b/;
    // A poster is a document of its own, which the page's policy does not reach.
    const onPage = breaking(inline, '.ts', '.mjs', '.html', '.md').filter(({ path }) => folderOf(path) !== 'posters');
    expect(paths(onPage)).toEqual([]);
  });

  test('evaluates no text as code', () => {
    expect(paths(breaking(/\beval\s*\(|\bnew\s+Function\b/, '.ts', '.mjs', '.html'))).toEqual([]);
  });

  function breaking(pattern: RegExp, ...extensions: string[]): SourceFile[] {
    return sourceFiles('web', ...extensions).filter((file) => pattern.test(withoutComments(file.text)));
  }
});

test('no file is named after everything and nothing', () => {
  const vague = /(^|[-_.])(utils?|helpers?|common|managers?)([-_.]|$)/i;
  const all = ['cpp', 'web', 'tests'].flatMap(filePaths);
  expect(all.filter((path) => path.split('/').some((name) => vague.test(name)))).toEqual([]);
});

/** "a -> b" for every edge that breaks the rule. */
function breaches(graph: ReadonlyMap<string, readonly string[]>, allowed: (from: string, to: string) => boolean) {
  const edges = [...graph].flatMap(([from, targets]) => targets.map((to) => [from, to] as const));
  return edges.filter(([from, to]) => !allowed(from, to)).map(([from, to]) => `${from} -> ${to}`);
}

const paths = (files: readonly SourceFile[]) => files.map((file) => file.path);
