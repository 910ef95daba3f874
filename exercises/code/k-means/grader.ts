import {
  blobs,
  type Draw,
  EXACT,
  eachRefused,
  evenly,
  grader,
  isMatrix,
  isRecord,
  isVector,
  type Law,
  neverRises,
  type Value,
} from '../../../graders';

/** By how much at least the nearest centroid beats the next (squared), so that no rounding changes a label. */
const MARGIN = 0.02;

/**
 * Points on a line that seven centroids, starting together at −1, need 107 iterations to divide: more
 * than the default limit. Found by annealing; the narrowest choice on the way is 0.086.
 */
const CRAWL = [
  2.29, 2.74, 4.59, 4.96, 5.57, 5.77, 6.29, 6.49, 6.88, 7.64, 14.86, 20.01, 21.41, 21.69, 22.74,
  23.38, 24.01, 24.29, 25.35, 28.55, 29.33, 30.61, 31.67, 35.02, 36.43, 41.91, 42.74, 43.85, 47.09,
  51.21, 57.37, 57.84, 62.89, 66.42, 74.48, 75.3, 77.98, 79.78, 80.52, 84.44, 84.87, 87.26, 87.74,
  89.4, 91.87, 95.36, 118.85, 120,
];

/** The points of the prompt; (3, 4) is equally far from the first and the fourth. */
const SEVEN = [[1, 1], [1.5, 2], [3, 4], [5, 7], [3.5, 5], [4.5, 5], [3.5, 4.5]]; // biome-ignore format: points in one row

/** Four rows of two, and rows that have as many numbers in all; the first and the last have two. */
const EVEN = [[1, 2], [3, 4], [5, 6], [7, 8]]; // biome-ignore format: points in one row
const RAGGED = [[1, 2], [3], [4, 5, 6], [7, 8]]; // biome-ignore format: points in one row

/**
 * Points and centroids: for the first point, absolute differences prefer another centroid than
 * straight lines do; for the second, the largest difference does.
 */
const OBLIQUE: [number[][], number[][]] = [
  [[1, 2, 0], [101, 2, 0]],
  [[1, 2, 5], [4, 5, 0], [104, 5, 3], [105.5, 2, 0]],
]; // biome-ignore format: a row for each

const bench = (draw: Draw) => {
  const plane = journey(
    draw,
    { n: draw.integer(26, 40), d: 2, K: draw.integer(3, 5) },
    (X, way) => [X.slice(0, 4), ...way.slice(0, 4), way[way.length - 1]],
  );
  const many = draw.integer(5, 6);
  const size = { n: draw.integer(34, 48), d: many, K: many + 1 };
  const space = journey(draw, size, (_, way) => [way[way.length - 1]]);
  // The same run some thousand times smaller; a power of two changes no digit.
  const shrink = (rows: number[][]) => rows.map(row => row.map(x => x / 16384));
  const small = { X: shrink(space.X), initial: shrink(space.initial) };

  // Labels that have nothing to do with distances; one of the first four is given to no point, nor
  // is the last.
  const d = draw.integer(2, 3);
  const n = draw.integer(13, 19);
  const empty = draw.integer(1, 3);
  const lots = draw.until(
    () => {
      const { X, y } = blobs(draw, n, d, 5, 2);
      return { X, labels: y.map(group => (group === empty ? 4 : group)) };
    },
    ({ X, labels }) => !cancels(X, [...means(X, labels), mean(X)]),
  );
  const given = {
    ...lots,
    centroids: draw.times(6, () => draw.times(d, () => draw.normal(2, 4))),
  };

  // Rows that occur more than once, under one label and under two; more centroids than points.
  const often = [2, 5, 2, 5, 4, 5];
  const rows = draw.until(
    () => {
      const [p, q, r] = draw.times(3, () => draw.times(4, () => draw.normal(-3, 4)));
      return [p, q, p, r, p, q];
    },
    X => !cancels(X, means(X, often)),
  );
  const repeated = {
    X: rows,
    labels: often,
    centroids: draw.times(7, () => draw.times(4, () => draw.normal(-3, 4))),
  };

  // Coordinates that add up to exactly 0 in a cluster, or are all 0.
  const [a, b, c, e] = draw.times(4, () => draw.integer(2, 9));
  const balanced = {
    X: [[-a, b, 0], [c, -a, e], [a, e, 0], [b, a, -c]],
    labels: [1, 0, 1, 0],
    centroids: [[e, b, a], [-b, c, -e]],
  }; // biome-ignore format: a row for each

  // Whole numbers, so equal distances are equal in any arithmetic: the first three points lie half
  // way between centroids 1 and 2, the other two on one of them.
  const at = draw.times(2, () => draw.integer(-9, 9));
  const [v, w] = draw.times(2, () => draw.integer(1, 4));
  const around = (steps: number[][]) => steps.map(step => step.map((by, j) => at[j] + by));
  const tied = {
    X: around([[0, 0], [-w, v], [w, -v], [-v, -w], [v, w]]),
    centroids: around([[30, -40], [v, w], [-v, -w], [v, w]]),
  }; // biome-ignore format: a row for each

  // Places on a line, in whole numbers; the two clusters of a run on it have one or two points until
  // the last iteration, so that their means are exact as well.
  const along = (places: number[]) => places.map(t => [at[0] + t * w, at[1] - t * v]);
  const line = {
    start: along([4, 15]),
    // The first iteration takes 10 half way between the means 6 and 14 …
    halfWay: along(draw.shuffle([3, 9, 10, 18])),
    // … or nearer to 6 than to 15, and it is the first or the last point.
    changesFirst: along([10, ...draw.shuffle([3, 9, 20])]),
    changesLast: along([...draw.shuffle([3, 9, 20]), 10]),
    settled: along(draw.shuffle([3, 9, 20, 24])),
    means: along([6, 22]),
  };

  // Centroids so far away that they never get a point, one among the others and one behind them.
  const away = () => [draw.integer(70, 90), draw.integer(-90, -70)];
  const lonely = [...plane.initial.toSpliced(1, 0, away()), away()];

  const shift = draw.integer(-40, 40);
  const crawl = {
    X: draw.shuffle(CRAWL).map(x => [x + shift]),
    initial: draw.times(7, k => [shift - 1 + k / 20]),
  };
  return {
    plane,
    space,
    small,
    given,
    empty,
    repeated,
    balanced,
    tied,
    line,
    far: farAway(draw),
    lonely,
    deserted: deserted(draw),
    swapped: swapped(draw),
    crawl,
  };
};

