/** A link into the page, a reload and the way back all lead to a place that only the whole page has. */
function opensAtTheTop(): boolean {
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return location.hash === '' && visit?.type === 'navigate';
}

const whenIdle = (work: () => void): void => {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 500 });
  else setTimeout(work, 50);
};

const PATIENCE = 2000; // milliseconds after the page has come

/** What a reader does before they can be anywhere else. */
const SIGNS = ['pointerdown', 'keydown', 'wheel', 'touchstart', 'scroll', 'hashchange', 'beforeprint'] as const;

/** Leaves the sections below the first screen without layout until its figure works; then they get theirs one by one, so that no
 * frame waits for all. On a telephone the whole text would keep the figure waiting. At the reader's first move they get it at
 * once: their heights until then are a guess, and no link may lead astray. */
export function layOutLater(main: Element): void {
  const first = main.querySelector('.figure');
  if (!first || !opensAtTheTop()) return;
  const waiting = [...main.querySelectorAll(':scope > section')].slice(1);
  for (const section of waiting) section.toggleAttribute('data-later', true);

  const over = new AbortController();
  const layOut = (count: number): void => {
    for (const section of waiting.splice(0, count)) section.removeAttribute('data-later');
    if (waiting.length === 0) over.abort();
  };
  const next = (): void => {
    layOut(1);
    if (waiting.length > 0) whenIdle(next);
  };
  const start = (): void => {
    ready.disconnect();
    whenIdle(next);
  };
  const ready = new MutationObserver(() => first.hasAttribute('data-ready') && start());
  ready.observe(first, { attributeFilter: ['data-ready'] });
  // On a narrow window the figure starts only when the reader comes near it.
  addEventListener('load', () => setTimeout(start, PATIENCE), { signal: over.signal });
  const settings = { passive: true, capture: true, signal: over.signal };
  for (const sign of SIGNS) addEventListener(sign, () => layOut(waiting.length), settings);
}
