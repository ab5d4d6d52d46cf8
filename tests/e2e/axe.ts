import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

interface Axe {
  run(selector?: string): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/** axe-core, to be evaluated in a page before `axeViolations`. */
export const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe objects to, in the whole page or in what a selector finds: the rule and the elements. */
export const axeViolations = (page: Page, selector?: string): Promise<string[]> =>
  page.evaluate(async (within) => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const { violations } = await (within ? axe.run(within) : axe.run());
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  }, selector);
