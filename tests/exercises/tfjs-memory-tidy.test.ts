import { transform } from 'sucrase';
import { describe, expect, it } from 'vitest';
import { grade } from '../../graders/grade';
import type { Mutant } from '../../graders/grader';
import { drawing } from '../../graders/random';
import { folders } from '../exercise-folders';
import { inProcess } from '../in-process';
import { evaluate } from '../libraries';
import { submissions } from '../submissions';

const folder = folders.find(({ slug }) => slug === 'tfjs-memory-tidy')!;
const grader = { ...(await folder.grader()), pictures: [] };
const solution = folder.text('solution.ts');
const libraries = await folder.libraries();
const SEEDS = [1000, 1007, 1014];

type Solution = typeof import('../../exercises/code/tfjs-memory-tidy/solution');
const { code } = transform(solution, { transforms: ['typescript', 'imports'] });
const { standardise, predict } = evaluate(code, libraries) as unknown as Solution;

/** The same in double precision, without a library. */
function plain(X: number[][], weights: number[], bias: number): number[] {
  const columns = X[0].map((_, j) => X.map(row => row[j]));
  const scaled = columns.map(column => {
    const mean = column.reduce((sum, x) => sum + x, 0) / column.length;
    const deviation = Math.sqrt(
      column.reduce((sum, x) => sum + (x - mean) ** 2, 0) / column.length,
    );
    return column.map(x => (x - mean) / deviation);
  });
  return X.map((_, i) => {
    const score = scaled.reduce((sum, column, j) => sum + column[i] * weights[j], bias);
    return 1 / (1 + Math.exp(-score));
  });
}

describe('the reference of tfjs-memory-tidy', () => {
  it('gives what plain numbers give, to single precision', () => {
    const draw = drawing(3);
    const X = draw.times(30, () => [draw.normal(5, 2), draw.normal(-3, 0.7), draw.normal(0, 11)]);
    const expected = plain(X, [0.8, -1.1, 0.4], 0.3);
    predict(X, [0.8, -1.1, 0.4], 0.3).forEach((p, i) => {
      expect(p).toBeCloseTo(expected[i], 6);
    });
  });

  it('scales the numbers 2, 4, 4, 4, 5, 5, 7, 9, of the deviation 2, by it', () => {
    const Z = standardise([2, 4, 4, 4, 5, 5, 7, 9].map(x => [x]));
    expect(Z.flat()).toEqual([-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2]);
  });

  it.each([
    ['no rows', () => standardise([]), RangeError],
    ['rows of different lengths', () => standardise([[1, 2], [3], [4, 5, 6], [7, 8]]), TypeError],
    ['weights of another number', () => predict([[1, 2]], [1], 0), Error],
  ])('refuses %s', (_, call, kind) => {
    expect(call).toThrow(kind);
  });
});

describe('the grader of tfjs-memory-tidy', () => {
  const alternatives = submissions('alternatives', 'tfjs-memory-tidy');
  const mistakes = submissions('mistakes', 'tfjs-memory-tidy');
  const workplace = inProcess(grader, libraries);
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
    }
  });

  it.each(mistakes)('turns away $name', async ({ source }) => {
    for (const seed of SEEDS.slice(0, 2)) {
      const { kind } = await verdictOn(source, seed);
      expect(['missed', 'crashed'], `seed ${seed}`).toContain(kind);
    }
  });

  it.each([
    [
      'no-tidy-at-all.ts',
      /After 2 more calls there are \d+ more tensors in memory\. Dispose of each/,
    ],
    [
      'returns-the-tensor.ts',
      /The result is a Tensor where an array of arrays is expected\. Read its/,
    ],
  ])('says of %s what is wrong', async (name, words) => {
    const verdict = await verdictOn(mistakes.find(one => one.name === name)!.source, 5);
    if (verdict.kind === 'not-compiled') throw new Error('does not compile');
    const first = verdict.outcomes.find(({ state }) => state !== 'passed');
    expect(first).toMatchObject({ failure: { say: expect.stringMatching(words) } });
  });

  it.each([
    ['sample-deviation.ts', 'takes n − 1 for the variance'],
    ['flat-only-at-variance-zero.ts', 'sees a flat column by its variance alone'],
    ['forgets-the-bias.ts', 'forgets the bias'],
    ['predicts-on-raw-columns.ts', 'predicts on the table as it came'],
    ['broadcasts-a-single-weight.ts', 'takes one weight for all columns'],
  ])('names the mistake in %s', async (name, mistake) => {
    const wrong = mistakes.find(one => one.name === name)!;
    const verdict = await verdictOn(wrong.source, 5, [...grader.mutants]);
    expect(verdict).toMatchObject({ diagnosis: { from: 'mutant', mistakes: [mistake] } });
  });
});
