import type { Shareable } from './shareable.ts';
import { stateFragment } from './state-fragment.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** An iframe as high as the figure is now; the page inside tells whoever listens how high it has become. */
export function embedSnippet(figure: HTMLElement, { name, version, state, links }: Shareable): string {
  const address = links.alone(name) + stateFragment(name, version, state);
  const title = /^Figure \d+/.exec((figure.textContent ?? '').trim())?.[0] ?? name;
  const height = Math.ceil(figure.getBoundingClientRect().height / 10) * 10 + 60;
  return `<iframe src="${escaped(address)}" title="${escaped(`${title}, Hidden convexity`)}" width="100%" height="${height}" loading="lazy" allow="clipboard-write" frameborder="0"></iframe>`;
}
