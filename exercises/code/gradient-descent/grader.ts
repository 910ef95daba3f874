import {
  cloud,
  type Draw,
  type FittedLines,
  grader,
  isRecord,
  isVector,
  type Landscape,
  type Law,
  plane,
  slopeOfLoss,
  unchangedWhen,
} from '../../../graders';

/** As many numbers as four rows of two would have; the first row and the last have two. */
const RAGGED = [[1, 2], [3], [4, 5, 6], [7, 8]];

/** How far a parameter is moved to either side to see the slope; exact for a square at any width. */
const H = 0.5;

/** @returns the largest curvature a mean squared error over X [n][d] can have; below 2 divided by it, descent converges. */
function steepest(X: number[][]): number {
  return 2 * (1 + X.reduce((sum, row) => sum + row.reduce((s, x) => s + x * x, 0), 0) / X.length);
}

/** A plane to be found, from a start that is not zero, at a rate that cannot diverge. */
function problem(draw: Draw, n: number, d: number) {
  return draw.until(
    () => {
      const { X, y } = plane(draw, n, d);
      const start = { weights: draw.times(d, () => draw.normal(0, 2)), bias: draw.normal(2, 2) };
      const learningRate = Number((draw.uniform(0.5, 1.2) / steepest(X)).toPrecision(3));
      return { X, y, ...start, start, options: { ...start, learningRate } };
    },
    ({ X, y, weights, bias }) => Math.abs(bias) > 0.5 && smallestShare(X, y, weights, bias) > 0.1,
  );
}

/**
 * @returns the least that is left of any slope where its terms of both signs are added, as a share of
 * their sizes: where little is left, rounding weighs more
 */
function smallestShare(X: number[][], y: number[], weights: number[], bias: number): number {
  const errors = X.map((row, i) => row.reduce((sum, x, j) => sum + x * weights[j], bias) - y[i]);
  const shares = [...weights, bias].map((_, j) => {
    const terms = errors.map((error, i) => error * (X[i][j] ?? 1));
    const size = terms.reduce((sum, term) => sum + Math.abs(term), 0);
    return Math.abs(terms.reduce((sum, term) => sum + term, 0)) / size;
  });
  return Math.min(...shares);
}

/**
 * A loss that falls at first, since the bias settles, and then grows by less than half in an update:
 * so slowly that a limit half as high, or half as high again, is passed at another update.
 */
function creep(draw: Draw) {
  const unit = draw.uniform(0.9, 1.2);
  const slope = (draw.uniform(0.1, 0.2) / unit) * draw.pick([-1, 1]);
  const height = draw.uniform(1.1, 1.35);
  const X = [[-2 * unit], [unit], [unit]];
  const rate = draw.uniform(2.14, 2.2);
  const growing = 2 * (unit * slope) ** 2; // the part of the loss that the weight is to blame for
  const limit = 1e6 * (growing + height ** 2 + 1);
  return {
    X,
    y: X.map(([x]) => height + slope * x),
    learningRate: rate / (4 * unit ** 2),
    /** Until the limit is passed; never close to a whole number. */
    updates: Math.log(limit / growing) / Math.log((1 - rate) ** 2),
  };
}

