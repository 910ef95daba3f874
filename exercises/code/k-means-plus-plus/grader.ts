import {
  alikeInFrequency,
  blobs,
  type Count,
  cloud,
  type Draw,
  EXACT,
  fallsAsOften,
  frequencies,
  grader,
  isMatrix,
  type Law,
  type Odds,
  random as stream,
  type Value,
} from '../../../graders';

/**
 * Six rows on which weights by D, D², D⁴, the best of several, and by the farthest, the first or the
 * newest centroid differ most, found by a search: with a thousand draws, each of those mistakes is
 * missed less than once in 10^9 runs. One point stands three times and has three lots; four different
 * points leave few histories to tell apart. Whole numbers come back from single precision as they are.
 */
const SIX = [[-3, -8], [8, -14], [-8, -2], [-8, -2], [-8, -2], [-10, -5]]; // biome-ignore format: points in one row

/** How often each of the three laws on chance may turn a right solution away: 1e-6 together. */
const ERROR = 1e-6 / 3;

/**
 * Two runs of the same mistake differ by chance; once in a thousand they are not taken for the same,
 * and the mistake goes without its name. Were it less, mistakes that lie near each other would blur.
 */
const MISSED_NAME = 1e-3;

/** Weights whose last step is lost to rounding if they are taken off one by one, or as shares. */
const CRUMBS = [
  [0.7, 0.3, 0.1, 0.3, 0.1, 0],
  [0.4, 0.5, 0.2, 0.1, 0.1, 0],
  [0.2, 0.1, 0.3, 0.6, 0.6, 0, 0],
];
/** The largest number below 1. */
const ALMOST = 1 - 2 ** -53;

/** So small that a sum of weights stays below every customary epsilon; exact in single precision. */
const TINY = 2 ** -60;
const CLOSE = 2 ** -34;

/** Neither the first and the last row nor the number of all coordinates betrays it. */
const RAGGED = [[1, 2], [3], [4, 5, 6], [7, 8]]; // biome-ignore format: points in one row

/** What the pictures pick, and with which of the seeds. */
const PICKED = { K: 4, most: 8, lot: 4 };

const bench = (draw: Draw) => {
  const wide = () => draw.pick([-1, 1]) * draw.integer(600, 950);
  // Every centroid is the nearest of some point, and none is so near that single precision suffers.
  const space = draw.until(
    () => {
      const X = cloud(draw, draw.integer(9, 14), draw.integer(3, 4));
      const aside = () => draw.pick([-1, 1]) * draw.uniform(0.5, 1);
      const centroids = X.slice(2, draw.integer(5, 6)).map(x => x.map(value => value + aside()));
      return { X, centroids };
    },
    ({ X, centroids }) => {
      const all = X.map(x => centroids.map(c => squaredDistance(x, c))); // [n][K]
      const used = new Set(all.map(distances => distances.indexOf(Math.min(...distances))));
      return used.size === centroids.length && all.flat().every(distance => distance > 0.3);
    },
  );

  // Places well inside each piece, for weights that add up to much more than 1 and to much less.
  const weights = () => draw.times(draw.integer(5, 8), () => 1 + draw.integer(0, 900) / 100);
  const heavy = weights();
  const light = weights().map(weight => weight / 1000);
  const inside = (weights: number[]) =>
    draw.shuffle(placesIn(weights, () => draw.uniform(0.2, 0.8)));
  const pieces = { heavy, light, inHeavy: inside(heavy), inLight: inside(light) };
  // An even draw would go elsewhere at two places at least.
  const crumbs = draw.until(
    () => {
      const tiny = weights().map(weight => weight * TINY);
      return { tiny, inTiny: placesIn(tiny, () => draw.uniform(0.2, 0.8)) };
    },
    ({ tiny, inTiny }) => inTiny.filter((u, i) => Math.floor(u * tiny.length) !== i).length > 1,
  );

  // Whole numbers and a total of 16, so that the borders are exact in any arithmetic.
  const whole = draw.shuffle([1, 2, 5, 8]);
  const borders = placesIn(whole, () => 0);
  const gapped = [0, ...draw.shuffle([1, 0, 2, 5, 0, 8]), 0];
  const gaps = [...new Set(placesIn(gapped, () => 0))].filter(u => u < 1);

  const n = draw.integer(5, 8);
  const none = { weights: draw.times(n, () => 0), us: draw.times(n, i => (i + 0.5) / n) };

  // The six rows, turned, stretched, moved and in another order.
  const [stretch, dx, dy] = [draw.integer(1, 3), draw.integer(-20, 20), draw.integer(-20, 20)];
  const [flip, swap] = [draw.pick([-1, 1]), draw.integer(0, 1)];
  const six = draw.shuffle(SIX).map(point => {
    const [x, y] = swap ? [point[1], point[0]] : point;
    return [dx + stretch * flip * x, dy + stretch * y];
  });

  const points = (n: number) =>
    draw.until(
      () => draw.times(n, () => draw.times(2, () => draw.integer(-9, 9))),
      list => new Set(list.map(String)).size === n,
    );
  // One point stands twice, between the two ends that rounding picks half as often.
  const [end, middle, otherEnd] = points(3);
  const four = [end, middle, [...middle], otherEnd];
  const close = points(6).map(point => point.map(value => value * CLOSE));

  const crowd = draw.until(
    () => cloud(draw, draw.integer(12, 15), 3),
    X => X.every((x, i) => X.slice(0, i).every(other => squaredDistance(x, other) > 0.05)),
  );

  // Four different points, each of them twice at least.
  const once = points(4);
  const twins = draw.shuffle([...once, ...once, once[0], once[1], once[1]]);

  const plane = blobs(draw, draw.integer(30, 40), 2, 4, 1.2).X;
  const seeds = draw.times(25, () => draw.integer(1, 2 ** 31));
  const far = draw.times(2, () => space.X[0].map(wide));
  const weighted = { pieces, crumbs, whole, borders, gapped, gaps, none };
  return { space, far, ...weighted, four, six, close, crowd, twins, plane, seeds, picked: PICKED };
};

