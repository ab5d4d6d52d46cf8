import { css } from 'lit';

export const countStyle = css`
  .curve { fill: none; stroke-width: 1.75; stroke-linejoin: round; }
  .curve.count { stroke: var(--hcx-neuron); stroke-width: 2.5; }
  .curve.bound { stroke: var(--hcx-dual); stroke-dasharray: 6 5; }
  .curve.all { stroke: var(--hcx-ink-soft); stroke-dasharray: 1.5 4; stroke-linecap: round; }
  text.count { fill: var(--hcx-neuron-ink); }
  text.bound { fill: var(--hcx-dual-ink); }
  text.all { fill: var(--hcx-ink-soft); }
  .dot { fill: var(--hcx-neuron); stroke: var(--hcx-paper); stroke-width: 1.5; }
  .bar > .slider { flex-basis: 6rem; max-width: none; }
  @container (max-width: 15rem) { .bar > .slider { flex-basis: 100%; } }
  .digits { overflow-wrap: anywhere; }
`;
