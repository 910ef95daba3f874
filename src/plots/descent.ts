import * as Plot from '@observablehq/plot';
import type { Landscape } from '../../graders/picture';
import { printNumber } from '../../graders/print';
import { isMatrix, type Value } from '../../graders/value';
import { INK } from './ink';
import type { Sketch } from './sketch';

/** Lines of equal height in a picture. */
const LINES = 9;
/** Steps from one sample of the landscape to the next, across the picture. */
const SAMPLES = 48;

/** The way that descent took over lines of equal loss: the learner's over the reference's. */
export function descentSketch(
  { x, y }: { readonly x: string; readonly y: string },
  { height, bottom }: Landscape,
  own: Value,
  wanted: Value,
): Sketch | null {
  if (!isPlane(own)) return null;
  const theirs = isPlane(wanted) ? wanted : [];
  // The frame hangs on the start and the lowest place, so that it stays when the rate changes.
  const [start] = theirs.length > 0 ? theirs : own;
  if (!start.every(Number.isFinite)) return null;
  const side = (j: 0 | 1): [number, number] => {
    const reach = Math.abs(start[j] - bottom[j]);
    const room = 1.45 * Math.max(reach, 0.35 * Math.abs(start[1 - j] - bottom[1 - j]), 1e-6);
    return [bottom[j] - room, bottom[j] + room];
  };
  const frame = { x: side(0), y: side(1) };
  const inside = ([a, b]: readonly number[]) =>
    a >= frame.x[0] && a <= frame.x[1] && b >= frame.y[0] && b <= frame.y[1];
  const last = own.length - 1;
  const lost = own.findIndex(place => !inside(place));
  const points = (path: number[][]) =>
    path
      .map(([a, b], t) => ({ a, b, t }))
      .filter(({ a, b }) => Math.abs(a) < FAR && Math.abs(b) < FAR);
  const told = (place: readonly number[]) =>
    place.every(Number.isFinite)
      ? `(${printNumber(short(place[0]))}, ${printNumber(short(place[1]))})`
      : 'no finite place';
  const loss = (place: readonly number[]) => printNumber(short(height(place[0], place[1])));
  return {
    draw: (width, { step }) =>
      Plot.plot({
        color: { type: 'identity' },
        width,
        height: Math.round(width * 0.72),
        marginLeft: 52,
        ariaLabel: 'The way of descent over lines of equal loss',
        x: { label: x, domain: frame.x, ticks: 6 },
        y: { label: y, domain: frame.y, ticks: 6 },
        marks: [
          Plot.contour({
            // Wider than the picture, so that the closing edges are cut off.
            x1: wider(frame.x)[0],
            x2: wider(frame.x)[1],
            y1: wider(frame.y)[0],
            y2: wider(frame.y)[1],
            value: height,
            pixelSize: 5,
            clip: true,
            thresholds: levels(height, frame),
            stroke: INK.line,
            strokeOpacity: 0.8,
          }),
          Plot.dot([bottom], { symbol: 'plus', r: 6, stroke: INK.text, strokeWidth: 1.6 }),
          Plot.line(points(theirs), {
            x: 'a',
            y: 'b',
            stroke: INK.reference,
            strokeWidth: 7,
            strokeOpacity: 0.4,
            clip: true,
          }),
          Plot.line(
            points(own).filter(({ t }) => t <= step),
            { x: 'a', y: 'b', stroke: INK.own, strokeWidth: 1.8, clip: true },
          ),
          Plot.dot(
            points(own).filter(({ t }) => t <= step),
            { x: 'a', y: 'b', r: 2.4, fill: INK.own, clip: true },
          ),
          Plot.dot(
            points(own).filter(({ t }) => t === step),
            { x: 'a', y: 'b', r: 6, fill: INK.own, stroke: 'var(--paper)', clip: true },
          ),
        ],
      }),
    words: `${last} steps from ${told(own[0])} to ${told(own[last])}; horizontally ${x}, vertically ${y}. The loss goes from ${loss(own[0])} to ${loss(own[last])}; it is lowest at ${told(bottom)}, the plus.${
      lost >= 0 ? ` From step ${lost} on it is outside of the picture at times.` : ''
    }${theirs.length > 0 ? ` The reference ends at ${told(theirs[theirs.length - 1])}; it is the wide line.` : ''}`,
    steps: {
      last,
      say: step =>
        `Step ${step} of ${last}: ${told(own[step])}, loss ${loss(own[step])}${
          step in theirs ? `; the reference at ${told(theirs[step])}` : ''
        }.${inside(own[step]) ? '' : ' That is outside of the picture.'}`,
    },
    head: ['step', x, y, 'loss'],
    rows: own.map((place, t) => [
      String(t),
      printNumber(place[0]),
      printNumber(place[1]),
      loss(place),
    ]),
  };
}

/** Farther away nothing is drawn: an SVG has no room for it. */
const FAR = 1e6;

function isPlane(value: Value): value is number[][] {
  return isMatrix(value) && value[0].length === 2;
}

/** Heights at which as much of the picture lies between two lines as between any others. */
function levels(
  height: Landscape['height'],
  { x, y }: { x: readonly number[]; y: readonly number[] },
): number[] {
  const at = ([low, high]: readonly number[], i: number) => low + ((high - low) * i) / SAMPLES;
  const heights = Array.from({ length: (SAMPLES + 1) ** 2 }, (_, k) =>
    height(at(x, k % (SAMPLES + 1)), at(y, Math.floor(k / (SAMPLES + 1)))),
  ).sort((a, b) => a - b);
  // Closer together near the bottom, where the way ends.
  return Array.from(
    { length: LINES },
    (_, i) => heights[Math.floor(((i + 1) / (LINES + 0.5)) ** 1.6 * (heights.length - 1))],
  );
}

function wider([low, high]: readonly number[]): [number, number] {
  const room = (high - low) / 10;
  return [low - room, high + room];
}

function short(x: number): number {
  return Number(x.toPrecision(4));
}