type Bench = ReturnType<typeof bench>;

function squaredDistance(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, j) => sum + (value - b[j]) ** 2, 0);
}

/** A number u for each weight that leads to the place `inside` (from 0 to 1) of its piece. */
function placesIn(weights: number[], inside: () => number): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let before = 0;
  return weights.map(weight => {
    const u = (before + weight * inside()) / total;
    before += weight;
    return u;
  });
}

type Seeding = (X: number[][], K: number, random: () => number) => number[][];

/**
 * The same call again and again, with numbers of one stream: the rows of all results below one
 * another, for a single matrix crosses the sandbox's border far faster than thousands.
 */
function many(times: number, seeding: Seeding, X: number[][], K: number, random: () => number) {
  const rows: number[][] = [];
  for (let t = 0; t < times; t += 1) {
    const picks = seeding(X, K, random);
    for (let k = 0; k < K; k += 1) rows[t * K + k] = picks[k];
  }
  return rows;
}

/** A stream that begins with a number of ours, three times; for ever, it might keep a loop from ending. */
function beginningWith(u: number, seed: number): () => number {
  const random = stream(seed);
  let given = 0;
  return () => {
    given += 1;
    return given <= 3 ? u : random();
  };
}

const NO_LIST = { say: 'The result should be [K][d]: a list of rows of X.' };

/** @returns what came out as a list of matrices, or null. */
function matrices(value: Value): number[][][] | null {
  return Array.isArray(value) && value.every(isMatrix) ? value : null;
}

/** Each of the results has the length asked for, and rows that are rows of X. */
function rowsOf(X: (bench: Bench) => number[][], Ks: (bench: Bench) => number[]): Law<Bench> {
  return (value, { bench }) => {
    const draws = matrices(value);
    if (!draws) return NO_LIST;
    const wanted = Ks(bench);
    for (const [t, rows] of draws.entries()) {
      const K = wanted[t % wanted.length];
      if (rows.length !== K) {
        const entries = rows.length === 1 ? 'row' : 'rows';
        return {
          say: `Your result has ${rows.length} ${entries} where K is ${K}.`,
          received: rows,
        };
      }
      const odd = rows.findIndex(row => !X(bench).some(x => isRow(row, x)));
      if (odd >= 0) {
        return {
          say: `Row ${odd} of your result, ${print(rows[odd])}, is not a row of X.`,
          path: [odd],
          received: rows,
        };
      }
    }
    return null;
  };
}

function isRow(row: readonly number[], x: readonly number[]): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * (1 + Math.abs(b));
  return row.length === x.length && row.every((value, j) => near(value, x[j]));
}

/** As many different rows as there can be: K, or all that X has. */
function differ(atMost: (bench: Bench) => number): Law<Bench> {
  return (value, { bench }) => {
    const draws = matrices(value);
    if (!draws) return NO_LIST;
    for (const rows of draws) {
      const different = new Set(rows.map(print)).size;
      const wanted = Math.min(rows.length, atMost(bench));
      if (different >= wanted) continue;
      return {
        say: `Of your ${rows.length} centroids, ${different} are different, where ${wanted} could be.`,
        received: rows,
      };
    }
    return null;
  };
}

const both =
  (...laws: Law<Bench>[]): Law<Bench> =>
  (value, evidence) => {
    for (const law of laws) {
      const violation = law(value, evidence);
      if (violation) return violation;
    }
    return null;
  };

const sameTwice: Law<Bench> = value => {
  if (!Array.isArray(value)) return NO_LIST;
  for (const pair of value) {
    if (!Array.isArray(pair) || JSON.stringify(pair[0]) === JSON.stringify(pair[1])) continue;
    return {
      say: 'Two streams of the same numbers gave different centroids. Take chance from `random` alone, and let nothing outlive a call.',
      received: pair[1],
      expected: pair[0],
    };
  }
  return null;
};

