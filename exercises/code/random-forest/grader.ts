import {
  anyTree,
  blobs,
  type ClassTree,
  type Draw,
  drawing,
  EXACT,
  grader,
  gridOver,
  type Labelled,
  named,
} from '../../../graders';

/** The best question of a node beats every other by this, so that no arithmetic confuses them. */
const MARGIN = 1e-5;

/** How many nodes a table of picks tells apart; node numbers beyond go round. */
const NODES = 13;

interface Plan {
  readonly classes: number;
  readonly maxDepth: number;
}

interface Planted extends Labelled, Plan {
  readonly bootstrap: number[][];
  /** [trees][NODES] lists of features */
  readonly table: number[][][];
}

interface Question {
  readonly feature: number;
  readonly threshold: number;
  readonly gain: number;
  readonly sides: string;
}

const bench = (draw: Draw) => {
  const forest = plant(draw, { n: 17, d: 5, trees: 4, picked: 2 }, { classes: 3, maxDepth: 2 });
  const deep = plant(draw, { n: 22, d: 4, trees: 3, picked: 3 }, { classes: 4, maxDepth: 5 });
  const lone = plant(draw, { n: 14, d: 3, trees: 1, picked: 1 }, { classes: 2, maxDepth: 1 });
  return {
    forest,
    deep,
    lone,
    bare: { ...forest, maxDepth: 0 },
    nodes: forest.bootstrap.map((rows, t) => ({
      X: rows.map(i => forest.X[i]),
      y: rows.map(i => forest.y[i]),
      features: forest.table[t][1],
    })),
    polled: polled(draw),
    outside: outside(draw),
    map: map(draw),
  };
};

/** What a learner is handed for a table: fresh lists, and the same for the same numbers. */
function picker(table: number[][][]): (tree: number, node: number) => number[] {
  return named('(tree, node) ↦ the features that a table lists for the node', (tree, node) => {
    const lists = table[tree % table.length] ?? table[0];
    return [...(lists[node % NODES] ?? lists[0])];
  });
}

function optionsOf({ classes, maxDepth, bootstrap, table }: Planted) {
  return { classes, maxDepth, bootstrap, pickFeatures: picker(table) };
}

/** Overlapping groups; eighths, which are exact in single precision. */
function groups(draw: Draw, n: number, d: number, classes: number): Labelled {
  const { X, y } = blobs(draw, n, d, classes, 5);
  return { X: X.map(row => row.map(x => Math.round(8 * x) / 8)), y };
}

/** Samples and picks for which the trees are the same in any arithmetic, each with two levels at least. */
function plant(
  draw: Draw,
  { n, d, trees, picked }: { n: number; d: number; trees: number; picked: number },
  plan: Plan,
): Planted {
  const data = groups(draw, n, d, plan.classes);
  const columns = draw.times(d, j => j);
  const least = plan.maxDepth > 1 ? 3 : 1;
  const grown = draw.times(trees, t =>
    draw.until(
      () => ({
        // Some shorter than n and some longer.
        rows: draw.times(n + (t % 2 === 0 ? -2 : 3), () => draw.integer(0, n - 1)),
        lists: draw.times(NODES, () => draw.shuffle(columns).slice(0, picked)),
      }),
      ({ rows, lists }) => {
        const sample = { X: rows.map(i => data.X[i]), y: rows.map(i => data.y[i]) };
        const splits = splitsOf(sample, lists, plan);
        return splits !== null && splits >= least && `${lists[1]}` !== `${lists[2]}`;
      },
    ),
  );
  return {
    ...data,
    ...plan,
    bootstrap: grown.map(({ rows }) => rows),
    table: grown.map(({ lists }) => lists),
  };
}

/** How many splits the tree has, or null where two questions of a node are close. */
function splitsOf(
  { X, y }: Labelled,
  lists: number[][],
  plan: Plan,
  node = 1,
  depth = 0,
): number | null {
  if (new Set(y).size === 1 || depth === plan.maxDepth) return 0;
  const asked = questions({ X, y }, lists[node % NODES], plan.classes);
  if (asked.length === 0) return 0;
  const best = asked.reduce((a, b) => (b.gain > a.gain ? b : a));
  // Where both sides hold the same counts, gains are equal in any arithmetic, and the lower feature wins.
  if (asked.some(other => other.gain > best.gain - MARGIN && other.sides !== best.sides))
    return null;
  const first = asked.find(({ sides }) => sides === best.sides) as Question;
  let splits = 1;
  for (const wanted of [true, false]) {
    const inside = (_: unknown, i: number) => X[i][first.feature] <= first.threshold === wanted;
    const side = { X: X.filter(inside), y: y.filter(inside) };
    const below = splitsOf(side, lists, plan, 2 * node + (wanted ? 0 : 1), depth + 1);
    if (below === null) return null;
    splits += below;
  }
  return splits;
}

/** Every question about some features, by feature, then by threshold. */
function questions({ X, y }: Labelled, features: readonly number[], classes: number): Question[] {
  const asked: Question[] = [];
  for (const feature of [...features].sort((a, b) => a - b)) {
    const order = y.map((_, i) => i).sort((a, b) => X[a][feature] - X[b][feature]);
    const left = new Array<number>(classes).fill(0);
    const right = new Array<number>(classes).fill(0);
    for (const label of y) right[label] += 1;
    const whole = mixture(right);
    order.slice(1).forEach((next, k) => {
      left[y[order[k]]] += 1;
      right[y[order[k]]] -= 1;
      const [below, above] = [X[order[k]][feature], X[next][feature]];
      if (below === above) return;
      const gain = (whole - mixture(left) - mixture(right)) / y.length;
      asked.push({ feature, threshold: (below + above) / 2, gain, sides: `${left} | ${right}` });
    });
  }
  return asked;
}

/** Gini times the number of examples. */
function mixture(counts: readonly number[]): number {
  const n = counts.reduce((sum, count) => sum + count, 0);
  return n - counts.reduce((sum, count) => sum + count * count, 0) / n;
}

function predictionOf(tree: ClassTree, row: number[]): number {
  let node = tree;
  while (node.kind === 'split') {
    node = row[node.feature] <= node.threshold ? node.left : node.right;
  }
  return node.prediction;
}

function votesFor(labels: number[], classes: number): number[] {
  return Array.from({ length: classes }, (_, k) => labels.filter(label => label === k).length);
}

/** Numbers that are never at a threshold of 3 decimals. */
function strangers(draw: Draw, n: number, d: number): number[][] {
  return draw.times(n, () =>
    draw.times(d, () => (Math.round(draw.uniform(-4000, 4000)) + 0.25) / 1000),
  );
}

