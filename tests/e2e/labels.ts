import type { Locator } from 'playwright-core';

/** What is wrong with the labels of a figure's drawings: those outside of their drawing, and pairs that cover each other. */
export const misplacedLabels = (figure: Locator): Promise<string[]> =>
  figure.evaluate((element) => {
    const seen = (text: Element): boolean => text.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    /** Of the letters: a line has air above and below. */
    const inkOf = (text: Element) => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      const air = (bottom - top) / 5;
      return { words: text.textContent?.trim() ?? '', left, right, top: top + air, bottom: bottom - air };
    };
    const drawings = element.shadowRoot?.querySelectorAll('svg[role]') ?? [];
    return [...drawings].flatMap((drawing) => {
      const frame = drawing.getBoundingClientRect();
      const labels = [...drawing.querySelectorAll('text')]
        .filter(seen)
        .map(inkOf)
        .filter(({ words }) => words);
      const outside = labels.filter(
        ({ left, right, top, bottom }) =>
          left < frame.left - 1 || right > frame.right + 1 || top < frame.top - 1 || bottom > frame.bottom + 1,
      );
      const covered = labels.flatMap((a, i) =>
        labels
          .slice(i + 1)
          .filter((b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom && b.top < a.bottom)
          .map((b) => `"${a.words}" and "${b.words}" cover each other`),
      );
      return [...outside.map(({ words }) => `"${words}" is outside of its drawing`), ...covered];
    });
  });
