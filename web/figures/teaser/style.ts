import { css } from 'lit';

export const teaserStyle = css`
  .network, .optimum { fill: none; stroke-width: 2; stroke-linejoin: round; }
  .network { stroke: var(--hcx-network); }
  .optimum { stroke: var(--hcx-optimum); }
  .network-label { fill: var(--hcx-network-ink); }
  .optimum-label { fill: var(--hcx-optimum-ink); }

  .frame-line { stroke: var(--hcx-rule); shape-rendering: crispEdges; }
  .middle-line { stroke: var(--hcx-rule); stroke-dasharray: 1 4; }
  .neurons { fill: var(--hcx-neuron); fill-opacity: 0.75; }
  .optimum-neurons { fill: none; stroke: var(--hcx-optimum); stroke-width: 1.75; stroke-linejoin: round; }

  .hint text { fill: var(--hcx-data-ink); font-size: calc(0.95rem / var(--letters, 1)); }
  .hint path { fill: none; stroke: var(--hcx-data-ink); stroke-width: 1.25; stroke-linecap: round; }
  .hint { pointer-events: none; }
  .beyond text { font-size: calc(0.72rem / var(--letters, 1)); paint-order: stroke; stroke: var(--hcx-paper); stroke-width: 3px; stroke-linejoin: round; }
  .network-beyond text { fill: var(--hcx-neuron-ink); }
  .network-beyond path { fill: var(--hcx-neuron); }
  .optimum-beyond text { fill: var(--hcx-optimum-ink); }
  .optimum-beyond path { fill: none; stroke: var(--hcx-optimum); stroke-width: 1.5; stroke-linejoin: round; }

  .strip { touch-action: pan-y; }
  .grab { fill: transparent; cursor: ew-resize; }
  .gap { fill: var(--hcx-optimum); fill-opacity: 0.22; pointer-events: none; }
  .gap-label { fill: var(--hcx-optimum-ink); pointer-events: none; }
  .strip path, .strip line, .strip circle { pointer-events: none; }
  .strip .bound {
    fill: none; stroke: var(--hcx-dual); stroke-width: 2; stroke-dasharray: 5 7;
    pointer-events: stroke; cursor: ew-resize;
  }
  .now-dot { fill: var(--hcx-network); stroke: var(--hcx-paper); stroke-width: 1.5; }

  .controls { display: grid; grid-template-columns: auto minmax(7rem, 12rem) 1fr; align-items: center; gap: 0.35rem 1.75rem; margin-block: 0.3rem 1rem; }
  .controls > .text-button { justify-self: end; }
  .buttons { display: flex; gap: 0.15rem; margin-left: -0.6rem; }
  .sliders {
    grid-column: 1 / -1; display: grid; gap: 0.35rem 1.75rem;
    grid-template-columns: repeat(4, 1fr);
  }
  @container (max-width: 46rem) {
    .sliders { grid-template-columns: 1fr 1fr; }
  }
  @container (max-width: 30rem) {
    .controls { grid-template-columns: auto 1fr; column-gap: 1.25rem; }
    .controls > .text-button { order: 1; grid-column: 1 / -1; justify-self: start; margin-left: -0.2rem; }
    .sliders { column-gap: 1.25rem; }
  }
  @container (max-width: 19rem) {
    .controls, .sliders { grid-template-columns: 1fr; }
  }
  .claim { margin-bottom: 0.5rem; }
  .complaint { margin: 0 0 0.5rem; padding-left: 0.75rem; border-left: 3px solid var(--hcx-data); }

  .tables { display: flex; flex-wrap: wrap; gap: 0 3.5rem; margin-bottom: 0.9rem; }
  .tables table { flex: 1 1 17rem; max-width: none; }
  .aside { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

  @media print {
    .hint { display: none; }
  }
`;
