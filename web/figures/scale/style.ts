import { css } from 'lit';

export const scaleStyle = css`
  .network, .optimum, .lazy { fill: none; stroke-linejoin: round; }
  .network { stroke: var(--hcx-network); stroke-width: 2.25; }
  .optimum { stroke: var(--hcx-optimum); stroke-width: 2; }
  .lazy { stroke: var(--hcx-ink-soft); stroke-width: 1.5; stroke-dasharray: 2 4; }
  .network-name, .optimum-name, .lazy-name, .rim, .heading text, .ending text {
    paint-order: stroke; stroke: var(--hcx-paper); stroke-width: 4px; stroke-linejoin: round;
  }
  .network-name, .loss-name { fill: var(--hcx-network-ink); }
  .optimum-name, .ending text { fill: var(--hcx-optimum-ink); }
  .lazy-name { fill: var(--hcx-ink-soft); }
  .neurons { fill: var(--hcx-neuron); fill-opacity: 0.7; }
  .rim { fill: var(--hcx-neuron-ink); }
  .middle { stroke: var(--hcx-rule); stroke-dasharray: 1 4; }
  .heading line { stroke: var(--hcx-neuron); stroke-dasharray: 4 3; }
  .ending line { stroke: var(--hcx-optimum); stroke-dasharray: 4 3; }
  .heading text { fill: var(--hcx-neuron-ink); }
  .heading text, .ending text { font-size: calc(0.8rem / var(--letters, 1)); }
  .loss { fill: none; stroke: var(--hcx-network); stroke-width: 2; stroke-linejoin: round; }
  .dot { fill: var(--hcx-network); stroke: var(--hcx-paper); stroke-width: 1.5; }
  rect.alignment { fill: var(--hcx-neuron); fill-opacity: 0.14; }
  rect.fitting { fill: var(--hcx-network); fill-opacity: 0.1; }
  .alignment-name, .turning-name { fill: var(--hcx-neuron-ink); }
  .fitting-name { fill: var(--hcx-network-ink); }
  .growing-name { fill: var(--hcx-ink-soft); }
  .turning, .growing { fill: none; stroke-width: 2; stroke-linejoin: round; }
  .turning { stroke: var(--hcx-neuron); }
  .growing { stroke: var(--hcx-ink-soft); stroke-dasharray: 6 3; }
`;
