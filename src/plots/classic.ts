import { blobs, circles, type Labelled, lineWithOutlier, moons } from '../../graders/datasets';
import { drawing } from '../../graders/random';
import type { Table, TableKind } from '../../graders/tries';

/** A data set that everyone knows by name. */
export interface Classic {
  readonly name: string;
  readonly make: () => Table;
}

/** Always the same rows, so that two people speak of the same picture. */
const SEED = 7;
const draw = () => drawing(SEED);

const TWO_MOONS: Classic = { name: 'Two moons', make: () => moons(draw(), 60) };
const CIRCLES: Classic = { name: 'Circles', make: () => circles(draw(), 60) };
const blobsOf = (name: string, K: number): Classic => ({
  name,
  make: () => {
    const { X, y } = blobs(draw(), 60, 2, K, 1.2);
    return { X, y };
  },
});
const TWO_BLOBS = blobsOf('Blobs', 2);
const THREE_BLOBS = blobsOf('Three blobs', 3);
/** No feature tells anything by itself. */
const CROSSWISE: Classic = {
  name: 'Crosswise (XOR)',
  make: () => {
    const { times, normal } = draw();
    const signs = (i: number) => [i % 2 ? 1 : -1, i % 4 > 1 ? 1 : -1];
    return {
      X: times(60, i => signs(i).map(sign => normal(1.2 * sign, 0.4))),
      y: times(60, i => Number(signs(i)[0] !== signs(i)[1])),
    };
  },
};
const STRETCHED: Classic = {
  name: 'A stretched cloud',
  make: () => {
    const { times, normal } = draw();
    const ways = times(60, () => [normal(0, 2.4), normal(0, 0.5)]);
    const rounded = (x: number) => Math.round(1000 * x) / 1000;
    return {
      X: ways.map(([a, b]) => [2 + 0.8 * a - 0.6 * b, 1 + 0.6 * a + 0.8 * b].map(rounded)),
    };
  },
};

const LINE: Classic = { name: 'A line with an outlier', make: () => lineWithOutlier(draw(), 20) };
const PLAIN_LINE: Classic = {
  name: 'A line',
  make: () => {
    const { X, y } = lineWithOutlier(draw(), 20);
    return { X: X.slice(1), y: y.slice(1) };
  },
};
/** Four sets with the same means, variances and line of least squares (F. J. Anscombe, 1973). */
const QUARTET: readonly Classic[] = (() => {
  const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
  const apart = [8, 8, 8, 8, 8, 8, 8, 19, 8, 8, 8];
  const sets = [
    [x, [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]],
    [x, [9.14, 8.14, 8.74, 8.77, 9.26, 8.1, 6.13, 3.1, 9.13, 7.26, 4.74]],
    [x, [7.46, 6.77, 12.74, 7.11, 7.81, 8.84, 6.08, 5.39, 8.15, 6.42, 5.73]],
    [apart, [6.58, 5.76, 7.71, 8.84, 8.47, 7.04, 5.25, 12.5, 5.56, 7.91, 6.89]],
  ];
  return sets.map(([x, y], i) => ({
    name: `Anscombe ${['I', 'II', 'III', 'IV'][i]}`,
    make: () => ({ X: x.map(value => [value]), y: [...y] }),
  }));
})();

/** Scores from 0 to 1 in hundredths, those of class 1 the higher; every `rare`th row is of that class. */
const scored = (name: string, apart: number, rare = 2, steps = 100): Classic => ({
  name,
  make: () => {
    const { times, normal } = draw();
    const y = times(40, i => Number(i % rare === 0));
    const score = (label: number) => 1 / (1 + Math.exp(-normal(label ? apart : -apart, 1.1)));
    return { X: y.map(label => [Math.round(steps * score(label)) / steps]), y };
  },
});
const SCORED = [
  scored('Well separated', 2.2),
  scored('Overlapping', 0.5),
  scored('Tied scores', 0.8, 2, 5),
  scored('Rare positives', 1.1, 10),
];

/** @returns the data sets that suit an exercise of so many classes. */
export function classicsFor(kind: TableKind, classes = 2): readonly Classic[] {
  if (kind === 'targets') return [LINE, PLAIN_LINE, ...QUARTET];
  if (kind === 'scored') return SCORED;
  if (kind === 'classes') {
    const more = classes > 2 ? [THREE_BLOBS] : [];
    return [TWO_MOONS, TWO_BLOBS, ...more, CIRCLES, CROSSWISE];
  }
  const unlabelled = ({ name, make }: Classic): Classic => ({
    name,
    make: () => ({ X: (make() as Labelled).X }),
  });
  const three: Classic = { name: 'Blobs', make: () => ({ X: blobs(draw(), 60, 2, 3, 1).X }) };
  return [three, unlabelled(TWO_MOONS), unlabelled(CIRCLES), STRETCHED];
}
