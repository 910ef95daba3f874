import * as tf from '@tensorflow/tfjs';
import { describe, expect, it } from 'vitest';
import {
  forward,
  lossAndGradient,
  type Network,
  train,
} from '../../exercises/code/mlp-backprop/solution';
import { grade } from '../../graders/grade';
import type { Mutant } from '../../graders/grader';
import { drawing } from '../../graders/random';
import { folders } from '../exercise-folders';
import golden from '../golden/mlp-backprop.json';
import { inProcess } from '../in-process';
import { submissions } from '../submissions';

const folder = folders.find(({ slug }) => slug === 'mlp-backprop')!;
const grader = { ...(await folder.grader()), pictures: [] };
const solution = folder.text('solution.ts');
const SEEDS = Array.from({ length: 4 }, (_, k) => 6000 + 29 * k);
/** For single precision, which is nearest to the tolerances. */
const MANY = Array.from({ length: 24 }, (_, k) => 9000 + 29 * k);

const numbersOf = ({ hiddenWeights, hiddenBiases, outputWeights, outputBias }: Network) => [
  ...hiddenWeights.flat(),
  ...hiddenBiases,
  ...outputWeights,
  outputBias,
];

const close = (received: number[], expected: number[], digits = 12) => {
  expect(received).toHaveLength(expected.length);
  received.forEach((value, k) => {
    expect(value).toBeCloseTo(expected[k], digits);
  });
};

/** Two logits of a softmax make one of a sigmoid: their difference. */
const difference = ([zero, one]: number[]) => one - zero;

