import * as tf from '@tensorflow/tfjs';
import { describe, expect, it } from 'vitest';
import { batches, gradient, sgd } from '../../exercises/code/minibatch-sgd/solution';
import { plane } from '../../graders/datasets';
import { grade } from '../../graders/grade';
import type { Mutant } from '../../graders/grader';
import { drawing } from '../../graders/random';
import { folders } from '../exercise-folders';
import golden from '../golden/minibatch-sgd.json';
import { inProcess } from '../in-process';
import { submissions } from '../submissions';

const folder = folders.find(({ slug }) => slug === 'minibatch-sgd')!;
const grader = { ...(await folder.grader()), pictures: [] };
const solution = folder.text('solution.ts');
const SEEDS = Array.from({ length: 6 }, (_, k) => 4000 + 37 * k);
/** For single precision, which is nearest to the tolerances. */
const MANY = Array.from({ length: 40 }, (_, k) => 7000 + 37 * k);

const meanSquare = (X: number[][], y: number[], weights: number[], bias: number) =>
  X.reduce(
    (sum, row, i) => sum + (row.reduce((z, x, j) => z + x * weights[j], bias) - y[i]) ** 2,
    0,
  ) / X.length;

describe('the reference of minibatch-sgd', () => {
  it.each(golden.cases)('follows numpy through $name', ({ input, params, expected }) => {
    // The golden run has a column of ones where this exercise has a bias.
    const X = input.X.map(row => row.slice(1));
    let [bias, ...weights] = input.w0;
    input.batches.forEach((batch, t) => {
      const slope = gradient(X, input.y, batch, weights, bias);
      weights = weights.map((weight, j) => weight - params.lr * slope.weights[j]);
      bias -= params.lr * slope.bias;
      expect(meanSquare(X, input.y, weights, bias)).toBeCloseTo(expected.loss[t + 1], 11);
      [bias, ...weights].forEach((value, j) => {
        expect(value).toBeCloseTo(expected.w[t + 1][j], 12);
      });
    });

    const order = [input.batches.slice(0, 4).flat(), input.batches.slice(4).flat()];
    const options = { learningRate: params.lr, batchSize: params.batch_size, order };
    expect(batches(order[0], params.batch_size)).toEqual(input.batches.slice(0, 4));
    const end = sgd(X, input.y, options);
    [end.bias, ...end.weights].forEach((value, j) => {
      expect(value).toBeCloseTo(expected.w[8][j], 12);
    });
    expect(end.epochLosses).toHaveLength(2);
    expect(end.epochLosses[0]).toBeCloseTo(expected.loss[4], 11);
    expect(end.epochLosses[1]).toBeCloseTo(expected.loss[8], 11);
  });

  it('gives the exact figures of the five points, and those of no known mistake', () => {
    const { input, expected, traps } = golden.five;
    const { weights, bias, epochLosses } = sgd(input.X, input.y, input);
    expect(weights[0]).toBeCloseTo(expected.weight, 12);
    expect(bias).toBeCloseTo(expected.bias, 12);
    epochLosses.forEach((loss, e) => {
      expect(loss).toBeCloseTo(expected.epochLosses[e], 12);
    });
    expect(traps).toHaveLength(5);
    for (const { mistake, wrong } of traps) {
      expect(Math.abs(weights[0] - wrong.weight), mistake).toBeGreaterThan(1e-3);
      expect(Math.abs(epochLosses[1] - wrong.epochLosses[1]), mistake).toBeGreaterThan(1e-4);
    }
  });

  it('cuts every list so that it can be put together again', () => {
    const draw = drawing(3);
    for (let length = 0; length < 12; length += 1) {
      const order = draw.shuffle(Array.from({ length }, (_, i) => i));
      for (let size = 1; size < 14; size += 1) {
        const cut = batches(order, size);
        expect(cut.flat()).toEqual(order);
        expect(cut.slice(0, -1).every(batch => batch.length === size)).toBe(true);
        expect(cut).toHaveLength(Math.ceil(length / size));
      }
    }
  });

  describe('has the gradient', () => {
    const draw = drawing(8);
    const { X, y } = plane(draw, 11, 3);
    const weights = draw.times(3, () => draw.normal());
    const bias = draw.normal();
    const batch = [7, 2, 9, 2, 0];
    const slope = gradient(X, y, batch, weights, bias);
    const rows = batch.map(i => X[i]);
    const targets = batch.map(i => y[i]);

    it('of central differences', () => {
      const h = 1e-4;
      const at = (j: number, by: number) =>
        meanSquare(
          rows,
          targets,
          weights.map((w, k) => (k === j ? w + by : w)),
          bias + (j === 3 ? by : 0),
        );
      [...slope.weights, slope.bias].forEach((claimed, j) => {
        expect((at(j, h) - at(j, -h)) / (2 * h)).toBeCloseTo(claimed, 7);
      });
    });

    it('of automatic differentiation', async () => {
      await tf.setBackend('cpu');
      const table = tf.tensor2d(rows);
      const labels = tf.tensor1d(targets);
      const risk = (w: tf.Tensor, b: tf.Tensor) =>
        table
          .dot(w as tf.Tensor1D)
          .add(b)
          .sub(labels)
          .square()
          .mean()
          .asScalar();
      const [dw, db] = tf.grads(risk)([tf.tensor1d(weights), tf.scalar(bias)]);
      Array.from(dw.dataSync()).forEach((automatic, j) => {
        expect(Math.abs(automatic - slope.weights[j])).toBeLessThan(1e-4);
      });
      expect(Math.abs(db.dataSync()[0] - slope.bias)).toBeLessThan(1e-4);
    });
  });

  it('is plain gradient descent where one batch holds all rows', () => {
    const draw = drawing(21);
    const { X, y } = plane(draw, 9, 2);
    const order = draw.times(4, () => draw.shuffle([...X.keys()]));
    const whole = sgd(X, y, { learningRate: 0.03, batchSize: 9, order });
    let place = { weights: [0, 0], bias: 0 };
    order.forEach((_, e) => {
      const slope = gradient(X, y, [...X.keys()], place.weights, place.bias);
      place = {
        weights: place.weights.map((weight, j) => weight - 0.03 * slope.weights[j]),
        bias: place.bias - 0.03 * slope.bias,
      };
      expect(whole.epochLosses[e]).toBeCloseTo(meanSquare(X, y, place.weights, place.bias), 11);
    });
    expect(whole.bias).toBeCloseTo(place.bias, 12);
  });

  it('settles where the model fits every row, and not where it does not', () => {
    const draw = drawing(2);
    const X = draw.times(12, () => [draw.normal(0, 1)]);
    const order = draw.times(400, () => draw.shuffle([...X.keys()]));
    const end = (noise: number) => {
      const y = X.map(([x], i) => 2 * x - 1 + noise * (i % 2 ? 1 : -1));
      const { epochLosses } = sgd(X, y, { learningRate: 0.1, batchSize: 2, order });
      return Math.max(...epochLosses.slice(-20)) - Math.min(...epochLosses.slice(-20));
    };
    expect(end(0)).toBeLessThan(1e-20);
    expect(end(1)).toBeGreaterThan(1e-3);
  });

  const X = [[1], [2]];
  const options = { learningRate: 0.1, batchSize: 1, order: [[0, 1]] };
  it.each([
    ['a batch size of 0', () => batches([1], 0), RangeError],
    ['a batch without rows', () => gradient(X, [1, 2], [], [1], 0), RangeError],
    ['row 2 of 2', () => gradient(X, [1, 2], [2], [1], 0), RangeError],
    ['1 targets for 2 rows', () => gradient(X, [1], [0], [1], 0), TypeError],
    ['does not have 2 features', () => gradient(X, [1, 2], [0], [1, 1], 0), TypeError],
    ['learning rate -1', () => sgd(X, [1, 2], { ...options, learningRate: -1 }), RangeError],
    ['no rows to learn from', () => sgd([], [], options), RangeError],
    ['each of 2 rows once', () => sgd(X, [1, 2], { ...options, order: [[1, 1]] }), RangeError],
  ])('refuses %s', (message, call, kind) => {
    expect(call).toThrow(kind);
    expect(call).toThrow(message);
  });
});

