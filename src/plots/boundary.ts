import * as Plot from '@observablehq/plot';
import { printNumber } from '../../graders/print';
import { isMatrix, isRecord, isVector, type Value } from '../../graders/value';
import { groupColour, groupSymbol, INK } from './ink';
import type { Sketch } from './sketch';

/** Scores over two features as shades, the examples on top. */
export function boundarySketch(own: Value): Sketch | null {
  if (!isRecord(own)) return null;
  const { X, y, xs, ys, scores } = own;
  if (!isMatrix(X) || !isVector(y) || !isVector(xs) || !isVector(ys) || !isVector(scores))
    return null;
  if (scores.length !== xs.length * ys.length || !scores.every(Number.isFinite)) return null;
  const classes = [...new Set(y)].sort((a, b) => a - b);
  // Probabilities shade from class 0 to class 1; labels colour their region.
  const probabilities = classes.length <= 2 && scores.some(score => !Number.isInteger(score));
  const step = { x: xs[1] - xs[0], y: ys[1] - ys[0] };
  const cells = scores.map((score, k) => ({
    score,
    x: xs[k % xs.length],
    y: ys[Math.floor(k / xs.length)],
  }));
  const points = X.map((row, i) => ({ x: row[0], y: row[1], label: y[i] }));
  const colourOf = (score: number) => groupColour(probabilities ? Number(score >= 0.5) : score);
  return {
    draw: width =>
      Plot.plot({
        color: { type: 'identity' },
        width,
        height: Math.round(width * 0.72),
        ariaLabel: 'Decision regions over two features',
        // Half a cell is cut off all round, and with it the closing edges of the contour.
        x: { label: 'feature 0', domain: [xs[0] + step.x / 2, xs[xs.length - 1] - step.x / 2] },
        y: { label: 'feature 1', domain: [ys[0] + step.y / 2, ys[ys.length - 1] - step.y / 2] },
        marks: [
          Plot.rect(cells, {
            x1: c => c.x - step.x / 2,
            x2: c => c.x + step.x / 2,
            y1: c => c.y - step.y / 2,
            y2: c => c.y + step.y / 2,
            fill: c => colourOf(c.score),
            fillOpacity: c => (probabilities ? 0.05 + 0.5 * Math.abs(c.score - 0.5) : 0.2),
            clip: true,
            shapeRendering: 'crispEdges',
          }),
          probabilities
            ? Plot.contour(scores, {
                width: xs.length,
                height: ys.length,
                x1: xs[0],
                y1: ys[0],
                x2: xs[xs.length - 1],
                y2: ys[ys.length - 1],
                thresholds: [0.5],
                stroke: INK.text,
                strokeWidth: 1.4,
                fill: 'none',
                clip: true,
              })
            : null,
          ...classes.map(k =>
            Plot.dot(
              points.filter(p => p.label === k),
              {
                x: 'x',
                y: 'y',
                symbol: groupSymbol(k),
                fill: groupColour(k),
                stroke: 'var(--paper)',
                r: 4.5,
              },
            ),
          ),
        ],
      }),
    words: `${X.length} examples of ${classes.length} classes. ${classes
      .map(k => `Class ${k} takes ${share(scores, probabilities, k)} of the shown area`)
      .join('; ')}.`,
    head: ['feature 0', 'feature 1', 'label'],
    rows: points.map(p => [printNumber(p.x), printNumber(p.y), String(p.label)]),
  };
}

function share(scores: readonly number[], probabilities: boolean, k: number): string {
  const inside = scores.filter(
    score => (probabilities ? Number(score >= 0.5) : score) === k,
  ).length;
  return `${Math.round((100 * inside) / scores.length)} %`;
}
