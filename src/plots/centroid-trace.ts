import * as Plot from '@observablehq/plot';
import { printNumber } from '../../graders/print';
import { isMatrix, isRecord, isVector, type Value } from '../../graders/value';
import { groupColour, groupSymbol, INK } from './ink';
import type { Sketch } from './sketch';

/** Points in the colour of their cluster, and the way that each centroid went. */
export function centroidTraceSketch(own: Value, wanted: Value): Sketch | null {
  if (!isRecord(own)) return null;
  const { X, labels, steps, assigned } = own;
  if (!isMatrix(X) || !isVector(labels) || !isTrace(steps)) return null;
  const trace = steps;
  const theirs = isRecord(wanted) && isTrace(wanted.steps) ? wanted.steps : [];
  const K = trace[0].length;
  /** The labels at a step, where the run tells them; else the last ones. */
  const labelsAt = (step: number): number[] => {
    const then = Array.isArray(assigned) ? assigned[step] : undefined;
    return isVector(then) && then.length === X.length ? then : labels;
  };
  const points = (step: number) =>
    X.map((row, i) => ({ x: row[0], y: row[1], k: labelsAt(step)[i] ?? 0 }));
  const waysOf = (steps: readonly number[][][]) =>
    steps.flatMap((centroids, t) =>
      centroids.map((centroid, k) => ({ x: centroid[0], y: centroid[1], k, t })),
    );
  const ways = waysOf(trace);
  if (!ways.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))) return null;
  const updates = trace.length - 1;
  return {
    draw: (width, { step }) =>
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
              points(step).filter(p => p.k === k),
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
          Plot.line(waysOf(theirs), {
            x: 'x',
            y: 'y',
            z: 'k',
            stroke: INK.reference,
            strokeWidth: 6,
            strokeOpacity: 0.35,
          }),
          Plot.line(
            ways.filter(w => w.t <= step),
            { x: 'x', y: 'y', z: 'k', stroke: w => groupColour(w.k), strokeWidth: 1.6 },
          ),
          // Those to come are there as well, unseen, so that the axes stay.
          Plot.dot(ways, {
            x: 'x',
            y: 'y',
            r: 2.2,
            fill: w => groupColour(w.k),
            fillOpacity: w => (w.t <= step ? 1 : 0),
          }),
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
            ways.filter(w => w.t === step),
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
            ways.filter(w => w.t === step),
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
    ).join(
      '; ',
    )}.${theirs.length > 0 ? ` The wide lines are the reference’s ${theirs.length - 1} updates.` : ''}`,
    pad: { places: X.map(([x, y]) => ({ x, y })) },
    ofRow: row =>
      row in X ? `Row ${row} at ${place(X[row])}: cluster ${labels[row]} in the end.` : '',
    steps: {
      last: updates,
      say: step =>
        `After ${step} of ${updates} updates, centroid ${trace[step]
          .map((centroid, k) => {
            const has = labelsAt(step).filter(label => label === k).length;
            return `${k} at ${place(centroid, 3)}, ${has} points`;
          })
          .join('; ')}.`,
    },
    head: ['updates', ...Array.from({ length: K }, (_, k) => `centroid ${k}`)],
    rows: trace.map((centroids, t) => [String(t), ...centroids.map(centroid => place(centroid))]),
  };
}

/** The same number of centroids at every step, in the plane. */
function isTrace(steps: Value): steps is number[][][] {
  return (
    Array.isArray(steps) &&
    steps.length > 0 &&
    steps.every(isMatrix) &&
    (steps as number[][][]).every(
      rows => rows.length === (steps[0] as number[][]).length && rows[0].length >= 2,
    )
  );
}

function place([x, y]: readonly number[], digits = 4): string {
  return `(${printNumber(Number(x.toPrecision(digits)))}, ${printNumber(Number(y.toPrecision(digits)))})`;
}
