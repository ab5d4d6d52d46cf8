import type { Browser, Page } from 'playwright-core';

/** A piece of text on the screen, CSS pixels of the window. */
export interface Piece {
  readonly words: string;
  readonly where: string;
  readonly box: readonly [x: number, y: number, width: number, height: number];
  /** At least 24 px, or 18.66 px in bold: WCAG asks 3 of it instead of 4.5. */
  readonly large: boolean;
}

export interface Measured extends Piece {
  /** Between the clearest pixel of the text and what is behind it; NaN where nothing of the text is seen. */
  readonly contrast: number;
}

/** Runs in the page: the text that is wholly in the window, with that of the figures. Disabled controls are exempt. */
function visibleText(): Piece[] {
  const pieces: Piece[] = [];
  const look = (root: Document | ShadowRoot): void => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
    for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
      if (node instanceof Element && node.shadowRoot) look(node.shadowRoot);
      const parent = node.parentElement;
      if (!(node instanceof Text) || !parent || !node.data.trim()) continue;
      if (parent.closest('button:disabled, title, style, script, .skip') || !parent.checkVisibility()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { fontSize, fontWeight } = getComputedStyle(parent);
      const size = Number.parseFloat(fontSize);
      const large = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
      const host = root instanceof ShadowRoot ? root.host.localName : 'page';
      for (const { x, y, width, height } of range.getClientRects()) {
        if (width < 3 || height < 3 || x < 0 || y < 0 || x + width > innerWidth || y + height > innerHeight) continue;
        pieces.push({ words: node.data.trim(), where: host, box: [x, y, width, height], large });
      }
    }
  };
  look(document);
  return pieces;
}

/** Runs in the page: takes the ink from all text, and leaves everything else; again: gives it back. */
function toggleInk(): void {
  const css = `* { -webkit-text-fill-color: transparent !important; text-decoration-color: transparent !important }
    text, tspan { fill: transparent !important }`;
  const visit = (root: Document | ShadowRoot): void => {
    const last = root.adoptedStyleSheets.at(-1) as (CSSStyleSheet & { inkless?: boolean }) | undefined;
    if (last?.inkless) root.adoptedStyleSheets = root.adoptedStyleSheets.slice(0, -1);
    else {
      const sheet = Object.assign(new CSSStyleSheet(), { inkless: true });
      sheet.replaceSync(css);
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    }
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) visit(element.shadowRoot);
  };
  visit(document);
}

/** Runs in an empty page: for every piece the largest contrast between a pixel with the ink and the same one without. */
async function compare({ inked, bare, pieces, scale }: Pictures): Promise<Measured[]> {
  const pixelsOf = async (base64: string) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(image.width, image.height).getContext(
      '2d',
    ) as OffscreenCanvasRenderingContext2D;
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height);
  };
  const linear = (value: number): number =>
    value <= 10.3 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  const shades = Float64Array.from({ length: 256 }, (_, value) => linear(value));
  const luminance = ({ data }: ImageData, at: number): number =>
    0.2126 * shades[data[at]] + 0.7152 * shades[data[at + 1]] + 0.0722 * shades[data[at + 2]];
  const [with_, without] = await Promise.all([pixelsOf(inked), pixelsOf(bare)]);
  return pieces.map((piece) => {
    const [x, y, width, height] = piece.box.map((value) => Math.round(value * scale));
    let contrast = Number.NaN;
    for (let row = y; row < y + height; row++) {
      for (let column = x; column < x + width; column++) {
        const at = 4 * (row * with_.width + column);
        const [a, b] = [luminance(with_, at), luminance(without, at)];
        if (a === b) continue;
        const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        if (!(ratio <= contrast)) contrast = ratio;
      }
    }
    return { ...piece, contrast };
  });
}

interface Pictures {
  inked: string;
  bare: string;
  pieces: Piece[];
  scale: number;
}

const picture = async (page: Page): Promise<string> => (await page.screenshot()).toString('base64');

/** A picture of the window that is enough to see whether anything in it has changed: one pixel for each of CSS. */
export const glance = (page: Page): Promise<Buffer> => page.screenshot({ scale: 'css' });

/** Contrasts of all text in the window of `page`, from its pixels; `scale` is its device scale factor. */
export async function measureContrast(browser: Browser, page: Page, scale: number): Promise<Measured[]> {
  const pieces = await page.evaluate(visibleText);
  const inked = await picture(page);
  await page.evaluate(toggleInk);
  const bare = await picture(page);
  await page.evaluate(toggleInk);
  const desk = await browser.newPage();
  try {
    return await desk.evaluate(compare, { inked, bare, pieces, scale });
  } finally {
    await desk.close();
  }
}
