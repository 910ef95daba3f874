import * as Plot from '@observablehq/plot';
import { printNumber } from '../../graders/print';
import { isRecord, isVector, type Value } from '../../graders/value';
import { INK } from './ink';
import type { Sketch } from './sketch';

/** A line from point to point: the learner's over the reference's. */
export function pathSketch(
  { x, y }: { readonly x: string; readonly y: string },
  own: Value,
  wanted: Value,
): Sketch | null {
  const mine = pointsOf(own);
  if (mine === null || mine.length === 0) return null;
  const theirs = pointsOf(wanted) ?? [];
  const [first, last] = [mine[0], mine[mine.length - 1]];
  return {
    draw: (width, { step }) =>
      Plot.plot({
        color: { type: 'identity' },
        width,
        height: 280,
        marginLeft: 52,
        ariaLabel: `${y} against ${x}`,
        x: { label: x, nice: true, ticks: 6 },
        y: { label: y, grid: true, nice: true, ticks: 5 },
        marks: [
          Plot.line(theirs, {
            x: 'x',
            y: 'y',
            stroke: INK.reference,
            strokeWidth: 5,
            strokeOpacity: 0.35,
          }),
          Plot.line(mine, { x: 'x', y: 'y', stroke: INK.own, strokeWidth: 1.8 }),
          Plot.dot(mine.slice(step, step + 1), {
            x: 'x',
            y: 'y',
            r: 5,
            fill: INK.own,
            stroke: 'var(--paper)',
          }),
          mine.length <= 30 ? Plot.dot(mine, { x: 'x', y: 'y', r: 2.5, fill: INK.own }) : null,
          Plot.tip(mine, Plot.pointer({ x: 'x', y: 'y', fill: 'var(--raised)', stroke: INK.line })),
        ],
      }),
    words: `${mine.length} points, from (${printNumber(first.x)}, ${printNumber(first.y)}) to (${printNumber(last.x)}, ${printNumber(last.y)}); horizontally ${x}, vertically ${y}. The wide line is the reference.`,
    steps: {
      last: mine.length - 1,
      say: step =>
        `Point ${step} of ${mine.length - 1}: ${x} ${printNumber(mine[step].x)}, ${y} ${printNumber(mine[step].y)}.`,
    },
    head: [x, y, `${y} of the reference`],
    rows: mine.map((p, i) => [
      printNumber(p.x),
      printNumber(p.y),
      i in theirs && theirs[i].x === p.x ? printNumber(theirs[i].y) : '',
    ]),
  };
}

/** @returns the finite points of a path; null where it is none */
function pointsOf(value: Value): { x: number; y: number }[] | null {
  if (!isRecord(value)) return null;
  const { xs, ys } = value;
  if (!isVector(xs) || !isVector(ys) || xs.length !== ys.length) return null;
  return xs
    .map((x, i) => ({ x, y: ys[i] }))
    .filter(point => Number.isFinite(point.x) && Number.isFinite(point.y));
}
