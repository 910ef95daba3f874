import * as tf from '@tensorflow/tfjs';
import { describe, expect, it } from 'vitest';
import {
  binaryLabels,
  logLoss,
  standardise,
  train,
} from '../../exercises/code/debug-nan-loss/solution';
import { twoClasses } from '../../graders/datasets';
import { grade } from '../../graders/grade';
import type { Mutant } from '../../graders/grader';
import { drawing } from '../../graders/random';
import type { Verdict } from '../../graders/verdict';
import { folders } from '../exercise-folders';
import golden from '../golden/debug-nan-loss.json';
import { inProcess } from '../in-process';
import { runExample } from '../run-example';
import { submissions } from '../submissions';

const folder = folders.find(({ slug }) => slug === 'debug-nan-loss')!;
const grader = { ...(await folder.grader()), pictures: [] };
const solution = folder.text('solution.ts');
const starter = folder.text('starter.ts');
const SEEDS = Array.from({ length: 10 }, (_, k) => 300 + 17 * k);

const near = (received: readonly number[], expected: readonly number[], digits = 9) => {
  expect(received).toHaveLength(expected.length);
  received.forEach((value, k) => {
    expect(value).toBeCloseTo(expected[k], digits);
  });
};

/** What train returns, as parameters of the standardised features: the bias first. */
function standardisedParameters(X: number[][], { weights, bias }: ReturnType<typeof train>) {
  const { means, deviations } = standardise(X);
  return [
    weights.reduce((sum, weight, j) => sum + weight * means[j], bias),
    ...weights.map((weight, j) => weight * deviations[j]),
  ];
}

describe('the reference of debug-nan-loss', () => {
  it.each(golden.standardise)('standardises as scikit-learn does: $name', ({ input, ...rest }) => {
    const { Z, means, deviations } = standardise(input.X_train);
    near(means, rest.expected.center, 8);
    near(deviations, rest.expected.scale);
    near(Z.flat(), rest.expected.train.flat());
    const traps = 'traps' in rest ? rest.traps : [];
    for (const { wrong } of traps ?? []) {
      const gap = Math.max(...deviations.map((s, j) => Math.abs(s - (wrong as number[])[j])));
      expect(gap).toBeGreaterThan(1e-3);
    }
  });

  it('measures the loss of large logits as SciPy does', () => {
    const [{ input, expected }] = golden.stable;
    input.z.forEach((z, k) => {
      expect(logLoss([z], [1])).toBeCloseTo(-expected.log_sigmoid[k], 12);
      expect(logLoss([-z], [0])).toBeCloseTo(-expected.log_sigmoid[k], 12);
    });
    expect(logLoss([1000, -1000], [0, 1])).toBe(1000);
    expect(logLoss([1000, -1000], [1, 0])).toBe(0);
  });

  it('ends where scikit-learn does, in the units that the features came in', () => {
    const [{ input, expected }] = golden.fit;
    const options = { steps: 4000, learningRate: 0.9 };
    const { weights, bias, losses } = train(input.X, input.y, options);
    near(weights, expected.coef, 6);
    expect(bias).toBeCloseTo(expected.intercept, 6);
    expect(losses.at(-1)).toBeCloseTo(expected.mean_log_loss, 10);

    const units = [1000, 1e-3, 50];
    const moved = input.X.map(row => row.map((x, j) => (x + 3) * units[j]));
    const other = train(
      moved,
      input.y.map(label => 2 * label - 1),
      options,
    );
    near(
      other.weights.map((weight, j) => weight * units[j]),
      expected.coef,
      6,
    );
    const shift = expected.coef.reduce((sum, weight) => sum + 3 * weight, 0);
    expect(other.bias).toBeCloseTo(expected.intercept - shift, 5);
    near(other.losses, losses, 8);
  });

  it('walks as an optimiser of TensorFlow does from figures of scikit-learn', async () => {
    await tf.setBackend('cpu');
    const [{ input, expected }] = golden.standardise;
    const y = input.X_train.map((_, i) => (i % 3 === 0 ? 1 : 0));
    const [table, labels] = [tf.tensor2d(expected.train), tf.tensor1d(y)];
    const weights = tf.variable(tf.zeros([3]));
    const bias = tf.variable(tf.scalar(0));
    const optimiser = tf.train.sgd(0.8);
    const losses: number[] = [];
    for (let t = 0; t <= 6; t += 1) {
      const loss = () =>
        tf.losses.sigmoidCrossEntropy(
          labels,
          table.dot(weights as unknown as tf.Tensor1D).add(bias),
        ) as tf.Scalar;
      losses.push(loss().dataSync()[0]);
      if (t < 6) optimiser.minimize(loss);
    }
    const run = train(input.X_train, y, { steps: 6, learningRate: 0.8 });
    near(run.losses, losses, 5);
    const walked = [bias.dataSync()[0], ...weights.dataSync()];
    near(standardisedParameters(input.X_train, run), walked, 5);
  });

  it('moves along the slope of central differences', () => {
    const draw = drawing(5);
    const { X, y } = twoClasses(draw, 11, 3);
    const learningRate = 0.7;
    const at = (steps: number) => standardisedParameters(X, train(X, y, { steps, learningRate }));
    const [before, after] = [at(3), at(4)];
    const { Z } = standardise(X);
    const loss = ([level, ...slopes]: number[]) =>
      logLoss(
        Z.map(row => row.reduce((sum, z, j) => sum + z * slopes[j], level)),
        y,
      );
    const h = 1e-5;
    before.forEach((value, k) => {
      const slope = (loss(before.with(k, value + h)) - loss(before.with(k, value - h))) / (2 * h);
      expect(after[k]).toBeCloseTo(value - learningRate * slope, 8);
    });
  });

  it('has the logits of its last loss in the units of the data', () => {
    const { X, y } = twoClasses(drawing(8), 14, 2);
    const { weights, bias, losses } = train(X, y, { steps: 9, learningRate: 1 });
    const logits = X.map(row => row.reduce((sum, x, j) => sum + x * weights[j], bias));
    expect(logLoss(logits, y)).toBeCloseTo(losses[9], 12);
  });

  it('stands still on a column of equal fractions', () => {
    const column = new Array(10).fill([0.1]);
    expect(standardise(column)).toMatchObject({ means: [0.1], deviations: [1] });
    expect(column.reduce((sum, [x]) => sum + x, 0) / 10).not.toBe(0.1);
  });

  it.each([
    ['a label of 2', () => binaryLabels([1, 2]), RangeError],
    ['two codes', () => binaryLabels([0, -1]), RangeError],
    ['no rows', () => standardise([]), RangeError],
    ['rows of 2 and of 1', () => standardise([[1, 2], [3]]), TypeError],
    ['1 labels for 2 logits', () => logLoss([1, 2], [1]), TypeError],
    ['rate 0', () => train([[1]], [1], { steps: 0, learningRate: 0 }), RangeError],
  ])('refuses %s', (message, call, kind) => {
    expect(call).toThrow(kind);
    expect(call).toThrow(message);
  });
});

