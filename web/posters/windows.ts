/** The windows that posters are drawn for: how wide a figure is there, and the page's rem (see style/article.css). */
export const windows = [
  { name: 'phone-small', upTo: 349.98, width: 280, rem: 16 },
  { name: 'phone', upTo: 449.98, width: 350, rem: 16 },
  { name: 'phone-large', upTo: 599.98, width: 480, rem: 16 },
  { name: 'column-narrow', upTo: 761.98, width: 600, rem: 16 },
  { name: 'column', upTo: 1099.98, width: 620, rem: 16.32 },
  { name: 'wide', upTo: Number.POSITIVE_INFINITY, width: 968, rem: 17.6 },
] as const;
