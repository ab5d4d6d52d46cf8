import { svg, type TemplateResult } from 'lit';

const solid = (path: string): TemplateResult => svg`<path d=${path} fill="currentColor" />`;
const stroke = (path: string): TemplateResult =>
  svg`<path d=${path} fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" />`;

/** Drawn in a box of 20 by 20. */
export const icons = {
  play: solid('M6 3.5v13l10.5-6.5z'),
  pause: solid('M5 4h3.6v12H5zM11.4 4H15v12h-3.6z'),
  step: svg`${solid('M4 4v12l8-6z')}${stroke('M14.8 4.6v10.8')}`,
  rewind: svg`${solid('M16 4v12l-8-6z')}${stroke('M5.2 4.6v10.8')}`,
  draw: svg`${stroke('M4 4h12v12H4z')}${[
    [7, 7],
    [13, 13],
    [10, 10],
    [13, 7],
    [7, 13],
  ].map(([x, y]) => svg`<circle cx=${x} cy=${y} r="1.15" fill="currentColor" />`)}`,
  share: stroke('M10 12.5V2.8M6.2 6.2 10 2.6l3.8 3.6M5.5 9.2H3.6v8.2h12.8V9.2h-1.9'),
  close: stroke('M5 5l10 10M15 5 5 15'),
};

export type IconName = keyof typeof icons;
