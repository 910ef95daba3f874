import { describe, expect, it } from 'vitest';
import { drawing } from '../../graders/random';
import {
  anyTree,
  bestOf,
  type ClassTree,
  candidates,
  countClasses,
  type Growth,
  majority,
  part,
  reasonToStop,
  standsOut,
} from '../../graders/trees';
import searches from '../golden/split-search.json';

const growth: Growth = { classes: 2, criterion: 'gini', maxDepth: 3, minSamplesSplit: 2 };
const column = (...values: number[]) => values.map(value => [value]);

describe('candidates', () => {
  it.each(searches.cases.filter(one => 'gains' in one.expected && one.params.criterion !== 'mse'))(
    'has the thresholds and gains of an exhaustive search on $name',
    ({ input, expected, params }) => {
      const criterion = params.criterion as 'gini' | 'entropy';
      const node = { X: column(...input.x!), y: input.y! };
      const found = candidates(node, { classes: params.n_classes!, criterion });
      expect(found.map(({ threshold }) => threshold)).toEqual(expected.thresholds);
      found.forEach(({ gain }, i) => {
        expect(gain).toBeCloseTo(expected.gains![i], 12);
      });
      expect(bestOf(found)?.threshold).toBe(expected.best_threshold);
    },
  );

  it('is empty where every feature is constant', () => {
    expect(candidates({ X: column(2, 2, 2), y: [0, 1, 0] }, growth)).toEqual([]);
    expect(bestOf([])).toBe(undefined);
  });

  it('counts the classes on both sides', () => {
    const [first] = candidates({ X: column(3, 1, 2), y: [0, 1, 0] }, growth);
    expect(first).toMatchObject({ threshold: 1.5, left: [0, 1], right: [2, 0] });
  });
});

describe('a node', () => {
  it('parts its examples at a threshold, equality to the left', () => {
    const [left, right] = part({ X: column(3, 1, 2), y: [0, 1, 0] }, 0, 2);
    expect(left).toEqual({ X: column(1, 2), y: [1, 0] });
    expect(right).toEqual({ X: column(3), y: [0] });
  });

  it.each<[string, number[], number[], number]>([
    ['all its 2 examples are of class 1', [1, 2], [1, 1], 0],
    ['its depth is 3, and maxDepth is 3', [1, 2], [0, 1], 3],
    ['it has 2 examples, and minSamplesSplit is 3', [1, 2], [0, 1], 0],
    ['all its 3 rows are alike, so there is no threshold', [5, 5, 5], [0, 1, 1], 0],
  ])('stops because %s', (reason, values, y, depth) => {
    const node = { X: column(...values), y };
    expect(reasonToStop(node, depth, { ...growth, minSamplesSplit: 3 })).toBe(reason);
  });

  it('goes on where nothing stops it', () => {
    expect(reasonToStop({ X: column(1, 2), y: [0, 1] }, 2, growth)).toBe(null);
  });

  it('gives a tie to the lowest class', () => {
    expect(majority(countClasses([2, 1, 2, 1, 0], 3))).toBe(1);
  });
});

describe('standsOut', () => {
  const clear = { X: column(1, 2, 3, 4, 5), y: [0, 0, 0, 1, 1] };

  it('accepts examples with one best split', () => {
    expect(standsOut(clear, growth)).toBe(true);
  });

  it('accepts a tie between splits with the same counts, in either order of the sides', () => {
    const twice = { ...clear, X: clear.X.map(([x]) => [x, -x]) };
    expect(standsOut(twice, growth)).toBe(true);
  });

  it('refuses a tie between gains that come from different counts', () => {
    const line = { X: column(1, 2, 3, 4, 5, 6), y: [0, 1, 1, 0, 0, 1] };
    const found = candidates(line, growth);
    const best = bestOf(found)!;
    const equal = found.filter(({ gain }) => Math.abs(gain - best.gain) < 1e-12);
    expect(equal.map(({ left }) => left)).toEqual([
      [1, 0],
      [3, 2],
    ]);
    expect(standsOut(line, growth)).toBe(false);
  });

  it('looks below the root, as deep as the tree may grow', () => {
    const three = { ...growth, classes: 3, maxDepth: 2 };
    const line = [0, 1, 1, 0, 0, 1, ...Array(9).fill(2)];
    const X = line.map((_, i) => [i]);
    expect(standsOut({ X, y: line }, { ...three, maxDepth: 1 })).toBe(true);
    expect(standsOut({ X, y: line }, three)).toBe(false);
  });
});

describe('anyTree', () => {
  const leavesOf = (tree: ClassTree): Extract<ClassTree, { kind: 'leaf' }>[] =>
    tree.kind === 'leaf' ? [tree] : [...leavesOf(tree.left), ...leavesOf(tree.right)];

  it('has leaves whose predictions fit their counts and differ from their neighbours', () => {
    for (let seed = 1; seed <= 50; seed += 1) {
      const leaves = leavesOf(anyTree(drawing(seed), 3, 4, 3));
      expect(leaves.length).toBeGreaterThanOrEqual(4);
      for (const { counts, prediction } of leaves) expect(majority(counts)).toBe(prediction);
      leaves.slice(1).forEach(({ prediction }, i) => {
        expect(prediction).not.toBe(leaves[i].prediction);
      });
    }
  });
});
