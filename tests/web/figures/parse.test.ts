import { expect, test } from 'vitest';
import * as neurons from '../../../web/figures/neurons/model.ts';
import * as oneNeuron from '../../../web/figures/one-neuron/model.ts';
import { startState, table } from '../../../web/figures/teaser/model.ts';

const parseState = table.parse;

/** As a state comes back from a link or from storage. */
const through = (state: object): unknown => JSON.parse(JSON.stringify(state));

test('the first figure takes whole numbers of neurons and of steps, and no others', () => {
  const state = startState([{ x: 0, y: 0.5 }]);
  expect(parseState(through(state))).toEqual(state);
  for (const change of [{ width: 2.5 }, { speed: 1.5 }]) {
    expect(parseState(through({ ...state, settings: { ...state.settings, ...change } }))).toBeNull();
  }
});

test('one neuron takes points in numbers, and a matrix by its place', () => {
  const { start } = oneNeuron;
  expect(oneNeuron.parse(through(start))).toEqual(start);
  expect(oneNeuron.parse(through({ ...start, chosen: 2 }))).toEqual({ ...start, chosen: 2 });
  for (const chosen of ['length', '0', 'map', 4, -1, 0.5]) {
    expect(oneNeuron.parse(through({ ...start, chosen }))).toBeNull();
  }
  for (const point of [{ x: '-1', y: 1 }, { x: -1, y: '1' }, { x: -1 }, [-1, 1]]) {
    expect(oneNeuron.parse(through({ ...start, points: [point, start.points[1]] }))).toBeNull();
  }
});

test('the labels of the neurons are where they can be seen', () => {
  const { start } = neurons;
  expect(neurons.parse(through(start))).toEqual(start);
  for (const y of [
    [1e300, 1],
    [1, -5],
  ])
    expect(neurons.parse(through({ ...start, y }))).toBeNull();
});
