import { css } from 'lit';

export const optimizersStyle = css`
  .loss { fill: none; stroke: var(--hcx-network); stroke-width: 1.5; stroke-opacity: 0.55; stroke-linejoin: round; }
  .loss[data-rule="momentum"] { stroke-dasharray: 9 3; }
  .loss[data-rule="nesterov"] { stroke-dasharray: 9 3 2 3; }
  .loss[data-rule="adagrad"] { stroke-dasharray: 5 4; }
  .loss[data-rule="rmsprop"] { stroke-dasharray: 2 3; }
  .loss[data-rule="scales"] { stroke-dasharray: 14 4; }
  .loss.chosen-loss { stroke-width: 3; stroke-opacity: 1; }
  .leader { fill: none; stroke: var(--hcx-control); stroke-width: 0.75; }
  .rule { fill: var(--hcx-network-ink); cursor: pointer; }
  .rule .end { fill: var(--hcx-ink-soft); }
  .chosen-rule { font-weight: 600; }
  .gone { fill: var(--hcx-network); }
  .nothing { fill: var(--hcx-optimum); fill-opacity: 0.13; }
  .optimum-line { stroke: var(--hcx-optimum); stroke-width: 2; }
  .optimum-name { fill: var(--hcx-optimum-ink); }
  line.now { stroke: var(--hcx-ink); shape-rendering: crispEdges; }
  .moment { color: var(--hcx-ink); }
  .moment-dot { fill: var(--hcx-network); stroke: var(--hcx-paper); stroke-width: 1.5; }
  .optimum { fill: none; stroke: var(--hcx-optimum); stroke-width: 2; stroke-linejoin: round; }
  .network { fill: none; stroke: var(--hcx-network); stroke-width: 2; stroke-linejoin: round; }
`;
