import { describe, expect, it } from 'vitest';
import { nearest, predict } from '../../exercises/code/knn/solution';
import { grade } from '../../graders/grade';
import type { Mutant } from '../../graders/grader';
import { drawing } from '../../graders/random';
import { folders } from '../exercise-folders';
import golden from '../golden/knn.json';
import { inProcess } from '../in-process';
import { submissions } from '../submissions';

const folder = folders.find(({ slug }) => slug === 'knn')!;
const grader = { ...(await folder.grader()), pictures: [] };
const solution = folder.text('solution.ts');
const SEEDS = Array.from({ length: 6 }, (_, i) => 900 + 17 * i);

describe('the knn reference', () => {
  it.each(golden.cases)('votes like scikit-learn on $name', one => {
    const { X, y, queries } = one.input;
    const classes = Math.max(...one.classes) + 1;
    const weights = one.weights as 'uniform' | 'distance';
    const { labels, probabilities } = predict(X, y, queries, { k: one.k, classes, weights });
    expect(labels).toEqual(one.expected.pred);
    one.expected.proba.forEach((row, q) => {
      row.forEach((share, column) => {
        expect(probabilities[q][one.classes[column]]).toBeCloseTo(share, 12);
      });
      expect(probabilities[q].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      if ('neighbors' in one.expected && one.name.startsWith('k')) {
        expect(nearest(X, queries[q], one.k)).toEqual(one.expected.neighbors![q]);
      }
    });
    for (const { wrong } of one.traps ?? []) expect(labels).not.toEqual(wrong);
  });

  it('gives the figures of the seven points', () => {
    const X = [[0, 0], [1, 0], [0, 1], [5, 5], [6, 5], [5, 6], [3, 3]]; // biome-ignore format: points in one row
    const y = [0, 0, 0, 1, 1, 1, 1];
    const options = { k: 3, classes: 2, weights: 'distance' } as const;
    expect(predict(X, y, [[3, 2]], options).probabilities[0][0]).toBeCloseTo(0.401119, 6);
    expect(predict(X, y, [[3, 2]], { k: 3, classes: 2 }).labels).toEqual([0]);
  });

  it('is not moved by a shift, a rotation or a common scale', () => {
    const draw = drawing(12);
    const X = draw.times(20, () => [draw.normal(0, 3), draw.normal(1, 2)]);
    const y = X.map(() => draw.integer(0, 2));
    const queries = draw.times(6, () => [draw.normal(0, 3), draw.normal(1, 2)]);
    const move = (rows: number[][]) =>
      rows.map(([a, b]) => [0.6 * a - 0.8 * b + 5, 0.8 * a + 0.6 * b]);
    const grow = (rows: number[][]) => rows.map(row => row.map(x => 250 * x));
    const options = { k: 5, classes: 3, weights: 'distance' } as const;
    const plain = predict(X, y, queries, options);
    for (const change of [move, grow]) {
      const changed = predict(change(X), y, change(queries), options);
      expect(changed.labels).toEqual(plain.labels);
      changed.probabilities.forEach((row, q) => {
        row.forEach((share, c) => {
          expect(share).toBeCloseTo(plain.probabilities[q][c], 10);
        });
      });
    }
  });

  it('gives the shares of the classes for k = n, and each point its own class for k = 1', () => {
    const X = [[0], [3], [7], [8], [20]];
    const y = [2, 0, 2, 1, 2];
    expect(predict(X, y, [[5]], { k: 5, classes: 3 }).probabilities).toEqual([[0.2, 0.2, 0.6]]);
    expect(predict(X, y, X, { k: 1, classes: 3 }).labels).toEqual(y);
  });

  it('looks at another row once the features are standardised', () => {
    const X = [[1, 1000], [2, 2000], [1.1, 2100]]; // biome-ignore format: points in one row
    expect(nearest(X, [1.05, 2020], 1)).toEqual([1]);
    const scale = ([a, b]: number[]) => [a / 0.45, b / 497];
    expect(nearest(X.map(scale), scale([1.05, 2020]), 1)).toEqual([2]);
  });

  it.each([
    ['no training points', () => nearest([], [1], 1), RangeError],
    ['k is 0', () => nearest([[1]], [1], 0), RangeError],
    ['k is 1.5', () => predict([[1]], [0], [[1]], { k: 1.5, classes: 1 }), RangeError],
    ['class 2 of 2', () => predict([[1]], [2], [[1]], { k: 1, classes: 2 }), RangeError],
    ['2 classes for 1 rows', () => predict([[1]], [0, 0], [[1]], { k: 1, classes: 2 }), TypeError],
    ['a query of 2 numbers for rows of 1', () => nearest([[1]], [1, 2], 1), TypeError],
  ])('refuses with “%s”', (message, call, kind) => {
    expect(call).toThrow(kind);
    expect(call).toThrow(message);
  });
});

describe('the knn grader', () => {
  const alternatives = submissions('alternatives', 'knn');
  const mistakes = submissions('mistakes', 'knn');
  const workplace = inProcess(grader);
  /** Without mutants no diagnosis is looked for, which is the slow part. */
  const verdictOn = async (source: string, seed: number, mutants: Mutant[] = []) =>
    (await grade({ grader: { ...grader, mutants }, solution }, source, seed, workplace)).verdict;

  it('is tried with several right and many wrong files', () => {
    expect(alternatives.length).toBeGreaterThanOrEqual(6);
    expect(mistakes.length).toBeGreaterThanOrEqual(20);
  });

  it.each(alternatives)('passes $name under every seed', async ({ name, source }) => {
    const notes = name.endsWith('single-precision.ts') ? [/single precision/] : [];
    for (const seed of SEEDS) {
      const verdict = await verdictOn(source, seed);
      if (verdict.kind === 'not-compiled') throw new Error(`${name} does not compile`);
      const failed = verdict.outcomes.filter(outcome => outcome.state !== 'passed');
      expect(failed, `seed ${seed}`).toEqual([]);
      expect(verdict, `seed ${seed}`).toMatchObject({
        kind: 'passed',
        notes: notes.map(note => expect.stringMatching(note)),
      });
    }
  });

  it.each(mistakes)('turns away $name', async ({ source }) => {
    for (const seed of SEEDS.slice(0, 2)) {
      const { kind } = await verdictOn(source, seed);
      expect(['missed', 'crashed'], `seed ${seed}`).toContain(kind);
    }
  });

  it.each([
    ['manhattan.ts', 'adds absolute differences'],
    ['string-sort.ts', 'sorts distances as text'],
    ['squared-distance-votes.ts', 'weighs by squared distance'],
    ['infinite-vote.ts', 'divides by a distance of 0'],
    ['tie-to-the-nearest.ts', 'gives a tie of votes to the nearest'],
    ['tie-to-the-last-class.ts', 'gives a tie of votes to the higher class'],
    ['distance-tie-to-the-later-row.ts', 'gives a tie of distances to the higher index'],
    ['divides-by-k.ts', 'divides equal votes by k'],
    [
      'exact-matches-rule-uniform-votes-too.ts',
      'lets exact matches vote alone in equal votes, too',
    ],
    ['all-exact-matches-vote.ts', 'lets exact matches vote beyond k'],
    ['nearly-zero-is-zero.ts', 'takes small distances for zero'],
    ['classes-from-the-labels.ts', 'takes the classes from y'],
    ['labels-by-count.ts', 'counts heads for the label'],
  ])('names the mistake in %s', async (name, mistake) => {
    const wrong = mistakes.find(one => one.name === name)!;
    const verdict = await verdictOn(wrong.source, 5, [...grader.mutants]);
    expect(verdict).toMatchObject({ diagnosis: { from: 'mutant', mistakes: [mistake] } });
  });
});
