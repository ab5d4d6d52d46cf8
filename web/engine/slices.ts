import type { AnyEntry } from './entry.ts';
import { SLICE_SECONDS, type Turn } from './turn.ts';
import type { Banded, GridBand, Sliced, SolveProgress } from './types.ts';

/** Progress is not reported more often than this: to know how good a network is may take long as well. */
const REPORT_MILLISECONDS = 100;

/** What of a sliced entry tells how good a result on the way is. */
type Reached = Extract<AnyEntry, { create: string }>['reached'];

/** Tells the page how far work is. */
export type Tell = (progress: SolveProgress | GridBand) => void;

/** Does work slice by slice, with a pause after each, and tells how far it is to who asked. */
export async function inSlices<Result>(
  work: Sliced<Result>,
  reached: Reached,
  turn: Turn,
  tell?: Tell,
): Promise<Result> {
  const report = tell && reporter(work, reached, tell);
  try {
    work.work(SLICE_SECONDS);
    while (!work.finished) {
      report?.band();
      await turn.pause();
      report?.reached();
      work.work(SLICE_SECONDS);
    }
    return work.result();
  } finally {
    work.dispose();
  }
}

/** A grid tells its rows as they are complete; other work how good its result is by now, at most ten times a second. */
function reporter<Result>(work: Sliced<Result>, reached: Reached, tell: Tell) {
  const start = performance.now();
  const grid = isBanded(work) ? work : undefined;
  let row = 0;
  let next = start;
  return {
    band(): void {
      const band = grid?.band(row);
      if (!band || band.rows === 0) return;
      row += band.rows;
      tell(band);
    },
    reached(): void {
      if (!reached || performance.now() < next) return;
      const progress = reached(work.result());
      if (progress) tell({ ...progress, seconds: (performance.now() - start) / 1000 });
      next = performance.now() + REPORT_MILLISECONDS;
    },
  };
}

const isBanded = (work: Sliced<unknown>): work is Banded<unknown, GridBand> => 'band' in work;
