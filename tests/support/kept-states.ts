import { readdirSync, readFileSync } from 'node:fs';
import { inRoot } from '../../web/build/root.mjs';

/** One state of a figure, in the three forms in which a reader may have kept it. */
export interface KeptState {
  /** What the reader did to get there. */
  readonly how: string;
  /** The entry `hcx:<figure>` of the browser's storage. */
  readonly stored: string;
  /** The fragment of the shared link. */
  readonly link: string;
  /** The file that "Save as JSON" wrote. */
  readonly exported: string;
  /**
   * What the figure shows for any of these, where that is not the state of the file: a descent, say, does not go on by itself,
   * and what follows from the rest is no longer kept with it.
   */
  readonly shows?: object;
}

/** The kept states of one figure. */
interface FigureStates {
  readonly figure: string;
  readonly states: readonly KeptState[];
}

/** The states that tests/fixtures/states holds, by figure. */
export const keptStates: readonly FigureStates[] = readdirSync(inRoot('tests/fixtures/states'))
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(inRoot('tests/fixtures/states', file), 'utf8')) as FigureStates);

/** What a figure shows for a kept state. */
export const shownFor = ({ exported, shows }: KeptState): object => shows ?? JSON.parse(exported).state;
