import { loadFigures } from '../lib/figure-loader.ts';
import { linkMarkedWords } from '../lib/marked-words.ts';
import { themeToggle } from '../lib/theme.ts';

const toggle = document.querySelector<HTMLButtonElement>('.theme-toggle');
if (toggle) themeToggle(toggle);
loadFigures(document);
const text = document.querySelector('main');
if (text) linkMarkedWords(text);
