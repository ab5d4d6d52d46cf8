import { css } from 'lit';

export const trainingStyle = css`
  .output { fill: none; stroke: var(--hcx-network); stroke-width: 2.25; stroke-linejoin: round; }
  .kink { fill: var(--hcx-neuron); stroke: var(--hcx-paper); stroke-width: 1; }
  .box { fill: none; stroke: var(--hcx-rule); shape-rendering: crispEdges; }
  .cut { stroke: var(--hcx-data); stroke-width: 1.5; stroke-opacity: 0.7; }
  .cut-name { fill: var(--hcx-data-ink); }
  .axis-name { fill: var(--hcx-ink-soft); }
  .ahead { fill: none; stroke: var(--hcx-neuron); stroke-opacity: 0.35; stroke-width: 1.5; }
  .way { fill: none; stroke: var(--hcx-neuron); stroke-width: 2.5; stroke-linejoin: round; }
  .dot { fill: var(--hcx-neuron); stroke: var(--hcx-paper); stroke-width: 1.5; }
  .loss { fill: none; stroke: var(--hcx-network); stroke-width: 2; stroke-linejoin: round; }
  .dot-loss { fill: var(--hcx-network); stroke: var(--hcx-paper); stroke-width: 1.5; }
  .event { stroke: var(--hcx-data); stroke-dasharray: 3 3; }
  .ahead-of-it { visibility: hidden; }
  .event-name { fill: var(--hcx-data-ink); }
`;
