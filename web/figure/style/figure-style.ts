import { css } from 'lit';
import { drawingStyle } from './drawing-style.ts';
import { rowStyle } from './row-style.ts';

/** Type, buttons, sliders, scrubber and messages of all figures. Colours come from the page's tokens. */
const frameStyle = css`
  :host {
    display: block;
    /* What moves inside a figure must not move the page. */
    overflow-anchor: none;
    container-type: inline-size;
    color: var(--hcx-ink);
    font: 400 0.875rem / 1.4 var(--hcx-sans);
    font-feature-settings: "tnum", "lnum";
    text-align: start;
  }
  :host([hidden]) { display: none; }
  svg { display: block; overflow: visible; }
  /* Enlarged as a whole for larger letters, see drawing-scale.ts: the words in it must not be enlarged again. */
  :host([data-enlarged]) svg[role] { width: 100%; height: auto; }
  svg text { fill: currentColor; font-size: calc(0.8rem / var(--letters, 1)); }
  sup { font-size: 0.75em; line-height: 0; vertical-align: 0.45em; }
  .number { white-space: nowrap; }

  [data-faded] { opacity: 0.15 !important; }


  button { font: inherit; color: inherit; cursor: pointer; touch-action: manipulation; }
  button:disabled { cursor: default; opacity: 0.35; }
  .icon-button {
    display: grid; place-items: center; width: 2.75rem; height: 2.75rem; padding: 0;
    border: 0; border-radius: 50%; background: none;
  }
  .icon-button svg { width: 1.25rem; height: 1.25rem; }
  .icon-button:hover:not(:disabled) { background: color-mix(in srgb, currentColor 9%, transparent); }
  .icon-button.primary { border: 1.5px solid currentColor; }
  .text-button {
    padding: 0.5rem 0.2rem; border: 0; background: none;
    text-decoration: underline; text-decoration-color: var(--hcx-control); text-underline-offset: 0.2em;
  }
  .text-button:hover { text-decoration-color: currentColor; }
  :focus-visible { outline: 2px solid var(--hcx-focus); outline-offset: 2px; border-radius: 3px; }
  .icon-button:focus-visible { border-radius: 50%; }

  input[type="range"] {
    --thumb: 1rem;
    appearance: none; display: block; width: 100%; height: 1.75rem; margin: 0;
    background: none; cursor: pointer; touch-action: pan-y; color: inherit;
  }
  input[type="range"]::-webkit-slider-runnable-track { height: 2px; background: var(--hcx-track); border-radius: 1px; }
  input[type="range"]::-moz-range-track { height: 2px; background: var(--hcx-track); border-radius: 1px; }
  input[type="range"]::-webkit-slider-thumb {
    appearance: none; width: var(--thumb); height: var(--thumb); margin-top: calc(1px - var(--thumb) / 2);
    border: 2px solid var(--hcx-paper); border-radius: 50%; background: currentColor;
  }
  input[type="range"]::-moz-range-thumb {
    width: var(--thumb); height: var(--thumb); box-sizing: border-box;
    border: 2px solid var(--hcx-paper); border-radius: 50%; background: currentColor;
  }
  /* Inside: around it the frame would cut through the name above. */
  input[type="range"]:focus-visible { outline-offset: -3px; }
  @media (pointer: coarse) {
    input[type="range"] { --thumb: 1.5rem; height: 2.75rem; }
  }

  .choice { display: inline-flex; max-width: 100%; border: 1px solid var(--hcx-control); border-radius: 1.2rem; overflow: hidden; }
  .choice button { min-height: 2.25rem; padding: 0.3rem 0.9rem; border: 0; background: none; }
  .choice button[aria-pressed="true"] { background: color-mix(in srgb, var(--hcx-ink) 14%, transparent); }
  .choice button:focus-visible { outline-offset: -4px; border-radius: 1.1rem; }
  @media (pointer: coarse) { .choice button { min-height: 2.75rem; } }
  /* What the drawing shows, above it; posters leave as much room. */
  .view { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1rem; min-height: 3.25rem; margin-bottom: 0.5rem; }

  .slider { display: grid; grid-template-columns: 1fr auto; align-items: baseline; column-gap: 0.5rem; min-width: 0; }
  .slider-label { color: var(--hcx-ink-soft); white-space: nowrap; }
  .slider-value { white-space: nowrap; }
  .slider input { grid-column: 1 / -1; }
  .letter { font-family: var(--hcx-maths); line-height: 0; }

  .scrubber { position: relative; }
  .scrubber input { width: calc(100% + var(--thumb)); margin-inline: calc(var(--thumb) / -2); }
  /* Above the track, out of the thumb's way; wider than its line, so that its words can be found. */
  .scrubber-events i {
    position: absolute; top: 0; width: 8px; height: 0.5rem; margin-left: -4px;
    background: linear-gradient(var(--hcx-ink-soft), var(--hcx-ink-soft)) center / 2px 100% no-repeat;
  }
  .scrubber-events i.data { background-image: linear-gradient(var(--hcx-data), var(--hcx-data)); }

  /* In the line of the caption, which flows around it. */
  .share {
    float: right; display: flex; align-items: center; justify-content: center; min-width: 2.75rem; min-height: 2.75rem; margin: 0 -0.6rem 0 0.5rem; padding: 0 0.6rem; gap: 0.5rem; border: 0; background: none; color: var(--hcx-ink-soft);
  }
  .share svg { width: 1.25rem; height: 1.25rem; }
  .share:hover { color: var(--hcx-ink); }
  .share span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  @container (min-width: 54rem) { .share span { position: static; width: auto; height: auto; clip-path: none; } }
  :host(:not([data-ready])) .share { visibility: hidden; }
  .note { margin: 0.6rem 0; color: var(--hcx-ink); }

  .trouble {
    margin: 0.6rem 0; padding: 0.6rem 0.9rem; border-left: 3px solid var(--hcx-data); color: var(--hcx-ink);
  }
  .waiting { margin: 0.4rem 0; color: var(--hcx-ink-soft); }
  /* The system replaces every tint of ours: what is pressed, and where a thumb can go, is told in its own colours. */
  @media (forced-colors: active) {
    button[aria-pressed="true"] { background: Highlight !important; }
    /* Left to itself the system would put paper under the words, on which these cannot be read. */
    button[aria-pressed="true"], button[aria-pressed="true"] * { forced-color-adjust: none; color: HighlightText !important; }
    button:disabled { opacity: 1; color: GrayText; }
    input[type="range"]::-webkit-slider-runnable-track { background: CanvasText; }
    input[type="range"]::-moz-range-track { background: CanvasText; }
    input[type="range"]::-webkit-slider-thumb { border-color: Canvas; background: Highlight; }
    input[type="range"]::-moz-range-thumb { border-color: Canvas; background: Highlight; }
  }
  @media print {
    .waiting, button, input[type="range"], .slider, .scrubber { display: none !important; }
  }
`;

/** What all figures share. */
export const figureStyle = [frameStyle, drawingStyle, rowStyle];
