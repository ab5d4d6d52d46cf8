import { html, nothing, type TemplateResult } from 'lit';
import { cellText, type Table } from './table.ts';

/** More rows than these are for a file, not for the eye or the ear. */
const MOST_ROWS = 300;

/** A table that opens, and a button that saves it. */
export function tableView(table: Table, onSave: () => void): TemplateResult {
  const { name, columns, rows } = table;
  const more = rows.length - MOST_ROWS;
  return html`<div class="numbers"><details>
      <summary>${name} <span class="size">${rows.length} × ${columns.length}</span></summary>
      <div class="scroll" tabindex="0" role="region" aria-label=${name}><table>
        <thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
        <tbody>${rows.slice(0, MOST_ROWS).map((row) => html`<tr>${row.map((cell) => html`<td>${cellText(cell)}</td>`)}</tr>`)}</tbody>
      </table>${more > 0 ? html`<p>${more} more rows are in the file.</p>` : nothing}</div>
    </details>
    <button class="action" type="button" aria-label=${`Save as CSV: ${name}`} @click=${onSave}>CSV</button></div>`;
}
