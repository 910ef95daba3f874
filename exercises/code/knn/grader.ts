import {
  type Boundary,
  blobs,
  type Draw,
  EXACT,
  eachRefused,
  grader,
  gridOver,
} from '../../../graders';

/** By which part at least a neighbour is farther than the one before it, so that no rounding swaps two. */
const APART = 0.002;
/** By how much at least the winner's share of the votes beats the next. */
const LEAD = 0.03;

/** Straight lines, absolute differences and largest differences each prefer another row in one of these. */
const CORNER: [number[][], number[]] = [[[3, 3, 0], [0, 0, 5]], [0, 0, 0]]; // biome-ignore format: a row for each
const EDGE: [number[][], number[]] = [[[4, 4, 0], [5, 0, 0]], [0, 0, 0]]; // biome-ignore format: a row for each

function distanceBetween(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let j = 0; j < a.length; j += 1) sum += (a[j] - b[j]) ** 2;
  return Math.sqrt(sum);
}

/** Whether the k nearest rows, and the first that is not, all stand at clearly different distances. */
function isClear(X: number[][], query: number[], k: number): boolean {
  const distances = X.map(x => distanceBetween(x, query)).sort((a, b) => a - b);
  const shown = distances.slice(0, k + 1);
  return shown.every((distance, i) => i === 0 || distance > shown[i - 1] * (1 + APART));
}

/** Whether one class clearly leads, with equal votes and with votes by distance. */
function isDecided(X: number[][], y: number[], query: number[], k: number): boolean {
  const ranked = X.map((x, i) => ({ distance: distanceBetween(x, query), label: y[i] }));
  const voters = ranked.sort((a, b) => a.distance - b.distance).slice(0, k);
  return [() => 1, (distance: number) => 1 / distance].every(vote => {
    const totals = new Map<number, number>();
    for (const { distance, label } of voters) {
      totals.set(label, (totals.get(label) ?? 0) + vote(distance));
    }
    const sorted = [...totals.values()].sort((a, b) => b - a);
    const all = sorted.reduce((sum, votes) => sum + votes, 0);
    return sorted[0] - (sorted[1] ?? 0) > LEAD * all;
  });
}

/** Training points of some classes, features of unlike scale, and queries among them without close calls. */
function town(draw: Draw, n: number, d: number, names: number[], k: number, asked: number) {
  const { X: plain, y: groups } = blobs(draw, n, d, names.length, 4);
  const scales = draw.shuffle([0.5, 1, 3, 1, 2, 0.5, 1, 2, 1].slice(0, d));
  const X = plain.map(row => row.map((x, j) => x * scales[j]));
  const y = groups.map(group => names[group]);
  const queries = draw.times(asked, () =>
    draw.until(
      () => draw.pick(X).map((x, j) => x + draw.normal(0, 2.5) * scales[j]),
      query => isClear(X, query, k) && isDecided(X, y, query, k),
    ),
  );
  return { X, y, queries, k };
}

