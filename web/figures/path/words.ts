import { html, nothing, svg, type TemplateResult } from 'lit';
import { typeset } from '../../figure/words/number-format.ts';
import { numberHtml } from '../../figure/words/number-view.ts';
import type { Layout } from './layout.ts';
import type { Answer } from './model.ts';

/** The point of the path that is on show; with all labels at 0 the path has but one. */
export const pointAt = ({ path: { points } }: Pick<Answer, 'path'>, at: number) =>
  points[Math.min(at, points.length - 1)];

/** What each of the three drawings shows. */
export function names({ small, left, right, plot, lives: middle, losses: box }: Layout): TemplateResult {
  const x = svg`<tspan class="letter">𝑥</tspan>`;
  const decay = svg`<tspan class="letter">𝜆</tspan>, falling →`;
  return svg`<text class="name" x=${left} y=${plot.top - 20}>output over the input ${x}</text>
    <text class="name" x=${left} y=${middle.top - 14}>the ${x} at which each neuron switches</text>
    <text class="name" x=${left} y=${box.top - 8}>over ${small ? nothing : 'the weight decay '}${decay}</text>
    <text class="objective-name" x=${right} y=${box.top - 8} text-anchor="end">loss</text>
    <text class="misfit-name" x=${right - 44} y=${box.top - 8} text-anchor="end">misfit</text>`;
}

export function claim(answer: Answer, at: number): TemplateResult {
  const { width, objective, gap } = pointAt(answer, at);
  const neurons = width === 0 ? 'no neuron at all' : width === 1 ? 'one neuron' : `${width} neurons`;
  return html`<p class="claim" role="status">The best network has <strong>${neurons}</strong>. Its loss,
    ${numberHtml(typeset(objective, 4))}, is certified to within ${numberHtml(typeset(gap, 1, 'up'))}. From 𝜆 =
    ${numberHtml(typeset(answer.path.lambdaMax, 3))} upwards nothing is worth a neuron.</p>`;
}