type Bench = ReturnType<typeof bench>;

/**
 * Points and a start from which the run is long, no choice is narrow, no cluster runs empty, and
 * nothing cancels in what is `shown` of the points and of the centroids on the way.
 */
function journey(
  draw: Draw,
  { n, d, K }: { n: number; d: number; K: number },
  shown: (X: number[][], way: number[][][]) => number[][][],
) {
  const make = () => {
    const { X } = blobs(draw, n, d, K, 2);
    const crowd = draw.times(d, () => draw.uniform(-2, 4));
    return { X, initial: draw.times(K, () => crowd.map(centre => draw.normal(centre, 1.5))) };
  };
  return draw.until(make, ({ X, initial }) => {
    const way = rehearse(X, initial);
    return way.length > 4 && way.length <= 13 && !cancels(X, shown(X, way).flat());
  });
}

/**
 * Whether some coordinate is so near 0 beside those of the points that single precision, in sums or
 * after a shift of all points, leaves it too few digits.
 */
function cancels(X: number[][], rows: number[][]): boolean {
  const largest = Math.max(...X.flat().map(Math.abs));
  return rows.some(row => row.some(value => Math.abs(value) < 0.01 * largest));
}

/** The means of the labels that are given to a point. */
function means(X: number[][], labels: number[]): number[][] {
  return [...new Set(labels)].map(label => mean(X.filter((_, i) => labels[i] === label)));
}

function mean(rows: number[][]): number[] {
  return rows[0].map((_, j) => rows.reduce((sum, row) => sum + row[j], 0) / rows.length);
}

/**
 * Two points, more than 100 000 from each of four centroids; neither belongs to the first, nor both to
 * one. Beyond ±1000, since a search may begin at 1e9 instead of Infinity; whole numbers and wide
 * margins keep the labels safe from rounding.
 */
function farAway(draw: Draw): [number[][], number[][]] {
  const side = draw.pick([-1, 1]);
  const place = (low: number, high: number) => [
    draw.integer(-90_000, 90_000),
    side * draw.integer(low, high),
    draw.integer(-90_000, 90_000),
  ];
  return draw.until<[number[][], number[][]]>(
    () => [
      draw.times(2, () => place(60_000, 90_000)),
      draw.times(4, () => place(-90_000, -40_000)),
    ],
    ([X, centroids]) => {
      const nearest = X.map(x => {
        const distances = centroids.map(centroid => squaredDistance(x, centroid));
        const [first, second] = [...distances].sort((one, other) => one - other);
        return second > 1.05 * first ? distances.indexOf(first) : 0;
      });
      return nearest[0] * nearest[1] > 0 && nearest[0] !== nearest[1];
    },
  );
}

/**
 * Three clusters in a row. The first update draws the outer two inwards, and each takes one of the
 * two points of the middle one, whose centroid has moved by then: it stays empty half way between.
 */
function deserted(draw: Draw) {
  const [x, y] = draw.times(2, () => draw.pick([-1, 1]) * draw.integer(30, 50)); // so no mean is near 0
  const side = draw.pick([-1, 1]);
  const put = (t: number) => [about(draw, x + side * t, 100), about(draw, y, 100)];
  return {
    X: draw.shuffle([-4, -4, 0, 10, 14.4, 14.4, 14.4]).map(put),
    initial: draw.shuffle([-11, 6.4, 21]).map(put),
  };
}

/**
 * In the first iteration, two points that stand side by side in X change places between clusters 1
 * and 11; all others keep their label. The sizes of the clusters stay, the sum of the labels stays,
 * and so do the digits of the labels in a row. The second iteration ends the run.
 */
