import { describe, expect, it } from 'vitest';
import { buildTree } from '../../exercises/code/decision-tree/solution';
import {
  bestSplit,
  fitForest,
  oobAccuracy,
  predictForest,
  type Tree,
} from '../../exercises/code/random-forest/solution';
import { twoClasses } from '../../graders/datasets';
import { grade } from '../../graders/grade';
import type { Mutant } from '../../graders/grader';
import { drawing } from '../../graders/random';
import { folders } from '../exercise-folders';
import golden from '../golden/random-forest.json';
import { inProcess } from '../in-process';
import { submissions } from '../submissions';

const folder = folders.find(({ slug }) => slug === 'random-forest')!;
const grader = { ...(await folder.grader()), pictures: [] };
const solution = folder.text('solution.ts');
const SEEDS = Array.from({ length: 6 }, (_, i) => 6000 + 17 * i);

interface Case {
  name: string;
  params: { n_classes: number; max_depth: number; min_samples_leaf: number };
  input: { X: number[][]; y: number[]; bootstrap: number[][]; features: number[][] };
  expected: {
    trees: Tree[];
    oob_indices: number[][];
    tree_predictions: number[][];
    hard_vote: number[];
  };
  traps: { mistake: string; key: string; wrong: number[] }[];
}
const cases = golden.cases as unknown as Case[];

const EIGHT = {
  X: [[1, 5], [2, 3], [3, 8], [4, 1], [6, 7], [7, 2], [8, 6], [9, 4]],
  y: [0, 0, 1, 0, 1, 0, 1, 1],
  bootstrap: [[0, 1, 1, 3, 4, 6, 6, 7], [2, 2, 3, 4, 5, 5, 6, 0], [0, 2, 3, 5, 7, 7, 1, 4]],
}; // biome-ignore format: a row for each

const close = (received: Tree, expected: Tree): void => {
  if (received.kind === 'leaf' || expected.kind === 'leaf') {
    expect(received).toEqual(expected);
    return;
  }
  expect(received.feature).toBe(expected.feature);
  expect(received.threshold).toBeCloseTo(expected.threshold, 9);
  expect(received.gain).toBeCloseTo(expected.gain, 9);
  close(received.left, expected.left);
  close(received.right, expected.right);
};

