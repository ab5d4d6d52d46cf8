import { css } from 'lit';

export const activationStyle = css`
  svg { user-select: none; touch-action: pan-y; }
  .name { fill: var(--hcx-ink-soft); }
  .zero { stroke: var(--hcx-control); stroke-opacity: 0.6; shape-rendering: crispEdges; }
  .active { fill: var(--hcx-neuron); fill-opacity: 0.1; }
  .output { fill: none; stroke: var(--hcx-neuron); stroke-width: 2.25; stroke-linejoin: round; }
  .neuron { cursor: grab; outline: none; color: var(--hcx-neuron-ink); }
  .kink path, .slope .knob { fill: var(--hcx-neuron); stroke: var(--hcx-paper); stroke-width: 1.5; stroke-linejoin: round; }
  .kink.away path { opacity: 0.4; }
  .weights { color: var(--hcx-ink); }
  .weights .knob { fill: var(--hcx-ink); stroke: var(--hcx-paper); stroke-width: 1.5; }
  .arrow { stroke: var(--hcx-ink); stroke-width: 1.75; }
  .line-name { fill: var(--hcx-data-ink); stroke: var(--hcx-paper); stroke-width: 3; paint-order: stroke; }
  .target { fill: transparent; }
  .ring { fill: none; stroke: currentColor; opacity: 0.3; transition: opacity 150ms; }
  g:hover > .ring { opacity: 1; }
  g:focus-visible > .ring, .dragged > .ring { opacity: 1; stroke-width: 2.5; }
  .neuron.dragged, .point.dragged { cursor: grabbing; }
  .point { cursor: grab; outline: none; color: var(--hcx-data); }
  .point path { stroke: var(--hcx-data); stroke-width: 2.25; stroke-linecap: round; opacity: 0.45; }
  .point.on path { stroke-width: 3; opacity: 1; }
  .point text { fill: var(--hcx-ink-soft); }
  .point.on text { fill: var(--hcx-data-ink); font-weight: 600; }

  .below { display: grid; grid-template-columns: auto 1fr; align-items: center; gap: 0.5rem 1.5rem; min-height: 3rem; margin-top: 0.4rem; }
  .claim { margin: 0; font-size: 1rem; text-wrap: pretty; }
  .matrix { display: flex; align-items: center; gap: 0.5rem; }
  .entries { display: grid; gap: 0 0.6rem; padding: 0 0.4rem; border-inline: 1.5px solid currentColor; border-radius: 0.3rem; }
  .entries.of1 { grid-template-columns: auto; }
  .entries.of2 { grid-template-columns: repeat(2, auto); }
  .entries.of3 { grid-template-columns: repeat(3, auto); }
  .entries.of4 { grid-template-columns: repeat(4, auto); }
  .entries i { color: var(--hcx-ink-soft); font-style: normal; text-align: center; }
  .entries i.diagonal { color: var(--hcx-ink); }
  .entries i.one { color: var(--hcx-neuron-ink); font-weight: 600; }
  .numbers { width: 100%; max-width: 34rem; margin-top: 0.5rem; border-collapse: collapse; }
  .numbers th { padding: 0.15rem 0.75rem 0.15rem 0; color: var(--hcx-ink-soft); font-weight: 400; text-align: left; }
  .numbers td { padding-left: 0.4rem; }
  .numbers td, .numbers thead th:not(:first-child) { text-align: right; white-space: nowrap; }
  .numbers tr { border-bottom: 1px solid var(--hcx-rule); }
  .bar { display: flex; flex-wrap: wrap; gap: 0 1.5rem; margin-top: 0.3rem; }
  @media (prefers-reduced-motion: reduce) { .ring { transition: none; } }
`;
