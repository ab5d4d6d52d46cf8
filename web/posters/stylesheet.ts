import { type Declaration, parse, type Rule } from 'postcss';
import selectorParser from 'postcss-selector-parser';

/** Of a sheet, what applies to the marks of a drawing: the rules outside at-rules, because a picture depends on no window. */

/** Of the figure itself its marks inherit no more than this. */
const INHERITED = new Set(['color', 'font', 'font-feature-settings']);
/** A picture has no hands on it. */
const IDLE = /^(cursor|outline|pointer-events|touch-action|transition|user-select)$/;

const rulesOf = (sheet: string): Rule[] => parse(sheet).nodes.filter((node): node is Rule => node.type === 'rule');

const declarationsOf = (rule: Rule): Declaration[] => rule.nodes.filter((node) => node.type === 'decl');

const written = ({ prop, value, important }: Declaration): string => `${prop}:${value}${important ? '!important' : ''}`;

/** The words of a drawing that selectors can name: its elements and its classes. */
function namesIn(drawing: string): Set<string> {
  const elements = [...drawing.matchAll(/<([a-zA-Z]+)/g)].map(([, name]) => name!);
  const classes = [...drawing.matchAll(/\sclass="([^"]*)"/g)].flatMap(([, names]) => names!.split(/\s+/));
  return new Set([...elements, ...classes.map((name) => `.${name}`)]);
}

/** True when all that the selector names is there: too much may be kept, never too little. */
function applies(selector: string, names: ReadonlySet<string>): boolean {
  let all = true;
  selectorParser()
    .astSync(selector)
    .walk((node) => {
      if (node.type === 'pseudo' || node.type === 'attribute') all = false; // of hands, of the keyboard, of controls
      if (node.type === 'tag') all &&= names.has(node.value);
      if (node.type === 'class') all &&= names.has(`.${node.value}`);
    });
  return all;
}

/** The rules of the sheets for a drawing; what the figure itself is dressed in goes to its root. */
export function rulesFor(drawing: string, sheets: readonly string[]): string[] {
  const names = namesIn(drawing);
  return sheets.flatMap(rulesOf).flatMap((rule) => {
    const host = rule.selectors.includes(':host');
    const kept = host ? [':root'] : rule.selectors.filter((selector) => applies(selector, names));
    const body = declarationsOf(rule).filter(({ prop }) => (host ? INHERITED.has(prop) : !IDLE.test(prop)));
    return kept.length > 0 && body.length > 0 ? [`${kept.join(',')}{${body.map(written).join(';')}}`] : [];
  });
}

/** The custom properties of the page's tokens that some rules use, both themes in each. */
export function tokensFor(rules: readonly string[], tokens: string): string {
  const used = new Set(rules.join().match(/--hcx-[\w-]+/g));
  const found: string[] = [];
  parse(tokens).walkDecls(/^--hcx-/, (token) => {
    if (used.has(token.prop)) found.push(written(token));
  });
  return `:root{color-scheme:light dark;${found.join(';')}}`;
}
