import * as Plot from '@observablehq/plot';
import { printNumber } from '../../graders/print';
import { isMatrix, isRecord, isVector, type Value } from '../../graders/value';
import { groupColour, groupSymbol, INK } from './ink';
import { ringAround } from './ring';
import type { Sketch } from './sketch';

/** Scores over two features as shades, the examples on top. */
export function boundarySketch(own: Value, wanted: Value): Sketch | null {
  if (!isRecord(own)) return null;
  const { X, y, xs, ys, scores } = own;
  if (!isMatrix(X) || !isVector(y) || !isVector(xs) || !isVector(ys) || !isVector(scores))
    return null;
  const fits = (scores: Value): scores is number[] =>
    isVector(scores) && scores.length === xs.length * ys.length && scores.every(Number.isFinite);
  if (!fits(scores) || X.length !== y.length || X[0].length < 2) return null;
  const stages = stagesOf(own.stages, fits) ?? [{ name: '', scores }];
  const theirs = isRecord(wanted) && fits(wanted.scores) ? wanted : null;
  const theirStages =
    theirs && (stagesOf(theirs.stages, fits) ?? [{ scores: theirs.scores as number[] }]);
  /** What the reference gives at the same step. */
  const reference = (step: number) => theirStages?.[step]?.scores ?? null;
  const classes = [...new Set(y)].sort((a, b) => a - b);
  // Probabilities shade from class 0 to class 1; labels colour their region.
  const probabilities = classes.length <= 2 && scores.some(score => !Number.isInteger(score));
  const gap = { x: xs[1] - xs[0], y: ys[1] - ys[0] };
  const classOf = (score: number) => (probabilities ? Number(score >= 0.5) : score);
  const cellsOf = (scores: readonly number[]) =>
    scores.map((score, k) => ({
      k,
      score,
      x: xs[k % xs.length],
      y: ys[Math.floor(k / xs.length)],
    }));
  /** Cells where the reference says another class. */
  const apart = (step: number) => {
    const other = reference(step);
    if (!other) return [];
    return cellsOf(stages[step].scores).filter(
      ({ score, k }) => classOf(score) !== classOf(other[k]),
    );
  };
  const points = X.map((row, i) => ({ x: row[0], y: row[1], label: y[i] }));
  const colourOf = (score: number) => groupColour(classOf(score));
  const contour = (scores: readonly number[], options: Plot.ContourOptions) =>
    Plot.contour(scores, {
      width: xs.length,
      height: ys.length,
      x1: xs[0],
      y1: ys[0],
      x2: xs[xs.length - 1],
      y2: ys[ys.length - 1],
      thresholds: [0.5],
      fill: 'none',
      clip: true,
      ...options,
    });
  const last = stages.length - 1;
  const percent = (part: number) => `${Math.round((100 * part) / scores.length)} %`;
  const share = (scores: readonly number[], k: number) =>
    percent(scores.filter(score => classOf(score) === k).length);
  const compared = (step: number) =>
    !reference(step)
      ? 'The reference has no such step.'
      : apart(step).length === 0
        ? 'The reference says the same everywhere.'
        : `The reference says another class on ${percent(apart(step).length)}, marked ×.`;
  return {
    draw: (width, { step, row }) =>
      Plot.plot({
        color: { type: 'identity' },
        width,
        height: Math.round(width * 0.72),
        ariaLabel: 'Decision regions over two features',
        // Half a cell is cut off all round, and with it the closing edges of the contour.
        x: { label: 'feature 0', domain: [xs[0] + gap.x / 2, xs[xs.length - 1] - gap.x / 2] },
        y: { label: 'feature 1', domain: [ys[0] + gap.y / 2, ys[ys.length - 1] - gap.y / 2] },
        marks: [
          Plot.rect(cellsOf(stages[step].scores), {
            x1: c => c.x - gap.x / 2,
            x2: c => c.x + gap.x / 2,
            y1: c => c.y - gap.y / 2,
            y2: c => c.y + gap.y / 2,
            fill: c => colourOf(c.score),
            fillOpacity: c => (probabilities ? 0.05 + 0.5 * Math.abs(c.score - 0.5) : 0.2),
            clip: true,
            shapeRendering: 'crispEdges',
          }),
          probabilities && theirs && reference(step)
            ? contour(reference(step) as number[], {
                stroke: INK.reference,
                strokeWidth: 6,
                strokeOpacity: 0.4,
              })
            : null,
          probabilities
            ? contour(stages[step].scores, { stroke: INK.text, strokeWidth: 1.4 })
            : null,
          Plot.dot(apart(step), {
            x: 'x',
            y: 'y',
            symbol: 'times',
            stroke: INK.soft,
            strokeWidth: 1.2,
            r: 3,
            clip: true,
          }),
          ringAround(points, row),
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
      .map(k => `Class ${k} takes ${share(scores, k)} of the shown area`)
      .join('; ')}.${theirs ? ` ${compared(last)}` : ''}`,
    pad: { places: points },
    ...(last > 0 && {
      steps: {
        last,
        say: (step: number) =>
          `${stages[step].name}: ${classes
            .map(k => `class ${k} takes ${share(stages[step].scores, k)} of the area`)
            .join(', ')}.${theirs ? ` ${compared(step)}` : ''}`,
      },
    }),
    head: ['feature 0', 'feature 1', 'label'],
    rows: points.map(p => [printNumber(p.x), printNumber(p.y), String(p.label)]),
  };
}

/** Stages of the same boundary, each over the whole grid. */
function stagesOf(stages: Value, fits: (scores: Value) => scores is number[]) {
  if (!Array.isArray(stages) || stages.length === 0) return null;
  const found = stages.flatMap(stage =>
    isRecord(stage) && typeof stage.name === 'string' && fits(stage.scores)
      ? [{ name: stage.name.slice(0, 40), scores: stage.scores }]
      : [],
  );
  return found.length === stages.length ? found : null;
}
