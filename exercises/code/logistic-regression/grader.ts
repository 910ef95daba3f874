import {
  absolute,
  type Boundary,
  type Draw,
  EXACT,
  grader,
  gridOver,
  slopeOfLoss,
  twoClasses,
  unchangedWhen,
} from '../../../graders';

/** As many numbers as four rows of two would have; the first row and the last have two. */
const RAGGED = [[1, 2], [3], [4, 5, 6], [7, 8]];

/** How far a parameter is moved to either side to see the slope. */
const H = 0.005;
/** Points along each side of the picture's grid. */
const SIDE = 40;
/** The most steps that a run of the small problems takes. */
const FEW_STEPS = 7;
/** A slope or a parameter below this may have cancelled to less than single precision can tell. */
const FAINT = 0.004;
/** Logits of this size have probabilities of 0 or 1 in any precision. */
const SATURATED = 60;

interface Point {
  weights: number[];
  bias: number;
}

/** @returns the largest curvature that the mean cross-entropy over X [n][d] can have, penalty included. */
function steepest(X: number[][], l2: number): number {
  return (
    (1 + X.reduce((sum, row) => sum + row.reduce((s, x) => s + x * x, 0), 0) / X.length) / 4 + l2
  );
}

/** Two overlapping classes, a start that is not zero, and a rate that cannot overshoot. */
function problem(draw: Draw, n: number, d: number) {
  const { X, y } = twoClasses(draw, n, d);
  const l2 = Number(draw.uniform(0.1, 0.6).toFixed(3));
  const start = {
    weights: draw.times(d, () => draw.pick([-1, 1]) * Number(draw.uniform(0.2, 0.9).toFixed(3))),
    bias: draw.pick([-1, 1]) * Number(draw.uniform(0.4, 1.5).toFixed(3)),
  };
  const learningRate = Number((draw.uniform(0.6, 1.4) / steepest(X, l2)).toPrecision(3));
  return { X, y, l2, ...start, start, options: { ...start, learningRate, l2 } };
}

function score(row: number[], { weights, bias }: Point): number {
  return row.reduce((sum, x, j) => sum + x * weights[j], bias);
}

/** @returns the start and the place after each of `steps` updates. */
function walk({ X, y, options }: ReturnType<typeof problem>, steps: number): Point[] {
  const { learningRate, l2 } = options;
  const places: Point[] = [{ weights: options.weights, bias: options.bias }];
  for (let t = 0; t < steps; t += 1) {
    const at = places[t];
    const errors = X.map((row, i) => 1 / (1 + Math.exp(-score(row, at))) - y[i]);
    const mean = (along: (i: number) => number) =>
      errors.reduce((sum, error, i) => sum + error * along(i), 0) / X.length;
    places.push({
      weights: at.weights.map((w, j) => w - learningRate * (mean(i => X[i][j]) + l2 * w)),
      bias: at.bias - learningRate * mean(() => 1),
    });
  }
  return places;
}

/** @returns whether nothing on the way from each start, slopes included, is faint; 0 is a start. */
function isDistinct(
  task: ReturnType<typeof problem>,
  starts: { weights?: number[]; bias?: number; l2?: number }[],
  steps: number,
  faint = FAINT,
): boolean {
  const { learningRate } = task.options;
  const zeros = { weights: task.weights.map(() => 0), bias: 0, l2: 0 };
  const numbers = (at: Point) => [...at.weights, at.bias];
  return starts.every(start => {
    const places = walk({ ...task, options: { ...zeros, ...start, learningRate } }, steps);
    return places.slice(1).every((at, t) => {
      const before = numbers(places[t]);
      return numbers(at).every(
        (value, k) =>
          Math.abs(value) > faint && (t > 0 || Math.abs(before[k] - value) > faint * learningRate),
      );
    });
  });
}

/**
 * Features in the hundreds and a rate that overshoots: steps a thousand long, and a last loss above
 * an earlier one. All probabilities on the way are 0 or 1, so that no rounding is magnified.
 */
function reckless(draw: Draw) {
  const steps = 3;
  return draw.until(
    () => {
      const X = draw.times(draw.integer(5, 7), () =>
        draw.times(2, () => draw.pick([-1, 1]) * Math.round(draw.uniform(150, 900))),
      );
      const y = X.map(() => draw.integer(0, 1));
      const start = {
        weights: draw.times(2, () => draw.pick([-1, 1]) * Number(draw.uniform(1, 3).toFixed(2))),
        bias: draw.pick([-1, 1]) * Number(draw.uniform(0.4, 1.5).toFixed(3)),
      };
      const l2 = Number(draw.uniform(0.1, 0.3).toFixed(3));
      const learningRate = Number(draw.uniform(1.5, 3).toFixed(2));
      return { X, y, l2, ...start, start, options: { ...start, learningRate, l2 }, steps };
    },
    problem => {
      const { X, y, l2 } = problem;
      const places = walk(problem, steps);
      const settled = places.every(at =>
        X.every(row => {
          const size = row.reduce((sum, x, j) => sum + Math.abs(x * at.weights[j]), 0);
          return Math.abs(score(row, at)) > Math.max(SATURATED, size / 30);
        }),
      );
      const long = places
        .slice(1)
        .every((at, t) => at.weights.every((w, j) => Math.abs(w - places[t].weights[j]) > 30));
      const distinct = places.every(
        at => Math.abs(at.bias) > 0.05 && at.weights.every(w => Math.abs(w) > 0.9),
      );
      // What the wrong rows cost, and the penalty.
      const losses = places.map(
        at =>
          X.reduce((sum, row, i) => sum + Math.max(0, (1 - 2 * y[i]) * score(row, at)), 0) /
            X.length +
          (l2 / 2) * at.weights.reduce((sum, w) => sum + w * w, 0),
      );
      return settled && long && distinct && losses[steps] > 1.2 * Math.min(...losses.slice(1, -1));
    },
  );
}