/** Trees that nobody grew, an even number of them, and rows on which they often tie. */
function polled(draw: Draw) {
  const classes = 4;
  const [trees, X] = draw.until<[ClassTree[], number[][]]>(
    () => [draw.times(6, () => anyTree(draw, 3, classes, 3)), strangers(draw, 25, 3)],
    ([trees, X]) => {
      const all = X.map(row =>
        votesFor(
          trees.map(tree => predictionOf(tree, row)),
          classes,
        ),
      );
      const tied = all.filter(v => v.indexOf(Math.max(...v)) !== v.lastIndexOf(Math.max(...v)));
      return tied.length >= 4 && tied.length <= 18;
    },
  );
  return { classes, trees, X };
}

/** Rows of which some are in every sample, and trees whose right answers differ, seen or unseen. */
function outside(draw: Draw) {
  const classes = 3;
  const n = draw.integer(19, 24);
  return draw.until(
    () => {
      const trees = draw.times(5, () => anyTree(draw, 3, classes, 3));
      const X = strangers(draw, n, 3);
      const often = draw.integer(2, 4);
      const bootstrap = trees.map(() =>
        draw.shuffle([
          ...draw.times(often, i => 3 * i + 1),
          ...draw.times(n - 3, () => draw.integer(0, n - 1)),
        ]),
      );
      // Labels that some tree gives, seen or not.
      const y = X.map(row => predictionOf(draw.pick(trees), row));
      const constant = draw.times(classes, k => X.map(() => k));
      return { trees, X, y, constant, bootstrap };
    },
    ({ trees, X, y, bootstrap }) => {
      const unseen = (t: number, i: number) => !bootstrap[t].includes(i);
      /** What some juries say of the covered rows. */
      const verdicts = (of: (votes: number[]) => number, may: (t: number, i: number) => boolean) =>
        X.map((row, i) => {
          if (bootstrap.every(list => list.includes(i))) return -1;
          const jury = trees.filter((_, t) => may(t, i));
          return of(jury.map(tree => predictionOf(tree, row)));
        });
      const lowest = (labels: number[]) => {
        const votes = votesFor(labels, classes);
        return votes.indexOf(Math.max(...votes));
      };
      const highest = (labels: number[]) => {
        const votes = votesFor(labels, classes);
        return votes.lastIndexOf(Math.max(...votes));
      };
      const all = [
        verdicts(lowest, unseen),
        verdicts(lowest, () => true),
        verdicts(lowest, (t, i) => !unseen(t, i)),
        verdicts(highest, unseen),
        verdicts(labels => labels[0], unseen),
        verdicts(labels => labels[labels.length - 1], unseen),
      ];
      const right = all.map(labels => labels.filter((label, i) => label === y[i]).length);
      const shares = all.map(labels => `${votesFor(labels, classes)}`);
      return new Set(shares).size === all.length && right.slice(1, 4).every(n => n !== right[0]);
    },
  );
}

/** Two features and two classes, with a grid over them. */
function map(draw: Draw) {
  const { X, y } = groups(draw, 34, 2, 2);
  const ticks = (feature: number) => {
    const values = X.map(row => row[feature]);
    const [low, high] = [Math.min(...values) - 1, Math.max(...values) + 1];
    return draw.times(16, k => low + ((high - low) * k) / 15);
  };
  const [xs, ys] = [ticks(0), ticks(1)];
  const lots = lotsFor(draw, 9, 34);
  const grid = ys.flatMap(y => xs.map(x => [x, y]));
  return { X, y, xs, ys, grid, classes: 2, maxDepth: 3, ...lots };
}

/** The rows of each tree, and one of two features for each of its nodes. */
function lotsFor(draw: Draw, trees: number, n: number) {
  const bootstrap = draw.times(trees, () => draw.times(n, () => draw.integer(0, n - 1)));
  const table = draw.times(trees, () => draw.times(NODES, () => [draw.integer(0, 1)]));
  return { bootstrap, table };
}

/** Features 1 and 2 part the examples alike, feature 2 at lower thresholds; feature 0 does worse. */
// biome-ignore format: a table
const TWINS = { X: [[5, 11, 1], [2, 12, 2], [4, 13, 3], [1, 14, 4]], y: [0, 0, 1, 1] };
/** Every value comes once with each class, so that all gains are 0. */
const FLAT = { X: [[4], [1], [3], [2], [1], [2], [4], [3]], y: [0, 1, 0, 1, 0, 0, 1, 1] };
/** No first question gains anything. */
// biome-ignore format: a table
const XOR = { X: [[0, 0], [0, 1], [1, 0], [1, 1]], y: [0, 1, 1, 0] };
/** Feature 1 never changes. */
// biome-ignore format: a table
const STIFF = { X: [[3, 5, 1], [1, 5, 2], [4, 5, 3], [2, 5, 4]], y: [1, 0, 1, 2] };
/** The classes part between 9 and 10, which stand the other way round as text. */
const DIGITS = { X: [[10], [9], [-1], [100], [-20], [11]], y: [1, 0, 0, 1, 0, 1] };
/** Classes 1 and 2 come twice. */
const EVEN = { X: [[1], [2], [3], [4], [5]], y: [0, 2, 1, 1, 2] };
/**
 * The class of each row: class k comes k + 1 times. Where all of class k stand at k, the best question
 * parts the highest class from all below it: the tree goes left 33 times, down to node 2³².
 */
const STAIRS = Array.from({ length: 34 }, (_, k) => new Array<number>(k + 1).fill(k)).flat();
/** Every node of the tree asks about its own feature, and no two questions of a node are close. */
// biome-ignore format: a table
const ROOTED = {
  X: [
    [4, 4, 10], [8, 9, 7], [1, 1, 1], [10, 7, 12], [11, 5, 9], [7, 3, 2],
    [9, 8, 4], [3, 10, 8], [12, 2, 6], [5, 6, 11], [6, 12, 3], [2, 11, 5],
  ],
  y: [0, 1, 0, 1, 2, 2, 1, 0, 1, 1, 1, 2],
};
/** Rows that stand twice; each sample has seen one of the two. */
const PAIRS = { X: [[1], [1], [3], [3], [5], [5]], y: [0, 1, 1, 0, 0, 0] };

const always = (features: number[]) => named(`(tree, node) ↦ [${features}]`, () => [...features]);
const leafOf = (prediction: number, counts = [1, 1, 1]) => ({
  kind: 'leaf' as const,
  counts: counts.map((count, k) => (k === prediction ? count + 5 : count)),
  prediction,
});
const asks = (feature: number, threshold: number, left: ClassTree, right: ClassTree) => ({
  kind: 'split' as const,
  feature,
  threshold,
  gain: 0.25,
  left,
  right,
});
const stump = asks(0, 2, leafOf(0, [1, 1]), leafOf(1, [1, 1]));
/** Leaves that do not predict their most frequent class, as where examples have weights. */
const weighted = asks(1, 0, { ...leafOf(0), prediction: 2 }, { ...leafOf(2), prediction: 1 });
/** Two unsure leaves against one that is sure. */
const unsure = [leafOf(1, [3, 0, 3]), leafOf(1, [3, 0, 3]), leafOf(2, [0, 0, 90])];
// biome-ignore format: a table
const RAGGED = [[1, 2], [3], [4, 5, 6], [7, 8]];
// biome-ignore format: a table
const FOUR = [[1, 2], [3, 9], [4, 5], [7, 8]];
const plain = { classes: 2, maxDepth: 0, bootstrap: [[0, 1]], pickFeatures: always([0]) };

