import { html, svg, type TemplateResult } from 'lit';
import { iconButton } from '../../figure/controls/button.ts';
import { Drag, type Position } from '../../figure/controls/drag.ts';
import { LiveFigure } from '../../figure/live-figure.ts';
import { grouped, spoken, typesetAligned } from '../../figure/words/number-format.ts';
import { numberHtml } from '../../figure/words/number-view.ts';
import { Playback } from '../../figure/controls/playback.ts';
import { sharedEngine } from '../../page/shared-engine.ts';
import { slider } from '../../figure/controls/slider.ts';
import { layoutFor } from './layout.ts';
import { type Answer, escapeModel, parse, type State, stageAt, start } from './model.ts';
import { output, strip } from './plot.ts';
import { escapeStyle } from './style.ts';

/** Seconds from one end of the path to the other. */
const DURATION = 9;

const STAGES: Record<ReturnType<typeof stageAt>, string> = {
  start: 'the end of the descent',
  balance: 'the two layers of each neuron are brought into balance; what does nothing shrinks',
  merge: 'neurons that see the same points are gathered into one',
  reduce: 'neurons that others can stand in for are dissolved',
  pivot: 'neurons trade places, at the same output',
  interpolate: 'the output moves straight to the optimum',
};

/** A network stuck above the optimum, and a path from there to the bottom along which the loss never rises. */
export class EscapeFigure extends LiveFigure<State, Answer> {
  static override styles = [LiveFigure.styles, escapeStyle].flat();
  static override legend = {
    data: '.point',
    network: '.output, .loss, .dot',
    optimum: '.best, .floor, .floor-name',
    neuron: '.neurons',
  };
  protected state = start;
  protected override readonly exports = () => import('./export.ts');
  private model: ReturnType<typeof escapeModel> | null = null;
  private readonly playback = new Playback(1, 1 / DURATION);

  private readonly scrub = new Drag<true>({
    pick: (at) => this.lookAt(at),
    move: (_, at) => this.lookAt(at),
    end: () => {},
    cancel: () => {},
  });

  constructor() {
    super();
    this.remember('escape', 1, parse);
  }

  protected compute(state: State): Promise<Answer> {
    this.model ??= escapeModel(sharedEngine());
    return this.model(state);
  }

  protected override stop(): void {
    this.playback.pause();
  }

  protected override frame(now: number): void {
    this.playback.frame(now, (t) => this.change({ t }));
  }

  private lookAt({ x, y }: Position): true | null {
    if (!this.answer) return null;
    const { t, strip: box } = layoutFor(this.size, this.answer);
    if (y < box.top) return null;
    this.go({ t: t.invert(x) });
    return true;
  }

  private readonly play = (): void => this.playback.toggle(this.state.t, (t) => this.change({ t }));

  private go(change: Partial<State>): void {
    this.playback.pause();
    this.change(change);
  }

  protected picture(state: State, answer: Answer): TemplateResult {
    const layout = layoutFor(this.size, answer);
    const { width, height } = layout;
    return html`${svg`<svg width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} role="img"
        aria-label=${`The network at ${Math.round(100 * state.t)} percent of the path: loss ${spoken(answer.loss, 3)}, optimum ${spoken(answer.optimum, 3)}.`}
        @pointerdown=${this.scrub.down}>
      <text class="name" x=${layout.left} y=${layout.strip.top - 10}>loss along the path</text>
      ${output(answer, layout)}${strip(answer, layout, state.t)}
    </svg>`}${this.bar()}${this.words(state, answer)}`;
  }

  private bar(): TemplateResult {
    const { seed, t } = this.state;
    return html`<div class="bar">
      <div class="buttons" role="group" aria-label="Path">
        ${iconButton(this.playback.playing ? 'pause' : 'play', this.playback.playing ? 'Pause' : 'Play', this.play)}
        ${iconButton('rewind', 'Back to where the descent got stuck', () => this.go({ t: 0 }))}
        ${iconButton('draw', 'Train another network and start from its end', () => this.go({ seed: seed + 1, t: 0 }))}
      </div>
      ${slider({
        name: 'Place on the path',
        value: Math.round(100 * t),
        range: { min: 0, max: 100, whole: true },
        shown: `${Math.round(100 * t)} %`,
        spoken: `${Math.round(100 * t)} percent`,
        onInput: (percent) => this.go({ t: percent / 100 }),
      })}
    </div>`;
  }

  private words(state: State, answer: Answer): TemplateResult {
    const { samples, steps, optimum, loss } = answer;
    const [here, first, best] = typesetAligned([loss, samples.loss[0], optimum], 6, ['nearest', 'nearest', 'nearest']);
    const doing = state.t === 0 ? STAGES.start : state.t === 1 ? 'the optimum' : STAGES[stageAt(answer, state.t)];
    return html`<p class="claim"><strong>Now:</strong> ${doing}.</p>
      <table class="numbers">
        <tr><th scope="row">After ${grouped(steps)} steps of descent</th><td>${numberHtml(first)}</td></tr>
        <tr class="network-row"><th scope="row">Here</th><td>${numberHtml(here)}</td></tr>
        <tr class="optimum-row"><th scope="row">Certified optimum</th><td>${numberHtml(best)}</td></tr>
      </table>`;
  }
}

if (!customElements.get('hcx-escape')) customElements.define('hcx-escape', EscapeFigure);
