import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot } from '../../web/build/root.mjs';

/** A text file of the project, by its path from the root, with '/' between folders. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** The files under a folder whose names end in one of the extensions. */
export function sourceFiles(folder: string, ...extensions: string[]): SourceFile[] {
  return filePaths(folder)
    .filter((path) => extensions.some((extension) => path.endsWith(extension)))
    .map((path) => ({ path, text: readFileSync(inRoot(path), 'utf8') }));
}

export function filePaths(folder: string): string[] {
  if (!existsSync(inRoot(folder))) return [];
  const entries = readdirSync(inRoot(folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name).slice(inRoot().length + 1)).sort();
}

/** The text without its comments, C++ or TypeScript. A string that holds `//` survives unless it starts the line. */
export function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1');
}

/** The project's own headers that a C++ file includes: `#include "core/types.hpp"` is cpp/core/types.hpp. */
export function includedHeaders({ text }: SourceFile): string[] {
  return [...text.matchAll(/^\s*#\s*include\s+"([^"]+)"/gm)].map(([, header]) => `cpp/${header}`);
}

/** The system headers that a C++ file includes. */
export function includedSystemHeaders({ text }: SourceFile): string[] {
  return [...text.matchAll(/^\s*#\s*include\s+<([^>]+)>/gm)].map(([, header]) => header!);
}

/** The project's own modules that a TypeScript file imports, statically or on demand, or names as a worker. */
export function importedModules({ path, text }: SourceFile): string[] {
  const patterns = [
    /\b(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g,
    /\bnew\s+URL\(\s*['"]([^'"]+)['"]\s*,\s*import\.meta\.url/g,
  ];
  const code = withoutComments(text);
  const names = patterns.flatMap((pattern) => [...code.matchAll(pattern)].map(([, name]) => name!));
  return names.filter((name) => name.startsWith('.')).map((name) => join(dirname(path), name));
}

/** The project's own modules that must be evaluated before a TypeScript file is: neither types nor what it loads later. */
export function modulesBefore({ path, text }: SourceFile): string[] {
  const pattern = /\b(?:import|export)\s+(?!type\b)(?:[\w\s{},*]+?\sfrom\s*)?['"](\.[^'"]+)['"]/g;
  return [...withoutComments(text).matchAll(pattern)].map(([, name]) => join(dirname(path), name!));
}

/** The first circle found in a graph, as the nodes along it; undefined when there is none. */
export function findCircle(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const finished = new Set<string>();
  const visit = (node: string, trail: string[]): string[] | undefined => {
    if (trail.includes(node)) return [...trail.slice(trail.indexOf(node)), node];
    if (finished.has(node)) return undefined;
    for (const next of graph.get(node) ?? []) {
      const circle = visit(next, [...trail, node]);
      if (circle) return circle;
    }
    finished.add(node);
    return undefined;
  };
  for (const node of graph.keys()) {
    const circle = visit(node, []);
    if (circle) return circle;
  }
  return undefined;
}

/** Everything that can be reached from a node. */
export function reachable(graph: ReadonlyMap<string, readonly string[]>, from: string): Set<string> {
  const seen = new Set<string>();
  const pending = [from];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    for (const next of graph.get(node) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      pending.push(next);
    }
  }
  return seen;
}
