import { css } from 'lit';

export const orthogonalStyle = css`
  .response { fill: var(--hcx-network); fill-opacity: 0.55; }
  .box { fill: none; stroke: var(--hcx-rule); shape-rendering: crispEdges; }
  .goal { fill: none; stroke: var(--hcx-dual); stroke-width: 1.5; stroke-dasharray: 3 3; }
  .goal-name { fill: var(--hcx-dual-ink); font-size: calc(0.8rem / var(--letters, 1)); paint-order: stroke; stroke: var(--hcx-paper); stroke-width: 3px; }
  .neuron-dot { fill: var(--hcx-neuron); fill-opacity: 0.65; }
  .level { stroke: var(--hcx-dual); stroke-width: 1.5; stroke-dasharray: 5 4; }
  .level-name { fill: var(--hcx-dual-ink); font-size: calc(0.8rem / var(--letters, 1)); }
  .loss { fill: none; stroke: var(--hcx-network); stroke-width: 2; stroke-linejoin: round; }
  .dot { fill: var(--hcx-network); stroke: var(--hcx-paper); stroke-width: 1.5; }
`;
