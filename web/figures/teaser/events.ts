import type { ScrubberEvent } from '../../figure/controls/scrubber.ts';
import { typeset } from '../../figure/words/number-format.ts';
import { plainNumber } from '../../figure/words/number-view.ts';
import type { State } from './model.ts';
import type { Frame } from './run.ts';

/** What a reader can change without starting anew, and how a change is told. */
const KINDS: readonly {
  readonly kind: ScrubberEvent['kind'];
  readonly differs: (a: State, b: State) => boolean;
  readonly told: (a: State, b: State) => string;
}[] = [
  { kind: 'data', differs: (a, b) => a.points !== b.points, told: () => 'data moved' },
  setting('lambda', 'weight decay'),
  setting('stepSize', 'step size'),
];

function setting(name: 'lambda' | 'stepSize', words: string): (typeof KINDS)[number] {
  const shown = (state: State): string => plainNumber(typeset(state.settings[name], 2));
  return {
    kind: 'setting',
    differs: (a, b) => a.settings[name] !== b.settings[name],
    told: (a, b) => `${words} ${shown(a)} \u2192 ${shown(b)}`,
  };
}

/** Changes of one kind with fewer frames between them are one: a drag, a slider pulled along. */
const APART = 12;

/** The changes of a film, kind by kind. */
export function eventsOf(frames: readonly Frame[]): ScrubberEvent[] {
  return KINDS.flatMap(({ kind, differs, told }) => {
    const changes = frames.flatMap((frame, i) => (i > 0 && differs(frames[i - 1].state, frame.state) ? [i] : []));
    const begins = changes.filter((i, k) => k === 0 || i - changes[k - 1] >= APART);
    return begins.map((from, k) => {
      const upTo = begins[k + 1] ?? frames.length;
      const what = told(frames[from - 1].state, frames[upTo - 1].state);
      return { kind, steps: frames[from].steps, what };
    });
  });
}
