import { html, type TemplateResult } from 'lit';

interface Choice<T> {
  /** What is chosen, to be read aloud. */
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly name: string | TemplateResult }[];
  choose(value: T): void;
}

/** One of a few, side by side as buttons of which one is pressed. */
export function choice<T>({ label, value, options, choose }: Choice<T>): TemplateResult {
  return html`<div class="choice" role="group" aria-label=${label}>${options.map(
    (option) => html`<button type="button" aria-pressed=${option.value === value ? 'true' : 'false'}
      @click=${() => choose(option.value)}>${option.name}</button>`,
  )}</div>`;
}
