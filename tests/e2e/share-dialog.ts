import { buffer } from 'node:stream/consumers';
import type { Download, Locator, Page } from 'playwright-core';

/** The dialog of one figure, as a reader uses it. */
export class ShareDialog {
  readonly dialog: Locator;

  private constructor(
    readonly page: Page,
    readonly figure: Locator,
  ) {
    this.dialog = figure.getByRole('dialog');
  }

  static async open(page: Page, figure: Locator): Promise<ShareDialog> {
    await figure.getByRole('button', { name: 'Share and export' }).click();
    const opened = new ShareDialog(page, figure);
    await opened.dialog
      .getByRole('button', { name: /^Save as CSV/ })
      .first()
      .waitFor();
    return opened;
  }

  /** What a button saves. A browser that starts many downloads on a busy machine now and then starts one too few: a reader
   * would press once more. */
  async saved(button: string | RegExp): Promise<{ name: string; bytes: Buffer }> {
    const file = await this.pressed(button, 10_000).catch(() => this.pressed(button, 60_000));
    return { name: file.suggestedFilename(), bytes: await buffer(await file.createReadStream()) };
  }

  private async pressed(button: string | RegExp, patience: number): Promise<Download> {
    const download = this.page.waitForEvent('download', { timeout: patience });
    const [file] = await Promise.all([download, this.dialog.getByRole('button', { name: button }).first().click()]);
    return file;
  }

  async text(button: string | RegExp): Promise<string> {
    return (await this.saved(button)).bytes.toString('utf8');
  }

  async state(): Promise<{ figure: string; version: number; state: Record<string, unknown> }> {
    return JSON.parse(await this.text('Save as JSON'));
  }

  link(): Promise<string> {
    return this.dialog.getByRole('textbox', { name: 'Link to this state' }).inputValue();
  }

  snippet(): Promise<string> {
    return this.dialog.getByRole('textbox', { name: 'Code to embed' }).inputValue();
  }

  async load(name: string, content: string): Promise<void> {
    const file = { name, mimeType: 'application/json', buffer: Buffer.from(content) };
    await this.dialog.locator('input[type="file"]').setInputFiles(file);
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.dialog.waitFor({ state: 'detached' });
  }
}

/** The rows of a CSV file under their column names. */
export function columnsOf(csv: string): Record<string, number[]> {
  const [head, ...rows] = csv
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
  return Object.fromEntries(head!.map((name, c) => [name, rows.map((row) => Number(row[c]))]));
}

/** The state in the payload of a link. */
export const stateIn = (link: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(link.replace(/^[^#]*#[^=]*=/, ''), 'base64url').toString()).state;

/** The state that a figure would share now. The dialog is open only for this. */
export async function sharedState(figure: Locator): Promise<Record<string, unknown>> {
  await figure.getByRole('button', { name: 'Share and export' }).click();
  const dialog = figure.getByRole('dialog');
  const link = await dialog.getByRole('textbox', { name: 'Link to this state' }).inputValue();
  await figure.page().keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  return stateIn(link);
}
