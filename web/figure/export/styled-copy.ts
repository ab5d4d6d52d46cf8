/**
 * A copy of a drawing whose looks do not depend on a style sheet: what the browser has computed is written out as presentation
 * attributes, an inherited property where it differs from the parent's, any other where it is not the default.
 */

const INHERITED = [
  'fill',
  'fill-opacity',
  'fill-rule',
  'clip-rule',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'stroke-dashoffset',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-miterlimit',
  'paint-order',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'letter-spacing',
  'text-anchor',
  'shape-rendering',
  'visibility',
] as const;

const OWN: Readonly<Record<string, string>> = {
  opacity: '1',
  'clip-path': 'none',
  mask: 'none',
  filter: 'none',
  'dominant-baseline': 'auto',
  'vector-effect': 'none',
  'baseline-shift': '0px',
  'stop-color': 'rgb(0, 0, 0)',
  'stop-opacity': '1',
};

/** What other programs that read SVG take for granted. */
const DEFAULTS: Readonly<Record<string, string>> = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  'fill-rule': 'nonzero',
  'clip-rule': 'nonzero',
  stroke: 'none',
  'stroke-opacity': '1',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-dashoffset': '0px',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'stroke-miterlimit': '4',
  'paint-order': 'normal',
  'font-style': 'normal',
  'font-weight': '400',
  'letter-spacing': 'normal',
  'text-anchor': 'start',
  'shape-rendering': 'auto',
  visibility: 'visible',
};

/** For the hand, the keyboard, the screen reader and the style sheet. */
const FOREIGN = /^(class|style|role|tabindex|aria-.*|data-.*|on.*)$/;
const SHAPES = new Set(['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon']);
const IN_DEFINITIONS = 'defs, clipPath, mask, pattern, marker, linearGradient, radialGradient';
const SCREEN_ONLY = '[data-screen-only]';

type Looks = Readonly<Record<string, string>>;

export const styledCopy = (drawing: SVGSVGElement): SVGSVGElement => copyOf(drawing, DEFAULTS) as SVGSVGElement;

/** The inherited properties of an element. Many programs do not read a colour's fourth number: it becomes an opacity. */
function looksOf(computed: CSSStyleDeclaration): Looks {
  const looks = Object.fromEntries(INHERITED.map((name) => [name, computed.getPropertyValue(name)]));
  for (const paint of ['fill', 'stroke']) {
    const { colour, opacity } = plainColour(looks[paint]);
    looks[paint] = colour;
    if (opacity !== 1) looks[`${paint}-opacity`] = String(Number(looks[`${paint}-opacity`]) * opacity);
  }
  return looks;
}

/** Null when nothing of it can be seen. */
function copyOf(original: Element, above: Looks): Element | null {
  const computed = getComputedStyle(original);
  if (original.matches(SCREEN_ONLY) || !isSeen(original, computed)) return null;
  const copy = original.cloneNode(false) as Element;
  for (const { name } of [...copy.attributes]) if (FOREIGN.test(name)) copy.removeAttribute(name);
  const looks = looksOf(computed);
  for (const name of INHERITED) write(copy, name, looks[name], above[name]);
  for (const [name, usual] of Object.entries(OWN)) write(copy, name, computed.getPropertyValue(name) || usual, usual);
  for (const child of original.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) copy.append(child.cloneNode());
    else if (child.nodeType === Node.ELEMENT_NODE) copy.append(...[copyOf(child as Element, looks) ?? []].flat());
  }
  return copy;
}

function write(copy: Element, name: string, value: string, usual: string | undefined): void {
  copy.removeAttribute(name);
  if (value !== usual) copy.setAttribute(name, value.replaceAll(/url\("(#[^"]*)"\)/g, 'url($1)'));
}

/** Titles and definitions are not drawn, but belong to what is. */
function isSeen(element: Element, computed: CSSStyleDeclaration): boolean {
  if (element.closest(IN_DEFINITIONS) || ['title', 'desc'].includes(element.localName)) return true;
  if (computed.display === 'none' || computed.opacity === '0') return false;
  if (!SHAPES.has(element.localName)) return true;
  return computed.visibility !== 'hidden' && (isPaint(computed.fill) || isPaint(computed.stroke));
}

const isPaint = (paint: string): boolean => paint !== 'none' && !/^rgba\(.*, 0\)$/.test(paint);

const byte = (share: string): number => Math.round(255 * Math.min(Math.max(Number(share), 0), 1));

/** rgb() as every program reads it, and its opacity. */
export function plainColour(value: string): { colour: string; opacity: number } {
  const mixed = /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)(?: \/ ([\d.e-]+))?\)$/.exec(value);
  if (mixed) return { colour: `rgb(${mixed.slice(1, 4).map(byte).join(', ')})`, opacity: Number(mixed[4] ?? 1) };
  const clear = /^rgba\((\d+), (\d+), (\d+), ([\d.]+)\)$/.exec(value);
  if (clear) return { colour: `rgb(${clear.slice(1, 4).join(', ')})`, opacity: Number(clear[4]) };
  return { colour: value, opacity: 1 };
}