/** A repair of each fault of the starter, by the mistake that the fault alone is. */
const REPAIRS: Record<string, (source: string) => string> = {
  'hands labels of −1 on': source => {
    const [before, rest] = source.split('  const classes = new Set(y);');
    const after = rest.slice(rest.indexOf('  return [...y]; // [n]\n'));
    const repaired = `  const codes = y.includes(-1) ? [-1, 1] : [0, 1];
  if (!y.every(label => codes.includes(label))) throw new RangeError('binaryLabels: ' + y);
  return y.map(label => codes.indexOf(label));\n`;
    return before + repaired + after.replace('  return [...y]; // [n]\n', '');
  },
  'divides a constant column by its deviation of 0': source =>
    replaceOnce(
      source,
      'Math.sqrt(mean(X.map(row => (row[j] - m) ** 2)))',
      'X.every(row => row[j] === X[0][j]) ? 1 : Math.sqrt(mean(X.map(row => (row[j] - m) ** 2)))',
    ),
  'takes the logarithm of a probability that has run out of digits': source =>
    replaceOnce(
      source,
      `    const p = sigmoid(z);
    return -(y[i] * Math.log(p) + (1 - y[i]) * Math.log(1 - p));`,
      '    return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - y[i] * z;',
    ),
  'descends on the features as they came': source =>
    [
      [
        'binaryLabels(y); // [n]\n',
        'binaryLabels(y);\n  const { Z, means, deviations } = standardise(X);\n',
      ],
      ['let logits = scores(X,', 'let logits = scores(Z,'],
      ['    logits = scores(X,', '    logits = scores(Z,'],
      ['error * X[i][j]', 'error * Z[i][j]'],
      [
        '  return { weights, bias, losses };',
        `  weights = weights.map((weight, j) => weight / deviations[j]);
  means.forEach((m, j) => { bias -= weights[j] * m; });
  return { weights, bias, losses };`,
      ],
    ].reduce((text, [from, to]) => replaceOnce(text, from, to), source),
};
const FAULTS = Object.keys(REPAIRS);

