import { expect, test } from 'vitest';
import full from '../../build/wasm/hidden-convex.mjs';
import core from '../../build/wasm/hidden-convex-core.mjs';
import { functions } from '../../web/engine/functions.ts';
import { loadModule } from '../../web/engine/module.ts';

/** The functions that a module binds. What embind binds has an argCount, unlike what Emscripten puts there; classes are capital. */
async function boundBy(create: unknown, name: string): Promise<string[]> {
  const module = await loadModule(create, new URL(`../../build/wasm/${name}.wasm`, import.meta.url));
  const own = Object.entries(module).filter(([, value]) => typeof value === 'function' && 'argCount' in value);
  const names = own.map(([key]) => key);
  return names.filter((key) => !/^[A-Z]/.test(key)).sort();
}

const named = Object.entries(functions).map(([name, entry]) => ('create' in entry ? entry.create : name));

test('the full module binds every function of the table and no other', async () => {
  expect(await boundBy(full, 'hidden-convex')).toEqual([...named, 'createTrainer'].sort());
});

test('the small module binds what the first figure needs, under the same names', async () => {
  expect(await boundBy(core, 'hidden-convex-core')).toEqual([
    'activationPoints',
    'certify',
    'createSolver',
    'createTrainer',
    'dataset',
    'directions',
    'evaluate',
    'networkOfAngles',
    'outputCurve',
    'predict',
  ]);
});
