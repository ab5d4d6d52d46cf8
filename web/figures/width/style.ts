import { css } from 'lit';

export const widthStyle = css`
  .dot { fill: var(--hcx-network); fill-opacity: 0.4; }
  .gone { fill: var(--hcx-network); }
  .median-line { fill: none; stroke: var(--hcx-network); stroke-width: 2; stroke-linejoin: round; }
  .median { fill: var(--hcx-network); stroke: var(--hcx-paper); stroke-width: 1.5; }
  .median-name { fill: var(--hcx-network-ink); paint-order: stroke; stroke: var(--hcx-paper); stroke-width: 4px; }
  .nothing { fill: var(--hcx-optimum); fill-opacity: 0.13; }
  .optimum-line { stroke: var(--hcx-optimum); stroke-width: 2; }
  .optimum-name { fill: var(--hcx-optimum-ink); }
  .enough { stroke: var(--hcx-control); stroke-dasharray: 2 4; }
  .enough-name { fill: var(--hcx-ink-soft); paint-order: stroke; stroke: var(--hcx-paper); stroke-width: 4px; }
  .chosen { color: var(--hcx-ink); }
  .chosen-dot { fill: var(--hcx-network); stroke: var(--hcx-ink); stroke-width: 1.5; }
  .optimum { fill: none; stroke: var(--hcx-optimum); stroke-width: 2; stroke-linejoin: round; }
  .network { fill: none; stroke: var(--hcx-network); stroke-width: 2; stroke-linejoin: round; }
  /* The last sentence comes when all is done: the page below is not to jump. */
  .claim { min-height: 2.8em; }
  @container (max-width: 30rem) { .claim { min-height: 7em; } }
`;
