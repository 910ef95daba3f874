import * as Plot from '@observablehq/plot';
import { INK } from './ink';
import type { Sketch } from './sketch';

/** One bar; a dash stands where its value is null. */
export interface Bar {
  readonly label: string;
  readonly value: number | null;
  /** The same value as it is written beside the bar. */
  readonly written: string;
  /** Drawn apart from the bars of other groups, each group under its name. */
  readonly group: string;
}

/** Bars from left to right, by group. The first group is drawn full, the others as outlines. */
export function barsSketch(bars: readonly Bar[], most: number): Sketch {
  const groups = [...new Set(bars.map(({ group }) => group))];
  const width = most > 0 ? most : 1;
  const inGroup = (group: string) => bars.filter(bar => bar.group === group);
  const of = (bar: Bar) => ({ ...bar, x: bar.value ?? 0, full: bar.group === groups[0] });
  const one = (group: string, total: number, last: boolean) => {
    const rows = inGroup(group).map(of);
    return Plot.plot({
      width: total,
      height: rows.length * 30 + (last ? 34 : 12),
      marginLeft: 108,
      marginRight: 74,
      marginTop: 6,
      marginBottom: last ? 28 : 6,
      x: { domain: [0, width], label: null, axis: last ? 'bottom' : null, ticks: 4, grid: true },
      y: { label: null, domain: rows.map(({ label }) => label), tickSize: 0 },
      color: { type: 'identity' },
      marks: [
        Plot.barX(rows, {
          x: 'x',
          y: 'label',
          fill: row => (row.full ? INK.own : 'var(--accent-ground)'),
          stroke: INK.own,
          strokeWidth: row => (row.value === null ? 0 : 1.2),
          strokeDasharray: rows[0]?.full ? 'none' : '4 2',
          insetTop: 4,
          insetBottom: 4,
        }),
        Plot.text(rows, {
          x: 'x',
          y: 'label',
          text: 'written',
          dx: 6,
          textAnchor: 'start',
          fill: row => (row.value === null ? INK.soft : INK.text),
        }),
      ],
    });
  };
  return {
    draw: total => {
      const host = document.createElement('figure');
      groups.forEach((group, i) => {
        const caption = document.createElement('small');
        caption.textContent = group;
        host.append(caption, one(group, total, i === groups.length - 1));
      });
      return host;
    },
    words: `${bars.map(({ label, written }) => `${label} ${written}`).join(', ')}.`,
    head: ['', ...groups],
    rows: bars.map(({ label, written, group }) => [
      label,
      ...groups.map(other => (other === group ? written : '')),
    ]),
  };
}
