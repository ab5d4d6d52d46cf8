import { css } from 'lit';

/** Data points that a neuron sees, `on`, or does not, `off`. */
export const seenStyle = css`
  .point.off path { opacity: 0.5; }
  .point.on path { stroke-width: 3; }
  .point.off text { fill: var(--hcx-ink-soft); }
  .point.on text { fill: var(--hcx-data-ink); font-weight: 600; }
`;
