import { call } from './call.ts';
import type { BasinBand, BasinMap, GridBand, Landscape, LandscapeBand, LandscapeEngine } from './landscape-types.ts';
import type { Envelope, NativeBanded, NativeModule } from './native.ts';
import { EngineBanded } from './sliced.ts';
import type { Sliced } from './types.ts';

/** The functions for landscapes, part of the engine. */
export function landscapes(native: NativeModule): LandscapeEngine {
  const run = <T>(work: () => Envelope): T => call(native, work);
  const banded = <Result, Band extends GridBand>(what: string, create: () => Envelope) =>
    new EngineBanded<Result, Band>(native, run<NativeBanded>(create), what);
  const createLandscape: LandscapeEngine['createLandscape'] = (problem, options) =>
    banded<Landscape, LandscapeBand>('landscape', () => native.createLandscape(problem, options));
  const createBasins: LandscapeEngine['createBasins'] = (problem, options) =>
    banded<BasinMap, BasinBand>('basin map', () => native.createBasins(problem, options));
  return {
    lossPlane: (spec) => run(() => native.lossPlane(spec)),
    networkOnPlane: (plane, u, v) => run(() => native.networkOnPlane(plane, u, v)),
    coordinatesOf: (plane, networks) => run(() => native.coordinatesOf(plane, networks)),
    landscape: (problem, options) => whole(createLandscape(problem, options)),
    createLandscape,
    basins: (problem, options) => whole(createBasins(problem, options)),
    createBasins,
    sharpness: (problem, network, settings) => run(() => native.sharpness(problem, network, settings)),
    lossAlong: (problem, way, samples) => run(() => native.lossAlong(problem, way, samples)),
  };
}

function whole<Result>(work: Sliced<Result>): Result {
  try {
    return work.advance(Number.POSITIVE_INFINITY);
  } finally {
    work.dispose();
  }
}
