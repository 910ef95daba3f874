import * as tf from '@tensorflow/tfjs';
import { describe, expect, it } from 'vitest';
import {
  fit as descend,
  gradient,
  logSumExp,
  loss,
  predict,
  predictProba,
  softmax,
} from '../../exercises/code/softmax-regression/solution';
import { grade } from '../../graders/grade';
import type { Mutant } from '../../graders/grader';
import { drawing } from '../../graders/random';
import { folders } from '../exercise-folders';
import golden from '../golden/softmax-regression.json';
import { inProcess } from '../in-process';
import { submissions } from '../submissions';

const folder = folders.find(({ slug }) => slug === 'softmax-regression')!;
const grader = { ...(await folder.grader()), pictures: [] };
const solution = folder.text('solution.ts');
const SEEDS = Array.from({ length: 4 }, (_, k) => 5000 + 29 * k);
/** For single precision, which is nearest to the tolerances. */
const MANY = Array.from({ length: 15 }, (_, k) => 8000 + 29 * k);

const close = (received: number[], expected: number[], digits = 9) => {
  expect(received).toHaveLength(expected.length);
  received.forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i], digits);
  });
};
const identity = (n: number) =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => Number(i === j)));
const columns = (A: number[][]) => A[0].map((_, j) => A.map(row => row[j]));

describe('the reference of softmax-regression', () => {
  it.each(golden.rows)('gives what scipy gives on $name', row => {
    const { logits, labels } = row;
    logits.forEach((z, i) => {
      close(softmax(z), row.probabilities[i], 10);
      expect(logSumExp(z) - z[labels[i]]).toBeCloseTo(row.nats[i], 10);
    });
    // With rows of the identity for features, the weights are the logits.
    const X = identity(logits.length);
    const bias = logits[0].map(() => 0);
    expect(loss(X, labels, logits, bias)).toBeCloseTo(row.loss, 10);
    close(gradient(X, labels, logits, bias).weights.flat(), row.gradient.flat(), 10);
  });

  it.each(golden.traps)('does not fall for: $mistake', ({ case: name, wrong }) => {
    const { logits, labels } = golden.rows.find(row => row.name === name)!;
    const bias = logits[0].map(() => 0);
    const { weights } = gradient(identity(logits.length), labels, logits, bias);
    const apart = wrong.flat().map((value, i) => Math.abs(value - weights.flat()[i]));
    expect(Math.max(...apart)).toBeGreaterThan(0.1);
  });

  it.each(golden.fits)('is at rest where scikit-learn arrives on $name', ({ X, y, l2, ...at }) => {
    const weights = columns(at.coef);
    expect(loss(X, y, weights, at.intercept, l2)).toBeCloseTo(at.objective, 9);
    const slope = gradient(X, y, weights, at.intercept, l2);
    for (const part of [...slope.weights.flat(), ...slope.bias]) {
      expect(Math.abs(part)).toBeLessThan(1e-7);
    }
    predictProba(X.slice(0, 12), weights, at.intercept).forEach((p, i) => {
      close(p, at.proba[i], 7);
    });
  });

  const six = {
    X: [[1, 0], [0, 1], [-1, -1], [2, 1], [0, 2], [-2, -1]], // biome-ignore format: rows in one line
    y: [0, 1, 2, 0, 1, 2],
  };

  it('gives the figures of six rows', () => {
    const { weights, bias, losses } = descend(six.X, six.y, { classes: 3, learningRate: 0.5, steps: 1 }); // biome-ignore format: a call in one line
    expect(losses[0]).toBeCloseTo(Math.log(3), 12);
    expect(losses[1]).toBeCloseTo(0.742859, 6);
    close(weights.flat(), [0.25, 0, -0.25, 0.027778, 0.194444, -0.222222], 6);
    close(bias, [0, 0, 0], 12);
    const far = descend(six.X, six.y, { classes: 3, learningRate: 0.8, steps: 1500, l2: 0.1 });
    close(
      far.weights.map(row => row[0]),
      [1.113148, -0.240838],
      5,
    );
    expect(predict(six.X, far.weights, far.bias)).toEqual(six.y);
  });

  it('keeps the sum over the classes at 0 from zeros', () => {
    const { weights, bias } = descend(six.X, six.y, { classes: 3, learningRate: 0.3, steps: 40 });
    for (const row of [...weights, bias]) {
      expect(row.reduce((a, b) => a + b)).toBeCloseTo(0, 12);
    }
  });

  it('is logistic regression for two classes', () => {
    const z = 1.3;
    close(softmax([0.4, 0.4 + z]), [1 - 1 / (1 + Math.exp(-z)), 1 / (1 + Math.exp(-z))], 12);
  });

  it('has the gradient of automatic differentiation, and of central differences', async () => {
    await tf.setBackend('cpu');
    const draw = drawing(12);
    const X = draw.times(11, () => draw.times(3, () => draw.normal(0, 1.5)));
    const y = draw.times(11, () => draw.integer(0, 3));
    const weights = draw.times(3, () => draw.times(4, () => draw.normal(0, 0.7)));
    const bias = draw.times(4, () => draw.normal());
    const l2 = 0.3;
    const slope = gradient(X, y, weights, bias, l2);

    const table = tf.tensor2d(X);
    const hot = tf.oneHot(tf.tensor1d(y, 'int32'), 4);
    const risk = (w: tf.Tensor, b: tf.Tensor) =>
      tf.losses
        .softmaxCrossEntropy(hot, table.matMul(w).add(b))
        .add(w.square().sum().mul(l2 / 2)) // biome-ignore format: in one line
        .asScalar();
    const [dw, db] = tf.grads(risk)([tf.tensor2d(weights), tf.tensor1d(bias)]);
    close(Array.from(dw.dataSync()), slope.weights.flat(), 5);
    close(Array.from(db.dataSync()), slope.bias, 5);

    const h = 1e-5;
    const move = (j: number, k: number, by: number) =>
      weights.map((row, a) => row.map((w, c) => (a === j && c === k ? w + by : w)));
    for (const [j, k] of [
      [0, 0],
      [2, 3],
      [1, 2],
    ]) {
      // biome-ignore format: in one line
      const ahead = loss(X, y, move(j, k, h), bias, l2);
      const behind = loss(X, y, move(j, k, -h), bias, l2);
      expect((ahead - behind) / (2 * h)).toBeCloseTo(slope.weights[j][k], 7);
    }
  });

  it.each([
    ['no rows', () => loss([], [], [[0, 0]], [0, 0]), RangeError],
    ['label 2 of 2 classes', () => gradient([[1]], [2], [[0, 0]], [0, 0]), RangeError],
    ['learning rate 0', () => descend([[1]], [0], { classes: 2, learningRate: 0, steps: 0 }), RangeError], // biome-ignore format: a row
    ['2 labels for 1 rows', () => loss([[1]], [0, 1], [[0, 0]], [0, 0]), TypeError],
    ['has not 1 features', () => predict([[1, 2]], [[0, 0]], [0, 0]), TypeError],
    ['different numbers of classes', () => predictProba([[1]], [[0]], [0, 0]), TypeError],
  ])('refuses %s', (message, call, kind) => {
    expect(call).toThrow(kind);
    expect(call).toThrow(message);
  });
});

