import type { WorkerEngine } from '../engine/types.ts';

/** The state in a link, or words on what is wrong with it. */
export type Linked<State> = { readonly state: State } | { readonly trouble: string };

/** The address of a place: what links to a state are read from and written with. */
export interface Links {
  /** What stands behind the `#` of the present address, with it; see state-link.ts. */
  fragment(): string;
  /** The reader has changed what the link of this key showed: a reload is to bring back what they have set. */
  forget(key: string): void;
  /** Calls back when the address has changed, until the returned function is called. */
  follow(changed: () => void): () => void;
  /** The address of the page with all figures; a fragment is added to it. */
  page(): string;
  /** The address of a page with this figure alone, for a frame in another page. */
  alone(name: string): string;
}

/**
 * What a figure needs from where it stands. The article's page, the page for one figure alone, the writer of posters and tests
 * each bring their own host; a figure touches no storage, address, worker or media query but through it.
 */
export interface Host {
  /** The one engine that all figures of this place share; started when it is first asked for. */
  readonly engine: WorkerEngine;
  /** The name under which this element keeps its state and is linked to: two figures of one name have different keys. */
  keyOf(element: object, name: string): string;
  /** What was kept under a key, or undefined. Never throws: storage may be missing, full or stale. */
  load(key: string): unknown;
  save(key: string, value: unknown): void;
  readonly link: Links;
  readonly motion: {
    /** The reader wants no motion: what would come by itself, or only by and by, is there at once. */
    still(): boolean;
  };
  readonly theme: {
    /** Calls back when colours have changed, until the returned function is called. */
    follow(changed: () => void): () => void;
  };
}

const ASKED = 'hcx-host';

type Answer = (host: Host) => void;

/** Gives this host to every figure below `root` that asks for one when it is connected, and to no other page. */
export function offerHost(root: EventTarget, host: Host): void {
  root.addEventListener(ASKED, (event) => {
    event.stopPropagation();
    (event as CustomEvent<Answer>).detail(host);
  });
}

/** The host of the place where an element stands; null where nobody offers one. */
export function askForHost(element: EventTarget): Host | null {
  let found: Host | null = null;
  const take: Answer = (host) => {
    found ??= host;
  };
  element.dispatchEvent(new CustomEvent<Answer>(ASKED, { detail: take, bubbles: true, composed: true }));
  return found;
}