const bench = (draw: Draw) => {
  const d = draw.integer(2, 3);
  const few = problem(draw, draw.integer(6, 8), d);
  const many = problem(draw, draw.integer(12, 16), draw.integer(4, 5));
  const narrow = problem(draw, draw.integer(9, 11), 1);
  // Another table of exactly the shape of `few`.
  const other = problem(draw, few.X.length, d);
  const moved = (by: number) =>
    draw.times(d + 1, k => ({
      weights: few.weights.map((weight, j) => (j === k ? weight + by : weight)),
      bias: few.bias + (k === d ? by : 0),
    }));
  const rows = draw.shuffle([...few.X.keys(), ...few.X.keys()]);
  const row = cloud(draw, 1, d);
  // From zeros neither the weights nor the bias change their sign on the way.
  const twins = draw.times(draw.integer(12, 16), () => Array(2).fill(draw.uniform(0.5, 3)));
  const slope = draw.uniform(1, 3) * draw.pick([-1, 1]);

  // Four points on a line through (1, 3) and (4, 9), stretched. At 0.05, from zeros, the losses are
  // 41, 1.12875, 0.04327, 0.01336 times the square of the stretch; above 0.12 they grow.
  const steps = [[1], [2], [3], [4]];
  const stretch = draw.uniform(2, 9);
  const line = { X: steps, y: [3, 5, 7, 9].map(target => target * stretch) };
  const calm = draw.pick([
    { updates: 2, tolerance: draw.uniform(3, 20) * stretch ** 2 },
    { updates: 3, tolerance: draw.uniform(0.08, 0.8) * stretch ** 2 },
    { updates: 4, tolerance: draw.uniform(0.002, 0.01) * stretch ** 2 },
  ]);
  const tall = draw.uniform(12, 30);
  const low = draw.uniform(0.02, 0.04);
  const flat = draw.uniform(0.003, 0.006);

  // On one row every update multiplies the error by 1 − rate, and the loss by the square of that.
  const rate = draw.uniform(2.02, 2.06);
  const height = draw.uniform(3, 8);
  const rising = {
    X: row,
    y: [height],
    learningRate: rate / steepest(row),
    tolerance: draw.uniform(1.5, 3) * ((1 - rate) ** 2 - 1) * height ** 2,
  };
  const creeping = draw.until(
    () => creep(draw),
    ({ updates }) => Math.abs(updates - Math.round(updates)) > 0.1,
  );
  // Whole numbers throughout: at 0.25 every error is halved, and the loss falls to a quarter.
  const pair = draw.until(
    () => [8 * draw.integer(1, 12), 8 * draw.integer(-12, -1)],
    ([a, b]) => a !== -b,
  );
  const halved = draw.integer(1, 2);
  return {
    few,
    many,
    narrow,
    other,
    ahead: moved(H),
    behind: moved(-H),
    doubled: { X: rows.map(i => few.X[i]), y: rows.map(i => few.y[i]) },
    single: { X: row, y: [draw.uniform(3, 8)], learningRate: 0.15 / steepest(row) },
    twins: { X: twins, y: twins.map(([x]) => slope * x), learningRate: 0.2 / steepest(twins) },
    steps: draw.integer(4, 7),
    line,
    calm,
    // Met by the first update: the loss falls by 39.87 times the square of the stretch.
    lenient: draw.uniform(50, 90) * stretch ** 2,
    rising,
    creeping,
    tie: {
      X: [[1], [-1]],
      y: pair,
      tolerance: (0.75 / 4 ** (halved - 1)) * ((pair[0] ** 2 + pair[1] ** 2) / 2),
    },
    long: { X: [[draw.uniform(1, 2)]], y: [draw.uniform(3, 8)], learningRate: 0.03 },
    climb: {
      learningRate: draw.uniform(0.15, 0.19),
      steps: draw.integer(3, 5),
      tolerance: 0.3 * stretch ** 2,
    },
    // Losses grow with the square of the stretch, gradients and steps with the stretch itself. So the
    // gradient meets the tolerance too early on the tall line, and too late on the low one.
    tall: {
      X: steps,
      y: [3, 5, 7, 9].map(target => target * tall),
      tolerance: draw.uniform(4, 20) * tall ** 2,
    },
    low: {
      X: steps,
      y: [3, 5, 7, 9].map(target => target * low),
      tolerance: draw.uniform(4, 20) * low ** 2,
    },
    flat: { X: steps, y: [3, 5, 7, 9].map(target => target * flat) },
    wild: draw.uniform(0.25, 0.35),
    // One update takes the bias beyond the largest number and the weight below the smallest, so that
    // no prediction is a number.
    torn: {
      X: steps,
      y: [9, 3, -1, -6].map(target => target * stretch),
      learningRate: draw.uniform(0.8, 1.5) * 1e308,
    },
    nearly: { weights: [2 + draw.uniform(0.008, 0.02)], bias: 1 },
    atRest: { X: steps, y: [3, 5, 7, 9], weights: [2], bias: 1, steps: draw.integer(3, 6) },
  };
};

/** Right code leaves the finite numbers as Infinity or as NaN, so only that it left them is judged. */
const endsBeyondNumbers: Law = (value, { expected }) => {
  const wanted = isRecord(expected) && isVector(expected.losses) ? expected.losses.length : 0;
  if (!isRecord(value) || !isVector(value.losses)) {
    return { say: 'The result should have losses, an array of numbers.' };
  }
  const { losses, status } = value;
  if (losses.length !== wanted) {
    return {
      say: `losses has ${losses.length} entries; the loss stops being finite at entry ${wanted - 1}.`,
      path: ['losses'],
    };
  }
  const finite = losses.findIndex((entry, t) => Number.isFinite(entry) === (t === wanted - 1));
  if (finite >= 0) {
    const which = finite === wanted - 1 ? 'should not be' : 'should be';
    return { say: `losses[${finite}] ${which} a finite number.`, path: ['losses', finite] };
  }
  if (status === 'diverged') return null;
  return {
    say: 'status should be diverged.',
    path: ['status'],
    received: status,
    expected: 'diverged',
  };
};

