import { describe, expect, it } from 'vitest';
import {
  type Fold,
  groupKFold,
  kFold,
  stratifiedKFold,
  timeSeriesSplit,
} from '../../exercises/code/cross-validation-splits/solution';
import { grade } from '../../graders/grade';
import type { Mutant } from '../../graders/grader';
import { drawing } from '../../graders/random';
import { folders } from '../exercise-folders';
import golden from '../golden/cross-validation-splits.json';
import { inProcess } from '../in-process';
import { submissions } from '../submissions';

const folder = folders.find(({ slug }) => slug === 'cross-validation-splits')!;
const grader = { ...(await folder.grader()), pictures: [] };
const solution = folder.text('solution.ts');
const SEEDS = Array.from({ length: 12 }, (_, i) => 1000 + 7 * i);

const tests = (folds: Fold[]) => folds.map(({ test }) => test);
const sizes = (folds: Fold[]) => folds.map(({ test }) => test.length);
const firstRows = (n: number) => Array.from({ length: n }, (_, i) => i);
const ascending = (list: number[]) => [...list].sort((a, b) => a - b);

/** Every row is tested once, and each fold trains on the others. */
const divides = (n: number, folds: Fold[]) => {
  expect(ascending(tests(folds).flat())).toEqual(firstRows(n));
  for (const { train, test } of folds) {
    expect(ascending([...train, ...test])).toEqual(firstRows(n));
  }
};

describe('the cross-validation-splits reference', () => {
  it.each(golden.plain)('cuts as scikit-learn does: $name', ({ n, K, ...expected }) => {
    const folds = kFold(n, K);
    expect(tests(folds)).toEqual(expected.tests);
    divides(n, folds);
  });

  it.each(golden.stratified)('stratifies as scikit-learn does: $name', expected => {
    const { labels, K, classes } = expected;
    const folds = stratifiedKFold(labels, K);
    divides(labels.length, folds);
    expect(sizes(folds).sort()).toEqual([...expected.sizes].sort());
    classes.forEach((label, c) => {
      const counts = tests(folds).map(test => test.filter(i => labels[i] === label).length);
      expect(ascending(counts)).toEqual(ascending(expected.counts.map(count => count[c])));
    });
  });

  it.each(golden.series)('splits a series as scikit-learn does: $name', expected => {
    const { n, K, gap, train, test } = expected;
    expect(timeSeriesSplit(n, K, gap)).toEqual(train.map((rows, k) => ({ train: rows, test: test[k] }))); // biome-ignore format: one line
  });

  it.each(golden.grouped)('keeps groups as scikit-learn does: $name', ({ groups, K, ...rest }) => {
    const folds = groupKFold(groups, K);
    divides(groups.length, folds);
    expect(ascending(sizes(folds))).toEqual(rest.sizes);
    const homes = tests(folds).map(test => new Set(test.map(i => groups[i])));
    expect(homes.reduce((sum, home) => sum + home.size, 0)).toBe(new Set(groups).size);
  });

  it('falls into none of the traps', () => {
    const { lastRunTakesTheRest, roundedUp, runsOfSortedLabels, ...series } = golden.traps;
    for (const trap of [lastRunTakesTheRest, roundedUp]) {
      expect(sizes(kFold(trap.n, trap.K))).not.toEqual(trap.sizes);
    }
    const { labels, K } = golden.stratified.find(({ name }) => name === runsOfSortedLabels.case)!;
    const counts = (folds: Fold[]) =>
      tests(folds).map(test => [0, 1].map(label => test.filter(i => labels[i] === label).length));
    expect(counts(kFold(labels.length, K))).toEqual(runsOfSortedLabels.counts);
    expect(counts(stratifiedKFold(labels, K))).not.toEqual(runsOfSortedLabels.counts);
    const { countedFromTheFront, dividedByK } = series;
    const folds = timeSeriesSplit(countedFromTheFront.n, countedFromTheFront.K);
    expect(tests(folds)).not.toEqual(countedFromTheFront.test);
    expect(sizes(folds)).not.toContain(dividedByK.size);
  });

  it('divides whatever it is given', () => {
    const draw = drawing(12);
    for (let t = 0; t < 60; t += 1) {
      const n = draw.integer(4, 40);
      const K = draw.integer(2, Math.min(n, 7));
      divides(n, kFold(n, K, draw.shuffle(firstRows(n))));
      const labels = draw.times(n, () => draw.integer(-2, 2));
      const strata = stratifiedKFold(labels, K);
      divides(n, strata);
      expect(Math.max(...sizes(strata)) - Math.min(...sizes(strata))).toBeLessThanOrEqual(1);
      const groups = draw.times(n, i => String(i < K ? i : draw.integer(0, 9)));
      const folds = groupKFold(groups, K);
      divides(n, folds);
      const largest = Math.max(...groups.map(g => groups.filter(other => other === g).length));
      expect(Math.max(...sizes(folds)) - Math.min(...sizes(folds))).toBeLessThanOrEqual(largest);
    }
  });

  it('never trains on what is nearer than the gap', () => {
    for (const gap of [0, 1, 2]) {
      for (const { train, test } of timeSeriesSplit(17, 4, gap)) {
        expect(Math.max(...train) + gap).toBeLessThan(Math.min(...test));
      }
    }
  });

  it.each([
    ['1 folds of 9 rows', () => kFold(9, 1)],
    ['5 folds of 4 rows', () => stratifiedKFold([1, 1, 2, 2], 5)],
    ['2.5 folds is no whole number', () => groupKFold(['a', 'b', 'c'], 2.5)],
    ['2 groups for 3 folds', () => groupKFold(['a', 'b', 'a'], 3)],
    ['does not hold each of 3 rows once', () => kFold(3, 2, [0, 1, 1])],
    ['a gap of -1', () => timeSeriesSplit(9, 2, -1)],
    ['4 rows for 4 test blocks', () => timeSeriesSplit(4, 4)],
    ['no rows to train on first', () => timeSeriesSplit(12, 3, 3)],
  ])('refuses %s', (message, call) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(message);
  });
});

