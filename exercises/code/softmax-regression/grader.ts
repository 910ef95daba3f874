import {
  absolute,
  type Boundary,
  blobs,
  cloud,
  type Draw,
  EXACT,
  eachRefused,
  grader,
  gridOver,
  unchangedWhen,
} from '../../../graders';

/** The most steps that a run of the small problems takes. */
const FEW_STEPS = 6;
/** A slope or a parameter below this may have cancelled to less than single precision can tell. */
const FAINT = 0.004;
/** A logit that leads by this much has a probability of 1 in any precision. */
const SATURATED = 60;
/** Points along each side of the picture's grid. */
const SIDE = 18;

/** As many numbers as four rows of two; the first row and the last have two. */
const RAGGED = [[1, 2], [3], [4, 5, 6], [7, 8]]; // biome-ignore format: rows in one line

interface Point {
  weights: number[][];
  bias: number[];
}

/** The penalty of the pictures. */
const L2 = 0.001;

/** A rate at which descent on these rows is swift and safe. */
function rateFor(X: readonly number[][]): number {
  const squares = X.reduce((sum, row) => sum + row.reduce((s, x) => s + x * x, 1), 0) / X.length;
  return Number((2 / squares).toPrecision(3));
}

/** Three overlapping groups in the plane, for the pictures. */
function shown(draw: Draw) {
  const { X, y } = draw.until(
    () => blobs(draw, 36, 2, 3, 1.4),
    ({ centres }) =>
      centres.every((a, i) =>
        centres.every((b, j) => i === j || Math.hypot(a[0] - b[0], a[1] - b[1]) > 4),
      ),
  );
  return {
    flat: { X, y, options: { classes: 3, learningRate: rateFor(X), l2: L2 } },
    grid: gridOver(X, SIDE),
  };
}

const bench = (draw: Draw) => {
  const few = problem(draw, draw.integer(7, 9), draw.integer(2, 3), 4, FEW_STEPS);
  const many = problem(draw, draw.integer(14, 18), 5, 3, FEW_STEPS);
  const two = problem(draw, draw.integer(10, 12), draw.integer(3, 4), 2, 3);
  const long = problem(draw, draw.integer(6, 8), 1, 3, 104, 0.05);
  const steps = draw.integer(3, FEW_STEPS);

  const logits = draw.until(
    () => [5, 3, 4].map(K => draw.times(K, () => draw.normal(0, 2.5))),
    lists => lists.every(z => Math.abs(lse(z)) > 0.2),
  );
  const far = draw.integer(900, 4000);
  const [p, q] = [draw.integer(1, 4), draw.integer(5, 9)];
  const rows = draw.shuffle([...few.X.keys(), ...few.X.keys()]);
  const shift = draw.times(few.d, () => draw.normal(0, 2));
  const table = cloud(draw, draw.integer(66, 75), 2);
  return {
    few,
    many,
    two,
    long,
    steps,
    logits,
    far,
    gap: draw.integer(110, 900),
    near: [draw.uniform(7, 7.6), draw.uniform(8.2, 8.8)],
    doubled: { X: rows.map(i => few.X[i]), y: rows.map(i => few.y[i]) },
    shifted: {
      weights: few.weights.map((row, j) => row.map(w => w + shift[j])),
      bias: few.bias.map(b => b - 1.25),
    },
    // Whole numbers, so that ties are ties in any arithmetic.
    ties: {
      X: draw.shuffle([
        [p, 0],
        [0, q],
        [-p, -q],
        [0, 0],
        [p, q],
        [-q, p],
      ]),
      weights: [[2, -1, 2, 2], [1, 3, 3, -4]], // biome-ignore format: rows in one line
      bias: [0, 0, 0, 0],
    },
    rash: reckless(draw),
    // One feature for each class and far out: after one step every row is certain and right.
    certain: {
      X: draw.times(5, i => draw.times(3, j => (j === i % 3 ? 100 * (p + i) : 0))),
      y: [1, 0, 2, 1, 0],
    },
    decided: draw.until(
      () => ({ X: cloud(draw, 15, few.d), ...start(draw, few.d, 4) }),
      ({ X, weights, bias }) => {
        const winners = X.map(x => {
          const z = scores(x, { weights, bias });
          const [first, second] = [...z].sort((a, b) => b - a);
          return first - second > 0.05 ? z.indexOf(first) : -1;
        });
        return !winners.includes(-1) && new Set(winners).size >= 3;
      },
    ),
    // More classes than ten, more rows than fit in a batch.
    crowd: { X: table, y: table.map(() => draw.integer(0, 10)), ...start(draw, 2, 11) },
    single: { X: [[draw.uniform(1, 3), draw.uniform(-3, -1)]], y: [draw.integer(0, 2)] },
    ...shown(draw),
  };
};

function scores(x: number[], { weights, bias }: Point): number[] {
  return bias.map((b, k) => x.reduce((sum, value, j) => sum + value * weights[j][k], b));
}

function lse(z: number[]): number {
  const top = Math.max(...z);
  return top + Math.log(z.reduce((sum, value) => sum + Math.exp(value - top), 0));
}

function slope(X: number[][], y: number[], at: Point, l2: number): Point {
  const errors = X.map((x, i) => {
    const z = scores(x, at);
    return z.map((value, k) => Math.exp(value - lse(z)) - (k === y[i] ? 1 : 0));
  });
  const mean = (along: (i: number) => number, k: number) =>
    errors.reduce((sum, error, i) => sum + error[k] * along(i), 0) / X.length;
  return {
    weights: at.weights.map((row, j) => row.map((w, k) => mean(i => X[i][j], k) + l2 * w)),
    bias: at.bias.map((_, k) => mean(() => 1, k)),
  };
}

function step(at: Point, by: Point, rate: number): Point {
  return {
    weights: at.weights.map((row, j) => row.map((w, k) => w - rate * by.weights[j][k])),
    bias: at.bias.map((b, k) => b - rate * by.bias[k]),
  };
}