/** The mean squared error of a line through points of one feature, over its weight and its bias. */
function lineLoss({ X, y }: { X: number[][]; y: number[] }): Landscape {
  const mean = (list: number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
  const xs = X.map(row => row[0]);
  const [centre, level] = [mean(xs), mean(y)];
  const slope =
    mean(xs.map((x, i) => (x - centre) * (y[i] - level))) /
    (mean(xs.map(x => (x - centre) ** 2)) || 1);
  return {
    height: (weight, bias) => mean(xs.map((x, i) => (weight * x + bias - y[i]) ** 2)),
    bottom: [slope, level - slope * centre],
  };
}

/** As safe a rate on other rows as that of the run is on its own. */
function rateOn(X: number[][], { X: own, options: { learningRate } }: ReturnType<typeof problem>) {
  const rate = (learningRate * steepest(own)) / steepest(X);
  return X === own ? learningRate : Number(rate.toPrecision(3));
}

export default grader<typeof import('./solution'), typeof bench>({
  bench,
  checks: ({ agrees, holds, rejects }) => [
    agrees('multiplies each feature by its weight and adds the bias', ({ predict }, { few }) =>
      predict(few.X, few.weights, few.bias),
    ),
    agrees('measures the mean of the squared errors', ({ loss }, { few, many }) => [
      loss(few.X, few.y, few.weights, few.bias),
      loss(many.X, many.y, many.weights, many.bias),
    ]),
    holds(
      'has a gradient that is the slope of its loss',
      ({ gradient, loss }, { few: { X, y, weights, bias }, ahead, behind }) => ({
        gradient: gradient(X, y, weights, bias),
        ahead: ahead.map(point => loss(X, y, point.weights, point.bias)),
        behind: behind.map(point => loss(X, y, point.weights, point.bias)),
      }),
      slopeOfLoss(H, 1e-3),
    ),
    agrees('gives the slope for every weight and for the bias', ({ gradient }, { few, many }) => [
      gradient(few.X, few.y, few.weights, few.bias),
      gradient(many.X, many.y, many.weights, many.bias),
    ]),
    holds(
      'does not mind rows that appear twice, in any order',
      ({ gradient }, { few, doubled }) => [
        gradient(few.X, few.y, few.weights, few.bias),
        gradient(doubled.X, doubled.y, few.weights, few.bias),
      ],
      unchangedWhen('every row appears twice'),
    ),
    agrees('returns the start where no step is allowed', ({ gradientDescent }, { few }) =>
      gradientDescent(few.X, few.y, { ...few.options, steps: 0 }),
    ),
    agrees('moves weights and bias by one step', ({ gradientDescent }, { few }) => {
      const { weights, bias } = gradientDescent(few.X, few.y, { ...few.options, steps: 1 });
      return { weights, bias };
    }),
    agrees('is in the right place after several steps', ({ gradientDescent }, { many, steps }) => {
      const { weights, bias } = gradientDescent(many.X, many.y, { ...many.options, steps });
      return { weights, bias };
    }),
    agrees(
      'keeps the loss of the start and the loss after every step',
      ({ gradientDescent }, { many, narrow, steps }) => [
        gradientDescent(many.X, many.y, { ...many.options, steps }).losses,
        gradientDescent(narrow.X, narrow.y, { ...narrow.options, steps }).losses,
      ],
    ),
    agrees('starts at zeros unless told otherwise', ({ gradientDescent }, { few, steps }) => [
      gradientDescent(few.X, few.y, { learningRate: few.options.learningRate, steps }),
      gradientDescent(few.X, few.y, {
        learningRate: few.options.learningRate,
        steps,
        weights: undefined,
        bias: undefined,
        tolerance: undefined,
      }),
    ]),
    agrees(
      'starts at weights without a bias, and at a bias without weights',
      ({ gradientDescent }, { other: { X, y, options }, steps }) => [
        gradientDescent(X, y, {
          learningRate: options.learningRate,
          steps,
          weights: options.weights,
        }),
        gradientDescent(X, y, { learningRate: options.learningRate, steps, bias: options.bias }),
      ],
    ),
    agrees('learns from a single row', ({ gradientDescent }, { single, steps }) =>
      gradientDescent(single.X, single.y, { learningRate: single.learningRate, steps }),
    ),
    agrees('keeps every digit where the numbers are small', ({ gradientDescent }, { flat }) =>
      gradientDescent(flat.X, flat.y, { learningRate: 0.05, steps: 3 }),
    ),
    agrees('treats two equal features alike', ({ gradientDescent }, { twins, steps }) =>
      gradientDescent(twins.X, twins.y, { learningRate: twins.learningRate, steps }),
    ),
    agrees(
      'stops once the loss hardly changes',
      ({ gradientDescent }, { line, calm, tall, low }) => {
        const until = ({ X, y, tolerance }: typeof tall) =>
          gradientDescent(X, y, { learningRate: 0.05, steps: 60, tolerance });
        return [until({ ...line, tolerance: calm.tolerance }), until(tall), until(low)];
      },
    ),
    agrees('looks at the tolerance on the last step too', ({ gradientDescent }, { line, calm }) =>
      gradientDescent(line.X, line.y, {
        learningRate: 0.05,
        steps: calm.updates,
        tolerance: calm.tolerance,
      }),
    ),
    agrees(
      'compares the first update with the start, also where the loss rises',
      ({ gradientDescent }, { line, lenient, rising, steps }) => [
        gradientDescent(line.X, line.y, { learningRate: 0.05, steps: 60, tolerance: lenient }),
        gradientDescent(rising.X, rising.y, {
          learningRate: rising.learningRate,
          steps,
          tolerance: rising.tolerance,
        }),
      ],
    ),
    agrees('never stops early with a tolerance of zero', ({ gradientDescent }, { atRest }) => {
      const { X, y, weights, bias, steps } = atRest;
      return [
        gradientDescent(X, y, { weights, bias, learningRate: 0.05, steps }),
        gradientDescent(X, y, { weights, bias, learningRate: 0.05, steps, tolerance: 0 }),
      ];
    }),
    agrees('goes on where the change equals the tolerance', ({ gradientDescent }, { tie }) =>
      gradientDescent(tie.X, tie.y, { learningRate: 0.25, steps: 9, tolerance: tie.tolerance }),
    ),
    agrees('keeps going while the loss rises moderately', ({ gradientDescent }, { line, climb }) =>
      gradientDescent(line.X, line.y, climb),
    ),
    agrees('stops once the loss has exploded', ({ gradientDescent }, { tall, wild }) =>
      gradientDescent(tall.X, tall.y, { learningRate: wild, steps: 40 }),
    ),
    agrees(
      'measures an explosion against the first loss plus one',
      ({ gradientDescent }, { atRest, nearly, creeping: { X, y, learningRate } }) => {
        const near = gradientDescent(atRest.X, atRest.y, {
          ...nearly,
          learningRate: 0.5,
          steps: 40,
        });
        // The bias has settled; beside the weight it is at the mercy of rounding.
        const { weights, losses, status } = gradientDescent(X, y, { learningRate, steps: 200 });
        return [near, { weights, losses, status }];
      },
    ),
    agrees(
      'asks about an explosion first, also on the last step',
      ({ gradientDescent }, { few }) =>
        gradientDescent(few.X, few.y, {
          ...few.start,
          learningRate: 1e5,
          steps: 1,
          tolerance: 1e30,
        }).status,
    ),
    holds(
      'stops when the loss is infinite',
      ({ gradientDescent }, { few }) => {
        const options = { ...few.start, learningRate: 1e200, steps: 9 };
        const { losses, status } = gradientDescent(few.X, few.y, options);
        return { losses, status };
      },
      endsBeyondNumbers,
    ),
    holds(
      'stops when the loss is not a number',
      ({ gradientDescent }, { torn }) => {
        const { X, y, learningRate } = torn;
        const { losses, status } = gradientDescent(X, y, { learningRate, steps: 9 });
        return { losses, status };
      },
      endsBeyondNumbers,
    ),
    agrees(
      'makes thousands of updates where they are asked for',
      ({ gradientDescent }, { long }) => {
        const { X, y, learningRate } = long;
        const end = gradientDescent(X, y, { learningRate, steps: 8000 });
        const { weights, bias, losses, status } = end;
        return { weights, bias, status, entries: losses.length };
      },
    ),
    rejects('the loss of no rows', ({ loss }) => loss([], [], [1], 0)),
    rejects('the slope of no rows', ({ gradient }) => gradient([], [], [1], 0)),
    rejects('descending on no rows', ({ gradientDescent }) =>
      gradientDescent([], [], { learningRate: 0.1, steps: 0 }),
    ),
    rejects('descending on no rows from a given start', ({ gradientDescent }) =>
      gradientDescent([], [], { learningRate: 0.1, steps: 0, weights: [1, 2], bias: 3 }),
    ),
    rejects('fewer targets than rows', ({ gradient }) => gradient([[1], [2]], [1], [1], 0)),
    rejects('fewer targets than rows, in a descent', ({ gradientDescent }) =>
      gradientDescent([[1], [2]], [1], { learningRate: 0.1, steps: 0 }),
    ),
    rejects('more targets than rows', ({ loss }) => loss([[1], [2]], [1, 2, 3], [1], 0)),
    rejects('more targets than rows, in a descent', ({ gradientDescent }) =>
      gradientDescent([[1], [2]], [1, 2, 3], { learningRate: 0.1, steps: 0 }),
    ),
    rejects('a row that is too short', ({ loss }) => loss([[1, 2], [3]], [1, 2], [1, 1], 0)),
    rejects('a row that is too short, in a descent', ({ gradientDescent }) =>
      gradientDescent([[1, 2], [3]], [1, 2], { learningRate: 0.1, steps: 0 }),
    ),
    rejects('a row that is too long', ({ predict }) => predict([[1], [2, 3]], [1], 0)),
    rejects('a row that is too long, for the slope', ({ gradient }) =>
      gradient([[1], [2, 3]], [1, 2], [1], 0),
    ),
    rejects('short rows beside long ones', ({ predict }) => predict(RAGGED, [1, 1], 0)),
    rejects('the loss of short rows beside long ones', ({ loss }) =>
      loss(RAGGED, [1, 2, 3, 4], [1, 1], 0),
    ),
    rejects('the slope of short rows beside long ones', ({ gradient }) =>
      gradient(RAGGED, [1, 2, 3, 4], [1, 1], 0),
    ),
    rejects('descending on short rows beside long ones', ({ gradientDescent }) =>
      gradientDescent(RAGGED, [1, 2, 3, 4], { learningRate: 0.1, steps: 0 }),
    ),
    rejects('fewer weights than features', ({ predict }) => predict([[1, 2]], [1], 0)),
    rejects('fewer weights than features, for the loss', ({ loss }) => loss([[1, 2]], [1], [1], 0)),
    rejects('more weights than features', ({ predict }) => predict([[1]], [1, 2], 0)),
    rejects('more weights than features, for the slope', ({ gradient }) =>
      gradient([[1]], [1], [1, 2], 0),
    ),
    rejects('a start with too few weights', ({ gradientDescent }) =>
      gradientDescent([[1, 2]], [1], { learningRate: 0.1, steps: 0, weights: [1] }),
    ),
    rejects('a start with too many weights', ({ gradientDescent }) =>
      gradientDescent([[1, 2]], [1], { learningRate: 0.1, steps: 0, weights: [1, 2, 3] }),
    ),
    rejects('a learning rate of zero, also for no steps', ({ gradientDescent }) =>
      gradientDescent([[1]], [1], { learningRate: 0, steps: 0 }),
    ),
    rejects('a negative learning rate', ({ gradientDescent }) =>
      gradientDescent([[1]], [1], { learningRate: -0.1, steps: 0 }),
    ),
    rejects('an infinite learning rate', ({ gradientDescent }) =>
      gradientDescent([[1]], [1], { learningRate: Number.POSITIVE_INFINITY, steps: 0 }),
    ),
    rejects('a learning rate that is not a number', ({ gradientDescent }) =>
      gradientDescent([[1]], [1], { learningRate: Number.NaN, steps: 0 }),
    ),
  ],
  mutants: [
    {
      mistake: 'leaves the bias out of the prediction',
      insteadOf: 'sum + x * weights[j], bias',
      writes: 'sum + x * weights[j], 0',
      say: 'Your numbers equal what you get when the bias is left out of the prediction. Add it once to every row.',
    },
    {
      mistake: 'adds up the squares without dividing by n',
      insteadOf: '+ square, 0) / X.length',
      writes: '+ square, 0)',
      say: 'Your loss is the sum of the squared errors. Divide it by the number of rows to make it the mean.',
    },
    {
      mistake: 'halves the loss',
      insteadOf: '+ square, 0) / X.length',
      writes: '+ square, 0) / (2 * X.length)',
      say: 'Your loss is half the mean squared error. This task has no factor ½; leave it out.',
    },
    {
      mistake: 'halves the loss and its slope',
      insteadOf: `+ square, 0) / X.length;
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  const residuals = errors(X, y, weights, bias); // [n]
  const scale = 2 / X.length`,
      writes: `+ square, 0) / (2 * X.length);
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  const residuals = errors(X, y, weights, bias); // [n]
  const scale = 1 / X.length`,
      say: 'Your loss is half the mean squared error, and your gradient fits that half. This task takes the whole mean; multiply both by 2.',
    },
    {
      mistake: 'takes the root of the loss',
      insteadOf: 'return squares.reduce((sum, square) => sum + square, 0) / X.length',
      writes: 'return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / X.length)',
      say: 'Your loss is the root of the mean squared error. Leave the root out: the gradient asked for is that of the mean square.',
    },
    {
      mistake: 'forgets the 2 in the gradient',
      insteadOf: '2 / X.length',
      writes: '1 / X.length',
      say: 'Your gradient is half the slope of the loss. The square brings down a factor 2; multiply by it.',
    },
    {
      mistake: 'adds up the gradient without dividing by n',
      insteadOf: '2 / X.length',
      writes: '2',
      say: 'Your gradient is summed over the rows, while the loss is a mean. Divide it by the number of rows.',
    },
    {
      mistake: 'divides the gradient by the number of features',
      insteadOf: '2 / X.length',
      writes: '2 / weights.length',
      say: 'Your gradient is divided by the number of features. Divide by the number of rows, X.length.',
    },
    {
      mistake: 'divides the slope of the weights by rows times features',
      insteadOf: 'scale * along(j)',
      writes: '(scale / weights.length) * along(j)',
      say: 'The weights part of your gradient is divided by the number of rows times the number of features. Divide by the number of rows alone.',
    },
    {
      mistake: 'takes the error the wrong way round',
      insteadOf: '2 / X.length',
      writes: '-2 / X.length',
      say: 'Your gradient has the right size and the opposite sign. Take prediction minus target, not target minus prediction.',
    },
    {
      mistake: 'does not average the slope of the bias',
      insteadOf: 'bias: scale * total',
      writes: 'bias: 2 * total',
      say: 'The bias part of your gradient is a sum over the rows, the weights part a mean. Divide both by n.',
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
      writes: 'learningRate * gradient(X, y, weights, bias).bias',
      say: 'Your numbers equal what you get when the weights move first and the bias sees the new ones. Compute the whole gradient before anything moves.',
    },
    {
      mistake: 'learns from one row at each step',
      insteadOf: 'gradient(X, y, weights, bias); // once',
      writes: 'gradient([X[step % X.length]], [y[step % X.length]], weights, bias); // once',
      say: 'Your numbers equal what you get when each step looks at one row only. Use the gradient over all rows in every step.',
    },
    {
      mistake: 'moves after every single row',
      insteadOf: `    const slope = gradient(X, y, weights, bias); // once, before anything moves
    weights = weights.map((weight, j) => weight - learningRate * slope.weights[j]);
    bias = bias - learningRate * slope.bias;
`,
      writes: `    for (const [i, row] of X.entries()) {
      const slope = gradient([row], [y[i]], weights, bias);
      weights = weights.map((weight, j) => weight - learningRate * slope.weights[j]);
      bias = bias - learningRate * slope.bias;
    }
`,
      say: 'Your numbers equal what you get when every step visits the rows one by one and moves after each. Move once for each step, by the gradient over all rows.',
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
      say: 'Your numbers equal what you get when the walk starts at bias 0 whatever is given. Start at options.bias where it is given.',
    },
    {
      mistake: 'ignores the bias of a start without weights',
      insteadOf: 'options.bias ?? 0',
      writes: 'options.weights ? (options.bias ?? 0) : 0',
      say: 'Your numbers equal what you get when a start bias counts only beside start weights. Take each of the two where it is given, on its own.',
    },
    {
      mistake: 'makes one step too many',
      insteadOf: 'step < steps',
      writes: 'step <= steps',
      say: 'Your numbers equal what you get with one update more than asked for. Check where the loop ends: steps counts updates.',
    },
    {
      mistake: 'measures the loss before the step',
      insteadOf: `    weights = weights.map((weight, j) => weight - learningRate * slope.weights[j]);
    bias = bias - learningRate * slope.bias;

    const previous = losses[step];
    const current = loss(X, y, weights, bias);
`,
      writes: `    const previous = losses[step];
    const current = loss(X, y, weights, bias);
    weights = weights.map((weight, j) => weight - learningRate * slope.weights[j]);
    bias = bias - learningRate * slope.bias;
`,
      say: 'Your losses equal what you get when each is measured before its update. Move the parameters first, then append the loss of the new ones.',
    },
    {
      mistake: 'ends where the gradient is zero',
      insteadOf: 'weights = weights.map((weight, j) => weight -',
      writes: `if (slope.bias === 0 && slope.weights.every(s => s === 0)) {
      return { weights, bias, losses, status: 'converged' };
    }
    weights = weights.map((weight, j) => weight -`,
      say: 'Your run ends as converged where the gradient is exactly 0. Make that update too, though it moves nothing, and leave the ending to the rules.',
    },
    {
      mistake: 'compares the loss itself with the tolerance',
      insteadOf: 'Math.abs(current - previous) <',
      writes: 'current <',
      say: 'Your run stops when the loss itself is below the tolerance. Compare the change of the loss from one step to the next.',
    },
    {
      mistake: 'compares the length of the gradient with the tolerance',
      insteadOf: 'Math.abs(current - previous) <',
      writes: 'Math.hypot(...slope.weights, slope.bias) <',
      say: 'Your run stops where the length of the gradient is below the tolerance. Compare the change of the loss from one update to the next.',
    },
    {
      mistake: 'takes the change relative to the loss before',
      insteadOf: 'Math.abs(current - previous) <',
      writes: 'Math.abs(current - previous) / previous <',
      say: 'Your run divides the change of the loss by the loss before it. Compare the plain change with the tolerance.',
    },
    {
      mistake: 'does not compare the first update with the start',
      insteadOf: 'const previous = losses[step]',
      writes: 'const previous = step > 0 ? losses[step] : Infinity',
      say: 'Your run never converges at its first update. Compare that loss with losses[0] as well.',
    },
    {
      mistake: 'stops on a change equal to the tolerance',
      insteadOf: 'Math.abs(current - previous) <',
      writes: 'Math.abs(current - previous) <=',
      say: 'Your run stops where the change of the loss equals the tolerance, so a tolerance of zero can end it. Make the comparison strict.',
    },
    {
      mistake: 'takes a rising loss for convergence',
      insteadOf: 'Math.abs(current - previous)',
      writes: 'previous - current',
      say: 'Your run stops as converged when the loss rises. Compare the size of the change, without its sign.',
    },
    {
      mistake: 'takes a rising loss for convergence where a tolerance is given',
      insteadOf: 'Math.abs(current - previous) <',
      writes: 'tolerance > 0 && previous - current <',
      say: 'Where a tolerance is given, your run stops as converged when the loss rises. Compare the size of the change, without its sign.',
    },
    {
      mistake: 'converges only while the loss falls',
      insteadOf: 'Math.abs(current - previous) <',
      writes: 'current <= previous && previous - current <',
      say: 'Your run goes on where the loss rises by less than the tolerance. A small change in either direction ends it.',
    },
    {
      mistake: 'forgets the tolerance on the last step',
      insteadOf: 'const converged = ',
      writes: 'const converged = step < steps - 1 && ',
      say: 'Your run reports max-steps where the last allowed step met the tolerance. Ask about convergence before the loop gives up.',
    },
    {
      mistake: 'asks neither question after the last step',
      insteadOf: 'losses.push(current);',
      writes: `losses.push(current);
    if (step === steps - 1) break;`,
      say: 'Your run reports max-steps after the last allowed update, whatever its loss. Ask both questions there too, before the loop gives up.',
    },
    {
      mistake: 'does not notice a loss that is not a number',
      insteadOf: '!Number.isFinite(current) || current > limit',
      writes: 'current > limit',
      say: 'Your run goes on when its loss is NaN, which is larger than nothing. Also stop where the loss is not a finite number.',
    },
    {
      mistake: 'waits for the loss to be infinite',
      insteadOf: '!Number.isFinite(current) || current > limit',
      writes: '!Number.isFinite(current)',
      say: 'Your run goes on while the loss is huge but finite. Also stop once it is larger than 1e6 · (losses[0] + 1).',
    },
    {
      mistake: 'measures an explosion against the first loss alone',
      insteadOf: '1e6 * (losses[0] + 1)',
      writes: '1e6 * losses[0]',
      say: 'Your limit for an explosion is about 1e6 times the first loss. Add 1 to the first loss, and multiply the sum.',
    },
    {
      mistake: 'calls every rise an explosion',
      insteadOf: 'current > limit',
      writes: 'current > previous',
      say: 'Your run stops as diverged at the first rise of the loss. Only a loss above 1e6 · (losses[0] + 1) counts.',
    },
    {
      mistake: 'asks about convergence before an explosion',
      insteadOf: 'if (diverged)',
      writes: 'if (diverged && !converged)',
      say: 'Your run reports converged where the loss has exploded. Ask about the explosion first.',
    },
    {
      mistake: 'drops the loss that exploded',
      insteadOf: `bias, losses, status: 'diverged'`,
      writes: `bias, losses: losses.slice(0, -1), status: 'diverged'`,
      say: 'Your losses end before the one that exploded. Append the new loss first, then look at it.',
    },
    {
      mistake: 'undoes the update that exploded',
      insteadOf: 'losses.push(current);',
      writes: `losses.push(current);
    if (!(current <= limit)) {
      weights = weights.map((weight, j) => weight + learningRate * slope.weights[j]);
      bias = bias + learningRate * slope.bias;
    }`,
      say: 'Your run hands back the parameters before the update that exploded. Hand back those of the last loss.',
    },
    {
      mistake: 'accepts a learning rate of zero',
      insteadOf: 'learningRate > 0',
      writes: 'learningRate >= 0',
      say: 'A learning rate of 0 is accepted. It can never move anything; throw a RangeError, also where steps is 0.',
    },
    {
      mistake: 'looks at the learning rate only where there is a step',
      insteadOf: 'if (!(learningRate > 0',
      writes: 'if (steps > 0 && !(learningRate > 0',
      say: 'Any learning rate is accepted where steps is 0. Look at it first, whatever steps is.',
    },
    {
      mistake: 'accepts an infinite learning rate',
      insteadOf: 'learningRate < Infinity',
      writes: 'true',
      say: 'An infinite learning rate is accepted. Throw a RangeError unless it is finite.',
    },
    {
      mistake: 'accepts a learning rate that is infinite or NaN',
      insteadOf: '!(learningRate > 0 && learningRate < Infinity)',
      writes: 'learningRate <= 0',
      say: 'Learning rates of Infinity and NaN are accepted. Ask for a positive, finite number rather than against a negative one.',
    },
    {
      mistake: 'refuses a learning rate of 1 or more',
      insteadOf: 'learningRate < Infinity',
      writes: 'learningRate < 1',
      say: 'A learning rate of 1 or more is refused. Allow every rate that is positive and finite.',
    },
    {
      mistake: 'does not refuse an empty table',
      insteadOf: 'X.length === 0',
      writes: 'X.length < 0',
      say: 'An empty table is not refused by an error of your own. Ask whether there are rows before anything else, and throw a RangeError.',
    },
    {
      mistake: 'does not compare the number of targets with the rows',
      insteadOf: 'y.length !== X.length',
      writes: 'false',
      say: 'A number of targets that is not the number of rows is accepted. Throw a TypeError unless the two are equal.',
    },
    {
      mistake: 'measures the first row only',
      insteadOf: 'X.some(row',
      writes: 'X.slice(0, 1).some(row',
      say: 'Rows of another width than the first are accepted. Compare every row with the weights and throw a TypeError.',
    },
    {
      mistake: 'counts the numbers of all rows together',
      insteadOf: 'X.some(row => row.length !== weights.length)',
      writes: 'X.flat().length !== X.length * weights.length',
      say: 'Short rows are accepted where long ones make up for them. Compare the width of every row by itself, not the count of all the numbers.',
    },
    {
      mistake: 'accepts more weights than features',
      insteadOf: 'row.length !== weights.length',
      writes: 'row.length !== X[0].length || row.length > weights.length',
      say: 'More weights than features are accepted. Throw a TypeError unless every row is exactly as wide as the weights.',
    },
  ],
  pictures: [
    {
      kind: 'descent',
      title: 'The way of 30 steps over lines of equal loss',
      x: 'weight',
      y: 'bias',
      experiment: ({ gradientDescent }, { narrow: { X, y, options } }) => {
        const way = [];
        for (let steps = 0; steps <= 30; steps += 1) {
          const { weights, bias } = gradientDescent(X, y, { ...options, steps });
          way.push([weights[0], bias]);
        }
        return way;
      },
      landscape: ({ narrow }) => lineLoss(narrow),
    },
    {
      kind: 'curve',
      title: 'Loss after each step',
      label: 'loss',
      experiment: ({ gradientDescent }, { narrow }) =>
        gradientDescent(narrow.X, narrow.y, { ...narrow.options, steps: 30 }).losses,
    },
    {
      kind: 'fitted-lines',
      title: 'The line after 0, 1, 3, 10 and 40 steps',
      experiment: ({ gradientDescent }, { narrow }): FittedLines => ({
        X: narrow.X,
        y: narrow.y,
        lines: [0, 1, 3, 10, 40].map(steps => {
          const end = gradientDescent(narrow.X, narrow.y, { ...narrow.options, steps });
          return { weight: end.weights[0], bias: end.bias };
        }),
      }),
    },
  ],
  tries: {
    table: { kind: 'targets', of: ({ narrow: { X, y } }) => ({ X, y }) },
    knobs: [
      {
        name: 'learning rate',
        kind: 'rate',
        low: ({ narrow }, { X }) => rateOn(X, narrow) / 30,
        high: ({ narrow }, { X }) => rateOn(X, narrow) * 4,
        start: ({ narrow }, { X }) => rateOn(X, narrow),
      },
    ],
    bench: ({ table: { X, y = [] }, knobs: [learningRate] }, { narrow }) => ({
      narrow: { ...narrow, X, y, options: { ...narrow.options, learningRate } },
    }),
  },
});
