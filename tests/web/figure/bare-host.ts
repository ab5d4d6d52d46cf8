import type { WorkerEngine } from '../../../web/engine/types.ts';
import type { Host } from '../../../web/figure/host.ts';

/** A place without a page: storage is a map, the address a text of the test's own. */
export class BareHost implements Host {
  readonly engine = {} as WorkerEngine;
  readonly stored = new Map<string, string>();
  readonly theme = { follow: () => () => {} };
  readonly motion = { still: () => this.stillness };
  stillness = false;
  /** What stands behind the `#` of the address, with it. */
  address = '';
  readonly forgotten: string[] = [];
  readonly link = {
    fragment: () => this.address,
    forget: (key: string): void => void this.forgotten.push(key),
    follow: () => () => {},
    page: () => '',
    alone: (name: string) => `?${name}`,
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
