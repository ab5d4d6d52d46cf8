import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { toMathML } from '../../../web/article/mathematics.ts';
import { parseBibliography } from '../../../web/article/references.ts';
import { renderArticle, renderContents, slug } from '../../../web/article/render.ts';

const render = (source: string) => renderArticle([source]).html;

test('a formula in a line becomes MathML', () => {
  expect(render('for $n > 0$ points')).toMatch(/^<section>\n<p>for <math>.*<\/math> points<\/p>/);
});

test('what closes a clause stays in the line of its formula', () => {
  expect(render('so $n$, and ($m$). *$k$*')).toMatch(
    /<p>so <span class="math-held"><math>.*<\/math>,<\/span> and \(<span class="math-held"><math>.*<\/math>\)\.<\/span> <em><math>/,
  );
});

test('a displayed formula is a paragraph of its own, over several lines', () => {
  expect(render('before\n\n$$\na +\nb\n$$\n\nafter')).toMatch(
    /<p>before<\/p>\n<div class="formula"><math display="block".*<\/div>\n<p>after<\/p>/s,
  );
});

test('a formula keeps its signs: a line that a formatter would take for a list stops the build', () => {
  expect(render('$$\na +\nb\n$$')).toContain('<mo>+</mo>');
  expect(() => render('$$a\n+ b$$')).toThrow('may begin with a list mark, as in "+ b"');
});

test('an escaped dollar stays a dollar', () => {
  expect(render('\\$5 and \\$6')).toContain('<p>$5 and $6</p>');
});

test('formulas carry no style attribute: the policy would drop it', () => {
  const aligned = '\\begin{aligned} a &= \\underbrace{b}_{c} \\\\ d &= e \\end{aligned}';
  expect(toMathML(aligned, true)).not.toContain(' style=');
  expect(toMathML(aligned, true)).toContain('class="math-tight tml-right"');
});

test('a style without a class stops the build', () => {
  expect(() => toMathML('\\color{red} x', false)).toThrow('no class stands for style="color:#ff0000;"');
});

test('a mistake in TeX stops the build', () => {
  expect(() => toMathML('\\frac{1', false)).toThrow();
});

test('a margin note is a checkbox with a name, and its text may hold formulas and brackets', () => {
  const html = render('Text.^[A [linked](#x) note on $n$.] More.^[Second.]');
  expect(html).toContain('<input class="note-switch" type="checkbox" id="note-1" aria-label="Show note 1">');
  expect(html).toMatch(/<small class="note-text" role="note">.*<a href="#x">linked<\/a> note on .*<math>/);
  expect(html).toContain('id="note-2"');
});

test('note numbers run through all sections', () => {
  expect(renderArticle(['one^[a]', 'two^[b]']).html).toContain('id="note-2"');
});

test('headings get ids and the contents link to them', () => {
  const { html, headings } = renderArticle(['## What is $n$?\n\n### Detail']);
  expect(html).toContain('<h2 id="what-is-n">');
  expect(renderContents(headings)).toMatch(/^<ol><li><a href="#what-is-n">What is .*<math>.*<\/a><\/li><\/ol>$/);
});

test('two headings of one name are refused', () => {
  expect(() => renderArticle(['## Twice', '## Twice'])).toThrow('share the id "twice"');
});

test('slugs keep letters of any alphabet', () => {
  expect(slug(' Où est λ? ')).toBe('où-est-λ');
});

test('tags of figures pass through with their caption', () => {
  const html = render('<hcx-x class="figure">\n\n**One.** Caption\n\n</hcx-x>');
  expect(html).toMatch(/<hcx-x class="figure">\n<p><strong>One.<\/strong> Caption<\/p>\n<\/hcx-x>/);
});

test('every section of the article renders', () => {
  const folder = new URL('../../../web/article/', import.meta.url);
  const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
  const { html } = renderArticle(files.sort().map(read), parseBibliography(read('references.bib')));
  expect(html).not.toMatch(/ style=|\$|<script/);
});

test('figures are numbered in the order of their tags, wherever they are spoken of', () => {
  const { html } = renderArticle([
    'See {figure two}.\n\n<hcx-one class="x"></hcx-one>',
    '<hcx-two>\n\n**{figure two}.** Text\n\n</hcx-two>',
  ]);
  expect(html).toContain('See Figure 2.');
  expect(html).toContain('<strong>Figure 2.</strong> Text');
  expect(() => render('{figure three}')).toThrow('there is no figure <hcx-three> to number');
});

test('works are numbered as they are cited, linked to their list, and none is forgotten', () => {
  const works =
    parseBibliography(`@article{b, author = {Bé, Ann-Lou C.}, title = {On {ReLU}}, journal = {J}, volume = 2, number = 3, pages = {4--5}, year = 2001}
    @inproceedings{a, author = {A, X and B, Y}, title = {T}, booktitle = {Conf}, year = {1999}, url = {https://example.org}}`);
  const { html, references } = renderArticle(['one [@a; @b], again [@b] and [a link](#x)'], works);
  expect(html).toContain('<span class="citation">[<a href="#ref-a">1</a>, <a href="#ref-b">2</a>]</span>, again');
  expect(html).toContain('<a href="#x">a link</a>');
  expect(references).toBe(
    '<ol class="references"><li id="ref-a">X. A, Y. B. <a href="https://example.org"><cite>T</cite></a>. Conf, 1999.</li>' +
      '<li id="ref-b">A-L.\u202fC. Bé. <cite>On ReLU</cite>. J, 2(3), 4\u20135, 2001.</li></ol>',
  );
  expect(() => renderArticle(['[@c]'], works)).toThrow('"c" is cited but stands in no bibliography');
  expect(() => renderArticle(['[@a]'], works)).toThrow('never cited: b');
});

test('words that name a mark of the figure carry its name, formula and all', () => {
  expect(render('see [[x1|$x_1$]] there')).toMatch(/see <span data-mark="x1"><math>.*<\/math><\/span> there/);
});
