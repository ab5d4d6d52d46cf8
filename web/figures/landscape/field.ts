import { svg, type TemplateResult } from 'lit';
import { type Basins, DIVERGED, OTHER, UNSETTLED } from './basins.ts';
import type { Layout } from './layout.ts';
import type { Answer } from './model.ts';

/** The class of an end; the minima are numbered, best first. */
export const endClass = (kind: number): string => {
  if (kind === DIVERGED) return 'ends diverged';
  if (kind === UNSETTLED) return 'ends unsettled';
  return kind === OTHER ? 'ends other' : `ends ends-${Math.min(kind, 2)}`;
};

/** Hatchings, so that no end is told by its colour alone. */
export const hatchings = svg`<defs>
  <pattern id="upper-hatching" class="data-hatching" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" /><line x1="0" x2="0" y1="0" y2="7" /></pattern>
  <pattern id="diverged-hatching" class="grey-hatching" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><line x1="0" x2="0" y1="0" y2="5" /></pattern>
  <pattern id="unsettled-hatching" class="grey-hatching" width="5" height="5" patternUnits="userSpaceOnUse"><circle cx="2.5" cy="2.5" r="1.1" /></pattern>
</defs>`;

/** All starts with one end, row by row as rectangles. */
function cellsPath({ kind, side }: Basins, which: number, { plane }: Layout): string {
  const cell = plane.side / (side - 1); // a start is the middle of its cell; those at the border are cut by the frame
  const at = (k: number): string => ((k - 0.5) * cell).toFixed(1);
  const parts: string[] = [];
  for (let row = 0; row < side; row++) {
    for (let col = 0; col < side; col++) {
      if (kind[row * side + col] !== which) continue;
      const from = col;
      while (col + 1 < side && kind[row * side + col + 1] === which) col++;
      parts.push(`M${at(from)},${at(-row)}H${at(col + 1)}v${(-cell).toFixed(2)}H${at(from)}z`);
    }
  }
  return parts.join('');
}

export function basinField(basins: Basins, layout: Layout): TemplateResult {
  const { left, bottom, side } = layout.plane;
  const cell = side / (basins.side - 1);
  // Rows go up from the bottom: row r lies around bottom - r cells, which `at(-row)` is measured from plus a whole cell.
  return svg`<g transform=${`translate(${left},${bottom + cell})`}>
    ${[...basins.share.keys()].map((which) => svg`<path class=${endClass(which)} d=${cellsPath(basins, which, layout)} />`)}
  </g>`;
}

/** The loss as steps of a relief, the higher the darker, each with its line; over the basins little more than the lines. */
export function relief({ surface, basins }: Answer, { w1, w2 }: Layout): TemplateResult {
  const ring = (line: Float64Array): string => {
    let path = '';
    for (let k = 0; k < line.length; k += 2)
      path += `${k ? 'L' : 'M'}${w1(line[k]).toFixed(1)},${w2(line[k + 1]).toFixed(1)}`;
    return `${path}z`;
  };
  return svg`<g class=${basins ? 'relief faint' : 'relief'}>${surface.levels().map(({ lines }) => svg`<path d=${lines.map(ring).join('')} />`)}</g>`;
}

/** Quadrants in which the two neurons see different points are tinted; each says in its corner what its neurons see. */
export function quadrants({ surface }: Answer, { plane, w1, w2 }: Layout): TemplateResult {
  const half = plane.side / 2;
  return svg`${surface.quadrants.map(({ signs: [a, b], patterns: [first, second] }) => {
    const different = first?.some((bit, j) => bit !== second[j]);
    const x = a > 0 ? w1(0) : plane.left;
    const y = b > 0 ? plane.top : w2(0);
    return different ? svg`<rect class="mixed" x=${x} y=${y} width=${half} height=${half} />` : '';
  })}`;
}
