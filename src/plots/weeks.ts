import * as Plot from '@observablehq/plot';
import { INK } from './ink';
import type { Sketch } from './sketch';

/** One row of bars, from the first week to the last. */
export interface Row {
  readonly label: string;
  readonly values: readonly number[];
  /** Drawn full; the others are outlines. */
  readonly full: boolean;
}

const MARGIN = { left: 86, right: 46 };
/** The name of a week needs so many pixels. */
const NAME = 52;

/**
 * Minutes of each week: their sum with what was wanted, and below it one row for each area, on a scale
 * of their own, which stands at its end.
 * @param planned a line across the sum; where 0 there is none
 * @param written minutes in words
 */
export function weeksSketch(
  rows: readonly Row[],
  weeks: readonly string[],
  planned: readonly number[],
  written: (minutes: number) => string,
  words: string,
): Sketch {
  const sums = weeks.map((_, i) => rows.reduce((sum, { values }) => sum + values[i], 0));
  const all: Row = { label: 'All', values: sums, full: true };
  const wanted = planned.flatMap((y, i) => (y > 0 ? [{ label: all.label, x: weeks[i], y }] : []));
  const plot = (
    width: number,
    shown: readonly Row[],
    { row, most, last }: { row: number; most: number; last: boolean },
  ) => {
    const room = Math.max(1, Math.floor((width - MARGIN.left - MARGIN.right) / NAME));
    const step = Math.ceil(weeks.length / room);
    const top = Math.max(30, Math.ceil(most / 30) * 30);
    return Plot.plot({
      width,
      height: shown.length * row + (last ? 32 : 12),
      ...{ marginLeft: MARGIN.left, marginRight: MARGIN.right },
      ...{ marginTop: 8, marginBottom: last ? 24 : 4 },
      x: {
        type: 'band',
        domain: weeks,
        axis: last ? 'bottom' : null,
        label: null,
        tickSize: 0,
        padding: 0.25,
        tickFormat: (week: string) =>
          (weeks.length - 1 - weeks.indexOf(week)) % step === 0 ? week : '',
      },
      y: { domain: [0, top], axis: null },
      fy: { domain: shown.map(({ label }) => label), axis: null, padding: 0.18 },
      color: { type: 'identity' },
      marks: [
        Plot.ruleY([0], { stroke: INK.line }),
        // One scale for all rows, told at the first.
        Plot.ruleY(shown.slice(0, 1), { fy: 'label', y: top, stroke: 'var(--line)' }),
        Plot.text(shown, {
          ...{ fy: 'label', text: 'label', fill: INK.text, frameAnchor: 'bottom-left' },
          ...{ dx: -MARGIN.left + 4, dy: -2, textAnchor: 'start' },
        }),
        Plot.text(shown.slice(0, 1), {
          ...{ fy: 'label', text: () => written(top), fill: INK.soft, frameAnchor: 'top-right' },
          ...{ dx: 6, dy: -4, textAnchor: 'start' },
        }),
        Plot.barY(
          shown.flatMap(({ label, values, full }) =>
            values.flatMap((y, i) => (y > 0 ? [{ label, x: weeks[i], y, full }] : [])),
          ),
          {
            ...{ fy: 'label', x: 'x', y: 'y', stroke: INK.own, strokeWidth: 1.2 },
            fill: bar => (bar.full ? INK.own : 'var(--accent-ground)'),
          },
        ),
        shown.includes(all)
          ? Plot.tickY(wanted, {
              ...{ fy: 'label', x: 'x', y: 'y', stroke: INK.text, strokeWidth: 2 },
              ...{ insetLeft: -4, insetRight: -4 },
            })
          : null,
      ],
    });
  };
  return {
    draw: width => {
      const host = document.createElement('figure');
      host.append(
        plot(width, [all], { row: 92, most: Math.max(...sums, ...planned), last: false }),
        plot(width, rows, {
          row: 38,
          most: Math.max(...rows.flatMap(({ values }) => values)),
          last: true,
        }),
      );
      return host;
    },
    words,
    head: ['Week of', 'All', 'Planned', ...rows.map(({ label }) => label)],
    rows: weeks.map((week, i) => [
      week,
      written(sums[i]),
      planned[i] > 0 ? written(planned[i]) : '–',
      ...rows.map(({ values }) => written(values[i])),
    ]),
  };
}