const bench = (draw: Draw) => {
  // Of six classes, the third and the last have no points.
  const space = town(draw, draw.integer(24, 30), 3, [0, 1, 3, 4], draw.integer(5, 6), 5);
  const wide = town(draw, draw.integer(13, 16), 7, [2, 0, 1], 4, 3);
  const line = town(draw, draw.integer(10, 12), 1, [1, 0], 3, 2);

  // The same town in units a thousand million million times larger; a power of two changes no digit. One
  // query stands on a training point.
  const shrink = (rows: number[][]) => rows.map(row => row.map(x => x / 2 ** 50));
  const small = {
    X: shrink(space.X),
    y: space.y,
    queries: shrink([...space.queries.slice(0, 3), space.X[draw.integer(2, 9)]]),
  };

  // Whole numbers, so equal distances are equal in any arithmetic.
  const at = draw.times(2, () => draw.integer(-9, 9));
  const [v, w] = [draw.integer(1, 2), draw.integer(3, 4)];
  const around = (steps: number[][]) => steps.map(step => step.map((by, j) => at[j] + by));
  const ring = [[v, w], [-v, w], [v, -w], [w, v], [-w, -v], [-v, -w]]; // biome-ignore format: one row
  const tied = { X: around(draw.shuffle([...ring, [0, 1], [9, 2], [-1, 8]])), query: at };

  // Distances 2, 9, 10, 31 and 100, whose order as text is another.
  const spot = draw.integer(-40, 40);
  const numbers = {
    X: draw.shuffle([9, -10, 2, 100, -31]).map(by => [spot + by]),
    query: [spot],
  };

  // Votes that are equal: one nearer voter of the higher class each time.
  const even = {
    X: around([[5, 5], [0, 2], [7, 0], [1, 0], [0, -3], [-9, 9]]),
    y: [0, 1, 4, 3, 3, 2],
  }; // biome-ignore format: a row for each
  // 1 / 2 against 1 / 4 + 1 / 4.
  const balanced = {
    X: around(draw.shuffle([[0, 4], [2, 0], [-4, 0]])),
    far: around([[30, 1]]),
  }; // biome-ignore format: a row for each
  const balancedY = balanced.X.map(([x, y]) =>
    Math.abs(x - at[0]) + Math.abs(y - at[1]) === 2 ? 3 : 1,
  );

  // A near voter of one class, two far ones of another: who wins hangs on the votes.
  const unit = draw.integer(2, 5) / 2;
  const contested = {
    X: around([[6 * unit, 0], [0, unit], [-7 * unit, 0], [0, -19 * unit]]),
    y: [1, 2, 1, 0],
  }; // biome-ignore format: a row for each

  // Three rows that equal the query, and others near it; the first that equals it has the highest class.
  const exact = {
    X: around([[1, 0], [0, 0], [0, 2], [0, 0], [-3, 1], [0, 0], [8, 8]]),
    y: [0, 3, 0, 1, 2, 1, 2],
  }; // biome-ignore format: a row for each

  const flat = town(draw, draw.integer(28, 34), 2, [0, 1], 5, 1);
  const side = (j: number) => {
    const column = flat.X.map(row => row[j]);
    const low = Math.min(...column);
    const step = (Math.max(...column) - low) / 12;
    return draw.times(15, i => low + (i - 1) * step);
  };
  const grid = { xs: side(0), ys: side(1) };
  return {
    space,
    wide,
    line,
    small,
    tied,
    numbers,
    even,
    balanced: { X: [...balanced.far, ...balanced.X], y: [0, ...balancedY] },
    contested,
    exact,
    at,
    few: { X: space.X.slice(0, 4), y: space.y.slice(0, 4) },
    flat,
    voters: 5,
    kinds: 2,
    grid: { ...grid, points: grid.ys.flatMap(b => grid.xs.map(a => [a, b])) },
  };
};

/** Four rows of two, and rows that have as many numbers in all; the first and the last have two. */
const EVEN = [[1, 2], [3, 4], [5, 6], [7, 8]]; // biome-ignore format: points in one row
const RAGGED = [[1, 2], [3], [4, 5, 6], [7, 8]]; // biome-ignore format: points in one row
const FOUR = [0, 1, 1, 0];

