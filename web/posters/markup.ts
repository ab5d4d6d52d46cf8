import { noChange, nothing, type TemplateResult } from 'lit';
import { type Directive, type DirectiveResult, PartType } from 'lit/directive.js';
import { getDirectiveClass, isDirectiveResult, isTemplateResult } from 'lit/directive-helpers.js';

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === nothing || value === noChange;

const escaped = (value: unknown): string => String(value).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** What lit would render for a value, as text: without a document, listeners and properties are left out. */
export function markup(value: unknown): string {
  if (isEmpty(value)) return '';
  if (typeof value !== 'object') return escaped(value);
  const thing = value as object;
  if (isTemplateResult(thing)) return template(thing as TemplateResult);
  if (isDirectiveResult(thing)) return markup(directed(thing));
  if (Symbol.iterator in thing) return Array.from(thing as Iterable<unknown>, markup).join('');
  throw new TypeError(`no markup for ${Object.prototype.toString.call(value)}`);
}

/** What a directive would render first, where a child is rendered. */
function directed(result: DirectiveResult): unknown {
  const Class = getDirectiveClass(result) as unknown as new (part: { type: number }) => Directive;
  const { values } = result as DirectiveResult & { readonly values: readonly unknown[] };
  return new Class({ type: PartType.CHILD }).render(...values);
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
