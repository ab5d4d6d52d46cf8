import { html, type TemplateResult } from 'lit';
import type { View } from '../declaration.ts';
import type { Field, NumberField } from '../fields.ts';
import { iconButton } from './button.ts';
import type { Control } from './control-row.ts';
import { fieldSlider } from './field-slider.ts';
import type { IconName } from './icons.ts';
import { type Slider, slider } from './slider.ts';

export const icon = (name: IconName, label: string, press: () => void, disabled = false): Control => ({
  kind: 'icon',
  content: iconButton(name, label, press, disabled),
});

/** Words to press. */
export const action = (words: string, press: () => void, disabled = false): Control => ({
  kind: 'action',
  content: html`<button class="text-button" type="button" ?disabled=${disabled} @click=${press}>${words}</button>`,
});

/** Words that stay pressed. */
export const toggle = (words: string, on: boolean, press: () => void): Control => ({
  kind: 'action',
  content: html`<button class="toggle" type="button" aria-pressed=${on ? 'true' : 'false'} @click=${press}>${words}</button>`,
});

export const other = (content: TemplateResult): Control => ({ kind: 'other', content });

export const sliderOf = (settings: Slider): Control => ({ kind: 'slider', content: slider(settings) });

const isNumeric = (field: Field<unknown>): field is NumberField => 'numeric' in field;

/** The slider of a field, from its table. @param set what moving it does, where that is more than to set the field */
export function setting<State extends object, Name extends keyof State & string>(
  view: Pick<View<State>, 'table' | 'set' | 'change'>,
  name: Name,
  set: (value: number) => Partial<State> = (value) => ({ [name]: value }) as unknown as Partial<State>,
): Control {
  const field = view.table.fields[name] as Field<unknown>;
  if (!isNumeric(field)) throw new TypeError(`${name} is no number`);
  return sliderOf(fieldSlider(field, view.set[name] as number, (value) => view.change(set(value))));
}

/** Back to what the figure begins with. */
export const reset = <State extends object>(
  view: Pick<View<State>, 'begun' | 'change'>,
  to: Partial<State> = view.begun,
  disabled = false,
): Control => action('Reset', () => view.change(to), disabled);

/** Play or pause, with one button of two faces, so that the focus stays on it; and the way back to the start. */
export function playing(
  { playback }: Pick<View, 'playback'>,
  rewind: string,
  step?: { by: number; name: string; from: number },
): Control[] {
  if (!playback) return [];
  const on = playback.playing;
  return [
    icon(on ? 'pause' : 'play', on ? 'Pause' : 'Play', playback.toggle),
    ...(step ? [icon('step', step.name, () => playback.go(step.from + step.by))] : []),
    icon('rewind', rewind, () => playback.go(0)),
  ];
}
