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
const BLOBS: Classic = {
  name: 'Blobs',
  make: () => {
    const { X, y } = blobs(draw(), 60, 2, 2, 1.2);
    return { X, y };
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

/** @returns the data sets that suit an exercise. */
export function classicsFor(kind: TableKind): readonly Classic[] {
  if (kind === 'targets') return [LINE, PLAIN_LINE];
  if (kind === 'classes') return [TWO_MOONS, BLOBS, CIRCLES];
  const unlabelled = ({ name, make }: Classic): Classic => ({
    name,
    make: () => ({ X: (make() as Labelled).X }),
  });
  const three: Classic = { name: 'Blobs', make: () => ({ X: blobs(draw(), 60, 2, 3, 1).X }) };
  return [three, unlabelled(TWO_MOONS), unlabelled(CIRCLES)];
}
