import { describe, expect, it } from 'vitest';
import {
  covariance,
  empty,
  merge,
  push,
  variance,
} from '../../exercises/code/running-moments/solution';
import { grade } from '../../graders/grade';
import type { Mutant } from '../../graders/grader';
import { drawing } from '../../graders/random';
import { folders } from '../exercise-folders';
import golden from '../golden/running-moments.json';
import { inProcess } from '../in-process';
import { submissions } from '../submissions';

const folder = folders.find(({ slug }) => slug === 'running-moments')!;
const grader = { ...(await folder.grader()), pictures: [] };
const solution = folder.text('solution.ts');
const SEEDS = Array.from({ length: 12 }, (_, i) => 4000 + 13 * i);

const summary = (xs: number[]) => xs.reduce((moments, x) => push(moments, x), empty());

/** The largest relative error, each number against the largest of what is expected. */
const error = (received: number[][], expected: number[][]) => {
  expect(received.map(row => row.length)).toEqual(expected.map(row => row.length));
  const scale = Math.max(...expected.flat().map(Math.abs)) || 1;
  return Math.max(...received.flat().map((x, i) => Math.abs(x - expected.flat()[i]))) / scale;
};

describe('the reference of running-moments', () => {
  it.each(golden.cases)('follows numpy on $name', ({ input: { x }, expected, traps }) => {
    const moments = summary(x);
    expect(moments.n).toBe(x.length);
    expect(error([[moments.mean]], [[expected.mean]])).toBeLessThan(1e-12);
    expect(error([[variance(moments, 0)]], [[expected.var_ddof0]])).toBeLessThan(1e-7);
    if (expected.var_ddof1 === undefined) expect(variance(moments, 1)).toBeNaN();
    else expect(error([[variance(moments, 1)]], [[expected.var_ddof1]])).toBeLessThan(1e-7);
    for (const { key, wrong, mistake } of traps) {
      const received = variance(moments, key === 'var_ddof1' ? 1 : 0);
      expect(Math.abs(received - wrong) / received, mistake).toBeGreaterThan(0.01);
    }
  });

  it.each(golden.tables)('follows numpy.cov on $name', ({ input: { X }, expected, traps }) => {
    expect(error(covariance(X, 0), expected.ddof0)).toBeLessThan(1e-9);
    expect(error(covariance(X, 1), expected.ddof1)).toBeLessThan(1e-9);
    const received = covariance(X, 1);
    for (const { wrong, mistake } of traps) {
      const same = wrong.length === received.length && error(received, wrong) < 0.01;
      expect(same, mistake).toBe(false);
    }
  });

  it('has variances in the diagonal of its covariances', () => {
    for (const { input } of golden.tables) {
      covariance(input.X, 1).forEach((row, j) => {
        const column = summary(input.X.map(x => x[j]));
        expect(row[j]).toBeCloseTo(variance(column, 1), 5);
      });
    }
  });

  it('merges as if everything had been pushed, however the numbers are divided', () => {
    const draw = drawing(5);
    const xs = draw.times(40, () => draw.normal(7, 3));
    const whole = summary(xs);
    for (const cut of [0, 1, 7, 20, 39, 40]) {
      const { n, mean, m2 } = merge(summary(xs.slice(0, cut)), summary(xs.slice(cut)));
      expect(n).toBe(40);
      expect(mean).toBeCloseTo(whole.mean, 11);
      expect(m2).toBeCloseTo(whole.m2, 9);
    }
    expect(merge(empty(), empty())).toEqual(empty());
  });

  it('gives 30 for the four numbers where sums of squares give less than nothing', () => {
    const far = [4, 7, 13, 16].map(x => x + 1e9);
    expect(variance(summary(far), 1)).toBe(30);
    expect(
      covariance(
        far.map(x => [x]),
        1,
      ),
    ).toEqual([[30]]);
    const mean = far.reduce((sum, x) => sum + x, 0) / 4;
    const squares = far.reduce((sum, x) => sum + x * x, 0) / 4;
    expect(((squares - mean * mean) * 4) / 3).toBeLessThan(0);
  });

  it.each([
    ['variance: ddof 2', () => variance({ n: 4, mean: 1, m2: 2 }, 2 as 1), RangeError],
    ['covariance: ddof -1', () => covariance([[1]], -1 as 1), RangeError],
    ['covariance: no rows', () => covariance([], 0), RangeError],
    ['row 1 has 1 numbers, row 0 has 2', () => covariance([[1, 2], [3]], 0), TypeError],
  ])('refuses %s', (message, call, kind) => {
    expect(call).toThrow(kind);
    expect(call).toThrow(message);
  });
});

describe('the grader of running-moments', () => {
  const alternatives = submissions('alternatives', 'running-moments');
  const mistakes = submissions('mistakes', 'running-moments');
  const workplace = inProcess(grader);
  /** Without mutants no diagnosis is looked for, which is the slow part. */
  const verdictOn = async (source: string, seed: number, mutants: Mutant[] = []) =>
    (await grade({ grader: { ...grader, mutants }, solution }, source, seed, workplace)).verdict;

  it.each(alternatives)('passes $name under every seed', async ({ name, source }) => {
    const notes = name.startsWith('single-precision') ? [/single precision/] : [];
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
    for (const seed of SEEDS.slice(0, 4)) {
      const { kind } = await verdictOn(source, seed);
      expect(['missed', 'crashed'], `seed ${seed}`).toContain(kind);
    }
  });

  it.each([
    ['squares-and-sums.ts', 'recovers the sum of squares in push'],
    ['merge-through-squares.ts', 'merges by sums of squares'],
    ['covariance-by-shortcut.ts', 'subtracts the product of the means afterwards'],
    ['old-mean-twice.ts', 'squares the deviation from the old mean'],
    ['new-mean-twice.ts', 'squares the deviation from the new mean'],
    ['merge-adds-sums.ts', 'forgets the gap between the means'],
    ['merges-with-swapped-shares.ts', 'swaps the shares of the means'],
    ['nothing-and-nothing.ts', 'divides zero by zero for nothing and nothing'],
    ['minus-zero-of-nothing.ts', 'leaves nothing to be divided by −1'],
    ['empty-side-wins.ts', 'returns the first where either is empty'],
    ['rows-for-variables.ts', 'takes rows for variables'],
    ['deviation-instead.ts', 'returns the standard deviation'],
    ['zero-is-no-number.ts', 'never pushes a zero'],
    ['equal-numbers-count-once.ts', 'never counts what equals the mean'],
    ['equal-means-merge-to-the-first.ts', 'takes equal means for nothing to merge'],
    ['correlation-instead.ts', 'returns correlations'],
    ['counts-all-cells.ts', 'counts the numbers of all rows together'],
  ])('names the mistake in %s', async (name, mistake) => {
    const wrong = mistakes.find(one => one.name === name)!;
    const verdict = await verdictOn(wrong.source, 5, [...grader.mutants]);
    expect(verdict).toMatchObject({ diagnosis: { from: 'mutant', mistakes: [mistake] } });
  });

  it('says what moved where digits are lost', async () => {
    const { source } = mistakes.find(({ name }) => name === 'all-in-floats.ts')!;
    const verdict = await verdictOn(source, 5);
    if (verdict.kind !== 'missed') throw new Error(verdict.kind);
    const failed = verdict.outcomes.find(({ state }) => state === 'missed');
    expect(failed).toMatchObject({
      name: 'keeps the variance when all numbers move far away',
      failure: { say: expect.stringContaining('when every number grows by a billion') },
    });
  });
});
