import { describe, expect, it } from 'vitest';
import {
  bestSplit,
  buildTree,
  type Criterion,
  impurity,
  predict,
  type Tree,
} from '../../exercises/code/decision-tree/solution';
import { grade } from '../../graders/grade';
import type { Mutant } from '../../graders/grader';
import { drawing } from '../../graders/random';
import { folders } from '../exercise-folders';
import golden from '../golden/decision-tree.json';
import searches from '../golden/split-search.json';
import { inProcess } from '../in-process';
import { submissions } from '../submissions';

const folder = folders.find(({ slug }) => slug === 'decision-tree')!;
const grader = await folder.grader();
const solution = folder.text('solution.ts');
const SEEDS = Array.from({ length: 4 }, (_, i) => 3000 + 11 * i);

/** A node as scikit-learn has it; `value` holds class counts. */
interface Node {
  n: number;
  impurity: number;
  value: number[];
  feature?: number;
  threshold?: number;
  left?: Node;
  right?: Node;
}

const fitted = golden.cases.filter(one => 'criterion' in one.params) as unknown as {
  name: string;
  params: {
    criterion: Criterion;
    max_depth: number | null;
    min_samples_leaf: number;
    min_impurity_decrease: number;
    n_classes: number;
  };
  input: { X: number[][]; y: number[]; X_test: number[][] };
  expected: { tree: Node; pred_test: number[] };
}[];

const unlimited = fitted.filter(
  ({ params }) => params.min_samples_leaf === 1 && params.min_impurity_decrease === 0,
);

const small = golden.cases.filter(one => !('criterion' in one.params)) as unknown as {
  name: string;
  params: { n_classes: number };
  input: { X: number[][]; y: number[] };
  expected: { depth: number; n_leaves?: number; train_accuracy?: number; pred?: number[] };
}[];

const gainOf = (node: Node) =>
  node.impurity -
  (node.left!.n / node.n) * node.left!.impurity -
  (node.right!.n / node.n) * node.right!.impurity;

function expectSame(tree: Tree, node: Node): void {
  if (tree.kind === 'leaf') {
    expect(node.left).toBe(undefined);
    expect(tree.counts).toEqual(node.value);
    return;
  }
  expect(tree.feature).toBe(node.feature);
  expect(tree.threshold).toBeCloseTo(node.threshold!, 9);
  expect(tree.gain).toBeCloseTo(gainOf(node), 9);
  expectSame(tree.left, node.left!);
  expectSame(tree.right, node.right!);
}

const depthOf = (tree: Tree): number =>
  tree.kind === 'leaf' ? 0 : 1 + Math.max(depthOf(tree.left), depthOf(tree.right));
const leavesOf = (tree: Tree): Extract<Tree, { kind: 'leaf' }>[] =>
  tree.kind === 'leaf' ? [tree] : [...leavesOf(tree.left), ...leavesOf(tree.right)];

