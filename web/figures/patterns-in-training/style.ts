import { css } from 'lit';

export const patternsInTrainingStyle = css`
  .sheet { fill: var(--hcx-neuron); fill-opacity: 0.07; }
  .bits { fill: var(--hcx-neuron); }
  .signs { fill: none; stroke: var(--hcx-ink-soft); stroke-width: 1.2; }
  .together { fill: none; stroke: var(--hcx-neuron); }
  .together-name { fill: var(--hcx-neuron-ink); font-size: calc(0.8rem / var(--letters, 1)); }
  .label-sign { stroke: var(--hcx-data); stroke-width: 1.5; stroke-dasharray: 4 3; }
  .count { fill: none; stroke: var(--hcx-neuron); stroke-width: 2; }
  .count-dot { fill: var(--hcx-neuron); stroke: var(--hcx-paper); stroke-width: 1.5; }
  .count-name { fill: var(--hcx-neuron-ink); }
  .loss, .optimum { fill: none; stroke-width: 2; stroke-linejoin: round; }
  .loss { stroke: var(--hcx-network); }
  .optimum { stroke: var(--hcx-optimum); }
  .bracket { fill: none; stroke: var(--hcx-dual); stroke-width: 1.5; }
  .first { stroke: var(--hcx-optimum); stroke-dasharray: 5 4; }
  .below { fill: none; stroke: var(--hcx-optimum); stroke-width: 1.75; }
  .dot { fill: var(--hcx-network); stroke: var(--hcx-paper); stroke-width: 1.5; }
  .optimum-dot { fill: var(--hcx-optimum); stroke: var(--hcx-paper); stroke-width: 1.5; }
  .loss-name { fill: var(--hcx-network-ink); }
  .optimum-name, .first-name { fill: var(--hcx-optimum-ink); }
  .first-name { font-size: calc(0.8rem / var(--letters, 1)); paint-order: stroke; stroke: var(--hcx-paper); stroke-width: 3px; stroke-linejoin: round; }
`;
