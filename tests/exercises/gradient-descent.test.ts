import * as tf from '@tensorflow/tfjs';
import { lusolve, multiply, transpose } from 'mathjs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  gradient,
  gradientDescent,
  loss,
  predict,
} from '../../exercises/code/gradient-descent/solution';
import { cloud, plane } from '../../graders/datasets';
import { grade } from '../../graders/grade';
import { drawing } from '../../graders/random';
import { folders } from '../exercise-folders';
import descents from '../golden/gradient-descent.json';
import leastSquares from '../golden/linear-regression-ols.json';
import { inProcess } from '../in-process';
import { submissions } from '../submissions';

const folder = folders.find(({ slug }) => slug === 'gradient-descent')!;
const grader = { ...(await folder.grader()), pictures: [] };
const solution = folder.text('solution.ts');
const SEEDS = Array.from({ length: 10 }, (_, k) => 1000 + 37 * k);

const X = [[1], [2], [3], [4]];
const y = [3, 5, 7, 9];

describe('the reference of gradient-descent', () => {
  it('comes to the solution of the normal equations (mathjs)', () => {
    const rows = cloud(drawing(7), 30, 3);
    const targets = rows.map(([a, b, c], i) => 1.5 * a - 0.7 * b + 0.2 * c - 2 + Math.sin(i));
    const design = rows.map(row => [...row, 1]); // [n][d + 1]
    const left = multiply(transpose(design), design);
    const right = multiply(transpose(design), targets);
    const expected = (lusolve(left, right) as number[][]).map(([entry]) => entry);
    const { weights, bias } = gradientDescent(rows, targets, { learningRate: 0.02, steps: 20_000 });
    for (const [k, parameter] of [...weights, bias].entries()) {
      expect(parameter).toBeCloseTo(expected[k], 8);
    }
  });

  it('walks as the worked example does', () => {
    const { losses } = gradientDescent(X, y, { learningRate: 0.05, steps: 3 });
    expect(losses).toEqual([
      41,
      expect.closeTo(1.12875, 12),
      expect.closeTo(0.043271875, 12),
      expect.closeTo(0.013357640625, 12),
    ]);
    const { weights, bias } = gradientDescent(X, y, { learningRate: 0.05, steps: 100 });
    expect(weights[0]).toBeCloseTo(2.021571479, 8);
    expect(bias).toBeCloseTo(0.936577221, 8);
  });

  it('falls just below the critical learning rate and grows just above it', () => {
    const last = (learningRate: number) =>
      gradientDescent(X, y, { learningRate, steps: 200 }).losses.at(-1)!;
    expect(last(0.119)).toBeLessThan(1);
    expect(last(0.12)).toBeCloseTo(208.3, 1);
  });

  it('arrives in one step where the feature is standardised', () => {
    const standard = X.map(([x]) => [(x - 2.5) / Math.sqrt(1.25)]);
    const { weights, bias } = gradientDescent(standard, y, { learningRate: 0.5, steps: 1 });
    expect(weights[0]).toBeCloseTo(Math.sqrt(5), 12);
    expect(bias).toBeCloseTo(6, 12);
  });

  it.each(
    descents.cases.filter(golden => golden.input.X[0].at(-1) === 1 || golden.input.X[0][0] === 1),
  )('follows the golden trajectory $name', ({ name, input, params, expected }) => {
    // The golden runs have a column of ones where this exercise has a bias.
    const ones = input.X[0].findIndex((_, j) => input.X.every(row => row[j] === 1));
    expect(ones).toBeGreaterThanOrEqual(0);
    const features = (row: number[]) => row.filter((_, j) => j !== ones);
    const half = name.includes('half') ? 0.5 : 1;
    const run = gradientDescent(input.X.map(features), input.y, {
      learningRate: params.lr * half,
      steps: params.steps,
      weights: features(input.w0),
      bias: input.w0[ones],
    });
    expected.loss.forEach((wanted, t) => {
      expect(half * run.losses[t]).toBeCloseTo(wanted, 9);
    });
    const end = expected.w.at(-1)!;
    expect(run.bias).toBeCloseTo(end[ones], 9);
    features(end).forEach((weight, j) => {
      expect(run.weights[j]).toBeCloseTo(weight, 9);
    });
  });

  it.each(leastSquares.cases)('ends at the least squares of $name', ({ input, expected }) => {
    const curvature = input.X.reduce((sum, row) => sum + row.reduce((s, x) => s + x * x, 1), 0);
    const { weights, bias, losses } = gradientDescent(input.X, input.y, {
      learningRate: input.X.length / curvature,
      steps: 20000,
    });
    [bias, ...weights].forEach((parameter, k) => {
      expect(parameter).toBeCloseTo(expected.params[k], 6);
    });
    expect(losses.at(-1)! * input.X.length).toBeCloseTo(expected.rss, 6);
  });

  describe('has the gradient', () => {
    const draw = drawing(7);
    const data = plane(draw, 11, 4);
    const weights = draw.times(4, () => draw.normal(0, 2));
    const bias = draw.normal();
    const slope = gradient(data.X, data.y, weights, bias);

    it('of central differences', () => {
      const h = 1e-3;
      const at = (j: number, by: number) =>
        loss(
          data.X,
          data.y,
          weights.map((w, k) => (k === j ? w + by : w)),
          bias + (j === 4 ? by : 0),
        );
      [...slope.weights, slope.bias].forEach((claimed, j) => {
        expect((at(j, h) - at(j, -h)) / (2 * h)).toBeCloseTo(claimed, 7);
      });
    });

    it('of automatic differentiation', async () => {
      await tf.setBackend('cpu');
      const table = tf.tensor2d(data.X);
      const targets = tf.tensor1d(data.y);
      const risk = (w: tf.Tensor, b: tf.Tensor) =>
        table
          .dot(w as tf.Tensor1D)
          .add(b)
          .sub(targets)
          .square()
          .mean()
          .asScalar();
      const [dw, db] = tf.grads(risk)([tf.tensor1d(weights), tf.scalar(bias)]);
      Array.from(dw.dataSync()).forEach((automatic, j) => {
        expect(Math.abs(automatic - slope.weights[j])).toBeLessThan(1e-4 * Math.abs(automatic));
      });
      expect(Math.abs(db.dataSync()[0] - slope.bias)).toBeLessThan(1e-4 * Math.abs(slope.bias));
    });
  });

  it('keeps equal weights for equal columns', () => {
    const twins = cloud(drawing(3), 9, 1).map(([x]) => [x, x]);
    const targets = predict(twins, [2, 1], 1);
    const { weights } = gradientDescent(twins, targets, { learningRate: 0.01, steps: 500 });
    expect(weights[0]).toBeCloseTo(weights[1], 12);
  });
});

