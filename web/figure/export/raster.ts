import type { Picture } from './picture.ts';

/** Pixels of the image for one of the page, and the least width of the image. */
const SHARPNESS = 2;
const LEAST_WIDTH = 1600;

/** The page's faces that a drawing uses: an image sees no face of the page, so they are put into it. */
async function facesFor(text: string): Promise<string> {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const faces = rules.filter((rule): rule is CSSFontFaceRule => rule instanceof CSSFontFaceRule);
  const used = faces.filter(({ style }) => text.includes(style.getPropertyValue('font-family').replaceAll('"', '')));
  return (await Promise.all(used.map(faceWithData))).join('');
}

async function faceWithData({ style, parentStyleSheet }: CSSFontFaceRule): Promise<string> {
  const address = /url\("?([^")]+)"?\)/.exec(style.getPropertyValue('src'))?.[1];
  if (!address) return '';
  const answer = await fetch(new URL(address, parentStyleSheet?.href ?? document.baseURI));
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const data = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const descriptors = ['font-family', 'font-weight', 'font-style']
    .map((name) => [name, style.getPropertyValue(name)])
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}:${value}`);
  return `@font-face{${descriptors.join(';')};src:url(data:font/woff2;base64,${data})}`;
}

/** Drawn as an image of twice the size or more. A data address, because that is all the page's security policy lets in. */
export async function pngOf({ svg, width, height }: Picture): Promise<Blob> {
  const drawing = svg.cloneNode(true) as SVGSVGElement;
  const style = document.createElementNS('http://www.w3.org/2000/svg', 'style');
  style.textContent = await facesFor(new XMLSerializer().serializeToString(svg).replaceAll('&quot;', '"'));
  drawing.prepend(style);
  const scale = Math.max(SHARPNESS, Math.min(4, Math.ceil(LEAST_WIDTH / width)));
  const image = new Image(width * scale, height * scale);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(drawing))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * scale, height * scale];
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the browser drew no image'))), 'image/png');
  });
}