function replaceOnce(text: string, from: string, to: string): string {
  expect(text.split(from), from).toHaveLength(2);
  return text.replace(from, () => to);
}

const repaired = (faults: readonly string[]) =>
  faults.reduce((source, fault) => REPAIRS[fault](source), starter);

describe('the starter of debug-nan-loss', () => {
  const workplace = inProcess(grader);
  const verdictOn = async (source: string, seed: number) => {
    const { verdict } = await grade({ grader, solution }, source, seed, workplace);
    if (verdict.kind === 'not-compiled') throw new Error('does not compile');
    return verdict;
  };
  const failures = ({ outcomes }: Exclude<Verdict, { kind: 'not-compiled' }>) =>
    outcomes.filter(({ state }) => state !== 'passed').map(({ name }) => name);

  it('prints what the report says that it printed', () => {
    const prompt = folder.text('prompt.md');
    const report = prompt.slice(0, prompt.indexOf('### What it should do'));
    const setup = report.match(/^const .*$/gm)!.join('\n');
    const runs = [...report.matchAll(/^(.+);\n\/\/ printed (.+)$/gm)];
    expect(runs).toHaveLength(3);
    for (const [, code, printed] of runs) {
      const losses = runExample(starter, { setup, code }) as number[];
      expect(`[${losses.map(loss => Number(loss.toFixed(7))).join(', ')}]`).toBe(printed);
    }
  });

  it('fails these checks and no others, whatever the seed', async () => {
    const stages = [
      'turns labels of −1 and 1 into 0 and 1',
      'takes labels that are all alike',
      'turns a constant column into zeros',
      'turns a column of equal fractions into zeros',
      'knows the cost of being sure and wrong',
      'charges next to nothing for being sure and right',
    ];
    const runs = [
      'has the right losses beside a column in the thousands',
      'returns weights for the features as they came',
      'returns the bias that goes with them',
      'trains on labels of −1 and 1 as on 0 and 1',
      'trains beside a constant column',
      'trains beside a column of equal fractions',
      'keeps its losses right where probabilities run out of digits',
      'takes the whole step where many columns agree',
      'trains on one class only',
      'learns no more than a bias from a single row',
      'stays finite where features reach a million',
      'never lets the loss rise at a rate that suits standardised features',
      'has the same losses in any unit',
    ];
    const guards = [
      'refuses 0 and −1 side by side',
      'refuses labels of 1 and 2',
      'refuses labels that are all −2',
      'refuses a label of one half',
      'refuses to train on labels of 1 and 2, also for no steps',
    ];
    for (const seed of SEEDS.slice(0, 8)) {
      const verdict = await verdictOn(starter, seed);
      expect(verdict.kind).toBe('missed');
      expect(verdict.diagnosis, 'four faults at once have no single name').toBe(null);
      expect(failures(verdict), `seed ${seed}`).toEqual([...stages, ...runs, ...guards]);
    }
  });

  it('passes once its four faults are repaired', async () => {
    for (const seed of SEEDS.slice(0, 8)) {
      expect(await verdictOn(repaired(FAULTS), seed)).toMatchObject({ kind: 'passed', notes: [] });
    }
  });

  it.each(FAULTS)('has its last fault named where all others are repaired: %s', async fault => {
    for (const seed of SEEDS.slice(0, 4)) {
      const verdict = await verdictOn(repaired(FAULTS.filter(other => other !== fault)), seed);
      expect(verdict, `seed ${seed}`).toMatchObject({
        kind: 'missed',
        diagnosis: { from: 'mutant', mistakes: [fault] },
      });
    }
  });

  it('has its last two faults named together, and four of them not at all', async () => {
    const mutants = grader.mutants.filter(({ mistake }) => FAULTS.includes(mistake));
    const verdictWithPairs = async (source: string) =>
      (
        await grade({ grader: { ...grader, mutants }, solution }, source, 7, workplace, {
          pairsUntil: () => true,
        })
      ).verdict;
    const [labels, constant, logarithm, scale] = FAULTS;
    expect(await verdictWithPairs(repaired([labels, constant]))).toMatchObject({
      diagnosis: { from: 'pair', mistakes: expect.arrayContaining([logarithm, scale]) },
    });
    expect(await verdictWithPairs(starter)).toMatchObject({ diagnosis: null });
  });

  it.each([
    [0, 'turns labels of −1 and 1 into 0 and 1'],
    [1, 'turns a constant column into zeros'],
    [2, 'knows the cost of being sure and wrong'],
    [3, 'has the right losses beside a column in the thousands'],
  ])('points to the next stage after %i repairs', async (count, headline) => {
    const verdict = await verdictOn(repaired(FAULTS.slice(0, count)), 11);
    expect(failures(verdict)[0]).toBe(headline);
  });
});