/** So many draws that a right solution would not begin all of them with the same row in an age. */
const firstsVary: Law<Bench> = value => {
  const draws = matrices(value);
  if (!draws || draws.some(rows => rows.length === 0)) return NO_LIST;
  if (new Set(draws.map(([first]) => print(first))).size > 1) return null;
  return {
    say: `Where K is the number of points, each of ${draws.length} draws began with the same row. The first is drawn there, too.`,
    received: draws[0],
  };
};

function print(row: readonly number[]): string {
  return `[${row.join(', ')}]`;
}

/** How many rows there are, and how many of them are different. */
const sizes: Count = value =>
  matrices(value) &&
  frequencies(
    (value as number[][][]).map(rows => [
      `of ${rows.length}`,
      `${new Set(rows.map(print)).size} different`,
    ]),
  );

/** Which row comes first. */
const firsts: Count = value =>
  matrices(value) &&
  frequencies((value as number[][][]).map(([first]) => ['first', print(first ?? [])]));

/** How many rows there are, each time. */
const lengths: Count = value =>
  Array.isArray(value)
    ? frequencies(
        value.map((rows, t) => [`draw ${t}`, Array.isArray(rows) ? `${rows.length}` : 'none']),
      )
    : null;

const sameness: Count = value =>
  Array.isArray(value)
    ? frequencies(
        value.map(pair => [
          'twice',
          Array.isArray(pair) && String(pair[0]) === String(pair[1]) ? 'same' : 'other',
        ]),
      )
    : null;

const after = (names: string[]) =>
  names.length === 0 ? 'Picked first' : `After ${names.join(' and ')}`;

/**
 * How often each row was picked, given the rows picked before it; the rows of all draws, K of each,
 * stand below one another.
 */
function picksOf(K: number): Count {
  return value => {
    if (!isMatrix(value)) return null;
    const names = value.map(print);
    return frequencies(names.map((name, i) => [after(names.slice(i - (i % K), i)), name]));
  };
}

/** The odds of each of K picks, for each way in which the picks before it may have come out. */
function oddsOf(K: number, rowsIn: (bench: Bench) => number[][]) {
  return (bench: Bench): Odds => {
    const X = rowsIn(bench);
    const odds = new Map<string, Map<string, number>>();
    const enter = (chosen: number[][]) => {
      const weights = X.map(x =>
        chosen.length === 0 ? 1 : Math.min(...chosen.map(c => squaredDistance(x, c))),
      );
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const shares = new Map<string, number>(); // equal rows have the sum of their lots
      for (const [i, x] of X.entries()) {
        shares.set(print(x), (shares.get(print(x)) ?? 0) + weights[i] / total);
      }
      odds.set(after(chosen.map(print)), shares);
      if (chosen.length + 1 === K) return;
      for (const [i, x] of X.entries()) if (weights[i] > 0) enter([...chosen, x]);
    };
    enter([]);
    return odds;
  };
}

const alikeIn = (K: number) => alikeInFrequency(picksOf(K), MISSED_NAME);

