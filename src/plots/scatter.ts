import * as Plot from '@observablehq/plot';
import { printNumber } from '../../graders/print';
import { isMatrix, isRecord, isVector, type Value } from '../../graders/value';
import { groupColour, groupSymbol, INK } from './ink';
import { ringAround } from './ring';
import type { Sketch } from './sketch';

/** Points in the plane, told apart by group, with arrows over them: the learner's over the reference's. */
export function scatterSketch(
  { x, y, ofRows }: { readonly x: string; readonly y: string; readonly ofRows?: true },
  own: Value,
  wanted: Value,
): Sketch | null {
  if (!isRecord(own)) return null;
  const { points, groups, arrows } = own;
  if (!isMatrix(points) || points.length === 0 || points[0].length !== 2) return null;
  if (!points.every(point => point.every(Number.isFinite))) return null;
  const known = isVector(groups) && groups.length === points.length ? groups : undefined;
  const dots = points.map((point, i) => ({ x: point[0], y: point[1], group: known?.[i] ?? 0 }));
  const kinds = [...new Set(dots.map(({ group }) => group))].sort((a, b) => a - b);
  const drawn = arrowsIn(arrows);
  const theirs = isRecord(wanted) ? arrowsIn(wanted.arrows) : [];
  const ends = [...drawn, ...theirs].flatMap(a => [
    { x: a.x1, y: a.y1 },
    { x: a.x2, y: a.y2 },
  ]);
  return {
    draw: (width, { row }) => {
      const height = Math.round(width * (drawn.length > 0 ? 0.72 : 0.66));
      // Arrows are directions: one unit is as long across as it is up.
      const [across, up] =
        drawn.length > 0
          ? equalUnits([...dots, ...ends], width - MARGINS.x, height - MARGINS.y)
          : [{ nice: true }, { nice: true }];
      return Plot.plot({
        color: { type: 'identity' },
        width,
        height,
        marginLeft: 52,
        ariaLabel: `${y} against ${x}`,
        x: { label: x, ticks: 6, ...across },
        y: { label: y, grid: true, ticks: 5, ...up },
        marks: [
          Plot.link(theirs, {
            x1: 'x1',
            y1: 'y1',
            x2: 'x2',
            y2: 'y2',
            stroke: INK.reference,
            strokeWidth: 8,
            strokeOpacity: 0.4,
            strokeLinecap: 'round',
          }),
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
          ringAround(dots, ofRows ? row : null),
        ],
      });
    },
    words: `${points.length} points${kinds.length > 1 ? ` in ${kinds.length} groups` : ''}${drawn.length > 0 ? ` and ${drawn.length === 1 ? 'an arrow' : `${drawn.length} arrows`}: ${drawn.map(told).join('; ')}` : ''}.${theirs.length > 0 ? ` The reference’s, the wide lines, go from ${theirs.map(told).join('; ')}.` : ''}`,
    ...(ofRows && {
      pad: { places: dots },
      ofRow: (row: number) =>
        row in dots
          ? `Row ${row}: ${x} ${printNumber(dots[row].x)}, ${y} ${printNumber(dots[row].y)}.`
          : '',
    }),
    head: known ? [x, y, 'group'] : [x, y],
    rows: dots.map(dot => [
      printNumber(dot.x),
      printNumber(dot.y),
      ...(known ? [String(dot.group)] : []),
    ]),
  };
}

/** What the axes take of a picture's width and height. */
const MARGINS = { x: 52 + 20, y: 20 + 30 };

/** Domains around places in which a unit is as many pixels across as it is up. */
function equalUnits(places: readonly { x: number; y: number }[], width: number, height: number) {
  const side = (values: readonly number[]) => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return { middle: (low + high) / 2, room: 1.12 * (high - low) };
  };
  const [across, up] = [side(places.map(({ x }) => x)), side(places.map(({ y }) => y))];
  const unit = Math.max(across.room / width, up.room / height) || 1 / width;
  const around = (middle: number, pixels: number) => ({
    domain: [middle - (unit * pixels) / 2, middle + (unit * pixels) / 2],
  });
  return [around(across.middle, width), around(up.middle, height)];
}

interface Arrow {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

function told({ x1, y1, x2, y2 }: Arrow): string {
  const place = (x: number, y: number) => `(${printNumber(short(x))}, ${printNumber(short(y))})`;
  return `${place(x1, y1)} to ${place(x2, y2)}`;
}

function short(x: number): number {
  return Number(x.toPrecision(4));
}

function arrowsIn(arrows: Value): Arrow[] {
  return Array.isArray(arrows) ? arrows.flatMap(arrowOf) : [];
}

function arrowOf(arrow: Value): Arrow[] {
  if (!isRecord(arrow) || !isVector(arrow.from) || !isVector(arrow.to)) return [];
  const [x1, y1] = arrow.from;
  const [x2, y2] = arrow.to;
  return [x1, y1, x2, y2].every(Number.isFinite) ? [{ x1, y1, x2, y2 }] : [];
}