describe('the grader of debug-nan-loss', () => {
  const alternatives = submissions('alternatives', 'debug-nan-loss');
  const mistakes = submissions('mistakes', 'debug-nan-loss');
  const workplace = inProcess(grader);
  /** Without mutants no diagnosis is looked for, which is the slow part. */
  const verdictOn = async (source: string, seed: number, mutants: Mutant[] = []) =>
    (await grade({ grader: { ...grader, mutants }, solution }, source, seed, workplace)).verdict;

  it('is tried with several right and many wrong files', () => {
    expect(alternatives.length).toBeGreaterThanOrEqual(20);
    expect(mistakes.length).toBeGreaterThanOrEqual(40);
  });

  it.each(alternatives)('passes $name under every seed', async ({ name, source }) => {
    const notes = name === 'single-precision.ts' ? [/single precision/] : [];
    for (const seed of SEEDS) {
      const verdict = await verdictOn(source, seed);
      if (verdict.kind === 'not-compiled') throw new Error(`${name} does not compile`);
      expect(
        verdict.outcomes.filter(({ state }) => state !== 'passed'),
        `seed ${seed}`,
      ).toEqual([]);
      expect(verdict.notes).toEqual(notes.map(note => expect.stringMatching(note)));
    }
  });

  it.each(mistakes)('turns away $name under every seed', async ({ source }) => {
    for (const seed of SEEDS) {
      const { kind } = await verdictOn(source, seed);
      expect(['missed', 'crashed'], `seed ${seed}`).toContain(kind);
    }
  });

  it.each([
    ['adds-1e-12-to-deviations.ts', 'adds 1e-12 to every deviation'],
    ['bias-on-new-errors.ts', 'moves the bias on the errors of the new weights'],
    ['clips-inside-the-loss.ts', 'clips probabilities at 1e-12'],
    ['drops-nan-rows.ts', 'leaves out rows whose loss is not finite'],
    ['guards-a-deviation-of-zero.ts', 'looks for a deviation of exactly 0'],
    ['larger-label-is-one.ts', 'counts the larger label as 1'],
    ['leaves-the-bias-behind.ts', 'leaves the bias where it was'],
    ['probability-overflows.ts', 'lets the exponential overflow in the probability'],
    ['rate-of-nan.ts', 'accepts a learning rate of NaN'],
    ['returns-early-for-no-steps.ts', 'lets labels pass where steps is 0'],
    ['second-loss-in-train.ts', 'keeps a loss of its own in train'],
    ['small-against-the-mean.ts', 'looks for a deviation below a share of the mean'],
    ['small-deviation-counts-as-none.ts', 'takes a small deviation for none'],
    ['smaller-class-is-zero.ts', 'counts the smaller label as 0'],
    ['tiny-range-counts-as-none.ts', 'takes a deviation below 1e-12 for none'],
    [
      'weights-of-the-standardised-features.ts',
      'returns weights and bias of the standardised features',
    ],
  ])('names the mistake in %s', async (name, mistake) => {
    const wrong = mistakes.find(one => one.name === name)!;
    const verdict = await verdictOn(wrong.source, 5, [...grader.mutants]);
    expect(verdict).toMatchObject({ diagnosis: { from: 'mutant', mistakes: [mistake] } });
  });

  it.each([
    ['clips-the-gradient.ts', 'has the right losses beside a column in the thousands'],
    ['shrinks-the-rate.ts', 'has the right losses beside a column in the thousands'],
    ['standardises-in-place.ts', 'leaves its inputs as they were'],
    ['checks-only-while-stepping.ts', 'refuses to train on labels of 1 and 2, also for no steps'],
    ['first-and-last-value-only.ts', 'finds the mean of each column'],
    [
      'halves-the-rate-where-the-loss-rises.ts',
      'keeps its losses right where probabilities run out of digits',
    ],
    ['one-pass-variance.ts', 'turns a column of equal fractions into zeros'],
  ])('meets %s at the check that fits', async (name, headline) => {
    const wrong = mistakes.find(one => one.name === name)!;
    const verdict = await verdictOn(wrong.source, 5);
    if (verdict.kind === 'not-compiled') throw new Error('does not compile');
    expect(verdict.outcomes.find(({ state }) => state !== 'passed')?.name).toBe(headline);
  });
});
