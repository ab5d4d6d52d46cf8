import { loadFigures } from '../lib/figure-loader.ts';
import { themeToggle } from '../lib/theme.ts';

const toggle = document.querySelector<HTMLButtonElement>('.theme-toggle');
if (toggle) themeToggle(toggle);
loadFigures(document);
