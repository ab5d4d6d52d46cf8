import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { iconButton } from '../controls/button.ts';
import { figureStyle } from '../style/figure-style.ts';
import { dialogStyle } from './dialog-style.ts';
import { embedSnippet } from './embed.ts';
import { pictureOf, svgText } from './picture.ts';
import { pngOf } from './raster.ts';
import { copy, save } from './save.ts';
import type { Shareable } from './shareable.ts';
import { stateJson, stateOf } from './state-file.ts';
import { stateFragment } from './state-fragment.ts';
import { csvOf, type Table } from './table.ts';
import { tableView } from './table-view.ts';

type Contents = Awaited<ReturnType<Shareable['contents']>>;

/** Everything that can be taken away from one figure, as it was when this was opened. */
class ShareDialog extends LitElement {
  static override styles = [figureStyle, dialogStyle];

  figure!: HTMLElement;
  things!: Shareable;
  /** What the figure is to say once this is closed. */
  onTaken!: (words: string) => void;
  private contents: Contents | null = null;
  private words = '';
  private failed = false;

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('dialog')?.showModal();
    this.attempt('', async () => {
      this.contents = await this.things.contents();
    });
  }

  /** Does something and says how it went. */
  private async attempt(done: string, work: () => unknown): Promise<void> {
    try {
      await work();
      [this.words, this.failed] = [done, false];
    } catch (error) {
      [this.words, this.failed] = [error instanceof Error ? error.message : String(error), true];
    }
    this.requestUpdate();
  }

  private saveAs(ending: string, make: () => Promise<string | Blob> | string, type: string): void {
    const file = `${this.things.name}.${ending}`;
    void this.attempt(`Saved ${file}.`, async () => save(file, await make(), type));
  }

  private readonly copyBeside = (event: Event): void => {
    const field = (event.currentTarget as Element).parentElement?.querySelector<HTMLInputElement>('input, textarea');
    if (!field) return;
    void this.attempt('Copied.', async () => {
      if (!(await copy(field)))
        throw new Error('The browser does not allow it here: the text is selected, copy it by hand.');
    });
  };

  private load(text: string, from: string): void {
    void this.attempt('', () => {
      this.things.show(stateOf(text, this.things));
      this.onTaken(`Shown as saved in ${from}.`);
      this.close();
    });
  }

  private readonly chosen = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (file) this.load(await file.text(), file.name);
    input.value = ''; // the same file may be chosen again
  };

  private readonly dropped = async (event: DragEvent): Promise<void> => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) this.load(await file.text(), file.name);
  };

  private readonly pasted = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text') ?? '';
    if (text) this.load(text, 'what was pasted');
  };

  private close(): void {
    this.renderRoot.querySelector('dialog')?.close();
  }

  /** A click beside the dialog is on its backdrop, which counts as the dialog itself. */
  private readonly clicked = (event: Event): void => {
    if (event.target === event.currentTarget) this.close();
  };

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" @close=${() => this.remove()} @click=${this.clicked} @paste=${this.pasted}
        @dragover=${(event: Event) => event.preventDefault()} @drop=${this.dropped}>
      <div class="sheet">
        <header><h2 id="title">Share and export</h2>${iconButton('close', 'Close', () => this.close())}
          <p class=${this.failed ? 'words failed' : 'words'} role=${this.failed ? 'alert' : 'status'}>${this.words}</p></header>
        ${this.links()}${this.pictures()}${this.numbers()}${this.state()}${this.python()}
      </div>
    </dialog>`;
  }

  private links(): TemplateResult {
    const { key, version, state, links } = this.things;
    const link = links.page() + stateFragment(key, version, state);
    return html`<section><h3>Link to this state</h3>
        <div class="copied"><input type="text" readonly aria-label="Link to this state" .value=${link} @focus=${selectAll} />
        <button class="action" type="button" aria-label="Copy the link" @click=${this.copyBeside}>Copy</button></div>
      </section>
      <section><h3>Embed in a page</h3>
        <div class="copied"><textarea readonly rows="4" aria-label="Code to embed the figure" .value=${embedSnippet(this.figure, this.things)} @focus=${selectAll}></textarea>
        <button class="action" type="button" aria-label="Copy the code" @click=${this.copyBeside}>Copy</button></div>
      </section>`;
  }

  private pictures(): TemplateResult {
    const picture = () => pictureOf(this.figure);
    return html`<section><h3>Picture</h3><div class="actions">
      <button class="action" type="button" @click=${() => this.saveAs('svg', () => svgText(picture()), 'image/svg+xml')}>Save as SVG</button>
      <button class="action" type="button" @click=${() => this.saveAs('png', () => pngOf(picture()), 'image/png')}>Save as PNG</button>
    </div></section>`;
  }

  private numbers(): TemplateResult {
    const { contents } = this;
    return html`<section><h3>Numbers</h3>${
      contents
        ? contents.tables.map((table) => tableView(table, () => this.saveTable(table)))
        : html`<p>Gathering them…</p>`
    }</section>`;
  }

  private saveTable(table: Table): void {
    const part = table.name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
    this.saveAs(`${part}.csv`, () => csvOf(table), 'text/csv');
  }

  private state(): TemplateResult {
    return html`<section><h3>State</h3><div class="actions">
      <button class="action" type="button" @click=${() => this.saveAs('json', () => stateJson(this.things), 'application/json')}>Save as JSON</button>
      <label class="action">Load a saved one<input class="file" type="file" accept=".json,application/json" @change=${this.chosen} /></label>
    </div><p class="hint">Or drop the file here, or paste its text.</p></section>`;
  }

  private python(): TemplateResult | typeof nothing {
    const { script } = this.contents ?? {};
    if (!script) return nothing;
    return html`<section><h3>Python</h3>
      <div class="actions"><button class="action" type="button" @click=${() => this.saveAs('py', script, 'text/x-python')}>Save a script</button></div>
      <p class="hint">It computes the same from the same data, without this page, and compares the numbers.</p></section>`;
  }
}

const selectAll = (event: Event): void => (event.target as HTMLInputElement).select();

if (!customElements.get('hcx-share-dialog')) customElements.define('hcx-share-dialog', ShareDialog);

/** In the figure's own tree, so that it looks like it and goes with it. */
export function openShareDialog(figure: HTMLElement, things: Shareable, onTaken: (words: string) => void): void {
  const dialog = Object.assign(new ShareDialog(), { figure, things, onTaken });
  (figure.shadowRoot ?? figure).append(dialog);
}
