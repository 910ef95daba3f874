import * as Plot from '@observablehq/plot';
import { printNumber } from '../../graders/print';
import { isRecord, isVector, type Value } from '../../graders/value';
import { groupColour, groupSymbol, INK } from './ink';
import { ringAround } from './ring';
import type { Sketch } from './sketch';

/** Rows by score, one lane for each class, and a threshold that goes through them from above. */
export function thresholdsSketch(own: Value, wanted: Value): Sketch | null {
  if (!isRecord(own)) return null;
  const { scores, y, thresholds } = own;
  if (!isVector(scores) || !isVector(y) || !isVector(thresholds)) return null;
  if (scores.length === 0 || y.length !== scores.length || thresholds.length === 0) return null;
  if (!scores.every(Number.isFinite) || thresholds.some(Number.isNaN)) return null;
  const told = toldOf(own.told, thresholds.length);
  if (!told) return null;
  const theirs = isRecord(wanted) ? (toldOf(wanted.told, thresholds.length) ?? []) : [];
  const whole = wholeOf(own.whole);
  const theirWhole = isRecord(wanted) ? wholeOf(wanted.whole) : [];

  const rows = scores.map((score, i) => ({ x: score, y: y[i] }));
  const [low, high] = [Math.min(...scores), Math.max(...scores)];
  const room = (high - low) * 0.06 || 0.5;
  const domain = [low - room, high + room];
  const tied = rows.flatMap(({ x, y }, i) => {
    const alike = rows.flatMap((other, j) => (other.x === x && other.y === y ? [j] : []));
    return alike.length > 1 && alike[0] === i ? [{ x, y, count: alike.length }] : [];
  });
  const last = thresholds.length - 1;
  const total = (k: number) => y.filter(label => label === k).length;
  const taken = (step: number, k: number) =>
    rows.filter(row => row.y === k && row.x >= thresholds[step]).length;
  const where = (step: number) =>
    Number.isFinite(thresholds[step])
      ? `From ${printNumber(short(thresholds[step]))} up`
      : 'Above every score';
  const differs = ({ value, theirs }: Told) =>
    theirs !== undefined && short(theirs) !== short(value);
  const number = (one: Told) =>
    `${one.name} ${printNumber(short(one.value))}${
      differs(one) ? `, the reference’s ${printNumber(short(one.theirs as number))}` : ''
    }`;
  const sentence = (numbers: readonly Told[]) => {
    if (numbers.length === 0) return '';
    const same = numbers.every(one => one.theirs !== undefined && !differs(one));
    return `${capital(numbers.map(number).join('; '))}${same ? ', as the reference’s' : ''}.`;
  };
  const at = (step: number) =>
    told.map(({ name, values }, i) => ({
      name,
      value: values[step],
      theirs: theirs[i]?.values[step],
    }));
  const all = whole.map(({ name, value }, i) => ({ name, value, theirs: theirWhole[i]?.value }));
  return {
    draw: (width, { step, row }) => {
      const cut = Math.min(Math.max(thresholds[step], domain[0]), domain[1]);
      return Plot.plot({
        color: { type: 'identity' },
        width,
        height: 236,
        marginLeft: 58,
        ariaLabel: 'Rows by score and class, and a threshold',
        x: { label: 'score', domain, ticks: 6 },
        y: {
          label: null,
          domain: [-0.5, 1.5],
          ticks: [0, 1],
          tickSize: 0,
          tickFormat: (k: number) => `class ${k}`,
        },
        marks: [
          Plot.rect([cut], {
            x1: cut => cut,
            x2: domain[1],
            y1: -0.5,
            y2: 1.5,
            fill: INK.own,
            fillOpacity: 0.08,
          }),
          Plot.ruleX([cut], { stroke: INK.own, strokeWidth: 2 }),
          ...[0, 1].map(k =>
            Plot.dot(
              rows.filter(row => row.y === k),
              {
                x: 'x',
                y: 'y',
                symbol: groupSymbol(k),
                fill: row => (row.x >= thresholds[step] ? groupColour(k) : 'var(--paper)'),
                fillOpacity: 0.8,
                stroke: groupColour(k),
                strokeWidth: 1.4,
                r: 5,
              },
            ),
          ),
          Plot.text(tied, {
            x: 'x',
            y: 'y',
            dy: -16,
            text: ({ count }) => `×${count}`,
            fill: INK.soft,
          }),
          ringAround(rows, row),
        ],
      });
    },
    words: `${rows.length} rows, ${total(1)} of class 1, and ${thresholds.length} thresholds. What scores as high as a threshold or higher is taken for class 1, and filled. ${sentence(all)}`,
    pad: { places: rows, lanes: true },
    ofRow: row =>
      row in rows ? `Row ${row}: score ${printNumber(rows[row].x)}, class ${rows[row].y}.` : '',
    steps: {
      last,
      say: step =>
        `${where(step)}: ${taken(step, 1)} of ${total(1)} rows of class 1, ${taken(step, 0)} of ${total(0)} of class 0. ${sentence([...at(step), ...all])}`,
    },
    head: ['threshold', ...told.flatMap(({ name }) => [name, `${name} of the reference`])],
    rows: thresholds.map((threshold, t) => [
      printNumber(threshold),
      ...told.flatMap(({ values }, i) => [
        printNumber(short(values[t])),
        theirs[i] ? printNumber(short(theirs[i].values[t])) : '',
      ]),
    ]),
  };
}

interface Told {
  readonly name: string;
  readonly value: number;
  readonly theirs: number | undefined;
}

/** What is told of so many thresholds; null where it is not told of each. */
function toldOf(told: Value, count: number) {
  if (!Array.isArray(told)) return null;
  const found = told.flatMap(one =>
    isRecord(one) &&
    typeof one.name === 'string' &&
    isVector(one.values) &&
    one.values.length === count
      ? [{ name: one.name.slice(0, 40), values: one.values }]
      : [],
  );
  return found.length === told.length ? found : null;
}

function wholeOf(whole: Value): { name: string; value: number }[] {
  if (!Array.isArray(whole)) return [];
  return whole.flatMap(one =>
    isRecord(one) && typeof one.name === 'string' && typeof one.value === 'number'
      ? [{ name: one.name.slice(0, 40), value: one.value }]
      : [],
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function short(x: number): number {
  return Number(x.toPrecision(4));
}
