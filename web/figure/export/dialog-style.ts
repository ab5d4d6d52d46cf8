import { css } from 'lit';

export const dialogStyle = css`
  :host { container-type: normal; }
  dialog {
    width: min(38rem, 100vw - 1rem); max-width: none; max-height: calc(100dvh - 1rem); box-sizing: border-box; padding: 0;
    border: 1px solid var(--hcx-rule); border-radius: 0.6rem; background: var(--hcx-paper); color: var(--hcx-ink);
    box-shadow: 0 0.5rem 2.5rem rgb(0 0 0 / 0.25); overscroll-behavior: contain;
  }
  dialog::backdrop { background: rgb(0 0 0 / 0.35); }
  .sheet { padding: 0 1.25rem 1.25rem; }
  header { position: sticky; top: 0; z-index: 1; display: grid; grid-template-columns: 1fr auto; align-items: center; margin-right: -0.8rem; padding-top: 0.4rem; background: var(--hcx-paper); }
  h2 { margin: 0; font-size: 1.1rem; font-weight: 600; }
  h3 { margin: 0 0 0.3rem; font-size: 0.875rem; font-weight: 600; }
  section { padding-block: 0.7rem; border-top: 1px solid var(--hcx-rule); }
  .words { grid-column: 1 / -1; min-height: 1.4em; margin: 0 0 0.4rem; color: var(--hcx-ink-soft); overflow-wrap: anywhere; }
  .failed { padding-left: 0.6rem; border-left: 3px solid var(--hcx-data); color: var(--hcx-ink); }
  .hint { margin: 0.3rem 0 0; color: var(--hcx-ink-soft); }

  .actions { display: flex; flex-wrap: wrap; gap: 0.5rem; }
  .copied { display: flex; align-items: start; gap: 0.5rem; }
  .action {
    position: relative; display: inline-grid; place-items: center; box-sizing: border-box; flex: none; min-height: 2.75rem; min-width: 4rem; padding: 0 0.9rem;
    border: 1px solid var(--hcx-control); border-radius: 0.4rem; background: none; cursor: pointer;
  }
  .action:hover { background: color-mix(in srgb, currentColor 7%, transparent); }
  .action:focus-within:has(:focus-visible) { outline: 2px solid var(--hcx-focus); outline-offset: 2px; }
  .file { position: absolute; inset: 0; width: 100%; height: 100%; opacity: 0; cursor: pointer; }
  input[type="text"], textarea {
    flex: 1; min-width: 0; box-sizing: border-box; min-height: 2.75rem; padding: 0.6rem; resize: vertical;
    border: 1px solid var(--hcx-rule); border-radius: 0.4rem; background: none; color: inherit; font: 0.8rem / 1.4 ui-monospace, monospace;
  }

  .numbers { display: flex; align-items: start; gap: 0.5rem; margin-bottom: 0.35rem; }
  details { flex: 1; min-width: 0; }
  summary { padding-block: 0.8rem; cursor: pointer; }
  .size { color: var(--hcx-ink-soft); white-space: nowrap; }
  .scroll { max-height: 16rem; overflow: auto; overscroll-behavior: contain; }
  table { border-collapse: collapse; }
  th, td { padding: 0.15rem 0.9rem 0.15rem 0; text-align: right; white-space: nowrap; }
  th { color: var(--hcx-ink-soft); font-weight: 400; border-bottom: 1px solid var(--hcx-rule); }
`;
