import type { WorkerEngine } from '../../engine/types.ts';
import type { Links } from '../host.ts';
import type { Table } from './table.ts';

/** What a figure offers besides its picture: its numbers and, where it shows a convex programme, a script that solves it anew. */
export interface Exports<State, Answer> {
  tables(state: State, answer: Answer): Table[];
  /** Python. */
  script?(engine: WorkerEngine, state: State, answer: Answer): Promise<string>;
}

/** A state with the name of its figure: what a link or a file holds. */
export interface Named {
  /** Of the figure, without `hcx-`. */
  readonly name: string;
  readonly version: number;
  readonly state: object;
}

/** One figure as the dialog sees it. */
export interface Shareable extends Named {
  /** Under which links address this very figure: its name, unless there are several of it on the page. */
  readonly key: string;
  readonly links: Links;
  /** Null for what is no state of this figure. */
  parse(data: unknown): object | null;
  /** Shows a state and keeps it. */
  show(state: object): void;
  contents(): Promise<{ tables: readonly Table[]; script: (() => Promise<string>) | null }>;
}
