import { typeset } from '../../lib/number-format.ts';
import { plainNumber } from '../../lib/number-view.ts';
import type { ScrubberEvent } from '../../lib/scrubber.ts';
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

/** The changes of a film, in order of their kind. A change that goes on over several frames, as in a drag, is one event. */
export function eventsOf(frames: readonly Frame[]): ScrubberEvent[] {
  return KINDS.flatMap(({ kind, differs, told }) => {
    const changed = (i: number): boolean => i > 0 && i < frames.length && differs(frames[i - 1].state, frames[i].state);
    return frames.flatMap((frame, i) => {
      if (!changed(i) || changed(i - 1)) return [];
      let end = i;
      while (changed(end + 1)) end++;
      return [{ kind, steps: frame.steps, what: told(frames[i - 1].state, frames[end].state) }];
    });
  });
}
