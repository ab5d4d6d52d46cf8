import type { Engine } from '../../web/engine/index.ts';

// Functions that are sent into a page as text: each sees only its arguments.

/** From now on the page remembers what goes wrong. */
export function collectComplaints(): void {
  const list: string[] = [];
  Object.assign(window, { complaints: list });
  addEventListener('error', (event) => list.push(`uncaught: ${event.message}`));
  addEventListener('unhandledrejection', (event) => list.push(`unhandled: ${event.reason}`));
  document.addEventListener('securitypolicyviolation', (event) => list.push(`policy: ${event.violatedDirective}`));
}

export const complaints = (): readonly string[] => (window as unknown as { complaints: string[] }).complaints;

/** Brings a figure into sight and waits until it works and has come to rest; whether it did. */
export async function show(name: string): Promise<boolean> {
  const figure = document.querySelector(name);
  const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time));
  const settled = () => figure?.hasAttribute('data-ready') && !document.querySelector('section[data-later]');
  for (let before = Number.NaN, waited = 0; waited < 20_000; waited += 200) {
    figure?.scrollIntoView({ block: 'start', behavior: 'instant' });
    const top = figure?.getBoundingClientRect().top ?? Number.NaN;
    if (settled() && top === before) return true;
    before = top;
    await pause(200);
  }
  return false;
}

/** Which handle on the drawing of a figure to take: one in the midst of its points, else its first mark; null where it has none. */
export function handleSelector(name: string): string | null {
  const root = document.querySelector(name)?.shadowRoot;
  const selectors = ['.point[data-index="3"]', '[role="slider"][data-index="0"]', '[role="slider"]'];
  return selectors.find((selector) => root?.querySelector(`${selector} .target`)) ?? null;
}

/** Where a handle of a figure can be taken, and what it says of itself once nothing moves it any more. */
export async function handle(name: string, selector: string) {
  const root = document.querySelector(name)?.shadowRoot;
  const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time));
  const mark = root?.querySelector(`${selector} .target`)?.closest(selector);
  if (!root || !mark) throw new Error(`${name} has no ${selector} to take`);
  const told = () => {
    const box = (mark.querySelector('.target') as Element).getBoundingClientRect();
    const spoken = mark.getAttribute('aria-valuetext') ?? mark.getAttribute('aria-label');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2, spoken };
  };
  for (let before = ''; before !== JSON.stringify(told()); await pause(300)) before = JSON.stringify(told());
  return told();
}

/** How many formulas would hang their first bracket into the text before them. */
export const hangingFormulas = (): number =>
  [...document.querySelectorAll('math')].filter((formula) => {
    const { hangingPunctuation = 'none' } = getComputedStyle(formula) as { hangingPunctuation?: string };
    return hangingPunctuation !== 'none';
  }).length;

/** Numbers that depend on every rounding of a run of training and of two solvers. */
export function trainAndSolve(engine: Engine) {
  const { X, y, bias } = engine.dataset('notebook');
  const problem = { X, y, lambda: 5e-4, loss: 'mean', bias } as const;
  const trainer = engine.createTrainer(problem, { width: 40, seed: 7 });
  trainer.step(500);
  const trained = Array.from(trainer.weights.alpha);
  trainer.dispose();
  const exact = engine.solve(problem);
  const listed = engine.solve(problem, { solver: 'interior-point' });
  return { trained, exact: exact.objective, gap: exact.gap, listed: listed.objective };
}

/** The same by the engine at an address. Made of text, because what runs the tests rewrites import(). */
export const trainAndSolveAt = new Function(
  'address',
  `return import(address).then(({ createEngine }) => createEngine()).then(${trainAndSolve});`,
) as (address: string) => Promise<ReturnType<typeof trainAndSolve>>;
