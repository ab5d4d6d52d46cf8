import { createWorkerEngine } from '../engine/client.ts';
import type { WorkerEngine } from '../engine/types.ts';
import { type Host, type Links, offerHost } from '../figure/host.ts';

/** Every key of the site's storage begins so: other pages of the same origin keep things too. */
const OURS = 'hcx:';

/** The page's address as the place of states. */
class PageLinks implements Links {
  fragment(): string {
    return location.hash;
  }

  forget(key: string): void {
    if (location.hash.startsWith(`#${key}=`))
      history.replaceState(history.state, '', location.pathname + location.search);
  }

  follow(changed: () => void): () => void {
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }

  page(): string {
    return new URL('./', document.baseURI).href; // of the article, also when it is read through one figure alone
  }

  alone(name: string): string {
    return `${this.page()}embed.html?figure=${name}`;
  }
}

/** The article's page, and the page for one figure alone: one engine for all of its figures, storage, links, the reader's wishes. */
export class PageHost implements Host {
  readonly link = new PageLinks();
  readonly motion = { still: (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches };
  readonly theme = { follow: followTheme };
  private worker: WorkerEngine | null = null;

  get engine(): WorkerEngine {
    this.worker ??= createWorkerEngine();
    return this.worker;
  }

  /** The first figure of a name has that name; others are numbered in the order in which they stand on the page. */
  keyOf(element: Element, name: string): string {
    const place = [...document.querySelectorAll(element.localName)].indexOf(element);
    return place > 0 ? `${name}.${place + 1}` : name;
  }

  load(key: string): unknown {
    try {
      return JSON.parse(localStorage.getItem(OURS + key) ?? 'null');
    } catch {
      return undefined; // storage is forbidden, or holds what is not ours
    }
  }

  save(key: string, value: unknown): void {
    try {
      localStorage.setItem(OURS + key, JSON.stringify(value));
    } catch {
      // In private mode, or when storage is full, the figure works without a memory.
    }
  }
}

/** Colours change with the system's theme and with the button that overrides it. */
function followTheme(changed: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const chosen = new MutationObserver(changed);
  chosen.observe(document.documentElement, { attributes: true });
  system.addEventListener('change', changed);
  return () => {
    chosen.disconnect();
    system.removeEventListener('change', changed);
  };
}

/** Makes this page the host of all figures on it. */
export const offerPage = (): void => offerHost(document, new PageHost());
