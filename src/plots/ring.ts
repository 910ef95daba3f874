import * as Plot from '@observablehq/plot';
import { INK } from './ink';

/** A ring around the row that is looked at; nothing where there is none. */
export function ringAround(
  rows: readonly { readonly x: number; readonly y: number }[],
  row: number | null,
): Plot.Markish | null {
  if (row === null || !(row in rows)) return null;
  return Plot.dot([rows[row]], {
    x: 'x',
    y: 'y',
    r: 9,
    stroke: INK.text,
    strokeWidth: 2,
    fill: 'none',
  });
}