describe('the random-forest reference', () => {
  it.each(cases)('votes as the trees of scikit-learn do on $name', one => {
    const { input, expected, params, traps } = one;
    const { X } = input;
    expected.trees.forEach((tree, t) => {
      expect(predictForest([tree], X, params.n_classes)).toEqual(expected.tree_predictions[t]);
    });
    const votes = predictForest(expected.trees, X, params.n_classes);
    expect(votes).toEqual(expected.hard_vote);
    for (const { wrong } of traps) {
      expect(votes).not.toEqual(wrong);
    }
  });

  it.each(cases)('leaves out the rows that scikit-learn’s trees have seen on $name', one => {
    const { X, y, bootstrap } = one.input;
    const { trees, oob_indices, tree_predictions } = one.expected;
    const K = one.params.n_classes;
    const votes = X.map((_, i) => {
      const counts = new Array<number>(K).fill(0);
      oob_indices.forEach((rows, t) => {
        if (rows.includes(i)) counts[tree_predictions[t][i]] += 1;
      });
      return counts;
    });
    const covered = votes.map((_, i) => i).filter(i => votes[i].some(count => count > 0));
    const right = covered.filter(i => votes[i].indexOf(Math.max(...votes[i])) === y[i]);
    expect(oobAccuracy(trees, X, y, bootstrap, K)).toEqual({
      accuracy: right.length / covered.length,
      covered: covered.length,
    });
  });

  it('grows the trees of scikit-learn where no limit on leaves is in the way', () => {
    let compared = 0;
    for (const { input, expected, params } of cases) {
      const visit = (tree: Tree, X: number[][], y: number[], features: number[]): void => {
        if (tree.kind === 'leaf') return;
        const split = bestSplit(X, y, { classes: params.n_classes, features })!;
        const size = X.filter(row => row[split.feature] <= split.threshold).length;
        if (Math.min(size, X.length - size) >= params.min_samples_leaf) {
          expect(split.gain).toBeCloseTo(tree.gain, 9);
          expect([split.feature, split.threshold]).toEqual([tree.feature, tree.threshold]);
          compared += 1;
        }
        const goesLeft = X.map(row => row[tree.feature] <= tree.threshold);
        const part = <T>(list: T[], wanted: boolean) =>
          list.filter((_, i) => goesLeft[i] === wanted);
        visit(tree.left, part(X, true), part(y, true), features);
        visit(tree.right, part(X, false), part(y, false), features);
      };
      expected.trees.forEach((tree, t) => {
        const rows = input.bootstrap[t];
        visit(
          tree,
          rows.map(i => input.X[i]),
          rows.map(i => input.y[i]),
          input.features[t],
        );
      });
    }
    expect(compared).toBeGreaterThan(8);
  });

  it('grows the forest of scikit-learn from single rows on', () => {
    const { input, expected, params } = cases.find(one => one.params.min_samples_leaf === 1)!;
    const trees = fitForest(input.X, input.y, {
      classes: params.n_classes,
      maxDepth: params.max_depth,
      bootstrap: input.bootstrap,
      pickFeatures: tree => input.features[tree],
    });
    trees.forEach((tree, t) => {
      close(tree, expected.trees[t]);
    });
  });

  it('gives the figures of the example by hand', () => {
    const { X, y, bootstrap } = EIGHT;
    const pickFeatures = (tree: number) => [[0], [1], [0]][tree];
    const trees = fitForest(X, y, { classes: 2, maxDepth: 1, bootstrap, pickFeatures });
    expect(trees.map(tree => tree.kind === 'split' && tree.threshold)).toEqual([5, 5.5, 2.5]);
    expect(trees.map(tree => tree.kind === 'split' && tree.gain)).toEqual([
      0.5,
      0.5,
      expect.closeTo(1 / 6, 12),
    ]);
    const votes = trees.map(tree => predictForest([tree], X, 2));
    expect(X.map((_, i) => votes.reduce((sum, labels) => sum + labels[i], 0))).toEqual([
      0, 0, 2, 1, 3, 2, 3, 2,
    ]);
    expect(votes.map(labels => labels[5])).toEqual([1, 0, 1]);
    expect(oobAccuracy(trees, X, y, bootstrap, 2)).toEqual({ accuracy: 2 / 5, covered: 5 });
  });

  it('is a decision tree where one sample lists every row and every feature is picked', () => {
    const { X, y } = twoClasses(drawing(3), 40, 3);
    const rows = X.map((_, i) => i);
    const [tree] = fitForest(X, y, {
      classes: 2,
      maxDepth: 4,
      bootstrap: [rows],
      pickFeatures: () => [2, 0, 1],
    });
    close(tree, buildTree(X, y, { classes: 2, maxDepth: 4 }) as Tree);
  });

  it('misses a row as often as draws with replacement do', () => {
    const draw = drawing(7);
    const X = draw.times(8, i => [i]);
    const bootstrap = draw.times(4000, () => draw.times(8, () => draw.integer(0, 7)));
    const leaf: Tree = { kind: 'leaf', counts: [1], prediction: 0 };
    let missed = 0;
    for (const list of bootstrap) missed += oobAccuracy([leaf], X, X.flat(), [list], 9).covered;
    expect(missed / 32000).toBeCloseTo((7 / 8) ** 8, 2);
  });

  it.each([
    ['no rows to learn from', () => bestSplit([], [], { classes: 1, features: [0] }), RangeError],
    ['feature 1 is not one of 0 … 0', () => bestSplit([[1]], [0], { classes: 1, features: [1] }), RangeError],
    ['an empty list of features', () => bestSplit([[1]], [0], { classes: 1, features: [] }), RangeError],
    ['label 1 is not one of 0 … 0', () => bestSplit([[1]], [1], { classes: 1, features: [0] }), RangeError],
    ['2 labels, not 1', () => bestSplit([[1]], [0, 0], { classes: 1, features: [0] }), TypeError],
    ['no trees', () => predictForest([], [[1]], 2), RangeError],
    ['a row of 2 numbers, not of 1', () => predictForest([{ kind: 'leaf', counts: [1], prediction: 0 }], [[1], [1, 2]], 1), TypeError],
  ] as const)('refuses %s', (message, call, kind) => {
    expect(call).toThrow(kind);
    expect(call).toThrow(message);
  }); // biome-ignore format: a line for each
});

describe('the random-forest grader', () => {
  const alternatives = submissions('alternatives', 'random-forest');
  const mistakes = submissions('mistakes', 'random-forest');
  const workplace = inProcess(grader);
  /** Without mutants no diagnosis is looked for, which is the slow part. */
  const verdictOn = async (source: string, seed: number, mutants: readonly Mutant[] = []) =>
    (await grade({ grader: { ...grader, mutants }, solution }, source, seed, workplace)).verdict;

  it('is tried with several right and many wrong files', () => {
    expect(alternatives.length).toBeGreaterThanOrEqual(6);
    expect(mistakes.length).toBeGreaterThanOrEqual(20);
  });

  it.each(alternatives)('passes $name under every seed', async ({ name, source }) => {
    for (const seed of SEEDS) {
      const verdict = await verdictOn(source, seed);
      if (verdict.kind === 'not-compiled') throw new Error(`${name} does not compile`);
      const failed = verdict.outcomes.filter(outcome => outcome.state !== 'passed');
      expect(failed, `seed ${seed}`).toEqual([]);
      expect(verdict.kind, `seed ${seed}`).toBe('passed');
    }
  });

  it.each(mistakes)('turns away $name', async ({ source }) => {
    for (const seed of SEEDS.slice(0, 3)) {
      const { kind } = await verdictOn(source, seed);
      expect(['missed', 'crashed'], `seed ${seed}`).toContain(kind);
    }
  });

  it.each([
    ['all-features.ts', 'searches all features'],
    ['features-per-tree.ts', 'picks features once for each tree'],
    ['rows-counted-once.ts', 'counts a row once however often it is listed'],
    ['mean-of-labels.ts', 'rounds the mean of the votes'],
    ['out-of-bag-by-all-trees.ts', 'lets all trees vote on covered rows'],
    ['out-of-bag-by-seen-trees.ts', 'tests by the trees that have seen the row'],
  ])('names the mistake in %s', async (name, mistake) => {
    const wrong = mistakes.find(one => one.name === name)!;
    const verdict = await verdictOn(wrong.source, 5, grader.mutants);
    expect(verdict).toMatchObject({ diagnosis: { from: 'mutant', mistakes: [mistake] } });
  });
});
