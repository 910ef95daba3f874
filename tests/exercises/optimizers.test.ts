import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Hyper,
  initialState,
  type Kind,
  minimize,
  optimizerStep,
} from '../../exercises/code/optimizers/solution';
import { grade } from '../../graders/grade';
import type { Mutant } from '../../graders/grader';
import { drawing } from '../../graders/random';
import { folders } from '../exercise-folders';
import golden from '../golden/optimizers.json';
import { inProcess } from '../in-process';
import { submissions } from '../submissions';

const folder = folders.find(({ slug }) => slug === 'optimizers')!;
const grader = { ...(await folder.grader()), pictures: [] };
const solution = folder.text('solution.ts');
const SEEDS = Array.from({ length: 4 }, (_, i) => 3000 + 17 * i);
const KINDS = ['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam', 'adamw'] as const;

type Case = (typeof golden.cases)[number];

/** @returns the largest distance between two paths in any coordinate. */
const gap = (path: number[][], other: number[][]) =>
  Math.max(...path.map((point, t) => Math.max(...point.map((x, j) => Math.abs(x - other[t][j])))));

/** The gradient of a golden case. */
function gradientOf({ params, input }: Case): (w: number[]) => number[] {
  if (params.objective === 'rosenbrock') {
    return ([x, y]) => [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)];
  }
  if (params.objective === 'quadratic') {
    const { A = [], b = [] } = input;
    return w => A.map((row, i) => row.reduce((sum, a, j) => sum + a * w[j], -b[i]));
  }
  const { X = [], y = [] } = input;
  return w => {
    const errors = X.map((row, i) => row.reduce((sum, x, j) => sum + x * w[j], -y[i]));
    return w.map((_, j) => (2 / X.length) * errors.reduce((sum, e, i) => sum + e * X[i][j], 0));
  };
}

/** The kind and the options of a golden case, in this exercise's names. */
function asked({ params }: Case): [Kind, Hyper] {
  const { lr: learningRate, eps: epsilon, weight_decay: weightDecay } = params;
  const kind = params.rule.split('_')[0] as Kind;
  const beta1 = params.momentum ?? params.beta1;
  const beta2 = params.rho ?? params.beta2;
  return [kind, { learningRate, beta1, beta2, epsilon, weightDecay }];
}

