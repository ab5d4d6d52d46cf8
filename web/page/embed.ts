/** The one figure that the address asks for, or what there is to ask for, out of all of them. */
export function showOne({ content }: HTMLTemplateElement, main: HTMLElement): void {
  const name = new URLSearchParams(location.search).get('figure') ?? '';
  const figures = [...content.children];
  const figure = figures.find(({ localName }) => localName === `hcx-${name}`);
  main.append(figure ? document.importNode(figure, true) : choiceOf(figures));
  if (parent !== window) tellHeight(name);
}

function choiceOf(figures: readonly Element[]): HTMLElement {
  const items = figures.map(({ localName }) => {
    const name = localName.replace('hcx-', '');
    const link = Object.assign(document.createElement('a'), { href: `?figure=${name}`, textContent: name });
    const item = document.createElement('li');
    item.append(link);
    return item;
  });
  const list = document.createElement('ul');
  list.append(...items);
  const choice = document.createElement('div');
  choice.append('There is no such figure. These there are:', list);
  return choice;
}

/** A page around this one cannot see how high it is: it is told at every change, and may listen or not. */
function tellHeight(figure: string): void {
  const heights = new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    parent.postMessage({ type: 'hcx:height', figure, height }, '*');
  });
  heights.observe(document.body);
}
