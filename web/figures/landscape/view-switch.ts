import { html, nothing, type TemplateResult } from 'lit';
import type { State } from './model.ts';
import type { Standing } from './surface-3d/stage.ts';

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
  const button = (name: string, of: State['view']): TemplateResult =>
    html`<button type="button" aria-pressed=${shown === of ? 'true' : 'false'} @click=${() => choose(of)}>${name}</button>`;
  return html`<div class="views">
    <div class="choice" role="group" aria-label="View of the loss">${button('Contours', 'contours')}${button('Surface', 'surface')}</div>
    ${shown === 'surface' ? html`<button class="text-button" type="button" @click=${reset}>Reset view</button>` : nothing}
    <span class="view-note" role="status">${trouble ?? (shown === 'surface' && standing === 'opening' ? 'Fetching the surface…' : '')}</span>
  </div>`;
}
