import type { CoreEngine } from './core-functions.ts';
import { asEngineError, EngineError } from './errors.ts';
import type { Call, PlainCall, PlainMethod, Reply, Request, TrainerCalls } from './protocol.ts';
import { answeredByCore } from './routing.ts';
import type {
  Banded,
  BasinBand,
  BasinMap,
  DescentPathOptions,
  Engine,
  Landscape,
  LandscapeBand,
  Observe,
  RegularizationPath,
  Sliced,
  SolveProgress,
  SolveResult,
  Trainer,
  TrainingView,
} from './types.ts';

/** Work longer than this is done in slices, so that cancels and other figures get their turn. */
const SLICE_SECONDS = 0.03;

/** Progress is not reported more often than this: to know how good a network is may take long as well. */
const REPORT_MILLISECONDS = 100;

/** Calls that may take long, as work in slices. */
const SLICED: { [M in PlainMethod]?: (engine: Engine, ...args: Parameters<Engine[M]>) => Sliced<Reported> } = {
  solve: (engine, ...args) => engine.createSolver(...args),
  regularizationPath: (engine, ...args) => engine.createRegularizationPath(...args),
  landscape: (engine, ...args) => engine.createLandscape(...args),
  basins: (engine, ...args) => engine.createBasins(...args),
};

/** Results of sliced calls: of some progress can be read, others come in bands. */
type Told = SolveResult | RegularizationPath;
type Reported = Told | Landscape | BasinMap;

/** What Engine.descentPath solves with when it has to find the target itself. */
const TARGET = { tolerance: 1e-13 };

/** The engine in its two modules: the small one at once, the full one when a request needs it. */
export interface Modules {
  core: Promise<CoreEngine>;
  loadFull: () => Promise<Engine>;
}

/** Answers requests with an engine: all that a worker does, but for where the messages come from. */
export class EngineService {
  readonly #modules: Modules;
  #full: Promise<Engine> | undefined;
  /** The small module has not come: nothing can be answered here. */
  #stillborn = false;
  readonly #reply: (reply: Reply, transfer: Transferable[]) => void;
  readonly #cancelled = new Set<number>();
  readonly #open = new Set<number>();
  readonly #trainers = new Map<number, Trainer>();
  /** Calls to one trainer are answered in order, although they are sliced: each waits for the one before. */
  readonly #turns = new Map<number, Promise<void>>();

  constructor(modules: Modules, reply: (reply: Reply, transfer: Transferable[]) => void) {
    this.#modules = modules;
    modules.core.catch(() => {
      this.#stillborn = true;
    });
    this.#reply = reply;
  }

  receive(request: Request): void {
    if ('cancel' in request) {
      if (this.#open.has(request.cancel)) this.#cancelled.add(request.cancel);
      return;
    }
    this.#open.add(request.id);
    if (!('trainer' in request)) {
      void this.#answer(request);
      return;
    }
    const turn = (this.#turns.get(request.trainer) ?? Promise.resolve()).then(() => this.#answer(request));
    this.#turns.set(request.trainer, turn);
  }

  async #answer(request: Call & { id: number }): Promise<void> {
    const { id } = request;
    try {
      const value = 'trainer' in request ? await this.#train(request) : await this.#run(request);
      this.#reply({ id, ok: true, value }, buffersOf(value));
    } catch (thrown) {
      const { kind, message } = asEngineError(thrown);
      const fatal = kind === 'internal' || (kind === 'unavailable' && this.#stillborn);
      this.#reply({ id, ok: false, error: { kind, message }, fatal }, []);
    }
    this.#open.delete(id);
    this.#cancelled.delete(id);
  }

  /** The module for a call. The small one stands for the engine: it is asked for nothing but what it has. */
  async #engineFor({ method, args }: PlainCall): Promise<Engine> {
    if (answeredByCore(method, args)) return (await this.#modules.core) as Engine;
    this.#full ??= this.#modules.loadFull().catch((thrown) => {
      this.#full = undefined; // to be tried again: the small one goes on meanwhile
      throw thrown;
    });
    return this.#full;
  }

