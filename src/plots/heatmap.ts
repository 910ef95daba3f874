import * as Plot from '@observablehq/plot';
import { printNumber } from '../../graders/print';
import { isMatrix, type Value } from '../../graders/value';
import { INK } from './ink';
import type { Sketch } from './sketch';

/** A matrix has its numbers written into the cells up to this many columns. */
const LEGIBLE = 8;

/** A matrix as shades of one colour, its numbers in the cells where they fit. */
export function heatmapSketch(
  { rows, columns }: { readonly rows: string; readonly columns: string },
  own: Value,
  wanted: Value,
): Sketch | null {
  if (!isMatrix(own) || own.length === 0 || own[0].length === 0) return null;
  if (!own.every(row => row.every(Number.isFinite))) return null;
  const width = own[0].length;
  const cells = own.flatMap((row, i) => row.map((value, j) => ({ i, j, value })));
  const largest = Math.max(...cells.map(({ value }) => Math.abs(value))) || 1;
  const short = (value: number) => String(Number(value.toPrecision(3)));
  const reference = isMatrix(wanted) ? wanted : undefined;
  return {
    draw: room =>
      Plot.plot({
        color: { type: 'identity' },
        width: room,
        height: Math.min(74 + own.length * 34, 434),
        marginLeft: 52,
        marginTop: 44,
        ariaLabel: `A matrix: ${rows} by ${columns}`,
        x: { label: columns, labelOffset: 38, type: 'band', padding: 0.04, axis: 'top' },
        y: { label: rows, type: 'band', padding: 0.04 },
        marks: [
          Plot.cell(cells, {
            x: 'j',
            y: 'i',
            fill: ({ value }) => (value < 0 ? 'var(--group-1)' : INK.own),
            fillOpacity: ({ value }) => 0.06 + 0.6 * (Math.abs(value) / largest),
            rx: 2,
          }),
          width <= LEGIBLE
            ? Plot.text(cells, {
                x: 'j',
                y: 'i',
                text: ({ value }) => short(value),
                fill: INK.text,
              })
            : null,
        ],
      }),
    words: `A matrix of ${own.length} × ${width}; its entries go from ${printNumber(Math.min(...cells.map(({ value }) => value)))} to ${printNumber(Math.max(...cells.map(({ value }) => value)))}.`,
    head: [rows, columns, 'yours', 'reference'],
    rows: cells.map(({ i, j, value }) => [
      String(i),
      String(j),
      printNumber(value),
      reference?.[i]?.[j] === undefined ? '' : printNumber(reference[i][j]),
    ]),
  };
}
