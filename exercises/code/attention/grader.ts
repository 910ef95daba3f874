import { type Draw, grader, isMatrix, isRecord, type Law } from '../../../graders';

/** What single precision loses in a sum is small beside every number that is at least this share of the largest. */
const CLEAR = 0.02;

/**
 * Scores far from each other and from 0, a row for each case: the blocked key is ahead by more than any
 * customary penalty, or everything open lies below what is customarily written for a blocked key.
 * Beyond ±1000, since such a penalty may be a million, and once beyond a thousand million; whole numbers, so that single precision has them
 * exactly.
 */
const HUGE: [number[][], boolean[][]] = [
  [[3_000_001, 2, 4, 3], [-3_000_000, 6, -3_000_001, 5], [1, 2_000_000, -2, 2_000_001], [0, -2_000_000, -1, 2], [5, 2 ** 40, 3, 4]],
  [[false, true, true, true], [true, false, true, false], [true, false, true, false], [false, true, false, true], [true, false, true, true]],
]; // biome-ignore format: a row for each table

/** Four rows of two, and rows that have as many numbers in all; the first and the last have two. */
const EVEN = [[1, 2], [3, 4], [5, 6], [7, 8]]; // biome-ignore format: rows in one row
const RAGGED = [[1, 2], [3], [4, 5, 6], [7, 8]]; // biome-ignore format: rows in one row
const OPEN = [[true, true], [true, false], [true, true], [false, true]]; // biome-ignore format: rows in one row
const TORN = [[true, true], [true], [false, true, true], [false, true]]; // biome-ignore format: rows in one row

const bench = (draw: Draw) => {
  // More keys than queries, and fewer; no two of the four sizes are the same.
  const wide = sequences(draw, { n: draw.integer(3, 4), m: 7, d: 5, c: 2 });
  const tall = sequences(draw, { n: 6, m: draw.integer(3, 4), d: 2, c: 5 });
  // Its own sequence: as many queries as keys.
  const own = sequences(draw, { n: 5, m: 5, d: 3, c: 4 });
  const thin = sequences(draw, { n: 2, m: 4, d: 1, c: 3 });

  // Scores whose softmax has no weight that is next to nothing. Eighths, which are exact in single
  // precision also where a large number is added.
  const eighths = (n: number, m: number) =>
    draw.times(n, () => draw.times(m, () => draw.integer(-20, 20) / 8));
  const plain = eighths(4, 6);
  const level = () => draw.integer(820, 980);
  const raised = (rows: number[][], by: number[]) => rows.map((row, i) => row.map(s => s + by[i]));
  const high = raised(eighths(3, 5), draw.times(3, level));
  const low = raised(
    eighths(3, 5),
    draw.times(3, () => -level()),
  );
  const mixed = raised(eighths(4, 3), draw.shuffle([level(), -level(), 0, level()]));

  // The rows are shut in different places, none altogether, none at the end only.
  const half = { scores: eighths(5, 6), mask: someOpen(draw, 5, 6) };
  const ahead = blockedAhead(draw, eighths(4, 5), level);
  const shut = { scores: eighths(4, 3), mask: withShutRows(draw, someOpen(draw, 4, 3)) };
  const [n, m] = draw.shuffle([draw.integer(3, 5), draw.integer(6, 8)]);

  // The whole, from scores beyond the reach of e: the dot products are whole and the root of d is 2.
  const steep = draw.until(
    () => {
      const [a, b] = [draw.integer(30, 44), draw.integer(30, 44)];
      const signs = draw.shuffle([1, -1, 1]);
      const small = () => draw.integer(-2, 2);
      return {
        queries: signs.map(sign => [sign * a, sign * b, small(), small()]),
        keys: draw.times(5, () => [a, b, small(), small()]),
        values: draw.times(5, () => draw.times(3, () => draw.normal(2, 1))),
      };
    },
    ({ queries, keys }) =>
      queries.every(q => new Set(keys.map(k => q[2] * k[2] + q[3] * k[3])).size > 2),
  );

  const square = { ...own, mask: beside(draw, someOpen(draw, 5, 5)) };
  const masks = { wide: someOpen(draw, wide.queries.length, 7), tall: tallMask(draw, tall) };
  return {
    wide,
    tall,
    own,
    thin,
    plain,
    high,
    low,
    mixed,
    half,
    ahead,
    shut,
    sizes: { n, m },
    steep,
    square,
    masks,
  };
};

type Bench = ReturnType<typeof bench>;

interface Sizes {
  readonly n: number;
  readonly m: number;
  readonly d: number;
  readonly c: number;
}

/** Queries, keys and values for which no sum comes out near 0, nor any weight of any softmax near 0 or 1. */
function sequences(draw: Draw, { n, m, d, c }: Sizes) {
  const shape = (rows: number, columns: number, centre: number, spread: number) => {
    const centres = draw.times(columns, () => draw.pick([-1, 1]) * centre);
    return draw.times(rows, () => centres.map(middle => draw.normal(middle, spread)));
  };
  const values = draw.until(
    () => shape(m, c, 3, 1.2),
    rows => rows.flat().every(value => Math.abs(value) > 0.3),
  );
  const pair = draw.until(
    () => ({ queries: shape(n, d, 0.5, 1), keys: shape(m, d, 0.4, 1) }),
    ({ queries, keys }) => {
      const scores = queries.map(query => keys.map(key => dot(query, key)));
      const largest = Math.max(...scores.flat().map(Math.abs));
      if (largest > 6 * Math.sqrt(d)) return false;
      return scores.flat().every(score => Math.abs(score) > CLEAR * largest);
    },
  );
  return { ...pair, values };
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, t) => sum + x * b[t], 0);
}