describe('the grader of softmax-regression', () => {
  const alternatives = submissions('alternatives', 'softmax-regression');
  const mistakes = submissions('mistakes', 'softmax-regression');
  const workplace = inProcess(grader);
  /** Without mutants no diagnosis is looked for, which is the slow part. */
  const verdictOn = async (source: string, seed: number, mutants: Mutant[] = []) =>
    (await grade({ grader: { ...grader, mutants }, solution }, source, seed, workplace)).verdict;

  it('is tried with several right and many wrong files', () => {
    expect(alternatives.length).toBeGreaterThanOrEqual(6);
    expect(mistakes.length).toBeGreaterThanOrEqual(20);
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
    ['log-of-probability.ts', 'takes the logarithm of a probability'],
    ['over-the-batch.ts', 'normalises over the rows'],
    ['clips-probabilities.ts', 'clips probabilities at 1e-15'],
    ['ties-to-last.ts', 'gives a tie to the higher label'],
    ['weights-before-bias.ts', 'moves the bias by a gradient taken after the weights moved'],
    ['classes-from-labels.ts', 'takes the number of classes from the labels'],
  ])('names the mistake in %s', async (name, mistake) => {
    const wrong = mistakes.find(one => one.name === name)!;
    const verdict = await verdictOn(wrong.source, 5, [...grader.mutants]);
    expect(verdict).toMatchObject({ diagnosis: { from: 'mutant', mistakes: [mistake] } });
  });
});
