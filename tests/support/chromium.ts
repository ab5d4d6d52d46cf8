import { type Browser, type BrowserContextOptions, chromium, type LaunchOptions, type Page } from 'playwright-core';
import { chromium as chromiumProgram } from '../../web/build/toolchain.mjs';

/** SwiftShader: WebGL without a graphics card. It then draws the pages too, which takes longer. */
const withWebGL = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

/** No sandbox: tests run as root in containers, on pages of our own. */
const programArguments = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface BrowserSettings {
  webGL?: boolean;
  /** The size of letters that the reader has set, CSS pixels; 16 where they have set none. */
  letters?: number;
}

export function launchSettings({ webGL = false, letters = 16 }: BrowserSettings = {}): LaunchOptions {
  const executablePath = chromiumProgram();
  if (executablePath === undefined) throw new Error('no Chromium: set CHROMIUM to the program, or install one');
  const graphics = webGL ? withWebGL : ['--disable-gpu'];
  const args = [...programArguments, ...graphics, `--blink-settings=defaultFontSize=${letters}`];
  return { executablePath, args };
}

export const launchChromium = (settings: BrowserSettings): Promise<Browser> =>
  chromium.launch(launchSettings(settings));

/** A page and what it complained about: console errors, uncaught errors, violations of the security policy. */
export interface WatchedPage {
  readonly page: Page;
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('crash', () => complaints.push('the page crashed'));
  await page.exposeFunction('reportViolation', (text: string) => complaints.push(`security policy: ${text}`));
  await page.addInitScript(reportViolations);
  return { page, complaints, close: () => context.close() };
}

/** Runs in the page, before its own scripts. */
function reportViolations(): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    const report = (globalThis as unknown as { reportViolation(text: string): void }).reportViolation;
    report(`${event.violatedDirective} blocked ${event.blockedURI} (${event.sourceFile}:${event.lineNumber})`);
  });
}
