import { html, type TemplateResult } from 'lit';
import { type IconName, icons } from './icons.ts';

/** A round button: a picture to see, a name to read aloud and to show on hover. */
export function iconButton(icon: IconName, name: string, onClick: () => void, disabled = false): TemplateResult {
  return html`<button class="icon-button" type="button" aria-label=${name} title=${name} ?disabled=${disabled} @click=${onClick}>
    <svg viewBox="0 0 20 20" aria-hidden="true">${icons[icon]}</svg>
  </button>`;
}
