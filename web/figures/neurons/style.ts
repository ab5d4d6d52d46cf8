import { css } from 'lit';

export const neuronsStyle = css`
  .border { stroke: var(--hcx-rule); shape-rendering: crispEdges; }
  .bin { fill: var(--hcx-ink-soft); font-size: calc(0.75rem / var(--letters, 1)); }
  .ramp { fill: none; stroke: var(--hcx-neuron); stroke-width: 1.5; stroke-opacity: 0.65; stroke-linejoin: round; }
  .output { fill: none; stroke: var(--hcx-network); stroke-width: 2.75; stroke-linejoin: round; }
  .neuron { color: var(--hcx-neuron); }
  .tip { fill: var(--hcx-neuron); stroke: var(--hcx-paper); stroke-width: 1; }
`;