function swapped(draw: Draw) {
  const K = draw.integer(12, 14);
  const [side, up] = draw.times(2, () => draw.pick([-1, 1]));
  const put = (x: number, y: number) => [about(draw, side * x, 200), about(draw, up * y, 200)];
  const cells = draw.times(25, i => [40 * (i % 5) - 80, 40 * Math.floor(i / 5) - 80]);
  const others = draw.shuffle(cells.toSpliced(12, 1)).slice(0, K - 2); // away from the middle
  const pair = draw.shuffle([put(-1, 10), put(1, -10)]);
  const rest = draw.shuffle([
    ...[put(-10, -10), put(-9, -8), put(10, 10), put(9, 8)],
    ...others.flatMap(([x, y], k) => draw.times(1 + (k % 2), () => put(x + 2, y - 1))),
  ]);
  const initial = others.map(([x, y]) => put(x, y));
  const [left, right] = draw.shuffle([put(-4, 0), put(4, 0)]);
  return {
    X: rest.toSpliced(draw.integer(0, rest.length), 0, ...pair),
    initial: initial.toSpliced(1, 0, left).toSpliced(11, 0, right),
  };
}

/** A number at most `thousandths` from another: unlike a normal one, it keeps its side of every boundary. */
function about(draw: Draw, centre: number, thousandths: number): number {
  return Math.round(1000 * centre + draw.integer(-thousandths, thousandths)) / 1000;
}

/**
 * The centroids on the way of Lloyd's algorithm, the start first; none where a choice is narrow or a
 * cluster runs empty.
 */
function rehearse(X: number[][], initial: number[][]): number[][][] {
  const way = [initial];
  let labels: number[] = [];
  while (true) {
    const centroids = way[way.length - 1];
    const before = labels;
    labels = [];
    for (const x of X) {
      const distances = centroids.map(centroid => squaredDistance(x, centroid));
      const least = Math.min(...distances);
      const nearest = distances.indexOf(least);
      if (distances.some((distance, k) => k !== nearest && distance <= least + MARGIN)) return [];
      labels.push(nearest);
    }
    if (labels.every((label, i) => label === before[i])) return way;
    if (new Set(labels).size < centroids.length) return [];
    way.push(centroids.map((_, k) => mean(X.filter((_, i) => labels[i] === k))));
  }
}

function squaredDistance(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let j = 0; j < a.length; j += 1) sum += (a[j] - b[j]) ** 2;
  return sum;
}

/** Every label names a nearest one of the centroids that were returned with it, wherever those are. */
const labelsAreNearest: Law<Bench> = (value, { bench: { plane } }) => {
  if (!isRecord(value) || !isMatrix(value.centroids) || !isVector(value.labels)) {
    return { say: 'The result should hold centroids and labels.' };
  }
  const { centroids, labels } = value;
  for (let i = 0; i < plane.X.length; i += 1) {
    const distances = centroids.map(centroid => squaredDistance(plane.X[i], centroid));
    const nearest = distances.indexOf(Math.min(...distances));
    if (distances[labels[i]] <= distances[nearest] * (1 + 1e-5) + 1e-5) continue;
    return {
      say: `Point ${i} has label ${labels[i]}, but centroid ${nearest} of those you return is nearer.`,
      path: ['labels', i],
      received: labels[i],
      expected: nearest,
    };
  }
  return null;
};

/** The centroids among the arguments of a call: behind the points, or behind the labels. */
function startIn(args: readonly Value[] = []): number[][] | undefined {
  const centroids = args.slice(1, 3).find(isMatrix);
  return centroids?.[0].length === 2 ? centroids : undefined;
}