describe('the reference of mlp-backprop', () => {
  it.each(golden.softmax.filter(({ expected }) => 'logits' in expected))(
    'follows numpy on $name, where two logits of a softmax differ by one of a sigmoid',
    ({ input, expected }) => {
      const network = {
        hiddenWeights: input.W1,
        hiddenBiases: input.b1,
        outputWeights: input.W2.map(difference),
        outputBias: difference(input.b2),
      };
      close(forward(input.X, network).logits, expected.logits!.map(difference));
      const { loss, gradient } = lossAndGradient(input.X, input.y, network);
      expect(loss).toBeCloseTo(expected.loss as number, 12);
      close(gradient.hiddenWeights.flat(), expected.dW1!.flat());
      close(gradient.hiddenBiases, expected.db1!);
      close(
        gradient.outputWeights,
        expected.dW2!.map(([, one]) => one),
      );
      expect(gradient.outputBias).toBeCloseTo(expected.db2![1], 12);
    },
  );

  it('trains on the square as numpy does, where the difference of two columns moves twice', () => {
    const { input, expected, params } = golden.softmax.find(({ name }) => name.startsWith('xor'))!;
    const rate = params.lr!;
    let network: Network = {
      hiddenWeights: input.W1,
      hiddenBiases: input.b1,
      outputWeights: input.W2.map(difference),
      outputBias: difference(input.b2),
    };
    for (const wanted of expected.loss as number[]) {
      const { loss, gradient } = lossAndGradient(input.X, input.y, network);
      expect(loss).toBeCloseTo(wanted, 9);
      network = {
        hiddenWeights: network.hiddenWeights.map((row, j) =>
          row.map((weight, k) => weight - rate * gradient.hiddenWeights[j][k]),
        ),
        hiddenBiases: network.hiddenBiases.map((b, k) => b - rate * gradient.hiddenBiases[k]),
        outputWeights: network.outputWeights.map(
          (weight, k) => weight - 2 * rate * gradient.outputWeights[k],
        ),
        outputBias: network.outputBias - 2 * rate * gradient.outputBias,
      };
    }
    close(network.hiddenWeights.flat(), expected.W1!.flat(), 9);
    close(network.hiddenBiases, expected.b1!, 9);
    close(network.outputWeights, expected.W2!.map(difference), 9);
    expect(network.outputBias).toBeCloseTo(difference(expected.b2!), 9);
  });

  it.each(golden.complexStep.cases)(
    'has the complex-step derivatives on $name, and those of no known mistake',
    ({ input: { X, y, network }, expected, traps }) => {
      const { logits, probabilities } = forward(X, network);
      close(logits, expected.logits);
      close(probabilities, expected.probabilities);
      const { loss, gradient } = lossAndGradient(X, y, network);
      expect(loss).toBeCloseTo(expected.loss, 12);
      const numbers = numbersOf(gradient);
      close(numbers, numbersOf(expected.gradient));
      for (const { mistake, wrong } of traps) {
        const far = numbersOf(wrong).map((value, p) => Math.abs(value - numbers[p]));
        expect(Math.max(...far), mistake).toBeGreaterThan(1e-3);
      }
    },
  );

  it('gives the printed figures of the square', () => {
    const { input } = golden.complexStep.cases[0];
    const { loss, gradient } = lossAndGradient(input.X, input.y, input.network);
    expect(loss).toBeCloseTo(0.700369, 6);
    close(
      forward(input.X, input.network).probabilities,
      [0.544772, 0.472851, 0.65789, 0.571226],
      6,
    );
    close(
      numbersOf(gradient),
      [0.013284, -0.029406, -0.028537, -0.023124, 0.02325, -0.06012, 0.024079, -0.006467, 0.061685],
      6,
    );
  });

  describe('has the gradient', () => {
    const { X, y, network } = golden.complexStep.cases[1].input;
    const { gradient } = lossAndGradient(X, y, network);

    it('of central differences', () => {
      const h = 1e-5;
      const start = numbersOf(network);
      const rebuilt = (numbers: number[]): Network => {
        const units = network.hiddenBiases.length;
        const rows = network.hiddenWeights.map((_, j) => numbers.slice(j * units, (j + 1) * units));
        const rest = numbers.slice(rows.length * units);
        return {
          hiddenWeights: rows,
          hiddenBiases: rest.slice(0, units),
          outputWeights: rest.slice(units, 2 * units),
          outputBias: rest[2 * units],
        };
      };
      const slopes = start.map((value, p) => {
        const at = (by: number) => lossAndGradient(X, y, rebuilt(start.with(p, value + by))).loss;
        return (at(h) - at(-h)) / (2 * h);
      });
      const numbers = numbersOf(gradient);
      const apart = Math.hypot(...slopes.map((slope, p) => slope - numbers[p]));
      expect(apart / Math.hypot(...numbers)).toBeLessThan(1e-6);
    });

    it('of automatic differentiation', async () => {
      await tf.setBackend('cpu');
      const table = tf.tensor2d(X);
      const labels = tf.tensor1d(y);
      const risk = (V: tf.Tensor, c: tf.Tensor, w: tf.Tensor, b: tf.Tensor) => {
        const hidden = table
          .matMul(V as tf.Tensor2D)
          .add(c)
          .tanh() as tf.Tensor2D;
        const logits = hidden.dot(w as tf.Tensor1D).add(b);
        return logits.softplus().sub(labels.mul(logits)).mean().asScalar();
      };
      const slopes = tf.grads(risk)([
        tf.tensor2d(network.hiddenWeights),
        tf.tensor1d(network.hiddenBiases),
        tf.tensor1d(network.outputWeights),
        tf.scalar(network.outputBias),
      ]);
      const automatic = slopes.flatMap(slope => Array.from(slope.dataSync()));
      numbersOf(gradient).forEach((claimed, p) => {
        expect(Math.abs(automatic[p] - claimed)).toBeLessThan(1e-5);
      });
    });
  });

  it('has permuted slopes where the hidden units are permuted', () => {
    const { X, y, network } = golden.complexStep.cases[1].input;
    const order = [2, 0, 3, 1];
    const permuted = ({ hiddenWeights, hiddenBiases, outputWeights, outputBias }: Network) => ({
      hiddenWeights: hiddenWeights.map(row => order.map(k => row[k])),
      hiddenBiases: order.map(k => hiddenBiases[k]),
      outputWeights: order.map(k => outputWeights[k]),
      outputBias,
    });
    const one = lossAndGradient(X, y, network);
    const other = lossAndGradient(X, y, permuted(network));
    expect(other.loss).toBeCloseTo(one.loss, 14);
    close(numbersOf(other.gradient), numbersOf(permuted(one.gradient)), 14);
  });

  it('keeps equal units equal, and learns the square from unequal ones', () => {
    const { X, y } = golden.complexStep.cases[0].input;
    const twins = {
      hiddenWeights: [
        [0.5, 0.5],
        [-0.3, -0.3],
      ],
      hiddenBiases: [0.1, 0.1],
      outputWeights: [0.7, 0.7],
      outputBias: 0,
    };
    const { network } = train(X, y, twins, { learningRate: 0.5, steps: 50 });
    expect(network.hiddenBiases[0]).toBe(network.hiddenBiases[1]);
    const draw = drawing(4);
    const four = {
      hiddenWeights: draw.times(2, () => draw.times(4, () => draw.normal())),
      hiddenBiases: [0, 0, 0, 0],
      outputWeights: draw.times(4, () => draw.normal()),
      outputBias: 0,
    };
    const { losses } = train(X, y, four, { learningRate: 0.5, steps: 1000 });
    expect(losses.at(-1)).toBeLessThan(0.05);
  });

  const { X, y, network } = golden.complexStep.cases[0].input;
  const run = { learningRate: 0.1, steps: 0 };
  it.each([
    [
      'weights that do not fit 2 hidden units',
      () => forward(X, { ...network, outputWeights: [1] }),
    ],
    ['a row of X does not have 2 features', () => forward([[1]], network)],
    ['no rows to learn from', () => lossAndGradient([], [], network)],
    ['3 labels for 4 rows', () => lossAndGradient(X, [0, 1, 0], network)],
    ['a label of 2', () => train(X, [0, 1, 2, 0], network, run)],
    ['learning rate 0', () => train(X, y, network, { ...run, learningRate: 0 })],
  ])('refuses %s', (message, call) => {
    expect(call).toThrow(message);
  });
});

