import { html, nothing, type TemplateResult } from 'lit';
import { choice } from '../../figure/controls/choice.ts';
import type { State } from './model.ts';
import type { Standing } from './surface-3d/stage.ts';

const VIEWS = [
  { value: 'contours', name: 'Contours' },
  { value: 'surface', name: 'Surface' },
] as const;

const TROUBLE: Partial<Record<Standing, string>> = {
  refused: 'This browser offers no WebGL, which the surface needs: here are the contours.',
  missing: 'The surface could not be fetched: here are the contours.',
  lost: 'The browser took WebGL away: here are the contours.',
};

interface Switching {
  choose(view: State['view']): void;
  reset(): void;
}

/** Contours or surface; why there is no surface; and the way back to its first view. */
export function viewSwitch(view: State['view'], standing: Standing, { choose, reset }: Switching): TemplateResult {
  const trouble = view === 'surface' ? TROUBLE[standing] : undefined;
  const shown = trouble ? 'contours' : view;
  return html`<div class="view">
    ${choice({ label: 'View of the loss', value: shown, options: VIEWS, choose })}
    ${shown === 'surface' ? html`<button class="text-button" type="button" @click=${reset}>Reset view</button>` : nothing}
    <span class="view-note" role="status">${trouble ?? (shown === 'surface' && standing === 'opening' ? 'Fetching the surface…' : '')}</span>
  </div>`;
}