/** One feature, a strong penalty, and steps so short that a hundred do not arrive. */
function patient(draw: Draw) {
  return draw.until(
    () => {
      const steps = draw.integer(101, 112);
      const task = problem(draw, draw.integer(6, 8), 1);
      const l2 = Number(draw.uniform(1.2, 1.9).toFixed(3));
      const learningRate = Number((draw.uniform(0.02, 0.05) / steepest(task.X, l2)).toPrecision(3));
      return { ...task, l2, options: { ...task.start, learningRate, l2 }, steps };
    },
    task => {
      const places = walk(task, task.steps);
      const [before, end] = [places[task.steps - 10], places[task.steps]];
      const far = [end.weights[0], end.bias].every(value => Math.abs(value) > 0.05);
      return far && Math.abs(end.weights[0] - before.weights[0]) > 1e-3;
    },
  );
}

const logit = (p: number) => Math.log(p / (1 - p));

/**
 * Rows that no rounding can carry over a threshold, some between 0.5 and each of the two, and for
 * each of the two a pair of rows close by.
 */
function decisions(draw: Draw) {
  return draw.until(
    () => {
      const { X, weights, bias } = problem(draw, draw.integer(14, 18), 3);
      const thresholds = [draw.uniform(0.12, 0.35), draw.uniform(0.65, 0.88)].map(t =>
        Number(t.toFixed(3)),
      );
      const beside = thresholds.map(t => [[logit(t) - 0.001], [logit(t) + 0.001]]);
      return { X, weights, bias, thresholds, beside };
    },
    ({ X, thresholds, ...point }) => {
      const [low, high] = thresholds.map(logit);
      const scores = X.map(row => score(row, point));
      const some = (from: number, to: number) => scores.some(z => z > from && z < to);
      const clear = scores.every(z => [low, 0, high].every(cut => Math.abs(z - cut) > 0.02));
      return clear && some(-60, low) && some(low, 0) && some(0, high) && some(high, 60);
    },
  );
}

const bench = (draw: Draw) => {
  const d = draw.integer(2, 3);
  const few = draw.until(
    () => problem(draw, draw.integer(7, 9), d),
    task => {
      const { l2, weights, bias } = task;
      return isDistinct(
        task,
        [{}, { weights }, { bias }, { weights, bias }, { weights, bias, l2 }],
        FEW_STEPS,
      );
    },
  );
  const many = draw.until(
    () => problem(draw, draw.integer(13, 17), draw.integer(4, 5)),
    task => {
      const { l2, start } = task;
      return isDistinct(task, [start], 1) && isDistinct(task, [{ ...start, l2 }], FEW_STEPS);
    },
  );
  const flat = problem(draw, draw.integer(20, 26), 2);
  const rash = reckless(draw);
  const slow = patient(draw);
  const crowd = draw.until(
    () => problem(draw, draw.integer(65, 72), draw.integer(11, 12)),
    task => isDistinct(task, [{ l2: task.l2 }], 2, FAINT / 8),
  );
  const moved = (by: number) =>
    draw.times(d + 1, k => ({
      weights: few.weights.map((weight, j) => (j === k ? weight + by : weight)),
      bias: few.bias + (k === d ? by : 0),
    }));
  const rows = draw.shuffle([...few.X.keys(), ...few.X.keys()]);
  return {
    few,
    many,
    flat,
    rash,
    slow,
    crowd,
    grid: gridOver(flat.X, SIDE),
    scores: draw.times(9, () => draw.uniform(-7, 7)),
    ahead: moved(H),
    behind: moved(-H),
    doubled: { X: rows.map(i => few.X[i]), y: rows.map(i => few.y[i]) },
    zeros: few.weights.map(() => 0),
    faint: draw.times(5, () => [draw.uniform(-1, 1)]),
    huge: draw.uniform(60, 690),
    // Here 1 − p still has a digit, and it is wrong.
    worn: draw.uniform(36.3, 36.6),
    sure: [
      draw.uniform(3, 4),
      draw.uniform(10.2, 10.6),
      draw.uniform(11.2, 11.6),
      draw.uniform(12.3, 12.7),
    ],
    steps: draw.integer(4, FEW_STEPS),
    rest: draw.integer(3, 6),
    // The penalty alone multiplies the weights by minus a hundred or more in every step.
    explosion: { learningRate: draw.integer(40, 60), l2: draw.uniform(2.6, 3.4) },
    single: { X: [[draw.uniform(1, 3), draw.uniform(-3, -1)]], rate: draw.uniform(0.2, 0.4) },
    decisions: decisions(draw),
  };
};

