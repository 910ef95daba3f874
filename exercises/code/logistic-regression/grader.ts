import {
  absolute,
  type Boundary,
  type Draw,
  EXACT,
  grader,
  slopeOfLoss,
  twoClasses,
  unchangedWhen,
} from '../../../graders';

/** How far a parameter is moved to either side to see the slope. */
const H = 0.005;
/** Points along each side of the picture's grid. */
const SIDE = 40;

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

/** Rows that no rounding can carry over the threshold, some of them on either side of it and of 0.5. */
function decisions(draw: Draw) {
  return draw.until(
    () => {
      const { X, weights, bias } = problem(draw, draw.integer(14, 18), 3);
      return { X, weights, bias, threshold: draw.pick([0.2, 0.3, 0.7, 0.8]) };
    },
    ({ X, weights, bias, threshold }) => {
      const cut = Math.log(threshold / (1 - threshold));
      const scores = X.map(row => row.reduce((sum, x, j) => sum + x * weights[j], bias));
      const between = scores.some(z => z > Math.min(0, cut) && z < Math.max(0, cut));
      const clear = scores.every(z => Math.min(Math.abs(z), Math.abs(z - cut)) > 0.02);
      return between && clear && scores.some(z => z > 1.5) && scores.some(z => z < -1.5);
    },
  );
}

/** A regular grid over two features, a little wider than the data. */
function gridOver(X: number[][]) {
  const axis = (j: number) => {
    const column = X.map(row => row[j]);
    const low = Math.min(...column) - 0.5;
    const step = (Math.max(...column) + 0.5 - low) / (SIDE - 1);
    return Array.from({ length: SIDE }, (_, k) => low + k * step);
  };
  const [xs, ys] = [axis(0), axis(1)];
  return { xs, ys, points: ys.flatMap(y => xs.map(x => [x, y])) };
}

const bench = (draw: Draw) => {
  const d = draw.integer(2, 3);
  const few = problem(draw, draw.integer(7, 9), d);
  const many = problem(draw, draw.integer(13, 17), draw.integer(4, 5));
  const flat = problem(draw, draw.integer(20, 26), 2);
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
    grid: gridOver(flat.X),
    scores: draw.times(9, () => draw.uniform(-7, 7)),
    ahead: moved(H),
    behind: moved(-H),
    doubled: { X: rows.map(i => few.X[i]), y: rows.map(i => few.y[i]) },
    zeros: few.weights.map(() => 0),
    faint: draw.times(5, () => [draw.uniform(-1, 1)]),
    huge: draw.uniform(60, 690),
    steps: draw.integer(4, 7),
    rest: draw.integer(3, 6),
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
      ({ sigmoid }) => [-800, -710, -40, 0, 40, 710, 800].map(z => sigmoid(z)),
      { within: absolute(1e-12) },
    ),
    agrees('gives each row its probability', ({ predictProba }, { few }) =>
      predictProba(few.X, few.weights, few.bias),
    ),
    agrees('keeps every digit of a small probability', ({ predictProba }, { faint }) =>
      predictProba(faint, [1], -8),
    ),
    agrees('measures the mean cross-entropy', ({ loss }, { few, many }) => [
      loss(few.X, few.y, few.weights, few.bias),
      loss(many.X, many.y, many.weights, many.bias),
    ]),
    agrees('adds half the penalty, for the weights only', ({ loss }, { few, many }) => [
      loss(few.X, few.y, few.weights, few.bias, few.l2),
      loss(many.X, many.y, many.weights, many.bias, many.l2),
    ]),
    agrees('knows the cost of being sure and wrong', ({ loss }, { huge }) => [
      loss([[1]], [1], [-800], 0),
      loss([[1]], [0], [800], 0),
      loss([[1], [-1]], [1, 0], [-huge], 0),
      loss([[1]], [0], [40], 0),
    ]),
    agrees('charges nothing for being sure and right', ({ loss }) => [
      loss([[1]], [1], [800], 0),
      loss([[1], [-1]], [0, 1], [-800], 0),
    ]),
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
    agrees('learns from a single row', ({ fit }, { single, steps }) => [
      fit(single.X, [1], { learningRate: single.rate, steps }),
      fit(single.X, [0], { learningRate: single.rate, steps }),
    ]),
    agrees('keeps every digit where the numbers are small', ({ fit }, { few }) => {
      const { weights, bias } = fit(few.X, few.y, { learningRate: 1e-4, steps: 2 });
      return { weights, bias };
    }),
    agrees('makes all its steps where nothing is left to learn', ({ fit }, { rest }) =>
      fit([[1], [1], [-1], [-1]], [0, 1, 0, 1], { learningRate: 0.3, steps: rest }),
    ),
    agrees(
      'says 1 from a probability of one half',
      ({ predict }, { decisions: { X, weights, bias } }) => predict(X, weights, bias),
      { within: EXACT },
    ),
    agrees(
      'says 1 from the threshold that is given',
      ({ predict }, { decisions: { X, weights, bias, threshold } }) =>
        predict(X, weights, bias, threshold),
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
    rejects('measuring no rows', ({ loss }) => loss([], [], [1], 0)),
    rejects('fitting no rows', ({ fit }) => fit([], [], { learningRate: 0.1, steps: 2 })),
    rejects('fewer labels than rows', ({ gradient }) => gradient([[1], [2]], [1], [1], 0)),
    rejects('more labels than rows', ({ fit }) =>
      fit([[1], [2]], [1, 0, 1], { learningRate: 0.1, steps: 2 }),
    ),
    rejects('rows of different widths', ({ fit }) =>
      fit([[1, 2], [3]], [1, 0], { learningRate: 0.1, steps: 2 }),
    ),
    rejects('weights that do not fit the rows', ({ predictProba }) =>
      predictProba([[1, 2]], [1], 0),
    ),
    rejects('a start that does not fit the rows', ({ fit }) =>
      fit([[1, 2]], [1], { learningRate: 0.1, steps: 0, weights: [1, 2, 3] }),
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
    rejects('an infinite learning rate', ({ fit }) =>
      fit([[1]], [1], { learningRate: Number.POSITIVE_INFINITY, steps: 2 }),
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
      mistake: 'makes one step too many',
      insteadOf: 'step < steps',
      writes: 'step <= steps',
      say: 'Your numbers equal what you get with one update more than asked for. Check where the loop ends: steps counts updates.',
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
        const { weights, bias } = fit(X, y, { ...options, steps: 40 });
        const scores = predictProba(grid.points, weights, bias);
        return { X, y, xs: grid.xs, ys: grid.ys, scores };
      },
    },
  ],
});
