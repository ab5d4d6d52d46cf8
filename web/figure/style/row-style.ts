import { css } from 'lit';

/** What stands under a drawing: the row of controls, the claim, the numbers that are compared. */
export const rowStyle = css`
  .bar { display: flex; flex-wrap: wrap; align-items: center; gap: 0.2rem 1.75rem; margin-block: 0.3rem 0.5rem; }
  .bar > .slider { flex: 1 1 9rem; max-width: var(--slider, 14rem); }
  .bar > .icons { display: flex; gap: 0.15rem; margin-left: -0.6rem; }
  .bar > .icons ~ .slider { --slider: 24rem; }
  .buttons { display: flex; flex: 1 1 0; flex-wrap: wrap; align-items: center; gap: 0 1.25rem; min-width: min(13rem, 100%); }
  @container (max-width: 30rem) {
    .bar > .slider { flex-basis: 100%; max-width: none; }
    .buttons { flex-basis: 100%; }
  }

  .claim { margin: 0 0 0.4rem; font-size: 1rem; text-wrap: pretty; }
  .claim strong { font-weight: 600; }
  table.numbers { width: 100%; max-width: 26rem; border-collapse: collapse; }
  table.numbers th { padding: 0.15rem 0.75rem 0.15rem 0; color: var(--hcx-ink-soft); font-weight: 400; text-align: left; }
  table.numbers td { padding: 0.15rem 0; text-align: right; white-space: nowrap; }
  table.numbers tr { border-bottom: 1px solid var(--hcx-rule); }
  .network-row td { color: var(--hcx-network-ink); }
  .optimum-row td { color: var(--hcx-optimum-ink); }
  .dual-row td { color: var(--hcx-dual-ink); }
`;
