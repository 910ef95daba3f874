import {
  anyTree,
  blobs,
  type Draw,
  EXACT,
  followsItsTree,
  type Growth,
  grader,
  gridOver,
  growsGreedily,
  isRecord,
  type Labelled,
  type Law,
  type Measure,
  splitsBest,
  type Value,
} from '../../../graders';

/** The best question of a node beats every other by this, so that no arithmetic confuses them. */
const MARGIN = 1e-5;

interface Question {
  readonly feature: number;
  readonly threshold: number;
  readonly gain: number;
}

/** The impurity of a node times its number of examples. */
function mixture(counts: readonly number[], criterion: Measure['criterion']): number {
  let n = 0;
  for (const count of counts) n += count;
  let sum = 0;
  for (const count of counts) {
    if (count > 0)
      sum += criterion === 'gini' ? count * (1 - count / n) : -count * Math.log2(count / n);
  }
  return sum;
}

/** Every question of a node, by feature, then by threshold. */
function questions({ X, y }: Labelled, { classes, criterion }: Measure): Question[] {
  const all = Array.from({ length: classes }, (_, k) => y.filter(label => label === k).length);
  const asked: Question[] = [];
  for (let feature = 0; feature < X[0].length; feature += 1) {
    const order = y.map((_, i) => i).sort((a, b) => X[a][feature] - X[b][feature]);
    const left = all.map(() => 0);
    const right = [...all];
    order.slice(1).forEach((next, k) => {
      left[y[order[k]]] += 1;
      right[y[order[k]]] -= 1;
      const [below, above] = [X[order[k]][feature], X[next][feature]];
      if (below === above) return;
      const sum = mixture(all, criterion) - mixture(left, criterion) - mixture(right, criterion);
      asked.push({ feature, threshold: (below + above) / 2, gain: sum / y.length });
    });
  }
  return asked;
}

/** The last question to beat all before it by more than a tolerance. */
function winner(asked: readonly Question[], tolerance: number): Question {
  return asked.reduce((best, next) => (next.gain > best.gain + tolerance ? next : best));
}

/** The nodes that the greedy tree splits, from the root, or null where two questions are close. */
function splitNodes(node: Labelled, options: Growth, depth = 0): Labelled[] | null {
  const { X, y } = node;
  const { maxDepth, minSamplesSplit } = options;
  if (new Set(y).size === 1 || depth === maxDepth || y.length < minSamplesSplit) return [];
  const asked = questions(node, options);
  if (asked.length === 0) return [];
  const best = winner(asked, 0);
  if (asked.some(other => other !== best && other.gain > best.gain - MARGIN)) return null;
  const nodes = [node];
  for (const wanted of [true, false]) {
    const inside = (_: unknown, i: number) => X[i][best.feature] <= best.threshold === wanted;
    const side = { X: X.filter(inside), y: y.filter(inside) };
    const below = splitNodes(side, options, depth + 1);
    if (below === null) return null;
    nodes.push(...below);
  }
  return nodes;
}

/** Overlapping groups whose greedy tree is the same in any arithmetic, with three nodes to split. */
function overlapping(draw: Draw, n: number, d: number, options: Growth) {
  const { classes, criterion } = options;
  const measure = { classes, criterion };
  const { X, y, nodes } = draw.until(
    () => {
      const set = blobs(draw, n, d, classes, 5);
      return { ...set, nodes: splitNodes(set, options) ?? [] };
    },
    ({ nodes }) => nodes.length >= 3,
  );
  const stages = nodes.slice(0, 5).map(node => ({ ...node, options: measure }));
  return { X, y, options, measure, nodes: stages };
}

/** Whole numbers, so that values come twice; grown until nothing is left to split. */
function lattice(draw: Draw) {
  const options: Growth = { classes: 2, criterion: 'gini', maxDepth: 20, minSamplesSplit: 2 };
  const n = draw.integer(13, 17);
  const set = draw.until(
    () => ({
      X: draw.times(n, () => draw.times(2, () => draw.integer(-2, 4))),
      y: draw.times(n, () => draw.integer(0, 1)),
    }),
    set => (splitNodes(set, options) ?? []).length > 2,
  );
  return { ...set, options };
}

/** Values so close together that a threshold needs six decimals, an odd number of 1e-5 apart. */
function close(draw: Draw) {
  const options: Growth = { classes: 2, criterion: 'gini', maxDepth: 1, minSamplesSplit: 2 };
  const set = draw.until(
    () => ({
      X: draw.times(14, () => draw.times(2, () => draw.integer(-60, 60) / 1e5)),
      y: draw.times(14, () => draw.integer(0, 1)),
    }),
    set => {
      if (splitNodes(set, options)?.length !== 1) return false;
      const { feature, threshold } = winner(questions(set, options), 0);
      const gap = 2 * Math.min(...set.X.map(row => Math.abs(row[feature] - threshold)));
      return gap < 9.5e-5 && Math.round(gap * 1e5) % 2 === 1;
    },
  );
  return { ...set, options };
}

/**
 * Over 256 examples of class 0 with one of class 2 among them. All gains are small, and the best
 * comes after others that are almost as good.
 */
function needle(draw: Draw) {
  const options: Growth = { classes: 3, criterion: 'gini', maxDepth: 2, minSamplesSplit: 9 };
  const n = draw.integer(262, 280);
  const set = draw.until(
    () => {
      const X = draw.times(n, () => draw.times(2, () => draw.integer(-5, 3)));
      const odd = draw.integer(1, n - 1);
      return { X, y: X.map((_, i) => (i === odd ? 2 : 0)) };
    },
    set => {
      const asked = questions(set, options);
      const best = winner(asked, 0);
      if ([1e-4, 1e-3].some(tolerance => winner(asked, tolerance) === best)) return false;
      return splitNodes(set, options)?.length === 2;
    },
  );
  return { ...set, options };
}

