import { html, nothing, svg, type TemplateResult } from 'lit';
import { grouped, typesetShort } from '../../figure/words/number-format.ts';
import { numberHtml } from '../../figure/words/number-view.ts';
import { type Basins, DIVERGED, LONGEST, OTHER, UNSETTLED } from './basins.ts';
import { endClass, hatchings } from './field.ts';
import type { Answer } from './model.ts';
import type { Minimum, Surface } from './surface.ts';
import { isOptimum } from './words.ts';

const swatch = (kind: number): TemplateResult =>
  html`${svg`<svg class="swatch" width="26" height="16" viewBox="0 0 26 16" aria-hidden="true">${hatchings}<rect class=${endClass(kind)} width="26" height="16" /></svg>`}`;

const percent = (share: number): string =>
  share === 0 ? '0\u202f%' : share < 0.001 ? 'under 0.1\u202f%' : `${(100 * share).toFixed(1)}\u202f%`;

function row(
  kind: number,
  name: TemplateResult,
  threshold: TemplateResult | string,
  basins: Basins | null,
): TemplateResult {
  return html`<tr><th scope="row">${basins ? swatch(kind) : nothing}<span>${name}</span></th><td>${threshold}</td>
    ${basins ? html`<td>${percent(basins.share.get(kind) ?? 0)}</td>` : nothing}</tr>`;
}

function others(basins: Basins): TemplateResult[] {
  const names = [
    [DIVERGED, 'flies away'],
    [UNSETTLED, `not at rest after ${grouped(LONGEST)} steps`],
    [OTHER, 'rests where no minimum is'],
  ] as const;
  return names.filter(([kind]) => basins.share.has(kind)).map(([kind, name]) => row(kind, html`${name}`, '', basins));
}

const minimumName = (surface: Surface, minimum: Minimum): string => {
  if (!minimum.best) return '';
  return isOptimum(surface, minimum) ? ', the optimum' : ', the lowest in this plane';
};

/** The minima: their loss, up to which step size they hold a descent, and which share of all starts ends there. */
export function minimaTable({ surface, basins }: Answer): TemplateResult {
  const { minima } = surface;
  return html`<table class="numbers">
    <thead><tr><th scope="col">Minima</th><th scope="col">stable below step size</th>${basins ? html`<th scope="col">starts that end there</th>` : nothing}</tr></thead>
    <tbody>${minima.map(({ loss, best, stableStepSize }, k) =>
      row(
        k,
        html`<span class=${best ? 'best' : 'trap'}>loss ${numberHtml(typesetShort(loss, 3))}</span>${minimumName(surface, minima[k])}`,
        Number.isFinite(stableStepSize) ? numberHtml(typesetShort(stableStepSize, 3)) : '–',
        basins,
      ),
    )}${basins ? others(basins) : nothing}</tbody>
  </table>`;
}