export default grader<typeof import('./solution'), typeof bench>({
  bench,
  checks: ({ agrees, holds, rejects }) => [
    agrees(
      'turns a score into a probability',
      ({ sigmoid }, { scores }) => scores.map(z => sigmoid(z)),
      { within: absolute(1e-12) },
    ),
    agrees(
      'gives a probability for a score of any size',
      ({ sigmoid }, { scores }) =>
        [scores[0], -1e300, -800, -710, -40, 0, 40, 710, 800, 1e300].map(z => sigmoid(z)),
      { within: absolute(1e-12) },
    ),
    agrees('gives each row its probability', ({ predictProba }, { few }) =>
      predictProba(few.X, few.weights, few.bias),
    ),
    agrees('keeps every digit of a small probability', ({ predictProba }, { faint }) =>
      predictProba(faint, [1], -8),
    ),
    agrees(
      'gives rows with huge scores their probabilities',
      ({ predictProba }) => predictProba([[0], [1], [-2], [2], [-1]], [800], -11.5),
      { within: absolute(1e-12) },
    ),
    agrees('measures the mean cross-entropy', ({ loss }, { few, many }) => [
      loss(few.X, few.y, few.weights, few.bias),
      loss(many.X, many.y, many.weights, many.bias),
    ]),
    agrees('adds half the penalty, for the weights only', ({ loss }, { few, many }) => [
      loss(few.X, few.y, few.weights, few.bias, few.l2),
      loss(many.X, many.y, many.weights, many.bias, many.l2),
    ]),
    agrees('knows the cost of being sure and wrong', ({ loss }, { huge, worn }) => [
      loss([[1]], [1], [-800], 0),
      loss([[1]], [0], [800], 0),
      loss([[1], [-1]], [1, 0], [-huge], 0),
      loss([[1]], [0], [40], 0),
      loss([[1]], [0], [worn], 0),
    ]),
    agrees('charges nothing for being sure and right', ({ loss }) => [
      loss([[1]], [1], [800], 0),
      loss([[1], [-1]], [0, 1], [-800], 0),
    ]),
    agrees(
      'charges a little for being nearly sure and right',
      ({ loss }, { sure }) =>
        sure.flatMap(z => [loss([[1]], [1], [z], 0), loss([[1]], [0], [-z], 0)]),
      // Single precision keeps a logit of 12 to 5e-7, and the loss can come out of its last digits.
      { within: absolute(7e-7) },
    ),
    holds(
      'has a gradient that is the slope of its loss',
      ({ gradient, loss }, { few: { X, y, weights, bias, l2 }, ahead, behind }) => ({
        gradient: gradient(X, y, weights, bias, l2),
        ahead: ahead.map(point => loss(X, y, point.weights, point.bias, l2)),
        behind: behind.map(point => loss(X, y, point.weights, point.bias, l2)),
      }),
      slopeOfLoss(H, 1e-2),
    ),
    agrees('gives the slope for every weight and for the bias', ({ gradient }, { few, many }) => [
      gradient(few.X, few.y, few.weights, few.bias),
      gradient(many.X, many.y, many.weights, many.bias),
    ]),
    agrees('adds the slope of the penalty to the weights only', ({ gradient }, { few, many }) => [
      gradient(few.X, few.y, few.weights, few.bias, few.l2),
      gradient(many.X, many.y, many.weights, many.bias, many.l2),
    ]),
    agrees('has a slope where the scores are huge', ({ gradient }) => [
      gradient([[1], [2], [4]], [1, 0, 0], [800], 0),
      gradient([[1], [2], [4]], [1, 0, 0], [-800], 0),
    ]),
    agrees(
      'has no slope where it is sure and right',
      ({ gradient }) => gradient([[400], [-600], [-500]], [1, 0, 0], [2], 0),
      { within: absolute(1e-12) },
    ),
    holds(
      'does not mind rows that appear twice, in any order',
      ({ gradient, loss }, { few: { X, y, weights, bias, l2 }, doubled }) => [
        { loss: loss(X, y, weights, bias, l2), gradient: gradient(X, y, weights, bias, l2) },
        {
          loss: loss(doubled.X, doubled.y, weights, bias, l2),
          gradient: gradient(doubled.X, doubled.y, weights, bias, l2),
        },
      ],
      unchangedWhen('every row appears twice'),
    ),
    agrees('returns the start where no step is allowed', ({ fit }, { few }) =>
      fit(few.X, few.y, { ...few.options, steps: 0 }),
    ),
    agrees('moves weights and bias by one step', ({ fit }, { few }) => {
      const { weights, bias } = fit(few.X, few.y, { ...few.options, steps: 1 });
      return { weights, bias };
    }),
    agrees('is in the right place after several steps', ({ fit }, { many, steps }) => {
      const { weights, bias } = fit(many.X, many.y, { ...many.options, steps });
      return { weights, bias };
    }),
    agrees(
      'keeps the loss of the start and the loss after every step',
      ({ fit }, { many, steps }) => fit(many.X, many.y, { ...many.options, steps }).losses,
    ),
    agrees('starts at zeros, without a penalty, unless told otherwise', ({ fit }, { few, steps }) =>
      fit(few.X, few.y, { learningRate: few.options.learningRate, steps }),
    ),
    agrees(
      'starts at the weights alone, or at the bias alone, where only one is given',
      ({ fit }, { few: { X, y, options }, steps }) => {
        const { learningRate, weights, bias } = options;
        return [
          fit(X, y, { learningRate, steps, weights }),
          fit(X, y, { learningRate, steps, bias }),
        ];
      },
    ),
    agrees('learns from a single row', ({ fit }, { single, steps }) => [
      fit(single.X, [1], { learningRate: single.rate, steps }),
      fit(single.X, [0], { learningRate: single.rate, steps }),
    ]),
    agrees('keeps every digit where the numbers are small', ({ fit }, { few }) => {
      const { weights, bias } = fit(few.X, few.y, { learningRate: 1e-4, steps: 2 });
      return { weights, bias };
    }),
    agrees('makes all its steps where nothing is left to learn', ({ fit }, { rest }) => [
      fit([[1], [1], [-1], [-1]], [0, 1, 0, 1], { learningRate: 0.3, steps: rest }),
      fit([[80], [-90]], [1, 0], { learningRate: 0.3, steps: rest, weights: [2] }),
    ]),
    agrees('learns from all of many rows and features', ({ fit }, { crowd: { X, y, options } }) =>
      fit(X, y, { learningRate: options.learningRate, l2: options.l2, steps: 2 }),
    ),
    agrees('goes on as it began for a hundred steps', ({ fit }, { slow }) =>
      fit(slow.X, slow.y, { ...slow.options, steps: slow.steps }),
    ),
    agrees('takes long steps in full, also where the loss rises', ({ fit }, { rash }) =>
      fit(rash.X, rash.y, { ...rash.options, steps: rash.steps }),
    ),
    agrees('makes all its steps where the loss explodes', ({ fit }, { few, explosion, steps }) => {
      const { weights, losses } = fit(few.X, few.y, { ...few.start, ...explosion, steps });
      return { weights, losses };
    }),
    agrees(
      'says 1 from a probability of one half',
      ({ predict }, { decisions: { X, weights, bias } }) => predict(X, weights, bias),
      { within: EXACT },
    ),
    agrees(
      'says 1 from the threshold that is given',
      ({ predict }, { decisions: { X, weights, bias, thresholds } }) =>
        thresholds.map(threshold => predict(X, weights, bias, threshold)),
      { within: EXACT },
    ),
    agrees(
      'tells probabilities just below the threshold from those just above',
      ({ predict }, { decisions: { thresholds, beside } }) =>
        thresholds.map((threshold, k) => predict(beside[k], [1], 0, threshold)),
      { within: EXACT },
    ),
    agrees(
      'says 1 where the probability equals the threshold',
      ({ predict }, { few, zeros }) => predict(few.X, zeros, 0),
      { within: EXACT },
    ),
    agrees(
      'takes 0 for a threshold',
      ({ predict }, { decisions: { X, weights, bias } }) => predict(X, weights, bias, 0),
      { within: EXACT },
    ),
    agrees(
      'takes 0 and 1 for thresholds where the probability is 0 or 1',
      ({ predict }) => [
        predict([[1], [-1], [0]], [800], 0, 1),
        predict([[1], [-1], [0]], [800], 0, 0),
      ],
      { within: EXACT },
    ),
    rejects('measuring no rows', ({ loss }) => loss([], [], [1], 0)),
    rejects('the slope of no rows', ({ gradient }) => gradient([], [], [1], 0)),
    rejects('fitting no rows', ({ fit }) => fit([], [], { learningRate: 0.1, steps: 2 })),
    rejects('fitting no rows from a given start, for no steps', ({ fit }) =>
      fit([], [], { learningRate: 0.1, steps: 0, weights: [1], bias: 1 }),
    ),
    rejects('fewer labels than rows', ({ gradient }) => gradient([[1], [2]], [1], [1], 0)),
    rejects('a slope with more labels than rows', ({ gradient }) =>
      gradient([[1]], [1, 0], [1], 0),
    ),
    rejects('a fit with fewer labels than rows', ({ fit }) =>
      fit([[1], [2]], [1], { learningRate: 0.1, steps: 2 }),
    ),
    rejects('a loss with fewer labels than rows', ({ loss }) => loss([[1], [2]], [1], [1], 0)),
    rejects('a loss with more labels than rows', ({ loss }) => loss([[1]], [1, 0], [1], 0)),
    rejects('more labels than rows', ({ fit }) =>
      fit([[1], [2]], [1, 0, 1], { learningRate: 0.1, steps: 2 }),
    ),
    rejects('rows of different widths', ({ fit }) =>
      fit([[1, 2], [3]], [1, 0], { learningRate: 0.1, steps: 2 }),
    ),
    rejects('a last row with a feature too many', ({ fit }) =>
      fit([[1], [2], [3, 4]], [1, 0, 1], { learningRate: 0.1, steps: 2 }),
    ),
    rejects('a loss over rows of different widths', ({ loss }) =>
      loss([[1, 2], [3]], [1, 0], [1, 1], 0),
    ),
    rejects('a slope over rows of different widths', ({ gradient }) =>
      gradient([[1, 2], [3]], [1, 0], [1, 1], 0),
    ),
    rejects('probabilities for rows of different widths', ({ predictProba }) =>
      predictProba([[1], [2, 3], [4]], [1], 0),
    ),
    rejects('labels for rows of different widths', ({ predict }) =>
      predict([[1], [2, 3], [4]], [1], 0),
    ),
    rejects('probabilities for short rows beside long ones', ({ predictProba }) =>
      predictProba(RAGGED, [1, 1], 0),
    ),
    rejects('labels for short rows beside long ones', ({ predict }) => predict(RAGGED, [1, 1], 0)),
    rejects('the loss of short rows beside long ones', ({ loss }) =>
      loss(RAGGED, [1, 0, 0, 1], [1, 1], 0),
    ),
    rejects('the slope of short rows beside long ones', ({ gradient }) =>
      gradient(RAGGED, [1, 0, 0, 1], [1, 1], 0),
    ),
    rejects('a fit to short rows beside long ones', ({ fit }) =>
      fit(RAGGED, [1, 0, 0, 1], { learningRate: 0.1, steps: 0 }),
    ),
    rejects('weights that do not fit the rows', ({ predictProba }) =>
      predictProba([[1, 2]], [1], 0),
    ),
    rejects('a weight too many for the probabilities', ({ predictProba }) =>
      predictProba([[1, 2]], [1, 1, 1], 0),
    ),
    rejects('a weight too many for the labels', ({ predict }) => predict([[1, 2]], [1, 1, 1], 0)),
    rejects('a weight too few for the labels', ({ predict }) => predict([[1, 2]], [1], 0)),
    rejects('a weight too many for the loss', ({ loss }) => loss([[1, 2]], [1], [1, 1, 1], 0)),
    rejects('a weight too few for the loss', ({ loss }) => loss([[1, 2]], [1], [1], 0)),
    rejects('a weight too many for the slope', ({ gradient }) =>
      gradient([[1, 2]], [1], [1, 1, 1], 0),
    ),
    rejects('a weight too few for the slope', ({ gradient }) => gradient([[1, 2]], [1], [1], 0)),
    rejects('a start that does not fit the rows', ({ fit }) =>
      fit([[1, 2]], [1], { learningRate: 0.1, steps: 0, weights: [1, 2, 3] }),
    ),
    rejects('a start with a weight too few', ({ fit }) =>
      fit([[1, 2]], [1], { learningRate: 0.1, steps: 0, weights: [1] }),
    ),
    rejects('a label of 2', ({ loss }) => loss([[1], [2]], [0, 2], [1], 0)),
    rejects('a label of −1', ({ gradient }) => gradient([[1], [2]], [-1, 1], [1], 0)),
    rejects('a label of one half, also for no steps', ({ fit }) =>
      fit([[1], [2]], [0.5, 1], { learningRate: 0.1, steps: 0 }),
    ),
    rejects('a learning rate of zero, also for no steps', ({ fit }) =>
      fit([[1]], [1], { learningRate: 0, steps: 0 }),
    ),
    rejects('a negative learning rate', ({ fit }) =>
      fit([[1]], [1], { learningRate: -0.1, steps: 2 }),
    ),
    rejects('an infinite learning rate, also for no steps', ({ fit }) =>
      fit([[1]], [1], { learningRate: Number.POSITIVE_INFINITY, steps: 0 }),
    ),
    rejects('a learning rate that is not a number, also for no steps', ({ fit }) =>
      fit([[1]], [1], { learningRate: Number.NaN, steps: 0 }),
    ),
  ],
  mutants: [
    {
      mistake: 'swaps the two outcomes',
      insteadOf: 'z >= 0 ? 1 /',
      writes: 'z < 0 ? 1 /',
      say: 'Your probabilities are 1 minus the right ones. The sigmoid grows with z: it is near 1 for a large positive z.',
    },
    {
      mistake: 'exponentiates a large score',
      insteadOf: 'z >= 0 ? 1 / (1 + e) : e / (1 + e)',
      writes: 'Math.exp(z) / (1 + Math.exp(z))',
      say: 'Your sigmoid is NaN for a large score, where e^z is Infinity and is divided by itself. Exponentiate minus the absolute score, which cannot overflow.',
    },
    {
      mistake: 'returns labels for probabilities',
      insteadOf: 'z => sigmoid(z)',
      writes: 'z => Math.round(sigmoid(z))',
      say: 'Your probabilities are all 0 or 1. Leave the rounding to predict.',
    },
    {
      mistake: 'leaves the bias out of the score',
      insteadOf: 'sum + x * weights[j], bias',
      writes: 'sum + x * weights[j], 0',
      say: 'Your numbers equal what you get when the bias is left out of the score. Add it once to every row.',
    },
    {
      mistake: 'takes the logarithm of a probability that has run out of digits',
      insteadOf: 'softplus(z) - y[i] * z',
      writes: '-(y[i] * Math.log(sigmoid(z)) + (1 - y[i]) * Math.log(1 - sigmoid(z)))',
      say: 'Your loss takes the logarithm of probabilities that have become exactly 0 or 1. Compute the loss from the logit instead.',
    },
    {
      mistake: 'takes the logarithm of the probability of what happened',
      insteadOf: 'softplus(z) - y[i] * z',
      writes: '-Math.log(y[i] === 1 ? sigmoid(z) : 1 - sigmoid(z))',
      say: 'Your loss is Infinity where the probability of what happened has become 0. Compute the loss from the logit instead.',
    },
    {
      mistake: 'takes the logarithm of a probability for label 0 only',
      insteadOf: 'softplus(z) - y[i] * z',
      writes: 'y[i] === 1 ? softplus(-z) : -Math.log(1 - sigmoid(z))',
      say: 'Your loss is right for label 1, and Infinity for label 0 where 1 − p has become 0. Compute the loss of label 0 from the logit too.',
    },
    {
      mistake: 'lets the exponential overflow in the loss',
      insteadOf: 'Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)))',
      writes: 'Math.log(1 + Math.exp(z))',
      say: 'Your loss is Infinity for a large logit, where e^z overflows. Take z itself out of the logarithm where it is positive.',
    },
    {
      mistake: 'clips probabilities at 1e-15',
      insteadOf: 'softplus(z) - y[i] * z',
      writes:
        '-(y[i] * Math.log(Math.min(Math.max(sigmoid(z), 1e-15), 1 - 1e-15)) + (1 - y[i]) * Math.log(1 - Math.min(Math.max(sigmoid(z), 1e-15), 1 - 1e-15)))',
      say: 'Your loss never exceeds 34.5, as when probabilities are clipped at 1e-15. Compute it from the logit, without a clip.',
    },
    {
      mistake: 'clips probabilities at 1e-12',
      insteadOf: 'softplus(z) - y[i] * z',
      writes:
        '-(y[i] * Math.log(Math.min(Math.max(sigmoid(z), 1e-12), 1 - 1e-12)) + (1 - y[i]) * Math.log(1 - Math.min(Math.max(sigmoid(z), 1e-12), 1 - 1e-12)))',
      say: 'Your loss never exceeds 27.6, as when probabilities are clipped at 1e-12. Compute it from the logit, without a clip.',
    },
    {
      mistake: 'adds up the loss without dividing by n',
      insteadOf: '/ X.length + (l2',
      writes: '+ (l2',
      say: 'Your cross-entropy is a sum over the rows. Divide it by the number of rows to make it the mean.',
    },
    {
      mistake: 'measures in bits',
      insteadOf: 'softplus(z) - y[i] * z',
      writes: '(softplus(z) - y[i] * z) / Math.LN2',
      say: 'Your cross-entropy is in bits. Use the natural logarithm, Math.log, to have it in nats.',
    },
    {
      mistake: 'charges only the rows with label 1',
      insteadOf: 'softplus(z) - y[i] * z',
      writes: 'y[i] * (softplus(z) - z)',
      say: 'Your loss leaves out the rows with label 0. Add their part, −ln(1 − p).',
    },
    {
      mistake: 'leaves out the half of the penalty',
      insteadOf: '(l2 / 2)',
      writes: 'l2',
      say: 'Your penalty in the loss is twice what is asked for. Multiply the sum of squared weights by l2 / 2.',
    },
    {
      mistake: 'divides the penalty of the loss by n',
      insteadOf: '(l2 / 2)',
      writes: '(l2 / 2 / X.length)',
      say: 'Your penalty in the loss is divided by the number of rows. Only the cross-entropy is a mean.',
    },
    {
      mistake: 'penalises the bias in the loss',
      insteadOf: 'sum + weight * weight, 0',
      writes: 'sum + weight * weight, bias * bias',
      say: 'Your loss penalises the bias too. Sum the squares of the weights only.',
    },
    {
      mistake: 'forgets the penalty in the loss',
      insteadOf: ' + (l2 / 2) * penalty',
      writes: '',
      say: 'Your loss does not change with l2. Add half of l2 times the sum of the squared weights.',
    },
    {
      mistake: 'has the sign of the gradient reversed',
      insteadOf: 'along(j) / n + l2 * weight), bias: total / n',
      writes: '-(along(j) / n + l2 * weight)), bias: -total / n',
      say: 'Your gradient is minus the slope of the loss, penalty included. Give the slope itself; fit subtracts it.',
    },
    {
      mistake: 'takes the error the wrong way round',
      insteadOf: 'p - y[i]',
      writes: 'y[i] - p',
      say: 'Your numbers equal what you get with label minus probability as the error. Take probability minus label.',
    },
    {
      mistake: 'has the slope of the squared error',
      insteadOf: 'p - y[i]',
      writes: '(p - y[i]) * p * (1 - p)',
      say: 'Your gradient carries an extra p(1 − p), as for the squared error. For the cross-entropy the error is just p − y.',
    },
    {
      mistake: 'learns from hard decisions',
      insteadOf: 'p - y[i]',
      writes: '(p >= 0.5 ? 1 : 0) - y[i]',
      say: 'Your gradient compares labels with 0-or-1 decisions. Compare them with the probabilities.',
    },
    {
      mistake: 'adds up the gradient without dividing by n',
      insteadOf: 'const n = X.length',
      writes: 'const n = 1',
      say: 'Your gradient is summed over the rows, while the loss is a mean. Divide it by the number of rows.',
    },
    {
      mistake: 'doubles the gradient',
      insteadOf: 'const n = X.length',
      writes: 'const n = X.length / 2',
      say: 'The data part of your gradient is twice the slope of the loss. The factor 2 belongs to squared errors; leave it out.',
    },
    {
      mistake: 'does not average the slope of the bias',
      insteadOf: 'bias: total / n',
      writes: 'bias: total',
      say: 'The bias part of your gradient is a sum over the rows, the weights part a mean. Divide both by n.',
    },
    {
      mistake: 'forgets the penalty in the gradient',
      insteadOf: ' + l2 * weight',
      writes: '',
      say: 'Your gradient does not change with l2, and your loss does. Add l2 times the weight to the slope of each weight.',
    },
    {
      mistake: 'doubles the penalty in the gradient',
      insteadOf: ' + l2 * weight',
      writes: ' + 2 * l2 * weight',
      say: 'The penalty in your gradient is twice its slope. Half of l2 times a square has the slope l2 times the weight.',
    },
    {
      mistake: 'divides the penalty of the gradient by n',
      insteadOf: 'along(j) / n + l2 * weight',
      writes: '(along(j) + l2 * weight) / n',
      say: 'The penalty in your gradient is divided by the number of rows. Add l2 times the weight after the division.',
    },
    {
      mistake: 'penalises the bias in the gradient',
      insteadOf: 'bias: total / n',
      writes: 'bias: total / n + l2 * bias',
      say: 'Your gradient penalises the bias too. Leave l2 out of its slope.',
    },
    {
      mistake: 'fits without the penalty',
      insteadOf: 'steps, l2 = 0 } = options',
      writes: `steps } = options;
  const l2 = 0`,
      say: 'Your fit gives the same for every l2. Hand options.l2 on to the loss and to the gradient.',
    },
    {
      mistake: 'ignores the weights of the start',
      insteadOf: 'options.weights ?? zeros',
      writes: 'zeros',
      say: 'Your numbers equal what you get when the walk starts at zero weights whatever is given. Start at options.weights where it is given.',
    },
    {
      mistake: 'ignores the bias of the start',
      insteadOf: 'options.bias ?? 0',
      writes: '0',
      say: 'Your numbers equal what you get when the walk starts at a bias of 0 whatever is given. Start at options.bias where it is given.',
    },
    {
      mistake: 'takes the bias of the start only where weights are given too',
      insteadOf: 'options.bias ?? 0',
      writes: 'options.weights ? (options.bias ?? 0) : 0',
      say: 'Your numbers equal what you get when a start with a bias alone counts as none. Look at options.weights and options.bias one by one.',
    },
    {
      mistake: 'never moves the bias',
      insteadOf: `    bias = bias - learningRate * slope.bias;
`,
      writes: '',
      say: 'Your numbers equal what you get when the bias stays where it started. Update it in every step, like a weight.',
    },
    {
      mistake: 'steps uphill',
      insteadOf: `weight - learningRate * slope.weights[j]);
    bias = bias - learningRate`,
      writes: `weight + learningRate * slope.weights[j]);
    bias = bias + learningRate`,
      say: 'Your parameters move along the gradient, which is uphill. Subtract the step instead of adding it.',
    },
    {
      mistake: 'moves the bias by a gradient taken after the weights moved',
      insteadOf: 'learningRate * slope.bias',
      writes: 'learningRate * gradient(X, y, weights, bias, l2).bias',
      say: 'Your numbers equal what you get when the weights move first and the bias sees the new ones. Compute the whole gradient before anything moves.',
    },
    {
      mistake: 'updates after every row',
      insteadOf: `    const slope = gradient(X, y, weights, bias, l2); // once, before anything moves
    weights = weights.map((weight, j) => weight - learningRate * slope.weights[j]);
    bias = bias - learningRate * slope.bias;`,
      writes: `    for (let i = 0; i < X.length; i++) {
      const slope = gradient([X[i]], [y[i]], weights, bias, l2);
      weights = weights.map((weight, j) => weight - learningRate * slope.weights[j]);
      bias = bias - learningRate * slope.bias;
    }`,
      say: 'Your numbers equal what you get with one update for each row. Make one update from the mean over all rows.',
    },
    {
      mistake: 'shortens gradients to a length of 1',
      insteadOf: 'const slope = gradient(X, y, weights, bias, l2);',
      writes: `const full = gradient(X, y, weights, bias, l2);
    const length = Math.max(1, Math.hypot(...full.weights, full.bias));
    const slope = { weights: full.weights.map(g => g / length), bias: full.bias / length };`,
      say: 'Your numbers equal what you get when a gradient longer than 1 is scaled down to 1. Subtract it in full.',
    },
    {
      mistake: 'shortens gradients to a length of 5',
      insteadOf: 'const slope = gradient(X, y, weights, bias, l2);',
      writes: `const full = gradient(X, y, weights, bias, l2);
    const length = Math.max(1, Math.hypot(...full.weights, full.bias) / 5);
    const slope = { weights: full.weights.map(g => g / length), bias: full.bias / length };`,
      say: 'Your numbers equal what you get when a gradient longer than 5 is scaled down to 5. Subtract it in full.',
    },
    {
      mistake: 'applies the penalty to weights that have moved already',
      insteadOf: `gradient(X, y, weights, bias, l2); // once, before anything moves
    weights = weights.map((weight, j) => weight - learningRate * slope.weights[j]);`,
      writes: `gradient(X, y, weights, bias);
    const moved = weights.map((weight, j) => weight - learningRate * slope.weights[j]);
    weights = moved.map(weight => weight - learningRate * l2 * weight);`,
      say: 'Your numbers equal what you get when the penalty shrinks the weights after the data has moved them. Take its slope at the weights before the step, with the rest of the gradient.',
    },
    {
      mistake: 'stops where the slope is zero',
      insteadOf: `    weights = weights.map((weight, j) => weight -`,
      writes: `    if (slope.bias === 0 && slope.weights.every(part => part === 0)) break;
    weights = weights.map((weight, j) => weight -`,
      say: 'Your numbers equal what you get when the walk ends as soon as a step moves nothing. Make every step that is asked for, and keep its loss.',
    },
    {
      mistake: 'stops when the loss rises',
      insteadOf: `    losses.push(loss(X, y, weights, bias, l2));
`,
      writes: `    losses.push(loss(X, y, weights, bias, l2));
    if (losses[step + 1] > losses[step]) break;
`,
      say: 'Your numbers equal what you get when the walk ends with the first loss that is above the one before. Make every step that is asked for.',
    },
    {
      mistake: 'returns the parameters with the lowest loss',
      insteadOf: 'return { weights, bias, losses };',
      writes: `const best = losses.indexOf(Math.min(...losses));
  if (best === losses.length - 1) return { weights, bias, losses };
  return { ...fit(X, y, { ...options, steps: best }), losses };`,
      say: 'Your parameters are those with the lowest loss on the way. Return those after the last update, also where the loss has risen.',
    },
    {
      mistake: 'makes one step too many',
      insteadOf: 'step < steps',
      writes: 'step <= steps',
      say: 'Your numbers equal what you get with one update more than asked for. Check where the loop ends: steps counts updates.',
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
      say: 'Your losses lack the one after the last update. Take a loss at the start and one after every update.',
    },
    {
      mistake: 'keeps all its losses without the penalty',
      insteadOf: 'const losses = [loss(X, y, weights, bias, l2)];',
      writes: `const loss = (..._: unknown[]) => {
    checkLabels(X, y);
    const each = logits(X, weights, bias).map((z, i) => softplus(z) - y[i] * z);
    return each.reduce((sum, nats) => sum + nats, 0) / X.length;
  };
  const losses = [loss()];`,
      say: 'Your losses are the cross-entropy alone, while the steps take the penalty into account. Add the penalty to every loss.',
    },
    {
      mistake: 'keeps its losses without the penalty',
      insteadOf: 'losses.push(loss(X, y, weights, bias, l2))',
      writes: 'losses.push(loss(X, y, weights, bias))',
      say: 'Your later losses leave the penalty out, while the first one has it. Give l2 to every call of loss.',
    },
    {
      mistake: 'says 0 where the probability equals the threshold',
      insteadOf: 'p >= threshold',
      writes: 'p > threshold',
      say: 'Your predict gives 0 where the probability equals the threshold. Equality counts as 1.',
    },
    {
      mistake: 'takes a threshold of 0 for a missing one',
      insteadOf: 'p >= threshold',
      writes: 'p >= (threshold || 0.5)',
      say: 'Your predict treats a threshold of 0 as if none were given. Use a default parameter, which only replaces undefined.',
    },
    {
      mistake: 'ignores the threshold',
      insteadOf: 'p >= threshold',
      writes: 'p >= 0.5',
      say: 'Your predict gives the same for every threshold. Compare the probability with the threshold that is given.',
    },
    {
      mistake: 'compares logits where the probability is 1',
      insteadOf: 'predictProba(X, weights, bias).map(p => (p >= threshold',
      writes: 'logits(X, weights, bias).map(z => (z >= Math.log(threshold / (1 - threshold))',
      say: 'Your predict gives 0 at a threshold of 1 even where the probability is 1. Compare the probability itself with the threshold.',
    },
    {
      mistake: 'accepts weights that are left over',
      insteadOf: 'row.length !== weights.length',
      writes: 'row.length > weights.length',
      say: 'More weights than features are accepted, and those left over do nothing. Throw a TypeError unless the two numbers are equal.',
    },
    {
      mistake: 'accepts features that are left over',
      insteadOf: 'row.length !== weights.length',
      writes: 'row.length < weights.length',
      say: 'More features than weights are accepted. Throw a TypeError unless the two numbers are equal.',
    },
    {
      mistake: 'measures only the first row',
      insteadOf: 'X.some(row',
      writes: 'X.slice(0, 1).some(row',
      say: 'The width of the first row is checked and that of the others is not. Compare every row with the weights.',
    },
    {
      mistake: 'counts the numbers of all rows together',
      insteadOf: 'X.some(row => row.length !== weights.length)',
      writes: 'X.flat().length !== X.length * weights.length',
      say: 'Short rows are accepted where long ones make up for them. Compare the width of every row by itself, not the count of all the numbers.',
    },
    {
      mistake: 'accepts more labels than rows',
      insteadOf: 'y.length !== X.length',
      writes: 'y.length < X.length',
      say: 'More labels than rows are accepted. Throw a TypeError unless the two numbers are equal.',
    },
    {
      mistake: 'accepts labels between 0 and 1',
      insteadOf: 'label !== 0 && label !== 1',
      writes: 'label < 0 || label > 1',
      say: 'A label of one half is accepted. Throw a RangeError unless every label is 0 or 1.',
    },
    {
      mistake: 'accepts a learning rate of zero',
      insteadOf: 'learningRate > 0',
      writes: 'learningRate >= 0',
      say: 'A learning rate of 0 is accepted. It can never move anything; throw a RangeError, also where steps is 0.',
    },
    {
      mistake: 'looks only whether the learning rate is above 0',
      insteadOf: '!(learningRate > 0 && learningRate < Infinity)',
      writes: 'learningRate <= 0',
      say: 'A learning rate of Infinity or NaN is accepted. Throw a RangeError unless it is positive and finite.',
    },
    {
      mistake: 'checks the learning rate only where there are steps',
      insteadOf: 'if (!(learningRate',
      writes: 'if (steps > 0 && !(learningRate',
      say: 'A bad learning rate is accepted where steps is 0. Check it before anything else, whatever steps is.',
    },
    {
      mistake: 'accepts an infinite learning rate',
      insteadOf: ' && learningRate < Infinity',
      writes: '',
      say: 'A learning rate of Infinity is accepted. Throw a RangeError unless it is positive and finite.',
    },
    {
      mistake: 'accepts a learning rate that is not a number',
      insteadOf: '!(learningRate > 0 && learningRate < Infinity)',
      writes: 'learningRate <= 0 || learningRate === Infinity',
      say: 'A learning rate of NaN is accepted, since no comparison with NaN holds. Throw a RangeError unless it is positive and finite.',
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
      title: 'Where the probability of label 1 is high, after 40 steps',
      experiment: ({ fit, predictProba }, { flat: { X, y, options }, grid }): Boundary => {
        const stages = [0, 1, 2, 4, 8, 16, 40].map(steps => {
          const { weights, bias } = fit(X, y, { ...options, steps });
          return { name: `After ${steps} steps`, scores: predictProba(grid.points, weights, bias) };
        });
        return { X, y, xs: grid.xs, ys: grid.ys, scores: stages[6].scores, stages };
      },
    },
  ],
  tries: {
    table: { kind: 'classes', classes: 2, of: ({ flat: { X, y } }) => ({ X, y }) },
    knobs: [
      {
        name: 'learning rate',
        kind: 'rate',
        low: ({ flat }) => flat.options.learningRate / 50,
        high: ({ flat }) => flat.options.learningRate * 20,
        start: ({ flat }) => flat.options.learningRate,
      },
    ],
    bench: ({ table: { X, y = [] }, own, knobs: [learningRate] }, { flat, grid }) => ({
      flat: { ...flat, X, y, options: { ...flat.options, learningRate } },
      grid: own ? gridOver(X, SIDE) : grid,
    }),
  },
});
