import { css } from 'lit';

export const patternsStyle = css`
  svg { user-select: none; touch-action: pan-y; }
  .direction { cursor: grab; outline: none; }
  .direction line { stroke: var(--hcx-ink); stroke-width: 1.75; }
  .direction .tip { fill: var(--hcx-ink); }
  .target { fill: transparent; }
  .ring { fill: none; stroke: currentColor; opacity: 0.3; transition: opacity 150ms; }
  g:hover > .ring { opacity: 1; }
  g:focus-visible > .ring, .dragged > .ring { opacity: 1; stroke-width: 2.5; }
  .dragged { cursor: grabbing; }

  .ground { stroke: var(--hcx-control); shape-rendering: crispEdges; }
  .output { fill: none; stroke: var(--hcx-neuron); stroke-width: 2; stroke-linejoin: round; }
  .kink { stroke: var(--hcx-neuron); stroke-dasharray: 2 4; }
  .point { cursor: grab; outline: none; color: var(--hcx-data); }
  .point path { stroke: var(--hcx-data); stroke-width: 2.25; stroke-linecap: round; opacity: 0.45; }
  .point.on path { opacity: 1; stroke-width: 3; }
  .point text { fill: var(--hcx-ink-soft); font-size: calc(0.75rem / var(--letters, 1)); }
  .point.on text { fill: var(--hcx-data-ink); font-weight: 600; }
  .name { fill: var(--hcx-ink-soft); }

  .bar { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1.5rem; margin-top: 0.4rem; }
  .count { margin: 0; font-size: 1rem; }
  .list { display: flex; flex-wrap: wrap; gap: 0.3rem; margin: 0.7rem 0 0; padding: 0; list-style: none; }
  .list button {
    padding: 0.45rem 0.6rem; border: 1px solid var(--hcx-rule); border-radius: 0.3rem; background: none;
    color: var(--hcx-ink-soft); font-size: 0.78rem; letter-spacing: 0.08em;
  }
  .list button[aria-pressed="true"] { border-color: var(--hcx-neuron-ink); color: var(--hcx-neuron-ink); }
  @container (max-width: 340px) {
    .list { gap: 0.25rem; }
    .list button { padding-inline: 0.4rem; }
  }
  @media (prefers-reduced-motion: reduce) { .ring { transition: none; } }
`;