export default grader<typeof import('./solution'), typeof bench>({
  bench,

  checks: ({ agrees, rejects }) => [
    agrees('finds the best question among the listed features', ({ bestSplit }, { nodes }) =>
      nodes.map(({ X, y, features }) => bestSplit(X, y, { classes: 3, features })),
    ),
    agrees('finds the best question about a single feature', ({ bestSplit }, { nodes }) =>
      [0, 3, 4].map(
        feature => bestSplit(nodes[0].X, nodes[0].y, { classes: 3, features: [feature] })?.feature,
      ),
    ),
    agrees('compares values as numbers', ({ bestSplit }) =>
      bestSplit(DIGITS.X, DIGITS.y, { classes: 2, features: [0] }),
    ),
    agrees('finds no question where every listed feature is constant', ({ bestSplit }) =>
      bestSplit(STIFF.X, STIFF.y, { classes: 3, features: [1] }),
    ),
    agrees('passes over a constant feature beside others', ({ bestSplit }) =>
      bestSplit(STIFF.X, STIFF.y, { classes: 3, features: [1, 2] }),
    ),
    agrees('finds a question even where none gains anything', ({ bestSplit }) =>
      bestSplit(XOR.X, XOR.y, { classes: 2, features: [1] }),
    ),
    agrees(
      'gives a tie to the lower feature in whatever order they are listed',
      ({ bestSplit }) => [
        bestSplit(TWINS.X, TWINS.y, { classes: 2, features: [0, 1, 2] }),
        bestSplit(TWINS.X, TWINS.y, { classes: 2, features: [2, 1] }),
      ],
    ),
    agrees('gives a tie to the lower threshold', ({ bestSplit }) =>
      bestSplit(FLAT.X, FLAT.y, { classes: 2, features: [0] }),
    ),

    agrees('counts a row as often as it is listed', ({ fitForest }, { bare }) =>
      fitForest(bare.X, bare.y, optionsOf(bare)),
    ),
    agrees('predicts the lowest of equally frequent classes in a leaf', ({ fitForest }) =>
      fitForest(EVEN.X, EVEN.y, {
        classes: 3,
        maxDepth: 0,
        bootstrap: [
          [0, 1, 2, 3, 4],
          [1, 0],
          [4, 2, 2, 1, 0, 0],
        ],
        pickFeatures: always([0]),
      }),
    ),
    agrees('splits the root by the feature picked for it', ({ fitForest }, { lone }) =>
      fitForest(lone.X, lone.y, optionsOf(lone)),
    ),
    agrees('grows a leaf from a sample of one class', ({ fitForest }) =>
      fitForest(DIGITS.X, DIGITS.y, {
        classes: 3,
        maxDepth: 4,
        bootstrap: [[1, 2, 4, 2], [3]],
        pickFeatures: always([0]),
      }),
    ),
    agrees('asks for the features of each node of each tree', ({ fitForest }, { forest }) =>
      fitForest(forest.X, forest.y, optionsOf(forest)),
    ),
    agrees('gives the two children of a node different numbers', ({ fitForest }) =>
      fitForest(ROOTED.X, ROOTED.y, {
        classes: 3,
        maxDepth: 3,
        bootstrap: [ROOTED.y.map((_, i) => i)],
        pickFeatures: named('(tree, node) ↦ [[1, 0, 2, 1, 2, 0, 1][node % 7]]', (_, node) => [
          [1, 0, 2, 1, 2, 0, 1][node % 7],
        ]),
      }),
    ),
    agrees('numbers the nodes further down as well', ({ fitForest }, { deep }) =>
      fitForest(deep.X, deep.y, optionsOf(deep)),
    ),
    agrees('numbers nodes that 32 bits cannot hold', ({ fitForest }) =>
      fitForest(
        STAIRS.map(k => [k, 0]),
        STAIRS,
        {
          classes: 34,
          maxDepth: 40,
          bootstrap: [STAIRS.map((_, i) => i)],
          pickFeatures: named('(tree, node) ↦ node > 0 ? [0] : [1]', (_, node) =>
            node > 0 ? [0] : [1],
          ),
        },
      ),
    ),
    agrees('makes a leaf where every picked feature is constant', ({ fitForest }) =>
      fitForest(STIFF.X, STIFF.y, {
        classes: 3,
        maxDepth: 3,
        bootstrap: [
          [0, 1, 2, 3],
          [3, 3, 1, 0],
        ],
        pickFeatures: named('(tree, node) ↦ [1], but [0] for the root of tree 1', (tree, node) =>
          tree === 1 && node === 1 ? [0] : [1],
        ),
      }),
    ),
    agrees('splits a mixed node even where the gain is 0', ({ fitForest }) =>
      fitForest(XOR.X, XOR.y, {
        classes: 2,
        maxDepth: 3,
        bootstrap: [
          [0, 1, 2, 3],
          [3, 2, 1, 0],
        ],
        pickFeatures: named('(tree, node) ↦ [0] for node 1, else [1]', (_, node) =>
          node === 1 ? [0] : [1],
        ),
      }),
    ),

    agrees(
      'predicts what a single tree predicts',
      ({ predictForest }, { polled: { trees, X } }) => predictForest(trees.slice(0, 1), X, 4),
      { within: EXACT },
    ),
    agrees(
      'lets the most votes win',
      ({ predictForest }, { polled: { trees, X } }) => predictForest(trees.slice(0, 5), X, 4),
      { within: EXACT },
    ),
    agrees(
      'gives a tied vote to the lowest class',
      ({ predictForest }, { polled: { trees, X } }) => [
        predictForest(trees, X, 4),
        predictForest([leafOf(2), leafOf(1), leafOf(0)], [[0]], 3),
      ],
      { within: EXACT },
    ),
    agrees(
      'gives every tree one vote, however sure its leaf is',
      ({ predictForest }) => predictForest(unsure, [[1], [2]], 3),
      { within: EXACT },
    ),
    agrees(
      'takes the prediction of a leaf as it stands',
      ({ predictForest }) =>
        predictForest(
          [weighted, weighted],
          [
            [3, -1],
            [3, 1],
          ],
          3,
        ),
      { within: EXACT },
    ),
    agrees(
      'sends a value equal to the threshold to the left',
      ({ predictForest }) => predictForest([stump], [[1], [2], [3]], 2),
      { within: EXACT },
    ),

    agrees(
      'counts the rows that some tree has not seen',
      ({ oobAccuracy }, { outside: { trees, X, y, bootstrap } }) =>
        oobAccuracy(trees, X, y, bootstrap, 3).covered,
      { within: EXACT },
    ),
    agrees(
      'tests each row by the trees that have not seen it',
      ({ oobAccuracy }, { outside: { trees, X, y, bootstrap } }) =>
        oobAccuracy(trees, X, y, bootstrap, 3),
    ),
    agrees(
      'lets the unseen trees vote for each class as often as they do',
      ({ oobAccuracy }, { outside: { trees, X, constant, bootstrap } }) =>
        constant.map(y => oobAccuracy(trees, X, y, bootstrap, 3).accuracy),
    ),
    agrees('tests by a single tree', ({ oobAccuracy }, { outside: { trees, X, y, bootstrap } }) =>
      oobAccuracy(trees.slice(1, 2), X, y, bootstrap.slice(1, 2), 3),
    ),
    agrees('tells rows apart that hold the same numbers', ({ oobAccuracy }) =>
      oobAccuracy(
        [stump, stump],
        PAIRS.X,
        PAIRS.y,
        [
          [0, 2, 4, 4, 0, 2],
          [0, 3, 4, 4, 3, 2],
        ],
        2,
      ),
    ),
    agrees('gives 0 where every tree has seen every row', ({ oobAccuracy }) =>
      oobAccuracy(
        [stump, stump],
        [[1], [3]],
        [0, 1],
        [
          [1, 0],
          [0, 1, 1],
        ],
        2,
      ),
    ),

    rejects('refuses to look for a question in no rows', ({ bestSplit }) =>
      bestSplit([], [], { classes: 2, features: [0] }),
    ),
    rejects('refuses to look for a question without features', ({ bestSplit }) =>
      bestSplit(FOUR, [0, 1, 1, 0], { classes: 2, features: [] }),
    ),
    rejects('refuses a feature beyond the last column', ({ bestSplit }) =>
      bestSplit(FOUR, [0, 1, 1, 0], { classes: 2, features: [1, 2] }),
    ),
    rejects('refuses a negative feature', ({ bestSplit }) =>
      bestSplit(FOUR, [0, 1, 1, 0], { classes: 2, features: [0, -1] }),
    ),
    rejects('refuses a label that is too large', ({ bestSplit }) =>
      bestSplit(FOUR, [0, 1, 2, 0], { classes: 2, features: [0] }),
    ),
    rejects('refuses a label that is no whole number', ({ bestSplit }) =>
      bestSplit(FOUR, [0, 1, 0.5, 0], { classes: 2, features: [0] }),
    ),
    rejects('refuses rows of different lengths when it looks for a question', ({ bestSplit }) =>
      bestSplit(RAGGED, [0, 1, 1, 0], { classes: 2, features: [0] }),
    ),
    rejects('refuses fewer labels than rows', ({ bestSplit }) =>
      bestSplit(FOUR, [0, 1, 1], { classes: 2, features: [0] }),
    ),
    // The trees below would be single leaves, so that no search for a question can refuse for them.
    rejects('refuses to grow trees from no rows', ({ fitForest }) => fitForest([], [], plain)),
    rejects('refuses to grow no trees', ({ fitForest }) =>
      fitForest(FOUR, [0, 1, 1, 0], { ...plain, bootstrap: [] }),
    ),
    rejects('refuses an empty list of rows', ({ fitForest }) =>
      fitForest(FOUR, [0, 1, 1, 0], { ...plain, bootstrap: [[0, 1], []] }),
    ),
    rejects('refuses a row beyond the last', ({ fitForest }) =>
      fitForest(FOUR, [0, 1, 1, 0], {
        ...plain,
        bootstrap: [
          [0, 1],
          [3, 4],
        ],
      }),
    ),
    rejects('refuses a row far beyond the last', ({ fitForest }) =>
      fitForest(FOUR, [0, 1, 1, 0], { ...plain, bootstrap: [[9, 1]] }),
    ),
    rejects('refuses a negative row', ({ fitForest }) =>
      fitForest(FOUR, [0, 1, 1, 0], { ...plain, bootstrap: [[0, -1]] }),
    ),
    rejects('refuses a negative label', ({ fitForest }) =>
      fitForest(FOUR, [0, 1, -1, 0], { ...plain, bootstrap: [[0, 1, 2, 3]] }),
    ),
    rejects('refuses rows of different lengths when it grows trees', ({ fitForest }) =>
      fitForest(RAGGED, [0, 1, 1, 0], { ...plain, bootstrap: [[0, 1, 2, 3]] }),
    ),
    rejects('refuses more labels than rows', ({ fitForest }) =>
      fitForest(FOUR, [0, 1, 1, 0, 1], { ...plain, bootstrap: [[0, 1, 2, 3]] }),
    ),
    rejects('refuses to predict without trees', ({ predictForest }) =>
      predictForest([], [[1], [2]], 2),
    ),
    rejects('refuses rows of different lengths when it predicts', ({ predictForest }) =>
      predictForest([stump], RAGGED, 2),
    ),
    rejects('refuses to predict for a row that is too short', ({ predictForest }) =>
      predictForest([stump], FOUR.slice(0, 2).concat([[1]]), 2),
    ),
    rejects('refuses to test without trees', ({ oobAccuracy }) =>
      oobAccuracy([], FOUR, [0, 1, 1, 0], [], 2),
    ),
    rejects('refuses rows of different lengths when it tests', ({ oobAccuracy }) =>
      oobAccuracy([stump], RAGGED, [0, 1, 1, 0], [[0, 1]], 2),
    ),
    rejects('refuses to test with fewer labels than rows', ({ oobAccuracy }) =>
      oobAccuracy([stump], FOUR, [0, 1, 1], [[0, 1]], 2),
    ),
    rejects('refuses to test with more labels than rows', ({ oobAccuracy }) =>
      oobAccuracy([stump], FOUR, [0, 1, 1, 0, 1], [[0, 1]], 2),
    ),
    rejects('refuses fewer lists than trees', ({ oobAccuracy }) =>
      oobAccuracy([stump, stump], FOUR, [0, 1, 1, 0], [[0, 1]], 2),
    ),
    rejects('refuses more lists than trees', ({ oobAccuracy }) =>
      oobAccuracy(
        [stump],
        FOUR,
        [0, 1, 1, 0],
        [
          [0, 1],
          [2, 3],
        ],
        2,
      ),
    ),
  ],

  mutants: [
    {
      mistake: 'searches all features',
      insteadOf: 'for (const feature of [...features].sort((a, b) => a - b)) {',
      writes: 'for (const feature of X[0].map((_, j) => j)) {',
      say: 'Your question is the best among all features of X. Search the listed ones only.',
    },
    {
      mistake: 'returns the place in the list',
      insteadOf: 'best = { feature, threshold:',
      writes: 'best = { feature: features.indexOf(feature), threshold:',
      say: 'Your feature is a place in the list of features. Return the column of X that stands there.',
    },
    {
      mistake: 'leaves out the last listed feature',
      insteadOf: '[...features].sort((a, b) => a - b)',
      writes: 'features.slice(0, Math.max(1, features.length - 1)).sort((a, b) => a - b)',
      say: 'The last of several listed features is never asked about. Search the whole list.',
    },
    {
      mistake: 'gives a tie to the feature that is listed first',
      insteadOf: '[...features].sort((a, b) => a - b)',
      writes: 'features',
      say: 'Among questions of equal gain you take the feature that is listed first. Take the lowest feature in whatever order they come.',
    },
    {
      mistake: 'gives a tie to the last question',
      insteadOf: 'gain > best.gain',
      writes: 'gain >= best.gain',
      say: 'Among questions of equal gain you take the last. Replace the best only by one that gains more.',
    },
    {
      mistake: 'sorts the values as text',
      insteadOf: 'X[a][feature] - X[b][feature]',
      writes: '(String(X[a][feature]) < String(X[b][feature]) ? -1 : 1)',
      say: 'Your thresholds come from values sorted as text, where 10 stands before 9. Compare them as numbers.',
    },
    {
      mistake: 'puts the threshold at a value',
      insteadOf: '(below + above) / 2',
      writes: 'below',
      say: 'Your thresholds are the lower of two neighbouring values. Put them halfway between the two.',
    },
    {
      mistake: 'puts thresholds between equal values',
      insteadOf: 'if (below === above) continue;',
      writes: '',
      say: 'Your questions part rows that hold the same value. Only a change of the value makes a threshold.',
    },
    {
      mistake: 'takes the plain mean of the children',
      insteadOf:
        'const gain = gini(all) - (size / n) * gini(left) - ((n - size) / n) * gini(right);',
      writes: 'const gain = gini(all) - (gini(left) + gini(right)) / 2;',
      say: 'Your gains are those of children that count the same, however large each is. Weight each child by its share of the examples.',
    },
    {
      mistake: 'exchanges the weights of the children',
      insteadOf:
        'const gain = gini(all) - (size / n) * gini(left) - ((n - size) / n) * gini(right);',
      writes: 'const gain = gini(all) - ((n - size) / n) * gini(left) - (size / n) * gini(right);',
      say: 'Your gains come out when each child is weighted by the size of the other. Weight each by its own share.',
    },
    {
      mistake: 'does not subtract from the impurity of the node',
      insteadOf:
        'const gain = gini(all) - (size / n) * gini(left) - ((n - size) / n) * gini(right);',
      writes: 'const gain = -(size / n) * gini(left) - ((n - size) / n) * gini(right);',
      say: 'Your gains equal minus the impurity that is left. Subtract it from the impurity of the node.',
    },
    {
      mistake: 'does not divide the gain by the number of examples',
      insteadOf:
        'const gain = gini(all) - (size / n) * gini(left) - ((n - size) / n) * gini(right);',
      writes: 'const gain = n * gini(all) - size * gini(left) - (n - size) * gini(right);',
      say: 'Your gains are n times what they should be, n being the number of examples in the node. Weight the children by shares.',
    },
    {
      mistake: 'takes entropy',
      insteadOf: 'return 1 - counts.reduce((sum, count) => sum + (count / n) ** 2, 0);',
      writes:
        'return counts.reduce((sum, count) => (count > 0 ? sum - (count / n) * Math.log2(count / n) : sum), 0);',
      say: 'Your gains are those of entropy. Take Gini, 1 − Σp².',
    },
    {
      mistake: 'lets a gain of 0 win over none at all',
      insteadOf: 'best === null || gain > best.gain',
      writes: 'gain > (best?.gain ?? 1e-12)',
      say: 'Where no question gains anything, your bestSplit finds none. Return the first one there; only constant features leave nothing to ask.',
    },
    {
      mistake: 'counts a row once however often it is listed',
      insteadOf: 'return bootstrap.map((rows, tree) => {',
      writes: `return bootstrap.map((list, tree) => {
    const rows = [...new Set(list)];`,
      say: 'Your trees grow from the different rows of each sample. A row that is listed twice counts twice.',
    },
    {
      mistake: 'grows every tree from all rows',
      insteadOf: 'return bootstrap.map((rows, tree) => {',
      writes: `return bootstrap.map((_, tree) => {
    const rows = X.map((_, i) => i);`,
      say: 'Your trees grow from all rows of X. Let tree t grow from the rows that bootstrap[t] lists.',
    },
    {
      mistake: 'grows every tree from the first sample',
      insteadOf: 'return bootstrap.map((rows, tree) => {',
      writes: `return bootstrap.map((_, tree) => {
    const rows = bootstrap[0];`,
      say: 'Your trees all grow from the first sample. Tree t has bootstrap[t].',
    },
    {
      mistake: 'grows from the rows that are not listed',
      insteadOf: 'return bootstrap.map((rows, tree) => {',
      writes: `return bootstrap.map((list, tree) => {
    const rest = X.map((_, i) => i).filter(i => !list.includes(i));
    const rows = rest.length > 0 ? rest : list;`,
      say: 'Your trees grow from the rows that their samples leave out. Grow them from the rows that are listed.',
    },
    {
      mistake: 'cuts samples to n rows',
      insteadOf: 'return bootstrap.map((rows, tree) => {',
      writes: `return bootstrap.map((list, tree) => {
    const rows = list.slice(0, X.length);`,
      say: 'Of a sample longer than X, you take the first n rows only. Take the whole list.',
    },
    {
      mistake: 'leaves the labels where they are',
      insteadOf: 'const sampleY = rows.map(i => y[i]);',
      writes: 'const sampleY = rows.map((_, i) => y[i % y.length]);',
      say: 'Your samples take rows along, but not their labels. The label of row i belongs to every copy of it.',
    },
    {
      mistake: 'picks features once for each tree',
      insteadOf: 'pickFeatures(tree, node) }',
      writes: 'pickFeatures(tree, 1) }',
      say: 'Every node of your trees asks about the features of the root. Pick anew for each node.',
    },
    {
      mistake: 'numbers the root 0',
      insteadOf: 'pickFeatures(tree, node) }',
      writes: 'pickFeatures(tree, node - 1) }',
      say: 'Your nodes have the features of the number before, as when the root is node 0. The root is node 1.',
    },
    {
      mistake: 'numbers nodes by their depth',
      insteadOf: 'pickFeatures(tree, node) }',
      writes: 'pickFeatures(tree, depth + 1) }',
      say: 'All nodes of one depth share their features in your trees. The children of node i are 2i and 2i + 1.',
    },
    {
      mistake: 'numbers trees from 1',
      insteadOf: 'pickFeatures(tree, node) }',
      writes: 'pickFeatures(tree + 1, node) }',
      say: 'Your tree t has the features of tree t + 1. Trees are numbered from 0.',
    },
    {
      mistake: 'gives all trees the features of the first',
      insteadOf: 'pickFeatures(tree, node) }',
      writes: 'pickFeatures(0, node) }',
      say: 'All your trees have the features of tree 0. Hand the number of the tree to pickFeatures.',
    },
    {
      mistake: 'exchanges tree and node',
      insteadOf: 'pickFeatures(tree, node) }',
      writes: 'pickFeatures(node, tree) }',
      say: 'Your features are those for tree and node exchanged. The tree comes first.',
    },
    {
      mistake: 'ignores the picked features',
      insteadOf: 'features: pickFeatures(tree, node) }',
      writes: 'features: X[0].map((_, j) => j) }',
      say: 'Your trees choose among all features. Search those that pickFeatures returns for the node.',
    },
    {
      mistake: 'exchanges the numbers of the children',
      insteadOf: 'left: child(true, 2 * node),\n    right: child(false, 2 * node + 1)',
      writes: 'left: child(true, 2 * node + 1), right: child(false, 2 * node)',
      say: 'Your left child has the features of 2i + 1 and your right one those of 2i. The left is 2i.',
    },
    {
      mistake: 'gives both children the same number',
      insteadOf: 'left: child(true, 2 * node),\n    right: child(false, 2 * node + 1)',
      writes: 'left: child(true, 2 * node), right: child(false, 2 * node)',
      say: 'Both children of a node have the features of 2i in your trees. The right one is 2i + 1.',
    },
    {
      mistake: 'numbers the children 2i + 1 and 2i + 2',
      insteadOf: 'left: child(true, 2 * node),\n    right: child(false, 2 * node + 1)',
      writes: 'left: child(true, 2 * node + 1), right: child(false, 2 * node + 2)',
      say: 'Your children of node i are 2i + 1 and 2i + 2, which belongs to a root of 0. From a root of 1 they are 2i and 2i + 1.',
    },
    {
      mistake: 'keeps node numbers in 32 bits',
      insteadOf: 'left: child(true, 2 * node),\n    right: child(false, 2 * node + 1)',
      writes: 'left: child(true, node << 1), right: child(false, (node << 1) | 1)',
      say: 'From a depth of 31 on, your node numbers are not 2i and 2i + 1: a bit operation cuts them to 32 bits. Multiply and add instead.',
    },
    {
      mistake: 'falls back on all features',
      insteadOf: 'const split = bestSplit(X, y, { classes, features: pickFeatures(tree, node) });',
      writes: `const split =
    bestSplit(X, y, { classes, features: pickFeatures(tree, node) }) ??
    bestSplit(X, y, { classes, features: X[0].map((_, j) => j) });`,
      say: 'Where every picked feature is constant, you split by another one. Make a leaf there.',
    },
    {
      mistake: 'makes a leaf where nothing is gained',
      insteadOf: 'if (split === null) return leaf;',
      writes: 'if (split === null || split.gain < 1e-9) return leaf;',
      say: 'A mixed node whose best question gains 0 is a leaf in your trees. Split it all the same.',
    },
    {
      mistake: 'splits one level too deep',
      insteadOf: 'depth >= maxDepth',
      writes: 'depth > maxDepth',
      say: 'Your trees grow one level deeper than maxDepth. A node at that depth is a leaf.',
    },
    {
      mistake: 'stops one level too early',
      insteadOf: 'depth >= maxDepth',
      writes: 'depth + 1 >= maxDepth',
      say: 'Your trees end one level above maxDepth. The root has depth 0.',
    },
    {
      mistake: 'splits nodes of one class',
      insteadOf: 'if (isPure || depth',
      writes: 'if (depth',
      say: 'A node of one class is split further in your trees. Make it a leaf.',
    },
    {
      mistake: 'predicts the highest of equally frequent classes',
      insteadOf: 'prediction: mostFrequent(counts) }',
      writes: 'prediction: counts.lastIndexOf(Math.max(...counts)) }',
      say: 'Where two classes are equally frequent in a leaf, you predict the higher. Predict the lower.',
    },
    {
      mistake: 'keeps shares in the leaves',
      insteadOf: "const leaf: Tree = { kind: 'leaf', counts,",
      writes: "const leaf: Tree = { kind: 'leaf', counts: counts.map(count => count / y.length),",
      say: 'The counts of your leaves are shares. Keep the number of examples of each class.',
    },
    {
      mistake: 'gives a tied vote to the highest class',
      insteadOf: 'return mostFrequent(countClasses(votes, classes));',
      writes: `const tally = countClasses(votes, classes);
  return tally.lastIndexOf(Math.max(...tally));`,
      say: 'Where two classes have equally many votes, you take the higher. Take the lower.',
    },
    {
      mistake: 'rounds the mean of the votes',
      insteadOf: 'return mostFrequent(countClasses(votes, classes));',
      writes: 'return Math.round(votes.reduce((sum, label) => sum + label, 0) / votes.length);',
      say: 'Your predictions are rounded means of the labels. Classes have no order; count votes instead.',
    },
    {
      mistake: 'takes the middle vote',
      insteadOf: 'return mostFrequent(countClasses(votes, classes));',
      writes: 'return [...votes].sort((a, b) => a - b)[(votes.length - 1) >> 1];',
      say: 'Your predictions are the middle one of the votes in order. Classes have no order; count votes instead.',
    },
    {
      mistake: 'listens to the first tree only',
      insteadOf: 'return mostFrequent(countClasses(votes, classes));',
      writes: 'return votes[0];',
      say: 'Your predictions are those of the first tree that may vote. Let all of them vote.',
    },
    {
      mistake: 'listens to the last tree only',
      insteadOf: 'return mostFrequent(countClasses(votes, classes));',
      writes: 'return votes[votes.length - 1];',
      say: 'Your predictions are those of the last tree that may vote. Let all of them vote.',
    },
    {
      mistake: 'asks for more than half of the votes',
      insteadOf: 'return mostFrequent(countClasses(votes, classes));',
      writes: `const tally = countClasses(votes, classes);
  const most = mostFrequent(tally);
  return 2 * tally[most] > votes.length ? most : 0;`,
      say: 'Where no class has more than half of the votes, you predict 0. The most votes win, however few.',
    },
    {
      mistake: 'adds up the shares of the leaves',
      insteadOf: 'return mostFrequent(countClasses(votes, classes));',
      writes: `const shares = new Array<number>(classes).fill(0);
  for (const tree of trees) {
    const { counts } = leafOf(tree, row);
    const n = counts.reduce((sum, count) => sum + count, 0);
    counts.forEach((count, k) => {
      shares[k] += count / n;
    });
  }
  return votes.length > 0 ? mostFrequent(shares) : 0;`,
      say: 'Your predictions have the largest sum of class shares. Give each tree one vote, however sure its leaf is.',
    },
    {
      mistake: 'adds up the counts of the leaves',
      insteadOf: 'return mostFrequent(countClasses(votes, classes));',
      writes: `const shares = new Array<number>(classes).fill(0);
  for (const tree of trees) {
    const { counts } = leafOf(tree, row);
    const n = 1;
    counts.forEach((count, k) => {
      shares[k] += count / n;
    });
  }
  return votes.length > 0 ? mostFrequent(shares) : 0;`,
      say: 'Your predictions have the largest sum of counts, so that large leaves weigh more. Give each tree one vote.',
    },
    {
      mistake: 'votes for the most frequent class of the leaf',
      insteadOf: 'leafOf(tree, row).prediction);',
      writes: 'mostFrequent(leafOf(tree, row).counts));',
      say: 'Your votes are the most frequent classes of the leaves. Take the prediction of a leaf as it stands.',
    },
    {
      mistake: 'sends a value equal to the threshold to the right',
      insteadOf: 'row[node.feature] <= node.threshold',
      writes: 'row[node.feature] < node.threshold',
      say: 'When it predicts, your forest sends a value equal to the threshold to the right. It goes left.',
    },
    {
      mistake: 'tests by the trees that have seen the row',
      insteadOf: 'const unseen = trees.filter((_, t) => !bootstrap[t].includes(i));',
      writes: 'const unseen = trees.filter((_, t) => bootstrap[t].includes(i));',
      say: 'Your rows are tested by the trees that have seen them. Ask those whose list leaves the row out.',
    },
    {
      mistake: 'lets all trees vote on covered rows',
      insteadOf: 'vote(unseen, row, classes)',
      writes: 'vote(trees, row, classes)',
      say: 'All trees vote on a covered row in your test. Ask only those that have not seen it.',
    },
    {
      mistake: 'tests every row by all trees',
      insteadOf: 'const unseen = trees.filter((_, t) => !bootstrap[t].includes(i));',
      writes: 'const unseen = trees;',
      say: 'Your test asks all trees about all rows. Ask only those that have not seen the row.',
    },
    {
      mistake: 'tests only rows that no tree has seen',
      insteadOf: 'const unseen = trees.filter((_, t) => !bootstrap[t].includes(i));',
      writes: 'const unseen = bootstrap.some(list => list.includes(i)) ? [] : trees;',
      say: 'You test only rows that no tree has seen. One unseen tree is enough to cover a row.',
    },
    {
      mistake: 'asks one unseen tree only',
      insteadOf: 'vote(unseen, row, classes)',
      writes: 'vote(unseen.slice(0, 1), row, classes)',
      say: 'Each row is tested by the first tree that has not seen it. Let all of them vote.',
    },
    {
      mistake: 'looks for the numbers of a row in the sample',
      insteadOf: 'const unseen = trees.filter((_, t) => !bootstrap[t].includes(i));',
      writes:
        'const unseen = trees.filter((_, t) => !bootstrap[t].some(j => String(X[j]) === String(row)));',
      say: 'A row counts as seen where another one with the same numbers was. Rows are told apart by their place in X.',
    },
    {
      mistake: 'counts uncovered rows as wrong',
      insteadOf: 'right / covered, covered',
      writes: 'right / X.length, covered',
      say: 'Your accuracy is divided by the number of all rows. Divide by the number of covered ones.',
    },
    {
      mistake: 'predicts class 0 for uncovered rows',
      insteadOf: 'if (unseen.length === 0) return;',
      writes: '',
      say: 'Rows that every tree has seen are tested as if class 0 had been voted. Leave them out.',
    },
    {
      mistake: 'divides 0 by 0 where no row is covered',
      insteadOf: 'accuracy: covered === 0 ? 0 : right / covered, covered',
      writes: 'accuracy: right / covered, covered',
      say: 'Where no row is covered, your accuracy is 0 / 0. Return 0 there.',
    },
    {
      mistake: 'returns how many are right',
      insteadOf: 'accuracy: covered === 0 ? 0 : right / covered, covered',
      writes: 'accuracy: right, covered',
      say: 'Your accuracy is a number of rows. Divide it by the number of covered rows.',
    },
    {
      mistake: 'returns the share of errors',
      insteadOf: 'accuracy: covered === 0 ? 0 : right / covered, covered',
      writes: 'accuracy: covered === 0 ? 0 : 1 - right / covered, covered',
      say: 'Your accuracy is the share of rows that are voted wrong. Return the share that is voted right.',
    },
    {
      mistake: 'counts all rows as covered',
      insteadOf: 'accuracy: covered === 0 ? 0 : right / covered, covered',
      writes: 'accuracy: covered === 0 ? 0 : right / covered, covered: X.length',
      say: 'Your covered counts all rows. Count those with a tree that has not seen them.',
    },
    {
      mistake: 'counts votes instead of rows',
      insteadOf: `covered += 1;
    if (vote(unseen, row, classes) === y[i]) right += 1;`,
      writes: `covered += unseen.length;
    right += unseen.filter(tree => leafOf(tree, row).prediction === y[i]).length;`,
      say: 'Your accuracy is that of single votes, and covered counts them. Let the unseen trees vote together, and count rows.',
    },
    {
      mistake: 'accepts no rows anywhere',
      insteadOf: 'if (X.length === 0) throw',
      writes: 'if (X.length < 0) throw',
      say: 'An X without rows is not refused by an error of yours. Throw a RangeError before you read a row.',
    },
    {
      mistake: 'accepts any list of features',
      insteadOf: "checkIndices('bestSplit', features, X[0].length, 'feature');",
      writes: '',
      say: 'Your bestSplit accepts an empty list of features, or features that are no columns. Throw a RangeError.',
    },
    {
      mistake: 'accepts an empty list',
      insteadOf: 'if (list.length === 0) throw',
      writes: 'if (list.length < 0) throw',
      say: 'An empty list of features or rows is let through. Throw a RangeError.',
    },
    {
      mistake: 'accepts any place',
      insteadOf: '!Number.isInteger(index) || index < 0 || index >= end',
      writes: 'index !== index',
      say: 'Features that are no columns and rows that do not exist are let through. Throw a RangeError for both.',
    },
    {
      mistake: 'accepts negative places',
      insteadOf: '!Number.isInteger(index) || index < 0 || index >= end',
      writes: 'index >= end',
      say: 'Negative features and rows are let through. Throw a RangeError below 0 too.',
    },
    {
      mistake: 'accepts places beyond the last',
      insteadOf: '!Number.isInteger(index) || index < 0 || index >= end',
      writes: 'index < 0',
      say: 'Features and rows beyond the last are let through. Throw a RangeError for those too.',
    },
    {
      mistake: 'accepts a place just beyond the last',
      insteadOf: 'index >= end',
      writes: 'index > end',
      say: 'The first place beyond the last column or row is let through. Counting starts at 0, so n itself is too large.',
    },
    {
      mistake: 'accepts any entry of bootstrap',
      insteadOf: "for (const rows of bootstrap) checkIndices('fitForest', rows, X.length, 'row');",
      writes: '',
      say: 'Your fitForest accepts an empty list in bootstrap, or rows that do not exist. Throw a RangeError.',
    },
    {
      mistake: 'looks at the first list of bootstrap only',
      insteadOf: 'for (const rows of bootstrap) checkIndices(',
      writes: 'for (const rows of bootstrap.slice(0, 1)) checkIndices(',
      say: 'Only the first list of bootstrap is looked at. Check all of them before you grow a tree.',
    },
    {
      mistake: 'grows no trees',
      insteadOf: 'if (bootstrap.length === 0) throw',
      writes: 'if (bootstrap.length < 0) throw',
      say: 'An empty bootstrap is let through. Throw a RangeError.',
    },
    {
      mistake: 'accepts any label',
      insteadOf: '!Number.isInteger(label) || label < 0 || label >= classes',
      writes: 'label !== label',
      say: 'Labels that are no class are let through. Throw a RangeError unless a label is one of 0 … K − 1.',
    },
    {
      mistake: 'accepts labels between the classes',
      insteadOf: '!Number.isInteger(label) || label < 0',
      writes: 'label < 0',
      say: 'A label that is no whole number is let through. Throw a RangeError.',
    },
    {
      mistake: 'accepts negative labels',
      insteadOf: 'label < 0 || label >= classes',
      writes: 'label >= classes',
      say: 'A negative label is let through. Throw a RangeError.',
    },
    {
      mistake: 'does not look at the data in fitForest',
      insteadOf: "checkData('fitForest', X, y, classes);",
      writes: '',
      say: 'Your fitForest grows trees from data that it never looks at. Check rows and labels there as in bestSplit.',
    },
    {
      mistake: 'accepts rows of any length',
      insteadOf: 'if (odd) throw',
      writes: 'if (odd && odd.length < 0) throw',
      say: 'Rows of different lengths are let through. Compare the length of every row with the first, and throw a TypeError.',
    },
    {
      mistake: 'only counts the numbers of all rows',
      insteadOf: 'X.find(row => row.length !== X[0].length)',
      writes: '[X.flat().length === X.length * X[0]?.length ? undefined : X[0]].find(row => row)',
      say: 'A row too short beside a row too long is let through. Compare the length of every row.',
    },
    {
      mistake: 'does not look at the rows to predict for',
      insteadOf: "checkRows('predictForest', X);",
      writes: '',
      say: 'Your predictForest accepts rows of different lengths. Throw a TypeError.',
    },
    {
      mistake: 'does not look at the rows to test',
      insteadOf: "checkRows('oobAccuracy', X);",
      writes: '',
      say: 'Your oobAccuracy accepts rows of different lengths. Throw a TypeError.',
    },
    {
      mistake: 'accepts any number of labels or lists',
      insteadOf: 'if (list.length !== n) throw',
      writes: 'if (list.length < 0) throw',
      say: 'Too many or too few labels are let through, and lists too. Throw a TypeError unless there is one for each row, and a list for each tree.',
    },
    {
      mistake: 'accepts too many labels or lists',
      insteadOf: 'if (list.length !== n) throw',
      writes: 'if (list.length < n) throw',
      say: 'More labels than rows are let through, or more lists than trees. Throw a TypeError.',
    },
    {
      mistake: 'does not count the labels to test by',
      insteadOf: "checkLength('oobAccuracy', y, X.length, 'labels');",
      writes: '',
      say: 'Your oobAccuracy accepts any number of labels. Throw a TypeError unless there is one for each row.',
    },
    {
      mistake: 'does not count the lists to test by',
      insteadOf: "checkLength('oobAccuracy', bootstrap, trees.length, 'lists in bootstrap');",
      writes: 'bootstrap = trees.map((_, t) => bootstrap[t] ?? []);',
      say: 'Your oobAccuracy accepts any number of lists. Throw a TypeError unless there is one for each tree.',
    },
    {
      mistake: 'predicts without trees',
      insteadOf: "if (trees.length === 0) throw new RangeError('predictForest: no trees');",
      writes: '',
      say: 'Your predictForest gives labels without a tree. Throw a RangeError.',
    },
    {
      mistake: 'tests without trees',
      insteadOf: "if (trees.length === 0) throw new RangeError('oobAccuracy: no trees');",
      writes: '',
      say: 'Your oobAccuracy tests without a tree. Throw a RangeError.',
    },
  ],

  pictures: [
    {
      title: 'The first tree of your forest',
      kind: 'tree',
      experiment: ({ fitForest }, { map }) => fitForest(map.X, map.y, optionsOf(map))[0],
    },
    {
      title: 'How your forest votes',
      kind: 'boundary',
      experiment: ({ fitForest, predictForest }, { map }) => {
        const { X, y, xs, ys, grid, classes } = map;
        const trees = fitForest(X, y, optionsOf(map));
        const counts = [1, 2, 4, 8, 16].filter(count => count < trees.length);
        const stages = [...counts, trees.length].map(count => ({
          name: count === 1 ? 'One tree' : `${count} trees`,
          scores: predictForest(trees.slice(0, count), grid, classes),
        }));
        return { X, y, xs, ys, scores: stages[counts.length].scores, stages };
      },
    },
  ],
  tries: {
    table: { kind: 'classes', classes: 3, of: ({ map: { X, y } }) => ({ X, y }) },
    knobs: [
      {
        name: 'trees',
        kind: 'count',
        low: () => 1,
        high: () => 25,
        start: ({ map }) => map.bootstrap.length,
      },
      {
        name: 'largest depth',
        kind: 'count',
        low: () => 0,
        high: () => 6,
        start: ({ map }) => map.maxDepth,
      },
    ],
    bench: ({ table: { X, y = [] }, own, knobs: [trees, maxDepth] }, { map }) => {
      const lots = lotsFor(drawing(1), 25, X.length);
      const kept = own ? { bootstrap: [], table: [] } : map;
      const { xs, ys, points: grid } = own ? gridOver(X, 16) : { ...map, points: map.grid };
      return {
        map: {
          X,
          y,
          xs,
          ys,
          grid,
          classes: Math.max(2, ...y.map(label => label + 1)),
          maxDepth,
          bootstrap: [...kept.bootstrap, ...lots.bootstrap].slice(0, trees),
          table: [...kept.table, ...lots.table].slice(0, trees),
        },
      };
    },
  },
});