  async #run(request: PlainCall & { id: number; progress?: boolean }): Promise<unknown> {
    const { id, args, method: name } = request;
    const engine = await this.#engineFor(request);
    this.#refuseCancelled(id);
    const start = SLICED[name] as ((engine: Engine, ...args: readonly unknown[]) => Sliced<Reported>) | undefined;
    if (start) return this.#inSlices(start(engine, ...args), id, request.progress);
    if (name === 'descentPath') return this.#descend(engine, args as Parameters<Engine['descentPath']>, id);
    return (engine[name] as (...args: readonly unknown[]) => unknown)(...args);
  }

  async #inSlices<Result extends Reported>(work: Sliced<Result>, id: number, report = false): Promise<Result> {
    const start = performance.now();
    const bands = isBanded(work) ? work : undefined;
    let next = report && !bands ? start : Number.POSITIVE_INFINITY;
    let row = 0;
    try {
      work.work(SLICE_SECONDS);
      while (!work.finished) {
        if (report && bands) row += this.#tellBand(id, bands.band(row));
        await this.#pause(id);
        if (performance.now() >= next) {
          this.#report(id, work.result() as Told, performance.now() - start);
          next = performance.now() + REPORT_MILLISECONDS;
        }
        work.work(SLICE_SECONDS);
      }
      return work.result();
    } finally {
      work.dispose();
    }
  }

  /** How many rows that were. */
  #tellBand(id: number, band: LandscapeBand | BasinBand): number {
    if (band.rows > 0) this.#reply({ id, progress: band }, buffersOf(band));
    return band.rows;
  }

  #report(id: number, result: Told, milliseconds: number): void {
    const progress = progressOf(result, milliseconds / 1000);
    if (progress) this.#reply({ id, progress }, []);
  }

  /** The optimum to go to takes longest to find: that is done in slices, unless the caller knows it. */
  async #descend(engine: Engine, args: Parameters<Engine['descentPath']>, id: number): Promise<unknown> {
    const [problem, network, options] = args;
    if (!wantsTarget(options)) return engine.descentPath(...args);
    const target = await this.#inSlices(engine.createSolver(problem, TARGET), id);
    await this.#pause(id);
    return engine.descentPath(problem, network, { ...options, target });
  }

  async #train(request: Exclude<Call, PlainCall> & { id: number }): Promise<unknown> {
    const engine = await this.#modules.core;
    this.#refuseCancelled(request.id);
    if (request.method === 'create') {
      const [problem, settings, observe] = request.args;
      const trainer = engine.createTrainer(problem, settings);
      this.#trainers.set(request.trainer, trainer);
      return view(engine, trainer, observe);
    }
    const trainer = this.#trainers.get(request.trainer);
    if (!trainer) throw new EngineError('invalid-argument', 'this trainer was disposed of');
    switch (request.method) {
      case 'step':
        return this.#step(engine, trainer, request.id, request.args);
      case 'stepFor':
        trainer.stepFor(request.args[0], request.args[1]);
        return view(engine, trainer, request.args[2]);
      case 'seek':
        return this.#seek(engine, trainer, request.id, request.args);
      case 'restore':
        trainer.restore(request.args[0]);
        return view(engine, trainer, request.args[1]);
      case 'setProblem':
        trainer.setProblem(request.args[0]);
        return view(engine, trainer, request.args[1]);
      case 'setStepSize':
        trainer.setStepSize(request.args[0]);
        return view(engine, trainer, request.args[1]);
      case 'dispose':
        trainer.dispose();
        this.#trainers.delete(request.trainer);
        this.#turns.delete(request.trainer);
        return undefined;
    }
  }

  async #step(
    engine: CoreEngine,
    trainer: Trainer,
    id: number,
    [k, observe]: TrainerCalls['step'],
  ): Promise<TrainingView> {
    await this.#stepInSlices(trainer, id, k);
    return view(engine, trainer, observe);
  }

  /** Forwards as step does; backwards is at most one stride of key frames away. */
  async #seek(
    engine: CoreEngine,
    trainer: Trainer,
    id: number,
    [to, observe]: TrainerCalls['seek'],
  ): Promise<TrainingView> {
    if (to > trainer.steps) await this.#stepInSlices(trainer, id, to - trainer.steps);
    else trainer.seek(to);
    return view(engine, trainer, observe);
  }

  async #stepInSlices(trainer: Trainer, id: number, k: number): Promise<void> {
    // A count that is no whole number goes to the engine as it is, which refuses it by name.
    if (!Number.isSafeInteger(k) || k <= 0) return void trainer.step(k);
    const end = trainer.steps + k;
    while (trainer.steps < end) {
      const before = trainer.steps;
      trainer.stepFor((SLICE_SECONDS * 1000) / 4, end - before);
      if (trainer.steps === before) return; // it diverged
      if (trainer.steps < end) await this.#pause(id);
    }
  }

  /** Lets messages in, then goes on unless this request was cancelled. */
  async #pause(id: number): Promise<void> {
    await nextTask();
    this.#refuseCancelled(id);
  }

  #refuseCancelled(id: number): void {
    if (this.#cancelled.has(id)) throw new EngineError('cancelled', 'the request was cancelled');
  }
}

const isBanded = (work: Sliced<Reported>): work is Banded<Landscape | BasinMap, LandscapeBand | BasinBand> =>
  'band' in work;

/** Of a path: that of its last point, once there is one. */
function progressOf(result: Told, seconds: number): SolveProgress | undefined {
  const reached = 'points' in result ? result.points.at(-1) : result;
  if (!reached) return undefined;
  const { objective, lowerBound, gap } = reached;
  const iterations = 'points' in result ? result.points.length : result.iterations;
  return { objective, lowerBound, gap, iterations, seconds };
}

/** Options that are none at all are left to the engine, which refuses them by name. */
function wantsTarget(options: DescentPathOptions | undefined): boolean {
  if (options === undefined) return true;
  return typeof options === 'object' && options !== null && !Array.isArray(options) && options.target === undefined;
}

function view(engine: CoreEngine, trainer: Trainer, observe: Observe = {}): TrainingView {
  const seen: TrainingView = { status: trainer.status, steps: trainer.steps, loss: trainer.loss };
  if (observe.curve) seen.curve = engine.outputCurve(trainer.weights, observe.curve);
  if (observe.activationPoints) seen.activationPoints = trainer.activationPoints();
  if (observe.snapshot) seen.snapshot = trainer.snapshot();
  if (observe.directions) seen.directions = engine.directions(trainer.weights);
  if (observe.patterns) seen.patterns = trainer.patterns();
  if (observe.uniquePatterns) seen.uniquePatterns = trainer.uniquePatterns();
  if (observe.evaluation) seen.evaluation = trainer.evaluation();
  if (observe.predictions) seen.predictions = trainer.predict(observe.predictions);
  if (observe.events !== undefined) seen.events = trainer.events(observe.events);
  if (observe.message) seen.message = trainer.statusMessage;
  return seen;
}

/** A turn of the event loop without the delay that timers add. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/** Results are copies that nobody else holds: their memory is handed over instead of copied again. */
function buffersOf(value: unknown): Transferable[] {
  if (ArrayBuffer.isView(value)) return [value.buffer as ArrayBuffer];
  if (typeof value !== 'object' || value === null) return [];
  return [...new Set(Object.values(value).flatMap(buffersOf))];
}
