import { beforeAll, expect, test } from 'vitest';
import { createEngine, type Engine } from '../../web/engine/index.ts';
import { good, network, refusal as refusalOf } from './refusal.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine();
});
const refusal = (call: () => unknown): string => refusalOf(engine, call);
const plane = { origin: network, u: { W: [[1, 0]], alpha: [0] }, v: { W: [[0, 1]], alpha: [0] } };

test.each<[unknown, string]>([
  [undefined, 'plane is missing, expected an object'],
  [{}, 'kind is missing, expected a string'],
  [{ kind: 'flat' }, 'kind is "flat", expected one of parameters, random, networks'],
  [{ kind: 'random' }, 'network is missing, expected an object'],
  [{ kind: 'random', network, seed: -1 }, 'seed is -1, expected a whole number from 0 to 9007199254740991'],
  [{ kind: 'random', network, normalization: 'row' }, 'normalization is "row", expected one of filter, none'],
  [{ kind: 'random', network, sede: 1 }, 'unknown key "sede" in plane, expected kind, network, seed, normalization'],
  [{ kind: 'random', network: { W: [], alpha: [] } }, 'network.alpha has 0 values, expected at least 1 neuron'],
  [{ kind: 'parameters', network }, 'u is missing, expected an object'],
  [{ kind: 'parameters', network, u: { neuron: 1 }, v: {} }, 'u.neuron is 1, expected a whole number from 0 to 0'],
  [{ kind: 'parameters', network, u: {}, v: { layer: 'third' } }, 'layer is "third", expected one of first, second'],
  [{ kind: 'parameters', network, u: {}, v: {} }, 'u and v are the same weight, expected two different ones'],
  [{ kind: 'networks' }, 'networks is missing, expected an array of networks'],
  [{ kind: 'networks', networks: [network, 3, network] }, 'networks[1] is 3, expected an object'],
  [{ kind: 'networks', networks: [network] }, 'networks has 1 network, expected 3'],
])('lossPlane refuses %j', (spec, message) => {
  expect(refusal(() => engine.lossPlane(spec as never))).toBe(message);
});

test.each<[unknown, string]>([
  [undefined, 'options is missing, expected an object'],
  [{}, 'plane is missing, expected an object'],
  [{ plane: { origin: network } }, 'plane.u is missing, expected an object'],
  [{ plane, rows: 1 }, 'rows is 1, expected a whole number from 2 to 4096'],
  [{ plane, cols: 4097 }, 'cols is 4097, expected a whole number from 2 to 4096'],
  [{ plane, cols: 4096, rows: 4096 }, 'rows x cols is 16777216, expected a whole number from 4 to 10000000'],
  [{ plane, rows: 2.5 }, 'rows is 2.5, expected a whole number'],
  [{ plane, u: [1] }, 'u has 1 value, expected 2 (from, to)'],
  [{ plane, v: [2, 1] }, 'v is from 2 to 1, expected from < to, a finite distance apart'],
  [{ plane, v: [0, Number.NaN] }, 'v[1] is nan, expected a finite number'],
  [{ plane: { ...plane, u: { W: [[1]], alpha: [1] } } }, 'plane.u.W is 1 x 1, expected 1 x 2 (as plane.origin)'],
])('landscape and basins refuse the options %j', (options, message) => {
  expect(refusal(() => engine.landscape(good, options as never))).toBe(message);
  expect(refusal(() => engine.createLandscape(good, options as never))).toBe(message);
  expect(refusal(() => engine.basins(good, options as never))).toBe(message);
  expect(refusal(() => engine.createBasins(good, options as never))).toBe(message);
});

test('what only one of them takes is refused by the other', () => {
  expect(refusal(() => engine.landscape(good, { plane, stepSize: 1 } as never))).toBe(
    'unknown key "stepSize" in options, expected plane, u, v, rows, cols, cells',
  );
  expect(refusal(() => engine.basins(good, { plane, stepSize: 0 }))).toBe(
    'stepSize is 0, expected a finite number > 0',
  );
  expect(refusal(() => engine.basins(good, { plane, maxSteps: -1 }))).toBe(
    'maxSteps is -1, expected a whole number from 0 to 10000000',
  );
  const many = { W: new Float64Array(200).fill(1), alpha: new Float64Array(100).fill(1) };
  const wide = engine.lossPlane({ kind: 'random', network: many });
  expect(refusal(() => engine.landscape(good, { plane: wide, cells: true }))).toBe(
    'width x rows of X (for cells) is 300, expected a whole number from 1 to 200',
  );
});

test('a bad problem is refused wherever one is taken', () => {
  const bad = { ...good, y: [1, 2] };
  const message = 'y has 2 values, expected 3 (rows of X)';
  expect(refusal(() => engine.landscape(bad, { plane }))).toBe(message);
  expect(refusal(() => engine.basins(bad, { plane }))).toBe(message);
  expect(refusal(() => engine.sharpness(bad, network))).toBe(message);
  expect(refusal(() => engine.lossAlong(bad, { from: network, to: network }))).toBe(message);
});

test('places, ways and slices that are none are refused', () => {
  expect(refusal(() => engine.networkOnPlane(plane, Number.NaN, 0))).toBe('u is nan, expected a finite number');
  expect(refusal(() => engine.networkOnPlane(plane, 0, '1' as never))).toBe('v is a string, expected a number');
  expect(refusal(() => engine.coordinatesOf(plane, network as never))).toBe(
    'networks is an object, expected an array of networks',
  );
  expect(refusal(() => engine.coordinatesOf({ ...plane, v: plane.u }, []))).toBe(
    'plane.u and plane.v are dependent, expected two directions that span a plane',
  );
  expect(refusal(() => engine.lossAlong(good, {} as never))).toBe('way.from is missing, expected an object');
  expect(refusal(() => engine.lossAlong(good, { keyFrames: [] }))).toBe(
    'the path has 0 key frames, expected at least 1',
  );
  expect(refusal(() => engine.lossAlong(good, { from: network, to: network }, 1))).toBe(
    'samples is 1, expected a whole number from 2 to 1000000',
  );
  expect(refusal(() => engine.sharpness(good, network, { layers: 'second' as never }))).toBe(
    'layers is "second", expected one of first, both',
  );
  const work = engine.createLandscape(good, { plane, rows: 4, cols: 4 });
  expect(refusal(() => work.work(0))).toBe('seconds is 0, expected a number > 0');
  expect(refusal(() => work.band(1))).toBe('firstRow is 1, expected a whole number from 0 to 0');
  work.dispose();
});
