// @ts-check
// Runs in a page.
import { timeCase, timePeak } from './ours.mjs';

/** @param {{file: string, platform: string}} of a case */
export async function timeEngine({ file, platform }) {
  const library = '/dist/engine/index.js';
  const { createEngine } = await import(library);
  return timeCase(await createEngine(), await (await fetch(file)).json(), platform);
}

/** @param {{file: string, platform: string}} of peak.cpp's module */
export async function timeMachine({ file, platform }) {
  return timePeak(await (await fetch(file)).arrayBuffer(), platform);
}
