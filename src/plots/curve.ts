import * as Plot from '@observablehq/plot';
import { printNumber } from '../../graders/print';
import { isVector, type Value } from '../../graders/value';
import { INK } from './ink';
import type { Sketch } from './sketch';

/** One number for each step: the learner's over the reference's, where that has the form of one. */
export function curveSketch(label: string, own: Value, wanted: Value): Sketch | null {
  if (!isVector(own) || own.length === 0) return null;
  const reference = isVector(wanted) ? wanted : [];
  const points = (values: readonly number[]) =>
    values.map((y, x) => ({ x, y })).filter(p => Number.isFinite(p.y));
  const mine = points(own);
  const theirs = points(reference);
  const last = own.length - 1;
  const finite = mine.length === own.length;
  const at = (step: number) => mine.filter(p => p.x === step);
  return {
    draw: (width, { step }) =>
      Plot.plot({
        color: { type: 'identity' },
        width,
        height: 240,
        marginLeft: 52,
        ariaLabel: `${label} by step`,
        x: {
          label: 'step',
          tickFormat: (x: number) => (Number.isInteger(x) ? String(x) : ''),
          ticks: 6,
        },
        y: { label, grid: true, nice: true, ticks: 5 },
        marks: [
          Plot.lineY(theirs, {
            x: 'x',
            y: 'y',
            stroke: INK.reference,
            strokeWidth: 5,
            strokeOpacity: 0.35,
          }),
          Plot.lineY(mine, {
            x: 'x',
            y: 'y',
            stroke: INK.own,
            strokeWidth: 1.2,
            strokeOpacity: step < last ? 0.3 : 0,
          }),
          Plot.lineY(
            mine.filter(p => p.x <= step),
            { x: 'x', y: 'y', stroke: INK.own, strokeWidth: 1.8 },
          ),
          Plot.dot(at(step), { x: 'x', y: 'y', r: 4.5, fill: INK.own, stroke: 'var(--paper)' }),
          mine.length <= 20 ? Plot.dot(mine, { x: 'x', y: 'y', r: 2.5, fill: INK.own }) : null,
          Plot.text(['yours'], {
            frameAnchor: 'top-right',
            dx: -4,
            dy: 4,
            fill: INK.own,
            fontWeight: 600,
          }),
          theirs.length > 0
            ? Plot.text(['reference'], { frameAnchor: 'top-right', dx: -4, dy: 20, fill: INK.soft })
            : null,
          Plot.tip(
            mine,
            Plot.pointerX({ x: 'x', y: 'y', fill: 'var(--raised)', stroke: INK.line }),
          ),
        ],
      }),
    words: `Your ${label} goes from ${printNumber(own[0])} to ${printNumber(own[last])} in ${last} steps${
      reference.length > 0
        ? `; the reference goes from ${printNumber(reference[0])} to ${printNumber(reference[reference.length - 1])} in ${reference.length - 1}`
        : ''
    }.${finite ? '' : ' Entries that are not finite are left out.'}`,
    steps: {
      last,
      say: step =>
        `Step ${step} of ${last}: ${label} ${printNumber(own[step])}${
          step in reference ? `, the reference’s ${printNumber(reference[step])}` : ''
        }.`,
    },
    head: ['step', 'yours', 'reference'],
    rows: Array.from({ length: Math.max(own.length, reference.length) }, (_, t) => [
      String(t),
      t in own ? printNumber(own[t]) : '',
      t in reference ? printNumber(reference[t]) : '',
    ]),
  };
}
