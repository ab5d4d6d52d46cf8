import { css } from 'lit';

export const optimalSetStyle = css`
  .range { fill: var(--hcx-optimum); fill-opacity: 0.22; }
  .edge { fill: none; stroke: var(--hcx-optimum); stroke-width: 1; stroke-opacity: 0.7; }
  .output { fill: none; stroke: var(--hcx-optimum); stroke-width: 2.25; stroke-linejoin: round; }
  .middle { stroke: var(--hcx-rule); stroke-dasharray: 1 4; }
  .neurons { fill: var(--hcx-neuron); fill-opacity: 0.75; }
  .hull { fill: var(--hcx-optimum); fill-opacity: 0.1; stroke: var(--hcx-optimum); stroke-width: 1.5; stroke-linejoin: round; }
  .edges { fill: none; stroke: var(--hcx-control); stroke-width: 0.75; }
  .edges.many { stroke-opacity: 0.35; stroke-width: 0.5; }
  .corner { fill: var(--hcx-optimum-ink); }
  .handle { color: var(--hcx-ink); }
  .handle .dot { fill: var(--hcx-optimum); stroke: var(--hcx-ink); stroke-width: 1.5; }
  .rim { fill: var(--hcx-neuron-ink); }
  .leaving { fill: var(--hcx-optimum-ink); }
  /* What is said may be longer for the next network: the controls above and the text below stay where they are. */
  .claim { min-height: 1.45em; }
  @container (max-width: 36rem) { .claim { min-height: 2.9em; } }
  @container (max-width: 24rem) { .claim { min-height: 4.3em; } }
  .hint { fill: var(--hcx-ink); paint-order: stroke; stroke: var(--hcx-paper); stroke-width: 4px; }
`;
