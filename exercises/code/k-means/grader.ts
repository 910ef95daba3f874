import {
  blobs,
  type Draw,
  EXACT,
  grader,
  isMatrix,
  isRecord,
  isVector,
  type Law,
  neverRises,
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

/**
 * Points and centroids: for the first point, absolute differences prefer another centroid than
 * straight lines do; for the second, the largest difference does.
 */
const OBLIQUE: [number[][], number[][]] = [
  [[1, 2, 0], [101, 2, 0]],
  [[1, 2, 5], [4, 5, 0], [104, 5, 3], [105.5, 2, 0]],
]; // biome-ignore format: a row for each

const bench = (draw: Draw) => {
  const plane = journey(draw, { n: draw.integer(26, 40), d: 2, K: draw.integer(3, 5) });
  const space = journey(draw, {
    n: draw.integer(28, 42),
    d: draw.integer(3, 4),
    K: draw.integer(5, 6),
  });

  // Labels that have nothing to do with distances; one of the five is given to no point.
  const d = draw.integer(2, 3);
  const lots = blobs(draw, draw.integer(13, 19), d, 5, 2);
  const empty = draw.integer(1, 3);
  const labels = lots.y.map(group => (group === empty ? 4 : group)); // [n]
  const given = {
    X: lots.X,
    labels,
    centroids: draw.times(5, () => draw.times(d, () => draw.normal(2, 4))),
  };

  // Whole numbers, so equal distances are equal in any arithmetic: the first three points lie half
  // way between centroids 1 and 2, the other two on one of them.
  const at = draw.times(2, () => draw.integer(-9, 9));
  const [v, w] = draw.times(2, () => draw.integer(1, 4));
  const around = (steps: number[][]) => steps.map(step => step.map((by, j) => at[j] + by));
  const tied = {
    X: around([[0, 0], [-w, v], [w, -v], [-v, -w], [v, w]]),
    centroids: around([[30, -40], [v, w], [-v, -w]]),
  }; // biome-ignore format: a row for each

  // A centroid so far away that it never gets a point, placed among the others.
  const lonely = plane.initial.toSpliced(1, 0, [draw.integer(70, 90), draw.integer(-90, -70)]);

  const shift = draw.integer(-40, 40);
  const crawl = {
    X: draw.shuffle(CRAWL).map(x => [x + shift]),
    initial: draw.times(7, k => [shift - 1 + k / 20]),
  };
  return { plane, space, given, empty, tied, lonely, crawl };
};

type Bench = ReturnType<typeof bench>;

/** Points and a start from which the run is long, no choice is narrow, and no cluster runs empty. */
function journey(draw: Draw, { n, d, K }: { n: number; d: number; K: number }) {
  const make = () => {
    const { X } = blobs(draw, n, d, K, 2);
    const crowd = draw.times(d, () => draw.uniform(-2, 4));
    return { X, initial: draw.times(K, () => crowd.map(centre => draw.normal(centre, 1.5))) };
  };
  return draw.until(make, ({ X, initial }) => {
    const { updates, narrowest, smallest } = rehearse(X, initial);
    return updates >= 4 && updates <= 12 && narrowest > MARGIN && smallest > 0;
  });
}

/** How a run of Lloyd's algorithm fares: its updates, its narrowest choice, its smallest cluster. */
function rehearse(X: number[][], initial: number[][]) {
  let centroids = initial;
  let labels: number[] = [];
  let narrowest = Infinity;
  let smallest = X.length;
  for (let updates = 0; ; updates += 1) {
    const before = labels;
    labels = X.map(x => {
      const distances = centroids.map(c => squaredDistance(x, c));
      const [first, second] = [...distances].sort((a, b) => a - b);
      narrowest = Math.min(narrowest, second - first);
      return distances.indexOf(first);
    });
    if (labels.every((label, i) => label === before[i])) return { updates, narrowest, smallest };
    centroids = centroids.map((centroid, k) => {
      const members = X.filter((_, i) => labels[i] === k);
      smallest = Math.min(smallest, members.length);
      return centroid.map((_, j) => members.reduce((sum, x) => sum + x[j], 0) / members.length);
    });
  }
}

function squaredDistance(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, j) => sum + (value - b[j]) ** 2, 0);
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

    agrees('moves each centroid to the mean of its points', ({ update }, { given, empty }) =>
      update(given.X, given.labels, given.centroids).toSpliced(empty, 1),
    ),
    agrees('leaves a centroid without points where it is', ({ update }, { given }) =>
      update(given.X, given.labels, given.centroids),
    ),

    agrees('adds up the squared distances to each point’s own centroid', ({ inertia }, { given }) =>
      inertia(given.X, given.labels, given.centroids),
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
    holds(
      'never lets the inertia rise',
      ({ kMeans }, { space }) => kMeans(space.X, space.initial, { maxIterations: 60 }).inertias,
      neverRises,
    ),
    agrees('works in any number of dimensions', ({ kMeans }, { space }) =>
      kMeans(space.X, space.initial, { maxIterations: 60 }),
    ),
    agrees('goes on beside a centroid that never gets a point', ({ kMeans }, { plane, lonely }) =>
      kMeans(plane.X, lonely, { maxIterations: 60 }),
    ),
    agrees('settles a tie within a run as assign does', ({ kMeans }) =>
      kMeans(SEVEN, [SEVEN[0], SEVEN[3]]),
    ),
    agrees(
      'counts one iteration where the start is settled already',
      ({ kMeans }) =>
        kMeans(SEVEN, [
          [1.25, 1.5],
          [3.9, 5.1],
        ]).iterations,
      { within: EXACT },
    ),
    agrees('makes one cluster of all points', ({ kMeans }, { given }) =>
      kMeans(given.X, [given.centroids[0]]),
    ),
    agrees('makes a cluster of every point', ({ kMeans }, { plane }) => {
      const { centroids, labels } = kMeans(plane.X.slice(0, 4), [...plane.X.slice(0, 4)].reverse());
      return { centroids, labels };
    }),
    agrees(
      'gives up after 100 iterations unless told otherwise',
      ({ kMeans }, { crawl }) => kMeans(crawl.X, crawl.initial).iterations,
      { within: EXACT },
    ),

    rejects('refuses more centroids than points', ({ kMeans }) =>
      kMeans(SEVEN.slice(0, 2), SEVEN.slice(2, 5), { maxIterations: 0 }),
    ),
    rejects('refuses to run without centroids', ({ kMeans }) => kMeans(SEVEN, [])),
    rejects('refuses to assign without centroids', ({ assign }) => assign(SEVEN, [])),
    rejects('refuses centroids with a coordinate too many', ({ kMeans }) =>
      kMeans(SEVEN, [[0, 0, 1]], { maxIterations: 0 }),
    ),
    rejects('refuses points of different lengths', ({ assign }) => assign([[1, 2], [3]], [[0, 0]])),
    rejects('refuses centroids of different lengths', ({ inertia }) =>
      inertia([[1, 2]], [0], [[0, 0], [3]]),
    ),
    rejects('refuses a label above the last', ({ update }) => update([[1, 2]], [1], [[0, 0]])),
    rejects('refuses a negative label', ({ inertia }) => inertia([[1, 2]], [-1], [[0, 0]])),
    rejects('refuses a list of labels that is too short', ({ update }) =>
      update(SEVEN, [0], [[0, 0]]),
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
      mistake: 'goes on until the limit',
      insteadOf: 'labels.some((label, i) => label !== previous[i])',
      writes: 'labels.length > 0',
      say: 'Your run goes on to the limit although no label changes any more. Compare the new labels with the old ones, entry by entry.',
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
      mistake: 'accepts more centroids than points',
      insteadOf: 'initial.length > X.length',
      writes: 'initial.length > Infinity',
      say: 'More centroids than points are let through. Throw a RangeError before the run begins.',
    },
    {
      mistake: 'accepts rows of any length',
      insteadOf: 'if (odd) {',
      writes: 'if (false) {',
      say: 'Rows of different lengths are let through. Compare the length of every row and of every centroid, and throw a TypeError.',
    },
    {
      mistake: 'accepts any label',
      insteadOf: 'label < 0 || label >= centroids.length',
      writes: 'label !== label',
      say: 'Labels without a centroid are let through. Throw a RangeError for a label outside 0 … K − 1.',
    },
    {
      mistake: 'accepts too few labels',
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
        for (let t = 0; t <= Math.min(iterations, 12); t += 1) {
          steps.push(kMeans(X, initial, { maxIterations: t }).centroids);
        }
        return { X, labels, steps };
      },
    },
    {
      kind: 'curve',
      title: 'How the inertia fell',
      label: 'inertia',
      experiment: ({ kMeans }, { plane }) => kMeans(plane.X, plane.initial).inertias,
    },
  ],
});
