import { html, type TemplateResult } from 'lit';
import { iconButton } from '../../figure/controls/button.ts';
import { grouped, spoken, typeset } from '../../figure/words/number-format.ts';
import { numberHtml } from '../../figure/words/number-view.ts';
import { slider } from '../../figure/controls/slider.ts';
import { ranges, type Settings } from './model.ts';

/** What the reader can ask for. */
export interface Actions {
  play(): void;
  pause(): void;
  step(): void;
  rewind(): void;
  draw(): void;
  set(change: Partial<Settings>): void;
  /** Data and settings as they were at first. */
  reset(): void;
}

const NAMES: { readonly [K in keyof Settings]: { name: string; symbol?: string } } = {
  speed: { name: 'Speed' },
  width: { name: 'Neurons', symbol: '𝑚' },
  stepSize: { name: 'Step size', symbol: '𝛾' },
  lambda: { name: 'Weight decay', symbol: '𝜆' },
  scale: { name: 'Initial scale' },
};

function settingSlider(name: keyof Settings, settings: Settings, actions: Actions): TemplateResult {
  const value = settings[name];
  const range = ranges[name];
  return slider({
    ...NAMES[name],
    value,
    range,
    shown:
      name === 'speed' ? `${grouped(value)} a frame` : range.whole ? grouped(value) : numberHtml(typeset(value, 2)),
    spoken: name === 'speed' ? `${value} steps a frame` : range.whole ? String(value) : spoken(value, 2),
    onInput: (next) => actions.set({ [name]: next }),
  });
}

/** The run, its speed, the data; then the settings. */
export function controls(
  settings: Settings,
  playing: boolean,
  ready: boolean,
  actions: Actions,
  changed: boolean,
): TemplateResult {
  return html`<div class="controls">
    <div class="buttons" role="group" aria-label="Run">
      ${
        /* One button with two faces: the focus stays on it. */
        iconButton(
          playing ? 'pause' : 'play',
          playing ? 'Pause' : 'Play',
          () => (playing ? actions.pause() : actions.play()),
          !ready,
        )
      }
      ${iconButton('step', 'One step', () => actions.step(), !ready)}
      ${iconButton('rewind', 'Rewind to the same initial weights', () => actions.rewind(), !ready)}
      ${iconButton('draw', 'Draw new initial weights', () => actions.draw(), !ready)}
    </div>
    <div class="speed">${settingSlider('speed', settings, actions)}</div>
    <button class="text-button" type="button" ?disabled=${!changed} @click=${() => actions.reset()}>Reset</button>
    <div class="sliders" role="group" aria-label="Settings">
      ${(['width', 'stepSize', 'lambda', 'scale'] as const).map((name) => settingSlider(name, settings, actions))}
    </div>
  </div>`;
}
