import { describe, expect, it } from 'vitest';
import { covariance, inverseTransform, pca, transform } from '../../exercises/code/pca/solution';
import { grade } from '../../graders/grade';
import type { Mutant } from '../../graders/grader';
import { drawing } from '../../graders/random';
import { folders } from '../exercise-folders';
import golden from '../golden/pca.json';
import { inProcess } from '../in-process';
import { submissions } from '../submissions';

const folder = folders.find(({ slug }) => slug === 'pca')!;
const grader = { ...(await folder.grader()), pictures: [] };
const solution = folder.text('solution.ts');
const SEEDS = Array.from({ length: 4 }, (_, k) => 4000 + 23 * k);
/** For single precision, which is nearest to the tolerances. */
const MANY = Array.from({ length: 15 }, (_, k) => 7000 + 23 * k);

const close = (received: number[], expected: number[], digits = 9) => {
  expect(received).toHaveLength(expected.length);
  received.forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i], digits);
  });
};

/** Ten points of a well-known worked example. */
const TEN = [
  [2.5, 2.4], [0.5, 0.7], [2.2, 2.9], [1.9, 2.2], [3.1, 3], [2.3, 2.7], [2, 1.6], [1, 1.1], [1.5, 1.6], [1.1, 0.9],
]; // biome-ignore format: ten rows

