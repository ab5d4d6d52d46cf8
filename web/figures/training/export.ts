import { type Table, tableOf } from '../../figure/export/table.ts';
import { type Answer, frameAt, STRIDE, type State } from './model.ts';

export function tables({ step }: State, { run }: Answer): Table[] {
  const { x, y, loss, w, alpha, kink, side, events, curves } = run;
  const curve = curves[frameAt(step)];
  return [
    tableOf('The run', {
      step: loss.map((_, k) => k * STRIDE),
      loss,
      w1: w.map(([w1]) => w1),
      w2: w.map(([, w2]) => w2),
      alpha,
      switchesAt: kink,
      side,
    }),
    tableOf('Events', {
      step: events.map((event) => event.step),
      kind: events.map(({ kind }) => kind),
      point: events.map(({ other }) => (other ?? -1) + 1),
    }),
    tableOf('Output at this step', { x: curve.x, f: curve.y }),
    tableOf('Data', { x, y }),
  ];
}