export default grader<typeof import('./solution'), typeof bench>({
  bench,

  checks: ({ agrees, holds, rejects }) => [
    agrees(
      'labels each point with its nearest centroid',
      ({ assign }, { space }) => assign(space.X, space.initial),
      { within: EXACT },
    ),
    agrees('measures distances in a straight line', ({ assign }) => assign(...OBLIQUE), {
      within: EXACT,
    }),
    agrees(
      'gives a tie to the lower label',
      ({ assign }, { tied }) => assign(tied.X, tied.centroids),
      { within: EXACT },
    ),
    agrees(
      'labels a single point among many centroids',
      ({ assign }, { space }) => assign([space.X[1]], space.initial),
      { within: EXACT },
    ),
    agrees(
      'finds the nearest centroid however far it is',
      ({ assign }, { far }) => assign(...far),
      { within: EXACT },
    ),
    agrees(
      'finds the nearest centroid however near they all are',
      ({ assign }, { small }) => assign(small.X, small.initial),
      { within: EXACT },
    ),

    agrees('moves each centroid to the mean of its points', ({ update }, { given, empty }) =>
      update(given.X, given.labels, given.centroids).toSpliced(5, 1).toSpliced(empty, 1),
    ),
    agrees('leaves a centroid without points where it is', ({ update }, { given }) =>
      update(given.X, given.labels, given.centroids),
    ),
    agrees('lets a mean be 0', ({ update }, { balanced }) =>
      update(balanced.X, balanced.labels, balanced.centroids),
    ),
    agrees('counts a point as often as it occurs', ({ update }, { repeated }) =>
      update(repeated.X, repeated.labels, repeated.centroids),
    ),

    agrees('adds up the squared distances to each point’s own centroid', ({ inertia }, { given }) =>
      inertia(given.X, given.labels, given.centroids),
    ),
    agrees('adds up a point as often as it occurs', ({ inertia }, { repeated }) =>
      inertia(repeated.X, repeated.labels, repeated.centroids),
    ),

    agrees('returns the start where no iteration is allowed', ({ kMeans }, { plane }) =>
      kMeans(plane.X, plane.initial, { maxIterations: 0 }),
    ),
    agrees(
      'moves the centroids once in one iteration',
      ({ kMeans }, { plane }) => kMeans(plane.X, plane.initial, { maxIterations: 1 }).centroids,
    ),
    agrees('makes as many iterations as it may', ({ kMeans }, { plane: { X, initial } }) => [
      kMeans(X, initial, { maxIterations: 2 }).centroids,
      kMeans(X, initial, { maxIterations: 3 }).centroids,
    ]),
    holds(
      'labels the points by the centroids that it returns',
      ({ kMeans }, { plane }) => kMeans(plane.X, plane.initial, { maxIterations: 2 }),
      labelsAreNearest,
    ),
    agrees(
      'stops once an iteration changes no label',
      ({ kMeans }, { plane }) => kMeans(plane.X, plane.initial, { maxIterations: 60 }).iterations,
      { within: EXACT },
    ),
    agrees('ends with the right centroids and labels', ({ kMeans }, { plane }) => {
      const { centroids, labels } = kMeans(plane.X, plane.initial, { maxIterations: 60 });
      return { centroids, labels };
    }),
    agrees(
      'records the inertia of the start and after each iteration',
      ({ kMeans }, { plane }) => kMeans(plane.X, plane.initial, { maxIterations: 60 }).inertias,
    ),
    agrees('records as much where the limit ends the run', ({ kMeans }, { plane }) => {
      const { inertias, iterations } = kMeans(plane.X, plane.initial, { maxIterations: 3 });
      return { inertias, iterations };
    }),
    holds(
      'never lets the inertia rise',
      ({ kMeans }, { space }) => kMeans(space.X, space.initial, { maxIterations: 60 }).inertias,
      neverRises,
    ),
    agrees('works in any number of dimensions', ({ kMeans }, { space }) =>
      kMeans(space.X, space.initial, { maxIterations: 60 }),
    ),
    agrees('works on a small scale', ({ kMeans }, { small }) =>
      kMeans(small.X, small.initial, { maxIterations: 60 }),
    ),
    agrees('goes on beside a centroid that never gets a point', ({ kMeans }, { plane, lonely }) =>
      kMeans(plane.X, lonely, { maxIterations: 60 }),
    ),
    agrees('leaves a centroid where it lost its points', ({ kMeans }, { deserted }) =>
      kMeans(deserted.X, deserted.initial, { maxIterations: 50 }),
    ),
    agrees('settles a tie within a run as assign does', ({ kMeans }, { line }) => [
      kMeans(SEVEN, [SEVEN[0], SEVEN[3]]),
      kMeans(line.halfWay, line.start),
    ]),
    agrees('goes on while a single label changes', ({ kMeans }, { line }) => [
      kMeans(line.changesFirst, line.start),
      kMeans(line.changesLast, line.start),
    ]),
    agrees('goes on where two points swap their clusters', ({ kMeans }, { swapped }) =>
      kMeans(swapped.X, swapped.initial, { maxIterations: 50 }),
    ),
    agrees(
      'counts one iteration where the start is settled already',
      ({ kMeans }, { line }) => kMeans(line.settled, line.means).iterations,
      { within: EXACT },
    ),
    agrees('makes one cluster of all points', ({ kMeans }, { given }) => [
      kMeans(given.X, [given.centroids[0]]),
      kMeans([given.X[1]], [given.centroids[0]]),
    ]),
    agrees('makes a cluster of every point', ({ kMeans }, { plane }) => {
      const { centroids, labels } = kMeans(plane.X.slice(0, 4), [...plane.X.slice(0, 4)].reverse());
      return { centroids, labels };
    }),
    agrees(
      'gives up after 100 iterations unless told otherwise',
      ({ kMeans }, { crawl }) => kMeans(crawl.X, crawl.initial).iterations,
      { within: EXACT },
    ),

    agrees(
      'takes a limit that is left out or undefined for none',
      ({ kMeans }, { crawl: { X, initial } }) => [
        kMeans(X, initial, {}).iterations,
        kMeans(X, initial, { maxIterations: undefined }).iterations,
      ],
      { within: EXACT },
    ),
    agrees(
      'makes more than 100 iterations where it may',
      ({ kMeans }, { crawl }) => kMeans(crawl.X, crawl.initial, { maxIterations: 150 }).iterations,
      { within: EXACT },
    ),

    rejects('refuses more centroids than points', ({ kMeans }) =>
      kMeans(SEVEN.slice(0, 2), SEVEN.slice(2, 5), { maxIterations: 0 }),
    ),
    rejects('refuses to run without centroids', ({ kMeans }) => kMeans(SEVEN, [])),
    rejects('refuses to assign without centroids', ({ assign }) => assign(SEVEN, [])),
    rejects('refuses to update without centroids', ({ update }) => update([[1, 2]], [0], [])),
    rejects('refuses an inertia without centroids', ({ inertia }) => inertia([[1, 2]], [0], [])),
    rejects('refuses to run on rows of different lengths', ({ kMeans }) =>
      eachRefused(
        () => kMeans(SEVEN, [[0, 0, 1]], { maxIterations: 0 }),
        () => kMeans(SEVEN, [[4, 2], [0, 0, 1]]),
        () => kMeans([[1, 2], [3], [5, 6]], [[4, 2]]),
      ),
    ), // biome-ignore format: a line for each
    rejects('refuses to assign rows of different lengths', ({ assign }) =>
      eachRefused(
        () => assign([[1, 2], [3], [5, 6]], [[0, 0]]),
        () => assign([[1, 2], [3, 4, 5], [6, 7]], [[0, 0]]),
        () => assign([[1, 2]], [[0, 0], [3], [1, 1]]),
        () => assign([[1, 2], [3, 4]], [[5]]),
      ),
    ), // biome-ignore format: a line for each
    rejects('refuses to update with rows of different lengths', ({ update }) =>
      eachRefused(
        () => update([[1, 2], [3, 4]], [0, 0], [[0, 0], [1, 2, 3], [1, 1]]),
        () => update([[1, 2], [3], [5, 6]], [0, 0, 0], [[0, 0]]),
        () => update([[1, 2, 3]], [0], [[0, 0]]),
      ),
    ), // biome-ignore format: a line for each
    rejects('refuses an inertia of rows of different lengths', ({ inertia }) =>
      eachRefused(
        () => inertia([[1, 2]], [0], [[0, 0], [3], [1, 1]]),
        () => inertia([[1, 2], [3, 4, 5], [6, 7]], [0, 0, 0], [[0, 0]]),
        () => inertia([[1]], [0], [[0, 0]]),
      ),
    ), // biome-ignore format: a line for each
    rejects('refuses to run on short rows beside long ones', ({ kMeans }) =>
      eachRefused(
        () => kMeans(RAGGED, EVEN, { maxIterations: 0 }),
        () => kMeans(EVEN, RAGGED, { maxIterations: 0 }),
      ),
    ),
    rejects('refuses to assign short rows beside long ones', ({ assign }) =>
      eachRefused(
        () => assign(RAGGED, EVEN),
        () => assign(EVEN, RAGGED),
      ),
    ),
    rejects('refuses to update with short rows beside long ones', ({ update }) =>
      eachRefused(
        () => update(RAGGED, [0, 1, 2, 3], EVEN),
        () => update(EVEN, [0, 1, 2, 3], RAGGED),
      ),
    ),
    rejects('refuses an inertia of short rows beside long ones', ({ inertia }) =>
      eachRefused(
        () => inertia(RAGGED, [0, 1, 2, 3], EVEN),
        () => inertia(EVEN, [0, 1, 2, 3], RAGGED),
      ),
    ),
    rejects('refuses to update with a label above the last', ({ update }) =>
      update([[1, 2]], [1], [[0, 0]]),
    ),
    rejects('refuses to update with a negative label', ({ update }) =>
      update([[1, 2]], [-1], [[0, 0]]),
    ),
    rejects('refuses an inertia with a label above the last', ({ inertia }) =>
      inertia([[1, 2]], [1], [[0, 0]]),
    ),
    rejects('refuses an inertia with a negative label', ({ inertia }) =>
      inertia([[1, 2]], [-1], [[0, 0]]),
    ),
    rejects('refuses to update with too few labels', ({ update }) => update(SEVEN, [0], [[0, 0]])),
    rejects('refuses to update with too many labels', ({ update }) =>
      update([[1, 2]], [0, 0], [[0, 0]]),
    ),
    rejects('refuses an inertia with too few labels', ({ inertia }) =>
      inertia(SEVEN, [0], [[0, 0]]),
    ),
    rejects('refuses an inertia with too many labels', ({ inertia }) =>
      inertia([[1, 2]], [0, 0], [[0, 0]]),
    ),
  ],

  mutants: [
    {
      mistake: 'measures along the axes',
      insteadOf: 'squaredDistance(x, centroids[k]);',
      writes: 'x.reduce((sum, value, j) => sum + Math.abs(value - centroids[k][j]), 0);',
      say: 'Your labels are those of the nearest centroid along the axes, by absolute differences. Add up squared differences instead.',
    },
    {
      mistake: 'gives a tie to the higher label',
      insteadOf: 'distance < least',
      writes: 'distance <= least',
      say: 'Where two centroids are equally near, your point gets the higher label. Replace the best so far only where a centroid is strictly nearer.',
    },
    {
      mistake: 'begins the search at some large distance',
      insteadOf: 'let least = Infinity',
      writes: 'let least = 1e6',
      say: 'Where every centroid is very far away, your point gets label 0. Begin with Infinity as the least distance.',
    },
    {
      mistake: 'compares distances as text',
      insteadOf: 'distance < least',
      writes: 'String(distance) < String(least)',
      say: 'Your labels are those of the distance that comes first as text, where 10 comes before 9. Compare distances as numbers.',
    },
    {
      mistake: 'compares a plain difference with a squared distance',
      insteadOf: 'if (distance < least) {',
      writes:
        'if (distance < least && x.every((value, j) => Math.abs(value - centroids[k][j]) <= least)) {',
      say: 'Where distances are below 1, your labels are those of a search that passes over a centroid if one difference exceeds the least squared distance. Compare squares with squares.',
    },
    {
      mistake: 'leaves the last coordinate out of distances',
      insteadOf: 'j < a.length;',
      writes: 'j < a.length - 1;',
      say: 'Your numbers equal what you get when distances leave out the last coordinate. Let the loop over coordinates run to the end of the row.',
    },
    {
      mistake: 'divides by K, not by cluster size',
      insteadOf: '/ members.length;',
      writes: '/ centroids.length;',
      say: 'Your centroids are sums divided by K. Divide each by the number of points in its own cluster.',
    },
    {
      mistake: 'never divides the sums',
      insteadOf: '/ members.length;',
      writes: ';',
      say: 'Your centroids are the sums of their points. Divide each by the number of points in its cluster.',
    },
    {
      mistake: 'starts the cluster sizes at one',
      insteadOf: '/ members.length;',
      writes: '/ (members.length + 1);',
      say: 'Each of your sums is divided by one more than the size of its cluster. Start counting at 0, and treat the empty cluster as a case of its own.',
    },
    {
      mistake: 'counts the old centroid among the points',
      insteadOf: 'column.reduce((sum, value) => sum + value, 0) / members.length',
      writes: 'column.reduce((sum, value) => sum + value, centroid[j]) / (members.length + 1)',
      say: 'Your means count the old centroid as one more point. Take the mean of the points alone.',
    },
    {
      mistake: 'keeps the old coordinate where a mean is 0',
      insteadOf: '/ members.length;',
      writes: '/ members.length || centroid[j];',
      say: 'Where the mean of a coordinate is 0, yours keeps its old value. Ask for the number of points instead; a sum or mean of 0 is a result like any other.',
    },
    {
      mistake: 'counts repeated points once',
      insteadOf: 'labels[i] === k); // [members][d]',
      writes:
        'labels[i] === k && !X.some((x, m) => m < i && labels[m] === k && String(x) === String(X[i])));',
      say: 'Points that occur more than once count once in your means. Let each row of X count.',
    },
    {
      mistake: 'takes K from the labels',
      insteadOf: 'return centroids.map((centroid, k) => {',
      writes: 'return centroids.slice(0, Math.max(...labels) + 1).map((centroid, k) => {',
      say: 'Where the last clusters have no points, their rows are missing from your update. Take the number of clusters from `centroids`, not from the labels.',
    },
    {
      mistake: 'takes the median of each coordinate',
      insteadOf: 'return column.reduce((sum, value) => sum + value, 0) / members.length;',
      writes: `column.sort((a, b) => a - b);
      return (column[(column.length - 1) >> 1] + column[column.length >> 1]) / 2;`,
      say: 'Your centroids are the medians of their points. Squared distances are least at the mean; take that.',
    },
    {
      mistake: 'divides by zero in an empty cluster',
      insteadOf: 'if (members.length === 0) return [...centroid];',
      writes: '',
      say: 'A cluster without points becomes 0 / 0 = NaN in your update. Keep the centroid that it had.',
    },
    {
      mistake: 'moves an empty cluster to the origin',
      insteadOf: 'return [...centroid];',
      writes: 'return centroid.map(() => 0);',
      say: 'A cluster without points moves to zero in your update. Keep the centroid that it had.',
    },
    {
      mistake: 'adds up distances without squaring them',
      insteadOf: 'sum + squaredDistance(x, centroids[labels[i]]), 0)',
      writes: 'sum + Math.sqrt(squaredDistance(x, centroids[labels[i]])), 0)',
      say: 'Your inertia is the sum of plain distances. Add up their squares; leave the root out.',
    },
    {
      mistake: 'averages the inertia over the points',
      insteadOf: 'centroids[labels[i]]), 0)',
      writes: 'centroids[labels[i]]), 0) / X.length',
      say: 'Your inertia is divided by n. It is a sum, so leave the division out.',
    },
    {
      mistake: 'measures to the nearest centroid whatever the label',
      insteadOf: 'centroids[labels[i]]), 0)',
      writes: 'centroids[assign([x], centroids)[0]]), 0)',
      say: 'Your inertia measures each point to its nearest centroid. Take the labels as they are given.',
    },
    {
      mistake: 'starts from the first K points',
      insteadOf: 'initial.map(row => [...row])',
      writes: 'X.slice(0, initial.length).map(row => [...row])',
      say: 'Your run starts from the first K rows of X. Start from the centroids in `initial`.',
    },
    {
      mistake: 'stops after one iteration',
      insteadOf: 'iterations < maxIterations',
      writes: 'iterations < Math.min(1, maxIterations)',
      say: 'Your run ends after a single iteration. Repeat until no label changes or the limit is reached.',
    },
    {
      mistake: 'makes one iteration more than the limit',
      insteadOf: 'iterations < maxIterations',
      writes: 'iterations <= maxIterations',
      say: 'Your run makes one iteration more than maxIterations allows. Check the count before an iteration begins.',
    },
    {
      mistake: 'ignores the limit',
      insteadOf: 'iterations < maxIterations',
      writes: 'iterations < Infinity',
      say: 'Your run goes on past maxIterations. Stop when that many iterations have been made.',
    },
    {
      mistake: 'takes a limit of 0 for none given',
      insteadOf: 'options.maxIterations ?? 100',
      writes: 'options.maxIterations || 100',
      say: 'A maxIterations of 0 counts as missing in your code, so the default runs instead. Use the default only where the option is undefined: ?? does that, || does not.',
    },
    {
      mistake: 'uses the default only where no options are given',
      insteadOf: 'options.maxIterations ?? 100',
      writes: 'arguments.length < 3 ? 100 : options.maxIterations',
      say: 'Where the options are given without maxIterations, your run makes no iteration. Take 100 wherever maxIterations is undefined.',
    },
    {
      mistake: 'lets undefined replace the default',
      insteadOf: 'options.maxIterations ?? 100',
      writes: '{ maxIterations: 100, ...options }.maxIterations',
      say: 'Where maxIterations is undefined, your run makes no iteration. A spread copies undefined over a default; use ?? after it.',
    },
    {
      mistake: 'never makes more than 100 iterations',
      insteadOf: 'options.maxIterations ?? 100',
      writes: 'Math.min(options.maxIterations ?? 100, 100)',
      say: 'Your run ends after 100 iterations though it may make more. Take 100 only as the default.',
    },
    {
      mistake: 'goes on until the limit',
      insteadOf: 'labels.some((label, i) => label !== previous[i])',
      writes: 'labels.length > 0',
      say: 'Your run goes on to the limit although no label changes any more. Compare the new labels with the old ones, entry by entry.',
    },
    {
      mistake: 'stops when the inertia hardly falls',
      insteadOf: 'labels.some((label, i) => label !== previous[i])',
      writes:
        'labels.some((label, i) => label !== previous[i]) && !(inertias[iterations - 1] - inertias[iterations] < 1e-4)',
      say: 'On a small scale your run stops while labels still change, as it does when it waits for a fall of the inertia below some tolerance. Stop only when no label changes.',
    },
    {
      mistake: 'stops when the cluster sizes stay',
      insteadOf: 'labels.some((label, i) => label !== previous[i])',
      writes: 'String([...labels].sort()) !== String([...previous].sort())',
      say: 'Your run stops although two points have just swapped their clusters. Compare the labels one by one, not their sizes, sums or digits.',
    },
    {
      mistake: 'keeps the old label in a tie',
      insteadOf: '    labels = assign(X, centroids);',
      writes:
        '    labels = assign(X, centroids).map((k, i) => squaredDistance(X[i], centroids[k]) < squaredDistance(X[i], centroids[previous[i]]) ? k : previous[i]);',
      say: 'Where a point comes to lie half way between two centroids, it keeps the label that it had. Give it the lower one, as assign does.',
    },
    {
      mistake: 'sends an emptied cluster back to its start',
      insteadOf: 'centroids = update(X, previous, centroids);',
      writes: 'centroids = update(X, previous, initial);',
      say: 'A cluster that loses its points during a run returns to its row of `initial`. Leave it where it stands then.',
    },
    {
      mistake: 'neither counts nor records the last iteration',
      insteadOf: 'inertias.push(inertia(X, labels, centroids));',
      writes:
        'if (labels.every((label, i) => label === previous[i])) break;\n    inertias.push(inertia(X, labels, centroids));',
      say: 'The iteration that changes no label is missing from your count and your inertias. Record it, then stop.',
    },
    {
      mistake: 'stops one iteration late',
      insteadOf: 'labels.some((label, i) => label !== previous[i])',
      writes: 'inertias.at(-1) !== inertias.at(-2)',
      say: 'Your run makes one iteration more than it needs, as it does when it waits for the centroids to stand still. Stop as soon as the labels do.',
    },
    {
      mistake: 'leaves out the iteration that changes nothing',
      insteadOf: 'labels.some((label, i) => label !== previous[i])',
      writes: 'String(update(X, labels, centroids)) !== String(centroids)',
      say: 'From a start that is settled already, your run makes no iteration. Make one and count it; stop after an iteration that changes no label.',
    },
    {
      mistake: 'has a higher limit by default',
      insteadOf: 'options.maxIterations ?? 100',
      writes: 'options.maxIterations ?? 300',
      say: 'Without maxIterations your run goes on beyond 100 iterations. Make 100 the default.',
    },
    {
      mistake: 'returns labels of the centroids before the last update',
      insteadOf: 'return { centroids, labels,',
      writes: 'return { centroids, labels: iterations > 0 ? previous : labels,',
      say: 'Where the limit ends the run, your labels belong to the centroids before the last update. Assign once more after every update.',
    },
    {
      mistake: 'does not assign after the last update',
      insteadOf: '    labels = assign(X, centroids);',
      writes: '    if (iterations + 1 < maxIterations) labels = assign(X, centroids);',
      say: 'Where the limit ends the run, your labels and your last inertia come without a new assignment. Assign after every update, the last one included.',
    },
    {
      mistake: 'measures the inertia before assigning anew',
      insteadOf: 'inertias.push(inertia(X, labels, centroids))',
      writes: 'inertias.push(inertia(X, previous, centroids))',
      say: 'Your inertias pair the new centroids with the labels from before the update. Measure after the assignment.',
    },
    {
      mistake: 'leaves out the inertia of the start',
      insteadOf: '[inertia(X, labels, centroids)]',
      writes: '[] as number[]',
      say: 'Your inertias begin after the first update. Put the inertia of the start in front.',
    },
    {
      mistake: 'counts the assignments',
      insteadOf: 'inertias, iterations };',
      writes: 'inertias, iterations: inertias.length };',
      say: 'Your iterations count the assignments, the one before the first update included. Count the updates.',
    },
    {
      mistake: 'refuses spare centroids in every function',
      insteadOf: 'if (centroids.length === 0)',
      writes: 'if (centroids.length === 0 || centroids.length > X.length)',
      say: 'More centroids than points are refused everywhere. Refuse them in kMeans only.',
    },
    {
      mistake: 'accepts more centroids than points',
      insteadOf: 'initial.length > X.length',
      writes: 'initial.length > Infinity',
      say: 'More centroids than points are let through. Throw a RangeError before the run begins.',
    },
    {
      mistake: 'lets a call without centroids run',
      insteadOf: 'if (centroids.length === 0) throw',
      writes: 'if (false) throw',
      say: 'A call without centroids runs on, perhaps into an accident of the engine. Throw a RangeError first.',
    },
    {
      mistake: 'accepts rows of any length',
      insteadOf: 'if (odd) {',
      writes: 'if (false) {',
      say: 'Rows of different lengths are let through. Compare the length of every row and of every centroid, and throw a TypeError.',
    },
    {
      mistake: 'counts the coordinates of all rows together',
      insteadOf: 'X.find(row => row.length !== d) ?? centroids.find(row => row.length !== d)',
      writes: '[X, centroids].find(rows => rows.flat().length !== rows.length * d)',
      say: 'Short rows are let through where long ones make up for them. Compare the length of every row by itself, not the count of all the coordinates.',
    },
    {
      mistake: 'accepts any label',
      insteadOf: 'label < 0 || label >= centroids.length',
      writes: 'label !== label',
      say: 'Labels without a centroid are let through. Throw a RangeError for a label outside 0 … K − 1.',
    },
    {
      mistake: 'accepts negative labels',
      insteadOf: 'label < 0 || label >= centroids.length',
      writes: 'label >= centroids.length',
      say: 'Negative labels are let through. Throw a RangeError for a label below 0, too.',
    },
    {
      mistake: 'accepts too many labels',
      insteadOf: 'labels.length !== X.length',
      writes: 'labels.length < X.length',
      say: 'A list of labels that is longer than X is let through. Throw a TypeError.',
    },
    {
      mistake: 'accepts any number of labels',
      insteadOf: 'labels.length !== X.length',
      writes: 'labels.length < 0',
      say: 'A list of labels that is not as long as X is let through. Throw a TypeError.',
    },
  ],

  pictures: [
    {
      kind: 'centroid-trace',
      title: 'Where your centroids went',
      experiment: ({ kMeans }, { plane: { X, initial } }) => {
        const { labels, iterations } = kMeans(X, initial, { maxIterations: 12 });
        const steps = [];
        const assigned = [];
        for (let t = 0; t <= Math.min(iterations, 12); t += 1) {
          const then = kMeans(X, initial, { maxIterations: t });
          steps.push(then.centroids);
          assigned.push(then.labels);
        }
        return { X, labels, steps, assigned };
      },
    },
    {
      kind: 'curve',
      title: 'How the inertia fell',
      label: 'inertia',
      experiment: ({ kMeans }, { plane }) => kMeans(plane.X, plane.initial).inertias,
    },
  ],
  tries: {
    table: { kind: 'points', of: ({ plane: { X } }) => ({ X }) },
    knobs: [
      {
        name: 'centroids',
        kind: 'count',
        low: () => 1,
        high: () => 7,
        start: ({ plane }) => plane.initial.length,
      },
    ],
    bench: ({ table: { X }, own, knobs: [K], call }, { plane }) => {
      const drawn = !own && K === plane.initial.length;
      const initial = drawn
        ? plane.initial
        : (startIn(call?.args) ?? evenly(X, Math.min(K, X.length)));
      return { plane: { X, initial } };
    },
  },
});
