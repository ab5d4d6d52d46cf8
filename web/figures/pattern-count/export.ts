import { type Table, tableOf } from '../../figure/export/table.ts';
import type { Answer, State } from './model.ts';

export function tables({ n, d }: State, { count, growth }: Answer): Table[] {
  return [
    tableOf('Patterns', { n: [n], d: [d], patterns: [count] }),
    tableOf(`Powers of ten, in dimension ${d}`, {
      n: Array.from(growth.count, (_, k) => k + 1),
      patterns: growth.count,
      bound: growth.bound,
      subsets: growth.all,
    }),
  ];
}

/** In whole numbers, which Python has of any size. */
export const script = async (
  _: unknown,
  { n, d }: State,
  { count }: Answer,
): Promise<string> => `"""The number of activation patterns of ${n} points in general position in dimension ${d}, by Cover's formula."""
from math import comb

n, d = ${n}, ${d}
count = ${count}  # the page's answer

again = 2 * sum(comb(n - 1, k) for k in range(min(n, d)))
print(f"the page: {count}   Cover: {again}")
assert again == count
print("the same")
`;
