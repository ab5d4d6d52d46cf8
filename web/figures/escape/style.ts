import { css } from 'lit';

export const escapeStyle = css`
  svg { user-select: none; touch-action: pan-y; }
  .output { fill: none; stroke: var(--hcx-network); stroke-width: 2.25; stroke-linejoin: round; }
  .best { fill: none; stroke: var(--hcx-optimum); stroke-width: 1.75; stroke-dasharray: 5 4; stroke-linejoin: round; }
  .point { stroke: var(--hcx-data); stroke-width: 2.25; stroke-linecap: round; fill: none; }
  .frame { stroke: var(--hcx-rule); shape-rendering: crispEdges; }
  .middle { stroke: var(--hcx-rule); stroke-dasharray: 1 4; }
  .neurons { fill: var(--hcx-neuron); fill-opacity: 0.75; }
  text.quiet { fill: var(--hcx-ink-soft); font-size: calc(0.75rem / var(--letters, 1)); }
  .floor { stroke: var(--hcx-optimum); stroke-width: 2; }
  .floor-name { fill: var(--hcx-optimum-ink); }
  .loss { fill: none; stroke: var(--hcx-network); stroke-width: 2; stroke-linejoin: round; }
  .stage { stroke: var(--hcx-ink-soft); shape-rendering: crispEdges; }
  .now { stroke: var(--hcx-control); shape-rendering: crispEdges; }
  .dot { fill: var(--hcx-network); stroke: var(--hcx-paper); stroke-width: 1.5; }
  .scrub { fill: transparent; cursor: ew-resize; }
  .name { fill: var(--hcx-ink-soft); }
  .bar { display: grid; grid-template-columns: auto minmax(8rem, 24rem); justify-content: start; align-items: center; gap: 0.2rem 1.75rem; margin-block: 0.2rem 0.5rem; }
  .buttons { display: flex; gap: 0.15rem; margin-left: -0.6rem; }
  @container (max-width: 26rem) { .bar { grid-template-columns: 1fr; } }
  .claim { margin: 0 0 0.4rem; font-size: 1rem; text-wrap: pretty; }
  .numbers { width: 100%; max-width: 26rem; border-collapse: collapse; }
  .numbers th { padding: 0.15rem 0.75rem 0.15rem 0; color: var(--hcx-ink-soft); font-weight: 400; text-align: left; }
  .numbers td { text-align: right; white-space: nowrap; }
  .numbers tr { border-bottom: 1px solid var(--hcx-rule); }
  .network-row td { color: var(--hcx-network-ink); }
  .optimum-row td { color: var(--hcx-optimum-ink); }
`;
