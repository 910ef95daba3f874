import {
  type Draw,
  EXACT,
  grader,
  type Labelled,
  NUMERIC,
  neverRises,
  type Tolerance,
  twoClasses,
  unchangedWhen,
} from '../../../graders';

/** A logit this far from 0 leaves nothing of the sigmoid but 0 or 1, in single precision too. */
const SATURATED = 30;

/** A cost below this may be lost to rounding. */
const COSTS: Tolerance = { ...NUMERIC, absolute: 1e-6 };

/** Where a 0, or nearly one, is the difference of large numbers: single precision leaves up to 1e-6. */
const ZEROS: Tolerance = { ...NUMERIC, absolute: 5e-6 };

/** Single precision has some seven digits, and a check asks for more than four: one may be lost. */
const SHARE = 0.1;

/** Two overlapping classes; one column in the thousands, as rents are, at a drawn place. */
function rents(draw: Draw, n: number, d: number): Labelled {
  return draw.until(
    () => {
      const { X, y } = twoClasses(draw, n, d);
      const at = draw.integer(0, d - 1);
      return { X: withColumn(X, at, x => Math.round(1200 + 180 * x)), y };
    },
    ({ X }) => isBroad(X),
  );
}

/** Rents with a rate, on which each run of so many steps ends in numbers that keep their digits. */
function lesson(draw: Draw, n: number, d: number, learningRate: number, runs: number[]) {
  return draw.until(
    () => ({ ...rents(draw, n, d), learningRate }),
    data => runs.every(steps => keepsDigits(data, steps)),
  );
}

/** No mean is many deviations long, so that little is lost where it is subtracted. */
function isBroad(X: number[][]): boolean {
  return standardised(X).every(({ offset }) => Math.abs(offset) < 5);
}

/** No weight is tiny beside the others, and the bias is no small difference of large numbers. */
function keepsDigits({ X, y, learningRate }: Labelled & { learningRate: number }, steps: number) {
  const [level, ...slopes] = descend(X, y, learningRate, steps);
  const parts = [level, ...standardised(X).map(({ offset }, j) => -slopes[j] * offset)];
  const sizes = slopes.map(Math.abs);
  const bias = Math.abs(sum(parts));
  return Math.min(...sizes) > SHARE * Math.max(...sizes) && bias > SHARE * sum(parts.map(Math.abs));
}

/** Columns in very small units, none of whose numbers lies at its mean. */
function tinyUnits(draw: Draw): number[][] {
  return draw.until(
    () =>
      draw.times(draw.integer(6, 9), i => [
        (60 + i * 31 + draw.integer(0, 20)) * 1e-8,
        draw.normal(1),
        (400 - i * 43 + draw.integer(0, 30)) * 1e-18,
      ]),
    X =>
      standardised(X).every(
        ({ offset, z }) => Math.abs(offset) > SHARE && z.every(one => Math.abs(one) > SHARE),
      ),
  );
}

/** The table with one column changed. */
function withColumn(X: number[][], at: number, change: (x: number) => number): number[][] {
  return X.map(row => row.with(at, change(row[at])));
}

/** A rate at which descent on d standardised features cannot overshoot. */
function safeRate(draw: Draw, d: number): number {
  return Number(((draw.uniform(0.5, 0.95) * 4) / (1 + d)).toPrecision(3));
}

/** The other coding of the same labels. */
const signed = (y: number[]) => y.map(label => 2 * label - 1);

/** Equal fractions whose mean and mean square, added up from left to right, miss by a last digit. */
function equalFractions(draw: Draw) {
  return draw.until(
    () => new Array<number>(draw.integer(5, 13)).fill(draw.integer(5, 95) / 100),
    column => mean(column) !== column[0] && mean(column.map(x => x * x)) - mean(column) ** 2 !== 0,
  );
}

/**
 * Data and a rate so large that one update carries every logit beyond all digits of a probability,
 * at least one of label 0 so far that 1 − p is 0. With an odd n, the errors of the start and those after
 * the update never have the same mean. No loss is a small difference of such logits.
 */
function rushed(draw: Draw) {
  return draw.until(
    () => ({
      ...rents(draw, draw.pick([9, 11]), 2),
      learningRate: Math.round(draw.uniform(3000, 6000)),
    }),
    ({ X, y, learningRate }) => {
      const [logits, next] = [1, 2].map(steps => logitsAfter(steps, X, y, learningRate));
      // Beyond 37, 1 − p is 0; p itself lasts down to −745. Beyond 710, e^z is infinite.
      const isWrong = logits.some((z, i) => z > 40 && y[i] === 0);
      const overflows = Math.max(...logits) > 720 && Math.min(...logits) < -720;
      const isFar = logits.every(z => Math.abs(z) > SATURATED);
      const isCostly = [logits, next].every(
        z => costOf(z, y) > 0.02 * Math.max(...z.map(Math.abs)),
      );
      return isWrong && overflows && isFar && isCostly && keepsDigits({ X, y, learningRate }, 2);
    },
  );
}

