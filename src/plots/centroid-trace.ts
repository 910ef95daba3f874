import * as Plot from '@observablehq/plot';
import { printNumber } from '../../graders/print';
import { isMatrix, isRecord, isVector, type Value } from '../../graders/value';
import { groupColour, groupSymbol, INK } from './ink';
import type { Sketch } from './sketch';

/** Points in the colour of their cluster, and the way that each centroid went. */
export function centroidTraceSketch(own: Value): Sketch | null {
  if (!isRecord(own)) return null;
  const { X, labels, steps } = own;
  if (!isMatrix(X) || !isVector(labels) || !Array.isArray(steps) || !steps.every(isMatrix))
    return null;
  const trace = steps as number[][][];
  const K = trace[0].length;
  const points = X.map((row, i) => ({ x: row[0], y: row[1], k: labels[i] ?? 0 }));
  const ways = trace.flatMap((centroids, t) =>
    centroids.map((centroid, k) => ({ x: centroid[0], y: centroid[1], k, t })),
  );
  if (!ways.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))) return null;
  const updates = trace.length - 1;
  return {
    draw: width =>
      Plot.plot({
        color: { type: 'identity' },
        width,
        height: Math.round(width * 0.72),
        ariaLabel: 'The path of each centroid',
        inset: 12,
        x: { label: 'feature 0' },
        y: { label: 'feature 1' },
        marks: [
          ...Array.from({ length: K }, (_, k) =>
            Plot.dot(
              points.filter(p => p.k === k),
              {
                x: 'x',
                y: 'y',
                symbol: groupSymbol(k),
                fill: groupColour(k),
                fillOpacity: 0.45,
                r: 3.5,
              },
            ),
          ),
          Plot.line(ways, {
            x: 'x',
            y: 'y',
            z: 'k',
            stroke: w => groupColour(w.k),
            strokeWidth: 1.6,
          }),
          Plot.dot(ways, { x: 'x', y: 'y', r: 2.2, fill: w => groupColour(w.k) }),
          Plot.dot(
            ways.filter(w => w.t === 0),
            {
              x: 'x',
              y: 'y',
              r: 5,
              fill: 'var(--paper)',
              stroke: w => groupColour(w.k),
              strokeWidth: 1.6,
            },
          ),
          Plot.dot(
            ways.filter(w => w.t === updates),
            {
              x: 'x',
              y: 'y',
              r: 7,
              fill: w => groupColour(w.k),
              stroke: 'var(--paper)',
              strokeWidth: 1.6,
            },
          ),
          Plot.text(
            ways.filter(w => w.t === updates),
            {
              x: 'x',
              y: 'y',
              text: w => String(w.k),
              fill: 'var(--on-accent)',
              fontSize: 9,
              fontWeight: 700,
            },
          ),
          Plot.tip(
            ways,
            Plot.pointer({
              x: 'x',
              y: 'y',
              title: w => `centroid ${w.k} after ${w.t} updates`,
              fill: 'var(--raised)',
              stroke: INK.line,
            }),
          ),
        ],
      }),
    words: `${X.length} points in ${K} clusters, ${updates} updates of the centroids. ${Array.from(
      { length: K },
      (_, k) => {
        const [from, to] = [trace[0][k], trace[updates][k]];
        return `Centroid ${k} goes from ${place(from)} to ${place(to)} and has ${labels.filter(label => label === k).length} points`;
      },
    ).join('; ')}.`,
    head: ['updates', ...Array.from({ length: K }, (_, k) => `centroid ${k}`)],
    rows: trace.map((centroids, t) => [String(t), ...centroids.map(place)]),
  };
}

function place([x, y]: readonly number[]): string {
  return `(${printNumber(Number(x.toPrecision(4)))}, ${printNumber(Number(y.toPrecision(4)))})`;
}
