import type { Run } from './run.ts';

/** Steps at which one phase ends and the next begins. */
export interface Phases {
  /** Up to here the loss is within a hundredth of its start: what moves is the neurons. */
  readonly alignment: number;
  /** From here on neither turns nor grows any more, to a hundredth of what was. */
  readonly fitting: number;
}

const SHARE = 0.01;

/** Read off the losses and the motion that the engine has measured. */
export function phasesOf({ frames }: Run): Phases {
  const [start] = frames;
  const left = frames.findIndex(({ loss }) => Math.abs(loss - start.loss) > SHARE * start.loss);
  const motion = frames.map(({ turning, growing }) => Math.max(turning, growing));
  const most = Math.max(...motion);
  const restless = motion.findLastIndex((value) => value > SHARE * most);
  const last = frames.length - 1;
  const alignment = left < 0 ? last : Math.max(left - 1, 0);
  const fitting = Math.max(Math.min(restless + 1, last), alignment);
  return { alignment: frames[alignment].step, fitting: frames[fitting].step };
}
