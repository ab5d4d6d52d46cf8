import { css } from 'lit';

export const pathStyle = css`
  .output { fill: none; stroke: var(--hcx-optimum); stroke-width: 2; stroke-linejoin: round; }
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
  line.now { stroke: var(--hcx-ink); shape-rendering: crispEdges; }
  .bar { --slider: 20rem; }
`;
