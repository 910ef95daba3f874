import * as tf from '@tensorflow/tfjs';
import { describe, expect, it } from 'vitest';
import {
  fit as leastSquares,
  metrics,
  predict,
  summary,
} from '../../exercises/code/linear-regression/solution';
import { cloud, plane } from '../../graders/datasets';
import { grade } from '../../graders/grade';
import type { Mutant } from '../../graders/grader';
import { drawing } from '../../graders/random';
import { folders } from '../exercise-folders';
import golden from '../golden/linear-regression.json';
import { inProcess } from '../in-process';
import { submissions } from '../submissions';

const folder = folders.find(({ slug }) => slug === 'linear-regression')!;
const grader = { ...(await folder.grader()), pictures: [] };
const solution = folder.text('solution.ts');
const SEEDS = Array.from({ length: 10 }, (_, i) => 1000 + 7 * i);

/** Compares to nine significant digits. */
const near = (received: number, expected: number) => {
  expect(Math.abs(received - expected)).toBeLessThanOrEqual(1e-9 * Math.abs(expected) + 1e-10);
};

describe('the linear-regression reference', () => {
  it.each(golden.fits)('follows statsmodels on $name', ({ name, input, expected, traps }) => {
    const { weights, bias, residuals, variance, ...rest } = summary(input.X, input.y);
    const { standardErrors, tValues, r2, adjustedR2 } = rest;
    // The features of Longley's table are nearly dependent, on purpose.
    const digits = name === 'nist_longley' ? 1e-6 : 1e-9;
    const all = (received: number[], wanted: number[]) => {
      expect(received).toHaveLength(wanted.length);
      received.forEach((value, j) => {
        const allowed = digits * Math.abs(wanted[j]) + 1e-10;
        expect(Math.abs(value - wanted[j])).toBeLessThanOrEqual(allowed);
      });
    };
    all([bias, ...weights], expected.params);
    all([standardErrors.bias, ...standardErrors.weights], expected.std_errors);
    all([tValues.bias, ...tValues.weights], expected.t_values);
    all([variance, r2, adjustedR2], [expected.sigma2, expected.r2, expected.adj_r2]);
    if (digits < 1e-6) all(residuals, expected.residuals);
    for (const { wrong } of traps) expect(Math.abs(variance / wrong - 1)).toBeGreaterThan(0.01);
    const { weights: again, bias: andAgain } = leastSquares(input.X, input.y);
    expect([andAgain, ...again]).toEqual([bias, ...weights]);
  });

  it.each(golden.exact)('fits without residuals on $name', ({ input, expected }) => {
    const { weights, bias } = leastSquares(input.X, input.y);
    [bias, ...weights].forEach((value, j) => {
      near(value, expected.params[j]);
    });
  });

  it.each(golden.refused)('refuses $name', ({ input }) => {
    expect(() => leastSquares(input.X, input.y)).toThrow(RangeError);
    expect(() => summary(input.X, input.y)).toThrow(RangeError);
  });

  it.each(golden.metrics)('measures as scikit-learn does: $name', ({ y, predictions, ...rest }) => {
    const received = metrics(y, predictions);
    for (const [name, value] of Object.entries(rest.expected)) {
      near(received[name as keyof typeof received], value);
    }
    for (const [name, value] of Object.entries(rest.traps)) {
      expect(Math.abs(received[name as keyof typeof received] - value)).toBeGreaterThan(1e-3);
    }
  });

  it('gives equal targets what scikit-learn gives them', () => {
    expect(metrics([4, 4, 4], [4, 5, 3]).r2).toBe(0);
    expect(metrics([4, 4, 4], [4, 4, 4]).r2).toBe(1);
  });

  it('ends where the slope of the loss is 0, by automatic differentiation', () => {
    const { X, y } = plane(drawing(3), 20, 3);
    const { weights, bias } = leastSquares(X, y);
    const loss = (w: tf.Tensor, b: tf.Tensor) =>
      tf.matMul(tf.tensor2d(X), w as tf.Tensor2D).add(b).sub(tf.tensor2d(y, [20, 1])).square().mean(); // biome-ignore format: one line
    const at = [tf.tensor2d(weights, [3, 1]), tf.scalar(bias)];
    const slopes = tf
      .grads(loss as never)(at)
      .map(slope => [...slope.dataSync()]);
    for (const slope of slopes.flat()) expect(Math.abs(slope)).toBeLessThan(1e-5);
    const aside = tf.grads(loss as never)([at[0], tf.scalar(bias + 0.1)]);
    expect(aside[1].dataSync()[0]).toBeCloseTo(0.2, 4);
  });

  it('leaves residuals at right angles to every feature, and to the ones', () => {
    const { X, y } = plane(drawing(5), 14, 4, 1);
    const { residuals } = summary(X, y);
    near(residuals.reduce((sum, value) => sum + value, 0), 0);
    X[0].forEach((_, j) => {
      near(X.reduce((sum, row, i) => sum + row[j] * residuals[i], 0), 0);
    });
  }); // biome-ignore format: one line for each

  it('has t values that do not change with the scale of features and targets', () => {
    const { X, y } = plane(drawing(7), 15, 3, 1);
    const one = summary(X, y);
    const other = summary(X.map(row => row.map((x, j) => 10 ** (2 * j - 3) * x)), y.map(t => 40 * t)); // biome-ignore format: one line
    one.tValues.weights.forEach((value, j) => {
      near(other.tValues.weights[j], value);
    });
    near(other.r2, one.r2);
    near(other.adjustedR2, one.adjustedR2);
    near(summary(X.map(row => row.map(x => x + 500)), y).tValues.weights[1], one.tValues.weights[1]); // biome-ignore format: one line
  });

  it('keeps its promise about standard errors when the noise is drawn anew', () => {
    const draw = drawing(11);
    const X = cloud(draw, 12, 2);
    const slopes = draw.times(
      3000,
      () =>
      leastSquares(X, X.map(([x, z]) => 2 * x - z + 3 + 0.7 * draw.normal())).weights[0], // biome-ignore format: one line
    );
    const average = slopes.reduce((sum, value) => sum + value, 0) / slopes.length;
    const spread = Math.sqrt(slopes.reduce((sum, value) => sum + (value - average) ** 2, 0) / slopes.length); // biome-ignore format: one line
    const { standardErrors, variance } = summary(X, X.map(([x, z], i) => 2 * x - z + 3 + (i % 3))); // biome-ignore format: one line
    expect(spread / ((standardErrors.weights[0] * 0.7) / Math.sqrt(variance))).toBeCloseTo(1, 1);
    expect(average).toBeCloseTo(2, 1);
  });

  it.each([
    ['no rows', () => leastSquares([], []), RangeError],
    ['1 targets for 2 rows', () => leastSquares([[1], [2]], [1]), TypeError],
    ['a row of 2 features below one of 1', () => summary([[1], [2, 3], [4]], [1, 2, 3]), TypeError],
    ['feature 1 depends', () => leastSquares([[1, 2], [2, 4], [4, 8]], [1, 2, 3]), RangeError],
    ['feature 0 depends', () => leastSquares([[3], [3], [3]], [1, 2, 3]), RangeError],
    ['2 rows for 2 parameters', () => summary([[1], [2]], [1, 2]), RangeError],
    ['a row of 2 features, 1 weights', () => predict([[1, 2]], [1], 0), TypeError],
    ['2 predictions for 1 targets', () => metrics([1], [1, 2]), TypeError],
  ])('refuses %s', (message, call, kind) => {
    expect(call).toThrow(kind);
    expect(call).toThrow(message);
  }); // biome-ignore format: a row for each
});

