import { css } from 'lit';

export const pathStyle = css`
  svg { user-select: none; touch-action: pan-y; }
  .output { fill: none; stroke: var(--hcx-optimum); stroke-width: 2; stroke-linejoin: round; }
  .point { cursor: grab; outline: none; color: var(--hcx-data); }
  .point path { stroke: var(--hcx-data); stroke-width: 2.25; stroke-linecap: round; }
  .target { fill: transparent; }
  .ring { fill: none; stroke: currentColor; opacity: 0.35; transition: opacity 150ms; }
  .point:hover .ring { opacity: 1; }
  .point:focus-visible .ring, .dragged .ring { opacity: 1; stroke-width: 2.5; }
  .dragged { cursor: grabbing; }
  .name { fill: var(--hcx-ink-soft); }
  .data-line { stroke: var(--hcx-data); stroke-opacity: 0.35; stroke-dasharray: 1 5; }
  .frame { stroke: var(--hcx-control); shape-rendering: crispEdges; }
  .life { fill: var(--hcx-neuron); fill-opacity: 0.6; }
  .life.beyond { fill-opacity: 0.25; }
  .birth { fill: var(--hcx-paper); stroke: var(--hcx-neuron-ink); stroke-width: 1.5; }
  .objective { fill: none; stroke: var(--hcx-optimum); stroke-width: 2; }
  .misfit { fill: none; stroke: var(--hcx-network); stroke-width: 2; stroke-dasharray: 6 4; }
  .objective-name { fill: var(--hcx-optimum-ink); }
  .misfit-name { fill: var(--hcx-network-ink); }
  .hint { fill: var(--hcx-ink); font-size: calc(1rem / var(--letters, 1)); paint-order: stroke; stroke: var(--hcx-paper); stroke-width: 5px; }
  .now { stroke: var(--hcx-ink); shape-rendering: crispEdges; }
  .scrub { fill: transparent; cursor: ew-resize; }
  .bar { display: grid; grid-template-columns: minmax(9rem, 20rem) auto; justify-content: start; align-items: end; gap: 0.2rem 1.75rem; margin-block: 0.3rem 0.4rem; }
  .bar .text-button { justify-self: start; }
  @container (max-width: 26rem) { .bar { grid-template-columns: 1fr; } }
  .claim { margin: 0; font-size: 1rem; text-wrap: pretty; }
  @media (prefers-reduced-motion: reduce) { .ring { transition: none; } }
`;
