import { html, nothing, type TemplateResult } from 'lit';

/** One thing in the row under a drawing: icons of a run, a slider, words to press, or anything else. */
export interface Control {
  readonly kind: 'icon' | 'slider' | 'action' | 'other';
  readonly content: TemplateResult;
}

/** The row: icons first, then sliders, then words; each kind together. */
export function controlRow(controls: readonly Control[]): TemplateResult | typeof nothing {
  if (controls.length === 0) return nothing;
  const of = (kind: Control['kind']) =>
    controls.filter((control) => control.kind === kind).map(({ content }) => content);
  const [icons, actions] = [of('icon'), of('action')];
  return html`<div class="bar">
    ${icons.length ? html`<div class="icons" role="group" aria-label="Run">${icons}</div>` : nothing}
    ${of('slider')}${of('other')}
    ${actions.length ? html`<div class="buttons">${actions}</div>` : nothing}
  </div>`;
}
