/** Anything the reader does themselves ends the scrolling. */
const HANDS = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;
const PATIENCE = 10_000;

/** `#certificate`, or `#certificate.2` where there are several, alone or with a state: see state-link.ts. */
const figureOf = (fragment: string): Element | null => {
  const [, name, place = 1] = /^#([a-z-]+)(?:\.(\d+))?(?:=|$)/.exec(fragment) ?? [];
  return name ? (document.querySelectorAll(`hcx-${name}`)[Number(place) - 1] ?? null) : null;
};

/** Brings what the page's link names into sight, and again while figures and faces above it find their heights. */
export function followLink(): void {
  const figure = figureOf(location.hash);
  const target = figure ?? document.querySelector(':target');
  if (!target) return;
  const over = new AbortController();
  const stop = (): void => over.abort();
  const align = (): void => target.scrollIntoView({ block: 'start', behavior: 'instant' });
  let arriving = !figure; // on the browser's own way, which is smooth, and was reckoned with the heights at its start
  const heights = new ResizeObserver(() => {
    if (!arriving) align();
    arriving = false;
  });
  heights.observe(document.body);
  addEventListener('scrollend', align, { once: true, signal: over.signal });
  over.signal.addEventListener('abort', () => heights.disconnect());
  for (const hand of HANDS) addEventListener(hand, stop, { passive: true, signal: over.signal });
  setTimeout(stop, PATIENCE);
}
