/** Every folder of web/figures is a custom element of the same name: `teaser` is `<hcx-teaser>`. */
const modules = import.meta.glob('../figures/*/index.ts');

const tagOf = (path: string): string => `hcx-${path.split('/').at(-2)}`;

let offered: Promise<void> | null = null;

/** The page's host comes with the first figure: text can be read without it. */
function offerPageHost(): Promise<void> {
  offered ??= import('./page-host.ts').then(({ offerPage }) => offerPage());
  offered.catch(() => {
    offered = null; // the next figure tries again
  });
  return offered;
}

function sayMissing(figure: Element): void {
  const note = document.createElement('p');
  note.setAttribute('role', 'alert');
  note.textContent = 'This figure could not be loaded. Reload the page to try again.';
  figure.prepend(note);
}

/** Fetches the code of a figure when its tag comes near the window. */
export function loadFigures(root: ParentNode): void {
  const loadAt = new Map<Element, () => Promise<unknown>>();
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        const load = loadAt.get(target);
        // The host must be there when the element asks for it.
        if (load)
          offerPageHost()
            .then(load)
            .catch(() => sayMissing(target));
      }
    },
    { rootMargin: '100% 0px' },
  );
  for (const [path, load] of Object.entries(modules)) {
    for (const element of root.querySelectorAll(tagOf(path))) {
      loadAt.set(element, load);
      near.observe(element);
    }
  }
}
