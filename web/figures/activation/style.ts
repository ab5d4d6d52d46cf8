import { css } from 'lit';

export const activationStyle = css`
  .zero { stroke: var(--hcx-control); stroke-opacity: 0.6; }
  .active { fill: var(--hcx-neuron); fill-opacity: 0.1; }
  .output { fill: none; stroke: var(--hcx-neuron); stroke-width: 2.25; stroke-linejoin: round; }
  .neuron { color: var(--hcx-neuron-ink); }
  .kink path, .slope .knob { fill: var(--hcx-neuron); stroke: var(--hcx-paper); stroke-width: 1.5; stroke-linejoin: round; }
  .kink.away path { opacity: 0.4; }
  .weights { color: var(--hcx-ink); }
  .weights .knob { fill: var(--hcx-ink); stroke: var(--hcx-paper); stroke-width: 1.5; }
  .arrow { stroke: var(--hcx-ink); stroke-width: 1.75; }
  .line-name { fill: var(--hcx-data-ink); stroke: var(--hcx-paper); stroke-width: 3; paint-order: stroke; }
  .neuron.dragged, .point.dragged { cursor: grabbing; }

  .below { display: grid; grid-template-columns: auto 1fr; align-items: center; gap: 0.5rem 1.5rem; min-height: 3rem; margin-top: 0.4rem; }
  .matrix { display: flex; align-items: center; gap: 0.5rem; }
  .entries { display: grid; gap: 0 0.6rem; padding: 0 0.4rem; border-inline: 1.5px solid currentColor; border-radius: 0.3rem; }
  .entries.of1 { grid-template-columns: auto; }
  .entries.of2 { grid-template-columns: repeat(2, auto); }
  .entries.of3 { grid-template-columns: repeat(3, auto); }
  .entries.of4 { grid-template-columns: repeat(4, auto); }
  .entries i { color: var(--hcx-ink-soft); font-style: normal; text-align: center; }
  .entries i.diagonal { color: var(--hcx-ink); }
  .entries i.one { color: var(--hcx-neuron-ink); font-weight: 600; }
  table.numbers { max-width: 34rem; margin-top: 0.5rem; }
  table.numbers td { padding-left: 0.4rem; }
  table.numbers thead th:not(:first-child) { text-align: right; white-space: nowrap; }
  .below .claim { margin: 0; }
`;
