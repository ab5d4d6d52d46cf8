import { html, type TemplateResult } from 'lit';
import { iconButton } from '../../figure/controls/button.ts';
import { fieldSlider } from '../../figure/controls/field-slider.ts';
import { slider } from '../../figure/controls/slider.ts';
import { type Settings, settingFields } from './model.ts';

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

const settingSlider = (name: keyof Settings, settings: Settings, actions: Actions): TemplateResult =>
  slider(fieldSlider(settingFields[name], settings[name], (next) => actions.set({ [name]: next })));

/** The run, its speed, the data; then the settings. */
export function controls(settings: Settings, playing: boolean, actions: Actions, changed: boolean): TemplateResult {
  return html`<div class="controls">
    <div class="buttons" role="group" aria-label="Run">
      ${
        /* One button with two faces: the focus stays on it. */
        iconButton(playing ? 'pause' : 'play', playing ? 'Pause' : 'Play', () =>
          playing ? actions.pause() : actions.play(),
        )
      }
      ${iconButton('step', 'One step', () => actions.step())}
      ${iconButton('rewind', 'Rewind to the same initial weights', () => actions.rewind())}
      ${iconButton('draw', 'Draw new initial weights', () => actions.draw())}
    </div>
    <div class="speed">${settingSlider('speed', settings, actions)}</div>
    <button class="text-button" type="button" ?disabled=${!changed} @click=${() => actions.reset()}>Reset</button>
    <div class="sliders" role="group" aria-label="Settings">
      ${(['width', 'stepSize', 'lambda', 'scale'] as const).map((name) => settingSlider(name, settings, actions))}
    </div>
  </div>`;
}
