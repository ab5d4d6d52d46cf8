import { html, svg, type TemplateResult } from 'lit';
import { iconButton } from '../../figure/controls/button.ts';
import { choice } from '../../figure/controls/choice.ts';
import { Drag, type Position } from '../../figure/controls/drag.ts';
import { LiveFigure } from '../../figure/live-figure.ts';
import { decimals, grouped } from '../../figure/words/number-format.ts';
import { Playback } from '../../figure/controls/playback.ts';
import { sharedEngine } from '../../page/shared-engine.ts';
import { slider } from '../../figure/controls/slider.ts';
import { stillness } from '../../page/stillness.ts';
import { layoutFor } from './layout.ts';
import {
  type Answer,
  frameAt,
  parse,
  RULES,
  type Rule,
  type Run,
  STEPS,
  STRIDE,
  type State,
  start,
  trainingModel,
} from './model.ts';
import { output, strip, weightSpace } from './plot.ts';
import { trainingStyle } from './style.ts';

/** Steps a second. */
const SPEED = 150;
const NAMES: Record<Rule, string> = { adam: 'Adam', gd: 'Gradient descent' };

/** One neuron learns two points; the moment when it begins to see the second. */
export class TrainingFigure extends LiveFigure<State, Answer> {
  static override styles = [LiveFigure.styles, trainingStyle].flat();
  static override legend = {
    data: '.point',
    network: '.output, .loss, .dot-loss',
    neuron: '.way, .ahead, .dot, .kink',
    x1: '[data-point="0"]',
    x2: '[data-point="1"]',
    kink: '.kink',
    step: '.event, .event-name',
  };
  // A reader who wants no motion has the whole run at once.
  protected state: State = stillness() ? { ...start, seen: STEPS } : start;
  protected override readonly exports = () => import('./export.ts');
  private model: ReturnType<typeof trainingModel> | null = null;
  private readonly playback = new Playback(STEPS, SPEED);

  private readonly scrub = new Drag<true>({
    pick: (at) => this.lookAt(at),
    move: (_, at) => this.lookAt(at),
    end: () => {},
    cancel: () => {},
  });

  constructor() {
    super();
    this.remember('training', 1, parse);
  }

  protected compute(state: State): Promise<Answer> {
    this.model ??= trainingModel(sharedEngine());
    return this.model(state);
  }

  protected override stop(): void {
    this.playback.pause();
  }

  protected override frame(now: number): void {
    this.playback.frame(now, (step) => this.showStep(step));
  }

  private showStep(step: number): void {
    const next = STRIDE * frameAt(step);
    this.change({ step: next, seen: Math.max(next, this.state.seen) });
  }

  private go(step: number): void {
    this.playback.pause();
    this.showStep(Math.min(Math.max(step, 0), STEPS));
  }

  private lookAt({ x, y }: Position): true | null {
    if (!this.answer) return null;
    const { step, strip: box } = layoutFor(this.size, this.answer.run);
    if (y < box.top) return null;
    this.go(step.invert(x));
    return true;
  }

  private readonly play = (): void => this.playback.toggle(this.state.step, (step) => this.showStep(step));

  protected picture({ step, seen }: State, { run }: Answer): TemplateResult {
    const layout = layoutFor(this.size, run);
    const { width, height } = layout;
    const k = frameAt(step);
    return html`${svg`<svg width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} role="img" aria-label="The neuron over the line, in weight space, and its loss"
        @pointerdown=${this.scrub.down}>
      ${output(run, layout, k, seenAt(run, step))}${weightSpace(run, layout, { k, seen: frameAt(seen), id: 'weight-space' })}${strip(run, layout, { now: step, seen })}
    </svg>`}${this.bar()}${words(run, step)}`;
  }

  private bar(): TemplateResult {
    const { step, rule } = this.state;
    return html`<div class="bar">
      <div class="buttons" role="group" aria-label="Run">
        ${iconButton(this.playback.playing ? 'pause' : 'play', this.playback.playing ? 'Pause' : 'Play', this.play)}
        ${iconButton('step', `${STRIDE} steps`, () => this.go(step + STRIDE))}
        ${iconButton('rewind', 'Rewind', () => this.go(0))}
      </div>
      ${slider({
        name: 'Step',
        value: step,
        range: { min: 0, max: STEPS, whole: true },
        shown: grouped(step),
        spoken: String(step),
        onInput: (next) => this.go(next),
      })}
      ${choice({
        label: 'How it is trained',
        value: rule,
        options: RULES.map((name) => ({ value: name, name: NAMES[name] })),
        choose: (next) => this.change({ rule: next }),
      })}
    </div>`;
  }
}

/** Which points the neuron sees: those of the start, and what the events have changed since. */
function seenAt(run: Run, step: number): boolean[] {
  const changed = run.events.filter((event) => event.step <= step);
  return run.x.map((x, j) => {
    const last = changed.filter(({ other, kind }) => other === j && (kind === 'on' || kind === 'off')).at(-1);
    return last ? last.kind === 'on' : run.side[0] * (x - run.kink[0]) > 0;
  });
}

function words(run: Run, step: number): TemplateResult {
  const seen = seenAt(run, step).flatMap((on, j) => (on ? [j === 0 ? 'x₁' : 'x₂'] : []));
  const what = seen.length ? seen.join(' and ') : 'no point';
  return html`<p class="claim">Step ${grouped(step)}: loss <strong>${decimals(run.loss[frameAt(step)], 4)}</strong>. The neuron sees
    ${what} and switches at <span class="letter">𝑥</span> = ${decimals(run.kink[frameAt(step)], 3)}; its output weight is <span class="letter">𝛼</span> = ${decimals(run.alpha[frameAt(step)], 3)}.</p>`;
}

if (!customElements.get('hcx-training')) customElements.define('hcx-training', TrainingFigure);