describe('the linear-regression grader', () => {
  const alternatives = submissions('alternatives', 'linear-regression');
  const mistakes = submissions('mistakes', 'linear-regression');
  const workplace = inProcess(grader);
  /** Without mutants no diagnosis is looked for, which is the slow part. */
  const verdictOn = async (source: string, seed: number, mutants: Mutant[] = []) =>
    (await grade({ grader: { ...grader, mutants }, solution }, source, seed, workplace)).verdict;

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
    for (const seed of SEEDS.slice(0, 3)) {
      const { kind } = await verdictOn(source, seed);
      expect(['missed', 'crashed'], `seed ${seed}`).toContain(kind);
    }
  });

  it.each([
    ['variance-over-n.ts', 'divides the residuals’ squares by n'],
    ['bias-counted-twice.ts', 'counts the bias twice in the adjusted r2'],
    ['total-from-zero.ts', 'measures the spread of the targets from 0'],
    ['errors-from-the-inverse-of-the-diagonal.ts', 'inverts the diagonal of C'],
    ['residuals-the-other-way.ts', 'subtracts targets from predictions'],
    ['errors-squared.ts', 'returns variances for standard errors'],
    ['bias-error-of-a-mean.ts', 'takes features for centred in the error of the bias'],
    ['r-squared-clipped.ts', 'keeps r2 at 0 or above'],
    ['equal-targets-always-zero.ts', 'gives equal targets always 0'],
    ['absolute-pivot.ts', 'refuses tiny features'],
    ['fit-wants-a-spare-row.ts', 'refuses a fit through all points'],
    ['constant-feature-passes.ts', 'compares what is left after centring only'],
  ])('names the mistake in %s', async (name, mistake) => {
    const wrong = mistakes.find(one => one.name === name)!;
    const verdict = await verdictOn(wrong.source, 5, [...grader.mutants]);
    expect(verdict).toMatchObject({ diagnosis: { mistakes: expect.arrayContaining([mistake]) } });
  });
});
