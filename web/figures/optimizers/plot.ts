import { nothing, svg, type TemplateResult } from 'lit';
import { axisBottom, axisLeftLog, logTicks } from '../../figure/drawing/axis.ts';
import { clip } from '../../figure/drawing/frame.ts';
import { movableMark, type Selection } from '../../figure/drawing/mark.ts';
import { cross, polyline } from '../../figure/drawing/mark-shapes.ts';
import { grouped } from '../../figure/words/number-format.ts';
import type { Layout } from './layout.ts';
import { type Answer, frameOf, LAST, type State } from './model.ts';
import { NAMES, RULES, type Rule, SHORT_NAMES } from './rules.ts';
import { verdictOn } from './verdict.ts';
import { endText, spokenMoment } from './words.ts';

/** Where the run of a rule is at a moment. */
export function placeOf({ runs }: Answer, layout: Layout, rule: Rule, frame: number): { x: number; y: number } {
  const k = frameOf(runs[rule], frame);
  return { x: layout.time(layout.times(rule)[k]), y: layout.loss(runs[rule].loss[k]) };
}

/** The axes, and the certified optimum with what lies below it: nothing. */
function frame(axis: State['axis'], { box, loss, time }: Layout): TemplateResult {
  const floor = loss.range()[0];
  const room = box.right - box.left;
  const ticks = room > 300 ? [0, 10, 100, 1000, 10_000, 60_000] : room > 130 ? [0, 10, 1000, 60_000] : [0, 100, 60_000];
  return svg`
    <text class="name" x=${box.left} y=${box.top - 14}>loss over the ${axis === 'steps' ? 'steps' : 'passes over the data'}</text>
    <rect class="nothing" x=${box.left} y=${floor} width=${box.right - box.left} height=${box.bottom - floor} />
    <line class="optimum-line" x1=${box.left} x2=${box.right} y1=${floor} y2=${floor} />
    <text class="optimum-name" x=${box.left + 6} y=${floor + 20}>${room > 260 ? 'the certified optimum: no network lies below' : room > 150 ? 'none lies below' : 'optimum'}</text>
    ${axisLeftLog(loss, logTicks(loss.domain()), box.left)}
    ${axisBottom({ scale: time, ticks, y: box.bottom, from: box.left, to: box.right, format: grouped })}
    <text class="name" x=${(box.left + box.right) / 2} y=${box.bottom + 36} text-anchor="middle">${axis}</text>`;
}

/** A line from the end of a curve to its name, and the name with how the run ended. */
function name(rule: Rule, chosen: Rule, answer: Answer, layout: Layout): TemplateResult {
  const end = placeOf(answer, layout, rule, LAST);
  const x = layout.box.right + (layout.stacked ? 18 : 26);
  const y = layout.rows[rule];
  const verdict = verdictOn(answer.runs[rule], answer);
  const role = rule === chosen ? 'rule chosen-rule' : 'rule';
  return svg`<path class="leader" d=${`M${end.x + 3},${end.y}L${layout.box.right + 6},${end.y}L${x - 4},${y}`} />
    <text class=${role} data-rule=${rule} x=${x} y=${y + 4}>${(layout.stacked ? SHORT_NAMES : NAMES)[rule]} <tspan class="end">${endText(verdict)}</tspan></text>`;
}

function curve(rule: Rule, chosen: Rule, { runs }: Answer, layout: Layout): TemplateResult {
  const { loss, times, time, box } = layout;
  const { status } = runs[rule];
  const ways = times(rule);
  const end = time(ways[ways.length - 1]);
  const role = rule === chosen ? 'loss chosen-loss' : 'loss';
  return svg`<path class=${role} data-rule=${rule} clip-path="url(#race)" d=${polyline(ways, runs[rule].loss, time, loss)} />
    ${status === 'diverged' ? svg`<path class="gone" transform=${`translate(${end},${box.top})`} d="M0,-5L4,3H-4z" />` : nothing}`;
}

/** All losses, the chosen one above the others, and the moment on show. */
export function race(state: State, answer: Answer, layout: Layout, marks: Selection): TemplateResult {
  const { box } = layout;
  const { chosen } = state;
  const now = placeOf(answer, layout, chosen, state.frame);
  const k = frameOf(answer.runs[chosen], state.frame);
  return svg`${clip('race', box, 2, 2)}
    ${frame(state.axis, layout)}
    ${RULES.filter((rule) => rule !== chosen).map((rule) => curve(rule, chosen, answer, layout))}
    ${curve(chosen, chosen, answer, layout)}
    <line class="now" x1=${now.x} x2=${now.x} y1=${box.top} y2=${box.bottom} />
    <rect class="scrub" x=${box.left - 6} y=${box.top} width=${box.right - box.left + 12} height=${box.bottom - box.top} />
    ${RULES.map((rule) => name(rule, chosen, answer, layout))}
    ${movableMark(marks, 0, {
      name: 'moment',
      at: now,
      shape: svg`<circle class="moment-dot" r="5.5" />`,
      label: 'Run and step on show',
      range: [0, LAST],
      now: k,
      text: spokenMoment(state, answer),
    })}`;
}

/** The output of the chosen run at the moment on show, and that of the optimum. */
export function output(state: State, answer: Answer, layout: Layout): TemplateResult {
  const { x, y, output: box, stacked } = layout;
  const { chosen, frame: moment } = state;
  const { steps } = answer.runs[chosen];
  return svg`
    ${clip('race-output', box, 12, 2)}
    <text class="name" x=${box.left - (stacked ? 0 : 12)} y=${box.top - 14}>${NAMES[chosen]}, step ${grouped(steps[frameOf(answer.runs[chosen], moment)])}</text>
    ${axisBottom({ scale: x, ticks: [-0.5, 0, 0.5], y: box.bottom, from: box.left, to: box.right })}
    <g clip-path="url(#race-output)">
      <path class="optimum" d=${polyline(answer.best.x, answer.best.y, x, y)} />
      <path class="network" d=${polyline(answer.output.x, answer.output.y, x, y)} />
    </g>
    ${answer.x.map((at, j) => svg`<path class="point" transform=${`translate(${x(at)},${y(answer.y[j])})`} d=${cross(5)} />`)}`;
}
