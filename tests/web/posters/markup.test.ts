import { html, nothing, svg } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import { expect, test } from 'vitest';
import { markup } from '../../../web/posters/markup.ts';

test('children: texts, numbers, templates, lists, nothing', () => {
  expect(markup(html`<p>${'a'}, ${1}, ${[svg`<i>${2}</i>`, svg`<b />`]}${nothing}${null}</p>`)).toBe(
    '<p>a, 1, <i>2</i><b /></p>',
  );
});

test('attributes: with and without quotes, there or not; listeners and properties are left out', () => {
  const off = false;
  expect(markup(html`<p x=${1} y="a ${2}" ?hidden=${true} ?disabled=${off} title=${nothing}></p>`)).toBe(
    '<p x="1" y="a 2" hidden=""></p>',
  );
  expect(markup(html`<p @click=${() => {}} .value=${live(3)} id=${'q'}>x = ${4}, y=${5}</p>`)).toBe(
    '<p id="q">x = 4, y=5</p>',
  );
});

test('signs of markup in values are no markup', () => {
  expect(markup(html`<p title=${'"<'}>${'<b>&'}</p>`)).toBe('<p title="&#34;&#60;">&#60;b&#62;&#38;</p>');
});

test('directives say what they would render first', () => {
  expect(markup(html`<p>${guard([1], () => svg`<i />`)}</p>`)).toBe('<p><i /></p>');
});

test('what lit would not render either is refused', () => {
  expect(() => markup({ x: 1 })).toThrow('no markup for [object Object]');
});
