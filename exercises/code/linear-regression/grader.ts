import {
  cloud,
  type Draw,
  EXACT,
  eachRefused,
  type FittedLines,
  grader,
  type Labelled,
} from '../../../graders';

/** Features a million times smaller; a power of two changes no digit. */
const SMALL = 2 ** -20;

/** Rows whose widths only add up; the first and the last have two numbers. */
const RAGGED = [[1, 2], [3], [4, 6, 5], [7, 9], [2, 8]]; // biome-ignore format: a matrix in one row
const FIVE = [3, 1, 4, 1, 5];

const bench = (draw: Draw) => {
  const signed = (low: number, high: number) => draw.pick([-1, 1]) * draw.uniform(low, high);

  /** Targets on a plane over the rows of X, with noise, rounded to 3 decimals. */
  const over = (X: number[][], noise: number): Labelled => {
    const weights = X[0].map(() => signed(0.6, 2));
    const bias = signed(1, 3);
    const y = X.map(row => dot(row, weights) + bias + draw.normal(0, noise));
    return { X, y: y.map(value => Math.round(1000 * value) / 1000) };
  };
  /** Features of which the first two go together. */
  const tied = (n: number, d: number) =>
    cloud(draw, n, d).map(([x, z, ...rest]) => [x, round3(0.8 * x + 0.6 * z), ...rest]);
  const clear = (make: () => Labelled) => draw.until(make, isClear);

  // The one whose residuals are judged: none is so small that it has lost its digits.
  const table = draw.until(
    () => over(tied(draw.integer(9, 12), 3), 1.1),
    data => isClear(data) && least(data).residuals.every(residual => Math.abs(residual) > 0.04),
  );
  const wide = clear(() => over(cloud(draw, draw.integer(7, 8), 4), 0.9));
  const line = clear(() => over(cloud(draw, draw.integer(7, 10), 1), 0.8));
  const few = clear(() => over(cloud(draw, 4, 2), 0.9));
  // Eighths far from 0, which single precision holds; the plane is drawn before they are moved.
  const far = clear(() => {
    const offsets = [draw.integer(90, 120), -draw.integer(40, 70)];
    const n = draw.integer(8, 11);
    const { X, y } = over(
      draw.times(n, () => draw.times(2, () => draw.integer(-20, 20) / 8)),
      0.8,
    );
    return { X: X.map(row => row.map((x, j) => x + offsets[j])), y };
  });
  const small = { X: table.X.map(row => row.map(x => x * SMALL)), y: table.y };
  const twice = clear(() => {
    const { X, y } = over(cloud(draw, 7, 2), 1);
    const order = draw.shuffle([0, 1, 1, 2, 3, 4, 4, 4, 5, 6]);
    return { X: order.map(i => [...X[i]]), y: order.map(i => y[i]) };
  });
  // So little signal that the adjusted share falls below 0.
  const noise = draw.until(
    () => ({ X: cloud(draw, 8, 3), y: draw.times(8, () => draw.normal(2, 3)) }),
    data => {
      const { r2 } = least(data);
      return isClear(data) && r2 > 0.15 && r2 < 0.35;
    },
  );
  // As many rows as parameters: a plane through three points.
  const through = draw.until(
    () => ({ X: cloud(draw, 3, 2), y: draw.times(3, () => draw.normal(2, 3)) }),
    ({ X: [p, q, r], y }) => {
      const area = (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
      const { weights, bias } = least({ X: [p, q, r], y });
      return Math.abs(area) > 1 && [...weights, bias].every(value => Math.abs(value) > 0.1);
    },
  );
  const level = { X: cloud(draw, 9, 2), y: draw.times(9, () => draw.integer(3, 8)).fill(5) };

  // Predictions that nobody fitted: fair ones that are off in scale, and ones worse than the mean.
  const measured = (predict: (target: number) => number, low: number, high: number) =>
    draw.until(
      () => {
        const targets = draw.times(draw.integer(9, 13), () => draw.normal(3, 2));
        return { targets, predictions: targets.map(target => round3(predict(target))) };
      },
      ({ targets, predictions }) => {
        const signed = targets.map((target, i) => target - predictions[i]);
        const errors = signed.map(Math.abs);
        const middle = [...errors].sort((a, b) => a - b)[errors.length >> 1];
        const away = targets.map(target => target - mean(targets));
        const r2 = 1 - dot(errors, errors) / dot(away, away);
        const mixed = Math.abs(mean(signed)) < 0.9 * mean(errors);
        const off = Math.abs(mean(signed)) > 0.2 * mean(errors);
        const skewed = Math.abs(middle / mean(errors) - 1) > 0.05;
        return mixed && off && skewed && r2 > low && r2 < high && Math.min(...errors) > 0.02;
      },
    );
  const fair = measured(target => 0.6 * target + 1.7 + draw.normal(0, 0.6), 0.2, 0.8);
  const poor = measured(() => draw.normal(4, 2), -3, -0.4);

  // Features that are sums of others, but for rounding: at four scales.
  const sums = [1, 1, 2 ** -20, 2 ** 7].map(scale =>
    draw.until(
      () => {
        const [a, b, c] = [signed(0.3, 0.9), signed(0.3, 0.9), signed(1, 2)];
        const X = cloud(draw, 9, 2).map(([x, z]) => [x, z, a * x + b * z + c]);
        return { X: X.map(row => row.map(x => x * scale)), y: draw.times(9, () => draw.normal()) };
      },
      ({ X }) => {
        const left = remainder(X);
        return left > 0 && left < 1e-14;
      },
    ),
  );
  // Numbers whose mean is not quite the number, when they are all the same.
  const constants = draw.times(3, () => {
    const value = draw.until(
      () => draw.integer(1, 99) / 100,
      value => mean(Array(7).fill(value)) !== value,
    );
    const X = cloud(draw, 7, 1).map(([x]) => [x, value]);
    return { X, y: draw.times(7, () => draw.normal(1, 2)) };
  });
  const fresh = cloud(draw, draw.integer(4, 6), 3);
  const plane = { weights: draw.times(3, () => draw.normal(0.5, 2)), bias: signed(1, 4) };
  return {
    table,
    wide,
    line,
    few,
    far,
    small,
    twice,
    noise,
    through,
    level,
    fair,
    poor,
    sums,
    constants,
    fresh,
    plane,
  };
};

function round3(x: number): number {
  return Math.round(1000 * x) / 1000;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}

/** C of the prompt, with what each feature adds up to when it is squared as it is. */
function spread(X: number[][]) {
  const columns = X[0].map((_, j) => X.map(row => row[j]));
  const centres = columns.map(mean);
  const centred = columns.map((column, j) => column.map(x => x - centres[j]));
  const C = centred.map(one => centred.map(other => dot(one, other)));
  return { centres, centred, C, raw: columns.map(column => dot(column, column)) };
}

/** The share of its squares that the others leave of the last feature. */
function remainder(X: number[][]): number {
  const { C, raw } = spread(X);
  const last = C.length - 1;
  for (let k = 0; k < last; k += 1) {
    const pivot = C[k][k];
    C[k] = C[k].map(value => value / pivot);
    for (let i = 0; i <= last; i += 1) {
      if (i === k) continue;
      const factor = C[i][k];
      C[i] = C[i].map((value, j) => value - factor * C[k][j]);
    }
  }
  return C[last][last] / raw[last];
}

/** Least squares by rows that are cleared below and above the diagonal. */
function least({ X, y }: Labelled) {
  const { centres, centred, C } = spread(X);
  const target = y.map(value => value - mean(y));
  const d = C.length;
  const rows = C.map((row, j) => [...row, dot(centred[j], target), ...C.map((_, k) => +(j === k))]);
  for (let k = 0; k < d; k += 1) {
    rows[k] = rows[k].map(value => value / rows[k][k]);
    for (let i = 0; i < d; i += 1) {
      if (i === k) continue;
      const factor = rows[i][k];
      rows[i] = rows[i].map((value, j) => value - factor * rows[k][j]);
    }
  }
  const weights = rows.map(row => row[d]);
  const bias = mean(y) - dot(weights, centres);
  const residuals = X.map((row, i) => y[i] - bias - dot(row, weights));
  /** By how much the others inflate the variance of each weight. */
  const inflation = rows.map((row, j) => row[d + 1 + j] * C[j][j]);
  return {
    weights,
    bias,
    residuals,
    inflation,
    r2: 1 - dot(residuals, residuals) / dot(target, target),
  };
}

/**
 * Nothing that is compared is so small beside what it is made of that single precision leaves it too
 * few digits, and every feature counts.
 */
function isClear(data: Labelled): boolean {
  const { weights, bias, inflation, r2 } = least(data);
  const { raw, C, centres } = spread(data.X);
  const lifted = centres.reduce((sum, centre, j) => sum + Math.abs(centre * weights[j]), 0);
  return (
    [...weights, bias].every(value => Math.abs(value) > 0.15) &&
    Math.abs(bias) > 0.05 * lifted &&
    inflation.every(factor => factor < 12) &&
    (inflation.length === 1 || Math.max(...inflation) > 1.2) &&
    C.every((row, j) => row[j] > 1e-4 * raw[j]) &&
    r2 > 0.15 &&
    r2 < 0.97
  );
}

/** A summary without its residuals, of which some are so near 0 that they have lost their digits. */
function inferred<T extends { residuals: number[] }>({ residuals, ...rest }: T) {
  return rest;
}

export default grader<typeof import('./solution'), typeof bench>({
  bench,

  checks: ({ agrees, rejects }) => [
    agrees('fits a line', ({ fit }, { line }) => fit(line.X, line.y)),
    agrees('fits a plane over several features', ({ fit }, { table }) => fit(table.X, table.y)),
    agrees('fits more features with few rows', ({ fit }, { wide, few }) => [
      fit(wide.X, wide.y),
      fit(few.X, few.y),
    ]),
    agrees('fits features far from 0', ({ fit }, { far }) => fit(far.X, far.y)),
    agrees('counts a row as often as it occurs', ({ fit }, { twice }) => fit(twice.X, twice.y)),
    agrees('fits tiny features as well', ({ fit }, { small }) => fit(small.X, small.y)),
    agrees('passes through as many points as there are parameters', ({ fit }, { through }) => [
      fit(through.X, through.y),
      fit([[4], [2]], [1, -5]),
    ]),
    agrees('is flat where all targets are equal', ({ fit }, { level }) => fit(level.X, level.y)),

    agrees('predicts with weights and bias', ({ predict }, { fresh, plane }) =>
      predict(fresh, plane.weights, plane.bias),
    ),
    agrees('predicts for one row and for one feature', ({ predict }, { fresh, plane }) => [
      predict([fresh[1]], plane.weights, plane.bias),
      predict([[-3], [2]], [plane.weights[0]], plane.bias),
    ]),

    agrees(
      'takes the mean of the squared errors',
      ({ metrics }, { fair }) => metrics(fair.targets, fair.predictions).mse,
    ),
    agrees(
      'takes the root of that',
      ({ metrics }, { fair }) => metrics(fair.targets, fair.predictions).rmse,
    ),
    agrees(
      'takes the mean of the absolute errors',
      ({ metrics }, { fair }) => metrics(fair.targets, fair.predictions).mae,
    ),
    agrees(
      'compares the errors with the spread of the targets',
      ({ metrics }, { fair }) => metrics(fair.targets, fair.predictions).r2,
    ),
    agrees('lets r2 be negative', ({ metrics }, { poor }) =>
      metrics(poor.targets, poor.predictions),
    ),
    agrees(
      'gives equal targets an r2 of 0 or 1',
      ({ metrics }) => [
        metrics([4, 4, 4], [4, 5, 3]).r2,
        metrics([4, 4, 4], [4, 4, 4]).r2,
        metrics([7], [5]).r2,
        metrics([7], [7]).r2,
        metrics([0, 0], [2, 2]).r2,
      ],
      { within: EXACT },
    ),
    agrees('gives perfect predictions an r2 of 1', ({ metrics }, { fair }) =>
      metrics(fair.targets, fair.targets),
    ),

    agrees(
      'subtracts predictions from targets',
      ({ summary }, { table }) => summary(table.X, table.y).residuals,
    ),
    agrees('repeats the fit in the summary', ({ summary }, { table }) => {
      const { weights, bias, r2 } = summary(table.X, table.y);
      return { weights, bias, r2 };
    }),
    agrees('divides by the rows that the parameters leave', ({ summary }, { table, line }) => [
      summary(table.X, table.y).variance,
      summary(line.X, line.y).variance,
    ]),
    agrees(
      'gives each weight its standard error',
      ({ summary }, { table }) => summary(table.X, table.y).standardErrors.weights,
    ),
    agrees(
      'gives the bias its standard error',
      ({ summary }, { table }) => summary(table.X, table.y).standardErrors.bias,
    ),
    agrees(
      'divides each parameter by its standard error',
      ({ summary }, { table }) => summary(table.X, table.y).tValues,
    ),
    agrees(
      'adjusts r2 for the number of features',
      ({ summary }, { table }) => summary(table.X, table.y).adjustedR2,
    ),
    agrees('lets the adjusted r2 be negative', ({ summary }, { noise }) =>
      inferred(summary(noise.X, noise.y)),
    ),
    agrees('sums up a line', ({ summary }, { line }) => inferred(summary(line.X, line.y))),
    agrees('sums up many features, and few rows', ({ summary }, { wide, few }) => [
      inferred(summary(wide.X, wide.y)),
      inferred(summary(few.X, few.y)),
    ]),
    agrees('sums up features far from 0', ({ summary }, { far }) =>
      inferred(summary(far.X, far.y)),
    ),
    agrees('sums up tiny features', ({ summary }, { small }) =>
      inferred(summary(small.X, small.y)),
    ),
    agrees('sums up rows that occur more than once', ({ summary }, { twice }) =>
      inferred(summary(twice.X, twice.y)),
    ),

    rejects('refuses a feature that is a sum of others', ({ fit }, { sums }) =>
      eachRefused(
        () => fit(sums[0].X, sums[0].y),
        () => fit(sums[1].X, sums[1].y),
        () => fit([[1, 2], [2, 4], [4, 8], [3, 6], [7, 14]], FIVE),
        () => fit([[1, 9], [2, 8], [4, 6], [3, 7], [7, 3]], FIVE),
      ),
    ), // biome-ignore format: a line for each
    rejects('refuses a sum of others at any scale', ({ fit }, { sums }) =>
      eachRefused(
        () => fit(sums[2].X, sums[2].y),
        () => fit(sums[3].X, sums[3].y),
      ),
    ),
    rejects('refuses a constant feature', ({ fit }, { constants }) =>
      eachRefused(
        () => fit([[3, 1], [3, 2], [3, 4], [3, 3], [3, 7]], FIVE),
        () => fit([[0], [0], [0], [0], [0]], FIVE),
        () => fit(constants[0].X, constants[0].y),
        () => fit(constants[1].X, constants[1].y),
        () => fit(constants[2].X, constants[2].y),
      ),
    ), // biome-ignore format: a line for each
    rejects('refuses to fit fewer rows than parameters', ({ fit }, { fresh, wide }) =>
      eachRefused(
        () => fit(fresh.slice(0, 3), [2, 1, 4]),
        () => fit(wide.X.slice(0, 3), [2, 1, 4]),
        () => fit([[2]], [5]),
      ),
    ),
    rejects('refuses to fit no rows', ({ fit }) => fit([], [])),
    rejects('refuses to fit too few targets', ({ fit }, { table }) =>
      fit(table.X, table.y.slice(1)),
    ),
    rejects('refuses to fit too many targets', ({ fit }, { table }) =>
      fit(table.X, [...table.y, 2]),
    ),
    rejects('refuses to fit rows of different widths', ({ fit }) =>
      eachRefused(
        () => fit([[1], [3], [4, 6], [7], [2]], FIVE),
        () => fit([[1], [3], [4], [7], [2, 5]], FIVE),
        () => fit([[1, 2], [3, 5], [4], [7, 9], [2, 8]], FIVE),
        () => fit([[1, 2], [3], [4, 6], [7, 9], [2]], FIVE),
        () => fit(RAGGED, FIVE),
      ),
    ), // biome-ignore format: a line for each

    rejects('refuses to predict with too few weights', ({ predict }, { fresh }) =>
      eachRefused(
        () => predict(fresh, [1, 2], 1),
        () => predict([[1, 2], [3, 4, 5], [4, 5]], [1, 2], 3),
      ),
    ), // biome-ignore format: a line for each
    rejects('refuses to predict with too many weights', ({ predict }, { fresh }) =>
      eachRefused(
        () => predict(fresh, [1, 2, 3, 4], 1),
        () => predict([[1, 2], [3], [4, 5]], [1, 2], 3),
      ),
    ), // biome-ignore format: a line for each
    rejects('refuses to measure nothing', ({ metrics }) => metrics([], [])),
    rejects('refuses to measure too few predictions', ({ metrics }, { fair }) =>
      metrics(fair.targets, fair.predictions.slice(1)),
    ),
    rejects('refuses to measure too many predictions', ({ metrics }, { fair }) =>
      metrics(fair.targets, [...fair.predictions, 3]),
    ),

    rejects('refuses to sum up as many rows as parameters', ({ summary }, { through }) =>
      eachRefused(
        () => summary(through.X, through.y),
        () => summary([[4], [2]], [1, -5]),
      ),
    ),
    rejects('refuses to sum up fewer rows than that', ({ summary }, { fresh }) =>
      eachRefused(
        () => summary(fresh.slice(0, 3), [2, 1, 4]),
        () => summary([], []),
      ),
    ),
    rejects('refuses to sum up dependent features', ({ summary }, { sums, constants }) =>
      eachRefused(
        () => summary(sums[0].X, sums[0].y),
        () => summary(sums[2].X, sums[2].y),
        () => summary(constants[0].X, constants[0].y),
        () => summary([[3, 1], [3, 2], [3, 4], [3, 3], [3, 7]], FIVE),
      ),
    ), // biome-ignore format: a line for each
    rejects('refuses to sum up what does not fit together', ({ summary }, { table }) =>
      eachRefused(
        () => summary(table.X, table.y.slice(1)),
        () => summary(table.X, [...table.y, 2]),
        () => summary([[1], [3], [4, 6], [7], [2]], FIVE),
        () => summary([[1, 2], [3, 5], [4], [7, 9], [2, 8]], FIVE),
        () => summary(RAGGED, FIVE),
      ),
    ), // biome-ignore format: a line for each
  ],

  mutants: [
    {
      mistake: 'fits through the origin',
      insteadOf: 'const centres = columns.map(mean); // [d]',
      writes: 'const centres = columns.map(() => 0); // [d]',
      say: 'Your weights are those of a plane through the origin. Measure features and target from their means, or put a column of ones in front.',
    },
    {
      mistake: 'gives the bias of centred features',
      insteadOf: 'bias: level - dot(weights, centres) };',
      writes: 'bias: level };',
      say: 'Your bias is the mean of the targets, which is right where features have the mean 0 only. Take off the weights times the means of the features.',
    },
    {
      mistake: 'adds the means instead of taking them off',
      insteadOf: 'level - dot(weights, centres) };',
      writes: 'level + dot(weights, centres) };',
      say: 'Your bias is the mean of the targets plus the weights times the means of the features. The plane passes through the means: subtract.',
    },
    {
      mistake: 'fits each feature alone',
      insteadOf: 'const weights = inverse.map(row => dot(row, along)); // [d]',
      writes:
        'const weights = along.map((value, j) => value / sum(X.map(row => (row[j] - centres[j]) ** 2))); // [d]',
      say: 'Each of your weights is that of its feature alone. Features share what they explain: solve the equations together.',
    },
    {
      mistake: 'divides by n on one side only',
      insteadOf: 'const weights = inverse.map(row => dot(row, along)); // [d]',
      writes: 'const weights = inverse.map(row => dot(row, along) / X.length); // [d]',
      say: 'Your weights are divided by n. Use means on both sides of the equations, or sums on both.',
    },
    {
      mistake: 'returns weights of standardised features',
      insteadOf: 'return { weights, bias: level',
      writes:
        'const scales = centres.map((centre, j) => Math.sqrt(mean(X.map(row => (row[j] - centre) ** 2))));\n  return { weights: weights.map((weight, j) => weight * scales[j]), bias: level',
      say: 'Your weights belong to features divided by their standard deviation. Divide each weight by that deviation, so that it fits the features as given.',
    },
    {
      mistake: 'adds a little to the diagonal',
      insteadOf: 'const pivot = C[k][k];',
      writes: 'C[k][k] += 1e-6;\n    const pivot = C[k][k];',
      say: 'The weights of tiny features come out too small, as they do when something is added to the diagonal of C. Solve the equations as they are.',
    },
    {
      mistake: 'forgets the bias in predictions',
      insteadOf: 'dot(row, weights) + bias); // [n]',
      writes: 'dot(row, weights) + 0 * bias); // [n]',
      say: 'Your predictions lack the bias. Add it to each.',
    },
    {
      mistake: 'adds up the squared errors',
      insteadOf: 'const mse = squares / y.length;',
      writes: 'const mse = squares;',
      say: 'Your mse is the sum of the squared errors. Divide by n.',
    },
    {
      mistake: 'halves the squared errors',
      insteadOf: 'const mse = squares / y.length;',
      writes: 'const mse = squares / (2 * y.length);',
      say: 'Your mse is half of what it should be. Leave out the factor ½ that some losses have.',
    },
    {
      mistake: 'divides the squared errors by n − 1',
      insteadOf: 'const mse = squares / y.length;',
      writes: 'const mse = squares / (y.length - 1);',
      say: 'Your mse is divided by n − 1. Divide by n; only the variance of a fit counts degrees of freedom.',
    },
    {
      mistake: 'leaves out the root',
      insteadOf: 'rmse: Math.sqrt(mse)',
      writes: 'rmse: mse',
      say: 'Your rmse equals the mse. Take the square root.',
    },
    {
      mistake: 'takes the root of the sum',
      insteadOf: 'rmse: Math.sqrt(mse)',
      writes: 'rmse: Math.sqrt(squares)',
      say: 'Your rmse is the root of the sum of the squares. Take the root of their mean.',
    },
    {
      mistake: 'takes the median of the absolute errors',
      insteadOf: 'sum(errors.map(Math.abs)) / y.length;',
      writes:
        'errors.map(Math.abs).sort((a, b) => a - b).reduce((total, value, i, all) => i === (all.length - 1) >> 1 || i === all.length >> 1 ? (i === (all.length - 1) >> 1 && i === all.length >> 1 ? value : total + value / 2) : total, 0);',
      say: 'Your mae is the median of the absolute errors. The m stands for the mean.',
    },
    {
      mistake: 'lets errors of either sign cancel',
      insteadOf: 'sum(errors.map(Math.abs)) / y.length;',
      writes: 'Math.abs(sum(errors)) / y.length;',
      say: 'Your mae lets errors of either sign cancel. Take the absolute value of each error before adding up.',
    },
    {
      mistake: 'adds up the absolute errors',
      insteadOf: 'sum(errors.map(Math.abs)) / y.length;',
      writes: 'sum(errors.map(Math.abs));',
      say: 'Your mae is the sum of the absolute errors. Divide by n.',
    },
    {
      mistake: 'measures the spread of the targets from 0',
      insteadOf: '(target - level) ** 2));',
      writes: 'target ** 2));',
      say: 'Your r2 compares with the squares of the targets themselves. Measure the targets from their mean.',
    },
    {
      mistake: 'measures the spread of the predictions',
      insteadOf: '(target - level) ** 2));',
      writes: '(target - mean(predictions)) ** 2));',
      say: 'Your r2 measures the targets from the mean of the predictions. Take the mean of the targets.',
    },
    {
      mistake: 'squares the correlation',
      insteadOf: ': 1 - squares / total;',
      writes:
        ': sum(y.map((target, i) => (target - level) * (predictions[i] - mean(predictions)))) ** 2 / (total * sum(predictions.map(value => (value - mean(predictions)) ** 2)));',
      say: 'Your r2 is the squared correlation of targets and predictions, which forgives predictions that are off throughout. Compare the squared errors with the spread of the targets.',
    },
    {
      mistake: 'gives the share that is not explained',
      insteadOf: ': 1 - squares / total;',
      writes: ': squares / total;',
      say: 'Your r2 is the share of the spread that is left. Subtract it from 1.',
    },
    {
      mistake: 'keeps r2 at 0 or above',
      insteadOf: ': 1 - squares / total;',
      writes: ': Math.max(0, 1 - squares / total);',
      say: 'Where predictions are worse than the mean, your r2 is 0. Let it be negative.',
    },
    {
      mistake: 'divides by the spread of equal targets',
      insteadOf: 'constant ? Number(squares === 0) : 1',
      writes: '1',
      say: 'Where all targets are equal, your r2 divides by 0. Return 1 if every prediction is right, 0 otherwise.',
    },
    {
      mistake: 'gives equal targets always 0',
      insteadOf: 'Number(squares === 0)',
      writes: '0',
      say: 'Where all targets are equal and every prediction is right, your r2 is 0. Return 1 there.',
    },
    {
      mistake: 'gives equal targets always 1',
      insteadOf: 'Number(squares === 0)',
      writes: '1',
      say: 'Where all targets are equal and predictions are wrong, your r2 is 1. Return 0 there.',
    },
    {
      mistake: 'subtracts targets from predictions',
      insteadOf: 'target - predictions[i]); // [n]\n  const variance',
      writes: 'predictions[i] - target); // [n]\n  const variance',
      say: 'Your residuals have the wrong sign. They are target minus prediction.',
    },
    {
      mistake: 'divides the residuals’ squares by n',
      insteadOf: 'dot(residuals, residuals) / freedom;',
      writes: 'dot(residuals, residuals) / n;',
      say: 'Your variance is divided by n, as an mse. Divide by n − d − 1, since the fit has used up d + 1 rows.',
    },
    {
      mistake: 'divides the residuals’ squares by n − 1',
      insteadOf: 'dot(residuals, residuals) / freedom;',
      writes: 'dot(residuals, residuals) / (n - 1);',
      say: 'Your variance is divided by n − 1. Divide by n − d − 1: every fitted parameter counts.',
    },
    {
      mistake: 'does not count the bias in the variance',
      insteadOf: 'dot(residuals, residuals) / freedom;',
      writes: 'dot(residuals, residuals) / (n - d);',
      say: 'Your variance is divided by n − d. The bias is a fitted parameter, too: divide by n − d − 1.',
    },
    {
      mistake: 'takes the root of the variance',
      insteadOf: 'dot(residuals, residuals) / freedom;',
      writes: 'Math.sqrt(dot(residuals, residuals) / freedom);',
      say: 'Your variance is a standard deviation. Leave the root out there; the standard errors have one of their own.',
    },
    {
      mistake: 'returns variances for standard errors',
      insteadOf:
        'weights: inverse.map((row, j) => Math.sqrt(variance * row[j])), // [d]\n    bias: Math.sqrt(variance * reach),',
      writes:
        'weights: inverse.map((row, j) => variance * row[j]), // [d]\n    bias: variance * reach,',
      say: 'Your standard errors are their own squares. Take the root.',
    },
    {
      mistake: 'leaves the noise out of the standard errors',
      insteadOf:
        'weights: inverse.map((row, j) => Math.sqrt(variance * row[j])), // [d]\n    bias: Math.sqrt(variance * reach),',
      writes:
        'weights: inverse.map((row, j) => Math.sqrt(row[j])), // [d]\n    bias: Math.sqrt(reach),',
      say: 'Your standard errors know nothing of the noise. Multiply by the variance below the root.',
    },
    {
      mistake: 'inverts the diagonal of C',
      insteadOf: 'Math.sqrt(variance * row[j])), // [d]',
      writes: 'Math.sqrt(variance / sum(X.map(row => (row[j] - centres[j]) ** 2)))), // [d]',
      say: 'Your standard errors of the weights divide by the diagonal of C. Invert the whole of C first, then take the diagonal.',
    },
    {
      mistake: 'takes features for centred in the error of the bias',
      insteadOf: 'Math.sqrt(variance * reach)',
      writes: 'Math.sqrt(variance / n)',
      say: 'Your standard error of the bias is that of a mean. Add what the weights contribute: the means of the features, with the inverse of C between them.',
    },
    {
      mistake: 'leaves 1 / n out of the error of the bias',
      insteadOf: 'Math.sqrt(variance * reach)',
      writes: 'Math.sqrt(variance * (reach - 1 / n))',
      say: 'Your standard error of the bias lacks the 1 / n, the uncertainty of the mean of the targets. Add it below the root.',
    },
    {
      mistake: 'turns t values upside down',
      insteadOf:
        'weight / standardErrors.weights[j]), // [d]\n    bias: bias / standardErrors.bias,',
      writes: 'standardErrors.weights[j] / weight), // [d]\n    bias: standardErrors.bias / bias,',
      say: 'Your t values are standard errors divided by parameters. Divide the other way round.',
    },
    {
      mistake: 'drops the signs of t values',
      insteadOf:
        'weight / standardErrors.weights[j]), // [d]\n    bias: bias / standardErrors.bias,',
      writes:
        'Math.abs(weight) / standardErrors.weights[j]), // [d]\n    bias: Math.abs(bias) / standardErrors.bias,',
      say: 'Your t values are all positive. Keep the sign of the parameter.',
    },
    {
      mistake: 'does not count the bias in the adjusted r2',
      insteadOf: '(n - 1)) / freedom;',
      writes: '(n - 1)) / (n - d);',
      say: 'Your adjusted r2 divides by n − d. Divide by n − d − 1.',
    },
    {
      mistake: 'counts the bias twice in the adjusted r2',
      insteadOf: '(n - 1)) / freedom;',
      writes: '(n - 1)) / (freedom - 1);',
      say: 'Your adjusted r2 divides by n − d − 2. The bias is counted in n − d − 1 already.',
    },
    {
      mistake: 'adjusts r2 with n for n − 1',
      insteadOf: '(1 - r2) * (n - 1)',
      writes: '(1 - r2) * n',
      say: 'Your adjusted r2 multiplies by n. The mean has used up one row: multiply by n − 1.',
    },
    {
      mistake: 'keeps the adjusted r2 at 0 or above',
      insteadOf: '1 - ((1 - r2) * (n - 1)) / freedom;',
      writes: 'Math.max(0, 1 - ((1 - r2) * (n - 1)) / freedom);',
      say: 'Where features explain less than chance would, your adjusted r2 is 0. Let it be negative.',
    },
    {
      mistake: 'does not adjust r2',
      insteadOf: '1 - ((1 - r2) * (n - 1)) / freedom;',
      writes: 'r2;',
      say: 'Your adjusted r2 equals r2. Multiply what is not explained by (n − 1) / (n − d − 1).',
    },
    {
      mistake: 'refuses tiny features',
      insteadOf: '!(pivot > 1e-12 * dot(columns[k], columns[k]))',
      writes: '!(pivot > 1e-9)',
      say: 'Features of a small scale are refused. Compare what is left of a feature with its own sum of squares, not with a fixed number.',
    },
    {
      mistake: 'refuses a fit through all points',
      insteadOf: "checkTable('fit', X, y);",
      writes:
        "checkTable('fit', X, y);\n  if (X.length === X[0].length + 1) throw new RangeError('fit: too few rows');",
      say: 'Your fit refuses as many rows as parameters. That is enough for weights; only the summary needs one row more.',
    },
    {
      mistake: 'refuses only where nothing at all is left',
      insteadOf: '!(pivot > 1e-12 * dot(columns[k], columns[k]))',
      writes: '!(pivot > 0)',
      say: 'Features that depend on others are let through where rounding leaves a little. Compare what is left with the feature’s own sum of squares.',
    },
    {
      mistake: 'compares what is left after centring only',
      insteadOf: 'dot(columns[k], columns[k]))',
      writes: 'dot(centred[k], centred[k]))',
      say: 'A constant feature is let through where rounding makes its mean a little different from its value. Compare what is left with the sum of squares before centring.',
    },
    {
      mistake: 'divides by whatever pivot there is',
      insteadOf: 'if (!(pivot > 1e-12 * dot(columns[k], columns[k]))) {',
      writes: 'if (false) {',
      say: 'Features that depend on others are let through, and what comes out is rounding or NaN. Look at each pivot before you divide by it.',
    },
    {
      mistake: 'sums up without a row to spare',
      insteadOf: 'if (freedom < 1) throw',
      writes: 'if (freedom < 0) throw',
      say: 'As many rows as parameters are summed up, with a variance of 0 / 0. Refuse them in the summary.',
    },
    {
      mistake: 'measures nothing',
      insteadOf: "if (y.length === 0) throw new RangeError('metrics: no rows');",
      writes: '',
      say: 'Metrics of no rows are NaN. Throw a RangeError first.',
    },
    {
      mistake: 'lets spare predictions through',
      insteadOf: 'predictions.length !== y.length',
      writes: 'predictions.length < y.length',
      say: 'More predictions than targets are let through. Compare their numbers.',
    },
    {
      mistake: 'measures any number of predictions',
      insteadOf: 'predictions.length !== y.length',
      writes: 'false',
      say: 'Predictions of another number than the targets are let through. Compare their numbers, and throw a TypeError.',
    },
    {
      mistake: 'predicts with weights of any number',
      insteadOf: 'const odd = X.find(row => row.length !== weights.length);',
      writes: 'const odd = undefined as number[] | undefined;',
      say: 'Your predict lets rows through that do not fit the weights. Compare the length of every row, and throw a TypeError.',
    },
    {
      mistake: 'predicts with spare weights',
      insteadOf: 'const odd = X.find(row => row.length !== weights.length);',
      writes: 'const odd = X.find(row => row.length > weights.length);',
      say: 'Your predict lets weights through that no feature belongs to. Compare for equality.',
    },
    {
      mistake: 'fits no rows',
      insteadOf: 'if (X.length === 0) throw',
      writes: 'if (false) throw',
      say: 'A fit of no rows ends in an accident of the engine. Throw a RangeError first.',
    },
    {
      mistake: 'fits any number of targets',
      insteadOf: 'if (y.length !== X.length) {',
      writes: 'if (false) {',
      say: 'Targets of another number than the rows are let through. Compare the numbers, and throw a TypeError.',
    },
    {
      mistake: 'ignores spare targets',
      insteadOf: 'if (y.length !== X.length) {',
      writes: 'if (y.length < X.length) {',
      say: 'More targets than rows are let through. Compare the numbers for equality.',
    },
    {
      mistake: 'fits rows of any width',
      insteadOf: 'const odd = X.find(row => row.length !== X[0].length);',
      writes: 'const odd = undefined as number[] | undefined;',
      say: 'Rows of different widths are let through. Compare the length of every row with the first, and throw a TypeError.',
    },
  ],

  pictures: [
    {
      kind: 'fitted-lines',
      title: 'Your line',
      experiment: ({ fit }, { line }): FittedLines => {
        const { weights, bias } = fit(line.X, line.y);
        return { X: line.X, y: line.y, lines: [{ weight: weights[0], bias }] };
      },
    },
    {
      kind: 'scatter',
      title: 'Residuals against predictions',
      x: 'prediction',
      y: 'residual',
      experiment: ({ summary, predict }, { table }) => {
        const { weights, bias, residuals } = summary(table.X, table.y);
        const predictions = predict(table.X, weights, bias);
        return { points: residuals.map((residual, i) => [predictions[i], residual]) };
      },
    },
  ],
  tries: {
    table: { kind: 'targets', least: 3, of: ({ line: { X, y } }) => ({ X, y }) },
    bench: ({ table: { X, y = [] }, own }, { line, table }) =>
      own ? { line: { X, y }, table: { X, y } } : { line, table },
  },
});
