import { noChange, nothing, type TemplateResult } from 'lit';

/** A value that a directive makes while it is rendered. */
interface Directed {
  readonly _$litDirective$: new (part: object) => { render(...values: unknown[]): unknown };
  readonly values: readonly unknown[];
}

const isTemplate = (value: object): value is TemplateResult => 'strings' in value && 'values' in value;
const isDirected = (value: object): value is Directed => '_$litDirective$' in value;
const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === nothing || value === noChange;

/** Where a child is rendered, as lit's directives are told. */
const CHILD = { type: 2 };

const escaped = (value: unknown): string => String(value).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** What lit would render for a value, as text: without a document, listeners and properties are left out. */
export function markup(value: unknown): string {
  if (isEmpty(value)) return '';
  if (typeof value !== 'object') return escaped(value);
  const thing = value as object;
  if (isTemplate(thing)) return template(thing);
  if (isDirected(thing)) return markup(new thing._$litDirective$(CHILD).render(...thing.values));
  if (Symbol.iterator in thing) return Array.from(thing as Iterable<unknown>, markup).join('');
  throw new TypeError(`no markup for ${Object.prototype.toString.call(value)}`);
}

function template({ strings, values }: TemplateResult): string {
  return values.reduce<string>((before, value, i) => {
    const open = before.lastIndexOf('<') > before.lastIndexOf('>');
    const binding = open ? /\s([.?@]?)([\w:-]+)=$/.exec(before) : null;
    const text = binding
      ? before.slice(0, binding.index) + attribute(binding[1]!, binding[2]!, value)
      : before + markup(value);
    return text + strings[i + 1];
  }, strings[0]!);
}

/** `kind`: '' an attribute, '?' one that is there or not, '@' a listener, '.' a property. */
function attribute(kind: string, name: string, value: unknown): string {
  if (kind === '?') return value ? ` ${name}=""` : '';
  return kind || isEmpty(value) ? '' : ` ${name}="${escaped(value)}"`;
}