/** A column that begins and ends alike is not constant for that. */
function alikeAtItsEnds(draw: Draw, X: number[][]): number[][] {
  const at = draw.integer(0, X[0].length - 1);
  return X.map((row, i) => (i === 1 || i === X.length - 1 ? row.with(at, X[0][at]) : row));
}

/** A column that tells the classes, in twelve units: together they make the gradient longer than 1. */
function copies(draw: Draw) {
  const scales = draw.times(12, () => ({ by: draw.uniform(0.5, 3), from: draw.normal(0, 2) }));
  return draw.until(
    () => {
      const y = draw.shuffle([0, 1, 0, 1, 1, ...draw.times(4, () => draw.integer(0, 1))]);
      const column = y.map(label => draw.normal(4 * label, 1));
      return { X: column.map(x => scales.map(({ by, from }) => x * by + from)), y };
    },
    ({ X, y }) => lengthAtZeros(X, y) > 1.2,
  );
}

/** The logits after so many updates from zeros. */
function logitsAfter(steps: number, X: number[][], y: number[], learningRate: number): number[] {
  const parameters = descend(X, y, learningRate, steps);
  const columns = columnsOf(X);
  return X.map((_, i) => sum(columns.map((column, k) => parameters[k] * column[i])));
}

/** The mean loss, where all logits are far from 0. */
function costOf(logits: number[], y: number[]): number {
  return mean(logits.map((z, i) => Math.max(z, 0) - y[i] * z));
}

/** The length of the gradient at zeros, the bias left out. */
function lengthAtZeros(X: number[][], y: number[]): number {
  return Math.hypot(...descend(X, y, 1, 1).slice(1));
}

/** Plain descent from zeros: the bias and the weights of the standardised columns. */
function descend(X: number[][], y: number[], learningRate: number, steps: number): number[] {
  const columns = columnsOf(X);
  let parameters = columns.map(() => 0);
  for (let step = 0; step < steps; step += 1) {
    const errors = y.map((label, i) => {
      const logit = sum(columns.map((column, k) => parameters[k] * column[i]));
      return 1 / (1 + Math.exp(-logit)) - label;
    });
    parameters = parameters.map(
      (p, k) => p - learningRate * mean(errors.map((error, i) => error * columns[k][i])),
    );
  }
  return parameters;
}

/** The standardised columns, one of ones for the bias in front. */
function columnsOf(X: number[][]): number[][] {
  return [X.map(() => 1), ...standardised(X).map(({ z }) => z)]; // [1 + d][n]
}

/** Each column in deviations from its mean, and the mean itself in deviations. */
function standardised(X: number[][]): { offset: number; z: number[] }[] {
  return X[0].map((_, j) => {
    const column = X.map(row => row[j]);
    const centre = mean(column);
    const deviation = Math.sqrt(mean(column.map(x => (x - centre) ** 2)));
    return { offset: centre / deviation, z: column.map(x => (x - centre) / deviation) };
  });
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: number[]) => sum(values) / values.length;

const bench = (draw: Draw) => {
  const d = draw.integer(2, 3);
  const steps = draw.integer(4, 8);
  const few = lesson(draw, draw.integer(7, 9), d, safeRate(draw, d), [1, steps]);
  const many = lesson(draw, draw.integer(14, 18), draw.integer(4, 5), safeRate(draw, 5), [steps]);
  const constant = rents(draw, draw.integer(6, 8), 3);
  const value = draw.pick([-3, 2, 7, 40]);
  const fractions = equalFractions(draw);
  // The first label is in both codings.
  const labels = [1, ...draw.shuffle([0, 0, 1, ...draw.times(5, () => draw.integer(0, 1))])];
  const at = draw.integer(0, 2);
  return {
    few: { ...few, signs: signed(few.y) },
    many: { ...many, signs: signed(many.y) },
    alike: { ones: few.y.map(() => 1), minusOnes: few.y.map(() => -1) },
    labels,
    signs: signed(labels),
    /** Units of everyday size: no column is so large that it hides another from a tolerance. */
    table: draw.until(
      () => alikeAtItsEnds(draw, twoClasses(draw, draw.integer(8, 11), 3).X),
      isBroad,
    ),
    beside: { X: withColumn(constant.X, at, () => value), y: constant.y },
    zeros: withColumn(constant.X, at, () => 0),
    equal: {
      X: fractions.map(x => [draw.normal(2, 3), x]),
      y: fractions.map((_, i) => (i < 2 ? i : draw.integer(0, 1))),
    },
    /** Millionths, and 1e-16: what is added to a deviation, or what is taken for none, shows. */
    tiny: tinyUnits(draw),
    logits: draw.times(9, () => draw.uniform(-6, 6)),
    outcomes: draw.shuffle([0, 1, 1, 0, ...draw.times(5, () => draw.integer(0, 1))]),
    huge: draw.uniform(60, 690),
    /** The right label costs less than a thousandth here, and more than rounding; with 3 more as well. */
    sure: draw.uniform(7, 8.5),
    steps,
    rushed: rushed(draw),
    units: [few.X, few.X.map(row => row.map(x => x / 1000))],
    million: few.X.map(row => row.map(x => x * 1000)),
    copies: copies(draw),
    single: [draw.times(d, () => draw.normal(3, 2))],
  };
};

