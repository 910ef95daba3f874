import * as Plot from '@observablehq/plot';
import { printNumber } from '../../graders/print';
import { isMatrix, isRecord, isVector, type Value } from '../../graders/value';
import { INK } from './ink';
import type { Sketch } from './sketch';

/** Points of one feature and the line after more and more steps, the last one strongest. */
export function fittedLinesSketch(own: Value): Sketch | null {
  if (!isRecord(own)) return null;
  const { X, y, lines } = own;
  if (!isMatrix(X) || !isVector(y) || !Array.isArray(lines)) return null;
  const fits = lines.flatMap(line =>
    isRecord(line) && Number.isFinite(line.weight) && Number.isFinite(line.bias)
      ? [{ weight: Number(line.weight), bias: Number(line.bias) }]
      : [],
  );
  if (fits.length === 0) return null;
  const points = X.map((row, i) => ({ x: row[0], y: y[i] }));
  const xs = points.map(p => p.x);
  const ends = [Math.min(...xs), Math.max(...xs)];
  const [low, high] = [Math.min(...y), Math.max(...y)];
  const room = (high - low) * 0.4 || 1;
  const drawn = fits.flatMap(({ weight, bias }, t) =>
    ends.map(x => ({ t, x, y: weight * x + bias })),
  );
  const last = fits.length - 1;
  return {
    draw: width =>
      Plot.plot({
        color: { type: 'identity' },
        width,
        height: 260,
        ariaLabel: 'The fitted line as descent moves it',
        x: { label: 'feature 0' },
        y: { label: 'target', domain: [low - room, high + room], grid: true, ticks: 5 },
        marks: [
          Plot.line(drawn, {
            x: 'x',
            y: 'y',
            z: 't',
            stroke: INK.own,
            strokeWidth: d => (d.t === last ? 2.4 : 1.2),
            strokeOpacity: d => 0.2 + (0.8 * (d.t + 1)) / fits.length,
            clip: true,
          }),
          Plot.dot(points, { x: 'x', y: 'y', r: 3.2, fill: INK.text, fillOpacity: 0.65 }),
        ],
      }),
    words: `${points.length} points and ${fits.length} lines. The first is ${line(fits[0])}, the last ${line(fits[last])}.`,
    head: ['line', 'weight', 'bias'],
    rows: fits.map((fit, t) => [String(t), printNumber(fit.weight), printNumber(fit.bias)]),
  };
}

function line({ weight, bias }: { weight: number; bias: number }): string {
  return `y = ${printNumber(Number(weight.toPrecision(4)))} x ${bias < 0 ? '−' : '+'} ${printNumber(Number(Math.abs(bias).toPrecision(4)))}`;
}
