import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  fit as descend,
  gradient,
  loss,
  predict,
  predictProba,
  sigmoid,
} from '../../exercises/code/logistic-regression/solution';
import { twoClasses } from '../../graders/datasets';
import { grade } from '../../graders/grade';
import { drawing } from '../../graders/random';
import { folders } from '../exercise-folders';
import descents from '../golden/logistic-descent.json';
import fits from '../golden/logistic-regression.json';
import stable from '../golden/logistic-sigmoid.json';
import { inProcess } from '../in-process';
import { submissions } from '../submissions';

const folder = folders.find(({ slug }) => slug === 'logistic-regression')!;
const grader = { ...(await folder.grader()), pictures: [] };
const solution = folder.text('solution.ts');
const SEEDS = Array.from({ length: 6 }, (_, k) => 2000 + 41 * k);
/** For single precision, which is nearest to the tolerances. */
const MANY = Array.from({ length: 30 }, (_, k) => 5000 + 41 * k);

/** Hours of study of twenty students, and who passed. */
const hours = [
  0.5, 0.75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5, 5.5,
].map(hour => [hour]);
const passed = [0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1];

describe('the reference of logistic-regression', () => {
  it('learns from twenty students what is known of them', () => {
    const few = descend(hours, passed, { learningRate: 0.1, steps: 1 });
    expect(few.losses[0]).toBeCloseTo(Math.LN2, 12);
    expect(few.losses[1]).toBeCloseTo(0.670693, 6);
    expect(few.weights[0]).toBeCloseTo(0.050625, 6);
    expect(few.bias).toBeCloseTo(0, 12);
    const hundred = descend(hours, passed, { learningRate: 0.1, steps: 100, l2: 0.1 });
    expect(hundred.weights[0]).toBeCloseTo(0.46635, 6);
    expect(hundred.bias).toBeCloseTo(-0.955897, 6);
    expect(hundred.losses[100]).toBeCloseTo(0.537414, 6);
  });

  it('ends at the maximum-likelihood fit, where the probabilities add up to the passes', () => {
    const { weights, bias, losses } = descend(hours, passed, { learningRate: 0.7, steps: 5000 });
    expect(bias).toBeCloseTo(-4.077713, 5);
    expect(weights[0]).toBeCloseTo(1.504645, 5);
    expect(losses[5000]).toBeCloseTo(0.401494, 6);
    const [two, four] = predictProba([[2], [4]], weights, bias);
    expect(two).toBeCloseTo(0.255703, 5);
    expect(four).toBeCloseTo(0.874448, 5);
    const total = predictProba(hours, weights, bias).reduce((sum, p) => sum + p, 0);
    expect(total).toBeCloseTo(10, 6);
  });

  it('grows like a logarithm where a line parts the classes', () => {
    const weight = (steps: number) =>
      descend([[-1], [1]], [0, 1], { learningRate: 1, steps }).weights[0];
    expect(weight(1000)).toBeCloseTo(6.905, 3);
    expect(weight(10000)).toBeCloseTo(9.21, 3);
  });

  it('negates its parameters where the labels change places', () => {
    const options = { learningRate: 0.1, steps: 50, l2: 0.1 };
    const one = descend(hours, passed, options);
    const other = descend(
      hours,
      passed.map(label => 1 - label),
      options,
    );
    expect(other.weights[0]).toBeCloseTo(-one.weights[0], 12);
    expect(other.bias).toBeCloseTo(-one.bias, 12);
  });

  it('is stable for huge scores', () => {
    const [{ input, expected }] = stable.cases;
    input.z.forEach((z, k) => {
      expect(Math.abs(sigmoid(z) - expected.sigmoid[k])).toBeLessThan(1e-15);
      // The loss of a row with label 1 is minus the logarithm of its probability.
      expect(loss([[1]], [1], [z], 0)).toBeCloseTo(-expected.log_sigmoid[k], 12);
    });
    expect(predict([[1], [0]], [-800], 0, 0)).toEqual([1, 1]);
    expect(predict([[1], [0]], [800], 0, 1)).toEqual([1, 0]);
  });

  it.each(descents.cases)(
    'follows the golden trajectory $name',
    ({ name, input, params, expected }) => {
      // The golden runs have a column of ones where this exercise has a bias, and penalise it too;
      // so the slope of the unpenalised loss is taken, and their penalty added here.
      const ones = input.X[0].findIndex((_, j) => input.X.every(row => row[j] === 1));
      const features = (row: number[]) => row.filter((_, j) => j !== ones);
      const X = input.X.map(features);
      const l2 = name.endsWith('l2') ? 0.1 : 0;
      let weights = features(input.w0);
      let bias = input.w0[ones];
      expected.loss.forEach((wanted, t) => {
        expect(loss(X, input.y, weights, bias, l2) + (l2 / 2) * bias ** 2).toBeCloseTo(wanted, 9);
        expect(bias).toBeCloseTo(expected.w[t][ones], 9);
        features(expected.w[t]).forEach((weight, j) => {
          expect(weights[j]).toBeCloseTo(weight, 9);
        });
        const slope = gradient(X, input.y, weights, bias, l2);
        weights = weights.map((weight, j) => weight - params.lr * slope.weights[j]);
        bias -= params.lr * (slope.bias + l2 * bias);
      });
      if (l2 === 0) {
        const { losses } = descend(X, input.y, {
          learningRate: params.lr,
          steps: params.steps,
          weights: features(input.w0),
          bias: input.w0[ones],
        });
        losses.forEach((value, t) => {
          expect(value).toBeCloseTo(expected.loss[t], 9);
        });
      }
    },
  );

  it.each(fits.cases)('ends where scikit-learn does on $name', ({ input, params, expected }) => {
    const { X, y } = input;
    const l2 = params.lambda_mean_loss;
    const curvature =
      X.reduce((sum, row) => sum + row.reduce((s, x) => s + x * x, 1), 0) / (4 * X.length) + l2;
    const { weights, bias, losses } = descend(X, y, {
      learningRate: 1 / curvature,
      steps: 20000,
      l2,
    });
    expect(losses.at(-1)).toBeCloseTo(expected.objective_mean, 9);
    expect(bias).toBeCloseTo(expected.intercept, 5);
    weights.forEach((weight, j) => {
      expect(weight).toBeCloseTo(expected.coef[j], 5);
    });
    predictProba(X, weights, bias).forEach((p, i) => {
      expect(p).toBeCloseTo(expected.proba[i], 5);
    });
  });

  describe('has the gradient', () => {
    const draw = drawing(11);
    const { X, y } = twoClasses(draw, 13, 4);
    const weights = draw.times(4, () => draw.normal(0, 0.7));
    const bias = draw.normal();
    const l2 = 0.3;
    const slope = gradient(X, y, weights, bias, l2);

    it('of central differences', () => {
      const h = 1e-5;
      const at = (j: number, by: number) =>
        loss(
          X,
          y,
          weights.map((w, k) => (k === j ? w + by : w)),
          bias + (j === 4 ? by : 0),
          l2,
        );
      [...slope.weights, slope.bias].forEach((claimed, j) => {
        expect((at(j, h) - at(j, -h)) / (2 * h)).toBeCloseTo(claimed, 7);
      });
    });

    it('of automatic differentiation', async () => {
      await tf.setBackend('cpu');
      const table = tf.tensor2d(X);
      const labels = tf.tensor1d(y);
      const risk = (w: tf.Tensor, b: tf.Tensor) => {
        const logits = table.dot(w as tf.Tensor1D).add(b);
        const nats = logits.softplus().sub(labels.mul(logits)).mean();
        return nats
          .add(
            w
              .square()
              .sum()
              .mul(l2 / 2),
          )
          .asScalar();
      };
      const [dw, db] = tf.grads(risk)([tf.tensor1d(weights), tf.scalar(bias)]);
      Array.from(dw.dataSync()).forEach((automatic, j) => {
        expect(Math.abs(automatic - slope.weights[j])).toBeLessThan(1e-5);
      });
      expect(Math.abs(db.dataSync()[0] - slope.bias)).toBeLessThan(1e-5);
    });
  });
});

