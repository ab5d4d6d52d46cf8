import { css } from 'lit';

export const productStyle = css`
  .level { fill: none; stroke: var(--hcx-network); stroke-width: 1.25; }
  .same { fill: none; stroke: var(--hcx-ink-soft); stroke-width: 1.5; stroke-dasharray: 2 5; stroke-linecap: round; }
  .curve { fill: none; stroke: var(--hcx-optimum); stroke-width: 2.5; stroke-linejoin: round; }
  .minima { fill: none; stroke: var(--hcx-optimum); stroke-width: 5; stroke-linecap: round; }
  .minimum { fill: var(--hcx-paper); fill-opacity: 0.6; stroke: var(--hcx-optimum); stroke-width: 3; }
  .excess { stroke: var(--hcx-ink-soft); stroke-width: 1.5; stroke-dasharray: 2 5; stroke-linecap: round; }
  .hollow { fill: var(--hcx-paper); stroke: var(--hcx-ink); stroke-width: 1.75; }
  .trail { fill: none; stroke: var(--hcx-network-ink); stroke-width: 2.75; stroke-linejoin: round; }
  .dot { color: var(--hcx-network-ink); }
  .core { fill: var(--hcx-network-ink); stroke: var(--hcx-paper); stroke-width: 1.5; }

  .bar { --slider: 17rem; }
`;
