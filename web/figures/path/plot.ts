import { svg, type TemplateResult } from 'lit';
import { axisBottom, axisLeft, logTicks } from '../../figure/drawing/axis.ts';
import { clip } from '../../figure/drawing/frame.ts';
import { movableMark, type Selection } from '../../figure/drawing/mark.ts';
import { cross, polyline } from '../../figure/drawing/mark-shapes.ts';
import { spoken, typeset } from '../../figure/words/number-format.ts';
import { numberSvg } from '../../figure/words/number-view.ts';
import type { Layout } from './layout.ts';
import { type Answer, type Life, VIEW } from './model.ts';

/** The data and the best network at the weight decay on show. */
export function output(answer: Answer, layout: Layout, marks: Selection): TemplateResult {
  const { x, y, left, right, plot } = layout;
  const { output: curve, labels } = answer;
  return svg`
    ${axisBottom({ scale: x, ticks: [-0.5, 0, 0.5], y: plot.bottom, from: left, to: right })}
    ${axisLeft(y, [0, 0.4, 0.8], left)}
    ${clip('path-output', { left, right, ...plot }, 10, 2)}
    <path class="output" clip-path="url(#path-output)" d=${polyline(curve.x, curve.y, x, y)} />
    ${labels.map((label, j) =>
      movableMark(marks, j, {
        name: 'point',
        at: { x: x(answer.x[j]), y: y(label) },
        shape: svg`<path d=${cross(5)} />`,
        label: `Label of data point ${j + 1} of ${labels.length}`,
        range: [VIEW.low, VIEW.high],
        now: label.toFixed(3),
        text: spoken(label, 2),
      }),
    )}`;
}

const inside = (position: number): boolean => position >= VIEW.from && position <= VIEW.to;

/** A band whose half-width is the neuron's share of the largest weight; outside the line it lies at the rim. */
function band({ born, position, weight }: Life, lambdas: readonly number[], largest: number, layout: Layout): string {
  const at = (k: number): number => layout.lambda(lambdas[born + k]);
  const half = (k: number): number => 1 + 7 * Math.sqrt(weight[k] / largest);
  const y = (k: number): number => layout.position(Number.isFinite(position[k]) ? position[k] : VIEW.to);
  const there = position.map((_, k) => `${at(k).toFixed(1)},${(y(k) - half(k)).toFixed(1)}`);
  const back = position.map((_, k) => `${at(k).toFixed(1)},${(y(k) + half(k)).toFixed(1)}`).reverse();
  return `M${[...there, ...back].join('L')}z`;
}

/** Where every neuron switches, from the largest weight decay to the smallest. */
export function lives(answer: Answer, layout: Layout): TemplateResult {
  const { lambda, position, left, right, lives: box } = layout;
  const lambdas = answer.path.points.map((point) => point.lambda);
  const largest = Math.max(...answer.lives.flatMap(({ weight }) => weight));
  return svg`
    ${axisLeft(position, [-0.5, 0, 0.5], left)}
    ${answer.x.map((t) => svg`<line class="data-line" x1=${left} x2=${right} y1=${position(t)} y2=${position(t)} />`)}
    <g clip-path="url(#path-seen)">${answer.lives.map((life) => {
      const beyond = !life.position.some(inside);
      return svg`<path class=${beyond ? 'life beyond' : 'life'} d=${band(life, lambdas, largest, layout)} />
        <circle class="birth" cx=${lambda(lambdas[life.born])} cy=${position(life.position[0] || 0)} r="3.5" />`;
    })}</g>
    <line class="frame" x1=${left} x2=${right} y1=${box.bottom} y2=${box.bottom} />`;
}

/** The loss, and the part of it that is misfit. */
export function losses({ path }: Answer, layout: Layout): TemplateResult {
  const { lambda, loss, left, right, losses: box } = layout;
  const lambdas = path.points.map((point) => point.lambda);
  const curve = (key: 'objective' | 'dataLoss'): string =>
    polyline(
      lambdas,
      path.points.map((point) => point[key]),
      lambda,
      loss,
    );
  const ticks = logTicks([...lambda.domain()].reverse());
  return svg`
    ${axisLeft(loss, loss.ticks(3), left)}
    <g clip-path="url(#path-seen)"><path class="objective" d=${curve('objective')} /><path class="misfit" d=${curve('dataLoss')} /></g>
    <g class="axis"><line x1=${left} x2=${right} y1=${box.bottom} y2=${box.bottom} />
      ${ticks.map(
        (tick) => svg`<line x1=${lambda(tick)} x2=${lambda(tick)} y1=${box.bottom} y2=${box.bottom + 4} />
          <text x=${lambda(tick)} y=${box.bottom + 18} text-anchor="middle">${numberSvg(typeset(tick, 1))}</text>`,
      )}</g>`;
}