export default grader<typeof import('./solution'), typeof bench>({
  bench,

  checks: ({ agrees, holds, rejects }) => [
    agrees('measures squared distances to one centroid', ({ nearestSquared }, { space }) =>
      nearestSquared(space.X, [space.centroids[0]]),
    ),
    agrees('takes the nearest of several centroids', ({ nearestSquared }, { space }) =>
      nearestSquared(space.X, space.centroids),
    ),
    agrees('gives 0 to a point that is a centroid', ({ nearestSquared }, { crowd }) =>
      nearestSquared(crowd, [crowd[4], crowd[1]]),
    ),

    agrees('measures points that are far away', ({ nearestSquared }, { space, far }) =>
      nearestSquared(space.X, far),
    ),

    agrees(
      'picks the weight that u falls to',
      ({ pickWeighted }, { pieces }) => [
        pieces.inHeavy.map(u => pickWeighted(pieces.heavy, u)),
        pieces.inLight.map(u => pickWeighted(pieces.light, u)),
      ],
      { within: EXACT },
    ),
    agrees(
      'picks from weights that are small, but not 0',
      ({ pickWeighted }, { crumbs }) => crumbs.inTiny.map(u => pickWeighted(crumbs.tiny, u)),
      { within: EXACT },
    ),
    agrees(
      'picks the next weight where u · total equals a cumulative weight',
      ({ pickWeighted }, { whole, borders }) => borders.map(u => pickWeighted(whole, u)),
      { within: EXACT },
    ),
    agrees(
      'never picks a weight of 0 beside others',
      ({ pickWeighted }, { gapped, gaps }) => gaps.map(u => pickWeighted(gapped, u)),
      { within: EXACT },
    ),
    agrees(
      'treats weights that are all 0 as equal',
      ({ pickWeighted }, { none }) => none.us.map(u => pickWeighted(none.weights, u)),
      { within: EXACT },
    ),
    agrees(
      'ends on a positive weight where rounding interferes',
      ({ pickWeighted }) => CRUMBS.map(weights => pickWeighted(weights, ALMOST)),
      { within: EXACT },
    ),

    agrees('takes the only point there is', ({ kMeansPlusPlus }, { crowd, seeds }) =>
      kMeansPlusPlus([crowd[2]], 1, stream(seeds[0])),
    ),
    holds(
      'returns K rows of X',
      ({ kMeansPlusPlus }, { crowd, seeds }) =>
        seeds
          .slice(0, 12)
          .map((seed, t) => kMeansPlusPlus(crowd, [1, 2, 3, 4, 5, 11][t % 6], stream(seed))),
      rowsOf(
        ({ crowd }) => crowd,
        () => [1, 2, 3, 4, 5, 11],
      ),
      { alike: alikeInFrequency(lengths) },
    ),
    holds(
      'picks no point twice while there are others',
      ({ kMeansPlusPlus }, { crowd, twins, seeds }) => [
        ...seeds.map(seed => kMeansPlusPlus(crowd.slice(0, 7), 5, stream(seed))),
        ...seeds.map(seed => kMeansPlusPlus(twins, 4, stream(seed))),
        ...seeds.slice(0, 3).map(seed => kMeansPlusPlus(crowd, crowd.length, stream(seed))),
      ],
      differ(() => Infinity),
      { alike: alikeInFrequency(sizes, MISSED_NAME) },
    ),
    holds(
      'tells points apart that are close together',
      ({ kMeansPlusPlus }, { close, seeds }) =>
        seeds.slice(0, 18).map(seed => kMeansPlusPlus(close, close.length, stream(seed))),
      differ(() => Infinity),
      { alike: alikeInFrequency(sizes) },
    ),
    holds(
      'picks every row first equally often',
      ({ kMeansPlusPlus }, { four, seeds }) =>
        many(1000, kMeansPlusPlus, four, 1, stream(seeds[1])),
      fallsAsOften(
        picksOf(1),
        oddsOf(1, ({ four }) => four),
        ERROR,
      ),
      { alike: alikeIn(1) },
    ),
    holds(
      'picks the second by squared distance from the first',
      ({ kMeansPlusPlus }, { six, seeds }) => many(1200, kMeansPlusPlus, six, 2, stream(seeds[2])),
      fallsAsOften(
        picksOf(2),
        oddsOf(2, ({ six }) => six),
        ERROR,
      ),
      { alike: alikeIn(2) },
    ),
    holds(
      'picks the third by squared distance from the nearer of two',
      ({ kMeansPlusPlus }, { six, seeds }) => many(1000, kMeansPlusPlus, six, 3, stream(seeds[3])),
      fallsAsOften(
        picksOf(3),
        oddsOf(3, ({ six }) => six),
        ERROR,
      ),
      { alike: alikeIn(3) },
    ),
    holds(
      'draws the order of the points where K is n',
      ({ kMeansPlusPlus }, { crowd, seeds }) =>
        seeds.map(seed => kMeansPlusPlus(crowd.slice(0, 5), 5, stream(seed))),
      firstsVary,
      { alike: alikeInFrequency(firsts, MISSED_NAME) },
    ),
    holds(
      'gives the same centroids for the same numbers',
      ({ kMeansPlusPlus }, { crowd, seeds }) =>
        seeds
          .slice(0, 8)
          .map(seed => [
            kMeansPlusPlus(crowd, 5, stream(seed)),
            kMeansPlusPlus(crowd, 5, stream(seed)),
          ]),
      sameTwice,
      { alike: alikeInFrequency(sameness) },
    ),
    holds(
      'copes with a random number of 0',
      ({ kMeansPlusPlus }, { crowd, seeds }) =>
        seeds.slice(0, 5).map(seed => kMeansPlusPlus(crowd, 3, beginningWith(0, seed))),
      both(
        rowsOf(
          ({ crowd }) => crowd,
          () => [3],
        ),
        differ(() => Infinity),
      ),
      { alike: alikeInFrequency(sizes) },
    ),
    holds(
      'copes with a random number just below 1',
      // Whether rounding leaves a crumb depends on the points, so there are many sets of them.
      ({ kMeansPlusPlus }, { crowd, seeds }) =>
        [...seeds, ...seeds].map((seed, t) => {
          const X = [...crowd.slice(t % 11), ...crowd].slice(0, 5 + (t % 6));
          return kMeansPlusPlus(X, 3, beginningWith(ALMOST, seed));
        }),
      both(
        rowsOf(
          ({ crowd }) => crowd,
          () => [3],
        ),
        differ(() => Infinity),
      ),
      { alike: alikeInFrequency(sizes) },
    ),
    holds(
      'goes on where fewer points than K are different',
      ({ kMeansPlusPlus }, { twins, seeds }) =>
        seeds.slice(0, 9).map((seed, t) => kMeansPlusPlus(twins, 6 + (t % 3), stream(seed))),
      both(
        rowsOf(
          ({ twins }) => twins,
          () => [6, 7, 8],
        ),
        differ(() => 4),
      ),
      { alike: alikeInFrequency(sizes) },
    ),

    rejects('refuses to measure without centroids', ({ nearestSquared }) =>
      nearestSquared([[1, 2]], []),
    ),
    rejects('refuses a centroid with a coordinate too many', ({ nearestSquared }) =>
      nearestSquared([[1, 2]], [[1, 2, 3]]),
    ),
    rejects('refuses a centroid with a coordinate too few', ({ nearestSquared }) =>
      nearestSquared(
        [
          [1, 2],
          [3, 4],
        ],
        [[5]],
      ),
    ),
    rejects('refuses points of different lengths', ({ nearestSquared }) =>
      nearestSquared(RAGGED, [[1, 2]]),
    ),
    rejects('refuses centroids of different lengths', ({ nearestSquared }) =>
      nearestSquared([[1, 2]], RAGGED),
    ),
    rejects('refuses to pick from no weights', ({ pickWeighted }) => pickWeighted([], 0.5)),
    rejects('refuses a negative weight', ({ pickWeighted }) => pickWeighted([3, -1, 2], 0.9)),
    rejects('refuses a negative weight after the one that u falls to', ({ pickWeighted }) =>
      pickWeighted([3, 2, -1], 0.1),
    ),
    rejects('refuses a negative weight where the total is 0', ({ pickWeighted }) =>
      pickWeighted([1, -3, 2], 0.6),
    ),
    rejects('refuses a u of 1', ({ pickWeighted }) => pickWeighted([1, 2], 1)),
    rejects('refuses a negative u', ({ pickWeighted }) => pickWeighted([0, 0, 0], -0.25)),
    rejects('refuses a K of 0', ({ kMeansPlusPlus }) => kMeansPlusPlus([[1], [2]], 0, stream(1))),
    rejects('refuses a negative K', ({ kMeansPlusPlus }) =>
      kMeansPlusPlus([[1], [2]], -2, stream(1)),
    ),
    rejects('refuses more centroids than points', ({ kMeansPlusPlus }) =>
      kMeansPlusPlus([[1], [2]], 3, stream(2)),
    ),
    rejects('refuses to draw from no points', ({ kMeansPlusPlus }) =>
      kMeansPlusPlus([], 1, stream(2)),
    ),
    rejects('refuses a K of 1 for rows of different lengths', ({ kMeansPlusPlus }) =>
      kMeansPlusPlus(RAGGED, 1, stream(3)),
    ),
  ],

  mutants: [
    {
      mistake: 'leaves the distances unsquared',
      insteadOf: 'return total;\n}',
      writes: 'return Math.sqrt(total);\n}',
      say: 'Your nearestSquared gives plain distances. Leave the square root out.',
    },
    {
      mistake: 'measures along the axes',
      insteadOf: 'total += (a[j] - b[j]) ** 2;',
      writes: 'total += Math.abs(a[j] - b[j]);',
      say: 'Your nearestSquared adds up absolute differences. Square each difference instead.',
    },
    {
      mistake: 'leaves the last coordinate out of distances',
      insteadOf: 'j < a.length;',
      writes: 'j < a.length - 1;',
      say: 'Your numbers equal what you get when distances leave out the last coordinate. Let the loop over coordinates run to the end of the row.',
    },
    {
      mistake: 'measures to the farthest centroid',
      insteadOf: 'let least = Infinity;\n    for (const centroid of centroids) least = Math.min(',
      writes: 'let least = 0;\n    for (const centroid of centroids) least = Math.max(',
      say: 'Your nearestSquared gives the distance to the farthest of the centroids. Take the smallest.',
    },
    {
      mistake: 'measures to the last centroid of the list',
      insteadOf: 'least = Math.min(least, squaredDistance(x, centroid));',
      writes: 'least = squaredDistance(x, centroid);',
      say: 'Your nearestSquared gives the distance to the last centroid of the list. Compare with all of them and keep the smallest.',
    },
    {
      mistake: 'adds up the distances to all centroids',
      insteadOf:
        'let least = Infinity;\n    for (const centroid of centroids) least = Math.min(least, squaredDistance(x, centroid));',
      writes:
        'let least = 0;\n    for (const centroid of centroids) least += squaredDistance(x, centroid);',
      say: 'Your nearestSquared adds up the distances to all centroids. Keep the smallest only.',
    },
    {
      mistake: 'takes u for a place among weights that add up to 1',
      insteadOf: 'cumulative > u * total',
      writes: 'cumulative > u',
      say: 'Your pickWeighted compares the cumulative weights with u itself. Compare them with u times the total.',
    },
    {
      mistake: 'ignores u and takes the heaviest',
      insteadOf: 'let cumulative = 0;',
      writes: 'if (u >= 0) return weights.indexOf(Math.max(...weights));\n  let cumulative = 0;',
      say: 'Your pickWeighted returns the heaviest weight whatever u is. Find the first cumulative weight above u times the total.',
    },
    {
      mistake: 'picks evenly',
      insteadOf: 'if (total === 0) return',
      writes: 'if (total >= 0) return',
      say: 'Your pickWeighted picks every index equally often. Let a weight that is twice as large be picked twice as often.',
    },
    {
      mistake: 'compares before it adds',
      insteadOf: 'cumulative += weights[i];\n    if (cumulative > u * total) return i;',
      writes: 'if (cumulative > u * total) return i;\n    cumulative += weights[i];',
      say: 'Your pickWeighted returns the index after the one that is asked for. Add a weight first, then compare.',
    },
    {
      mistake: 'stops where the cumulative weight equals u times the total',
      insteadOf: 'cumulative > u * total',
      writes: 'cumulative >= u * total',
      say: 'Where u times the total equals a cumulative weight, your pickWeighted stops one piece too early, at u = 0 even on a weight of 0. Compare with >, not with >=.',
    },
    {
      mistake: 'takes the first where all weights are 0',
      insteadOf: 'return Math.floor(u * weights.length);',
      writes: 'return 0;',
      say: 'Where all weights are 0, your pickWeighted returns 0 whatever u is. Return the whole part of u times the number of weights.',
    },
    {
      mistake: 'takes the last where all weights are 0',
      insteadOf: 'return Math.floor(u * weights.length);',
      writes: 'return weights.length - 1;',
      say: 'Where all weights are 0, your pickWeighted returns the last index whatever u is. Return the whole part of u times the number of weights.',
    },
    {
      mistake: 'takes a small total for 0',
      insteadOf: 'if (total === 0) return',
      writes: 'if (total < 1e-9) return',
      say: 'Where the weights are small, your pickWeighted picks every index equally often. Only a total of exactly 0 is 0.',
    },
    {
      mistake: 'takes small squared distances for 0',
      insteadOf: 'const next = pickWeighted(weights, random());',
      writes: `const next =
      weights.reduce((a, b) => a + b, 0) < 1e-9
        ? Math.floor(random() * X.length)
        : pickWeighted(weights, random());`,
      say: 'Where the squared distances are small, your kMeansPlusPlus picks points that are centroids already. Draw any row only where all of them are exactly 0.',
    },
    {
      mistake: 'makes one pick too many',
      insteadOf: 'while (centroids.length < K)',
      writes: 'while (centroids.length <= K)',
      say: 'Your result has K + 1 rows. The first pick counts as one of the K.',
    },
    {
      mistake: 'begins with the first row',
      insteadOf: 'Math.floor(random() * X.length);',
      writes: '0;',
      say: 'Your first centroid is always the first row of X. Draw it, each row with the same chance.',
    },
    {
      mistake: 'never begins with the last row',
      insteadOf: 'Math.floor(random() * X.length);',
      writes: 'Math.floor(random() * (X.length - 1));',
      say: 'The last row of X never comes first, and the others come equally often. Multiply the random number by n, not by n − 1, before you cut it.',
    },
    {
      mistake: 'rounds where it should cut',
      insteadOf: 'Math.floor(random() * X.length);',
      writes: 'Math.round(random() * (X.length - 1));',
      say: 'The rows at both ends of X come first half as often as the others, as they do where a number is rounded to an index. Take the whole part of the random number times n.',
    },
    {
      mistake: 'throws equal rows together',
      insteadOf: 'const first = Math.floor(',
      writes:
        'X = X.filter((x, i) => X.findIndex(other => String(other) === String(x)) === i);\n  const first = Math.floor(',
      say: 'Rows that are equal share one lot in your draws. Give every row of X a lot of its own.',
    },
    {
      mistake: 'draws by plain distance',
      insteadOf: 'const next = pickWeighted(weights, random());',
      writes: 'const next = pickWeighted(weights.map(Math.sqrt), random());',
      say: 'Your picks are as frequent as plain distances make them. Weigh each point by the square of its distance.',
    },
    {
      mistake: 'squares the squared distances',
      insteadOf: 'const next = pickWeighted(weights, random());',
      writes: 'const next = pickWeighted(weights.map(weight => weight ** 2), random());',
      say: 'Your picks are as frequent as the fourth power of the distance makes them. What nearestSquared returns is squared already; use it as it is.',
    },
    {
      mistake: 'draws evenly from the points that are left',
      insteadOf: 'const next = pickWeighted(weights, random());',
      writes: 'const next = pickWeighted(weights.map(Math.sign), random());',
      say: 'Every point that is left is picked equally often. Let its squared distance decide how often.',
    },
    {
      mistake: 'draws evenly from all points',
      insteadOf: 'const next = pickWeighted(weights, random());',
      writes: 'const next = pickWeighted(weights.map(() => 1), random());',
      say: 'Your picks fall on every row equally often, on rows picked before too. Draw by squared distance, which is 0 for those.',
    },
    {
      mistake: 'takes the farthest point',
      insteadOf: 'const next = pickWeighted(weights, random());',
      writes: 'const next = weights.indexOf(Math.max(...weights));',
      say: 'After the same first pick, your next one is always the farthest point. Draw it: the farthest is only the likeliest.',
    },
    {
      mistake: 'keeps the best of several candidates',
      insteadOf: 'const next = pickWeighted(weights, random());',
      writes: `let next = 0;
    let best = Infinity;
    for (let t = 0; t < 2 + Math.floor(Math.log(K)); t += 1) {
      const candidate = pickWeighted(weights, random());
      const left = nearestSquared(X, [...centroids, X[candidate]]).reduce((a, b) => a + b, 0);
      if (left < best) [next, best] = [candidate, left];
    }`,
      say: 'Your picks are as frequent as the greedy variant makes them, which keeps the best of several candidates. Draw once for each centroid.',
    },
    {
      mistake: 'measures from the newest centroid only',
      insteadOf: 'nearestSquared(X, centroids);',
      writes: 'nearestSquared(X, centroids.slice(-1));',
      say: 'Your third pick depends on the second alone, so the first may come again. Measure from all centroids so far.',
    },
    {
      mistake: 'measures from the first centroid only',
      insteadOf: 'nearestSquared(X, centroids);',
      writes: 'nearestSquared(X, centroids.slice(0, 1));',
      say: 'Your third pick depends on the first alone, so the second may come again. Measure anew after every pick, from all centroids so far.',
    },
    {
      mistake: 'measures from the first only and passes over rows that are taken',
      insteadOf: 'nearestSquared(X, centroids);',
      writes:
        'nearestSquared(X, centroids).map((weight, i) => (weight === 0 ? 0 : squaredDistance(X[i], centroids[0])));',
      say: 'Your third pick is as frequent as its distance from the first centroid makes it. Measure anew after every pick, to the nearest of all centroids so far.',
    },
    {
      mistake: 'measures from the newest only and passes over rows that are taken',
      insteadOf: 'nearestSquared(X, centroids);',
      writes:
        'nearestSquared(X, centroids).map((weight, i) => (weight === 0 ? 0 : squaredDistance(X[i], centroids[centroids.length - 1])));',
      say: 'Your third pick is as frequent as its distance from the second centroid makes it. Measure to the nearest of all centroids so far.',
    },
    {
      mistake: 'weighs by the sum of the distances to all centroids',
      insteadOf: 'nearestSquared(X, centroids);',
      writes:
        'nearestSquared(X, centroids).map((weight, i) => (weight === 0 ? 0 : centroids.reduce((sum, c) => sum + squaredDistance(X[i], c), 0)));',
      say: 'Your third pick is as frequent as the sum of its squared distances from both centroids makes it. Take the smallest of them, not the sum.',
    },
    {
      mistake: 'adds the weights up only once',
      insteadOf: 'const next = pickWeighted(weights, random());',
      writes: `const sum = (list) => list.reduce((a, b) => a + b, 0);
    const spare = sum(nearestSquared(X, centroids.slice(0, 1))) - sum(weights);
    const drawn = pickWeighted([...weights, Math.max(0, spare)], random());
    const next =
      drawn < X.length
        ? drawn
        : Math.max(0, weights.findLastIndex(weight => weight > 0));`,
      say: 'Your third pick is as frequent as the total of the weights before the second makes it. Add the weights up anew for every pick.',
    },
    {
      mistake: 'uses one random number for every pick',
      insteadOf: 'const first = Math.floor(random() * X.length);',
      writes: 'const u = random();\n  random = () => u;\n  const first = Math.floor(u * X.length);',
      say: 'Your second pick follows from the first as it does where one random number serves for both. Call random() anew for every pick.',
    },
    {
      mistake: 'returns the centroids in the order of X',
      insteadOf: 'return centroids;\n}',
      writes:
        'return centroids.sort((a, b) => X.findIndex(x => String(x) === String(a)) - X.findIndex(x => String(x) === String(b)));\n}',
      say: 'Your centroids stand in the order of X. Return them in the order in which they were picked.',
    },
    {
      mistake: 'returns X as it stands where K is n',
      insteadOf: 'const first = Math.floor(',
      writes: 'if (K === X.length) return X.map(x => [...x]);\n  const first = Math.floor(',
      say: 'Where K is the number of points, your rows always begin with the same one. Draw them there as anywhere else.',
    },
    {
      mistake: 'gives up where too few points are different',
      insteadOf: 'const next = pickWeighted(weights, random());',
      writes:
        "if (weights.every(weight => weight === 0)) throw new RangeError('too few');\n    const next = pickWeighted(weights, random());",
      say: 'Where X has fewer different points than K, your code throws. Any row may come next there.',
    },
    {
      mistake: 'measures without centroids',
      insteadOf:
        "if (centroids.length === 0) throw new RangeError('nearestSquared: no centroids');",
      writes: 'if (centroids.length === 0) return X.map(() => Infinity);',
      say: 'An empty list of centroids is let through. Throw a RangeError.',
    },
    {
      mistake: 'accepts rows of any length',
      insteadOf: 'if (odd) throw',
      writes: 'if (false) throw',
      say: 'Rows of different lengths are let through. Compare the length of every row and of every centroid, and throw a TypeError.',
    },
    {
      mistake: 'only counts the coordinates of all rows',
      insteadOf: 'rows.find(row => row.length !== d);',
      writes: 'rows.flat().length === rows.length * d ? undefined : rows[0];',
      say: 'A row too short beside a row too long is let through. Compare the length of every row, not the number of all coordinates.',
    },
    {
      mistake: 'picks from no weights',
      insteadOf: 'weights.length === 0',
      writes: 'weights.length < 0',
      say: 'An empty list of weights is let through. Throw a RangeError.',
    },
    {
      mistake: 'accepts negative weights',
      insteadOf: 'weight < 0);',
      writes: 'weight < -Infinity);',
      say: 'A negative weight is let through. Throw a RangeError.',
    },
    {
      mistake: 'looks for negative weights only as far as it picks',
      insteadOf: 'weight < 0);',
      writes:
        'weight < 0 && weights.slice(0, weights.indexOf(weight)).reduce((a, b) => a + b, 0) <= u * weights.reduce((a, b) => a + b, 0));',
      say: 'A negative weight after the one that u falls to is let through. Look at all weights before you pick.',
    },
    {
      mistake: 'looks for negative weights only where the total is not 0',
      insteadOf: 'weight < 0);',
      writes: 'weight < 0 && weights.reduce((a, b) => a + b, 0) !== 0);',
      say: 'Negative weights are let through where the total is 0. Look at every weight before you add them up.',
    },
    {
      mistake: 'accepts any u',
      insteadOf: '!(u >= 0 && u < 1)',
      writes: 'u !== u',
      say: 'A u outside [0, 1) is let through. Throw a RangeError for a negative one and for 1.',
    },
    {
      mistake: 'accepts a u of 1',
      insteadOf: 'u < 1)',
      writes: 'u <= 1)',
      say: 'A u of 1 is let through. The range is [0, 1), so throw a RangeError.',
    },
    {
      mistake: 'accepts a K below 1',
      insteadOf: '!(K >= 1)',
      writes: 'K !== K',
      say: 'A K below 1 is let through. Throw a RangeError before the first pick.',
    },
    {
      mistake: 'refuses only a K of 0',
      insteadOf: '!(K >= 1)',
      writes: 'K === 0',
      say: 'A negative K is let through. Throw a RangeError for every K below 1.',
    },
    {
      mistake: 'reads a row where there is none',
      insteadOf: 'K > X.length',
      writes: 'K > X.length && X.length > 0',
      say: 'An X without points is not refused. Compare K with the number of points before you read a row, and throw a RangeError.',
    },
    {
      mistake: 'accepts a K above n',
      insteadOf: 'K > X.length',
      writes: 'K > Infinity',
      say: 'A K above the number of points is let through. Throw a RangeError before the first pick.',
    },
  ],

  pictures: [
    {
      kind: 'centroid-trace',
      title: 'Where your centroids were picked',
      experiment: ({ kMeansPlusPlus, nearestSquared }, { plane: X, seeds, picked }) => {
        const chosen = kMeansPlusPlus(X, picked.K, stream(seeds[picked.lot]));
        // Step t shows the first t + 1 picks; a centroid that is still to come stands on the newest.
        const steps = [];
        for (let t = 0; t < picked.K; t += 1)
          steps.push(chosen.map((_, k) => chosen[Math.min(k, t)]));
        const least = nearestSquared(X, chosen);
        const own = chosen.map(centroid => nearestSquared(X, [centroid])); // [K][n]
        const labels = X.map((_, i) => own.findIndex(distances => distances[i] <= least[i]));
        return { X, labels, steps };
      },
    },
    {
      kind: 'curve',
      title: 'How the squared distances shrink with each pick',
      label: 'sum of squared distances',
      experiment: ({ kMeansPlusPlus, nearestSquared }, { plane: X, seeds, picked }) => {
        const chosen = kMeansPlusPlus(X, picked.most, stream(seeds[picked.lot]));
        return chosen.map((_, k) =>
          nearestSquared(X, chosen.slice(0, k + 1)).reduce((sum, weight) => sum + weight, 0),
        );
      },
    },
  ],
  tries: {
    table: { kind: 'points', of: ({ plane }) => ({ X: plane }) },
    knobs: [
      { name: 'centroids', kind: 'count', low: () => 1, high: () => 8, start: () => PICKED.K },
      { name: 'seed', kind: 'count', low: () => 0, high: () => 24, start: () => PICKED.lot },
    ],
    bench: ({ table: { X }, knobs: [K, lot] }, { seeds }) => {
      const upTo = (count: number) => Math.min(count, X.length);
      return { plane: X, seeds, picked: { K: upTo(K), most: upTo(PICKED.most), lot } };
    },
  },
});
