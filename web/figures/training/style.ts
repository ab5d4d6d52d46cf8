import { css } from 'lit';

export const trainingStyle = css`
  svg { user-select: none; touch-action: pan-y; }
  .name { fill: var(--hcx-ink-soft); }
  .ground { stroke: var(--hcx-rule); shape-rendering: crispEdges; }
  .output { fill: none; stroke: var(--hcx-network); stroke-width: 2.25; stroke-linejoin: round; }
  .kink { fill: var(--hcx-neuron); stroke: var(--hcx-paper); stroke-width: 1; }
  .point path { stroke: var(--hcx-data); stroke-width: 2.25; stroke-linecap: round; opacity: 0.5; }
  .point text { fill: var(--hcx-ink-soft); }
  .point.on path { opacity: 1; stroke-width: 3; }
  .point.on text { fill: var(--hcx-data-ink); font-weight: 600; }
  .box { fill: none; stroke: var(--hcx-rule); shape-rendering: crispEdges; }
  .cut { stroke: var(--hcx-data); stroke-width: 1.5; stroke-opacity: 0.7; }
  .cut-name { fill: var(--hcx-data-ink); }
  .axis-name { fill: var(--hcx-ink-soft); }
  .ahead { fill: none; stroke: var(--hcx-neuron); stroke-opacity: 0.35; stroke-width: 1.5; }
  .way { fill: none; stroke: var(--hcx-neuron); stroke-width: 2.5; stroke-linejoin: round; }
  .dot { fill: var(--hcx-neuron); stroke: var(--hcx-paper); stroke-width: 1.5; }
  .loss { fill: none; stroke: var(--hcx-network); stroke-width: 2; stroke-linejoin: round; }
  .dot-loss { fill: var(--hcx-network); stroke: var(--hcx-paper); stroke-width: 1.5; }
  .now { stroke: var(--hcx-control); shape-rendering: crispEdges; }
  .event { stroke: var(--hcx-data); stroke-dasharray: 3 3; }
  .ahead-of-it { visibility: hidden; }
  .event-name { fill: var(--hcx-data-ink); }
  .scrub { fill: transparent; cursor: ew-resize; }
  .bar { display: grid; grid-template-columns: auto minmax(8rem, 24rem) auto; justify-content: start; align-items: center; gap: 0.2rem 1.75rem; margin-block: 0.2rem 0.4rem; }
  .buttons { display: flex; gap: 0.15rem; margin-left: -0.6rem; }
  .choice { justify-self: start; }
  @container (max-width: 38rem) { .bar { grid-template-columns: 1fr; } }
  .claim { margin: 0; font-size: 1rem; text-wrap: pretty; }
`;