describe('the grader of logistic-regression', () => {
  const alternatives = submissions('alternatives', 'logistic-regression');
  const mistakes = submissions('mistakes', 'logistic-regression');
  const workplace = inProcess(grader);
  const verdictOn = async (source: string, seed: number, mutants = grader.mutants) =>
    (await grade({ grader: { ...grader, mutants }, solution }, source, seed, workplace)).verdict;

  beforeAll(() => {
    expect(alternatives.length).toBeGreaterThanOrEqual(18);
    expect(mistakes.length).toBeGreaterThanOrEqual(71);
  });

  it.each(alternatives)('passes $name under every seed', async ({ name, source }) => {
    for (const seed of name === 'single-precision.ts' ? [...SEEDS, ...MANY] : SEEDS) {
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
    for (const seed of SEEDS.slice(0, 2)) {
      const { kind } = await verdictOn(source, seed, []);
      expect(['missed', 'crashed'], `seed ${seed}`).toContain(kind);
    }
  });

  it.each([
    ['naive-logarithm.ts', 'takes the logarithm of a probability that has run out of digits'],
    ['clips-probabilities.ts', 'clips probabilities at 1e-12'],
    ['slope-of-the-squared-error.ts', 'has the slope of the squared error'],
    ['threshold-zero-is-missing.ts', 'takes a threshold of 0 for a missing one'],
    ['exponential-on-top.ts', 'exponentiates a large score'],
    ['loss-infinite-on-certain-miss.ts', 'takes the logarithm of the probability of what happened'],
    ['gradient-doubles-penalty.ts', 'doubles the penalty in the gradient'],
    ['start-bias-needs-weights.ts', 'takes the bias of the start only where weights are given too'],
    ['clips-long-steps.ts', 'shortens gradients to a length of 5'],
    ['returns-best-so-far.ts', 'returns the parameters with the lowest loss'],
    ['losses-only-before-updates.ts', 'leaves out the loss after the last update'],
    ['history-without-penalty.ts', 'keeps all its losses without the penalty'],
    ['predict-in-logit-space.ts', 'compares logits where the probability is 1'],
    ['only-first-row-width-checked.ts', 'measures only the first row'],
    ['only-total-width-checked.ts', 'counts the numbers of all rows together'],
    ['label-zero-from-probability.ts', 'takes the logarithm of a probability for label 0 only'],
    ['decoupled-decay.ts', 'applies the penalty to weights that have moved already'],
    ['stops-where-nothing-moves.ts', 'stops where the slope is zero'],
    ['infinite-rate-accepted.ts', 'looks only whether the learning rate is above 0'],
    ['rate-unchecked-at-zero-steps.ts', 'checks the learning rate only where there are steps'],
  ])('names the mistake in %s', async (name, mistake) => {
    const wrong = mistakes.find(one => one.name === name)!;
    const verdict = await verdictOn(wrong.source, 4);
    expect(verdict).toMatchObject({ diagnosis: { from: 'mutant', mistakes: [mistake] } });
  });

  it.each([
    'sigmoid-clamped-at-20.ts',
    'clips-probabilities-everywhere.ts',
    'softplus-cut-at-ten.ts',
  ])('reads no pattern into the numbers of %s', async name => {
    const wrong = mistakes.find(one => one.name === name)!;
    for (const seed of SEEDS.slice(0, 3)) {
      expect(await verdictOn(wrong.source, seed)).toMatchObject({ diagnosis: null });
    }
  });

  it('names both mistakes where the bias is penalised in the loss and in its slope', async () => {
    const wrong = mistakes.find(({ name }) => name === 'penalises-the-bias.ts')!;
    const mutants = grader.mutants.filter(({ mistake }) => mistake.includes('penal'));
    const exercise = { grader: { ...grader, mutants }, solution };
    const { verdict } = await grade(exercise, wrong.source, 4, workplace, {
      pairsUntil: () => true,
    });
    const both = ['penalises the bias in the loss', 'penalises the bias in the gradient'];
    expect(verdict).toMatchObject({ diagnosis: { from: 'pair', mistakes: both } });
  });
});
