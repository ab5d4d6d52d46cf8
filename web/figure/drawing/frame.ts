import { svg, type TemplateResult } from 'lit';
import type { View } from '../declaration.ts';

interface Frame {
  readonly width: number;
  readonly height: number;
}

/** A drawing of a given size with the hands on it. @param role `img` where nothing in it can be moved by keys */
export function drawing(
  { hands }: Pick<View, 'hands'>,
  { width, height }: Frame,
  label: string,
  content: unknown,
  { role = 'group', name = 'drawing' }: { role?: 'group' | 'img'; name?: string } = {},
): TemplateResult {
  return svg`<svg class=${name} width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} role=${role} aria-label=${label}
    @pointerdown=${hands.down} @touchstart=${hands.touch} @keydown=${hands.key}>${content}</svg>`;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Cuts what leaves a box. @param above and below: how much further marks on its border reach, pixels */
export const clip = (id: string, { left, right, top, bottom }: Box, above = 0, below = 0): TemplateResult =>
  svg`<clipPath id=${id}><rect x=${left} y=${top - above} width=${right - left} height=${bottom - top + above + below} /></clipPath>`;