describe('the grader of gradient-descent', () => {
  const alternatives = submissions('alternatives', 'gradient-descent');
  const mistakes = submissions('mistakes', 'gradient-descent');
  const workplace = inProcess(grader);
  const verdictOn = async (source: string, seed: number, mutants = grader.mutants) =>
    (await grade({ grader: { ...grader, mutants }, solution }, source, seed, workplace)).verdict;

  beforeAll(() => {
    expect(alternatives.length).toBeGreaterThanOrEqual(4);
    expect(mistakes.length).toBeGreaterThanOrEqual(8);
  });

  it.each(alternatives)('passes $name under every seed', async ({ source }) => {
    for (const seed of SEEDS) {
      const verdict = await verdictOn(source, seed, []);
      expect(verdict.kind === 'passed' ? [] : verdict, `seed ${seed}`).toEqual([]);
    }
  });

  it('says so where a right solution has single precision', async () => {
    const single = alternatives.find(({ name }) => name === 'single-precision.ts')!;
    const verdict = await verdictOn(single.source, 1);
    expect(verdict).toMatchObject({
      kind: 'passed',
      notes: [expect.stringMatching(/single precision/)],
    });
  });

  it.each(mistakes)('turns away $name under every seed', async ({ source }) => {
    for (const seed of SEEDS.slice(0, 4)) {
      const { kind } = await verdictOn(source, seed, []);
      expect(['missed', 'crashed'], `seed ${seed}`).toContain(kind);
    }
  });

  it.each([
    ['sums-instead-of-means.ts', 'adds up the gradient without dividing by n'],
    ['moves-bias-after-weights.ts', 'moves the bias by a gradient taken after the weights moved'],
    ['falsy-start.ts', 'ignores the weights of the start'],
    ['half-mse-and-plain-slope.ts', 'halves the loss and its slope'],
    ['mean-over-rows-and-features.ts', 'divides the slope of the weights by rows times features'],
    ['one-row-at-a-time.ts', 'moves after every single row'],
    ['relative-tolerance.ts', 'takes the change relative to the loss before'],
    ['gradient-norm-stop.ts', 'compares the length of the gradient with the tolerance'],
    ['first-update-never-converges.ts', 'does not compare the first update with the start'],
    ['small-rise-goes-on.ts', 'converges only while the loss falls'],
    ['nan-loss-not-noticed.ts', 'does not notice a loss that is not a number'],
    ['start-bias-needs-weights.ts', 'ignores the bias of a start without weights'],
    ['only-total-width-checked.ts', 'counts the numbers of all rows together'],
    [
      'learning-rate-checked-in-the-loop.ts',
      'looks at the learning rate only where there is a step',
    ],
  ])('names the mistake in %s', async (name, mistake) => {
    const wrong = mistakes.find(one => one.name === name)!;
    const verdict = await verdictOn(wrong.source, 4);
    expect(verdict).toMatchObject({ diagnosis: { from: 'mutant', mistakes: [mistake] } });
  });
});
