import { html, type TemplateResult } from 'lit';
import { Drag, type Position } from '../../figure/controls/drag.ts';
import { scrubber } from '../../figure/controls/scrubber.ts';
import type { Mark, View, Workshop } from '../../figure/declaration.ts';
import { defineFigure } from '../../figure/define.ts';
import { controls } from './controls.ts';
import { eventsOf } from './events.ts';
import { type Layout, layoutFor } from './layout.ts';
import { LiveRun } from './live-run.ts';
import { leftToRight, movePoint, type Point, type State, startState, table } from './model.ts';
import { numbersTable, spokenOptimum, statusLine } from './numbers.ts';
import { plot } from './plot.ts';
import type { Frame } from './run.ts';
import type { Session } from './session.ts';
import { strip } from './strip.ts';
import { stripScales } from './strip-scales.ts';
import { teaserStyle } from './style.ts';

type TeaserView = View<State, Session, FilmStrip>;

/** What an arrow key moves a point, in units of the plot. */
const STEP = 0.01;

function places({ set, answer, width }: TeaserView): Mark<State>[] {
  const { x, y } = layoutFor(width);
  const nudge = { x: x(STEP) - x(0), y: y(0) - y(STEP) };
  const moved = (i: number, to: Point): Partial<State> => ({ points: movePoint(set, i, to).points });
  return set.points.map((point, i) => ({
    x: x(point.x),
    y: y(point.y),
    move: (to) => moved(i, { x: x.invert(to.x), y: y.invert(to.y) }),
    nudge,
    home: () => moved(i, answer.original[i] ?? point),
  }));
}

/** The strip of the loss, along which the reader scrubs by hand. */
class FilmStrip {
  private readonly drag = new Drag<true>({
    pick: (at) => this.scrubTo(at),
    move: (_, at) => this.scrubTo(at),
    end: () => {},
    cancel: () => {},
  });

  constructor(private readonly figure: Pick<Workshop<State, Session>, 'answer' | 'width'>) {}

  private scrubTo(at: Position): true {
    const { answer: session, width } = this.figure;
    session?.scrubTo(stripScales(session.film, layoutFor(width)).steps.invert(at.x));
    return true;
  }

  drawing(session: Session, shown: Frame, layout: Layout): TemplateResult {
    const { film } = session;
    const scales = stripScales(film, layout);
    return html`${strip(film, shown, scales, layout, this.drag.down)}
      ${scrubber({
        steps: shown.steps,
        end: film.at(-1)?.steps ?? 0,
        left: layout.left,
        width: layout.right - layout.left,
        toPixel: (steps) => scales.steps(steps) - layout.left,
        events: eventsOf(film),
        onScrub: (pixel) => this.scrubTo({ x: pixel + layout.left, y: 0 }),
        onNudge: (direction) => session.nudge(direction),
      })}`;
  }
}

/** Figure 1: ten points, a network in training, and the certified optimum. */
export default defineFigure<State, Session, FilmStrip>({
  name: 'teaser',
  version: 1,
  state: table,
  begin: async (engine) => {
    const { X, y } = await engine.dataset('teaser');
    return startState(Array.from(y, (value, j) => ({ x: X.data[j], y: value })));
  },
  source: (figure) => new LiveRun(figure),
  parts: (figure) => new FilmStrip(figure),
  marks: {
    places,
    keeps: ({ set: { points } }) => ({ points }),
    order: ({ set }) => leftToRight(set.points),
    taken: ({ answer: session }) => session.takeOver(),
    moved: ({ answer: session }, byHand) => {
      if (byHand)
        session.frame(performance.now()); // at once, not at the next frame
      else session.trainBriefly();
    },
    held: ({ answer: session }, index) => {
      session.holding = index !== null;
      if (!session.holding && session.state) session.put(session.state);
    },
  },
  drawing: (view) => {
    const { answer: session, set, marks, untouched, parts } = view;
    const layout = layoutFor(view.width);
    const frame = session.shown as Frame;
    return html`${plot(frame, { points: set.points, marks, hint: untouched }, layout, view)}${parts.drawing(session, frame, layout)}`;
  },
  beside: ({ answer: session, set }) => controls(set.settings, session.playing, session, session.changed),
  claim: ({ answer: session }) => {
    const frame = session.shown as Frame;
    return html`${statusLine(frame, session.verdict, session.atRest)}${numbersTable(frame)}${spokenOptimum(frame)}`;
  },
  style: teaserStyle,
  legend: {
    data: '.point',
    network: '.network, .network-label, .now-dot',
    optimum: '.optimum, .optimum-label, .optimum-neurons',
    neuron: '.neurons, .optimum-neurons',
    dual: '.bound',
    gain: '.gap, .gap-label',
  },
  exports: () => import('./export.ts'),
});
