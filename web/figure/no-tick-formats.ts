// What d3-scale asks of d3-format to write ticks in words. Figures write their numbers themselves, see words/number-format.ts.

export const format = undefined;
export const formatPrefix = undefined;
export const formatSpecifier = undefined;
export const precisionFixed = undefined;
export const precisionPrefix = undefined;
export const precisionRound = undefined;