/** Rows to predict for. Midpoints of 3-decimal values are multiples of 0.0005; these never are. */
function strangers(draw: Draw, d: number): number[][] {
  return draw.times(20, () =>
    draw.times(d, () => (Math.round(draw.uniform(-9000, 9000)) + 0.2) / 1000),
  );
}

/** Two features and two classes, with a grid over them. */
function map(draw: Draw) {
  const { X, y } = blobs(draw, 30, 2, 2, 3);
  const ticks = (feature: number) => {
    const values = X.map(row => row[feature]);
    const [low, high] = [Math.min(...values) - 1, Math.max(...values) + 1];
    return draw.times(18, k => low + ((high - low) * k) / 17);
  };
  const [xs, ys] = [ticks(0), ticks(1)];
  const grid = ys.flatMap(y => xs.map(x => [x, y]));
  return { X, y, xs, ys, grid, options: { classes: 2, maxDepth: 3, minSamplesSplit: 4 } };
}

const bench = (draw: Draw) => {
  const three = overlapping(draw, draw.integer(20, 24), 4, {
    classes: 3,
    criterion: 'gini',
    maxDepth: 2,
    minSamplesSplit: 4,
  });
  const four = overlapping(draw, draw.integer(26, 30), 5, {
    classes: 4,
    criterion: 'entropy',
    maxDepth: 3,
    minSamplesSplit: 7,
  });
  const limited = (maxDepth: number, minSamplesSplit: number) => ({
    ...three,
    options: { ...three.options, maxDepth, minSamplesSplit },
  });
  return {
    counts: [
      ...[3, 4, 5].map(K => draw.shuffle([0, ...draw.times(K - 1, () => draw.integer(1, 9))])),
      draw.shuffle([0, 3, draw.integer(260, 290), draw.integer(100, 140)]),
    ],
    three,
    four,
    leaf: limited(0, 3),
    stump: limited(1, 3),
    enough: limited(1, three.X.length),
    tooFew: limited(5, three.X.length + 1),
    lattice: lattice(draw),
    close: close(draw),
    needle: needle(draw),
    strangers: strangers(draw, 4),
    tree: anyTree(draw, 4, 6, 3),
    map: map(draw),
  };
};

const two = { classes: 2, criterion: 'gini', maxDepth: 4, minSamplesSplit: 2 } as const;
const more = { ...two, classes: 3 };
/** No first split gains anything. */
// biome-ignore format: a table
const xor = { X: [[0, 0], [0, 1], [1, 0], [1, 1]], y: [0, 1, 1, 0], options: two };
const shallow = { ...xor, options: { ...two, maxDepth: 1 } };
/** One feature, to be asked about twice. */
const island = {
  X: [[3], [5], [1], [6], [4], [2]],
  y: [0, 1, 0, 0, 1, 0],
  options: { ...two, criterion: 'entropy' as const },
};
/** Only the last feature tells the classes apart. */
// biome-ignore format: a table
const last = { X: [[2, 4, 7], [2, 3, 1], [2, 4, 8], [2, 3, 2], [2, 4, 1]], y: [1, 0, 1, 0, 0], options: two };
/** The classes part between 9 and 10, which stand the other way round as text. */
const digits = { X: [[10], [9], [-1], [100], [-20], [11]], y: [1, 0, 0, 1, 0, 1], options: two };
/** The classes part at 0. */
const zero = { X: [[3], [-1], [5], [1], [4]], y: [0, 1, 0, 0, 0], options: two };
/** The best threshold lies between 2, which has both classes, and 3, which has one of them. */
// biome-ignore format: a table
const shared = [
  { X: [[2], [3], [2], [1], [1], [4], [1]], y: [0, 1, 1, 0, 1, 1, 0] },
  { X: [[4], [1], [2], [2], [2], [4], [1], [3]], y: [0, 1, 1, 1, 0, 0, 1, 0] },
];
/** Features 1 and 2 part the examples alike, feature 2 at lower thresholds. */
// biome-ignore format: a table
const twins = { X: [[5, 11, 1], [2, 12, 2], [4, 13, 3], [1, 14, 4]], y: [0, 0, 1, 1] };
/** Every value comes once with each class, so that all gains are 0. */
const flat = { X: [[4], [1], [3], [2], [1], [2], [4], [3]], y: [0, 1, 0, 1, 0, 0, 1, 1] };
// biome-ignore format: a table
const alike = { X: [[3, 1], [3, 1], [3, 1], [3, 1]], y: [2, 0, 2, 2], options: more };
// biome-ignore format: a table
const pure = { X: [[5, 2], [1, 4], [3, 3]], y: [1, 1, 1], options: more };
/** Classes 2 and 10 come twice. */
const even = {
  X: [[1], [2], [3], [4], [5]],
  y: [0, 10, 2, 2, 10],
  options: { ...two, classes: 12, maxDepth: 0 },
};
/** Four examples on the left and three on the right, both mixed. */
const uneven = {
  X: [[6], [3], [1], [7], [4], [2], [5]],
  y: [2, 1, 0, 1, 0, 0, 2],
  options: { ...more, minSamplesSplit: 4 },
};
/** A node with one threshold, and the classes in the same shares on both sides of it. */
function proportional(shares: readonly number[], left: number, right: number): Labelled {
  const parts = [...Array(right).fill(7), ...Array(left).fill(4)] as number[];
  const labels = shares.flatMap((share, k) => Array<number>(share).fill(k));
  return { X: parts.flatMap(x => labels.map(() => [x])), y: parts.flatMap(() => labels) };
}
/** All gains are 0. Whatever the order of its steps, an arithmetic falls below 0 on one of these. */
const proportions = (['gini', 'entropy'] as const).flatMap(criterion =>
  [
    proportional([1, 2], 1, 2),
    proportional([2, 1], 4, 1),
    proportional([1, 2], 1, 6),
    proportional([1, 1, 1], 5, 1),
    proportional([4, 1, 1], 1, 4),
  ].map(node => ({ ...node, options: { ...more, maxDepth: 9, criterion } })),
);
/** Neighbours a billionth of a billionth apart; and some few parts in ten million. */
const near = [
  { X: [[3e-18], [1e-18], [0], [4e-18], [2e-18]], y: [1, 0, 0, 1, 0], options: two },
  { X: [2, 5, 1, 4, 3].map(k => [300 + k / 8192]), y: [0, 1, 0, 1, 1], options: two },
];
// biome-ignore format: a table
const rows = { ragged: [[1, 2], [3], [4, 5]], long: [[1, 2], [3, 4], [5, 6, 7]] };
const leafOf = (prediction: number) => ({
  kind: 'leaf' as const,
  counts: [0, 1, 2].map(k => (k === prediction ? 4 : 1)),
  prediction,
});
const question = { kind: 'split', feature: 1, threshold: 0.75, gain: 0.25 } as const;
const given = { ...question, left: leafOf(2), right: leafOf(0) };
/** Leaves that do not predict their most frequent class, as where examples have weights. */
const weighted = {
  ...question,
  left: { ...leafOf(0), prediction: 2 },
  right: { ...leafOf(2), prediction: 1 },
};
/** The left child of its root asks about feature 0 at 0, and gains 0. */
const nested = {
  ...given,
  left: { ...question, feature: 0, threshold: 0, gain: 0, left: leafOf(1), right: leafOf(2) },
};

