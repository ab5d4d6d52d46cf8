/** The reader wants no motion: what would come by itself, or only by and by, is there at once. */
export const stillness = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