describe('the cross-validation-splits grader', () => {
  const alternatives = submissions('alternatives', 'cross-validation-splits');
  const mistakes = submissions('mistakes', 'cross-validation-splits');
  const workplace = inProcess(grader);
  /** Without mutants no diagnosis is looked for, which is the slow part. */
  const verdictOn = async (source: string, seed: number, mutants: Mutant[] = []) =>
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
      expect(verdict, `seed ${seed}`).toMatchObject({ kind: 'passed', notes: [] });
    }
  });

  it.each(mistakes)('turns away $name', async ({ source }) => {
    for (const seed of SEEDS.slice(0, 4)) {
      const { kind } = await verdictOn(source, seed);
      expect(['missed', 'crashed'], `seed ${seed}`).toContain(kind);
    }
  });

  it.each([
    ['drops-remainder.ts', 'leaves out the rows that do not fill a fold'],
    ['remainder-in-the-last-fold.ts', 'gives the last run all that is left'],
    ['interleaved.ts', 'deals rows out in turn'],
    ['order-ignored.ts', 'ignores the order'],
    ['drops-rare-classes.ts', 'leaves out classes with few rows'],
    ['class-remainder-in-the-last-fold.ts', 'gives the last fold what is left of each class'],
    ['groups-ignored.ts', 'cuts runs whatever the groups are'],
    ['groups-dealt-in-turn.ts', 'deals groups out in turn'],
    ['future-in-training.ts', 'trains on the future'],
    ['gap-ignored.ts', 'ignores the gap'],
    ['rest-at-the-end.ts', 'counts blocks from the front'],
    ['one-fold-passes.ts', 'accepts a single fold'],
  ])('names the mistake in %s', async (name, mistake) => {
    const wrong = mistakes.find(one => one.name === name)!;
    const verdict = await verdictOn(wrong.source, 5, [...grader.mutants]);
    expect(verdict).toMatchObject({ diagnosis: { mistakes: expect.arrayContaining([mistake]) } });
  });

  it('says which group was torn apart', async () => {
    const wrong = mistakes.find(({ name }) => name === 'groups-must-stand-together.ts')!;
    const verdict = await verdictOn(wrong.source, 5);
    expect(verdict).toMatchObject({ kind: 'missed' });
    expect(JSON.stringify(verdict)).toMatch(/Group “[a-z]+” is tested in fold \d and in fold \d/u);
  });
});
