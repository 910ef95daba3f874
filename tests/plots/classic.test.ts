import { describe, expect, it } from 'vitest';
import type { TableKind } from '../../graders/tries';
import { classicsFor } from '../../src/plots/classic';
import { wrongWith } from '../../src/plots/csv';

const mean = (list: readonly number[]) => list.reduce((sum, x) => sum + x, 0) / list.length;

describe('the known data sets', () => {
  it.each<[TableKind, number]>([
    ['points', 2],
    ['classes', 2],
    ['classes', 3],
    ['targets', 2],
    ['scored', 2],
  ])('are what a learner might have pasted: %s of %i classes', (kind, classes) => {
    const names = classicsFor(kind, classes).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, make } of classicsFor(kind, classes)) {
      expect(wrongWith(make(), kind, classes, 3), name).toBe(null);
      expect(make(), name).toEqual(make());
    }
  });

  it('hold Anscombe’s quartet: four pictures of one mean, one variance and one line', () => {
    const quartet = classicsFor('targets').filter(({ name }) => name.startsWith('Anscombe'));
    expect(quartet).toHaveLength(4);
    for (const { name, make } of quartet) {
      const { X, y = [] } = make();
      const x = X.map(([value]) => value);
      const [centre, level] = [mean(x), mean(y)];
      const spread = mean(x.map(value => (value - centre) ** 2));
      const slope = mean(x.map((value, i) => (value - centre) * (y[i] - level))) / spread;
      const variance = (mean(y.map(value => (value - level) ** 2)) * 11) / 10;
      expect([centre, spread], name).toEqual([9, 10]);
      expect(level, name).toBeCloseTo(7.5, 2);
      expect(variance, name).toBeCloseTo(4.125, 2);
      expect(slope, name).toBeCloseTo(0.5, 3);
      expect(level - slope * centre, name).toBeCloseTo(3, 2);
    }
  });

  it('hold scores that a threshold parts well, badly, several at once, and of few positives', () => {
    const [apart, over, tied, rare] = classicsFor('scored').map(({ make }) => {
      const { X, y = [] } = make();
      const pairs = X.flatMap(([a], i) =>
        X.flatMap(([b], j) => (y[i] === 1 && y[j] === 0 ? [(Math.sign(a - b) + 1) / 2] : [])),
      );
      return { auc: mean(pairs), levels: new Set(X.flat()).size, share: mean(y) };
    });
    expect(apart.auc).toBeGreaterThan(0.97);
    expect(over.auc).toBeLessThan(0.85);
    expect(tied.levels).toBeLessThan(8);
    expect(rare.share).toBe(0.1);
  });
});