describe('the reference of optimizers', () => {
  const looksAhead = ({ params }: Case) => params.rule === 'nesterov_sutskever';

  it.each(golden.cases.filter(one => !looksAhead(one)))('walks the golden path of $name', one => {
    const [kind, hyper] = asked(one);
    const path = minimize(kind, gradientOf(one), one.input.w0, one.params.steps, hyper);
    expect(path).toHaveLength(one.expected.w.length);
    expect(gap(path, one.expected.w)).toBeLessThan(1e-10);
    for (const { mistake, wrong } of one.traps) {
      expect(gap(path, wrong), mistake).toBeGreaterThan(1e-3);
    }
  });

  it.each(golden.cases.filter(looksAhead))('stands where $name looks ahead to', one => {
    const [kind, hyper] = asked(one);
    const path = minimize(kind, gradientOf(one), one.input.w0, one.params.steps, hyper);
    const { w } = one.expected;
    const ahead = w.map((point, t) =>
      point.map((x, j) => x + (t > 0 ? hyper.beta1! * (x - w[t - 1][j]) : 0)),
    );
    expect(gap(path, ahead)).toBeLessThan(1e-10);
    expect(gap(path, w)).toBeGreaterThan(1e-3);
  });

  it('has the golden cases and their traps', () => {
    const rules = new Set(golden.cases.map(one => one.params.rule));
    expect(rules.size).toBe(6);
    const trapped = golden.cases.filter(one => one.traps.length > 0);
    expect(new Set(trapped.map(one => one.params.rule)).size).toBe(6);
  });

  it.each([
    ['sgd', 0.941192, 0.512],
    ['momentum', 0.889712, 0.062],
    ['nesterov', 0.844528328, -0.108352],
    ['rmsprop', 0.927053099, 0.927053098],
    ['adam', 0.970010099, 0.970010099],
    ['adamw', 0.967044152, 0.967044152],
  ] as const)('ends where three steps of %s lead by hand', (kind, x, y) => {
    const slope = ([x, y]: number[]) => [2 * x, 20 * y];
    const path = minimize(kind, slope, [1, 1], 3, { learningRate: 0.01, weightDecay: 0.1 });
    expect(path[3][0]).toBeCloseTo(x, 9);
    expect(path[3][1]).toBeCloseTo(y, 9);
  });

  it('makes the first steps that correction, decay and epsilon call for', () => {
    const first = (kind: Kind, hyper: Partial<Hyper> = {}) =>
      optimizerStep(kind, [1], [2], initialState(1), { learningRate: 0.01, ...hyper })
        .parameters[0];
    expect(first('adam')).toBeCloseTo(0.99, 9);
    expect(1 - (0.01 * 0.2) / Math.sqrt(0.004)).toBeCloseTo(0.968377, 6); // without the correction
    expect(first('adamw', { weightDecay: 0.1 })).toBeCloseTo(0.989, 9);
    expect(first('adam', { epsilon: 0.5 })).toBeCloseTo(1 - (0.01 * 2) / 2.5, 12);
  });

  it('is plain descent without momentum, and Adam without decay', () => {
    const draw = drawing(3);
    const gradients = draw.times(6, () => draw.times(4, () => draw.normal(0, 3)));
    const start = draw.times(4, () => draw.normal());
    const run = (kind: Kind, hyper: Partial<Hyper>) => {
      let t = 0;
      return minimize(kind, () => gradients[t++], start, 6, { learningRate: 0.1, ...hyper });
    };
    expect(gap(run('momentum', { beta1: 0 }), run('sgd', {}))).toBeLessThan(1e-14);
    expect(gap(run('nesterov', { beta1: 0 }), run('sgd', {}))).toBeLessThan(1e-14);
    expect(run('adamw', { weightDecay: 0 })).toEqual(run('adam', {}));
  });

  it('moves Adam by the learning rate at first, however large the gradient', () => {
    for (const size of [1e-3, 1, 1e6]) {
      const { parameters } = optimizerStep('adam', [0, 0], [size, -3 * size], initialState(2), {
        learningRate: 0.25,
      });
      expect(parameters[0]).toBeCloseTo(-0.25, 4);
      expect(parameters[1]).toBeCloseTo(0.25, 4);
    }
  });

  it.each(KINDS)('treats every coordinate of %s by itself', kind => {
    const draw = drawing(8);
    const [p, g, m] = draw.times(3, () => draw.times(5, () => draw.normal(0, 2)));
    const v = m.map(x => x * x + 0.1);
    const hyper = { learningRate: 0.1, beta1: 0.7, beta2: 0.8, epsilon: 0.1, weightDecay: 0.3 };
    const whole = optimizerStep(kind, p, g, { t: 4, m, v }, hyper);
    p.forEach((_, j) => {
      const state = { t: 4, m: [m[j]], v: [v[j]] };
      const one = optimizerStep(kind, [p[j]], [g[j]], state, hyper);
      expect(one.parameters[0]).toBe(whole.parameters[j]);
      expect(one.state).toEqual({ t: 5, m: [whole.state.m[j]], v: [whole.state.v[j]] });
    });
  });

  it.each(KINDS)('never touches the arguments of %s, nor keeps them', kind => {
    const frozen = <T extends object>(value: T): T => {
      for (const part of Object.values(value)) if (typeof part === 'object') frozen(part);
      return Object.freeze(value);
    };
    const state = frozen({ t: 1, m: [3, 1], v: [1, 4] });
    const p = frozen([1, 2]);
    const next = optimizerStep(kind, p, frozen([2, -1]), state, frozen({ learningRate: 0.1 }));
    expect(next.parameters).not.toBe(p);
    expect(next.state.m).not.toBe(state.m);
    expect(next.state.v).not.toBe(state.v);
    expect(next.state.m).not.toBe(next.parameters);
  });

  it.each(KINDS)('asks once in each step of %s', kind => {
    const points: number[][] = [];
    const slope = (p: number[]) => {
      points.push([...p]);
      return p.map(x => 2 * x);
    };
    const start = [3, -2, 1];
    const path = minimize(kind, slope, start, 5, { learningRate: 0.05 });
    expect(points).toEqual(path.slice(0, 5));
    expect(path[0]).toEqual(start);
    expect(path[0]).not.toBe(start);
    expect(minimize(kind, slope, start, 0, { learningRate: 0.05 })).toEqual([start]);
  });

  it.each([
    ['no kind adagrad', () => step('adagrad' as Kind, {}), RangeError],
    ['no kind constructor', () => step('constructor' as Kind, {}), RangeError],
    ['learning rate 0', () => step('sgd', { learningRate: 0 }), RangeError],
    ['beta1 1', () => step('momentum', { beta1: 1 }), RangeError],
    ['beta2 NaN', () => step('adam', { beta2: Number.NaN }), RangeError],
    ['epsilon -1', () => step('rmsprop', { epsilon: -1 }), RangeError],
    ['weightDecay -1', () => step('adamw', { weightDecay: -1 }), RangeError],
    ['gradient of 2 numbers for 1 parameters', () => step('sgd', {}, [1, 2]), TypeError],
  ])('refuses %s', (message, call, kind) => {
    expect(call).toThrow(kind);
    expect(call).toThrow(message);
  });

  it('looks only at the options that a kind uses', () => {
    expect(step('sgd', { beta1: 1, epsilon: -1 }).parameters).toEqual([1 - 0.1 * 2]);
    expect(step('momentum', { weightDecay: -1 }).parameters).toEqual([1 - 0.1 * 2]);
  });

  function step(kind: Kind, hyper: Partial<Hyper>, gradient = [2]) {
    return optimizerStep(kind, [1], gradient, initialState(1), { learningRate: 0.1, ...hyper });
  }
});

