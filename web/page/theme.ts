const KEY = 'hcx:theme';
type Theme = 'light' | 'dark';

function storedTheme(): Theme | null {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : null;
  } catch {
    return null; // storage may be forbidden; the system's theme is then used
  }
}

function store(theme: Theme | null): void {
  try {
    if (theme) localStorage.setItem(KEY, theme);
    else localStorage.removeItem(KEY);
  } catch {
    // the choice then lasts as long as the page
  }
}

/** A button that switches between light and dark. Choosing what the system has anyway forgets the choice. */
export function themeToggle(button: HTMLButtonElement): void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  let chosen = storedTheme();
  const shown = (): Theme => chosen ?? (system.matches ? 'dark' : 'light');
  const apply = () => {
    if (chosen) document.documentElement.dataset.theme = chosen;
    else delete document.documentElement.dataset.theme;
    button.setAttribute('aria-pressed', String(shown() === 'dark'));
  };
  button.addEventListener('click', () => {
    const next = shown() === 'dark' ? 'light' : 'dark';
    chosen = next === (system.matches ? 'dark' : 'light') ? null : next;
    store(chosen);
    apply();
  });
  system.addEventListener('change', apply);
  apply();
}
