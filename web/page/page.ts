import { loadFigures } from './figure-loader.ts';
import { followLink } from './follow-link.ts';
import { layOutLater } from './lay-out-later.ts';
import { linkMarkedWords } from './marked-words.ts';
import { themeToggle } from './theme.ts';

const toggle = document.querySelector<HTMLButtonElement>('.theme-toggle');
if (toggle) themeToggle(toggle);

/** Only the page for one figure alone has them waiting. */
const waiting = document.querySelector<HTMLTemplateElement>('template');
const main = document.querySelector('main');
if (waiting && main) (await import('./embed.ts')).showOne(waiting, main);

if (main) layOutLater(main);
loadFigures(document);
if (main) linkMarkedWords(main);
followLink();
addEventListener('hashchange', followLink);