/*
 * TensorFlow computes in single precision. Its RMSProp has epsilon inside the root, so that the two
 * agree only where epsilon does not count; it has no AdamW.
 */
describe('the reference of optimizers beside TensorFlow.js', () => {
  beforeAll(() => tf.setBackend('cpu'));
  const start = [2, -1.5, 0.5];
  /** A bowl that is not aligned with its axes; the gradient comes from automatic differentiation. */
  const loss = (p: tf.Tensor) =>
    tf.tidy(() => {
      const A = tf.tensor2d([
        [2, 0.5, 0],
        [0.5, 1, 0.3],
        [0, 0.3, 4],
      ]);
      const away = p.sub(tf.tensor1d([0.5, 1, -1])).as2D(1, 3);
      return away.matMul(A).mul(away).sum().div(2).asScalar();
    });
  const slope = tf.grad(loss);
  const gradientAt = (p: number[]) => Array.from(slope(tf.tensor1d(p)).dataSync());
  const walk = (optimizer: tf.Optimizer, steps: number) => {
    const p = tf.variable(tf.tensor1d(start));
    const path = [start];
    for (let t = 0; t < steps; t += 1) {
      optimizer.minimize(() => loss(p) as tf.Scalar, false, [p]);
      path.push(Array.from(p.dataSync()));
    }
    return path;
  };

  it.each<[string, () => tf.Optimizer, Kind, Hyper]>([
    ['sgd', () => tf.train.sgd(0.1), 'sgd', { learningRate: 0.1 }],
    [
      'momentum',
      () => tf.train.momentum(0.05, 0.8),
      'momentum',
      { learningRate: 0.05, beta1: 0.8 },
    ],
    [
      'nesterov',
      () => tf.train.momentum(0.05, 0.8, true),
      'nesterov',
      { learningRate: 0.05, beta1: 0.8 },
    ],
    [
      'rmsprop with a negligible epsilon',
      () => tf.train.rmsprop(0.05, 0.7, 0, 1e-14),
      'rmsprop',
      { learningRate: 0.05, beta2: 0.7, epsilon: 1e-14 },
    ],
    [
      'adam',
      () => tf.train.adam(0.1, 0.8, 0.95, 0.2),
      'adam',
      { learningRate: 0.1, beta1: 0.8, beta2: 0.95, epsilon: 0.2 },
    ],
  ])('takes the same path as %s', (_, make, kind, hyper) => {
    expect(gap(minimize(kind, gradientAt, start, 8, hyper), walk(make(), 8))).toBeLessThan(1e-5);
  });

  it('differs from its rmsprop where epsilon is large, by where it stands', () => {
    const hyper = { learningRate: 0.05, beta2: 0.7, epsilon: 0.2 };
    const theirs = walk(tf.train.rmsprop(0.05, 0.7, 0, 0.2), 1)[1];
    const v = gradientAt(start).map(g => 0.3 * g * g);
    const inside = gradientAt(start).map((g, j) => start[j] - (0.05 * g) / Math.sqrt(v[j] + 0.2));
    expect(gap([theirs], [inside])).toBeLessThan(1e-5);
    expect(gap([theirs], [minimize('rmsprop', gradientAt, start, 1, hyper)[1]])).toBeGreaterThan(
      1e-3,
    );
  });
});

