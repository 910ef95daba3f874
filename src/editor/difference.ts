/** Replace the characters from `from` up to `to` by `insert`. */
export interface Difference {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** @returns the one shortest replacement that makes `after` of `before`; carets outside it can stay. */
export function difference(before: string, after: string): Difference {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return {
    from: head,
    to: before.length - tail,
    insert: after.slice(head, after.length - tail),
  };
}
