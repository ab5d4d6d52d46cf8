import { css } from 'lit';

export const escapeStyle = css`
  .output { fill: none; stroke: var(--hcx-network); stroke-width: 2.25; stroke-linejoin: round; }
  .best { fill: none; stroke: var(--hcx-optimum); stroke-width: 1.75; stroke-dasharray: 5 4; stroke-linejoin: round; }
  .middle { stroke: var(--hcx-rule); stroke-dasharray: 1 4; }
  .neurons { fill: var(--hcx-neuron); fill-opacity: 0.75; }
  .floor { stroke: var(--hcx-optimum); stroke-width: 2; }
  .floor-name { fill: var(--hcx-optimum-ink); }
  .loss { fill: none; stroke: var(--hcx-network); stroke-width: 2; stroke-linejoin: round; }
  .stage { stroke: var(--hcx-ink-soft); shape-rendering: crispEdges; }
  .dot { fill: var(--hcx-network); stroke: var(--hcx-paper); stroke-width: 1.5; }
`;