describe('the grader of optimizers', () => {
  const alternatives = submissions('alternatives', 'optimizers');
  const mistakes = submissions('mistakes', 'optimizers');
  const workplace = inProcess(grader);
  /** Without mutants no diagnosis is looked for, which is the slow part. */
  const verdictOn = async (source: string, seed: number, mutants: Mutant[] = []) =>
    (await grade({ grader: { ...grader, mutants }, solution }, source, seed, workplace)).verdict;

  it('is tried with several right and many wrong files', () => {
    expect(alternatives.length).toBeGreaterThanOrEqual(15);
    expect(mistakes.length).toBeGreaterThanOrEqual(40);
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
    for (const seed of SEEDS) {
      const { kind } = await verdictOn(source, seed);
      expect(['missed', 'crashed'], `seed ${seed}`).toContain(kind);
    }
  });

  it.each([
    ['averaged-momentum.ts', 'averages the gradients in momentum'],
    ['no-correction.ts', 'corrects nothing'],
    ['epsilon-under-the-root.ts', 'adds epsilon inside every root'],
    ['epsilon-hat.ts', 'adds epsilon before the correction'],
    ['penalty-in-the-gradient.ts', 'puts the decay into the gradient'],
    ['decay-after-the-step.ts', 'decays the parameter after the step'],
    ['falsy-options.ts', 'takes an option of 0 for none given'],
    ['one-default-for-all.ts', 'has one default of beta2 for all'],
    ['counts-in-adam-only.ts', 'counts the steps in Adam only'],
    ['keeps-the-hats.ts', 'keeps the corrected means'],
    ['rate-in-the-momentum.ts', 'folds the learning rate into the momentum'],
    ['asks-too-often.ts', 'asks for a gradient at the last point too'],
    ['skips-zero-gradients.ts', 'leaves coordinates without a gradient alone'],
    [
      'first-buffer-is-the-gradient.ts',
      'begins the sum of momentum with the gradient where t is 0',
    ],
    ['fresh-memory-at-zero.ts', 'forgets what it is given where t is 0'],
    ['every-option-below-one.ts', 'bounds every option by 1'],
    ['refuses-epsilon-zero.ts', 'refuses an epsilon of 0'],
    ['repeats-the-point-at-zero-gradient.ts', 'repeats the point at a gradient of 0'],
    ['stops-where-it-stands-still.ts', 'ends the run where a step does not move'],
    ['measures-the-first-gradient-only.ts', 'accepts lists of another length after the first step'],
    ['adamw-options-unchecked.ts', 'looks at no more than the decay in AdamW'],
    ['unused-lists-unchecked.ts', 'overlooks m and v where they are not used'],
    ['nan-betas-pass.ts', 'accepts a beta that is not a number'],
  ])('names the mistake in %s', async (name, mistake) => {
    const wrong = mistakes.find(one => one.name === name)!;
    const verdict = await verdictOn(wrong.source, 5, [...grader.mutants]);
    expect(verdict).toMatchObject({ diagnosis: { from: 'mutant', mistakes: [mistake] } });
  });

  it.each([
    ['looks-ahead.ts', 'adds the old m in Nesterov', 'takes the gradient ahead of the point'],
    [
      'old-momentum-and-corrected-rms.ts',
      'adds the old m in Nesterov',
      'corrects RMSProp as Adam is corrected',
    ],
    ['decay-without-rate.ts', 'decays without the learning rate', 'has no decay by default'],
  ])('names both mistakes in %s', async (name, ...both) => {
    const wrong = mistakes.find(one => one.name === name)!;
    const { verdict } = await grade({ grader, solution }, wrong.source, 5, workplace, {
      pairsUntil: () => true,
    });
    expect(verdict).toMatchObject({
      diagnosis: { from: 'pair', mistakes: expect.arrayContaining(both) },
    });
  });

  it.each([
    ['changes-the-state.ts', 'leaves its inputs as they were', /changed its argument 4/],
    ['hands-on-the-lists.ts', 'returns fresh arrays', /state\.m/],
  ])('shows by a rule of all exercises what is wrong in %s', async (name, rule, say) => {
    const wrong = mistakes.find(one => one.name === name)!;
    const verdict = await verdictOn(wrong.source, 5);
    if (verdict.kind === 'not-compiled') throw new Error(`${name} does not compile`);
    const outcome = verdict.outcomes.find(one => one.name === rule);
    expect(outcome).toMatchObject({
      state: 'missed',
      failure: { say: expect.stringMatching(say) },
    });
  });
});
