import type { WorkerEngine } from '../../../web/engine/types.ts';
import type { Host, Linked } from '../../../web/figure/host.ts';

/** A place without a page: storage is a map, the address a text of the test's own. */
export class BareHost implements Host {
  readonly engine = {} as WorkerEngine;
  readonly stored = new Map<string, string>();
  readonly theme = { follow: () => () => {} };
  readonly motion = { still: () => this.stillness };
  stillness = false;
  /** What the address holds, by key. */
  readonly linked = new Map<string, unknown>();
  readonly forgotten: string[] = [];
  readonly link = {
    read: <State>(key: string, _: number, parse: (data: unknown) => State | null): Linked<State> | null => {
      if (!this.linked.has(key)) return null;
      const state = parse(this.linked.get(key));
      return state ? { state } : { trouble: 'The link is damaged.' };
    },
    forget: (key: string): void => void this.forgotten.push(key),
    follow: () => () => {},
    to: (name: string): string => `#${name}`,
    embed: (name: string): string => `?${name}`,
  };

  keyOf(_: object, name: string): string {
    return name;
  }
  load(key: string): unknown {
    return JSON.parse(this.stored.get(key) ?? 'null');
  }
  save(key: string, value: unknown): void {
    this.stored.set(key, JSON.stringify(value));
  }
}