/** One tree after another, each grown greedily from its own examples. */
const growsEachGreedily: Law<unknown> = (value, evidence) => {
  for (const [i, node] of proportions.entries()) {
    const tree = Array.isArray(value) ? value[i] : undefined;
    const breach = growsGreedily(() => node)(tree, evidence);
    // Of several calls the last is not the one that the sentence speaks of.
    if (breach) return { received: tree, call: evidence.learner.calls[i], ...breach };
  }
  return null;
};

/** Which gains rounding leaves below 0 hangs on the arithmetic; that some are refused does not. */
function refuseAlike(a: Value, b: Value): boolean {
  const refuses = (list: Value) =>
    Array.isArray(list) && list.some(one => one === null || (isRecord(one) && one.kind === 'leaf'));
  return refuses(a) === refuses(b);
}

/** Is the same told, but for rounding? Splits that gain nothing are all one. */
function tellTheSame(a: Value, b: Value): boolean {
  if (isRecord(a) && isRecord(b)) {
    if ([a, b].every(({ gain }) => Math.abs(Number(gain)) < 1e-9)) return true;
    return Object.keys(b).every(field => tellTheSame(a[field], b[field]));
  }
  if (typeof a !== 'number' || typeof b !== 'number') {
    return JSON.stringify(a) === JSON.stringify(b);
  }
  return Object.is(a, b) || Math.abs(a - b) <= 1e-6 * Math.abs(b);
}

