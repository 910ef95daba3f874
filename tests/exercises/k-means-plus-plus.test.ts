import { describe, expect, it } from 'vitest';
import {
  kMeansPlusPlus,
  nearestSquared,
  pickWeighted,
} from '../../exercises/code/k-means-plus-plus/solution';
import { grade } from '../../graders/grade';
import type { Mutant } from '../../graders/grader';
import { drawing, random } from '../../graders/random';
import { folders } from '../exercise-folders';
import golden from '../golden/k-means-plus-plus.json';
import { inProcess } from '../in-process';
import { submissions } from '../submissions';

const folder = folders.find(({ slug }) => slug === 'k-means-plus-plus')!;
const grader = await folder.grader();
const solution = folder.text('solution.ts');
const SEEDS = [1000, 1007, 1014];

const shares = (weights: number[]) => {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map(weight => weight / total);
};
const near = (received: number[], expected: number[]) =>
  received.length === expected.length &&
  received.every((value, i) => Math.abs(value - expected[i]) <= 1e-12 + 1e-9 * expected[i]);

describe('the k-means-plus-plus reference', () => {
  it.each(golden.cases)('gives the published odds of $name, and picks by them', one => {
    const { X, u } = one.input;
    const { chosen, probabilities } = one.expected;
    probabilities.forEach((expected, k) => {
      const weights = nearestSquared(
        X,
        chosen.slice(0, k + 1).map(i => X[i]),
      );
      expect(near(shares(weights), expected)).toBe(true);
      expect(pickWeighted(weights, u[k])).toBe(chosen[k + 1]);
    });
    for (const { wrong } of one.traps) {
      expect(probabilities.every((expected, k) => near(expected, wrong[k]))).toBe(false);
    }
    const numbers = [(one.params.first + 0.5) / X.length, ...u];
    const picks = kMeansPlusPlus(X, chosen.length, () => numbers.shift()!);
    expect(picks).toEqual(chosen.map(i => X[i]));
  });

  it('gives the figures of the example by hand', () => {
    const X = [[0], [1], [3], [7]];
    expect(nearestSquared(X, [[1]])).toEqual([1, 0, 4, 36]);
    expect(pickWeighted([1, 0, 4, 36], 0.9)).toBe(3);
    expect(nearestSquared(X, [[1], [7]])).toEqual([1, 0, 4, 0]);
    expect(pickWeighted([1, 0, 4, 0], 0.1)).toBe(0);
  });

  it('picks a border’s right neighbour, and never a weight of 0', () => {
    expect([0, 0.25, 0.5, 0.75].map(u => pickWeighted([0, 1, 1, 0, 2, 0], u))).toEqual([
      1, 2, 4, 4,
    ]);
    expect(pickWeighted([0.7, 0.3, 0.1, 0.3, 0.1, 0], 1 - 2 ** -53)).toBe(4);
    expect([0, 0.3, 0.7, 1 - 2 ** -53].map(u => pickWeighted([0, 0, 0], u))).toEqual([0, 0, 2, 2]);
  });

  it('is near the best start on clusters far apart, where an even draw is not', () => {
    const draw = drawing(6);
    const X = draw.times(60, i => [100 * (i % 6) + draw.normal(), draw.normal()]);
    const next = random(12);
    let hit = 0;
    for (let t = 0; t < 200; t += 1) {
      const groups = new Set(kMeansPlusPlus(X, 6, next).map(([x]) => Math.round(x / 100)));
      if (groups.size === 6) hit += 1;
    }
    expect(hit).toBeGreaterThan(150); // an even draw: 6! / 6^6 of 200, about 3
  });

  it('takes every point where K is n, and goes on where too few differ', () => {
    const X = [[0, 1], [2, 3], [4, 4], [9, 0]]; // biome-ignore format: points in one row
    expect(kMeansPlusPlus(X, 4, random(3)).sort()).toEqual(X);
    expect(kMeansPlusPlus([[1], [1], [2]], 3, random(4)).map(String)).toEqual(
      expect.arrayContaining(['1', '2']),
    );
  });

  it.each([
    ['no centroids', () => nearestSquared([[0]], []), RangeError],
    ['a row of 1 numbers where others have 2', () => nearestSquared([[0]], [[0, 1]]), TypeError],
    ['no weights', () => pickWeighted([], 0), RangeError],
    ['a weight of -2', () => pickWeighted([1, -2], 0), RangeError],
    ['u is 1, outside [0, 1)', () => pickWeighted([1], 1), RangeError],
    ['K is 0, below 1', () => kMeansPlusPlus([[0]], 0, random(1)), RangeError],
    ['K is 2 for 1 points', () => kMeansPlusPlus([[0]], 2, random(1)), RangeError],
  ])('refuses %s', (message, call, kind) => {
    expect(call).toThrow(kind);
    expect(call).toThrow(message);
  });
});

describe('the k-means-plus-plus grader', () => {
  const alternatives = submissions('alternatives', 'k-means-plus-plus');
  const mistakes = submissions('mistakes', 'k-means-plus-plus');
  const workplace = inProcess(grader);
  /** Without mutants no diagnosis is looked for, which is the slow part. */
  const verdictOn = async (source: string, seed: number, mutants: readonly Mutant[] = []) =>
    (await grade({ grader: { ...grader, mutants }, solution }, source, seed, workplace)).verdict;

  /** Mutants of the draw itself. */
  const ofPicks = grader.mutants.filter(({ insteadOf }) =>
    /random\(\)|X, centroids|const first/.test(insteadOf),
  );

  it('is tried with several right and many wrong files', () => {
    expect(alternatives.length).toBeGreaterThanOrEqual(6);
    expect(mistakes.length).toBeGreaterThanOrEqual(20);
  });

  it.each(alternatives)('passes $name under every seed', async ({ name, source }) => {
    const notes = name === 'single-precision.ts' ? [/single precision/] : [];
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
    ['plain-distance.ts', 'draws by plain distance'],
    ['squares-twice.ts', 'squares the squared distances'],
    ['farthest-first.ts', 'takes the farthest point'],
    ['greedy.ts', 'keeps the best of several candidates'],
    ['first-row.ts', 'begins with the first row'],
    ['round-index.ts', 'rounds where it should cut'],
    ['never-last.ts', 'never begins with the last row'],
    ['one-number.ts', 'uses one random number for every pick'],
    ['equal-rows-share-a-lot.ts', 'throws equal rows together'],
    ['stale-total.ts', 'adds the weights up only once'],
    ['stale-weights.ts', 'measures from the first only and passes over rows that are taken'],
    ['newest-only.ts', 'measures from the newest only and passes over rows that are taken'],
  ])('names the mistake in %s by its frequencies', async (name, mistake) => {
    const wrong = mistakes.find(one => one.name === name)!;
    const verdict = await verdictOn(wrong.source, 5, ofPicks);
    expect(verdict).toMatchObject({ diagnosis: { from: 'mutant', mistakes: [mistake] } });
  });

  it('says which point came too often or too seldom', async () => {
    const { source } = mistakes.find(({ name }) => name === 'plain-distance.ts')!;
    const verdict = await verdictOn(source, 5);
    const missed = 'outcomes' in verdict && verdict.outcomes.find(one => one.state === 'missed');
    expect(missed).toMatchObject({
      name: 'picks the second by squared distance from the first',
      failure: {
        say: expect.stringMatching(
          /^After \[.*\], \[.*\] came \d+ times in \d+ draws, where about \d+ are to be expected\.$/,
        ),
      },
    });
  });
});
