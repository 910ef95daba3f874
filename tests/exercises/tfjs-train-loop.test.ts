import { transform } from 'sucrase';
import { describe, expect, it } from 'vitest';
import {
  fit as logistic,
  gradient as slope,
} from '../../exercises/code/logistic-regression/solution';
import { twoClasses } from '../../graders/datasets';
import { grade } from '../../graders/grade';
import type { Mutant } from '../../graders/grader';
import { drawing } from '../../graders/random';
import { folders } from '../exercise-folders';
import { inProcess } from '../in-process';
import { evaluate } from '../libraries';
import { submissions } from '../submissions';

const folder = folders.find(({ slug }) => slug === 'tfjs-train-loop')!;
const grader = { ...(await folder.grader()), pictures: [] };
const solution = folder.text('solution.ts');
const libraries = await folder.libraries();
const SEEDS = [1000, 1007, 1014];

type Solution = typeof import('../../exercises/code/tfjs-train-loop/solution');
const { code } = transform(solution, { transforms: ['typescript', 'imports'] });
const { loss, gradient, train } = evaluate(code, libraries) as unknown as Solution;

describe('the reference of tfjs-train-loop', () => {
  const { X, y } = twoClasses(drawing(11), 30, 3);
  const rows = X.map((_, i) => i);

  it('descends like logistic regression where a batch is the whole', () => {
    const steps = 6;
    const expected = logistic(X, y, { learningRate: 0.3, steps });
    const order = Array.from({ length: steps }, () => rows);
    const trained = train(X, y, { learningRate: 0.3, epochs: steps, batchSize: 30, order });
    trained.weights.forEach((weight, j) => {
      expect(weight).toBeCloseTo(expected.weights[j], 5);
    });
    expect(trained.bias).toBeCloseTo(expected.bias, 5);
    trained.losses.forEach((value, t) => {
      expect(value).toBeCloseTo(expected.losses[t], 5);
    });
  });

  it('follows plain numbers through batches', () => {
    const draw = drawing(5);
    const order = [draw.shuffle(rows), draw.shuffle(rows)];
    let weights = [0, 0, 0];
    let bias = 0;
    for (const list of order) {
      for (let t = 0; t < list.length; t += 7) {
        const part = list.slice(t, t + 7);
        const at = slope(
          part.map(i => X[i]),
          part.map(i => y[i]),
          weights,
          bias,
        );
        weights = weights.map((w, j) => w - 0.4 * at.weights[j]);
        bias -= 0.4 * at.bias;
      }
    }
    const trained = train(X, y, { learningRate: 0.4, epochs: 2, batchSize: 7, order });
    trained.weights.forEach((weight, j) => {
      expect(weight).toBeCloseTo(weights[j], 5);
    });
    expect(trained.bias).toBeCloseTo(bias, 5);
    expect(trained.losses).toHaveLength(10);
  });

  it('has slopes that agree with differences of its loss', () => {
    const [weights, bias, h] = [[0.4, -0.7, 0.2], -0.3, 0.02];
    const at = gradient(X, y, weights, bias);
    const ahead = loss(X, y, weights, bias + h) - loss(X, y, weights, bias - h);
    expect(ahead / (2 * h)).toBeCloseTo(at.bias, 3);
    weights.forEach((weight, j) => {
      const up = loss(X, y, weights.with(j, weight + h), bias);
      const down = loss(X, y, weights.with(j, weight - h), bias);
      expect((up - down) / (2 * h)).toBeCloseTo(at.weights[j], 3);
    });
  });

  it.each([
    ['no rows', () => loss([], [], [1], 0), RangeError],
    ['a label of 2', () => loss([[1]], [2], [1], 0), RangeError],
    ['rows of different lengths', () => loss([[1, 2], [3]], [0, 1], [1, 1], 0), TypeError],
  ])('refuses %s', (_, call, kind) => {
    expect(call).toThrow(kind);
  });
});

describe('the grader of tfjs-train-loop', () => {
  const alternatives = submissions('alternatives', 'tfjs-train-loop');
  const mistakes = submissions('mistakes', 'tfjs-train-loop');
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
    ['drops-the-last-batch.ts', 'drops the smaller last batch'],
    ['sum-for-mean.ts', 'takes the sum over the batch'],
    ['sigmoid-twice.ts', 'hands probabilities to a loss of logits'],
    ['first-order-in-every-epoch.ts', 'takes the first order in every epoch'],
    ['one-update-an-epoch.ts', 'makes one batch of each epoch'],
    ['bias-stays.ts', 'does not train the bias'],
    ['rate-over-batch-size.ts', 'divides the rate by the batch size'],
    ['forgets-the-optimizer.ts', 'does not dispose of the optimizer'],
    ['loss-after-the-update.ts', 'records the loss after the update'],
    ['order-of-any-rows.ts', 'counts the rows of an order only'],
  ])('names the mistake in %s', async (name, mistake) => {
    const wrong = mistakes.find(one => one.name === name)!;
    const verdict = await verdictOn(wrong.source, 5, [...grader.mutants]);
    expect(verdict).toMatchObject({ diagnosis: { from: 'mutant', mistakes: [mistake] } });
  });
});
