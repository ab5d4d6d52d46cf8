import { css } from 'lit';

export const planeStyle = css`
  .dimension { margin-left: 0.4em; white-space: nowrap; }

  .in-space .letter { font-size: calc(0.9rem / var(--letters, 1)); }
  .globe { cursor: grab; outline: none; }
  .ball { fill: var(--hcx-paper); }
  .globe:focus-visible .rim { stroke: var(--hcx-focus); stroke-width: 2.5; }
  .cell { fill: var(--hcx-neuron); }
  @media (hover: hover) { .cell:hover { fill: var(--hcx-neuron-ink); } }
  .circle { fill: none; stroke: var(--hcx-data); stroke-width: 1.5; }
  .circle.marked { stroke-width: 2.5; }
  .circle.far { stroke-width: 1; stroke-dasharray: 3 4; opacity: 0.6; }
  .cell-line { fill: none; stroke: var(--hcx-neuron-ink); stroke-width: 2.75; stroke-linejoin: round; }
  .cell-line.far { stroke-width: 1.75; stroke-dasharray: 5 4; opacity: 0.75; }
  .witness { fill: var(--hcx-ink); }
  .witness.far { opacity: 0.25; }
  .meeting { fill: none; stroke: var(--hcx-data-ink); stroke-width: 2; }
  .meeting.far { stroke-dasharray: 2 3; opacity: 0.6; }
  .in-space .circle-number { fill: var(--hcx-data-ink); font-size: calc(0.75rem / var(--letters, 1)); }
  .in-space .circle-number.marked { font-weight: 700; }
  .neuron-mark .tip { fill: var(--hcx-ink); stroke: var(--hcx-paper); stroke-width: 1.5; }
  .neuron-mark.far .tip { fill: var(--hcx-paper); stroke: var(--hcx-ink); stroke-dasharray: 2 2; }
  .neuron-mark .bits { font-size: calc(0.85rem / var(--letters, 1)); paint-order: stroke; stroke: var(--hcx-paper); stroke-width: 4; stroke-linejoin: round; pointer-events: none; }

  .square { fill: none; stroke: var(--hcx-control); shape-rendering: crispEdges; }
  .active-side { fill: var(--hcx-neuron); fill-opacity: 0.16; }
  .switch { stroke: var(--hcx-neuron); stroke-width: 2.25; }
  .arrow { fill: none; stroke: var(--hcx-neuron-ink); stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; }
  .one-line { fill: none; stroke: var(--hcx-data-ink); stroke-width: 1.25; stroke-dasharray: 2 4; }
`;
