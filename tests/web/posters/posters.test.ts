import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { inRoot } from '../../../web/build/root.mjs';
import { figureNames, postersOf } from '../../../web/posters/figures.ts';
import { sizes } from '../../../web/posters/windows.ts';

const tokens = readFileSync(inRoot('web/style/tokens.css'), 'utf8');

/** The elements of an XML text; throws where it is not well formed. */
function elementsOf(xml: string): string[] {
  const [open, all]: [string[], string[]] = [[], []];
  const left = xml.replace(
    /<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g,
    (_, end, name, _attributes, empty) => {
      if (end && open.pop() !== name) throw new Error(`</${name}> closes nothing`);
      if (!end) all.push(name);
      if (!end && !empty) open.push(name);
      return '';
    },
  );
  if (open.length > 0) throw new Error(`<${open.at(-1)}> is left open`);
  if (/<|&(?!#\d+;|lt;|gt;|amp;|quot;)/.test(left)) throw new Error(`no XML: ${/.{0,40}[<&].{0,40}/.exec(left)}`);
  return all;
}

test('every figure of the page has its folder', () => {
  expect([...figureNames].sort()).toEqual(readdirSync(inRoot('web/figures')).sort());
});

describe.each(figureNames)('the poster of %s', (name) => {
  test('is drawn by the figure in every size, whole, small, and in both themes', async () => {
    const { begun, still } = await postersOf(name, tokens);
    expect(begun.map(({ width }) => width)).toEqual(sizes.map(({ width }) => width));
    for (const { svg, alt, height, width } of [...begun, ...(still ?? [])]) {
      const elements = elementsOf(svg);
      expect(elements.filter((element) => /^(path|circle|line|rect|polygon)$/.test(element)).length).toBeGreaterThan(8);
      expect(elements.filter((element) => element === 'text').length).toBeGreaterThan(2);
      expect(svg).not.toMatch(/NaN|undefined|Infinity|\[object/);
      expect(svg).not.toMatch(/role=|tabindex=|aria-|<script|\son[a-z]+=/);
      expect(svg).toContain('color-scheme:light dark');
      expect(svg).toContain(`viewBox="0 0 ${width} ${height}"`);
      expect(gzipSync(svg).length).toBeLessThan(8192);
      expect(alt.length).toBeGreaterThan(20);
    }
  });
});

test('the first figure is shown as it begins, and to who wants no motion as it ends', async () => {
  const { begun, still } = await postersOf('teaser', tokens);
  const [first, last] = [begun.at(-1)!.svg, still!.at(-1)!.svg];
  expect(first).toMatch(/class="network"[\s\S]*>100 steps</);
  expect(last).toMatch(/class="network"[\s\S]*>500\u2009?[^<]*000 steps</);
  // Nobody can be asked to drag a picture.
  expect(first + last).not.toContain('drag me');
});