function zeros(d: number, K: number): Point {
  const row = Array.from({ length: K }, () => 0);
  return { weights: Array.from({ length: d }, () => row), bias: row };
}

function start(draw: Draw, d: number, K: number): Point {
  const away = (low: number, high: number) =>
    draw.pick([-1, 1]) * Number(draw.uniform(low, high).toFixed(3));
  return {
    weights: draw.times(d, () => draw.times(K, () => away(0.1, 0.9))),
    bias: draw.times(K, () => away(0.3, 1.2)),
  };
}

/** Overlapping classes of unlike size, a point that is not the origin, and a rate that cannot overshoot. */
function problem(draw: Draw, n: number, d: number, K: number, steps: number, haste = 1) {
  return draw.until(
    () => {
      const X = cloud(draw, n, d);
      const truth = start(draw, d, K);
      const y = X.map(x => {
        const z = scores(x, truth).map(value => value + draw.normal(0, 1.2));
        return z.indexOf(Math.max(...z));
      });
      const l2 = Number(draw.uniform(0.1, 0.6).toFixed(3));
      const squares = X.flat().reduce((sum, x) => sum + x * x, 0) / n;
      const rate = (haste * draw.uniform(0.6, 1.4)) / ((1 + squares) / 2 + l2);
      const learningRate = Number(rate.toPrecision(3));
      const options = { classes: K, learningRate, l2 };
      return { X, y, d, K, l2, learningRate, options, ...start(draw, d, K) };
    },
    ({ X, y, l2, learningRate, weights, bias }) => {
      const sizes = bias.map((_, k) => y.filter(label => label === k).length);
      if (Math.min(...sizes) < 1 || Math.max(...sizes) === Math.min(...sizes)) return false;
      const clear = ({ weights: W, bias: b }: Point, faint = FAINT) =>
        [...W.flat(), ...b].every(value => Math.abs(value) > faint);
      if (![0, l2].every(penalty => clear(slope(X, y, { weights, bias }, penalty)))) return false;
      return [0, l2].every(penalty => {
        let at = zeros(d, K);
        for (let t = 0; t < steps; t += 1) {
          at = step(at, slope(X, y, at, penalty), learningRate);
          if ((t < FEW_STEPS || t === steps - 1) && !clear(at, FAINT * Math.min(1, haste * 2))) {
            return false;
          }
        }
        return true;
      });
    },
  );
}

/**
 * Features in the hundreds and a rate that overshoots: after the first step all probabilities are 0 or
 * 1, and the last loss is above an earlier one.
 */
function reckless(draw: Draw) {
  return draw.until(
    () => {
      const X = draw.times(7, () =>
        draw.times(2, () => draw.pick([-1, 1]) * Math.round(draw.uniform(150, 900))),
      );
      const y = draw.shuffle([0, 1, 2, 1, ...draw.times(3, () => draw.integer(0, 2))]);
      const l2 = Number(draw.uniform(0.1, 0.3).toFixed(3));
      const learningRate = Number(draw.uniform(1.5, 3).toFixed(2));
      return { X, y, options: { classes: 3, learningRate, l2, steps: 3 } };
    },
    ({ X, y, options: { learningRate, l2, steps } }) => {
      let at = zeros(2, 3);
      const losses: number[] = [];
      for (let t = 0; t < steps; t += 1) {
        at = step(at, slope(X, y, at, l2), learningRate);
        const all = X.map(x => scores(x, at));
        const settled = all.every(z => {
          const [first, second] = [...z].sort((a, b) => b - a);
          return first - second > Math.max(SATURATED, Math.max(...z.map(Math.abs)) / 30);
        });
        if (!settled) return false;
        if ([...at.weights.flat()].some(w => Math.abs(w) < 1)) return false;
        if (at.bias.some(b => Math.abs(b) < 0.02)) return false;
        const cost = all.reduce((sum, z, i) => sum + Math.max(...z) - z[y[i]], 0) / X.length;
        losses.push(cost + (l2 / 2) * at.weights.flat().reduce((sum, w) => sum + w * w, 0));
      }
      return losses[2] > 1.2 * Math.min(losses[0], losses[1]);
    },
  );
}