describe('the decision-tree reference', () => {
  it.each(unlimited)('grows the tree of scikit-learn on $name', ({ params, input, expected }) => {
    const { criterion, n_classes: classes, max_depth: maxDepth } = params;
    const tree = buildTree(input.X, input.y, { classes, criterion, maxDepth: maxDepth ?? 99 });
    expectSame(tree, expected.tree);
    expect(predict(tree, input.X_test)).toEqual(expected.pred_test);
  });

  it.each(small)('fits scikit-learn on $name', ({ params, input, expected }) => {
    const tree = buildTree(input.X, input.y, { classes: params.n_classes, maxDepth: 99 });
    const labels = predict(tree, input.X);
    const right = labels.filter((label, i) => label === input.y[i]).length;
    expect(depthOf(tree)).toBe(expected.depth);
    expect(labels).toEqual(expected.pred ?? labels);
    expect(leavesOf(tree).length).toBe(expected.n_leaves ?? leavesOf(tree).length);
    expect(right / labels.length).toBeCloseTo(expected.train_accuracy ?? right / labels.length, 12);
  });

  it('takes the split of scikit-learn at every node where no limit on leaves is in the way', () => {
    let compared = 0;
    const visit = (node: Node, X: number[][], y: number[], one: (typeof fitted)[number]): void => {
      if (node.left === undefined || node.right === undefined) return;
      const { criterion, n_classes: classes, min_samples_leaf: least } = one.params;
      const split = bestSplit(X, y, { classes, criterion })!;
      const size = X.filter(row => row[split.feature] <= split.threshold).length;
      if (size >= least && X.length - size >= least) {
        expect(split.feature, one.name).toBe(node.feature);
        expect(split.threshold).toBeCloseTo(node.threshold!, 9);
        expect(split.gain).toBeCloseTo(gainOf(node), 9);
        compared += 1;
      }
      const goesLeft = X.map(row => row[node.feature!] <= node.threshold!);
      const part = <T>(list: T[], wanted: boolean) => list.filter((_, i) => goesLeft[i] === wanted);
      visit(node.left, part(X, true), part(y, true), one);
      visit(node.right, part(X, false), part(y, false), one);
    };
    for (const one of fitted) visit(one.expected.tree, one.input.X, one.input.y, one);
    expect(compared).toBeGreaterThan(15);
  });

  it.each(searches.cases.filter(one => 'gains' in one.expected && one.params.criterion !== 'mse'))(
    'finds the best threshold of an exhaustive search on $name',
    ({ input, expected, params }) => {
      const X = input.x!.map(value => [value]);
      const criterion = params.criterion as Criterion;
      const split = bestSplit(X, input.y!, { classes: params.n_classes!, criterion })!;
      expect(split.threshold).toBeCloseTo(expected.best_threshold!, 12);
      expect(split.gain).toBeCloseTo(Math.max(...expected.gains!), 12);
    },
  );

  it('measures the tennis days', () => {
    expect(impurity([5, 9], 'entropy')).toBeCloseTo(0.940286, 6);
    expect(impurity([5, 9], 'gini')).toBeCloseTo(0.459184, 6);
  });

  it('weights the children of a line of eight', () => {
    const X = [1, 2, 3, 4, 5, 6, 7, 8].map(x => [x]);
    const split = bestSplit(X, [0, 0, 0, 0, 0, 1, 0, 1], { classes: 2 })!;
    expect(split).toMatchObject({ feature: 0, threshold: 5.5 });
    expect(split.gain).toBeCloseTo(0.208333, 6);
  });

  it('parts the rows alike after a monotone change of a feature', () => {
    const draw = drawing(6);
    const X = draw.times(30, () => draw.times(3, () => draw.normal(1, 2)));
    const y = draw.times(30, () => draw.integer(0, 2));
    const bent = X.map(([a, b, c]) => [Math.exp(a), b ** 3, 2 * c - 5]);
    const options = { classes: 3, maxDepth: 4 };
    const plain = buildTree(X, y, options);
    const moved = buildTree(bent, y, options);
    expect(predict(moved, bent)).toEqual(predict(plain, X));
    expect(leavesOf(moved)).toEqual(leavesOf(plain));
  });

  it('gives every example to one leaf', () => {
    const draw = drawing(8);
    const X = draw.times(40, () => draw.times(2, () => draw.integer(0, 5)));
    const y = draw.times(40, () => draw.integer(0, 3));
    const leaves = leavesOf(buildTree(X, y, { classes: 4, maxDepth: 6 }));
    const totals = [0, 1, 2, 3].map(k => leaves.reduce((sum, { counts }) => sum + counts[k], 0));
    expect(totals).toEqual([0, 1, 2, 3].map(k => y.filter(label => label === k).length));
  });

  it.each([
    ['no rows to learn from', () => bestSplit([], [], { classes: 2 }), RangeError],
    ['no rows to learn from', () => buildTree([], [], { classes: 2, maxDepth: 0 }), RangeError],
    ['label 2 is not one of 0 … 1', () => bestSplit([[1]], [2], { classes: 2 }), RangeError],
    ['label 0.5 is not', () => buildTree([[1]], [0.5], { classes: 2, maxDepth: 0 }), RangeError],
    ['2 labels for 1 rows', () => bestSplit([[1]], [0, 1], { classes: 2 }), TypeError],
    ['row 1 has 2 values', () => bestSplit([[1], [1, 2]], [0, 1], { classes: 2 }), TypeError],
  ])('refuses %s', (message, call, kind) => {
    expect(call).toThrow(kind);
    expect(call).toThrow(message);
  });
});

