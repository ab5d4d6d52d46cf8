import { css } from 'lit';

export const oneNeuronStyle = css`
  .loss { fill: none; stroke: var(--hcx-network); stroke-width: 2.5; stroke-linejoin: round; }
  .fixed { fill: none; stroke: var(--hcx-network); stroke-width: 1.5; stroke-dasharray: 5 5; opacity: 0.8; }
  .fixed.chosen { stroke: var(--hcx-optimum); stroke-width: 2.75; stroke-dasharray: 8 5; opacity: 1; }
  .forbidden { opacity: 0.55; }
  .hatch { stroke: var(--hcx-control); stroke-width: 1.25; }
  .wall { stroke: var(--hcx-ink-soft); stroke-width: 3; }
  .minimum { fill: none; stroke: var(--hcx-optimum); stroke-width: 2.5; }
  .untrue { stroke: var(--hcx-neuron); stroke-width: 1.5; stroke-dasharray: 2 4; }
  .hollow { fill: var(--hcx-paper); stroke: var(--hcx-neuron); stroke-width: 2; }
  .neuron { color: var(--hcx-neuron-ink); }
  .neuron .dot { fill: var(--hcx-neuron); stroke: var(--hcx-paper); stroke-width: 1.5; }
  .output { fill: none; stroke: var(--hcx-neuron); stroke-width: 2.25; stroke-linejoin: round; }
  .residual { stroke: var(--hcx-optimum); stroke-width: 1.5; stroke-dasharray: 3 4; }
  .promised { fill: none; stroke: var(--hcx-optimum); stroke-width: 2; }

  .claim { min-height: 2.8em; margin-top: 0.3rem; }
  .matrices { display: grid; grid-template-columns: repeat(4, 1fr); gap: 0.5rem; }
  @container (max-width: 38rem) { .matrices { grid-template-columns: 1fr 1fr; } }
  @container (max-width: 15rem) { .matrices { grid-template-columns: 1fr; } }
  .matrix {
    display: grid; grid-template-columns: auto 1fr; align-items: center; gap: 0.1rem 0.7rem; padding: 0.5rem 0.7rem;
    border: 1px solid var(--hcx-rule); border-radius: 0.3rem; background: none; text-align: start;
  }
  .matrix[aria-pressed="true"] { border-color: var(--hcx-optimum-ink); box-shadow: inset 0 0 0 1px var(--hcx-optimum-ink); }
  .matrix.now .entries { color: var(--hcx-neuron-ink); font-weight: 600; }
  .entries { display: grid; grid-template-columns: 1fr 1fr; gap: 0 0.5rem; padding: 0 0.35rem; border-inline: 1.5px solid currentColor; border-radius: 0.25rem; }
  .entries i { color: var(--hcx-ink-soft); font-weight: 400; font-style: normal; text-align: center; }
  .entries i.diagonal { color: inherit; font-weight: inherit; }
  .matrix small { display: block; color: var(--hcx-ink-soft); font-size: 0.8rem; }
`;
