import { LEGEND_POINTED, type Legend } from '../figure/drawing/legend.ts';

/** Words that name something drawn: `<b class="data">` a role, `<span data-mark="x1">` a symbol. */
const WORDS = 'b[class], [data-mark]';

type DrawnFigure = Element & { readonly legend: Legend };

/** Once its code has come. */
const isDrawn = (figure: Element): figure is DrawnFigure => 'legend' in figure;

const nameOf = (word: HTMLElement): string => word.dataset.mark ?? word.classList[0];

/** Whose marks a word names: the figure that it is the caption of, or the first of its section that draws such a thing. */
function figureOf(word: HTMLElement): DrawnFigure | null {
  const own = word.closest('.figure');
  const others = word.closest('section')?.querySelectorAll('.figure') ?? [];
  const figures = own ? [own] : [...others];
  return figures.filter(isDrawn).find(({ legend }) => legend.draws(nameOf(word))) ?? null;
}

/** Pointing at a word lights up what it names in the figure; pointing at a mark there lights up its words. */
export function linkMarkedWords(article: HTMLElement): void {
  let lit: DrawnFigure | null = null;
  const light = (word: HTMLElement | null): void => {
    lit?.legend.light(null);
    lit = word && figureOf(word);
    if (word) lit?.legend.light(nameOf(word));
  };
  article.addEventListener('pointerover', ({ target }) => {
    if (target instanceof Element) light(target.closest<HTMLElement>(WORDS));
  });
  article.addEventListener('pointerout', ({ pointerType }) => {
    // A finger that is lifted leaves the word lit until it touches something else.
    if (pointerType === 'mouse') light(null);
  });
  article.addEventListener(LEGEND_POINTED, (event) => {
    const { target, detail } = event as CustomEvent<readonly string[]>;
    if (!(target instanceof Element)) return;
    for (const word of target.closest('section')?.querySelectorAll<HTMLElement>(WORDS) ?? []) {
      word.classList.toggle('lit', detail.includes(nameOf(word)) && figureOf(word) === target);
    }
  });
}