/** Two or more open and one or more blocked in every row and, where there is room, every column. */
function someOpen(draw: Draw, n: number, m: number): boolean[][] {
  const row = () => {
    const open = draw.integer(2, m - 1);
    return draw.shuffle(draw.times(m, j => j < open));
  };
  return draw.until(
    () => draw.times(n, row),
    mask =>
      mask[0].every((_, j) => mask.some(row => row[j]) && mask.some(row => !row[j])) &&
      new Set(mask.map(String)).size > 2,
  );
}

/** One row in between and the last are blocked throughout. */
function withShutRows(draw: Draw, mask: boolean[][]): boolean[][] {
  const one = draw.integer(1, mask.length - 2);
  return mask.map((row, i) => (i === one || i === mask.length - 1 ? row.map(() => false) : row));
}

/** Blocks past keys and future ones, and leaves some of both open; row 0 has nothing open in its past. */
function beside(draw: Draw, mask: boolean[][]): boolean[][] {
  const n = mask.length;
  const shut = draw.integer(2, n - 2);
  return mask.map((row, i) =>
    row.map((open, j) => {
      if (i === 0) return j > 0 && (open || j === 1);
      if (i === n - 1) return j !== shut;
      if (j === i) return true;
      return j === i + 1 ? true : j === 0 ? i % 2 === 0 : open;
    }),
  );
}

/** A mask with one row that is shut. */
function tallMask(draw: Draw, { queries, keys }: { queries: number[][]; keys: number[][] }) {
  const mask = someOpen(draw, queries.length, keys.length);
  const shut = draw.integer(1, queries.length - 2);
  return mask.map((row, i) => (i === shut ? row.map(() => false) : row));
}

/** In each row one blocked score is so far above the open ones that beside it their powers vanish. */
function blockedAhead(draw: Draw, scores: number[][], level: () => number) {
  const mask = someOpen(draw, scores.length, scores[0].length);
  const raised = scores.map((row, i) => {
    const first = mask[i].indexOf(false);
    return row.map((score, j) => (j === first ? score + level() : score));
  });
  return { scores: raised, mask };
}

/** What a query's weights say of its answer: each output row is the average that its own weights make. */
const outputIsAverage: Law<Bench> = (value, { bench: { square } }) => {
  if (!isRecord(value) || !isMatrix(value.output) || !isMatrix(value.weights)) {
    return { say: 'The result should hold output and weights.' };
  }
  const { output, weights } = value;
  for (const [i, row] of weights.entries()) {
    for (let k = 0; k < square.values[0].length; k += 1) {
      const expected = row.reduce(
        (sum, weight, j) => sum + weight * (square.values[j]?.[k] ?? 0),
        0,
      );
      const received = output[i]?.[k];
      if (Math.abs(received - expected) <= 1e-4 * (1 + Math.abs(expected))) continue;
      return {
        say: `Row ${i} of your output is not the average of the values under row ${i} of your weights.`,
        path: ['output', i, k],
        received,
        expected,
      };
    }
  }
  return null;
};

