import { css } from 'lit';

/** Axes, names and marks of drawings; what only one figure draws it styles itself. */
export const drawingStyle = css`
  svg.drawing { user-select: none; touch-action: pan-y; }
  .axis line { stroke: var(--hcx-control); stroke-width: 1; shape-rendering: crispEdges; }
  .axis text { fill: var(--hcx-ink-soft); }
  .name { fill: var(--hcx-ink-soft); }
  text.quiet { fill: var(--hcx-ink-soft); font-size: calc(0.75rem / var(--letters, 1)); }
  .ground, .zero { stroke: var(--hcx-rule); shape-rendering: crispEdges; }
  .now { stroke: var(--hcx-control); shape-rendering: crispEdges; }
  .scrub { fill: transparent; cursor: ew-resize; }

  .mark { cursor: grab; outline: none; }
  .target { fill: transparent; }
  .ring { fill: none; stroke: currentColor; opacity: 0.35; transition: opacity 150ms, stroke-width 150ms; }
  .mark:hover > .ring { opacity: 1; }
  .mark:focus-visible > .ring, .dragged > .ring { opacity: 1; stroke-width: 2.5; }
  .dragged { cursor: grabbing; }

  .point { color: var(--hcx-data); }
  .point path, path.point { fill: none; stroke: var(--hcx-data); stroke-width: 2.25; stroke-linecap: round; }

  @media (prefers-reduced-motion: reduce) { .ring { transition: none; } }
`;