describe('the reference of pca', () => {
  it.each(golden.cases)('gives what scikit-learn gives on $name', wanted => {
    const { X, k, components, scores, reconstruction } = wanted;
    const model = pca(X, k);
    close(model.mean, wanted.mean);
    close(model.explainedVariance, wanted.explainedVariance);
    close(model.explainedVarianceRatio, wanted.explainedVarianceRatio);
    components.forEach((row, c) => {
      close(model.components[c], row);
    });
    const given = components.length > 0 ? { mean: wanted.mean, components } : model;
    if (scores.length > 0) close(transform(X, given).flat(), scores.flat());
    if (reconstruction.length > 0) {
      close(inverseTransform(transform(X, given), given).flat(), reconstruction.flat());
    }
  });

  it.each(golden.traps)('does not fall for: $mistake', ({ case: name, field, wrong }) => {
    const { X, k } = golden.cases.find(one => one.name === name)!;
    const right = pca(X, k)[field as 'explainedVariance' | 'explainedVarianceRatio'];
    wrong.forEach((value, c) => {
      expect(Math.abs(value - right[c])).toBeGreaterThan(1e-3 * right[c]);
    });
  });

  it('gives the figures of the ten points', () => {
    const model = pca(TEN, 2);
    close(model.explainedVariance, [1.284028, 0.049083], 6);
    expect(model.explainedVarianceRatio[0]).toBeCloseTo(0.963181, 6);
    close(model.components[0], [0.677873, 0.735179], 6);
    expect(transform(TEN, model)[0][0]).toBeCloseTo(0.82797, 6);
    // Not those of the rows around the origin, nor with n.
    expect(Math.abs(model.components[0][0] - 0.686478)).toBeGreaterThan(1e-3);
    expect(Math.abs(model.explainedVariance[0] - 1.155625)).toBeGreaterThan(1e-3);
  });

  it('has scores that are uncorrelated and have the variances', () => {
    const draw = drawing(6);
    const X = draw.times(20, () => draw.times(4, j => draw.normal(j, 4 - j)));
    const model = pca(X, 4);
    covariance(transform(X, model)).forEach((row, i) => {
      close(
        row,
        row.map((_, j) => (i === j ? model.explainedVariance[i] : 0)),
      );
    });
    close(inverseTransform(transform(X, model), model).flat(), X.flat());
    expect(model.explainedVarianceRatio.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  });

  it('moves with a shift, turns with an exchange of features, and does not undo a scale', () => {
    const draw = drawing(8);
    const X = draw.times(15, () => draw.times(3, j => draw.normal(0, 1 + 2 * j)));
    const plain = pca(X, 2);
    const shifted = pca(
      X.map(row => row.map((x, j) => x + 10 * j - 7)),
      2,
    );
    close(shifted.components.flat(), plain.components.flat());
    const turned = pca(
      X.map(([a, b, c]) => [c, a, b]),
      2,
    );
    close(
      turned.components.flat(),
      plain.components.flatMap(([a, b, c]) => [c, a, b]),
    );
    const scaled = pca(
      X.map(([a, b, c]) => [1000 * a, b, c]),
      1,
    );
    expect(scaled.components[0][0]).toBeGreaterThan(0.999);
  });

  it.each([
    ['1 rows', () => covariance([[1, 2]]), RangeError],
    ['0 components, not 1 to 2', () => pca(TEN, 0), RangeError],
    ['3 components, not 1 to 2', () => pca(TEN, 3), RangeError],
    ['all rows are equal', () => pca([[1], [1]], 1), RangeError],
    ['a row of 1 where 2 are needed', () => covariance([[1, 2], [3]]), TypeError],
    ['a row of 3 where 2 are needed', () => transform([[1, 2, 3]], pca(TEN, 1)), TypeError],
    ['a row of 2 where 1 are needed', () => inverseTransform([[1, 2]], pca(TEN, 1)), TypeError],
  ])('refuses %s', (message, call, kind) => {
    expect(call).toThrow(kind);
    expect(call).toThrow(message);
  });
});

describe('the grader of pca', () => {
  const alternatives = submissions('alternatives', 'pca');
  const mistakes = submissions('mistakes', 'pca');
  const workplace = inProcess(grader);
  /** Without mutants no diagnosis is looked for, which is the slow part. */
  const verdictOn = async (source: string, seed: number, mutants: Mutant[] = []) =>
    (await grade({ grader: { ...grader, mutants }, solution }, source, seed, workplace)).verdict;

  it('is tried with several right and many wrong files', () => {
    expect(alternatives.length).toBeGreaterThanOrEqual(7);
    expect(mistakes.length).toBeGreaterThanOrEqual(26);
  });

  it.each(alternatives)('passes $name under every seed', async ({ name, source }) => {
    const single = name === 'single-precision.ts';
    for (const seed of single ? [...SEEDS, ...MANY] : SEEDS) {
      const verdict = await verdictOn(source, seed);
      if (verdict.kind === 'not-compiled') throw new Error(`${name} does not compile`);
      const failed = verdict.outcomes.filter(outcome => outcome.state !== 'passed');
      expect(failed, `seed ${seed}`).toEqual([]);
      expect(verdict.kind, `seed ${seed}`).toBe('passed');
    }
  });

  it.each(mistakes)('turns away $name', async ({ source }) => {
    for (const seed of SEEDS.slice(0, 2)) {
      const { kind } = await verdictOn(source, seed);
      expect(['missed', 'crashed'], `seed ${seed}`).toContain(kind);
    }
  });

  it.each([
    ['divides-by-n.ts', 'divides by n'],
    ['not-centred.ts', 'looks for components without centring'],
    ['same-component-every-time.ts', 'finds the same component every time'],
    ['standardised-first.ts', 'gives correlations'],
    ['ratio-of-the-kept.ts', 'returns shares of the kept variance'],
    ['singular-values.ts', 'returns singular values'],
    ['transform-centres-itself.ts', 'projects from the mean of the rows given'],
    ['transform-forgets-mean.ts', 'projects without the mean'],
    ['inverse-forgets-mean.ts', 'goes back without the mean'],
  ])('names the mistake in %s', async (name, mistake) => {
    const wrong = mistakes.find(one => one.name === name)!;
    const verdict = await verdictOn(wrong.source, 5, [...grader.mutants]);
    expect(verdict).toMatchObject({ diagnosis: { from: 'mutant', mistakes: [mistake] } });
  });
});