export default grader<typeof import('./solution'), typeof bench>({
  bench,
  checks: ({ agrees, holds, rejects }) => [
    agrees(
      'leaves labels of 0 and 1 as they are',
      ({ binaryLabels }, { labels }) => binaryLabels(labels),
      { within: EXACT },
    ),
    agrees(
      'turns labels of −1 and 1 into 0 and 1',
      ({ binaryLabels }, { signs }) => binaryLabels(signs),
      { within: EXACT },
    ),
    agrees(
      'takes labels that are all alike',
      ({ binaryLabels }) => [
        binaryLabels([1, 1, 1]),
        binaryLabels([0, 0]),
        binaryLabels([-1, -1, -1, -1]),
      ],
      { within: EXACT },
    ),

    agrees('finds the mean of each column', ({ standardise }, { table, many }) => [
      standardise(table).means,
      standardise(many.X).means,
    ]),
    agrees('finds the population deviation of each column', ({ standardise }, { table, many }) => [
      standardise(table).deviations,
      standardise(many.X).deviations,
    ]),
    agrees(
      'measures each number in deviations from its mean',
      ({ standardise }, { table, many }) => [standardise(table).Z, standardise(many.X).Z],
      { within: ZEROS },
    ),
    agrees(
      'turns a constant column into zeros',
      ({ standardise }, { beside, zeros }) => [standardise(beside.X), standardise(zeros)],
      { within: ZEROS },
    ),
    agrees(
      'turns a column of equal fractions into zeros',
      ({ standardise }, { equal }) => standardise(equal.X),
      { within: ZEROS },
    ),
    agrees('divides by a small deviation as it is', ({ standardise }, { tiny }) =>
      standardise(tiny),
    ),

    agrees('measures the mean cross-entropy', ({ logLoss }, { logits, outcomes }) =>
      logLoss(logits, outcomes),
    ),
    agrees('knows the cost of being sure and wrong', ({ logLoss }, { huge }) => [
      logLoss([1000], [0]),
      logLoss([-1000], [1]),
      logLoss([40], [0]),
      logLoss([-34], [1]),
      logLoss([0, -huge, 2], [1, 1, 0]),
    ]),
    agrees(
      'charges next to nothing for being sure and right',
      ({ logLoss }, { huge, sure }) => [
        logLoss([1000], [1]),
        logLoss([-1000, huge], [0, 1]),
        logLoss([sure], [1]),
        logLoss([-sure - 3], [0]),
      ],
      { within: COSTS },
    ),

    agrees('starts at zeros, where the loss is ln 2', ({ train }, { few }) =>
      train(few.X, few.y, { steps: 0, learningRate: few.learningRate }),
    ),
    agrees(
      'has the right losses beside a column in the thousands',
      ({ train }, { few, many, steps }) => [
        train(few.X, few.y, { steps: 1, learningRate: few.learningRate }).losses,
        train(many.X, many.y, { steps, learningRate: many.learningRate }).losses,
      ],
    ),
    agrees('returns weights for the features as they came', ({ train }, { few, many, steps }) => [
      train(few.X, few.y, { steps: 1, learningRate: few.learningRate }).weights,
      train(many.X, many.y, { steps, learningRate: many.learningRate }).weights,
    ]),
    agrees('returns the bias that goes with them', ({ train }, { few, many, steps }) => [
      train(few.X, few.y, { steps: 1, learningRate: few.learningRate }).bias,
      train(many.X, many.y, { steps, learningRate: many.learningRate }).bias,
    ]),
    agrees('trains on labels of −1 and 1 as on 0 and 1', ({ train }, { few, steps }) =>
      train(few.X, few.signs, { steps, learningRate: few.learningRate }),
    ),
    agrees(
      'trains beside a constant column',
      ({ train }, { beside, steps }) => train(beside.X, beside.y, { steps, learningRate: 0.5 }),
      { within: ZEROS },
    ),
    agrees(
      'trains beside a column of equal fractions',
      ({ train }, { equal, steps }) => train(equal.X, equal.y, { steps, learningRate: 0.5 }),
      { within: ZEROS },
    ),
    agrees(
      'keeps its losses right where probabilities run out of digits',
      ({ train }, { rushed: { X, y, learningRate } }) => train(X, y, { steps: 2, learningRate }),
    ),
    agrees('takes the whole step where many columns agree', ({ train }, { copies, steps }) =>
      train(copies.X, copies.y, { steps, learningRate: 0.25 }),
    ),
    agrees('makes all its steps where nothing is left to learn', ({ train }, { steps }) =>
      train([[1], [1], [2], [2]], [0, 1, 0, 1], { steps: 120 + steps, learningRate: 0.7 }),
    ),
    agrees(
      'trains on one class only',
      ({ train }, { few: { X, learningRate }, alike, steps }) => [
        train(X, alike.ones, { steps, learningRate }),
        train(X, alike.minusOnes, { steps, learningRate }),
      ],
      { within: ZEROS },
    ),
    agrees(
      'learns no more than a bias from a single row',
      ({ train }, { single, steps }) => train(single, [1], { steps, learningRate: 0.5 }),
      { within: ZEROS },
    ),
    agrees('stays finite where features reach a million', ({ train }, { million, few, steps }) =>
      train(million, few.y, { steps, learningRate: few.learningRate }),
    ),
    holds(
      'never lets the loss rise at a rate that suits standardised features',
      ({ train }, { many }) =>
        train(many.X, many.signs, { steps: 25, learningRate: many.learningRate }).losses,
      neverRises,
    ),
    holds(
      'has the same losses in any unit',
      ({ train }, { units, few, steps }) =>
        units.map(X => train(X, few.y, { steps, learningRate: few.learningRate }).losses),
      unchangedWhen('every feature is divided by 1000'),
    ),

    rejects('refuses 0 and −1 side by side', ({ binaryLabels }) => binaryLabels([0, -1, 0])),
    rejects('refuses 1, −1 and 0 together', ({ binaryLabels }) => binaryLabels([1, -1, 1, 0])),
    rejects('refuses labels of 1 and 2', ({ binaryLabels }) => binaryLabels([1, 2, 2, 1])),
    rejects('refuses labels that are all −2', ({ binaryLabels }) => binaryLabels([-2, -2])),
    rejects('refuses a label of one half', ({ binaryLabels }) => binaryLabels([0.5, 1, 1])),
    rejects('refuses to train on labels of 1 and 2, also for no steps', ({ train }) =>
      train([[1], [2]], [1, 2], { steps: 0, learningRate: 0.1 }),
    ),
    rejects('refuses to standardise no rows', ({ standardise }) => standardise([])),
    rejects('refuses to train on no rows', ({ train }) =>
      train([], [], { steps: 2, learningRate: 0.1 }),
    ),
    rejects('refuses to standardise rows of different lengths', ({ standardise }) =>
      standardise([[1, 2], [3]]),
    ),
    rejects('refuses to train on rows of different lengths', ({ train }) =>
      train([[1], [2, 3]], [1, 0], { steps: 0, learningRate: 0.1 }),
    ),
    rejects('refuses fewer labels than rows', ({ train }) =>
      train([[1], [2], [4]], [1, 0], { steps: 0, learningRate: 0.1 }),
    ),
    rejects('refuses more labels than logits', ({ logLoss }) => logLoss([1, 2], [1, 0, 1])),
    rejects('refuses a learning rate of zero, also for no steps', ({ train }) =>
      train([[1], [2]], [1, 0], { steps: 0, learningRate: 0 }),
    ),
    rejects('refuses a negative learning rate', ({ train }) =>
      train([[1], [2]], [1, 0], { steps: 2, learningRate: -0.5 }),
    ),
    rejects('refuses a learning rate of NaN', ({ train }) =>
      train([[1], [2]], [1, 0], { steps: 2, learningRate: Number.NaN }),
    ),
    rejects('refuses an infinite learning rate', ({ train }) =>
      train([[1], [2]], [1, 0], { steps: 2, learningRate: Number.POSITIVE_INFINITY }),
    ),
  ],

  mutants: [
    // The four faults of the starter, each alone.
    {
      mistake: 'hands labels of −1 on',
      insteadOf: 'y.map(label => (label === 1 ? 1 : 0));',
      writes: '[...y];',
      say: 'Labels of −1 come out as they went in, and the loss is written for 0 and 1. Turn every −1 into 0 before anything is computed with it.',
    },
    {
      mistake: 'divides a constant column by its deviation of 0',
      insteadOf: 'column.every(x => x === column[0])',
      writes: 'column.length === 0',
      say: 'A constant column is divided by a deviation that is 0 or mere rounding. Give it the deviation 1.',
    },
    {
      mistake: 'takes the logarithm of a probability that has run out of digits',
      insteadOf: 'softplus(z) - y[i] * z',
      writes: '-(y[i] * Math.log(sigmoid(z)) + (1 - y[i]) * Math.log(1 - sigmoid(z)))',
      say: 'Your loss is what the formula gives with probabilities that have become exactly 0 or 1, where 0 · ln 0 is NaN. Compute it from the logit.',
    },
    {
      mistake: 'descends on the features as they came',
      insteadOf: '} = standardise(X);',
      writes: '} = { Z: X, means: X[0].map(() => 0), deviations: X[0].map(() => 1) };',
      say: 'Your numbers equal those of descent on the features as they came, where a column in the thousands makes the rate far too large. Descend on the standardised features.',
    },

    {
      mistake: 'counts the larger label as 1',
      insteadOf: 'label === 1 ? 1 : 0',
      writes: 'label === Math.max(...y) ? 1 : 0',
      say: 'Labels that are all −1 or all 0 come out as 1. Look at the value of a label, not at its rank.',
    },
    {
      mistake: 'counts the smaller label as 0',
      insteadOf: 'label === 1 ? 1 : 0',
      writes: 'label === Math.min(...y) ? 0 : 1',
      say: 'Labels that are all 1 come out as 0. Look at the value of a label, not at its rank.',
    },
    {
      mistake: 'halves labels of 0 and 1',
      insteadOf: 'label === 1 ? 1 : 0',
      writes: '(label + 1) / 2',
      say: 'Labels of 0 become one half. The formula (label + 1) / 2 suits −1 and 1 only; leave the other coding as it is.',
    },
    {
      mistake: 'reads the coding off the first label',
      insteadOf: 'label === 1 ? 1 : 0',
      writes: 'y[0] === 0 ? label : (label + 1) / 2',
      say: 'Labels of 0 and 1 come out wrong where the first of them is 1, which belongs to both codings. Look at all labels before you decide.',
    },
    {
      mistake: 'accepts labels of any value',
      insteadOf: 'strange !== undefined',
      writes: 'strange === null',
      say: 'Labels other than 0, 1 and −1 are let through. Throw a RangeError in binaryLabels and call it from train.',
    },
    {
      mistake: 'accepts labels between the two codes',
      insteadOf: 'label !== 1 && label !== 0 && label !== -1',
      writes: 'label < -1 || label > 1',
      say: 'A label of one half is let through. Compare each label with the codes themselves.',
    },
    {
      mistake: 'accepts any value where all labels are alike',
      insteadOf: 'strange !== undefined',
      writes: 'strange !== undefined && y.some(label => label !== strange)',
      say: 'Labels that are all −2 are let through. Only 0, 1 and −1 are labels, however many of them there are.',
    },
    {
      mistake: 'accepts a 0 after a −1',
      insteadOf: 'y.includes(0) && y.includes(-1)',
      writes: 'y.includes(0) && y.indexOf(-1) > y.indexOf(0)',
      say: 'A 0 that comes after a −1 is let through, while the other order is refused. Refuse the mixture in any order.',
    },
    {
      mistake: 'accepts 0 beside −1',
      insteadOf: 'y.includes(0) && y.includes(-1)',
      writes: 'y.length < 0',
      say: 'Labels of 0 and of −1 are accepted side by side. They belong to two codings; refuse the mixture.',
    },

    {
      mistake: 'takes the sample deviation',
      insteadOf: 'Math.sqrt(mean(column.map(x => (x - means[j]) ** 2)))',
      writes:
        'Math.sqrt((mean(column.map(x => (x - means[j]) ** 2)) * column.length) / (column.length - 1))',
      say: 'Your deviations are those with a division by n − 1. Divide by n, the number of rows.',
    },
    {
      mistake: 'divides by the variance',
      insteadOf: 'Math.sqrt(mean(column.map(x => (x - means[j]) ** 2)))',
      writes: 'mean(column.map(x => (x - means[j]) ** 2))',
      say: 'Your deviations are the mean squared distances, without a root. Take the square root.',
    },
    {
      mistake: 'centres without dividing',
      insteadOf: '(x - means[j]) / deviations[j]))',
      writes: 'x - means[j]))',
      say: 'Your columns are moved to mean 0 and keep their units. Divide by the deviation too.',
    },
    {
      mistake: 'scales without centring',
      insteadOf: '(x - means[j]) / deviations[j]))',
      writes: 'x / deviations[j]))',
      say: 'Your columns are divided by their deviations and not moved. Subtract the mean first.',
    },
    {
      mistake: 'looks for a deviation of exactly 0',
      insteadOf: 'column.every(x => x === column[0])',
      writes: 'mean(column.map(x => (x - mean(column)) ** 2)) === 0',
      say: 'A column of equal fractions is divided by rounding of its mean, so that its zeros become ±1. Compare the values of the column with each other.',
    },
    {
      mistake: 'looks at the ends of a column only',
      insteadOf: 'column.every(x => x === column[0])',
      writes: 'column[0] === column[column.length - 1]',
      say: 'A column whose first value equals its last counts as constant in your code. Compare all of its values.',
    },
    {
      mistake: 'looks for a deviation below a share of the mean',
      insteadOf: 'column.every(x => x === column[0])',
      writes:
        'Math.sqrt(mean(column.map(x => (x - mean(column)) ** 2))) < 1e-12 * Math.abs(mean(column))',
      say: 'A column of zeros is divided by its deviation of 0, while other constant columns are not. Compare the values of the column with each other.',
    },
    {
      mistake: 'adds a little to every deviation',
      insteadOf: 'Math.sqrt(mean(column.map(x => (x - means[j]) ** 2)))',
      writes: 'Math.sqrt(mean(column.map(x => (x - means[j]) ** 2))) + 1e-8',
      say: 'Your small deviations are too large by 1e-8. Divide by the deviation itself, and treat the constant column as a case of its own.',
    },
    {
      mistake: 'adds 1e-12 to every deviation',
      insteadOf: 'Math.sqrt(mean(column.map(x => (x - means[j]) ** 2)))',
      writes: 'Math.sqrt(mean(column.map(x => (x - means[j]) ** 2))) + 1e-12',
      say: 'Deviations of some 1e-16 come out as if 1e-12 were added to them. Divide by the deviation itself, and treat the constant column as a case of its own.',
    },
    {
      mistake: 'takes a small deviation for none',
      insteadOf: 'isConstant(column) ? 1 :',
      writes: 'mean(column.map(x => (x - means[j]) ** 2)) < 1e-6 ? 1 :',
      say: 'A column that varies little counts as constant in your code. Only a column whose values are all equal gets the deviation 1.',
    },
    {
      mistake: 'takes a deviation below 1e-12 for none',
      insteadOf: 'isConstant(column) ? 1 :',
      writes: 'mean(column.map(x => (x - means[j]) ** 2)) < 1e-24 ? 1 :',
      say: 'A column in a very small unit counts as constant in your code, with a deviation of some 1e-16. Only a column whose values are all equal gets the deviation 1.',
    },

    {
      mistake: 'takes the logarithm of the one probability that counts',
      insteadOf: 'softplus(z) - y[i] * z',
      writes: '-Math.log(y[i] === 1 ? sigmoid(z) : 1 - sigmoid(z))',
      say: 'Your loss is no longer NaN, but infinite where a probability has become exactly 0. Compute it from the logit, without a probability.',
    },
    {
      mistake: 'clips probabilities at 1e-15',
      insteadOf: 'softplus(z) - y[i] * z',
      writes:
        '-Math.log(Math.min(Math.max(y[i] === 1 ? sigmoid(z) : 1 - sigmoid(z), 1e-15), 1 - 1e-15))',
      say: 'Your loss of a row never exceeds 34.5, as when probabilities are clipped at 1e-15. Compute it from the logit, without a clip.',
    },
    {
      mistake: 'clips probabilities at 1e-12',
      insteadOf: 'softplus(z) - y[i] * z',
      writes:
        '-Math.log(Math.min(Math.max(y[i] === 1 ? sigmoid(z) : 1 - sigmoid(z), 1e-12), 1 - 1e-12))',
      say: 'Your loss of a row never exceeds 27.6, as when probabilities are clipped at 1e-12. Compute it from the logit, without a clip.',
    },
    {
      mistake: 'adds 1e-15 inside the logarithm',
      insteadOf: 'softplus(z) - y[i] * z',
      writes: '-Math.log((y[i] === 1 ? sigmoid(z) : 1 - sigmoid(z)) + 1e-15)',
      say: 'Your numbers equal what you get when 1e-15 is added inside the logarithm: finite, and far too small for a logit of 1000. Compute the loss from the logit.',
    },
    {
      mistake: 'lets the exponential overflow in the loss',
      insteadOf: 'Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)))',
      writes: 'Math.log(1 + Math.exp(z))',
      say: 'Your loss is infinite for a large logit, where e^z overflows. Take z itself out of the logarithm where it is positive.',
    },
    {
      mistake: 'leaves out rows whose loss is not finite',
      insteadOf: 'mean(logits.map((z, i) => softplus(z) - y[i] * z))',
      writes: `mean(
    logits
      .map((z, i) => -(y[i] * Math.log(sigmoid(z)) + (1 - y[i]) * Math.log(1 - sigmoid(z))))
      .filter(nats => Number.isFinite(nats)),
  )`,
      say: 'Rows with a large logit are missing from your loss, the most costly ones among them. Give every row its finite loss, from the logit.',
    },
    {
      mistake: 'puts 0 for a loss that is not finite',
      insteadOf: 'mean(logits.map((z, i) => softplus(z) - y[i] * z))',
      writes: `mean(
    logits
      .map((z, i) => -(y[i] * Math.log(sigmoid(z)) + (1 - y[i]) * Math.log(1 - sigmoid(z))))
      .map(nats => (Number.isFinite(nats) ? nats : 0)),
  )`,
      say: 'A row with a large logit costs nothing in your loss, even on the wrong side. Compute the loss from the logit.',
    },
    {
      mistake: 'adds up the loss without dividing by n',
      insteadOf: 'mean(logits.map((z, i) => softplus(z) - y[i] * z))',
      writes: 'logits.reduce((sum, z, i) => sum + softplus(z) - y[i] * z, 0)',
      say: 'Your loss is a sum over the rows. Divide it by their number.',
    },

    {
      mistake: 'returns the weights of the standardised features',
      insteadOf: 'slope / deviations[j]); // [d]',
      writes: 'slope); // [d]',
      say: 'Your weights belong to the standardised features. Divide each by the deviation of its column, and let the bias follow.',
    },
    {
      mistake: 'returns weights and bias of the standardised features',
      insteadOf: `slope / deviations[j]); // [d]
  const bias = level - weights.reduce((sum, weight, j) => sum + weight * means[j], 0);`,
      writes: `slope); // [d]
  const bias = level;`,
      say: 'Your weights and your bias belong to the standardised features. Undo the scaling in both.',
    },
    {
      mistake: 'multiplies the weights by the deviations',
      insteadOf: 'slope / deviations[j]); // [d]',
      writes: 'slope * deviations[j]); // [d]',
      say: 'Your weights are multiplied by the deviations. A feature in large units needs a small weight: divide.',
    },
    {
      mistake: 'leaves the bias where it was',
      insteadOf: 'level - weights.reduce((sum, weight, j) => sum + weight * means[j], 0)',
      writes: 'level',
      say: 'Your bias is that of the standardised features, while the weights are not. Take off the sum of weight times mean.',
    },
    {
      mistake: 'adds the means to the bias',
      insteadOf: 'level - weights',
      writes: 'level + weights',
      say: 'Your bias has the sum of weight times mean added. Subtract it: at the means, the logit is that of zeros.',
    },
    {
      mistake: 'moves the bias by the means without the deviations',
      insteadOf: 'sum + weight * means[j], 0)',
      writes: 'sum + slopes[j] * means[j], 0)',
      say: 'Your bias is moved by means times the weights of the standardised features. Use the weights that you return.',
    },

    {
      mistake: 'lowers the learning rate',
      insteadOf: '{ steps, learningRate } = options;',
      writes: `{ steps } = options;
  const learningRate = Math.min(options.learningRate, 0.01);`,
      say: 'Your run uses a rate of 0.01 where a larger one is given. Descend with the rate as it is given.',
    },
    {
      mistake: 'clips the gradient to a length of 1',
      insteadOf: 'slope - learningRate * gradient[j]',
      writes: 'slope - (learningRate * gradient[j]) / Math.max(1, Math.hypot(...gradient))',
      say: 'Your numbers equal what you get when a gradient longer than 1 is cut to that length. Standardised features need no clip; take the whole step.',
    },
    {
      mistake: 'adds up the gradient without dividing by n',
      insteadOf: 'mean(errors.map((error, i) => error * Z[i][j]))',
      writes: 'errors.reduce((sum, error, i) => sum + error * Z[i][j], 0)',
      say: 'Your slopes for the weights are sums over the rows. Divide them by n, as the loss is.',
    },
    {
      mistake: 'never moves the bias',
      insteadOf: '    level -= learningRate * mean(errors);\n',
      writes: '',
      say: 'Your numbers equal what you get when the bias stays 0 during the descent. Standardised features do not spare it: move it in every step.',
    },
    {
      mistake: 'moves the bias on the errors of the new weights',
      insteadOf: 'level -= learningRate * mean(errors);',
      writes:
        'level -= learningRate * mean(scores(Z, slopes, level).map((z, i) => sigmoid(z) - labels[i]));',
      say: 'Your numbers equal what you get when the bias is moved on errors computed anew, after the weights have moved. Move weights and bias on the same errors.',
    },
    {
      mistake: 'lets the exponential overflow in the probability',
      insteadOf: '1 / (1 + Math.exp(-z));',
      writes: 'Math.exp(z) / (1 + Math.exp(z));',
      say: 'Your weights become NaN in an update from large logits, where e^z is infinite and is divided by itself. Write the probability with e^−z.',
    },
    {
      mistake: 'steps uphill',
      insteadOf: 'sigmoid(z) - labels[i]',
      writes: 'labels[i] - sigmoid(z)',
      say: 'Your parameters move along the gradient, which is uphill. The error is the probability minus the label.',
    },
    {
      mistake: 'leaves out the loss of the start',
      insteadOf: 'const losses = [logLoss(logits, labels)];',
      writes: 'const losses: number[] = [];',
      say: 'Your losses begin after the first update. Put the loss of zeros in front.',
    },
    {
      mistake: 'leaves out the loss after the last update',
      insteadOf: '    losses.push(logLoss(logits, labels));',
      writes: '    if (step < steps - 1) losses.push(logLoss(logits, labels));',
      say: 'Your losses lack the one after the last update. The length is steps + 1.',
    },
    {
      mistake: 'keeps a loss of its own in train',
      insteadOf: '    losses.push(logLoss(logits, labels));',
      writes: `    losses.push(mean(logits.map((z, i) => -Math.log(labels[i] === 1 ? sigmoid(z) : 1 - sigmoid(z)))));`,
      say: 'The losses of your run are infinite where your logLoss is right: train computes them from probabilities. Let it call logLoss.',
    },
    {
      mistake: 'makes one step too many',
      insteadOf: 'step < steps',
      writes: 'step <= steps',
      say: 'Your numbers equal what you get with one update more than asked for. Check where the loop ends.',
    },
    {
      mistake: 'ends after 100 steps',
      insteadOf: 'step < steps',
      writes: 'step < Math.min(steps, 100)',
      say: 'Your run ends after 100 steps where more are asked for. Make all of them.',
    },
    {
      mistake: 'stops where the loss stands still',
      insteadOf: 'step < steps',
      writes: 'step < steps && losses.at(-1) !== losses.at(-2)',
      say: 'Your run ends as soon as a loss equals the one before. Make all the steps that are asked for.',
    },
    {
      mistake: 'stops where the loss rises',
      insteadOf: 'step < steps',
      writes: 'step < steps && !(losses.at(-1)! > (losses.at(-2) ?? Infinity))',
      say: 'Your run ends when the loss rises. Make all the steps that are asked for.',
    },

    {
      mistake: 'lets labels pass where steps is 0',
      insteadOf: 'const labels = binaryLabels(y);',
      writes: 'const labels = steps > 0 ? binaryLabels(y) : y;',
      say: 'Labels of 1 and 2 are let through where steps is 0. Check the labels before you look at the number of steps.',
    },
    {
      mistake: 'accepts a learning rate of NaN',
      insteadOf: '!(learningRate > 0 && learningRate < Infinity)',
      writes: 'learningRate <= 0 || learningRate === Infinity',
      say: 'A learning rate of NaN is accepted, since no comparison with NaN holds. Throw a RangeError unless it is positive and finite.',
    },
    {
      mistake: 'accepts a learning rate of zero',
      insteadOf: 'learningRate > 0',
      writes: 'learningRate >= 0',
      say: 'A learning rate of 0 is accepted. Throw a RangeError, also where steps is 0.',
    },
    {
      mistake: 'accepts an infinite learning rate',
      insteadOf: 'learningRate < Infinity',
      writes: 'learningRate <= Infinity',
      say: 'An infinite learning rate is accepted. Throw a RangeError before the first step.',
    },
    {
      mistake: 'accepts rows of any length',
      insteadOf: 'if (odd) throw',
      writes: 'if (odd && odd.length < 0) throw',
      say: 'Rows of different lengths are let through. Compare the length of every row with the first, and throw a TypeError.',
    },
  ],

  pictures: [
    {
      kind: 'curve',
      title: 'How the loss went, beside a column in the thousands',
      label: 'loss',
      experiment: ({ train }, { many: { X, y, learningRate } }) =>
        train(X, y, { steps: 40, learningRate }).losses,
    },
  ],
  tries: {
    knobs: [
      {
        name: 'learning rate',
        kind: 'rate',
        low: ({ many }) => many.learningRate / 30,
        high: ({ many }) => many.learningRate * 1000,
        start: ({ many }) => many.learningRate,
      },
    ],
    bench: ({ knobs: [learningRate] }, { many }) => ({ many: { ...many, learningRate } }),
  },
});
