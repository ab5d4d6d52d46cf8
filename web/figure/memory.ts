import type { Declaration } from './declaration.ts';
import type { Host, Linked } from './host.ts';
import { linkedState } from './state-link.ts';

/** What is kept of a state, so that a later version of the figure does not take it for its own. */
interface Kept {
  readonly version: number;
  readonly data: unknown;
}

/** What one figure remembers from visit to visit, and what a link holds for it. */
export class Memory<State extends object> {
  /** Nobody has moved a mark of this figure yet. */
  untouched: boolean;

  constructor(
    private readonly host: Host,
    private readonly key: string,
    private readonly declared: Pick<Declaration<State, never, never>, 'version' | 'state'>,
  ) {
    this.untouched = kept(host.load(`${key}-met`))?.data !== true;
  }

  load(): State | null {
    const found = kept(this.host.load(this.key));
    return found?.version === this.declared.version ? this.declared.state.parse(found.data) : null;
  }

  save(state: State): void {
    this.host.save(this.key, { version: this.declared.version, data: this.declared.state.kept(state) } satisfies Kept);
    this.host.link.forget(this.key);
  }

  linked(): Linked<State> | null {
    return linkedState(this.host.link.fragment(), this.key, this.declared.version, this.declared.state.parse);
  }

  touch(): void {
    if (this.untouched) this.host.save(`${this.key}-met`, { version: 1, data: true } satisfies Kept);
    this.untouched = false;
  }
}

const kept = (value: unknown): Partial<Kept> | null =>
  typeof value === 'object' && value !== null ? (value as Partial<Kept>) : null;