export default grader<typeof import('./solution'), typeof bench>({
  bench,

  checks: ({ agrees, holds, rejects }) => [
    agrees('adds up exponentials', ({ logSumExp }, { logits }) => logits.map(z => logSumExp(z))),
    agrees('turns logits into probabilities', ({ softmax }, { logits }) =>
      logits.map(z => softmax(z)),
    ),
    agrees('adds up exponentials of any size', ({ logSumExp }, { logits: [z], far }) => [
      logSumExp(z.map(each => Math.round(each) + far)),
      logSumExp(z.map(each => Math.round(each) - far)),
      logSumExp([-far, far, 0]),
      logSumExp([far, -far]),
      logSumExp([-7 * far]),
    ]),
    agrees('has probabilities for logits of any size', ({ softmax }, { logits: [z], far }) => [
      softmax(z.map(each => Math.round(each) + far)),
      softmax(z.map(each => Math.round(each) - far)),
      softmax([-far, far, 0]),
      softmax([far, far, -far, far]),
      softmax([far]),
    ]),
    agrees('gives every row its probabilities', ({ predictProba }, { few, many }) => [
      predictProba(few.X, few.weights, few.bias),
      predictProba(many.X, many.weights, many.bias),
    ]),
    agrees('takes two classes, and a single row', ({ predictProba }, { two }) => [
      predictProba(two.X, two.weights, two.bias),
      predictProba([two.X[1]], two.weights, two.bias),
    ]),

    agrees('measures the mean cross-entropy', ({ loss }, { few, many, two }) => [
      loss(few.X, few.y, few.weights, few.bias),
      loss(many.X, many.y, many.weights, many.bias),
      loss(two.X, two.y, two.weights, two.bias),
    ]),
    agrees('takes many rows and many classes', ({ predictProba, loss }, { crowd }) => [
      predictProba(crowd.X, crowd.weights, crowd.bias),
      loss(crowd.X, crowd.y, crowd.weights, crowd.bias),
    ]),
    agrees('adds half the penalty, for the weights only', ({ loss }, { few, many }) => [
      loss(few.X, few.y, few.weights, few.bias, few.l2),
      loss(many.X, many.y, many.weights, many.bias, many.l2),
    ]),
    agrees('knows the cost of being sure and wrong', ({ loss }, { gap }) => [
      loss([[1]], [0], [[0, gap]], [0, 0]),
      loss([[1], [-1]], [2, 0], [[gap, 0, -gap]], [0, 0, 0]),
      loss([[gap]], [1], [[30, 0, -30]], [0, 0, 0]),
      loss([[1]], [1], [[40, 0]], [0, 0]),
    ]),
    agrees(
      'charges nothing for being sure and right',
      ({ loss }, { gap }) => [
        loss([[1]], [1], [[0, gap]], [0, 0]),
        loss([[gap]], [2], [[-30, 0, 30]], [0, 0, 0]),
      ],
      { within: absolute(1e-12) },
    ),
    agrees(
      'charges a little for being nearly sure and right',
      ({ loss }, { near }) => near.map(z => loss([[1]], [1], [[0, z]], [0, 0])),
      // In single precision the loss can come out of the last digits of a logit of 9.
      { within: absolute(2e-6) },
    ),
    holds(
      'does not mind weights and bias that are shifted for all classes alike',
      ({ loss }, { few, shifted }) => [
        loss(few.X, few.y, few.weights, few.bias),
        loss(few.X, few.y, shifted.weights, shifted.bias),
      ],
      unchangedWhen('all classes get the same numbers on top of their weights and bias'),
    ),

    agrees('gives the slope of the bias', ({ gradient }, { few, many }) => [
      gradient(few.X, few.y, few.weights, few.bias).bias,
      gradient(many.X, many.y, many.weights, many.bias).bias,
    ]),
    agrees('gives the slope of every weight', ({ gradient }, { few, many, two }) => [
      gradient(few.X, few.y, few.weights, few.bias).weights,
      gradient(many.X, many.y, many.weights, many.bias).weights,
      gradient(two.X, two.y, two.weights, two.bias).weights,
    ]),
    agrees('adds the slope of the penalty to the weights only', ({ gradient }, { few, many }) => [
      gradient(few.X, few.y, few.weights, few.bias, few.l2),
      gradient(many.X, many.y, many.weights, many.bias, many.l2),
    ]),
    agrees('has a slope where the logits are huge', ({ gradient }, { gap }) => [
      gradient([[1], [2], [4]], [1, 0, 2], [[gap, 0, -gap]], [0, 0, 0]),
      gradient([[-1], [2], [-4]], [1, 0, 2], [[gap, 0, -gap]], [0, 0, 0]),
    ]),
    holds(
      'does not mind rows that appear twice, in any order',
      ({ loss, gradient }, { few: { X, y, weights, bias, l2 }, doubled }) => [
        { loss: loss(X, y, weights, bias, l2), gradient: gradient(X, y, weights, bias, l2) },
        {
          loss: loss(doubled.X, doubled.y, weights, bias, l2),
          gradient: gradient(doubled.X, doubled.y, weights, bias, l2),
        },
      ],
      unchangedWhen('every row appears twice'),
    ),

    agrees('returns zeros where no step is allowed', ({ fit }, { few }) =>
      fit(few.X, few.y, { ...few.options, steps: 0 }),
    ),
    agrees('makes one step', ({ fit }, { few }) => {
      const { weights, bias } = fit(few.X, few.y, { ...few.options, steps: 1 });
      return { weights, bias };
    }),
    agrees('is in the right place after several steps', ({ fit }, { few, many, steps }) => {
      const one = fit(few.X, few.y, { ...few.options, steps });
      const other = fit(many.X, many.y, { ...many.options, steps });
      return [one, other].map(({ weights, bias }) => ({ weights, bias }));
    }),
    agrees(
      'keeps the loss of the start and the loss after every step',
      ({ fit }, { many, steps }) => fit(many.X, many.y, { ...many.options, steps }).losses,
    ),
    agrees('has no penalty unless told otherwise', ({ fit }, { few, steps }) => [
      fit(few.X, few.y, { classes: few.K, learningRate: few.learningRate, steps }),
      fit(few.X, few.y, { classes: few.K, learningRate: few.learningRate, steps, l2: undefined }),
    ]),
    agrees(
      'has no penalty where l2 is undefined',
      ({ loss, gradient }, { few: { X, y, weights, bias } }) => [
        loss(X, y, weights, bias, undefined),
        gradient(X, y, weights, bias, undefined),
      ],
    ),
    agrees('learns two classes', ({ fit }, { two }) =>
      fit(two.X, two.y, { ...two.options, steps: 3 }),
    ),
    agrees('has room for classes that never occur', ({ fit }, { two }) =>
      fit(two.X, two.y, { ...two.options, classes: 4, steps: 2 }),
    ),
    agrees('learns from a single row', ({ fit }, { single: { X, y } }) =>
      fit(X, y, { classes: 3, learningRate: 0.2, steps: 3 }),
    ),
    agrees('makes many steps', ({ fit }, { long }) => {
      const { weights, bias, losses } = fit(long.X, long.y, { ...long.options, steps: 104 });
      return { weights, bias, losses: losses.slice(-3) };
    }),
    agrees('takes long steps, also where the loss rises', ({ fit }, { rash }) =>
      fit(rash.X, rash.y, rash.options),
    ),
    agrees(
      'goes on where there is nothing left to learn',
      ({ fit }, { certain: { X, y } }) =>
        fit(X, y, { classes: 3, learningRate: 1, steps: 9 }).losses.length,
      { within: EXACT },
    ),

    agrees(
      'predicts the label with the largest logit',
      ({ predict }, { decided }) => [
        predict(decided.X, decided.weights, decided.bias),
        // Where the bias decides, whatever was drawn.
        predict([[1]], [[1, 2, 3]], [4, 0, -1]),
      ],
      { within: EXACT },
    ),
    agrees(
      'gives a tie to the lower label',
      ({ predict }, { ties }) => predict(ties.X, ties.weights, ties.bias),
      { within: EXACT },
    ),
    agrees(
      'predicts where the logits are huge',
      ({ predict }, { far }) => predict([[1], [-1], [2]], [[-far, 0, far]], [0, 1, 0]),
      { within: EXACT },
    ),

    rejects('refuses to measure no rows', ({ loss }, { few }) =>
      loss([], [], few.weights, few.bias),
    ),
    rejects('refuses a slope of no rows', ({ gradient }, { few }) =>
      gradient([], [], few.weights, few.bias),
    ),
    rejects('refuses to learn from no rows', ({ fit }, { few }) =>
      eachRefused(
        () => fit([], [], { ...few.options, steps: 2 }),
        () => fit([], [], { ...few.options, steps: 0 }),
      ),
    ),
    rejects('refuses a label of K', ({ loss, gradient, fit }, { few }) => {
      const y = few.y.with(1, few.K);
      return eachRefused(
        () => loss(few.X, y, few.weights, few.bias),
        () => gradient(few.X, y, few.weights, few.bias),
        () => fit(few.X, y, { ...few.options, steps: 1 }),
        () => fit(few.X, y, { ...few.options, steps: 0 }),
      );
    }),
    rejects('refuses a negative label', ({ loss, gradient, fit }, { few }) => {
      const y = few.y.with(1, -1);
      return eachRefused(
        () => loss(few.X, y, few.weights, few.bias),
        () => gradient(few.X, y, few.weights, few.bias),
        () => fit(few.X, y, { ...few.options, steps: 1 }),
        () => fit(few.X, y, { ...few.options, steps: 0 }),
      );
    }),
    rejects('refuses a label between two classes', ({ loss, gradient, fit }, { few }) => {
      const y = few.y.with(1, 0.5);
      return eachRefused(
        () => loss(few.X, y, few.weights, few.bias),
        () => gradient(few.X, y, few.weights, few.bias),
        () => fit(few.X, y, { ...few.options, steps: 1 }),
      );
    }),
    rejects('refuses too few labels', ({ loss, gradient, fit }, { few }) => {
      const y = few.y.slice(1);
      return eachRefused(
        () => loss(few.X, y, few.weights, few.bias),
        () => gradient(few.X, y, few.weights, few.bias),
        () => fit(few.X, y, { ...few.options, steps: 1 }),
      );
    }),
    rejects('refuses too many labels', ({ loss, gradient, fit }, { few }) => {
      const y = [...few.y, 0];
      return eachRefused(
        () => loss(few.X, y, few.weights, few.bias),
        () => gradient(few.X, y, few.weights, few.bias),
        () => fit(few.X, y, { ...few.options, steps: 1 }),
      );
    }),
    rejects(
      'refuses rows with too few features',
      ({ predictProba, predict, loss, gradient }, { few: { X, y, weights, bias } }) => {
        const short = X.with(1, X[1].slice(1));
        return eachRefused(
          () => predictProba(short, weights, bias),
          () => predict(short, weights, bias),
          () => loss(short, y, weights, bias),
          () => gradient(short, y, weights, bias),
        );
      },
    ),
    rejects(
      'refuses rows with too many features',
      ({ predictProba, predict, loss, gradient }, { few: { X, y, weights, bias } }) => {
        const wide = X.with(1, [...X[1], 1]);
        return eachRefused(
          () => predictProba(wide, weights, bias),
          () => predict(wide, weights, bias),
          () => loss(wide, y, weights, bias),
          () => gradient(wide, y, weights, bias),
        );
      },
    ),
    rejects('refuses short rows beside long ones', ({ predictProba, predict, loss, gradient }) => {
      const weights = [[1, 2, 0], [0, -1, 1]]; // biome-ignore format: rows in one line
      return eachRefused(
        () => predictProba(RAGGED, weights, [0, 0, 0]),
        () => predict(RAGGED, weights, [0, 0, 0]),
        () => loss(RAGGED, [0, 1, 2, 0], weights, [0, 0, 0]),
        () => gradient(RAGGED, [0, 1, 2, 0], weights, [0, 0, 0]),
      );
    }),
    rejects('refuses to learn from rows of different widths', ({ fit }) =>
      eachRefused(
        () => fit([[1, 2], [3], [5, 7]], [0, 1, 2], { classes: 3, learningRate: 0.1, steps: 1 }), // biome-ignore format: a call in one line
        () => fit([[1, 2], [3, 1, 4], [5, 7]], [0, 1, 2], { classes: 3, learningRate: 0.1, steps: 0 }), // biome-ignore format: a call in one line
        () => fit(RAGGED, [0, 1, 2, 0], { classes: 3, learningRate: 0.1, steps: 1 }),
      ),
    ),
    rejects(
      'refuses weights for fewer classes than the bias',
      ({ predictProba, predict, loss, gradient }, { few: { X, y, weights, bias } }) => {
        const narrow = weights.with(1, weights[1].slice(1));
        return eachRefused(
          () => predictProba(X, narrow, bias),
          () => predict(X, narrow, bias),
          () => loss(X, y, narrow, bias),
          () => gradient(X, y, narrow, bias),
        );
      },
    ),
    rejects(
      'refuses weights for more classes than the bias',
      ({ predictProba, predict, loss, gradient }, { few: { X, y, weights, bias } }) => {
        const broad = weights.with(1, [...weights[1], 1]);
        return eachRefused(
          () => predictProba(X, broad, bias),
          () => predict(X, broad, bias),
          () => loss(X, y, broad, bias),
          () => gradient(X, y, broad, bias),
        );
      },
    ),
    rejects('refuses a learning rate of zero or below', ({ fit }, { few: { X, y, options } }) =>
      eachRefused(
        () => fit(X, y, { ...options, learningRate: 0, steps: 1 }),
        () => fit(X, y, { ...options, learningRate: -0.1, steps: 1 }),
      ),
    ),
    rejects(
      'refuses a bad learning rate where there are no steps',
      ({ fit }, { few: { X, y, options } }) =>
        fit(X, y, { ...options, learningRate: -1, steps: 0 }),
    ),
    rejects('refuses an infinite learning rate', ({ fit }, { few: { X, y, options } }) =>
      fit(X, y, { ...options, learningRate: Infinity, steps: 1 }),
    ),
    rejects('refuses a learning rate that is not a number', ({ fit }, { few: { X, y, options } }) =>
      fit(X, y, { ...options, learningRate: Number.NaN, steps: 1 }),
    ),
  ],

  mutants: [
    {
      mistake: 'exponentiates logits as they are',
      insteadOf: 'const largest = Math.max(...logits);',
      writes: 'const largest = 0;',
      say: 'Large logits overflow, and far negative ones vanish. Subtract the largest logit before you exponentiate, and add it again.',
    },
    {
      mistake: 'subtracts the smallest logit',
      insteadOf: 'const largest = Math.max(...logits);',
      writes: 'const largest = Math.min(...logits);',
      say: 'Logits far above the smallest overflow. Subtract the largest instead.',
    },
    {
      mistake: 'subtracts the mean of the logits',
      insteadOf: 'const largest = Math.max(...logits);',
      writes: 'const largest = logits.reduce((sum, z) => sum + z, 0) / logits.length;',
      say: 'Logits far above their mean overflow. Subtract the largest instead.',
    },
    {
      mistake: 'subtracts the largest magnitude',
      insteadOf: 'const largest = Math.max(...logits);',
      writes: 'const largest = Math.max(...logits.map(Math.abs));',
      say: 'Where all logits are far below 0, your exponentials all vanish. Subtract the largest logit itself, not its magnitude.',
    },
    {
      mistake: 'does not add the largest logit again',
      insteadOf: 'return largest + Math.log(',
      writes: 'return Math.log(',
      say: 'Your logSumExp lacks the logit that was subtracted. Add it after the logarithm.',
    },
    {
      mistake: 'averages the exponentials',
      insteadOf: 'Math.exp(z - largest), 0));',
      writes: 'Math.exp(z - largest), 0) / logits.length);',
      say: 'Your logSumExp is that of a mean. Take the logarithm of the sum.',
    },
    {
      mistake: 'takes the powers of 2',
      insteadOf: 'return logits.map(z => Math.exp(z - total));',
      writes: `const powers = logits.map(z => 2 ** (z - total));
  return powers.map(power => power / powers.reduce((sum, each) => sum + each, 0));`,
      say: 'Your probabilities are in proportion to powers of 2. Use e.',
    },
    {
      mistake: 'gives every class a sigmoid',
      insteadOf: 'return logits.map(z => Math.exp(z - total));',
      writes: 'return logits.map(z => 1 / (1 + Math.exp(-z)));',
      say: 'Each of your probabilities depends on its own logit only. Divide by the sum over all classes.',
    },
    {
      mistake: 'leaves the probabilities in proportion',
      insteadOf: 'return logits.map(z => Math.exp(z - total));',
      writes: 'return logits.map(z => Math.exp(z - Math.max(...logits)));',
      say: 'Your probabilities do not add up to 1; the largest is always 1. Divide by their sum.',
    },
    {
      mistake: 'applies softmax twice',
      insteadOf: 'logits => softmax(logits)); // [n][K]',
      writes: 'logits => softmax(softmax(logits)));',
      say: 'Your probabilities are the softmax of probabilities. Apply it to the logits, once.',
    },
    {
      mistake: 'normalises over the rows',
      insteadOf: 'return scores(X, weights, bias).map(logits => softmax(logits)); // [n][K]',
      writes: `const Z = scores(X, weights, bias);
  const columns = bias.map((_, k) => softmax(Z.map(logits => logits[k])));
  return Z.map((_, i) => columns.map(column => column[i]));`,
      say: 'Your probabilities add up to 1 over the rows. Normalise each row by itself, over its classes.',
    },
    {
      mistake: 'adds up the loss without dividing by n',
      insteadOf: '/ X.length + (l2 / 2) * squares',
      writes: '+ (l2 / 2) * squares',
      say: 'Your loss is a sum over the rows. Divide the cross-entropy by n.',
    },
    {
      mistake: 'divides the loss by the number of classes too',
      insteadOf: '/ X.length + (l2 / 2) * squares',
      writes: '/ (X.length * bias.length) + (l2 / 2) * squares',
      say: 'Your cross-entropy is divided by n · K. Each row counts once, whatever the number of classes; divide by n.',
    },
    {
      mistake: 'takes the logarithm of a probability',
      insteadOf: 'logSumExp(logits) - logits[y[i]]',
      writes: '-Math.log(softmax(logits)[y[i]])',
      say: 'Where a probability has run out of digits, your loss is infinite. Compute it from the logits: logSumExp minus the logit of the label.',
    },
    {
      mistake: 'clips probabilities at 1e-12',
      insteadOf: 'logSumExp(logits) - logits[y[i]]',
      writes: '-Math.log(Math.max(softmax(logits)[y[i]], 1e-12))',
      say: 'Your loss stops at 27.6, as that of clipped probabilities does. Compute it from the logits, which need no clipping.',
    },
    {
      mistake: 'clips probabilities at 1e-15',
      insteadOf: 'logSumExp(logits) - logits[y[i]]',
      writes: '-Math.log(Math.max(softmax(logits)[y[i]], 1e-15))',
      say: 'Your loss stops at 34.5, as that of clipped probabilities does. Compute it from the logits, which need no clipping.',
    },
    {
      mistake: 'adds a little inside the logarithm',
      insteadOf: 'logSumExp(logits) - logits[y[i]]',
      writes: '-Math.log(softmax(logits)[y[i]] + 1e-9)',
      say: 'Your loss stops at 20.7, as where 1e-9 is added to a probability. Compute it from the logits.',
    },
    {
      mistake: 'measures in bits',
      insteadOf: 'logSumExp(logits) - logits[y[i]]',
      writes: '(logSumExp(logits) - logits[y[i]]) / Math.LN2',
      say: 'Your cross-entropy is in bits. Use the natural logarithm.',
    },
    {
      mistake: 'counts the other classes as well',
      insteadOf: 'logSumExp(logits) - logits[y[i]]',
      writes:
        'softmax(logits).reduce((sum, p, k) => sum - (k === y[i] ? Math.log(p) : Math.log1p(-p)), 0)',
      say: 'Your loss adds −ln(1 − p) for the classes that a row is not in. Only the probability of its own class counts.',
    },
    {
      mistake: 'takes one minus the probability for the loss',
      insteadOf: 'logSumExp(logits) - logits[y[i]]',
      writes: '1 - softmax(logits)[y[i]]',
      say: 'Your loss is 1 minus the probability of the label. Take minus its logarithm, computed from the logits.',
    },
    {
      mistake: 'adds the whole penalty',
      insteadOf: '(l2 / 2) * squares',
      writes: 'l2 * squares',
      say: 'Your penalty is twice what is asked for. Take half of l2 times the sum of squares.',
    },
    {
      mistake: 'forgets the penalty in the loss',
      insteadOf: ' + (l2 / 2) * squares',
      writes: '',
      say: 'Your loss does not change with l2. Add half of it times the sum of the squared weights.',
    },
    {
      mistake: 'divides the penalty by n',
      insteadOf: '(l2 / 2) * squares',
      writes: '((l2 / 2) * squares) / X.length',
      say: 'Your penalty is divided by the number of rows. Add it after the division.',
    },
    {
      mistake: 'averages the squared weights',
      insteadOf: '(l2 / 2) * squares',
      writes: '((l2 / 2) * squares) / weights.flat().length',
      say: 'Your penalty takes the mean of the squared weights. Take their sum.',
    },
    {
      mistake: 'penalises the bias in the loss',
      insteadOf: 'const squares = weights.flat()',
      writes: 'const squares = [...weights, bias].flat()',
      say: 'Your loss penalises the bias too. Leave it out.',
    },
    {
      mistake: 'penalises magnitudes',
      insteadOf: 'sum + weight * weight, 0)',
      writes: 'sum + 2 * Math.abs(weight), 0)',
      say: 'Your penalty adds up magnitudes. Add up squares.',
    },
    {
      mistake: 'takes the error the wrong way round',
      insteadOf: 'share - (k === y[i] ? 1 : 0)',
      writes: '(k === y[i] ? 1 : 0) - share',
      say: 'Your numbers equal what you get with label minus probability as the error. Take probability minus label.',
    },
    {
      mistake: 'takes the probability for the error',
      insteadOf: 'share - (k === y[i] ? 1 : 0)',
      writes: 'share',
      say: 'Your gradient takes the probabilities for errors. Subtract 1 at the label of each row.',
    },
    {
      mistake: 'lets only the label have an error',
      insteadOf: 'share - (k === y[i] ? 1 : 0)',
      writes: '(k === y[i] ? share - 1 : 0)',
      say: 'In your gradient only the class of a row has an error. The other classes have one as well: their probability.',
    },
    {
      mistake: 'has the slope of each sigmoid',
      insteadOf: 'share - (k === y[i] ? 1 : 0)',
      writes: '(share - (k === y[i] ? 1 : 0)) * share * (1 - share)',
      say: 'Your gradient carries an extra p(1 − p). For the cross-entropy of softmax the error is just p − y.',
    },
    {
      mistake: 'learns from hard decisions',
      insteadOf: 'share - (k === y[i] ? 1 : 0)',
      writes: '(p.indexOf(Math.max(...p)) === k ? 1 : 0) - (k === y[i] ? 1 : 0)',
      say: 'Your gradient compares labels with predicted labels. Compare them with the probabilities.',
    },
    {
      mistake: 'adds up the gradient without dividing by n',
      insteadOf: 'const n = X.length;',
      writes: 'const n = 1;',
      say: 'Your gradient is summed over the rows, while the loss is a mean. Divide it by n.',
    },
    {
      mistake: 'divides the gradient by the number of classes too',
      insteadOf: 'const n = X.length;',
      writes: 'const n = X.length * bias.length;',
      say: 'The data part of your gradient is divided by n · K. Divide by n.',
    },
    {
      mistake: 'does not average the slope of the bias',
      insteadOf: 'sum + e[k], 0) / n',
      writes: 'sum + e[k], 0)',
      say: 'The bias part of your gradient is a sum over the rows, the weights part a mean. Divide both by n.',
    },
    {
      mistake: 'forgets the penalty in the gradient',
      insteadOf: ' + l2 * weight)',
      writes: ')',
      say: 'Your gradient does not change with l2. Add l2 times the weight to the slope of each weight.',
    },
    {
      mistake: 'doubles the penalty in the gradient',
      insteadOf: ' + l2 * weight)',
      writes: ' + 2 * l2 * weight)',
      say: 'The penalty in your gradient is twice its slope. Half of l2 times a square has the slope l2 times the weight.',
    },
    {
      mistake: 'divides the penalty of the gradient by n',
      insteadOf: 'along(j, k) / n + l2 * weight',
      writes: '(along(j, k) + l2 * weight) / n',
      say: 'The penalty in your gradient is divided by the number of rows. Add l2 times the weight after the division.',
    },
    {
      mistake: 'penalises the bias in the gradient',
      insteadOf: 'bias: bias.map((_, k) => errors.reduce((sum, e) => sum + e[k], 0) / n',
      writes: 'bias: bias.map((b, k) => l2 * b + errors.reduce((sum, e) => sum + e[k], 0) / n',
      say: 'Your gradient penalises the bias too. Leave l2 out of its slope.',
    },
    {
      mistake: 'takes the number of classes from the labels',
      insteadOf: 'const zeros = () => Array.from({ length: classes }, () => 0); // [K]',
      writes: `checkLabels(X, y, classes);
  const zeros = () => Array.from({ length: Math.max(...y) + 1 }, () => 0);`,
      say: 'Where the last classes never occur, their weights are missing. Take the number of classes from the options.',
    },
    {
      mistake: 'starts from ones',
      insteadOf: 'Array.from({ length: classes }, () => 0); // [K]',
      writes: 'Array.from({ length: classes }, () => 1);',
      say: 'Without a step your weights and bias are ones. Start at zeros.',
    },
    {
      mistake: 'fits without the penalty',
      insteadOf: 'steps, l2 = 0 } = options',
      writes: `steps } = options;
  const l2 = 0`,
      say: 'Your fit gives the same for every l2. Hand it on to the loss and to the gradient.',
    },
    {
      mistake: 'never moves the bias',
      insteadOf: 'b - learningRate * slope.bias[k]',
      writes: 'b',
      say: 'Your bias stays at zeros. Update it in every step, like the weights.',
    },
    {
      mistake: 'steps uphill',
      insteadOf: `w - learningRate * slope.weights[j][k]));
    bias = bias.map((b, k) => b - learningRate`,
      writes: `w + learningRate * slope.weights[j][k]));
    bias = bias.map((b, k) => b + learningRate`,
      say: 'Your parameters move along the gradient, which is uphill. Subtract the step.',
    },
    {
      mistake: 'moves the bias by a gradient taken after the weights moved',
      insteadOf: 'bias = bias.map((b, k) => b - learningRate * slope.bias[k]);',
      writes: `const later = gradient(X, y, weights, bias, l2);
    bias = bias.map((b, k) => b - learningRate * later.bias[k]);`,
      say: 'Your numbers equal what you get when the weights move first and the bias sees the new ones. Compute the whole gradient before anything moves.',
    },
    {
      mistake: 'updates after every row',
      insteadOf: `    const slope = gradient(X, y, weights, bias, l2); // once, before anything moves
    weights = weights.map((row, j) => row.map((w, k) => w - learningRate * slope.weights[j][k]));
    bias = bias.map((b, k) => b - learningRate * slope.bias[k]);`,
      writes: `    for (let i = 0; i < X.length; i += 1) {
      const slope = gradient([X[i]], [y[i]], weights, bias, l2);
      weights = weights.map((row, j) => row.map((w, k) => w - learningRate * slope.weights[j][k]));
      bias = bias.map((b, k) => b - learningRate * slope.bias[k]);
    }`,
      say: 'Your numbers equal what you get with one update for each row. Make one update from the mean over all rows.',
    },
    {
      mistake: 'holds the last class at zero',
      insteadOf: `    losses.push(loss(X, y, weights, bias, l2));
  }`,
      writes: `    weights = weights.map(row => row.with(-1, 0));
    bias = bias.with(-1, 0);
    losses.push(loss(X, y, weights, bias, l2));
  }`,
      say: 'The weights of your last class stay at zero. Give every class weights of its own, and move them all.',
    },
    {
      mistake: 'shortens long gradients',
      insteadOf: 'const slope = gradient(X, y, weights, bias, l2);',
      writes: `const full = gradient(X, y, weights, bias, l2);
    const size = Math.max(1, Math.hypot(...full.weights.flat(), ...full.bias) / 5);
    const slope = {
      weights: full.weights.map(row => row.map(g => g / size)),
      bias: full.bias.map(g => g / size),
    };`,
      say: 'Your numbers equal what you get when a gradient longer than 5 is scaled down to 5. Subtract it in full.',
    },
    {
      mistake: 'makes one step too many',
      insteadOf: 'step < steps',
      writes: 'step <= steps',
      say: 'Your numbers equal what you get with one update more than asked for. Check where the loop ends.',
    },
    {
      mistake: 'makes at most a hundred steps',
      insteadOf: 'step < steps',
      writes: 'step < Math.min(steps, 100)',
      say: 'Your fit ends after a hundred updates. Make every step that is asked for.',
    },
    {
      mistake: 'stops when the loss rises',
      insteadOf: `    losses.push(loss(X, y, weights, bias, l2));
  }`,
      writes: `    losses.push(loss(X, y, weights, bias, l2));
    if (losses[step + 1] > losses[step]) break;
  }`,
      say: 'Your fit ends with the first loss that is above the one before. Make every step that is asked for.',
    },
    {
      mistake: 'stops where nothing moves',
      insteadOf: '    weights = weights.map((row, j)',
      writes: `    if ([...slope.weights, slope.bias].flat().every(part => Math.abs(part) < 1e-12)) break;
    weights = weights.map((row, j)`,
      say: 'Your fit ends as soon as the slope is zero. Make every step that is asked for, and keep its loss.',
    },
    {
      mistake: 'leaves out the loss of the start',
      insteadOf: 'return { weights, bias, losses };',
      writes: 'return { weights, bias, losses: losses.slice(1) };',
      say: 'Your losses begin with the one after the first update. Put the loss of the start before it.',
    },
    {
      mistake: 'leaves out the loss after the last update',
      insteadOf: 'return { weights, bias, losses };',
      writes: 'return { weights, bias, losses: losses.slice(0, -1) };',
      say: 'Your losses lack the one after the last update. Take one at the start and one after every update.',
    },
    {
      mistake: 'keeps its losses without the penalty',
      insteadOf: `    losses.push(loss(X, y, weights, bias, l2));
  }`,
      writes: `    losses.push(loss(X, y, weights, bias));
  }`,
      say: 'Your losses after the start leave the penalty out. Give l2 to every call of loss.',
    },
    {
      mistake: 'gives a tie to the higher label',
      insteadOf: 'logits.indexOf(Math.max(...logits))',
      writes: 'logits.lastIndexOf(Math.max(...logits))',
      say: 'Where logits are equal, your row gets the higher label. Take the first of them.',
    },
    {
      mistake: 'predicts the smallest logit',
      insteadOf: 'logits.indexOf(Math.max(...logits))',
      writes: 'logits.indexOf(Math.min(...logits))',
      say: 'Your labels are those of the smallest logit. Take the largest.',
    },
    {
      mistake: 'counts labels from one',
      insteadOf: 'logits.indexOf(Math.max(...logits))',
      writes: 'logits.indexOf(Math.max(...logits)) + 1',
      say: 'Your labels are one too high. Labels begin at 0.',
    },
    {
      mistake: 'predicts without the bias',
      insteadOf: 'return scores(X, weights, bias).map(logits => logits.indexOf',
      writes: 'return scores(X, weights, bias.map(() => 0)).map(logits => logits.indexOf',
      say: 'Your predictions leave the bias out. Compare whole logits.',
    },
    {
      mistake: 'accepts no rows',
      insteadOf: 'X.length === 0',
      writes: 'X.length < 0',
      say: 'An empty table is accepted. Throw a RangeError.',
    },
    {
      mistake: 'accepts more labels than rows',
      insteadOf: 'y.length !== X.length',
      writes: 'y.length < X.length',
      say: 'More labels than rows are accepted. Throw a TypeError unless the two numbers are equal.',
    },
    {
      mistake: 'accepts fewer labels than rows',
      insteadOf: 'y.length !== X.length',
      writes: 'y.length > X.length',
      say: 'Fewer labels than rows are accepted. Throw a TypeError unless the two numbers are equal.',
    },
    {
      mistake: 'accepts a label of K',
      insteadOf: 'label < classes',
      writes: 'label <= classes',
      say: 'A label of K is accepted, one more than the last class. Throw a RangeError.',
    },
    {
      mistake: 'accepts negative labels',
      insteadOf: 'label >= 0 && ',
      writes: '',
      say: 'A negative label is accepted. Throw a RangeError.',
    },
    {
      mistake: 'accepts labels between two classes',
      insteadOf: 'Number.isInteger(label) && ',
      writes: '',
      say: 'A label of one half is accepted. Throw a RangeError unless every label is a whole number.',
    },
    {
      mistake: 'accepts features that are left over',
      insteadOf: 'x.length !== weights.length',
      writes: 'x.length < weights.length',
      say: 'Rows with more features than weights are accepted. Throw a TypeError unless the two numbers are equal.',
    },
    {
      mistake: 'accepts weights that are left over',
      insteadOf: 'x.length !== weights.length',
      writes: 'x.length > weights.length',
      say: 'Rows with fewer features than weights are accepted. Throw a TypeError unless the two numbers are equal.',
    },
    {
      mistake: 'measures only the first row',
      insteadOf: 'X.some(x =>',
      writes: 'X.slice(0, 1).some(x =>',
      say: 'The width of the first row is checked and that of the others is not. Compare every row with the weights.',
    },
    {
      mistake: 'counts the numbers of all rows together',
      insteadOf: 'X.some(x => x.length !== weights.length)',
      writes: 'X.flat().length !== X.length * weights.length',
      say: 'Short rows are accepted where long ones make up for them. Compare the width of every row by itself.',
    },
    {
      mistake: 'accepts weights for too many classes',
      insteadOf: 'row.length !== bias.length',
      writes: 'row.length < bias.length',
      say: 'A row of weights for more classes than the bias has is accepted. Throw a TypeError.',
    },
    {
      mistake: 'accepts weights for too few classes',
      insteadOf: 'row.length !== bias.length',
      writes: 'row.length > bias.length',
      say: 'A row of weights for fewer classes than the bias has is accepted. Throw a TypeError.',
    },
    {
      mistake: 'accepts a learning rate of zero or below',
      insteadOf: 'learningRate > 0 &&',
      writes: '!Number.isNaN(learningRate) &&',
      say: 'A learning rate of 0 or below is accepted. Throw a RangeError, also where steps is 0.',
    },
    {
      mistake: 'checks the learning rate only where there are steps',
      insteadOf: 'if (!(learningRate',
      writes: 'if (steps > 0 && !(learningRate',
      say: 'A bad learning rate is accepted where steps is 0. Check it before anything else.',
    },
    {
      mistake: 'accepts an infinite learning rate',
      insteadOf: ' && learningRate < Infinity',
      writes: '',
      say: 'A learning rate of Infinity is accepted. Throw a RangeError unless it is finite.',
    },
    {
      mistake: 'accepts a learning rate that is not a number',
      insteadOf: '!(learningRate > 0 && learningRate < Infinity)',
      writes: 'learningRate <= 0 || learningRate === Infinity',
      say: 'A learning rate of NaN is accepted, since no comparison with NaN holds. Throw a RangeError.',
    },
  ],

  pictures: [
    {
      kind: 'curve',
      title: 'Loss after each step',
      label: 'loss',
      experiment: ({ fit }, { flat }) => fit(flat.X, flat.y, { ...flat.options, steps: 40 }).losses,
    },
    {
      kind: 'boundary',
      title: 'Which class you predict where, after 40 steps',
      experiment: ({ fit, predict }, { flat: { X, y, options }, grid }): Boundary => {
        const stages = [1, 2, 4, 8, 16, 40].map(steps => {
          const { weights, bias } = fit(X, y, { ...options, steps });
          return {
            name: steps === 1 ? 'After one step' : `After ${steps} steps`,
            scores: predict(grid.points, weights, bias),
          };
        });
        return { X, y, xs: grid.xs, ys: grid.ys, scores: stages[5].scores, stages };
      },
    },
  ],
  tries: {
    table: { kind: 'classes', classes: 5, of: ({ flat: { X, y } }) => ({ X, y }) },
    knobs: [
      {
        name: 'learning rate',
        kind: 'rate',
        low: (_, { X }) => rateFor(X) / 50,
        high: (_, { X }) => rateFor(X) * 20,
        start: (_, { X }) => rateFor(X),
      },
      {
        name: 'L2 penalty',
        kind: 'rate',
        low: () => L2 / 10,
        high: () => L2 * 1000,
        start: () => L2,
      },
    ],
    bench: ({ table: { X, y = [] }, own, knobs: [learningRate, l2] }, { grid }) => ({
      flat: {
        X,
        y,
        options: { classes: Math.max(2, ...y.map(label => label + 1)), learningRate, l2 },
      },
      grid: own ? gridOver(X, SIDE) : grid,
    }),
  },
});
