import type { Declaration } from './declaration.ts';
import { FigureElement } from './element.ts';
import { figureStyle } from './style/figure-style.ts';

/** Makes a declared figure the element `<hcx-name>`. Defining it twice, as two scripts of one page may do, changes nothing. */
export function defineFigure<State extends object, Answer, Parts extends object | undefined = undefined>(
  declared: Declaration<State, Answer, Parts>,
): Declaration<State, Answer, Parts> {
  const tag = `hcx-${declared.name}`;
  if (customElements.get(tag)) return declared;
  class Figure extends FigureElement<State, Answer, Parts> {
    static override styles = [figureStyle, declared.style ?? []];
    protected readonly declared = declared;

    constructor() {
      super(declared);
    }
  }
  customElements.define(tag, Figure);
  return declared;
}
