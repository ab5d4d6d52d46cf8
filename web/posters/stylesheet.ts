/** Of a sheet, what applies to the marks of a drawing. Sheets are read as figures write them: no nesting, at-rules apart. */

interface Rule {
  readonly selectors: readonly string[];
  readonly declarations: readonly (readonly [property: string, value: string])[];
}

/** Of the figure itself its marks inherit no more than this. */
const INHERITED = new Set(['color', 'font', 'font-feature-settings']);
/** A picture has no hands on it. */
const IDLE = /^(cursor|outline|pointer-events|touch-action|transition|user-select)$/;

/** The rules outside at-rules: what a picture needs depends on no window. */
function rulesOf(sheet: string): Rule[] {
  const plain = sheet.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@[^{};]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
  return [...plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selectors, body]) => ({
    selectors: selectors!.split(',').map((selector) => selector.trim()),
    declarations: declarationsOf(body!),
  }));
}

function declarationsOf(body: string): [string, string][] {
  return body
    .split(';')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => [line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1).trim()]);
}

/** The words of a drawing that selectors can name: its elements and its classes. */
function namesIn(drawing: string): Set<string> {
  const elements = [...drawing.matchAll(/<([a-zA-Z]+)/g)].map(([, name]) => name!);
  const classes = [...drawing.matchAll(/\sclass="([^"]*)"/g)].flatMap(([, names]) => names!.split(/\s+/));
  return new Set([...elements, ...classes.map((name) => `.${name}`)]);
}

/** True when all that the selector names is there: too much may be kept, never too little. */
function applies(selector: string, names: ReadonlySet<string>): boolean {
  if (/[:[]/.test(selector)) return false; // of hands, of the keyboard, of controls
  return (selector.match(/\.?[a-zA-Z][\w-]*/g) ?? []).every((name) => names.has(name));
}

/** The rules of the sheets for a drawing; what the figure itself is dressed in goes to its root. */
export function rulesFor(drawing: string, sheets: readonly string[]): string[] {
  const names = namesIn(drawing);
  return sheets.flatMap(rulesOf).flatMap(({ selectors, declarations }) => {
    const host = selectors.includes(':host');
    const kept = host ? [':root'] : selectors.filter((selector) => applies(selector, names));
    const body = declarations.filter(([property]) => (host ? INHERITED.has(property) : !IDLE.test(property)));
    if (kept.length === 0 || body.length === 0) return [];
    return [`${kept.join(',')}{${body.map(([property, value]) => `${property}:${value}`).join(';')}}`];
  });
}

/** The custom properties of the page's tokens that some rules use, both themes in each. */
export function tokensFor(rules: readonly string[], tokens: string): string {
  const used = new Set(rules.join().match(/--hcx-[\w-]+/g));
  const found = [...tokens.matchAll(/(--hcx-[\w-]+):\s*([^;]+);/g)].filter(([, name]) => used.has(name!));
  return `:root{color-scheme:light dark;${found.map(([, name, value]) => `${name}:${value}`).join(';')}}`;
}
