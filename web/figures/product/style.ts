import { css } from 'lit';

export const productStyle = css`
  svg { user-select: none; touch-action: pan-y; }
  .name { fill: var(--hcx-ink-soft); }
  .zero { stroke: var(--hcx-rule); shape-rendering: crispEdges; }
  .level { fill: none; stroke: var(--hcx-network); stroke-width: 1.25; }
  .same { fill: none; stroke: var(--hcx-ink-soft); stroke-width: 1.5; stroke-dasharray: 2 5; stroke-linecap: round; }
  .curve { fill: none; stroke: var(--hcx-optimum); stroke-width: 2.5; stroke-linejoin: round; }
  .minima { fill: none; stroke: var(--hcx-optimum); stroke-width: 5; stroke-linecap: round; }
  .minimum { fill: var(--hcx-paper); fill-opacity: 0.6; stroke: var(--hcx-optimum); stroke-width: 3; }
  .excess { stroke: var(--hcx-ink-soft); stroke-width: 1.5; stroke-dasharray: 2 5; stroke-linecap: round; }
  .hollow { fill: var(--hcx-paper); stroke: var(--hcx-ink); stroke-width: 1.75; }
  .trail { fill: none; stroke: var(--hcx-network-ink); stroke-width: 2.75; stroke-linejoin: round; }
  .dot { cursor: grab; outline: none; color: var(--hcx-network-ink); }
  .core { fill: var(--hcx-network-ink); stroke: var(--hcx-paper); stroke-width: 1.5; }
  .target { fill: transparent; }
  .ring { fill: none; stroke: currentColor; opacity: 0.35; transition: opacity 150ms; }
  g:hover > .ring { opacity: 1; }
  g:focus-visible > .ring, .dragged > .ring { opacity: 1; stroke-width: 2.5; }
  .dragged { cursor: grabbing; }

  .bar { display: grid; grid-template-columns: minmax(10rem, 17rem) 1fr; align-items: center; gap: 0.2rem 1.75rem; margin-block: 0.3rem 0.5rem; }
  .buttons { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
  @container (max-width: 30rem) { .bar { grid-template-columns: 1fr; } }
  .claim { margin: 0 0 0.4rem; font-size: 1rem; text-wrap: pretty; }
  .numbers { width: 100%; max-width: 26rem; border-collapse: collapse; }
  .numbers th { padding: 0.15rem 0.75rem 0.15rem 0; color: var(--hcx-ink-soft); font-weight: 400; text-align: left; }
  .numbers td { text-align: right; white-space: nowrap; }
  .numbers tr { border-bottom: 1px solid var(--hcx-rule); }
  @media (prefers-reduced-motion: reduce) { .ring { transition: none; } }
`;
