import type { NumberField } from '../fields.ts';
import type { Slider } from './slider.ts';

/** What a slider shows and says of a field's value. */
export const fieldSlider = (field: NumberField, value: number, onInput: (value: number) => void): Slider => ({
  name: field.numeric.label ?? '',
  symbol: field.numeric.symbol,
  value,
  range: field.numeric,
  shown: field.shown(value),
  spoken: field.spoken(value),
  onInput,
});
