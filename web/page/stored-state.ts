/** What a figure remembers over a reload, under its own name. Storage may be missing, full or stale: then nothing is lost but the memory. */
export class StoredState<T> {
  readonly name: string;
  readonly version: number;
  readonly parse: (data: unknown) => T | null;
  private readonly key: string;

  /** @param parse returns null for data it does not recognise */
  constructor(name: string, version: number, parse: (data: unknown) => T | null) {
    this.name = name;
    this.key = `hcx:${name}`;
    this.version = version;
    this.parse = parse;
  }

  load(): T | null {
    try {
      const stored = JSON.parse(localStorage.getItem(this.key) ?? 'null') as {
        version?: unknown;
        data?: unknown;
      } | null;
      return stored?.version === this.version ? this.parse(stored.data) : null;
    } catch {
      return null;
    }
  }

  save(data: T): void {
    try {
      localStorage.setItem(this.key, JSON.stringify({ version: this.version, data }));
    } catch {
      // private mode or quota: the figure works without
    }
  }
}