describe('the decision-tree grader', () => {
  const alternatives = submissions('alternatives', 'decision-tree');
  const mistakes = submissions('mistakes', 'decision-tree');
  const workplace = inProcess(grader);
  /** Without mutants no diagnosis is looked for, which is the slow part. */
  const verdictOn = async (source: string, seed: number, mutants: Mutant[] = []) => {
    const exercise = { grader: { ...grader, mutants }, solution };
    const { verdict } = await grade(exercise, source, seed, workplace);
    if (verdict.kind === 'not-compiled') throw new Error('a file of our own does not compile');
    return verdict;
  };

  it('is tried with several right and many wrong files', () => {
    expect(alternatives.length).toBeGreaterThanOrEqual(4);
    expect(mistakes.length).toBeGreaterThanOrEqual(8);
  });

  it.each(alternatives)('passes $name', async ({ name, source }) => {
    const notes = name.startsWith('single-precision')
      ? [expect.stringMatching(/single precision/)]
      : [];
    for (const seed of SEEDS) {
      const verdict = await verdictOn(source, seed);
      const failed = verdict.outcomes.filter(outcome => outcome.state !== 'passed');
      expect(failed, `seed ${seed}`).toEqual([]);
      expect(verdict.notes).toEqual(notes);
    }
  });

  it.each(mistakes)('turns away $name', async ({ source }) => {
    for (const seed of SEEDS.slice(0, 2)) {
      const { kind } = await verdictOn(source, seed);
      expect(['missed', 'crashed'], `seed ${seed}`).toContain(kind);
    }
  });

  it.each([
    ['misclassified-share.ts', 'takes the misclassified share for Gini'],
    ['unweighted-children.ts', 'takes the plain mean of the children'],
    ['records-the-impurity.ts', 'takes the impurity that is left for the gain'],
    ['values-as-thresholds.ts', 'puts the threshold at a value'],
    ['strictly-less.ts', 'sends a value equal to the threshold to the right'],
    ['uses-a-feature-once.ts', 'asks about a feature only once on the way down'],
    ['criterion-left-out.ts', 'forgets the criterion while it grows'],
    ['gain-weighted-by-root.ts', 'weighs the gain by the size of the root'],
    ['constant-feature-ends-search.ts', 'gives up at a constant feature'],
    ['gain-must-not-round-below-zero.ts', 'misses splits whose gain is rounded to below 0'],
    ['stops-just-below-zero.ts', 'stops where the best gain is rounded to below 0'],
    ['close-values-are-equal.ts', 'takes values that are close for one'],
  ])('names the mistake in %s', async (name, mistake) => {
    const { source } = mistakes.find(one => one.name === name)!;
    const verdict = await verdictOn(source, 5, [...grader.mutants]);
    expect(verdict).toMatchObject({ diagnosis: { from: 'mutant', mistakes: [mistake] } });
  });

  it.each([
    [
      'sorts-as-text.ts',
      /^Your split asks x\[\d\] <= \S+ and gains \S+; x\[\d\] <= \S+ gains \S+\.$/,
    ],
    [
      'ignores-limits.ts',
      /^root is split, but it must be a leaf: its depth is 0, and maxDepth is 0\.$/,
    ],
    [
      'stops-at-no-gain.ts',
      /^The result is null where an object with feature, threshold, gain is expected\.$/,
    ],
    [
      'all-rows-below.ts',
      /^root\.right has counts \[.*\]; the examples that reach it have \[.*\]\.$/,
    ],
  ])('says of %s where it went wrong', async (name, sentence) => {
    const { source } = mistakes.find(one => one.name === name)!;
    const missed = (await verdictOn(source, 5)).outcomes.find(({ state }) => state === 'missed');
    expect(missed).toMatchObject({ failure: { say: expect.stringMatching(sentence) } });
  });
});
