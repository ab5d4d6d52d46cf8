// @ts-check
// Landscapes in WebAssembly, in Node and in Chromium: milliseconds a grid, and losses (or steps of descent) a second.
import { circumstances, printCircumstances, writeResults } from './circumstances.mjs';
import { timeLandscapes } from './landscape/cases.mjs';
import { withChromium } from './page.mjs';
import { printAligned } from './table.mjs';

const head = circumstances({});
printCircumstances('landscapes', head);
const { createEngine } = await import(new URL('../../dist/engine/index.js', import.meta.url).href);
const inNode = timeLandscapes(await createEngine(), 'WebAssembly, Node');
const inPage = await withChromium((call) =>
  call('/tests/bench/landscape/cases.mjs', 'timeInPage', { platform: 'WebAssembly, Chromium' }),
);
const rows = inNode.flatMap((row, k) => [row, inPage[k]]);
const cells = rows.map((row) => [
  row.case,
  row.platform,
  row.milliseconds.toFixed(1),
  `${(row.perSecond / 1e6).toFixed(0)} M`,
]);
printAligned([['grid', 'platform', 'ms', 'a second'], ...cells], [0, 1]);
writeResults(head, { results: rows }, '-landscape');
