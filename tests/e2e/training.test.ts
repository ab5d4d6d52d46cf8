import { expect, test } from 'vitest';
import { createEngine, type Problem, type TrainerSettings } from '../../web/engine/index.ts';
import { openPage } from '../support/chromium.ts';
import { browserAndSite } from './browser-and-site.ts';

const stage = browserAndSite();

const problem = { X: [[-1], [-0.2], [0.5], [0.9]], y: [1, -0.5, 0.3, 2], lambda: 1e-3, bias: true } satisfies Problem;
type Library = typeof import('../../web/engine/index.ts');
interface Run {
  problem: Problem;
  settings: TrainerSettings;
}

const runs: [string, TrainerSettings][] = [
  ['gradient descent', { width: 30, seed: 5, stepSize: 1e-3 }],
  ['adam on mini-batches', { width: 31, seed: 6, optimizer: 'adam', batchSize: 3, stepSize: 1e-3 }],
];

test.each(runs)(
  'a run of %s is the same in a worker in the browser and in Node, played, rewound and played again',
  async (_, settings) => {
    const { page, complaints, close } = await openPage(stage.browser);
    await page.goto(stage.site.address);
    // As text: Vitest would rewrite an import that stands in a function.
    const library = await page.evaluateHandle<Library>("import(new URL('engine/index.js', document.baseURI).href)");
    const seen = await page.evaluate(trainInWorker, { library, problem, settings });
    const engine = await createEngine();
    const trainer = engine.createTrainer(problem, settings);
    trainer.step(700);
    const { W, alpha } = trainer.weights;
    trainer.dispose();
    for (const weights of [seen.first, seen.again]) expect(weights).toEqual([...W, ...alpha]);
    expect(seen.unique).toBe(seen.patterns);
    expect(complaints).toEqual([]);
    await close();
  },
);

/** Runs in the page: 700 steps in pieces; back to step 123, and to the end again. */
async function trainInWorker({ library, problem, settings }: Run & { library: Library }) {
  const engine = library.createWorkerEngine();
  const { trainer } = await engine.createTrainer(problem, settings);
  const weightsOf = (view: { snapshot?: { W: Float64Array; alpha: Float64Array } }) => [
    ...view.snapshot!.W,
    ...view.snapshot!.alpha,
  ];
  await trainer.step(300);
  await trainer.stepFor(1000, 400);
  const first = weightsOf(await trainer.seek(700, { snapshot: true }));
  await trainer.seek(123);
  const view = await trainer.step(577, { snapshot: true, patterns: true, uniquePatterns: true });
  trainer.dispose();
  engine.dispose();
  return {
    first,
    again: weightsOf(view),
    unique: view.uniquePatterns,
    patterns: new Set(view.patterns!.map(String)).size,
  };
}
