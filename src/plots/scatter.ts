import * as Plot from '@observablehq/plot';
import { printNumber } from '../../graders/print';
import { isMatrix, isRecord, isVector, type Value } from '../../graders/value';
import { groupColour, groupSymbol, INK } from './ink';
import type { Sketch } from './sketch';

/** Points in the plane, told apart by group, with arrows over them. */
export function scatterSketch(
  { x, y }: { readonly x: string; readonly y: string },
  own: Value,
): Sketch | null {
  if (!isRecord(own)) return null;
  const { points, groups, arrows } = own;
  if (!isMatrix(points) || points.length === 0 || points[0].length !== 2) return null;
  if (!points.every(point => point.every(Number.isFinite))) return null;
  const known = isVector(groups) && groups.length === points.length ? groups : undefined;
  const dots = points.map((point, i) => ({ x: point[0], y: point[1], group: known?.[i] ?? 0 }));
  const kinds = [...new Set(dots.map(({ group }) => group))].sort((a, b) => a - b);
  const drawn = Array.isArray(arrows) ? arrows.flatMap(arrowOf) : [];
  return {
    draw: width =>
      Plot.plot({
        color: { type: 'identity' },
        width,
        // Arrows are directions: one unit is as long across as it is up.
        ...(drawn.length > 0 ? { aspectRatio: 1 } : { height: Math.round(width * 0.66) }),
        marginLeft: 52,
        ariaLabel: `${y} against ${x}`,
        x: { label: x, nice: true, ticks: 6 },
        y: { label: y, grid: true, nice: true, ticks: 5 },
        marks: [
          ...kinds.map(kind =>
            Plot.dot(
              dots.filter(({ group }) => group === kind),
              {
                x: 'x',
                y: 'y',
                symbol: groupSymbol(kind),
                fill: groupColour(kind),
                stroke: 'var(--paper)',
                r: 4.5,
              },
            ),
          ),
          Plot.arrow(drawn, {
            x1: 'x1',
            y1: 'y1',
            x2: 'x2',
            y2: 'y2',
            stroke: INK.text,
            strokeWidth: 2,
          }),
        ],
      }),
    words: `${points.length} points${kinds.length > 1 ? ` in ${kinds.length} groups` : ''}${drawn.length > 0 ? ` and ${drawn.length} arrows: ${drawn.map(a => `(${printNumber(a.x1)}, ${printNumber(a.y1)}) to (${printNumber(a.x2)}, ${printNumber(a.y2)})`).join('; ')}` : ''}.`,
    head: known ? [x, y, 'group'] : [x, y],
    rows: dots.map(dot => [
      printNumber(dot.x),
      printNumber(dot.y),
      ...(known ? [String(dot.group)] : []),
    ]),
  };
}

function arrowOf(arrow: Value): { x1: number; y1: number; x2: number; y2: number }[] {
  if (!isRecord(arrow) || !isVector(arrow.from) || !isVector(arrow.to)) return [];
  const [x1, y1] = arrow.from;
  const [x2, y2] = arrow.to;
  return [x1, y1, x2, y2].every(Number.isFinite) ? [{ x1, y1, x2, y2 }] : [];
}
