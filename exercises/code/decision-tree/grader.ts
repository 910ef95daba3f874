import {
  anyTree,
  blobs,
  type Draw,
  EXACT,
  followsItsTree,
  type Growth,
  grader,
  growsGreedily,
  splitsBest,
  standsOut,
} from '../../../graders';

/** Overlapping groups whose greedy tree is the same in any arithmetic. */
function overlapping(draw: Draw, d: number, options: Growth) {
  const { classes, criterion } = options;
  const { X, y } = draw.until(
    () => blobs(draw, draw.integer(20, 26), d, classes, 4),
    set => standsOut(set, options),
  );
  return { X, y, options, measure: { classes, criterion } };
}

/** Whole numbers, so that values come twice; grown until every leaf is pure. */
function lattice(draw: Draw) {
  const options: Growth = { classes: 2, criterion: 'gini', maxDepth: 20, minSamplesSplit: 2 };
  const n = draw.integer(13, 17);
  const { X, y } = draw.until(
    () => ({
      X: draw.times(n, () => draw.times(2, () => draw.integer(-2, 12))),
      y: draw.times(n, () => draw.integer(0, 1)),
    }),
    set => new Set(set.y).size === 2 && standsOut(set, options),
  );
  return { X, y, options };
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
  const three = overlapping(draw, 3, {
    classes: 3,
    criterion: 'gini',
    maxDepth: 2,
    minSamplesSplit: 4,
  });
  const four = overlapping(draw, 4, {
    classes: 4,
    criterion: 'entropy',
    maxDepth: 3,
    minSamplesSplit: 6,
  });
  const limited = (maxDepth: number, minSamplesSplit: number) => ({
    ...three,
    options: { ...three.options, maxDepth, minSamplesSplit },
  });
  return {
    counts: draw.times(4, () => draw.shuffle([0, ...draw.times(3, () => draw.integer(1, 9))])),
    three,
    four,
    leaf: limited(0, 3),
    stump: limited(1, 3),
    enough: limited(1, three.X.length),
    tooFew: limited(5, three.X.length + 1),
    lattice: lattice(draw),
    strangers: strangers(draw, 3),
    tree: anyTree(draw, 3, 4, 3),
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
const island = { X: [[3], [5], [1], [6], [4], [2]], y: [0, 1, 0, 0, 1, 0], options: two };
/** Only the last feature tells the classes apart. */
// biome-ignore format: a table
const last = { X: [[1, 4, 7], [2, 3, 1], [3, 4, 8], [4, 3, 2], [5, 4, 1]], y: [1, 0, 1, 0, 0], options: two };
/** The classes part between 9 and 10, which stand the other way round as text. */
const digits = { X: [[10], [9], [-1], [100], [-20], [11]], y: [1, 0, 0, 1, 0, 1], options: two };
/** Features 1 and 2 are the same. */
// biome-ignore format: a table
const twins = { X: [[5, 1, 1], [2, 2, 2], [4, 3, 3], [1, 4, 4]], y: [0, 0, 1, 1] };
/** Every value comes once with each class, so that all gains are 0. */
const flat = { X: [[4], [1], [3], [2], [1], [2], [4], [3]], y: [0, 1, 0, 1, 0, 0, 1, 1] };
// biome-ignore format: a table
const alike = { X: [[3, 1], [3, 1], [3, 1], [3, 1]], y: [2, 0, 2, 2], options: more };
// biome-ignore format: a table
const pure = { X: [[5, 2], [1, 4], [3, 3]], y: [1, 1, 1], options: more };
const even = {
  X: [[1], [2], [3], [4], [5]],
  y: [0, 2, 1, 1, 2],
  options: { ...more, maxDepth: 0 },
};
// biome-ignore format: a table
const rows = { ragged: [[1, 2], [3], [4, 5]], long: [[1, 2], [3, 4], [5, 6, 7]] };
const leafOf = (prediction: number) => ({
  kind: 'leaf' as const,
  counts: [0, 1, 2].map(k => (k === prediction ? 4 : 1)),
  prediction,
});
const question = { kind: 'split', feature: 1, threshold: 0.75, gain: 0.25 } as const;
const given = { ...question, left: leafOf(2), right: leafOf(0) };

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
      ({ bestSplit }, { three }) => bestSplit(three.X, three.y, three.measure),
      splitsBest(({ three }) => three),
    ),
    holds(
      'finds the split with the largest entropy gain',
      ({ bestSplit }, { four }) => bestSplit(four.X, four.y, four.measure),
      splitsBest(({ four }) => four),
    ),
    holds(
      'uses Gini where no criterion is given',
      ({ bestSplit }, { three }) => bestSplit(three.X, three.y, { classes: 3 }),
      splitsBest(({ three }) => three),
    ),
    holds(
      'tries every feature, the last one too',
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
      'puts thresholds only between different values',
      ({ bestSplit }, { lattice }) => bestSplit(lattice.X, lattice.y, { classes: 2 }),
      splitsBest(({ lattice }) => lattice),
    ),
    agrees('finds no split where every feature is constant', ({ bestSplit }) =>
      bestSplit(alike.X, alike.y, { classes: 3 }),
    ),
    agrees('finds a split even where none gains anything', ({ bestSplit }) =>
      bestSplit(xor.X, xor.y, { classes: 2, criterion: 'gini' }),
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
      ({ buildTree }) => buildTree(even.X, even.y, { classes: 3, maxDepth: 0 }),
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
      ({ buildTree }, { enough }) => buildTree(enough.X, enough.y, enough.options),
      growsGreedily(({ enough }) => enough),
    ),
    holds(
      'makes a leaf of fewer examples than minSamplesSplit',
      ({ buildTree }, { tooFew }) => buildTree(tooFew.X, tooFew.y, tooFew.options),
      growsGreedily(({ tooFew }) => tooFew),
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
      ({ buildTree }) => buildTree(island.X, island.y, { classes: 2, maxDepth: 4 }),
      growsGreedily(() => island),
    ),
    holds(
      'splits a mixed node even where the gain is 0',
      ({ buildTree }) => buildTree(xor.X, xor.y, { classes: 2, maxDepth: 4 }),
      growsGreedily(() => xor),
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
    rejects('refuses a negative label', ({ buildTree }) =>
      buildTree([[1], [2], [3]], [0, -1, 1], { classes: 2, maxDepth: 3 }),
    ),
    rejects('refuses a label that is no whole number', ({ buildTree }) =>
      buildTree([[1], [2], [3]], [0, 0.5, 1], { classes: 2, maxDepth: 3 }),
    ),
    rejects('refuses fewer labels than rows', ({ bestSplit }) =>
      bestSplit([[1], [2], [3]], [0, 1], { classes: 2 }),
    ),
    rejects('refuses more labels than rows', ({ buildTree }) =>
      buildTree([[1], [2]], [0, 1, 1], { classes: 2, maxDepth: 3 }),
    ),
    rejects('refuses rows of different lengths when it looks for a split', ({ bestSplit }) =>
      bestSplit(rows.ragged, [0, 1, 1], { classes: 2 }),
    ),
    rejects('refuses rows of different lengths when it grows a tree', ({ buildTree }) =>
      buildTree(rows.long, [0, 1, 1], { classes: 2, maxDepth: 3 }),
    ),
    rejects('refuses rows of different lengths when it predicts', ({ predict }) =>
      predict(given, rows.ragged),
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
      mistake: 'misses splits that gain nothing',
      insteadOf: 'best === null || gain > best.gain',
      writes: 'gain > (best?.gain ?? 0)',
      say: 'Your search finds nothing where every gain is 0, as when the best gain starts from 0. Let the first candidate count, whatever it gains.',
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
      mistake: 'ignores maxDepth',
      insteadOf: 'depth >= maxDepth || ',
      writes: '',
      say: 'Your tree grows as if there were no maxDepth. Make a leaf where the depth reaches it.',
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
      mistake: 'splits nodes of one class',
      insteadOf: 'isPure || ',
      writes: '',
      say: 'Your tree goes on splitting examples that are all of one class. Make a leaf of them.',
    },
    {
      mistake: 'stops where the best gain is 0',
      insteadOf: 'if (split === null)',
      writes: 'if (split === null || split.gain <= 0)',
      say: 'Your tree stops where the best split gains 0. Take that split all the same: its children may gain a lot.',
    },
    {
      mistake: 'forgets the criterion while it grows',
      insteadOf: 'bestSplit(X, y, { classes, criterion })',
      writes: 'bestSplit(X, y, { classes })',
      say: 'Every split of your tree is the best under Gini, where entropy was asked for. Hand the criterion on to bestSplit.',
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
      mistake: 'accepts y of another length than X',
      insteadOf: 'y.length !== X.length',
      writes: 'false',
      say: 'Labels that do not fit the rows in number are not refused. Compare the two lengths, and throw a TypeError.',
    },
    {
      mistake: 'accepts rows of different lengths',
      insteadOf: 'ragged >= 0',
      writes: 'false',
      say: 'Rows of different lengths are not refused. Compare each with the first, and throw a TypeError.',
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
        const { X, y, xs, ys } = map;
        return { X, y, xs, ys, scores: predict(buildTree(X, y, map.options), map.grid) };
      },
    },
  ],
});
