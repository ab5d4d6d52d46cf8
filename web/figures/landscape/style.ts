import { css } from 'lit';

export const landscapeStyle = css`
  .field { position: relative; }
  .drawing { position: relative; }
  /* Under the drawing, whose marks stand on it; its top is that of the layout. */
  .stage { position: absolute; left: 0; top: calc(22px * var(--drawing, 1)); transform: scale(var(--drawing, 1)); transform-origin: 0 0; }
  .stage:focus-visible { outline-offset: -2px; }
  .stage canvas { display: block; }
  .upright { stroke: var(--hcx-control); }
  /* The start can be taken hold of from behind the surface too. */
  .behind { opacity: 0.45; }
  .view-note { color: var(--hcx-ink-soft); }
  .drawing .name { font-size: calc(0.82rem / var(--letters, 1)); }
  .letter { fill: var(--hcx-ink); font-size: 1rem; }
  svg .letter { font-size: calc(1rem / var(--letters, 1)); }
  .tick { fill: var(--hcx-ink-soft); }
  .frame { fill: none; stroke: var(--hcx-control); shape-rendering: crispEdges; }
  .mixed { fill: var(--hcx-neuron); fill-opacity: 0.12; }
  .pattern rect { fill: var(--hcx-paper); fill-opacity: 0.8; }
  .pattern circle { stroke: var(--hcx-neuron-ink); stroke-width: 1.5; }
  .pattern .seen { fill: var(--hcx-neuron-ink); }
  .pattern .unseen { fill: none; }
  .relief path {
    fill: var(--hcx-ink); fill-opacity: 0.026; fill-rule: evenodd;
    stroke: var(--hcx-ink); stroke-opacity: 0.22; stroke-width: 0.75; pointer-events: none;
  }
  .relief.faint path { fill-opacity: 0.008; }
  .alone { stroke: var(--hcx-ink); stroke-width: 1.5; }
  .section { fill: none; stroke: var(--hcx-ink); stroke-width: 1.75; stroke-linejoin: round; }

  .section-value { fill: var(--hcx-data-ink); }

  .critical.band { fill: none; stroke: var(--hcx-data); stroke-width: 3.5; stroke-dasharray: 9 4; }
  .critical.band.global-minimum { stroke: var(--hcx-optimum); stroke-dasharray: none; }
  .critical.band.local-maximum { stroke: var(--hcx-control); stroke-dasharray: 2 4; stroke-width: 2; }
  .critical.dot { fill: var(--hcx-paper); stroke: var(--hcx-data); stroke-width: 2; }
  .critical.dot.global-minimum { fill: var(--hcx-optimum); stroke: var(--hcx-ink); stroke-width: 1.5; }
  .critical.dot.local-maximum { stroke: var(--hcx-ink); stroke-width: 1.25; }
  .critical.area { fill: var(--hcx-control); fill-opacity: 0.3; stroke: none; }
  .critical.area.global-minimum { fill: var(--hcx-optimum); fill-opacity: 0.35; }
  .casing { fill: none; stroke: var(--hcx-paper); stroke-width: 6.5; stroke-linecap: round; stroke-linejoin: round; }
  .value {
    fill: var(--hcx-data-ink); font-size: calc(1rem / var(--letters, 1)); font-weight: 600;
    paint-order: stroke; stroke: var(--hcx-paper); stroke-width: 4px; stroke-linejoin: round; pointer-events: none;
  }
  .value.global-minimum { fill: var(--hcx-optimum-ink); }

  .run { fill: none; stroke: var(--hcx-network); stroke-width: 2; stroke-linejoin: round; pointer-events: none; }
  .run.casing { stroke: var(--hcx-paper); stroke-width: 5; }
  .step { fill: var(--hcx-network); pointer-events: none; }
  .end { fill: var(--hcx-network); stroke: var(--hcx-paper); stroke-width: 2; pointer-events: none; }
  .way { fill: none; stroke: var(--hcx-optimum); stroke-width: 3; stroke-dasharray: 1.5 5.5; stroke-linecap: round; pointer-events: none; }
  .way.casing { stroke: light-dark(var(--hcx-ink), var(--hcx-paper)); stroke-width: 5.5; stroke-dasharray: none; stroke-linejoin: round; }

  .start { color: var(--hcx-network); }
  .start .tip { fill: var(--hcx-paper); stroke: var(--hcx-network); stroke-width: 3; }
  .start .ring { stroke: var(--hcx-network-ink); }
  .point text {
    fill: var(--hcx-data-ink); paint-order: stroke; stroke: var(--hcx-paper); stroke-width: 3px; stroke-linejoin: round;
  }
  .output { fill: none; stroke: var(--hcx-network); stroke-width: 2; stroke-linejoin: round; }

  .floor { stroke: var(--hcx-data); stroke-width: 1.25; stroke-dasharray: 6 4; }
  .floor.best { stroke: var(--hcx-optimum); stroke-width: 2; stroke-dasharray: none; }
  .floor-name { fill: var(--hcx-data-ink); }
  .floor-name.best, .best { fill: var(--hcx-optimum-ink); color: var(--hcx-optimum-ink); }
  .trap { color: var(--hcx-data-ink); }

  .ends { stroke: none; shape-rendering: crispEdges; }
  .ends-0 { fill: var(--hcx-optimum); fill-opacity: 0.55; }
  .ends-1 { fill: var(--hcx-data); fill-opacity: 0.5; }
  .ends-2 { fill: url(#upper-hatching); }
  .diverged { fill: url(#diverged-hatching); }
  .unsettled { fill: url(#unsettled-hatching); }
  .other { fill: var(--hcx-control); fill-opacity: 0.25; }
  .data-hatching rect { fill: var(--hcx-data); fill-opacity: 0.22; }
  .data-hatching line { stroke: var(--hcx-data); stroke-width: 4; }
  .grey-hatching line { stroke: var(--hcx-control); stroke-width: 1.5; }
  .grey-hatching circle { fill: var(--hcx-control); }

  .bar { --slider: 16rem; }
  .toggle { padding: 0.45rem 0.8rem; border: 1px solid var(--hcx-control); border-radius: 1.2rem; background: none; }
  .toggle[aria-pressed="true"] { border-color: var(--hcx-ink); background: color-mix(in srgb, var(--hcx-ink) 12%, transparent); }
  @media (pointer: coarse) { .toggle { min-height: 2.75rem; } }
  .buttons { gap: 0.3rem 0.6rem; }
  table.numbers { max-width: 36rem; margin-top: 0.6rem; }
  table.numbers th, table.numbers td { padding: 0.2rem 0.6rem 0.2rem 0; vertical-align: middle; }
  table.numbers tbody th { display: flex; color: inherit; }
  table.numbers thead th:not(:first-child) { text-align: right; }
  .swatch { flex: none; align-self: center; margin-right: 0.6rem; }
`;
