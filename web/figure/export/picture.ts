import { styledCopy } from './styled-copy.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** Of paper around the drawings, pixels. */
const MARGIN = 16;
/** Smaller ones are icons. */
const SMALLEST = { width: 100, height: 50 };

type Drawing = SVGSVGElement | HTMLCanvasElement;

export interface Picture {
  readonly svg: SVGSVGElement;
  readonly width: number;
  readonly height: number;
}

/** The drawings of a figure in the order of its tree: no icons, nothing that is out of sight. */
function drawingsIn(root: ParentNode): Drawing[] {
  return [...root.querySelectorAll('*')].flatMap((element): Drawing[] => {
    const within = element.shadowRoot ? drawingsIn(element.shadowRoot) : [];
    return isDrawing(element) ? [element, ...within] : within;
  });
}

function isDrawing(element: Element): element is Drawing {
  if (!(element instanceof HTMLCanvasElement || element instanceof SVGSVGElement)) return false;
  if (element.parentElement?.closest('svg, button, label, table, dialog')) return false;
  const { width, height } = element.getBoundingClientRect();
  return width >= SMALLEST.width && height >= SMALLEST.height && element.checkVisibility({ visibilityProperty: true });
}

/** Of the drawings and of what they write beyond their borders, in the window. */
function frameOf(drawings: readonly Drawing[]) {
  const boxes = drawings
    .flatMap((drawing) => [drawing, ...drawing.querySelectorAll('text')])
    .map((element) => element.getBoundingClientRect());
  const shown = boxes.filter(({ width, height }) => width > 0 && height > 0);
  const left = Math.floor(Math.min(...shown.map((box) => box.left))) - MARGIN;
  const top = Math.floor(Math.min(...shown.map((box) => box.top))) - MARGIN;
  const right = Math.ceil(Math.max(...shown.map((box) => box.right))) + MARGIN;
  const bottom = Math.ceil(Math.max(...shown.map((box) => box.bottom))) + MARGIN;
  return { left, top, width: right - left, height: bottom - top };
}

function make(name: string, attributes: Record<string, string | number>, text = ''): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.textContent = text;
  return element;
}

/** The colour of the page under the figure. */
function paperOf(figure: Element): string {
  const probe = document.createElement('i');
  probe.style.color = 'var(--hcx-paper, Canvas)';
  figure.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** What a canvas shows, as an image. One that may not be read is left out. */
function imageOf(canvas: HTMLCanvasElement, at: Record<string, string | number>): SVGElement | null {
  try {
    return make('image', { ...at, href: canvas.toDataURL('image/png') });
  } catch {
    return null;
  }
}

function placed(drawing: Drawing, corner: { left: number; top: number }): SVGElement | null {
  const { left, top, width, height } = drawing.getBoundingClientRect();
  const at = { x: left - corner.left, y: top - corner.top, width, height };
  if (drawing instanceof HTMLCanvasElement) return imageOf(drawing, at);
  const copy = styledCopy(drawing);
  const viewBox = drawing.getAttribute('viewBox');
  if (viewBox) copy.setAttribute('viewBox', viewBox);
  for (const [name, value] of Object.entries({ ...at, overflow: 'visible' })) copy.setAttribute(name, String(value));
  return copy;
}

/** A figure as one picture that needs nothing of the page: its drawings side by side as they are now, on paper. */
export function pictureOf(figure: HTMLElement): Picture {
  const drawings = drawingsIn(figure.shadowRoot ?? figure);
  if (!drawings.length) throw new Error('this figure has drawn nothing yet');
  const frame = frameOf(drawings);
  const { width, height } = frame;
  const svg = make('svg', { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img' }) as SVGSVGElement;
  const caption = (figure.textContent ?? '').replace(/\s+/g, ' ').trim();
  const name = drawings.map((drawing) => drawing.getAttribute('aria-label')).find(Boolean) ?? figure.localName;
  svg.append(make('title', {}, name), make('desc', {}, caption));
  svg.append(make('rect', { width, height, fill: paperOf(figure) }));
  svg.append(...drawings.map((drawing) => placed(drawing, frame)).filter((copy) => copy !== null));
  return { svg, width, height };
}

export const svgText = ({ svg }: Picture): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;
