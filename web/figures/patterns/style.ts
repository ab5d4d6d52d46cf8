import { css } from 'lit';

export const patternsStyle = css`
  .direction line { stroke: var(--hcx-ink); stroke-width: 1.75; }
  .direction .tip { fill: var(--hcx-ink); }

  .ground { stroke: var(--hcx-control); }
  .output { fill: none; stroke: var(--hcx-neuron); stroke-width: 2; stroke-linejoin: round; }
  .kink { stroke: var(--hcx-neuron); stroke-dasharray: 2 4; }

  .point text { font-size: calc(0.75rem / var(--letters, 1)); }

  .count { margin: 0; font-size: 1rem; }
  .list { display: flex; flex-wrap: wrap; gap: 0.3rem; margin: 0.7rem 0 0; padding: 0; list-style: none; }
  .list button {
    padding: 0.45rem 0.6rem; border: 1px solid var(--hcx-rule); border-radius: 0.3rem; background: none;
    color: var(--hcx-ink-soft); font-size: 0.78rem; letter-spacing: 0.08em;
  }
  .list button[aria-pressed="true"] { border-color: var(--hcx-neuron-ink); color: var(--hcx-neuron-ink); }
  @container (max-width: 340px) {
    .list { gap: 0.25rem; }
    .list button { padding-inline: 0.4rem; }
  }
`;