export default grader<typeof import('./solution'), typeof bench>({
  bench,

  checks: ({ agrees, holds, rejects }) => [
    agrees(
      'multiplies each query with each key and divides by √d',
      ({ attentionScores }, { wide }) => attentionScores(wide.queries, wide.keys),
    ),
    agrees('scores more queries than keys', ({ attentionScores }, { tall }) =>
      attentionScores(tall.queries, tall.keys),
    ),
    agrees('scores queries and keys of one number', ({ attentionScores }, { thin }) =>
      attentionScores(thin.queries, thin.keys),
    ),
    agrees('scores one query against one key', ({ attentionScores }, { own }) =>
      attentionScores([own.queries[1]], [own.keys[2]]),
    ),

    agrees('opens a query’s own position and all before it', ({ causalMask }, { sizes }) =>
      causalMask(sizes.m, sizes.m),
    ),
    agrees(
      'counts positions from 0 on both sides where n and m differ',
      ({ causalMask }, { sizes }) => [causalMask(sizes.n, sizes.m), causalMask(sizes.m, sizes.n)],
    ),
    agrees('makes a causal mask for a single query or key', ({ causalMask }) => [
      causalMask(1, 3),
      causalMask(3, 1),
      causalMask(1, 1),
    ]),

    agrees('makes weights of each row that add up to 1', ({ maskedSoftmax }, { plain }) =>
      maskedSoftmax(plain),
    ),
    agrees('takes a mask that is undefined for none', ({ maskedSoftmax }, { plain }) =>
      maskedSoftmax(plain, undefined),
    ),
    agrees('shares a row out among the keys that are open', ({ maskedSoftmax }, { half }) =>
      maskedSoftmax(half.scores, half.mask),
    ),
    agrees('gives finite weights to large scores', ({ maskedSoftmax }, { high }) =>
      maskedSoftmax(high),
    ),
    agrees('gives finite weights to scores far below 0', ({ maskedSoftmax }, { low }) =>
      maskedSoftmax(low),
    ),
    agrees('treats each row by itself where rows are far apart', ({ maskedSoftmax }, { mixed }) =>
      maskedSoftmax(mixed),
    ),
    agrees('gives all weight to the only open key', ({ maskedSoftmax }, { plain }) => [
      maskedSoftmax(plain.slice(0, 1), [[false, false, true, false, false, false]]),
      maskedSoftmax([[-2.5]], [[true]]),
    ]),
    agrees(
      'lets a blocked score that is far ahead have no influence',
      ({ maskedSoftmax }, { ahead }) => maskedSoftmax(ahead.scores, ahead.mask),
    ),
    agrees('blocks a key however large its score is', ({ maskedSoftmax }) =>
      maskedSoftmax(...HUGE),
    ),
    agrees('gives a row without an open key the weights 0', ({ maskedSoftmax }, { shut }) =>
      maskedSoftmax(shut.scores, shut.mask),
    ),

    agrees(
      'weighs all keys where no options are given',
      ({ attention }, { wide }) => attention(wide.queries, wide.keys, wide.values).weights,
    ),
    agrees('averages the values by the weights', ({ attention }, { wide }) =>
      attention(wide.queries, wide.keys, wide.values),
    ),
    agrees('attends from more queries to fewer keys', ({ attention }, { tall }) =>
      attention(tall.queries, tall.keys, tall.values),
    ),
    agrees('gives a single value to every query', ({ attention }, { tall }) =>
      attention(tall.queries, [tall.keys[1]], [tall.values[1]]),
    ),
    agrees('works where queries, keys and values are single numbers', ({ attention }, { thin }) =>
      attention(
        thin.queries.slice(0, 1),
        thin.keys,
        thin.values.map(value => value.slice(0, 1)),
      ),
    ),
    agrees('stays finite where scores are large', ({ attention }, { steep }) =>
      attention(steep.queries, steep.keys, steep.values),
    ),
    agrees('leaves out what the mask blocks', ({ attention }, { wide, masks }) =>
      attention(wide.queries, wide.keys, wide.values, { mask: masks.wide }),
    ),
    agrees('answers a query without an open key with zeros', ({ attention }, { tall, masks }) =>
      attention(tall.queries, tall.keys, tall.values, { mask: masks.tall }),
    ),
    agrees('does not look ahead where it is causal', ({ attention }, { own }) =>
      attention(own.queries, own.keys, own.values, { causal: true }),
    ),
    agrees('does not look ahead where n and m differ', ({ attention }, { wide, tall }) => [
      attention(wide.queries, wide.keys, wide.values, { causal: true }),
      attention(tall.queries, tall.keys, tall.values, { causal: true }),
    ]),
    agrees('opens a key only where mask and causal both do', ({ attention }, { square }) =>
      attention(square.queries, square.keys, square.values, { causal: true, mask: square.mask }),
    ),
    holds(
      'returns the weights that make its output',
      ({ attention }, { square }) =>
        attention(square.queries, square.keys, square.values, { causal: true, mask: square.mask }),
      outputIsAverage,
    ),
    agrees('may look ahead where causal is false', ({ attention }, { square }) => [
      attention(square.queries, square.keys, square.values, { causal: false }).weights,
      attention(square.queries, square.keys, square.values, { causal: false, mask: square.mask })
        .weights,
    ]),
    agrees('takes options that are undefined for left out', ({ attention }, { square }) => [
      attention(square.queries, square.keys, square.values, {}).weights,
      attention(square.queries, square.keys, square.values, {
        causal: undefined,
        mask: square.mask,
      }).weights,
      attention(square.queries, square.keys, square.values, { causal: true, mask: undefined })
        .weights,
    ]),

    rejects('refuses scores without keys', ({ attentionScores }) => attentionScores(EVEN, [])),
    rejects('refuses attention without keys', ({ attention }) => attention(EVEN, [], [])),
    rejects('refuses queries longer than the keys', ({ attentionScores }) =>
      attentionScores([[1, 2, 3]], EVEN),
    ),
    rejects('refuses queries shorter than the keys', ({ attention }) =>
      attention([[1], [2]], EVEN, EVEN),
    ),
    rejects('refuses queries of different lengths', ({ attentionScores }) =>
      attentionScores(RAGGED, EVEN),
    ),
    rejects('refuses keys of different lengths', ({ attentionScores }) =>
      attentionScores(EVEN, RAGGED),
    ),
    rejects('refuses attention on queries of different lengths', ({ attention }) =>
      attention(RAGGED, EVEN, EVEN),
    ),
    rejects('refuses attention on keys of different lengths', ({ attention }) =>
      attention(EVEN, RAGGED, EVEN),
    ),
    rejects('refuses scores of different lengths', ({ maskedSoftmax }) => maskedSoftmax(RAGGED)),
    rejects('refuses scores of different lengths beside a mask', ({ maskedSoftmax }) =>
      maskedSoftmax(RAGGED, OPEN),
    ),
    rejects('refuses fewer values than keys', ({ attention }) =>
      attention(EVEN, EVEN, EVEN.slice(0, 3)),
    ),
    rejects('refuses more values than keys', ({ attention }) =>
      attention(EVEN, EVEN.slice(0, 3), EVEN),
    ),
    rejects('refuses values of different lengths', ({ attention }) =>
      attention(EVEN, EVEN, RAGGED),
    ),
    rejects('refuses a softmax under a mask with too few rows', ({ maskedSoftmax }) =>
      maskedSoftmax(EVEN, OPEN.slice(0, 3)),
    ),
    rejects('refuses a softmax under a mask with too many rows', ({ maskedSoftmax }) =>
      maskedSoftmax(EVEN.slice(0, 3), OPEN),
    ),
    rejects('refuses a softmax under a mask with rows of another length', ({ maskedSoftmax }) =>
      maskedSoftmax(
        EVEN,
        OPEN.map(row => [...row, true]),
      ),
    ),
    rejects('refuses a softmax under a mask with rows of different lengths', ({ maskedSoftmax }) =>
      maskedSoftmax(EVEN, TORN),
    ),
    rejects('refuses attention under a mask with too few rows', ({ attention }) =>
      attention(EVEN, EVEN.slice(0, 2), EVEN.slice(0, 2), { mask: OPEN.slice(0, 3) }),
    ),
    rejects('refuses attention under a mask with too many rows', ({ attention }) =>
      attention(EVEN.slice(0, 3), EVEN.slice(0, 2), EVEN.slice(0, 2), { mask: OPEN, causal: true }),
    ),
    rejects('refuses attention under a mask with rows of another length', ({ attention }) =>
      attention(EVEN, EVEN.slice(0, 3), EVEN.slice(0, 3), { mask: OPEN }),
    ),
    rejects('refuses attention under a mask with rows of different lengths', ({ attention }) =>
      attention(EVEN, EVEN.slice(0, 2), EVEN.slice(0, 2), { mask: TORN }),
    ),
  ],

  mutants: [
    {
      mistake: 'does not divide by √d',
      insteadOf: 'dot(query, key) / Math.sqrt(d)',
      writes: 'dot(query, key)',
      say: 'Your scores are plain dot products. Divide each by the square root of d.',
    },
    {
      mistake: 'divides by d',
      insteadOf: 'dot(query, key) / Math.sqrt(d)',
      writes: 'dot(query, key) / d',
      say: 'Your scores are divided by d itself. Divide by its square root.',
    },
    {
      mistake: 'divides by the root of the number of keys',
      insteadOf: 'dot(query, key) / Math.sqrt(d)',
      writes: 'dot(query, key) / Math.sqrt(keys.length)',
      say: 'Your scores are divided by the square root of the number of keys. Take the length of one key instead.',
    },
    {
      mistake: 'multiplies by √d',
      insteadOf: 'dot(query, key) / Math.sqrt(d)',
      writes: 'dot(query, key) * Math.sqrt(d)',
      say: 'Your scores are multiplied by the square root of d. Divide by it.',
    },
    {
      mistake: 'divides by the root of 2 whatever d is',
      insteadOf: 'dot(query, key) / Math.sqrt(d)',
      writes: 'dot(query, key) / Math.SQRT2',
      say: 'Your scores are divided by √2 whatever the length of a key is. Take the root of that length.',
    },
    {
      mistake: 'leaves out the last entry of each key',
      insteadOf: 'j < a.length;',
      writes: 'j < a.length - 1;',
      say: 'Your dot products leave out the last entry. Let the sum run to the end of the key.',
    },
    {
      mistake: 'compares directions only',
      insteadOf: 'dot(query, key) / Math.sqrt(d)',
      writes: 'dot(query, key) / Math.sqrt(dot(query, query) * dot(key, key))',
      say: 'Your scores are cosines: each dot product is divided by the lengths of both vectors in space. Divide by the square root of d only.',
    },
    {
      mistake: 'gives the scores a row for each key',
      insteadOf: 'queries.map(query => keys.map(key => dot(query, key) / Math.sqrt(d)))',
      writes: 'keys.map(key => queries.map(query => dot(query, key) / Math.sqrt(d)))',
      say: 'Your scores have a row for each key. Give them a row for each query and a column for each key.',
    },
    {
      mistake: 'blocks a query’s own position',
      insteadOf: '=> j <= i)',
      writes: '=> j < i)',
      say: 'Your causal mask blocks position i to query i. A query may look at its own position too.',
    },
    {
      mistake: 'looks one position ahead',
      insteadOf: '=> j <= i)',
      writes: '=> j <= i + 1)',
      say: 'Your causal mask opens one position too many. The last one that query i may see is position i.',
    },
    {
      mistake: 'looks at the future instead of the past',
      insteadOf: '=> j <= i)',
      writes: '=> j >= i)',
      say: 'Your causal mask opens the positions from i on. Open those up to i.',
    },
    {
      mistake: 'marks what is blocked',
      insteadOf: '=> j <= i)',
      writes: '=> j > i)',
      say: 'Your causal mask is true where the key is blocked. Let true stand for open.',
    },
    {
      mistake: 'lines the last query up with the last key',
      insteadOf: '=> j <= i)',
      writes: '=> j <= i + m - n)',
      say: 'Where n and m differ, your causal mask lines up the ends of both sequences. Count positions from 0 on both sides.',
    },
    {
      mistake: 'makes the causal mask n by n',
      insteadOf: 'Array.from({ length: m }',
      writes: 'Array.from({ length: n }',
      say: 'Your causal mask has n columns whatever m is. Give it a column for each key.',
    },
    {
      mistake: 'raises e to the scores as they are',
      insteadOf: 'Math.exp(score - largest)',
      writes: 'Math.exp(score)',
      say: 'Where scores are large, your powers overflow or vanish. Take the largest open score of the row off all of them first.',
    },
    {
      mistake: 'takes off at least 0',
      insteadOf: 'Math.max(...row.filter((_, j) => isOpen[j]))',
      writes: 'Math.max(0, ...row.filter((_, j) => isOpen[j]))',
      say: 'Where all scores of a row are far below 0, your powers vanish, as when the search for the largest begins at 0. Begin at −Infinity.',
    },
    {
      mistake: 'takes off the largest of all scores, blocked ones too',
      insteadOf: 'Math.max(...row.filter((_, j) => isOpen[j]))',
      writes: 'Math.max(...row)',
      say: 'Where a blocked score is far ahead, the powers of the open ones vanish. Take off the largest open score.',
    },
    {
      mistake: 'takes off the largest score of the whole table',
      insteadOf: 'Math.max(...row.filter((_, j) => isOpen[j]))',
      writes:
        'Math.max(...scores.flatMap((r, p) => r.filter((_, j) => mask === undefined || mask[p][j])))',
      say: 'A row far below the others comes out as zeros, as when one largest score is taken for the whole table. Take the largest of each row.',
    },
    {
      mistake: 'raises e to the scores as they are and divides 0 by 0',
      insteadOf: 'return powers.map(power => (total > 0 ? power / total : 0)); // [m]',
      writes: `const raw = row.map((score, j) => (isOpen[j] ? Math.exp(score) : 0));
    const all = raw.reduce((sum, power) => sum + power, 0);
    return raw.map(power => (total > 0 ? power / all : 0));`,
      say: 'Where scores are large or far below 0, your weights are NaN. Take the largest open score of the row off all of them before you raise e to them.',
    },
    {
      mistake: 'takes off at least 0 and divides 0 by 0',
      insteadOf: 'return powers.map(power => (total > 0 ? power / total : 0)); // [m]',
      writes: `const raw = row.map((score, j) => (isOpen[j] ? Math.exp(score - Math.max(0, largest)) : 0));
    const all = raw.reduce((sum, power) => sum + power, 0);
    return raw.map(power => (total > 0 ? power / all : 0));`,
      say: 'Where all scores of a row are far below 0, your weights are NaN, as when the search for the largest begins at 0. Begin at −Infinity.',
    },
    {
      mistake: 'takes off the largest of all scores and divides 0 by 0',
      insteadOf: 'return powers.map(power => (total > 0 ? power / total : 0)); // [m]',
      writes: `const raw = row.map((score, j) => (isOpen[j] ? Math.exp(score - Math.max(...row)) : 0));
    const all = raw.reduce((sum, power) => sum + power, 0);
    return raw.map(power => (total > 0 ? power / all : 0));`,
      say: 'Where a blocked score is far ahead, the weights of its row are NaN. Take off the largest open score.',
    },
    {
      mistake: 'takes off the largest score of the whole table and divides 0 by 0',
      insteadOf: 'return powers.map(power => (total > 0 ? power / total : 0)); // [m]',
      writes: `const raw = row.map((score, j) => (isOpen[j] ? Math.exp(score - Math.max(...scores.flatMap((r, p) => r.filter((_, q) => mask === undefined || mask[p][q])))) : 0));
    const all = raw.reduce((sum, power) => sum + power, 0);
    return raw.map(power => (total > 0 ? power / all : 0));`,
      say: 'A row far below the others comes out as NaN, as when one largest score is taken for the whole table. Take the largest of each row.',
    },
    {
      mistake: 'clips large scores',
      insteadOf: 'Math.exp(score - largest)',
      writes: 'Math.exp(Math.min(700, Math.max(-700, score)))',
      say: 'Scores beyond some bound all count the same. Take the largest off instead of clipping.',
    },
    {
      mistake: 'takes powers of 2',
      insteadOf: 'Math.exp(score - largest)',
      writes: '2 ** (score - largest)',
      say: 'Your weights are those of powers of 2. Take powers of e.',
    },
    {
      mistake: 'leaves the powers undivided',
      insteadOf: 'power / total',
      writes: 'power',
      say: 'Your weights are powers that nobody divided by their sum, and the largest of a row is 1. Divide each by the sum of its row.',
    },
    {
      mistake: 'adds one to the sum of the powers',
      insteadOf: 'reduce((sum, power) => sum + power, 0)',
      writes: 'reduce((sum, power) => sum + power, 1)',
      say: 'Your weights of a row add up to less than 1, as when the sum of the powers starts at 1. Start it at 0.',
    },
    {
      mistake: 'makes the weights of a column add up to 1',
      insteadOf: 'const total = powers.reduce((sum, power) => sum + power, 0);',
      writes: `const column = (j: number) =>
      scores.reduce(
        (sum, r, p) => sum + (mask === undefined || mask[p][j] ? Math.exp(r[j] - largest) : 0),
        0,
      );
    if (powers.length > 0) return powers.map((power, j) => (power === 0 ? 0 : power / column(j)));
    const total = 0;`,
      say: 'Each column of your weights adds up to 1. Take the softmax along each row, over the keys of one query.',
    },
    {
      mistake: 'makes all weights together add up to 1',
      insteadOf: 'const total = powers.reduce((sum, power) => sum + power, 0);',
      writes: `const total = scores.reduce(
      (all, r, p) =>
        r.reduce(
          (sum, s, j) => sum + (mask === undefined || mask[p][j] ? Math.exp(s - largest) : 0),
          all,
        ),
      0,
    );`,
      say: 'All your weights together add up to 1. Let each row add up to 1 by itself.',
    },
    {
      mistake: 'takes true for blocked',
      insteadOf: 'row.map((_, j) => mask === undefined || mask[i][j]); // [m]',
      writes: 'row.map((_, j) => mask === undefined || !mask[i][j]); // [m]',
      say: 'Your softmax shares the row out among the keys where the mask is false. True means open.',
    },
    {
      mistake: 'overlooks the mask',
      insteadOf: 'row.map((_, j) => mask === undefined || mask[i][j]); // [m]',
      writes: 'row.map((_, j) => mask !== null || j < 0); // [m]',
      say: 'Your weights are the same with a mask as without. Give blocked keys no part in the row.',
    },
    {
      mistake: 'takes the first row of the mask for all',
      insteadOf: 'row.map((_, j) => mask === undefined || mask[i][j]); // [m]',
      writes: 'row.map((_, j) => mask === undefined || mask[0][j]); // [m]',
      say: 'Every row of your weights is masked as the first one is. Row i of the mask belongs to row i of the scores.',
    },
    {
      mistake: 'masks after the softmax',
      insteadOf: 'const total = powers.reduce((sum, power) => sum + power, 0);',
      writes: `const peak = Math.max(...row);
    const whole = row.reduce((sum, score) => sum + Math.exp(score - peak), 0);
    const total = isOpen.includes(true) ? whole * Math.exp(peak - largest) : 0;`,
      say: 'The open weights of your rows add up to less than 1, as when keys are blocked after the softmax. Leave them out of the sum as well.',
    },
    {
      mistake: 'gives blocked keys the score 0',
      insteadOf:
        'const powers = row.map((score, j) => (isOpen[j] ? Math.exp(score - largest) : 0)); // [m]',
      writes: `const filled = row.map((score, j) => (isOpen[j] ? score : 0));
    const peak = isOpen.includes(true) ? Math.max(...filled) : Infinity;
    const powers = filled.map(score => Math.exp(score - peak));`,
      say: 'Your blocked keys weigh what a score of 0 weighs, and e⁰ is 1. A blocked key needs the power 0.',
    },
    {
      mistake: 'takes ten thousand off blocked scores',
      insteadOf:
        'const powers = row.map((score, j) => (isOpen[j] ? Math.exp(score - largest) : 0)); // [m]',
      writes: `const filled = row.map((score, j) => (isOpen[j] ? score : score - 10_000));
    const peak = isOpen.includes(true) ? Math.max(...filled) : Infinity;
    const powers = filled.map(score => Math.exp(score - peak));`,
      say: 'A blocked key with a very large score keeps a weight. Nothing finite taken off is safe; give blocked keys the power 0.',
    },
    {
      mistake: 'writes some negative score for a blocked key',
      insteadOf:
        'const powers = row.map((score, j) => (isOpen[j] ? Math.exp(score - largest) : 0)); // [m]',
      writes: `const filled = row.map((score, j) => (isOpen[j] ? score : -10_000));
    const peak = isOpen.includes(true) ? Math.max(...filled) : Infinity;
    const powers = filled.map(score => Math.exp(score - peak));`,
      say: 'Where every open score is very low, a blocked key takes the weight. Nothing finite in its place is safe; give blocked keys the power 0.',
    },
    {
      mistake: 'divides by 0 where no key is open',
      insteadOf: '(total > 0 ? power / total : 0)',
      writes: 'power / total',
      say: 'A row without an open key becomes NaN. Give it the weights 0.',
    },
    {
      mistake: 'weighs all keys alike where none is open',
      insteadOf: '(total > 0 ? power / total : 0)',
      writes: '(total > 0 ? power / total : 1 / row.length)',
      say: 'In a row without an open key, your weights are all 1 / m. Give it the weights 0.',
    },
    {
      mistake: 'opens all keys where none is open',
      insteadOf: 'const isOpen = row.map((_, j) => mask === undefined || mask[i][j]); // [m]',
      writes:
        'const isOpen = row.map((_, j) => mask === undefined || mask[i][j] || !mask[i].includes(true));',
      say: 'A row without an open key comes out as if there were no mask. Give it the weights 0.',
    },
    {
      mistake: 'takes the softmax twice',
      insteadOf: 'const weights = maskedSoftmax(scores, open);',
      writes: 'const weights = maskedSoftmax(maskedSoftmax(scores, open), open);',
      say: 'Your attention weights are a softmax of weights. Take the softmax of the scores, once.',
    },
    {
      mistake: 'divides by √d once more',
      insteadOf: 'const scores = attentionScores(queries, keys);',
      writes:
        'const scores = attentionScores(queries, keys).map(row => row.map(score => score / Math.sqrt(keys[0].length)));',
      say: 'In attention your scores are divided by √d twice. What attentionScores returns is divided already.',
    },
    {
      mistake: 'returns the scores as weights',
      insteadOf: 'return { output, weights };',
      writes: 'return { output, weights: scores };',
      say: 'The weights that you return are the scores. Return what the softmax made of them.',
    },
    {
      mistake: 'returns the weights without the mask',
      insteadOf: 'return { output, weights };',
      writes: 'return { output, weights: maskedSoftmax(scores) };',
      say: 'The weights that you return are those without a mask, though the output is masked. Return the weights that made the output.',
    },
    {
      mistake: 'averages the keys',
      insteadOf: 'const output = weights.map(row => {',
      writes: `const output = weights.map(row => {
    if (c > 0) return keys[0].map((_, k) => row.reduce((sum, w, j) => sum + w * keys[j][k], 0));`,
      say: 'Your output is an average of keys. Average the values.',
    },
    {
      mistake: 'adds the query to its answer',
      insteadOf: 'return sums; // [c]',
      writes: 'return sums.map((sum, k) => sum + (queries[weights.indexOf(row)][k] ?? 0));',
      say: 'Your output has the query added to it. Return the average of the values alone.',
    },
    {
      mistake: 'divides the output by the number of keys',
      insteadOf: 'sums[k] += weight * values[j][k];',
      writes: 'sums[k] += (weight * values[j][k]) / m;',
      say: 'Your output is divided by the number of keys. The weights add up to 1 already, so leave the division out.',
    },
    {
      mistake: 'hands over the value of the heaviest key',
      insteadOf: 'const sums = new Array<number>(c).fill(0);',
      writes: `const heaviest = row.indexOf(Math.max(...row));
    if (row[heaviest] > 0) return [...values[heaviest]];
    const sums = new Array<number>(c).fill(0);`,
      say: 'Your output is the value of the key with the largest weight. Average all values by their weights.',
    },
    {
      mistake: 'leaves the last key out of the output',
      insteadOf: 'row.forEach((weight, j) => {',
      writes: 'row.slice(0, Math.max(1, m - 1)).forEach((weight, j) => {',
      say: 'The value of the last key is missing from your output. Add up over all m keys.',
    },
    {
      mistake: 'makes the output as wide as the keys',
      insteadOf: 'const sums = new Array<number>(c).fill(0);',
      writes: 'const sums = keys[0].map(() => 0);',
      say: 'The rows of your output are as long as a key. Make them as long as a value.',
    },
    {
      mistake: 'ignores causal',
      insteadOf: '(!causal || past[i][j])',
      writes: '(n < 0 || m > 0)',
      say: 'With causal: true, your queries still look ahead. Block the keys after position i.',
    },
    {
      mistake: 'is always causal',
      insteadOf: '(!causal || past[i][j])',
      writes: 'past[i][j]',
      say: 'Your queries never look ahead, whatever causal is. Apply the causal mask only where causal is true.',
    },
    {
      mistake: 'is causal unless told otherwise',
      insteadOf: '{ causal = false, mask }',
      writes: '{ causal = true, mask }',
      say: 'Where causal is not given, your queries do not look ahead. The default is false.',
    },
    {
      mistake: 'takes causal: undefined for true',
      insteadOf: '(!causal || past[i][j])',
      writes:
        "(!(causal || (arguments.length > 3 && 'causal' in arguments[3] && arguments[3].causal === undefined)) || past[i][j])",
      say: 'Where causal is undefined, your queries do not look ahead, as when only its presence is asked for. Treat undefined as false.',
    },
    {
      mistake: 'ignores the mask of the options',
      insteadOf: '&& (mask === undefined || mask[i][j])',
      writes: '&& (mask === undefined || m > 0)',
      say: 'In attention, the mask changes nothing. Hand it on to the softmax, joined with the causal one.',
    },
    {
      mistake: 'lets causal replace the mask',
      insteadOf: '(mask === undefined || mask[i][j])',
      writes: '(causal || mask === undefined || mask[i][j])',
      say: 'Where both are given, your mask has no effect beside causal. A key is open only where both leave it open.',
    },
    {
      mistake: 'lets the mask replace causal',
      insteadOf: '(!causal || past[i][j])',
      writes: '(!causal || mask !== undefined || past[i][j])',
      say: 'Where both are given, causal has no effect beside your mask. A key is open only where both leave it open.',
    },
    {
      mistake: 'opens a key where one of the two does',
      insteadOf: '(!causal || past[i][j]) && (mask === undefined || mask[i][j])',
      writes:
        '(causal && mask !== undefined ? past[i][j] || mask[i][j] : (!causal || past[i][j]) && (mask === undefined || mask[i][j]))',
      say: 'Where both are given, a key is open to you where either leaves it open. Both must.',
    },

    {
      mistake: 'scores without keys',
      insteadOf:
        "if (keys.length === 0) throw new RangeError('attentionScores: no keys');\n  const d = keys[0].length;",
      writes: 'const d = keys.length === 0 ? (queries[0]?.length ?? 0) : keys[0].length;',
      say: 'A call without keys is not refused by an error of yours. Throw a RangeError before you read a key.',
    },
    {
      mistake: 'accepts rows of any length',
      insteadOf: 'if (odd) throw',
      writes: 'if (odd && width < 0) throw',
      say: 'Rows of different lengths are let through. Compare the length of every row, and throw a TypeError.',
    },
    {
      mistake: 'only counts the numbers of all rows',
      insteadOf: 'const odd = rows.find(row => row.length !== width);',
      writes: 'const odd = rows.flat().length === rows.length * width ? undefined : rows[0];',
      say: 'A row too short beside a row too long is let through. Compare the length of every row, not the count of all numbers.',
    },
    {
      mistake: 'does not look at the lengths of the keys',
      insteadOf: "checkRows('attentionScores', keys, d);",
      writes: '',
      say: 'Keys of different lengths are let through. Compare every key with the first, and throw a TypeError.',
    },
    {
      mistake: 'does not look at the lengths of the queries',
      insteadOf: "checkRows('attentionScores', queries, d);",
      writes: '',
      say: 'Queries of another length than the keys are let through. Compare every query with a key, and throw a TypeError.',
    },
    {
      mistake: 'does not look at the lengths of the scores',
      insteadOf: "checkRows('maskedSoftmax', scores, m);",
      writes: '',
      say: 'Scores of different lengths are let through. Compare every row with the first, and throw a TypeError.',
    },
    {
      mistake: 'does not look at the lengths of the values',
      insteadOf: "checkRows('attention', values, c);",
      writes: '',
      say: 'Values of different lengths are let through. Compare every value with the first, and throw a TypeError.',
    },
    {
      mistake: 'accepts any number of values',
      insteadOf: 'values.length !== m)',
      writes: 'values.length < 0)',
      say: 'More or fewer values than keys are let through. Throw a TypeError unless there is one for each key.',
    },
    {
      mistake: 'accepts more values than keys',
      insteadOf: 'values.length !== m)',
      writes: 'values.length < m)',
      say: 'More values than keys are let through. Throw a TypeError unless there is one for each key.',
    },
    {
      mistake: 'accepts a mask of any shape',
      insteadOf:
        'function checkMask(caller: string, mask: boolean[][], n: number, m: number): void {',
      writes:
        'function checkMask(caller: string, mask: boolean[][], n: number, m: number): void {\n  mask = Array.from({ length: n }, () => new Array(m).fill(true));',
      say: 'A mask of another shape than [n][m] is let through. Compare its number of rows and the length of every row, and throw a TypeError.',
    },
    {
      mistake: 'does not count the rows of the mask',
      insteadOf: 'if (mask.length !== n)',
      writes: 'if (mask.length < 0)',
      say: 'A mask with too few or too many rows is let through. Throw a TypeError unless it has a row for each query.',
    },
    {
      mistake: 'accepts a mask with too many rows',
      insteadOf: 'if (mask.length !== n)',
      writes: 'if (mask.length < n)',
      say: 'A mask with too many rows is let through. Throw a TypeError unless it has a row for each query.',
    },
    {
      mistake: 'does not look at the row lengths of the mask',
      insteadOf: 'const uneven = mask.find(row => row.length !== m);',
      writes: 'const uneven = mask.find(row => row.length < 0);',
      say: 'A mask with rows of a wrong length is let through. Throw a TypeError unless every row has an entry for each key.',
    },
    {
      mistake: 'looks at the first row of the mask only',
      insteadOf: 'const uneven = mask.find(row => row.length !== m);',
      writes: 'const uneven = mask.slice(0, 1).find(row => row.length !== m);',
      say: 'A mask whose rows differ in length is let through where the first row is right. Look at every row.',
    },
    {
      mistake: 'does not look at the shape of the mask in attention',
      insteadOf: "if (mask !== undefined) checkMask('attention', mask, n, m);",
      writes: 'mask &&= scores.map((row, i) => row.map((_, j) => mask?.[i]?.[j] ?? true));',
      say: 'In attention, a mask of another shape than [n][m] is let through. Check it before you join it with the causal one.',
    },
  ],

  pictures: [
    {
      kind: 'heatmap',
      title: 'Your weights where nothing is blocked',
      rows: 'query',
      columns: 'key',
      experiment: ({ attention }, { wide }) =>
        attention(wide.queries, wide.keys, wide.values).weights,
    },
    {
      kind: 'heatmap',
      title: 'Your weights where no query looks ahead',
      rows: 'query',
      columns: 'key',
      experiment: ({ attention }, { own }) =>
        attention(own.queries, own.keys, own.values, { causal: true }).weights,
    },
  ],
});