export default grader<typeof import('./solution'), typeof bench>({
  bench,
  checks: ({ agrees, holds, rejects }) => [
    agrees('measures the Gini impurity of a node', ({ impurity }, { counts }) =>
      counts.map(node => impurity(node, 'gini')),
    ),
    agrees('measures the entropy of a node in bits', ({ impurity }, { counts }) =>
      counts.map(node => impurity(node, 'entropy')),
    ),
    agrees('finds no impurity in a node of one class', ({ impurity }) => [
      impurity([0, 7, 0], 'gini'),
      impurity([0, 7, 0], 'entropy'),
    ]),
    agrees('finds no impurity in a node without examples', ({ impurity }) => [
      impurity([0, 0, 0], 'gini'),
      impurity([0, 0, 0], 'entropy'),
    ]),

    holds(
      'finds the split with the largest Gini gain',
      ({ bestSplit }, { three }) => three.nodes.map(({ X, y }) => bestSplit(X, y, three.measure)),
      splitsBest(({ three }) => three.nodes),
    ),
    holds(
      'finds the split with the largest entropy gain',
      ({ bestSplit }, { four }) => four.nodes.map(({ X, y }) => bestSplit(X, y, four.measure)),
      splitsBest(({ four }) => four.nodes),
    ),
    holds(
      'uses Gini where no criterion is given',
      ({ bestSplit }, { three }) => [
        bestSplit(three.X, three.y, { classes: 3 }),
        bestSplit(three.X, three.y, { classes: 3, criterion: undefined }),
      ],
      splitsBest(({ three }) => [three.nodes[0], three.nodes[0]]),
    ),
    holds(
      'tries every feature, the last one after a constant one too',
      ({ bestSplit }) => bestSplit(last.X, last.y, { classes: 2, criterion: 'gini' }),
      splitsBest(() => last),
    ),
    holds(
      'compares values as numbers',
      ({ bestSplit }) => bestSplit(digits.X, digits.y, { classes: 2, criterion: 'gini' }),
      splitsBest(() => digits),
    ),
    agrees('tries every threshold, the first and the last too', ({ bestSplit }) => [
      bestSplit([[3], [1], [5], [2], [4]], [0, 1, 0, 0, 0], { classes: 2, criterion: 'gini' }),
      bestSplit([[3], [1], [5], [2], [4]], [0, 0, 1, 0, 0], { classes: 2, criterion: 'gini' }),
    ]),
    holds(
      'finds a threshold of 0',
      ({ bestSplit }) => bestSplit(zero.X, zero.y, { classes: 2, criterion: 'gini' }),
      splitsBest(() => zero),
    ),
    holds(
      'puts thresholds only between different values',
      ({ bestSplit }, { lattice }) => bestSplit(lattice.X, lattice.y, { classes: 2 }),
      splitsBest(({ lattice }) => lattice),
    ),
    agrees('tries thresholds next to a value that has several classes', ({ bestSplit }) =>
      shared.map(({ X, y }) => bestSplit(X, y, { classes: 2, criterion: 'gini' })),
    ),
    holds(
      'puts thresholds halfway between values that are close',
      ({ bestSplit }, { close }) => bestSplit(close.X, close.y, { classes: 2, criterion: 'gini' }),
      splitsBest(({ close }) => close),
    ),
    holds(
      'tells values apart that differ by very little',
      ({ bestSplit }) => near.map(({ X, y }) => bestSplit(X, y, { classes: 2, criterion: 'gini' })),
      splitsBest(() => near),
    ),
    holds(
      'takes the larger of two gains that are small and close',
      ({ bestSplit }, { needle }) =>
        bestSplit(needle.X, needle.y, { classes: 3, criterion: 'gini' }),
      splitsBest(({ needle }) => needle),
      { alike: tellTheSame },
    ),
    agrees('finds no split where every feature is constant', ({ bestSplit }) =>
      bestSplit(alike.X, alike.y, { classes: 3 }),
    ),
    agrees('finds a split even where none gains anything', ({ bestSplit }) =>
      bestSplit(xor.X, xor.y, { classes: 2, criterion: 'gini' }),
    ),
    holds(
      'finds a split even where rounding leaves the gain just below 0',
      ({ bestSplit }) =>
        proportions.map(({ X, y, options: { criterion } }) =>
          bestSplit(X, y, { classes: 3, criterion }),
        ),
      splitsBest(() => proportions),
      { alike: refuseAlike },
    ),
    agrees('gives a tie to the lower feature', ({ bestSplit }) =>
      bestSplit(twins.X, twins.y, { classes: 2, criterion: 'gini' }),
    ),
    agrees('gives a tie to the lower threshold', ({ bestSplit }) =>
      bestSplit(flat.X, flat.y, { classes: 2, criterion: 'gini' }),
    ),

    holds(
      'makes the root a leaf where maxDepth is 0',
      ({ buildTree }, { leaf }) => buildTree(leaf.X, leaf.y, leaf.options),
      growsGreedily(({ leaf }) => leaf),
    ),
    holds(
      'predicts the lowest of equally frequent classes',
      ({ buildTree }) => buildTree(even.X, even.y, { classes: 12, maxDepth: 0 }),
      growsGreedily(() => even),
    ),
    holds(
      'makes a leaf of examples of one class',
      ({ buildTree }) => buildTree(pure.X, pure.y, { classes: 3, maxDepth: 4 }),
      growsGreedily(() => pure),
    ),
    holds(
      'makes a leaf of rows that are all alike',
      ({ buildTree }) => buildTree(alike.X, alike.y, { classes: 3, maxDepth: 4 }),
      growsGreedily(() => alike),
    ),
    holds(
      'splits once where maxDepth is 1',
      ({ buildTree }, { stump }) => buildTree(stump.X, stump.y, stump.options),
      growsGreedily(({ stump }) => stump),
    ),
    holds(
      'stops on both sides where they have reached maxDepth',
      ({ buildTree }) => buildTree(xor.X, xor.y, { classes: 2, maxDepth: 1 }),
      growsGreedily(() => shallow),
    ),
    holds(
      'splits a node of exactly minSamplesSplit examples',
      ({ buildTree }, { enough: { X, y, options } }) =>
        buildTree(X, y, { classes: 3, maxDepth: 1, minSamplesSplit: options.minSamplesSplit }),
      growsGreedily(({ enough }) => enough),
    ),
    holds(
      'makes a leaf of fewer examples than minSamplesSplit',
      ({ buildTree }, { tooFew }) => buildTree(tooFew.X, tooFew.y, tooFew.options),
      growsGreedily(({ tooFew }) => tooFew),
    ),
    holds(
      'goes by the examples of the node, not of the whole tree',
      ({ buildTree }) =>
        buildTree(uneven.X, uneven.y, { classes: 3, maxDepth: 4, minSamplesSplit: 4 }),
      growsGreedily(() => uneven),
    ),
    holds(
      'grows a tree by Gini whose every split is the best of its node',
      ({ buildTree }, { three }) => buildTree(three.X, three.y, three.options),
      growsGreedily(({ three }) => three),
    ),
    holds(
      'grows a tree by entropy whose every split is the best of its node',
      ({ buildTree }, { four }) => buildTree(four.X, four.y, four.options),
      growsGreedily(({ four }) => four),
    ),
    holds(
      'grows on until nothing is left to split',
      ({ buildTree }, { lattice }) => buildTree(lattice.X, lattice.y, { classes: 2, maxDepth: 20 }),
      growsGreedily(({ lattice }) => lattice),
    ),
    holds(
      'asks about the same feature again where that is best',
      ({ buildTree }) =>
        buildTree(island.X, island.y, { classes: 2, maxDepth: 4, criterion: 'entropy' }),
      growsGreedily(() => island),
    ),
    holds(
      'splits a mixed node even where the gain is 0',
      ({ buildTree }) => buildTree(xor.X, xor.y, { classes: 2, maxDepth: 4 }),
      growsGreedily(() => xor),
    ),
    holds(
      'splits a mixed node even where rounding leaves the gain just below 0',
      ({ buildTree }) =>
        proportions.map(({ X, y, options: { criterion } }) =>
          buildTree(X, y, { classes: 3, maxDepth: 9, criterion }),
        ),
      growsEachGreedily,
      { alike: refuseAlike },
    ),
    holds(
      'goes on where all examples but one are of one class',
      ({ buildTree }, { needle }) => buildTree(needle.X, needle.y, needle.options),
      growsGreedily(({ needle }) => needle),
      { alike: tellTheSame },
    ),

    agrees(
      'predicts the class of a tree that is a single leaf',
      ({ predict }) =>
        predict(leafOf(1), [
          [0.5, 2],
          [-1, 4],
        ]),
      { within: EXACT },
    ),
    agrees(
      'sends a value equal to the threshold to the left',
      ({ predict }) =>
        predict(given, [
          [9, 0.7],
          [9, 0.75],
          [9, 0.8],
        ]),
      { within: EXACT },
    ),
    agrees(
      'goes on at a question about feature 0 at 0',
      ({ predict }) =>
        predict(nested, [
          [0, 0.75],
          [0.25, 0.5],
          [-0.25, 0.5],
          [-0.25, 1],
        ]),
      { within: EXACT },
    ),
    agrees(
      'takes the prediction of a leaf as it stands',
      ({ predict }) =>
        predict(weighted, [
          [3, 0.5],
          [3, 1],
        ]),
      { within: EXACT },
    ),
    agrees(
      'follows each row down a given tree to its leaf',
      ({ predict }, { tree, strangers }) => predict(tree, strangers),
      { within: EXACT },
    ),
    holds(
      'predicts what its own tree says',
      ({ buildTree, predict }, { three, strangers }) => {
        const tree = buildTree(three.X, three.y, three.options);
        return { tree, labels: predict(tree, strangers) };
      },
      followsItsTree(({ strangers }) => strangers),
    ),

    rejects('refuses to look for a split in no rows', ({ bestSplit }) =>
      bestSplit([], [], { classes: 2 }),
    ),
    rejects('refuses to grow a tree from no rows', ({ buildTree }) =>
      buildTree([], [], { classes: 2, maxDepth: 3 }),
    ),
    rejects('refuses a label that is too large', ({ bestSplit }) =>
      bestSplit([[1], [2], [3]], [0, 2, 1], { classes: 2 }),
    ),
    // The trees below are single leaves, so that no search for a split can refuse for them.
    rejects('refuses a negative label', ({ buildTree }) =>
      buildTree([[1], [2], [3]], [0, -1, 1], { classes: 2, maxDepth: 0 }),
    ),
    rejects('refuses a label that is no whole number', ({ buildTree }) =>
      buildTree([[1], [2], [3]], [0, 0.5, 1], { classes: 2, maxDepth: 0 }),
    ),
    rejects('refuses fewer labels than rows', ({ bestSplit }) =>
      bestSplit([[1], [2], [3]], [0, 1], { classes: 2 }),
    ),
    rejects('refuses more labels than rows', ({ buildTree }) =>
      buildTree([[1], [2]], [1, 1, 1], { classes: 2, maxDepth: 3 }),
    ),
    rejects('refuses rows of different lengths when it looks for a split', ({ bestSplit }) =>
      bestSplit(rows.ragged, [0, 1, 1], { classes: 2 }),
    ),
    rejects('refuses rows of different lengths when it grows a tree', ({ buildTree }) =>
      buildTree(rows.long, [1, 1, 1], { classes: 2, maxDepth: 3 }),
    ),
    rejects('refuses rows of different lengths when it predicts', ({ predict }) =>
      predict(given, rows.long),
    ),
  ],

  mutants: [
    {
      mistake: 'takes logarithms to base e',
      insteadOf: 'Math.log2(p)',
      writes: 'Math.log(p)',
      say: 'Your entropies equal those in nats, with logarithms to base e. Use Math.log2 to get bits.',
    },
    {
      mistake: 'takes logarithms to base K',
      insteadOf: 'Math.log2(p)',
      writes: '(Math.log(p) / Math.log(counts.length))',
      say: 'Your entropies are at most 1, as with logarithms to base K. Use Math.log2 to get bits, whatever the number of classes.',
    },
    {
      mistake: 'takes the logarithm of a share of 0',
      insteadOf: 'p > 0 ?',
      writes: 'true ?',
      say: 'A class without examples turns your entropy into NaN, as 0 · log₂0 does. Leave such classes out of the sum.',
    },
    {
      mistake: 'divides by 0 in an empty node',
      insteadOf: 'if (n === 0) return 0;',
      writes: '',
      say: 'Your impurity of a node without examples is what 0 / 0 leads to. Return 0 there before you divide.',
    },
    {
      mistake: 'leaves out the 1 − of Gini',
      insteadOf: 'return 1 - shares',
      writes: 'return shares',
      say: 'Your Gini equals Σp², which is 1 for a pure node. Subtract it from 1.',
    },
    {
      mistake: 'takes the misclassified share for Gini',
      insteadOf: '1 - shares.reduce((sum, p) => sum + p * p, 0)',
      writes: '1 - Math.max(...shares)',
      say: 'Your Gini equals the share of examples outside the largest class, and your splits are the best under that measure. Use 1 − Σp².',
    },
    {
      mistake: 'takes entropy where no criterion is given',
      insteadOf: "classes, criterion = 'gini' }",
      writes: "classes, criterion = 'entropy' }",
      say: 'Where no criterion is given, your splits are the best under entropy. The default is Gini.',
    },
    {
      mistake: 'takes the plain mean of the children',
      insteadOf: 'size * impurity(left, criterion) + (n - size) * impurity(right, criterion)',
      writes: '(impurity(left, criterion) + impurity(right, criterion)) * (n / 2)',
      say: 'Your splits are the best when both children count the same, however large each is. Weight each child by its share of the examples.',
    },
    {
      mistake: 'adds up the impurities of the children',
      insteadOf: 'size * impurity(left, criterion) + (n - size) * impurity(right, criterion)',
      writes: '(impurity(left, criterion) + impurity(right, criterion)) * n',
      say: 'Your gains equal the impurity of the node minus the plain sum of its children’s. Weight each child by its share of the examples.',
    },
    {
      mistake: 'exchanges the weights of the children',
      insteadOf: 'size * impurity(left, criterion) + (n - size) * impurity(right, criterion)',
      writes: '(n - size) * impurity(left, criterion) + size * impurity(right, criterion)',
      say: 'Your gains come out when each child is weighted by the size of the other. Weight each child by its own share.',
    },
    {
      mistake: 'takes the gain ratio',
      insteadOf: 'parent - children / n',
      writes: "(parent - children / n) / impurity([size, n - size], 'entropy')",
      say: 'Your gains are divided by the entropy of the two sizes, which makes them gain ratios. Leave the gain as it is.',
    },
    {
      mistake: 'does not divide the gain by the number of examples',
      insteadOf: 'parent - children / n',
      writes: 'n * parent - children',
      say: 'Your gains are n times what they should be, n being the number of examples in the node. Weight the children by shares, not by counts.',
    },
    {
      mistake: 'puts the threshold at a value',
      insteadOf: '(below + above) / 2',
      writes: 'below',
      say: 'Your thresholds are the lower of two neighbouring values. Put them halfway between the two.',
    },
    {
      mistake: 'gives a tie to the last split',
      insteadOf: 'gain > best.gain',
      writes: 'gain >= best.gain',
      say: 'Among splits of equal gain you take the last. Replace the best split only by one that gains more.',
    },
    {
      mistake: 'lets a slightly larger gain lose',
      insteadOf: 'gain > best.gain)',
      writes: 'gain > best.gain + 0.001)',
      say: 'An earlier split keeps its place against one that gains up to 0.001 more. Let any larger gain win; only rounding errors may count as a tie.',
    },
    {
      mistake: 'gives a tie to the lower threshold of a later feature',
      insteadOf: 'if (best === null || gain > best.gain) {',
      writes:
        'if (best === null || gain > best.gain || (gain === best.gain && below + above < 2 * best.threshold)) {',
      say: 'Between two features of equal gain you take the one with the lower threshold. The lower feature wins; thresholds decide within one feature only.',
    },
    {
      mistake: 'misses splits that gain nothing',
      insteadOf: 'best === null || gain > best.gain',
      writes: 'gain > (best?.gain ?? 0)',
      say: 'Your search finds nothing where every gain is 0, as when the best gain starts from 0. Let the first candidate count, whatever it gains.',
    },
    {
      mistake: 'misses splits whose gain is rounded to below 0',
      insteadOf: 'if (best === null || gain > best.gain) {',
      writes: 'if (gain >= 0 && (best === null || gain > best.gain)) {',
      say: 'Your search finds nothing where rounding leaves every gain just below 0. Let the first candidate count, whatever it gains.',
    },
    {
      mistake: 'takes the impurity that is left for the gain',
      insteadOf: `const gain = parent - children / n;
      // Only a larger gain replaces the best, so the lowest feature and threshold keep a tie.
      if (best === null || gain > best.gain) {`,
      writes: `const gain = children / n;
      if (best === null || gain < best.gain) {`,
      say: 'Your gains equal the weighted impurity of the children. Subtract that from the impurity of the node.',
    },
    {
      mistake: 'leaves out the last feature',
      insteadOf: 'feature < X[0].length;',
      writes: 'feature < X[0].length - 1;',
      say: 'Your splits are the best of all features but the last. Let the loop over features run to the end.',
    },
    {
      mistake: 'stops after two features',
      insteadOf: 'feature < X[0].length;',
      writes: 'feature < 2;',
      say: 'Your splits are the best of features 0 and 1 alone. Let the loop run over as many features as a row has.',
    },
    {
      mistake: 'takes the number of classes for that of features',
      insteadOf: 'feature < X[0].length;',
      writes: 'feature < Math.min(classes, X[0].length);',
      say: 'Your search looks at no more features than there are classes. Let the loop run over as many features as a row has.',
    },
    {
      mistake: 'gives up at a constant feature',
      insteadOf:
        'const order = X.map((_, i) => i).sort((a, b) => X[a][feature] - X[b][feature]); // [n]',
      writes: `const order = X.map((_, i) => i).sort((a, b) => X[a][feature] - X[b][feature]);
    if (X[order[0]][feature] === X[order[n - 1]][feature]) return best;`,
      say: 'Your search ends at the first feature that is constant. Go on with the next feature.',
    },
    {
      mistake: 'sorts values as text',
      insteadOf: 'X[a][feature] - X[b][feature]',
      writes: '(String(X[a][feature]) < String(X[b][feature]) ? -1 : 1)',
      say: 'Your splits come out when values are sorted as text, 10 before 9. Sort by a − b.',
    },
    {
      mistake: 'leaves out the last threshold',
      insteadOf: 'size < n;',
      writes: 'size < n - 1;',
      say: 'Your search never asks the question that leaves one example on the right. Let the loop over thresholds run to the last gap.',
    },
    {
      mistake: 'puts thresholds between equal values',
      insteadOf: 'if (below === above) continue;',
      writes: '',
      say: 'Your search parts examples that have the same value. Skip neighbours that are equal.',
    },
    {
      mistake: 'takes values that are close for one',
      insteadOf: 'if (below === above) continue;',
      writes: 'if (above - below < 1e-7) continue;',
      say: 'Your search puts no threshold between values that differ by very little. Only neighbours that are equal count as one value.',
    },
    {
      mistake: 'tries no threshold between two examples of one class',
      insteadOf: 'if (below === above) continue;',
      writes: 'if (below === above || y[last] === y[order[size]]) continue;',
      say: 'Your search skips a threshold where the examples next to it are of one class, though others with the same values are not. Try every threshold.',
    },
    {
      mistake: 'ignores maxDepth',
      insteadOf: 'depth >= maxDepth || ',
      writes: '',
      say: 'Your tree grows as if there were no maxDepth. Make a leaf where the depth reaches it.',
    },
    {
      mistake: 'takes a maxDepth of 0 for none',
      insteadOf: 'depth >= maxDepth',
      writes: 'depth >= (maxDepth || Infinity)',
      say: 'A maxDepth of 0 lets your tree grow as if there were no limit. With 0 the root itself is a leaf.',
    },
    {
      mistake: 'counts the root as depth 1',
      insteadOf: 'grow(X, y, 0, options)',
      writes: 'grow(X, y, 1, options)',
      say: 'Your tree stops one level too early, as when the root has depth 1. The root has depth 0.',
    },
    {
      mistake: 'grows one level too deep',
      insteadOf: 'depth >= maxDepth',
      writes: 'depth > maxDepth',
      say: 'Your tree has one level too many. A node whose depth equals maxDepth is a leaf.',
    },
    {
      mistake: 'ignores minSamplesSplit',
      insteadOf: ' || y.length < minSamplesSplit',
      writes: '',
      say: 'Your tree splits nodes with fewer examples than minSamplesSplit. Make a leaf of those.',
    },
    {
      mistake: 'makes a leaf of exactly minSamplesSplit examples',
      insteadOf: 'y.length < minSamplesSplit',
      writes: 'y.length <= minSamplesSplit',
      say: 'Your tree makes leaves of nodes with exactly minSamplesSplit examples. Only fewer than that stop it.',
    },
    {
      mistake: 'forgets minSamplesSplit below the root',
      insteadOf: 'y.filter(inside), depth + 1, options)',
      writes: 'y.filter(inside), depth + 1, { ...options, minSamplesSplit: 2 })',
      say: 'Your tree keeps to minSamplesSplit at the root only. Hand it on to the children.',
    },
    {
      mistake: 'splits nodes of one class',
      insteadOf: 'isPure || ',
      writes: '',
      say: 'Your tree goes on splitting examples that are all of one class. Make a leaf of them.',
    },
    {
      mistake: 'makes a leaf of nearly one class',
      insteadOf: 'counts.some(count => count === y.length)',
      writes: 'counts.some(count => count > 0.95 * y.length)',
      say: 'Your tree stops at nodes in which one class has over 95 %. Only a node of a single class is pure.',
    },
    {
      mistake: 'stops where the best gain is 0',
      insteadOf: 'if (split === null)',
      writes: 'if (split === null || split.gain <= 0)',
      say: 'Your tree stops where the best split gains 0. Take that split all the same: its children may gain a lot.',
    },
    {
      mistake: 'stops where the best gain is rounded to below 0',
      insteadOf: 'if (split === null)',
      writes: 'if (split === null || split.gain < 0)',
      say: 'Your tree stops where rounding leaves the best gain just below 0. Take that split all the same: only the four conditions make a leaf.',
    },
    {
      mistake: 'weighs the gain by the size of the root',
      insteadOf: 'left: side(true), right: side(false)',
      writes:
        'gain: (split.gain * y.length) / (options = { root: y.length, ...options } as Options & { root: number }).root, left: side(true), right: side(false)',
      say: 'Below the root, your gains are multiplied by the node’s share of all examples. A gain compares a node with its own children; leave it unweighted.',
    },
    {
      mistake: 'forgets the criterion while it grows',
      insteadOf: 'bestSplit(X, y, { classes, criterion })',
      writes: 'bestSplit(X, y, { classes })',
      say: 'Every split of your tree is the best under Gini, where entropy was asked for. Hand the criterion on to bestSplit.',
    },
    {
      mistake: 'forgets the criterion below the root',
      insteadOf: 'y.filter(inside), depth + 1, options)',
      writes: 'y.filter(inside), depth + 1, { ...options, criterion: undefined })',
      say: 'Below the root, every split of your tree is the best under Gini, where entropy was asked for. Hand the criterion on to the children.',
    },
    {
      mistake: 'counts no class above the largest label',
      insteadOf: 'new Array<number>(classes)',
      writes: 'new Array<number>(Math.max(...y) + 1)',
      say: 'The counts of your leaves end at the largest label that is seen. Give them one entry for each of the classes.',
    },
    {
      mistake: 'predicts the highest of equally frequent classes',
      insteadOf: 'counts.indexOf(Math.max(...counts))',
      writes: 'counts.lastIndexOf(Math.max(...counts))',
      say: 'Your leaves predict the highest of equally frequent classes. Take the lowest.',
    },
    {
      mistake: 'predicts the class of the first example',
      insteadOf: 'counts.indexOf(Math.max(...counts))',
      writes: 'y[0]',
      say: 'Your leaves predict the class of the first example that reaches them. Take the most frequent class.',
    },
    {
      mistake: 'asks about a feature only once on the way down',
      insteadOf: 'X.filter(inside)',
      writes: 'X.filter(inside).map(row => row.map((x, j) => (j === split.feature ? 0 : x)))',
      say: 'Below a split on a feature, your tree never asks about that feature again. Search all features at every node.',
    },
    {
      mistake: 'exchanges the children',
      insteadOf: 'left: side(true), right: side(false)',
      writes: 'left: side(false), right: side(true)',
      say: 'The children of your splits have changed places. Examples with x[feature] <= threshold belong to the left.',
    },
    {
      mistake: 'sends a value equal to the threshold to the right',
      insteadOf: '<= node.threshold',
      writes: '< node.threshold',
      say: 'Your predictions send a value equal to the threshold to the right. It goes left: compare with <=.',
    },
    {
      mistake: 'follows the children the wrong way round',
      insteadOf: '? node.left : node.right',
      writes: '? node.right : node.left',
      say: 'Your predictions go right where the answer is yes. Go left where x[feature] <= threshold.',
    },
    {
      mistake: 'predicts what a leaf counts most of',
      insteadOf: 'return node.prediction;',
      writes: 'return node.counts.indexOf(Math.max(...node.counts));',
      say: 'Your predictions are the most frequent classes of the leaves, not what the leaves predict. Return the prediction of the leaf.',
    },
    {
      mistake: 'accepts an empty X',
      insteadOf: 'X.length === 0',
      writes: 'false',
      say: 'No rows to learn from are not refused on purpose. Check the length of X first, and throw a RangeError.',
    },
    {
      mistake: 'accepts any label',
      insteadOf: '!Number.isInteger(label) || label < 0 || label >= classes',
      writes: 'false',
      say: 'Labels outside 0 … classes − 1 are not refused. Check every label, and throw a RangeError.',
    },
    {
      mistake: 'accepts a label that is no whole number',
      insteadOf: '!Number.isInteger(label) || ',
      writes: '',
      say: 'Labels such as 0.5 are not refused. Ask for whole numbers, and throw a RangeError.',
    },
    {
      mistake: 'accepts y of another length than X',
      insteadOf: 'y.length !== X.length',
      writes: 'false',
      say: 'Labels that do not fit the rows in number are not refused. Compare the two lengths, and throw a TypeError.',
    },
    {
      mistake: 'accepts more labels than rows',
      insteadOf: 'y.length !== X.length',
      writes: 'y.length < X.length',
      say: 'More labels than rows are not refused. Compare the two lengths both ways, and throw a TypeError.',
    },
    {
      mistake: 'accepts rows of different lengths',
      insteadOf: 'ragged >= 0',
      writes: 'false',
      say: 'Rows of different lengths are not refused. Compare each with the first, and throw a TypeError.',
    },
    {
      mistake: 'checks nothing where it grows a tree',
      insteadOf: `  checkData('buildTree', X, y, options.classes);
`,
      writes: '',
      say: 'Your buildTree refuses nothing itself, and a tree that is a single leaf never gets to bestSplit. Check the input in buildTree, too.',
    },
    {
      mistake: 'accepts rows of different lengths in predict',
      insteadOf: `  checkRows('predict', X);
`,
      writes: '',
      say: 'Your predict does not refuse rows of different lengths. Compare each with the first, and throw a TypeError.',
    },
  ],

  pictures: [
    {
      title: 'Your tree of two features',
      kind: 'tree',
      experiment: ({ buildTree }, { map }) => buildTree(map.X, map.y, map.options),
    },
    {
      title: 'The regions of your tree',
      kind: 'boundary',
      experiment: ({ buildTree, predict }, { map }) => {
        const { X, y, xs, ys, options } = map;
        const stages = [];
        for (let depth = 0; depth <= options.maxDepth; depth += 1) {
          const tree = buildTree(X, y, { ...options, maxDepth: depth });
          stages.push({ name: `Depth ${depth}`, scores: predict(tree, map.grid) });
        }
        return { X, y, xs, ys, scores: stages[options.maxDepth].scores, stages };
      },
    },
  ],
  tries: {
    table: { kind: 'classes', classes: 3, of: ({ map: { X, y } }) => ({ X, y }) },
    knobs: [
      {
        name: 'largest depth',
        kind: 'count',
        low: () => 0,
        high: () => 6,
        start: ({ map }) => map.options.maxDepth,
      },
    ],
    bench: ({ table: { X, y = [] }, own, knobs: [maxDepth] }, { map }) => {
      const options = {
        ...map.options,
        maxDepth,
        classes: Math.max(2, ...y.map(label => label + 1)),
      };
      const { xs, ys, points: grid } = own ? gridOver(X) : { ...map, points: map.grid };
      return { map: { X, y, xs, ys, grid, options } };
    },
  },
});
