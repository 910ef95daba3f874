import * as Plot from '@observablehq/plot';
import { groupColour, groupSymbol, INK } from './ink';
import type { Sketch } from './sketch';

/** A share that changes over time. */
export interface Line {
  readonly label: string;
  /** 0 to 1, at each of the places. */
  readonly values: readonly number[];
}

/** A place on the axis, in days from today, with its name. */
export interface Place {
  readonly x: number;
  readonly name: string;
}

const HEIGHT = 264;
const MARGIN = { top: 12, bottom: 30, left: 44, right: 118 };
const INNER = HEIGHT - MARGIN.top - MARGIN.bottom;
/** Names at the end of the lines are so far apart, in pixels. */
const APART = 16;
/** A tick needs so many pixels for its name. */
const TICK = 62;

/**
 * Shares over days, each line with marks of its own and its name at its end.
 * @param words the same as a sentence; the table beside it has the places that are `told`
 */
export function linesSketch(
  lines: readonly Line[],
  places: readonly Place[],
  told: readonly number[],
  words: string,
): Sketch {
  const last = places[places.length - 1].x;
  const per = (share: number) => `${Math.round(share * 100)} %`;
  const ends = spread(lines.map(({ values }) => values[values.length - 1]));
  return {
    draw: width => {
      const room = Math.max(2, Math.floor((width - MARGIN.left - MARGIN.right) / TICK) + 1);
      const names = chosen(told, room).map(i => places[i]);
      return Plot.plot({
        width,
        height: HEIGHT,
        marginTop: MARGIN.top,
        marginBottom: MARGIN.bottom,
        marginLeft: MARGIN.left,
        marginRight: MARGIN.right,
        x: {
          domain: [0, last],
          label: null,
          ticks: names.map(({ x }) => x),
          tickFormat: (x: number) => names.find(place => place.x === x)?.name ?? '',
        },
        y: { domain: [0, 1], label: null, grid: true, ticks: 5, tickFormat: per },
        color: { type: 'identity' },
        symbol: { type: 'identity' },
        marks: lines.flatMap(({ label, values }, k) => {
          const points = values.map((y, i) => ({ x: places[i].x, y }));
          const end = [{ x: last, y: ends[k] }];
          const mark = { fill: groupColour(k), symbol: groupSymbol(k), r: 3.6 };
          return [
            Plot.lineY(points, { x: 'x', y: 'y', stroke: groupColour(k), strokeWidth: 1.6 }),
            Plot.dot(
              told.map(i => points[i]),
              { x: 'x', y: 'y', ...mark },
            ),
            Plot.dot(end, { x: 'x', y: 'y', dx: 16, ...mark }),
            Plot.text(end, {
              x: 'x',
              y: 'y',
              dx: 25,
              textAnchor: 'start',
              fill: INK.text,
              text: () => `${label} ${per(values[values.length - 1])}`,
            }),
          ];
        }),
      });
    },
    words,
    head: ['', ...lines.map(({ label }) => label)],
    rows: told.map(i => [places[i].name, ...lines.map(({ values }) => per(values[i]))]),
  };
}

/** Heights of names, as shares: in the order of the lines' ends, none over another, none outside. */
function spread(ends: readonly number[]): number[] {
  const order = ends.map((_, k) => k).sort((a, b) => ends[b] - ends[a] || a - b);
  const found = ends.map(end => (1 - end) * INNER);
  for (let i = 1; i < order.length; i++)
    found[order[i]] = Math.max(found[order[i]], found[order[i - 1]] + APART);
  for (let i = order.length - 1, most = INNER; i >= 0; i--, most -= APART)
    found[order[i]] = Math.min(found[order[i]], most);
  return found.map(pixels => 1 - pixels / INNER);
}

/** So many of a row, the first and the last among them, evenly between. */
function chosen(row: readonly number[], most: number): number[] {
  if (row.length <= most) return [...row];
  const step = (row.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, i) => row[Math.round(i * step)]);
}