describe('the grader of minibatch-sgd', () => {
  const alternatives = submissions('alternatives', 'minibatch-sgd');
  const mistakes = submissions('mistakes', 'minibatch-sgd');
  const workplace = inProcess(grader);
  /** Without mutants no diagnosis is looked for, which is the slow part. */
  const verdictOn = async (source: string, seed: number, mutants: Mutant[] = []) =>
    (await grade({ grader: { ...grader, mutants }, solution }, source, seed, workplace)).verdict;

  it('is tried with several right and many wrong files', () => {
    expect(alternatives.length).toBeGreaterThanOrEqual(7);
    expect(mistakes.length).toBeGreaterThanOrEqual(46);
  });

  it.each(alternatives)('passes $name under every seed', async ({ name, source }) => {
    const single = name === 'single-precision.ts';
    for (const seed of single ? [...SEEDS, ...MANY] : SEEDS) {
      const verdict = await verdictOn(source, seed);
      if (verdict.kind === 'not-compiled') throw new Error(`${name} does not compile`);
      const failed = verdict.outcomes.filter(outcome => outcome.state !== 'passed');
      expect(failed, `seed ${seed}`).toEqual([]);
      expect(verdict).toMatchObject({
        notes: single ? [expect.stringMatching(/single precision/)] : [],
      });
    }
  });

  it.each(mistakes)('turns away $name under every seed', async ({ source }) => {
    for (const seed of SEEDS.slice(0, 3)) {
      const { kind } = await verdictOn(source, seed);
      expect(['missed', 'crashed'], `seed ${seed}`).toContain(kind);
    }
  });

  it.each([
    ['drops-last-batch.ts', 'drops the short last batch'],
    ['short-batch-divided-by-batch-size.ts', 'scales the short batch as if it were full'],
    ['divides-by-all-rows.ts', 'divides by the number of all rows'],
    ['first-order-for-all-epochs.ts', 'visits the rows of every epoch in the first order'],
    ['shuffles-again-what-was-shuffled.ts', 'shuffles again what the epochs before have shuffled'],
    ['loss-of-the-last-batch.ts', 'measures the loss over the last batch'],
    [
      'running-loss-as-printed-while-training.ts',
      'averages the losses of the batches, each before its update',
    ],
    ['loss-of-the-start-in-front.ts', 'puts the loss of the start in front'],
    ['moves-once-per-epoch.ts', 'takes every slope where the epoch began'],
    ['bias-after-weights.ts', 'moves the bias by a slope taken after the weights have moved'],
    ['batch-size-as-number-of-batches.ts', 'takes batchSize for the number of batches'],
    ['short-batch-joins-the-one-before.ts', 'adds the left-over rows to the batch before'],
    ['rate-falls-with-the-epochs.ts', 'lets the learning rate fall with the epochs'],
    ['repeated-rows-count-once.ts', 'counts a row once that is named twice'],
    ['order-checked-by-its-sum.ts', 'checks an order by its sum'],
    ['only-the-first-order-checked.ts', 'looks at the first order only'],
    ['place-in-the-batch-for-the-target.ts', 'takes the targets by their place in the batch'],
    ['keeps-the-best-epoch.ts', 'returns the best epoch'],
    ['stops-when-nothing-improves.ts', 'ends where an epoch does not lower the loss'],
  ])('names the mistake in %s', async (name, mistake) => {
    const wrong = mistakes.find(one => one.name === name)!;
    const verdict = await verdictOn(wrong.source, 6, [...grader.mutants]);
    expect(verdict).toMatchObject({ diagnosis: { from: 'mutant', mistakes: [mistake] } });
  });

  it('says which call went wrong where a list was taken apart', async () => {
    const wrong = mistakes.find(({ name }) => name === 'takes-the-order-apart.ts')!;
    const verdict = await verdictOn(wrong.source, 6);
    if (!('outcomes' in verdict)) throw new Error('not graded');
    const rude = verdict.outcomes.find(({ name }) => name === 'leaves its inputs as they were');
    expect(rude).toMatchObject({ state: 'missed' });
  });
});
