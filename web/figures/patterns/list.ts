import { html, type TemplateResult } from 'lit';
import { bitsText, spokenBits } from '../../figure/words/pattern-text.ts';
import type { Answer } from './model.ts';

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/** Every activation pattern, to be chosen. The list is one tab stop: arrows step through it. */
export function patternList({ set, cell }: Answer, choose: (k: number) => void): TemplateResult {
  const stepThrough = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...(event.currentTarget as Element).querySelectorAll('button')];
    const next = (buttons.indexOf(event.target as HTMLButtonElement) + step + buttons.length) % buttons.length;
    buttons[next].focus();
    choose(next);
  };
  return html`<ul class="list" aria-label="Every activation pattern" @keydown=${stepThrough}>${set.patterns.map(
    (
      bits,
      k,
    ) => html`<li><button type="button" aria-pressed=${k === cell ? 'true' : 'false'} aria-label=${`Pattern that ${spokenBits(bits)}`}
      tabindex=${k === Math.max(0, cell) ? 0 : -1} @click=${() => choose(k)}>${bitsText(bits)}</button></li>`,
  )}</ul>`;
}
