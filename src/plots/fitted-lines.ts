import * as Plot from '@observablehq/plot';
import { printNumber } from '../../graders/print';
import { isMatrix, isRecord, isVector, type Value } from '../../graders/value';
import { INK } from './ink';
import type { Sketch } from './sketch';

/** Points of one feature and the line after more and more steps, the last one strongest. */
export function fittedLinesSketch(own: Value, wanted: Value): Sketch | null {
  if (!isRecord(own)) return null;
  const { X, y, lines } = own;
  if (!isMatrix(X) || !isVector(y) || X.length !== y.length) return null;
  const fits = fitsOf(lines);
  if (fits.length === 0) return null;
  const theirs = isRecord(wanted) ? fitsOf(wanted.lines) : [];
  const points = X.map((row, i) => ({ x: row[0], y: y[i] }));
  const xs = points.map(p => p.x);
  const ends = [Math.min(...xs), Math.max(...xs)];
  const [low, high] = [Math.min(...y), Math.max(...y)];
  const room = (high - low) * 0.4 || 1;
  const along = ({ weight, bias }: Fit, t: number) =>
    ends.map(x => ({ t, x, y: weight * x + bias }));
  const drawn = fits.flatMap(along);
  const last = fits.length - 1;
  return {
    draw: (width, { step }) =>
      Plot.plot({
        color: { type: 'identity' },
        width,
        height: 260,
        ariaLabel: 'The fitted line as descent moves it',
        x: { label: 'feature 0' },
        y: { label: 'target', domain: [low - room, high + room], grid: true, ticks: 5 },
        marks: [
          Plot.line(theirs.slice(step, step + 1).flatMap(along), {
            x: 'x',
            y: 'y',
            stroke: INK.reference,
            strokeWidth: 6,
            strokeOpacity: 0.35,
            clip: true,
          }),
          Plot.line(
            drawn.filter(d => d.t <= step),
            {
              x: 'x',
              y: 'y',
              z: 't',
              stroke: INK.own,
              strokeWidth: d => (d.t === step ? 2.4 : 1.2),
              strokeOpacity: d => (d.t === step ? 1 : 0.2 + (0.5 * (d.t + 1)) / fits.length),
              clip: true,
            },
          ),
          Plot.dot(points, { x: 'x', y: 'y', r: 3.2, fill: INK.text, fillOpacity: 0.65 }),
        ],
      }),
    words: `${points.length} points and ${fits.length === 1 ? 'one line' : `${fits.length} lines`}. ${
      fits.length === 1 ? 'It is' : `The first is ${line(fits[0])}, the last`
    } ${line(fits[last])}.${theirs.length > 0 ? ` The reference ends with ${line(theirs[theirs.length - 1])}, the wide line.` : ''}`,
    pad: { places: points },
    ofRow: row =>
      row in points
        ? `Row ${row}: target ${printNumber(points[row].y)}, on your line ${printNumber(short(fits[last].weight * points[row].x + fits[last].bias))}.`
        : '',
    steps: {
      last,
      say: step =>
        `Line ${step} of ${last}: ${line(fits[step])}${
          step in theirs ? `; the reference’s: ${line(theirs[step])}` : ''
        }.`,
    },
    head: ['line', 'weight', 'bias'],
    rows: fits.map((fit, t) => [String(t), printNumber(fit.weight), printNumber(fit.bias)]),
  };
}

interface Fit {
  readonly weight: number;
  readonly bias: number;
}

function fitsOf(lines: Value): Fit[] {
  if (!Array.isArray(lines)) return [];
  return lines.flatMap(line =>
    isRecord(line) && Number.isFinite(line.weight) && Number.isFinite(line.bias)
      ? [{ weight: Number(line.weight), bias: Number(line.bias) }]
      : [],
  );
}

function line({ weight, bias }: Fit): string {
  return `y = ${printNumber(short(weight))} x ${bias < 0 ? '−' : '+'} ${printNumber(short(Math.abs(bias)))}`;
}

function short(x: number): number {
  return Number(x.toPrecision(4));
}