describe('the grader of mlp-backprop', () => {
  const alternatives = submissions('alternatives', 'mlp-backprop');
  const mistakes = submissions('mistakes', 'mlp-backprop');
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
    for (const seed of SEEDS.slice(0, 2)) {
      const { kind } = await verdictOn(source, seed);
      expect(['missed', 'crashed'], `seed ${seed}`).toContain(kind);
    }
  });

  it.each([
    ['no-bend-on-the-way-back.ts', 'leaves the bend out on the way back'],
    ['bend-of-the-output.ts', 'takes the tanh of the unit for its slope'],
    ['sigmoid-bend.ts', 'has the slope of a sigmoid for tanh'],
    ['tanh-by-exponentials.ts', 'makes tanh of two exponentials'],
    [
      'logarithm-of-probabilities.ts',
      'takes the logarithm of a probability that has run out of digits',
    ],
    ['slopes-are-sums.ts', 'adds up the slopes'],
    ['hidden-slopes-not-averaged.ts', 'does not divide the slopes of the hidden layer'],
    ['hidden-bias-forgotten.ts', 'leaves the hidden biases out'],
    ['squared-error-slope.ts', 'has the slopes of the squared error'],
    ['weights-not-handed-back.ts', 'hands the error back without the output weights'],
    ['output-layer-moves-first.ts', 'hands errors back through output weights that have moved'],
    [
      'layers-in-turn.ts',
      'moves the hidden layer by a gradient taken after the output layer has moved',
    ],
    ['stops-where-the-loss-rises.ts', null],
    ['long-gradients-shortened.ts', 'shortens long gradients'],
    ['keeps-the-best.ts', 'returns the network of the lowest loss'],
    ['relu-on-the-way-back.ts', 'hands back through positive units only'],
    ['labels-unchecked.ts', 'accepts any label'],
    ['rate-unchecked-without-steps.ts', 'looks at the learning rate only where there are steps'],
  ])('says of %s: %s', async (name, mistake) => {
    const wrong = mistakes.find(one => one.name === name)!;
    const verdict = await verdictOn(wrong.source, 6, [...grader.mutants]);
    expect(verdict).toMatchObject({
      diagnosis: mistake === null ? null : { from: 'mutant', mistakes: [mistake] },
    });
  });
});