export default grader<typeof import('./solution'), typeof bench>({
  bench,

  checks: ({ agrees, rejects }) => [
    agrees(
      'finds the nearest rows, the nearest first',
      ({ nearest }, { space: { X, queries, k } }) => [
        nearest(X, queries[0], k),
        nearest(X, queries[1], k),
      ],
      { within: EXACT },
    ),
    agrees(
      'measures distances in a straight line',
      ({ nearest }) => [nearest(...CORNER, 2), nearest(...EDGE, 2)],
      { within: EXACT },
    ),
    agrees(
      'orders distances as numbers',
      ({ nearest }, { numbers }) => nearest(numbers.X, numbers.query, 4),
      { within: EXACT },
    ),
    agrees(
      'gives rows at the same distance in the order of their index',
      ({ nearest }, { tied }) => [nearest(tied.X, tied.query, 7), nearest(tied.X, tied.query, 3)],
      { within: EXACT },
    ),
    agrees(
      'counts a row that equals the query',
      ({ nearest }, { exact, at, space }) => [
        nearest(exact.X, at, 4),
        nearest(space.X, space.X[3], 1),
      ],
      { within: EXACT },
    ),
    agrees(
      'returns all rows where k is larger',
      ({ nearest }, { few, space }) => [
        nearest(few.X, space.queries[0], 4),
        nearest(few.X, space.queries[1], 9),
        nearest([few.X[2]], space.queries[2], 2),
      ],
      { within: EXACT },
    ),
    agrees(
      'finds the nearest rows with any number of features',
      ({ nearest }, { wide, line }) => [
        nearest(wide.X, wide.queries[0], wide.k),
        nearest(line.X, line.queries[0], line.k),
      ],
      { within: EXACT },
    ),

    agrees(
      'gives each class its share of equal votes',
      ({ predict }, { space: { X, y, queries, k } }) =>
        predict(X, y, queries, { k, classes: 6, weights: 'uniform' }).probabilities,
    ),
    agrees(
      'labels each query with the class of the most votes',
      ({ predict }, { space: { X, y, queries, k } }) =>
        predict(X, y, queries, { k, classes: 6, weights: 'uniform' }).labels,
      { within: EXACT },
    ),
    agrees(
      'counts equal votes unless told otherwise',
      ({ predict }, { space: { X, y, queries, k } }) => [
        predict(X, y, queries, { k, classes: 6 }),
        predict(X, y, queries, { k, classes: 6, weights: undefined }),
      ],
    ),
    agrees('gives a tie of votes to the lower class', ({ predict }, { even: { X, y }, at }) => [
      predict(X, y, [at], { k: 2, classes: 5 }),
      predict(X, y, [at], { k: 1, classes: 5 }),
      predict(X.slice(1, 4), y.slice(1, 4), [at], { k: 3, classes: 5 }),
      predict(X, y, [at, at], { k: 6, classes: 5 }),
    ]),
    agrees('asks a single neighbour', ({ predict }, { space: { X, y, queries } }) =>
      predict(X, y, queries, { k: 1, classes: 5 }),
    ),
    agrees('lets all rows vote where k is larger', ({ predict }, { few, space, even, at }) => [
      predict(few.X, few.y, space.queries.slice(0, 1), { k: 7, classes: 5 }).probabilities,
      predict([even.X[3]], [even.y[3]], [at], { k: 3, classes: 4 }),
    ]),

    agrees(
      'weighs each vote by its distance',
      ({ predict }, { space: { X, y, queries, k } }) =>
        predict(X, y, queries, { k, classes: 6, weights: 'distance' }).probabilities,
    ),
    agrees(
      'labels each query by the weighed votes',
      ({ predict }, { contested: { X, y }, space, at }) => [
        predict(X, y, [at], { k: 3, classes: 4, weights: 'distance' }).labels,
        predict(X, y, [at], { k: 3, classes: 4, weights: 'uniform' }).labels,
        predict(space.X, space.y, space.queries, { k: space.k, classes: 6, weights: 'distance' })
          .labels,
      ],
      { within: EXACT },
    ),
    agrees(
      'gives a tie of weighed votes to the lower class',
      ({ predict }, { balanced: { X, y }, at }) =>
        predict(X, y, [at], { k: 3, classes: 4, weights: 'distance' }),
    ),
    agrees('lets only exact matches vote by distance', ({ predict }, { exact: { X, y }, at }) => [
      predict(X, y, [at], { k: 4, classes: 4, weights: 'distance' }),
      predict(X, y, [at], { k: 6, classes: 4, weights: 'distance' }),
    ]),
    agrees(
      'lets no more exact matches vote than there are neighbours',
      ({ predict }, { exact: { X, y }, at }) => [
        predict(X, y, [at], { k: 2, classes: 4, weights: 'distance' }),
        predict(X, y, [at], { k: 1, classes: 4, weights: 'distance' }),
      ],
    ),
    agrees(
      'lets others vote beside exact matches where votes are equal',
      ({ predict }, { exact: { X, y }, at }) => predict(X, y, [at], { k: 6, classes: 4 }),
    ),
    agrees('weighs votes on any scale', ({ predict }, { small: { X, y, queries }, space: { k } }) =>
      predict(X, y, queries, { k, classes: 6, weights: 'distance' }),
    ),
    agrees(
      'weighs all rows where k is larger',
      ({ predict }, { few, space }) =>
        predict(few.X, few.y, space.queries, { k: 5, classes: 6, weights: 'distance' })
          .probabilities,
    ),
    agrees('votes with any number of features and classes', ({ predict }, { wide, line }) => [
      predict(wide.X, wide.y, wide.queries, { k: wide.k, classes: 3, weights: 'distance' }),
      predict(line.X, line.y, line.queries, { k: line.k, classes: 2, weights: 'distance' }),
      predict(line.X, line.y, line.queries, { k: line.k, classes: 2 }),
      predict(
        line.X,
        line.y.map(() => 0),
        line.queries,
        { k: 2, classes: 1 },
      ),
    ]),
    agrees('returns nothing where nothing is asked', ({ predict }, { few: { X, y } }) =>
      predict(X, y, [], { k: 2, classes: 6 }),
    ),

    rejects('refuses to search without rows', ({ nearest }) => nearest([], [1, 2], 1)),
    rejects('refuses to vote without rows', ({ predict }) =>
      eachRefused(
        () => predict([], [], [[1, 2]], { k: 1, classes: 2 }),
        () => predict([], [], [], { k: 1, classes: 2 }),
      ),
    ),
    rejects('refuses a k below 1', ({ nearest, predict }) =>
      eachRefused(
        () => nearest(EVEN, [1, 2], 0),
        () => nearest(EVEN, [1, 2], -1),
        () => predict(EVEN, FOUR, [[1, 2]], { k: 0, classes: 2 }),
        () => predict(EVEN, FOUR, [[1, 2]], { k: -2, classes: 2 }),
      ),
    ),
    rejects('refuses a k that is not whole', ({ nearest, predict }) =>
      eachRefused(
        () => nearest(EVEN, [1, 2], 1.5),
        () => predict(EVEN, FOUR, [[1, 2]], { k: 2.5, classes: 2 }),
      ),
    ),
    rejects('refuses a bad k without queries, too', ({ predict }) =>
      eachRefused(
        () => predict(EVEN, FOUR, [], { k: 0, classes: 2 }),
        () => predict(EVEN, FOUR, [], { k: 1.5, classes: 2 }),
      ),
    ),
    rejects('refuses to search rows of different lengths', ({ nearest }) =>
      eachRefused(
        () => nearest(RAGGED, [1, 2], 1),
        () => nearest([[1, 2, 3], [4, 5]], [1, 2, 3], 2),
      ),
    ), // biome-ignore format: a line for each
    rejects('refuses to vote on rows of different lengths', ({ predict }) =>
      eachRefused(
        () => predict(RAGGED, FOUR, [[1, 2]], { k: 1, classes: 2 }),
        () => predict(RAGGED, FOUR, [], { k: 1, classes: 2 }),
      ),
    ),
    rejects('refuses to search for a query of another length', ({ nearest }) =>
      eachRefused(
        () => nearest(EVEN, [1, 2, 3], 1),
        () => nearest(EVEN, [1], 1),
      ),
    ),
    rejects('refuses to vote on queries of another length', ({ predict }) =>
      eachRefused(
        () => predict(EVEN, FOUR, [[1, 2], [3, 4, 5]], { k: 1, classes: 2 }),
        () => predict(EVEN, FOUR, [[1], [2, 3]], { k: 1, classes: 2 }),
      ),
    ), // biome-ignore format: a line for each
    rejects('refuses too few classes for the rows', ({ predict }) =>
      eachRefused(
        () => predict(EVEN, [0, 1, 1], [[1, 2]], { k: 1, classes: 2 }),
        () => predict(EVEN, [0, 1, 1], [], { k: 1, classes: 2 }),
      ),
    ),
    rejects('refuses too many classes for the rows', ({ predict }) =>
      predict(EVEN, [0, 1, 1, 0, 1], [[1, 2]], { k: 1, classes: 2 }),
    ),
    rejects('refuses a negative class', ({ predict }) =>
      eachRefused(
        () => predict(EVEN, [0, 1, -1, 0], [[1, 2]], { k: 1, classes: 2 }),
        () => predict(EVEN, [-1, 1, 1, 0], [], { k: 1, classes: 2 }),
      ),
    ),
    rejects('refuses a class equal to the number of classes', ({ predict }) =>
      eachRefused(
        () => predict(EVEN, [0, 1, 2, 0], [[1, 2]], { k: 1, classes: 2 }),
        () => predict(EVEN, [0, 1, 2, 0], [], { k: 1, classes: 2 }),
      ),
    ),
    rejects('refuses a class above the number of classes', ({ predict }) =>
      predict(EVEN, [0, 1, 1, 7], [[1, 2]], { k: 1, classes: 2 }),
    ),
  ],

  mutants: [
    {
      mistake: 'adds absolute differences',
      insteadOf: 'squares += (a[j] - b[j]) ** 2;\n  return Math.sqrt(squares);',
      writes: 'squares += Math.abs(a[j] - b[j]);\n  return squares;',
      say: 'Your distances are sums of absolute differences. Add up squares and take the root.',
    },
    {
      mistake: 'takes the largest difference',
      insteadOf: 'squares += (a[j] - b[j]) ** 2;\n  return Math.sqrt(squares);',
      writes: 'squares = Math.max(squares, Math.abs(a[j] - b[j]));\n  return squares;',
      say: 'Your distance is the largest difference of one coordinate. Add up the squares of all and take the root.',
    },
    {
      mistake: 'adds differences with their signs',
      insteadOf: 'squares += (a[j] - b[j]) ** 2;\n  return Math.sqrt(squares);',
      writes: 'squares += a[j] - b[j];\n  return Math.abs(squares);',
      say: 'Your distances let differences of both signs cancel. Square each before you add it.',
    },
    {
      mistake: 'leaves the last coordinate out',
      insteadOf: 'j < a.length;',
      writes: 'j < a.length - 1;',
      say: 'Your numbers equal what you get when distances leave out the last coordinate. Let the loop run to the end of the row.',
    },
    {
      mistake: 'looks at two coordinates only',
      insteadOf: 'j < a.length;',
      writes: 'j < Math.min(2, a.length);',
      say: 'Your distances look at the first two coordinates. Take all of them.',
    },
    {
      mistake: 'rescales the features',
      insteadOf: 'const distances = X.map(x => distanceBetween(x, query)); // [n]',
      writes: `const spread = query.map((_, j) => {
    const mean = X.reduce((sum, x) => sum + x[j], 0) / X.length;
    return Math.sqrt(X.reduce((sum, x) => sum + (x[j] - mean) ** 2, 0) / X.length) || 1;
  });
  const scaled = (row: number[]) => row.map((value, j) => value / spread[j]);
  const distances = X.map(x => distanceBetween(scaled(x), scaled(query)));`,
      say: 'Your neighbours are those of standardised features. Take the features as they are; scaling is up to the caller.',
    },
    {
      mistake: 'returns the farthest',
      insteadOf: 'distances[i] - distances[j]',
      writes: 'distances[j] - distances[i]',
      say: 'Your neighbours are the farthest rows. Sort from the smallest distance up.',
    },
    {
      mistake: 'sorts distances as text',
      insteadOf: 'distances[i] - distances[j]',
      writes:
        'Number(String(distances[i]) > String(distances[j])) - Number(String(distances[i]) < String(distances[j]))',
      say: 'Your order is that of the distances as text, where 10 comes before 9. Give sort a comparison of numbers.',
    },
    {
      mistake: 'gives a tie of distances to the higher index',
      insteadOf: 'distances[i] - distances[j]',
      writes: 'distances[i] - distances[j] || j - i',
      say: 'Rows at the same distance come in your result with the higher index first. Keep them in the order of X.',
    },
    {
      mistake: 'loses rows at the same distance',
      insteadOf: 'return rows.slice(0, k);',
      writes: 'return rows.filter(i => distances.indexOf(distances[i]) === i).slice(0, k);',
      say: 'Of several rows at one distance, yours keeps only one, as a table with distances for keys does. Keep them all.',
    },
    {
      mistake: 'returns the neighbours in the order of X',
      insteadOf: 'return rows.slice(0, k);',
      writes: 'return rows.slice(0, k).sort((i, j) => i - j);',
      say: 'Your neighbours are the right ones in the order of their index. Leave the nearest first.',
    },
    {
      mistake: 'takes one neighbour too many',
      insteadOf: 'return rows.slice(0, k);',
      writes: 'return rows.slice(0, k + 1);',
      say: 'You take one neighbour more than k. The end of a slice is not part of it.',
    },
    {
      mistake: 'takes one neighbour too few',
      insteadOf: 'return rows.slice(0, k);',
      writes: 'return rows.slice(0, Math.max(1, k - 1));',
      say: 'You take one neighbour fewer than k. The end of a slice is not part of it.',
    },
    {
      mistake: 'leaves the nearest out',
      insteadOf: 'return rows.slice(0, k);',
      writes: 'return rows.slice(X.length > 1 ? 1 : 0, k + 1);',
      say: 'Your neighbours begin with the second nearest row, as if the first were the query itself. The query need not be in X.',
    },
    {
      mistake: 'skips rows that equal the query',
      insteadOf: 'return rows.slice(0, k);',
      writes: 'return rows.filter(i => distances[i] > 0).slice(0, k);',
      say: 'Rows that equal the query are missing from your neighbours. They are the nearest there are.',
    },
    {
      mistake: 'refuses a k above n',
      insteadOf: 'if (k < 1)',
      writes: 'if (k < 1 || k > X.length)',
      say: 'A k above the number of rows is refused. Return all rows.',
    },

    {
      mistake: 'weighs by distance unless told otherwise',
      insteadOf: "options.weights ?? 'uniform'",
      writes: "options.weights ?? 'distance'",
      say: 'Without weights, your votes are weighed by distance. Equal votes are the default.',
    },
    {
      mistake: 'never weighs votes',
      insteadOf: "weights === 'distance' ? closeness(distances) : distances.map(() => 1)",
      writes: 'distances.map(() => 1)',
      say: 'Your votes are equal where they should be weighed by distance. Look at weights.',
    },
    {
      mistake: 'always weighs votes',
      insteadOf: "weights === 'distance' ? closeness(distances) : distances.map(() => 1)",
      writes: 'closeness(distances)',
      say: 'Your votes are weighed by distance where they should be equal. Look at weights.',
    },
    {
      mistake: 'lets exact matches vote alone in equal votes, too',
      insteadOf: "weights === 'distance' ? closeness(distances)",
      writes: "weights === 'distance' || distances[0] === 0 ? closeness(distances)",
      say: 'Where votes are equal, exact matches vote alone in your code. Only with votes by distance do they.',
    },
    {
      mistake: 'weighs by squared distance',
      insteadOf: 'return Math.sqrt(squares);',
      writes: 'return squares;',
      say: 'Your votes are 1 / squared distance. For the order the root does not matter; for the votes it does.',
    },
    {
      mistake: 'weighs by the distance itself',
      insteadOf: 'return distances.map(distance => 1 / distance);',
      writes: 'return distances;',
      say: 'Your votes grow with the distance. Take one divided by it.',
    },
    {
      mistake: 'weighs by 1 / (1 + distance)',
      insteadOf: 'distance => 1 / distance)',
      writes: 'distance => 1 / (1 + distance))',
      say: 'Your votes are 1 / (1 + distance). Take 1 / distance, and a distance of 0 for a case of its own.',
    },
    {
      mistake: 'weighs by an exponential',
      insteadOf: 'distance => 1 / distance)',
      writes: 'distance => Math.exp(-distance))',
      say: 'Your votes fall exponentially with the distance. Take 1 / distance.',
    },
    {
      mistake: 'weighs by rank',
      insteadOf: 'distance => 1 / distance)',
      writes: '(_, place) => 1 / (place + 1))',
      say: 'Your votes hang on the place in the order, not on the distance. Take 1 / distance.',
    },
    {
      mistake: 'divides by a distance of 0',
      insteadOf: 'if (exact.some(vote => vote > 0)) return exact;',
      writes: '',
      say: 'A voter at distance 0 has an infinite vote, and Infinity / Infinity is not a number. Where there are such voters, let them vote alone.',
    },
    {
      mistake: 'adds something to each distance',
      insteadOf:
        'if (exact.some(vote => vote > 0)) return exact;\n  return distances.map(distance => 1 / distance);',
      writes: 'return distances.map(distance => 1 / (distance + 1e-9));',
      say: 'On a small scale your votes are nearly equal, as they are where something is added to each distance. Treat a distance of exactly 0 as a case of its own.',
    },
    {
      mistake: 'takes small distances for zero',
      insteadOf: 'distance === 0 ? 1 : 0',
      writes: 'distance < 1e-9 ? 1 : 0',
      say: 'On a small scale all of your voters count as exact matches. Only a distance of exactly 0 is one.',
    },
    {
      mistake: 'lets the first exact match vote alone',
      insteadOf: 'distances.map(distance => (distance === 0 ? 1 : 0));',
      writes: 'distances.map((distance, place) => (distance === 0 && place === 0 ? 1 : 0));',
      say: 'Of several exact matches only the first has a vote in your code. Let each of them have one.',
    },
    {
      mistake: 'gives others a vote beside exact matches',
      insteadOf:
        'if (exact.some(vote => vote > 0)) return exact;\n  return distances.map(distance => 1 / distance);',
      writes: 'return distances.map(distance => (distance === 0 ? 1 : 1 / distance));',
      say: 'Beside an exact match, the other neighbours still vote in your code. Let the exact ones vote alone.',
    },
    {
      mistake: 'lets exact matches vote beyond k',
      insteadOf: 'const rows = nearest(X, query, k);',
      writes: `const same = X.map((_, i) => i).filter(i => distanceBetween(X[i], query) === 0);
    const rows = weights === 'distance' && same.length > 0 ? same : nearest(X, query, k);`,
      say: 'All rows that equal the query vote in your code, even more than k. Only the k nearest are voters.',
    },

    {
      mistake: 'never divides the votes',
      insteadOf: 'total / cast',
      writes: 'total',
      say: 'Your probabilities are votes. Divide each by all the votes of the query.',
    },
    {
      mistake: 'divides equal votes by k',
      insteadOf: 'total / cast',
      writes: "total / (weights === 'distance' ? cast : k)",
      say: 'Where k is larger than n, your probabilities do not add up to 1. Divide by the votes that were cast.',
    },
    {
      mistake: 'divides every vote by k',
      insteadOf: 'total / cast',
      writes: 'total / k',
      say: 'Your votes are divided by k. Divide by the sum of the votes that were cast.',
    },
    {
      mistake: 'divides by the number of rows',
      insteadOf: 'total / cast',
      writes: 'total / X.length',
      say: 'Your votes are divided by n. Divide by the sum of the votes that were cast.',
    },
    {
      mistake: 'gives a tie of votes to the higher class',
      insteadOf: 'shares.indexOf(Math.max(...shares))',
      writes: 'shares.lastIndexOf(Math.max(...shares))',
      say: 'Your ties of votes go to the higher class. Take the first of the largest.',
    },
    {
      mistake: 'gives a tie of votes to the nearest',
      insteadOf: 'probabilities.map(shares => shares.indexOf(Math.max(...shares)))',
      writes:
        'probabilities.map((shares, q) => y[nearest(X, queries[q], k).find(i => shares[y[i]] === Math.max(...shares)) as number])',
      say: 'Your ties of votes go to the class that the nearest of its voters has. Give them to the lower class.',
    },
    {
      mistake: 'labels by the nearest row',
      insteadOf: 'probabilities.map(shares => shares.indexOf(Math.max(...shares)))',
      writes: 'queries.map(query => y[nearest(X, query, 1)[0]])',
      say: 'Your label is the class of the nearest row. Let all k neighbours vote.',
    },
    {
      mistake: 'labels by the least votes',
      insteadOf: 'shares.indexOf(Math.max(...shares))',
      writes: 'shares.indexOf(Math.min(...shares))',
      say: 'Your label is the class with the fewest votes. Take the most.',
    },
    {
      mistake: 'counts heads for the label',
      insteadOf: 'probabilities.map(shares => shares.indexOf(Math.max(...shares)))',
      writes: `probabilities.map((shares, q) => {
    const rows = nearest(X, queries[q], k);
    const heads = shares.map((_, c) => rows.filter(i => y[i] === c).length);
    return heads.indexOf(Math.max(...heads));
  })`,
      say: 'Your label counts each voter alike although the votes are weighed. Take the class with the largest probability.',
    },
    {
      mistake: 'takes the classes from y',
      insteadOf: 'new Array<number>(classes)',
      writes: 'new Array<number>(Math.max(...y) + 1)',
      say: 'Your rows of probabilities end with the highest class that occurs. Make them as long as classes says.',
    },
    {
      mistake: 'answers the first query only',
      insteadOf: 'const probabilities = queries.map(query => {',
      writes: 'const probabilities = queries.slice(0, 1).map(query => {',
      say: 'Your result has one entry. Answer each of the queries.',
    },

    {
      mistake: 'accepts no rows',
      insteadOf: "if (X.length === 0) throw new RangeError('knn: no training points');",
      writes: '',
      say: 'A call without rows runs on, perhaps into an accident of the engine. Throw a RangeError first.',
    },
    {
      mistake: 'accepts any k',
      insteadOf: 'if (k < 1)',
      writes: 'if (k !== k)',
      say: 'A k below 1 is let through. Throw a RangeError.',
    },
    {
      mistake: 'accepts a k that is not whole',
      insteadOf: 'if (!Number.isInteger(k))',
      writes: 'if (k !== k)',
      say: 'A k that is not whole is let through. Throw a RangeError.',
    },
    {
      mistake: 'checks k only where there is a query',
      insteadOf: "'uniform';\n  checkTraining(X, k);",
      writes: "'uniform';\n  checkTraining(X, queries.length > 0 ? k : 1);",
      say: 'A bad k is let through where there are no queries. Check before the loop.',
    },
    {
      mistake: 'accepts rows of any length',
      insteadOf: 'if (odd)',
      writes: 'if (odd && odd.length < 0)',
      say: 'Rows of different lengths are let through. Compare the length of every row, and throw a TypeError.',
    },
    {
      mistake: 'accepts queries of any length',
      insteadOf: 'if (query) throw',
      writes: 'if (query && query.length < 0) throw',
      say: 'Queries of another length than the rows are let through. Throw a TypeError.',
    },
    {
      mistake: 'accepts any number of classes for the rows',
      insteadOf: 'if (y.length !== X.length)',
      writes: 'if (y.length < 0)',
      say: 'A list of classes that is not as long as X is let through. Throw a TypeError.',
    },
    {
      mistake: 'accepts too many classes for the rows',
      insteadOf: 'if (y.length !== X.length)',
      writes: 'if (y.length < X.length)',
      say: 'A list of classes that is longer than X is let through. Throw a TypeError.',
    },
    {
      mistake: 'accepts negative classes',
      insteadOf: 'if (label < 0)',
      writes: 'if (label !== label)',
      say: 'Negative classes are let through. Throw a RangeError.',
    },
    {
      mistake: 'accepts classes above the number of classes',
      insteadOf: 'if (label >= classes)',
      writes: 'if (label !== label)',
      say: 'Classes that are not below the number of classes are let through. Throw a RangeError.',
    },
    {
      mistake: 'accepts a class equal to the number of classes',
      insteadOf: 'if (label >= classes)',
      writes: 'if (label > classes)',
      say: 'A class equal to the number of classes is let through. The highest is one less; throw a RangeError.',
    },
  ],

  pictures: [
    {
      kind: 'boundary',
      title: 'What your neighbours vote for, by distance',
      experiment: ({ predict }, { flat: { X, y }, grid, voters, kinds }): Boundary => {
        const { labels, probabilities } = predict(X, y, grid.points, {
          k: voters,
          classes: kinds,
          weights: 'distance',
        });
        const scores = kinds === 2 ? probabilities.map(shares => shares[1]) : labels;
        return { X, y, xs: grid.xs, ys: grid.ys, scores };
      },
    },
  ],
  tries: {
    table: { kind: 'classes', classes: 5, of: ({ flat: { X, y } }) => ({ X, y }) },
    knobs: [
      { name: 'k', kind: 'count', low: () => 1, high: () => 15, start: ({ voters }) => voters },
    ],
    bench: ({ table: { X, y = [] }, own, knobs: [voters] }, { flat, grid }) => ({
      flat: { ...flat, X, y },
      grid: own ? gridOver(X, 15) : grid,
      voters,
      kinds: Math.max(2, ...y.map(label => label + 1)),
    }),
  },
});
