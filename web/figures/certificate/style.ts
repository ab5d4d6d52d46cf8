import { css } from 'lit';

export const certificateStyle = css`
  .allowed { fill: var(--hcx-dual); fill-opacity: 0.09; }
  .level { stroke: var(--hcx-dual); stroke-width: 1.75; stroke-dasharray: 6 5; }
  .level-name { fill: var(--hcx-dual-ink); paint-order: stroke; stroke: var(--hcx-paper); stroke-width: 4px; stroke-linejoin: round; }
  .curve { fill: none; stroke: var(--hcx-ink); stroke-width: 1.75; stroke-linejoin: round; }
  .excess { fill: var(--hcx-data); fill-opacity: 0.55; }
  .neuron { color: var(--hcx-optimum-ink); }
  .neuron path { fill: var(--hcx-optimum); stroke: var(--hcx-paper); stroke-width: 1.5; stroke-linejoin: round; }
  .neuron.chosen path { stroke: var(--hcx-ink); }
  .neuron:not(:hover, :focus-visible, .dragged) .ring { opacity: 0; }
  .output { fill: none; stroke: var(--hcx-optimum); stroke-width: 2; stroke-linejoin: round; }
`;
