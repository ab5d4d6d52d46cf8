import { css } from 'lit';

export const neuronsStyle = css`
  svg { user-select: none; touch-action: pan-y; }
  .ground, .border { stroke: var(--hcx-rule); shape-rendering: crispEdges; }
  .bin { fill: var(--hcx-ink-soft); font-size: calc(0.75rem / var(--letters, 1)); }
  .ramp { fill: none; stroke: var(--hcx-neuron); stroke-width: 1.5; stroke-opacity: 0.65; stroke-linejoin: round; }
  .output { fill: none; stroke: var(--hcx-network); stroke-width: 2.75; stroke-linejoin: round; }
  .target { fill: transparent; }
  .ring { fill: none; stroke: currentColor; opacity: 0.3; transition: opacity 150ms; }
  .neuron { cursor: grab; outline: none; color: var(--hcx-neuron); }
  .tip { fill: var(--hcx-neuron); stroke: var(--hcx-paper); stroke-width: 1; }
  .point { cursor: grab; outline: none; color: var(--hcx-data); }
  .point path { stroke: var(--hcx-data); stroke-width: 2.5; stroke-linecap: round; }
  g:hover > .ring { opacity: 1; }
  g:focus-visible > .ring, .dragged > .ring { opacity: 1; stroke-width: 2.5; }
  .dragged { cursor: grabbing; }
  .bar { display: grid; grid-template-columns: minmax(9rem, 14rem) 1fr; align-items: center; gap: 0.2rem 1.75rem; margin-block: 0.3rem 0.4rem; }
  .buttons { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
  @container (max-width: 30rem) { .bar { grid-template-columns: 1fr; } }
  .claim { margin: 0 0 0.4rem; font-size: 1rem; text-wrap: pretty; }
  .numbers { width: 100%; max-width: 26rem; border-collapse: collapse; }
  .numbers th { padding: 0.15rem 0.75rem 0.15rem 0; color: var(--hcx-ink-soft); font-weight: 400; text-align: left; }
  .numbers td { text-align: right; white-space: nowrap; }
  .numbers tr { border-bottom: 1px solid var(--hcx-rule); }
  @media (prefers-reduced-motion: reduce) { .ring { transition: none; } }
`;
