import { type Draw, grader, leavesNoTensor, type Tolerance, tensorsLeft } from '../../../graders';

type Libraries = { '@tensorflow/tfjs': typeof import('@tensorflow/tfjs') };

/**
 * Tensors hold single precision, and a mean up to twenty deviations from zero costs another digit. A
 * number that is right up to the order of its operations is well within this, in double precision too.
 */
const SINGLE: Tolerance = { relative: 2e-5, scaled: 1e-5, absolute: 2e-6 };

/** As many numbers as four rows of two would have; the first row and the last have two. */
const RAGGED = [[1, 2], [3], [4, 5, 6], [7, 8]];

/** @returns columns of unlike places and units [n][d], nothing sorted. */
function table(draw: Draw, n: number, d: number): number[][] {
  const places = draw.times(d, () => draw.pick([-1, 1]) * draw.uniform(2, 9));
  const units = draw.times(d, () => draw.uniform(0.6, 3));
  return draw.times(n, () => places.map((place, j) => draw.normal(place, units[j])));
}

/** @returns weights of both signs, none of them near 0. */
function weightsFor(draw: Draw, d: number): number[] {
  return draw.times(d, () => draw.pick([-1, 1]) * draw.uniform(0.4, 1.3));
}

/** @returns a copy of X with one column, of the index j, replaced by a single value. */
function flattened(X: number[][], j: number, value: number): number[][] {
  return X.map(row => row.with(j, value));
}

/** @returns a value whose mean over n rows is another one in single precision. */
function unevenly(draw: Draw, n: number): number {
  const { fround } = Math;
  const meanOf = (x: number) => fround(n * fround(fround(x) / n));
  return draw.until(
    () => draw.integer(1, 99) / 10,
    x => meanOf(x) !== fround(x),
  );
}

function standardised(X: number[][]): number[][] {
  const columns = X[0].map((_, j) => {
    const mean = X.reduce((s, row) => s + row[j], 0) / X.length;
    const variance = X.reduce((s, row) => s + (row[j] - mean) ** 2, 0) / X.length;
    return { mean, deviation: Math.sqrt(variance) };
  });
  return X.map(row => row.map((x, j) => (x - columns[j].mean) / columns[j].deviation));
}

const bench = (draw: Draw) => {
  const d = draw.integer(3, 4);
  // Not eight: halving is exact, and the mean of equal values would be.
  const X = table(draw, draw.pick([6, 7, 9]), d);
  return {
    X,
    weights: weightsFor(draw, d),
    bias: draw.pick([-1, 1]) * draw.uniform(0.7, 1.5),
    /** In millionths: what is added to a deviation of this size is seen, and none is taken for zero. */
    fine: table(draw, 7, 2).map(row => row.map(x => x / 2 ** 20)),
    flat: flattened(X, draw.integer(0, d - 1), unevenly(draw, X.length)),
    line: table(draw, 5, 1),
    many: table(draw, 40, 2),
    /** Some scores are far above 0 and some far below: e to the power of either is out of range. */
    steep: draw.until(
      () => draw.times(d, () => draw.pick([-1, 1]) * draw.uniform(60, 90)),
      w => {
        const scores = standardised(X).map(row => row.reduce((s, x, j) => s + x * w[j], 0));
        return Math.max(...scores) > 120 && Math.min(...scores) < -120;
      },
    ),
  };
};

export default grader<typeof import('./solution'), typeof bench, Libraries>({
  bench,
  checks: ({ agrees, holds, rejects }) => [
    agrees('standardises each column', ({ standardise }, { X }) => standardise(X), {
      within: SINGLE,
    }),
    agrees('standardises a single column', ({ standardise }, { line }) => standardise(line), {
      within: SINGLE,
    }),
    agrees(
      'divides small columns by nothing larger',
      ({ standardise }, { fine }) => standardise(fine),
      {
        within: SINGLE,
      },
    ),
    agrees(
      'makes zeros of a column of equal values',
      ({ standardise }, { flat }) => standardise(flat),
      {
        within: SINGLE,
      },
    ),
    agrees('makes zeros of a single row', ({ standardise }, { X }) => standardise(X.slice(0, 1)), {
      within: SINGLE,
    }),
    holds(
      'leaves no tensor of standardise behind',
      ({ standardise }, { X }, { '@tensorflow/tfjs': tf }) => tensorsLeft(tf, () => standardise(X)),
      leavesNoTensor,
    ),
    agrees(
      'turns scores into probabilities',
      ({ predict }, { X, weights, bias }) => predict(X, weights, bias),
      { within: SINGLE },
    ),
    agrees(
      'gives every row the bias alone where the weights are 0',
      ({ predict }, { X, weights, bias }) =>
        predict(
          X,
          weights.map(() => 0),
          bias,
        ),
      { within: SINGLE },
    ),
    agrees(
      'is certain of far scores without an overflow',
      ({ predict }, { X, steep, bias }) => predict(X, steep, bias),
      { within: SINGLE },
    ),
    agrees(
      'predicts beside a column of equal values',
      ({ predict }, { flat, weights, bias }) => predict(flat, weights, bias),
      { within: SINGLE },
    ),
    agrees(
      'predicts forty rows of two',
      ({ predict }, { many, weights, bias }) => predict(many, weights.slice(0, 2), bias),
      { within: SINGLE },
    ),
    holds(
      'leaves no tensor of predict behind',
      ({ predict }, { X, weights, bias }, { '@tensorflow/tfjs': tf }) =>
        tensorsLeft(tf, () => predict(X, weights, bias)),
      leavesNoTensor,
    ),
    agrees(
      'leaves the tensors of its caller alone',
      ({ standardise, predict }, { X, weights, bias }, { '@tensorflow/tfjs': tf }) => {
        const tensor = tf.tensor1d(weights);
        const variable = tf.variable(tensor);
        standardise(X);
        predict(X, weights, bias);
        const isThere = variable.name in tf.engine().registeredVariables;
        const alive = [!tensor.isDisposed, isThere];
        tensor.dispose();
        if (isThere) variable.dispose();
        return alive;
      },
    ),
    rejects('refuses weights that are too many', ({ predict }, { X, weights, bias }) =>
      predict(X, [...weights, 0.5], bias),
    ),
    rejects('refuses weights that are too few', ({ predict }, { X, weights, bias }) =>
      predict(X, weights.slice(1), bias),
    ),
    rejects('refuses one weight for several columns', ({ predict }, { X, weights, bias }) =>
      predict(X, weights.slice(0, 1), bias),
    ),
    rejects('refuses rows of different lengths', ({ standardise }) => standardise(RAGGED)),
    rejects('predicts nothing for rows of different lengths', ({ predict }) =>
      predict(RAGGED, [0.5, -0.25], 1),
    ),
    rejects('refuses a table without rows', ({ standardise }) => standardise([])),
    holds(
      'leaves no tensor behind where it refuses',
      ({ predict }, { X, weights, bias }, { '@tensorflow/tfjs': tf }) => {
        predict(X, weights, bias);
        return tensorsLeft(tf, () => {
          try {
            predict(X, [...weights, 0.5], bias);
          } catch {
            // That it is refused, another check sees.
          }
        });
      },
      leavesNoTensor,
    ),
  ],
  pictures: [
    {
      title: 'Tensors in memory after each of six calls',
      kind: 'curve',
      label: 'tensors',
      experiment: ({ predict }, { X, weights, bias }, { '@tensorflow/tfjs': tf }) => {
        const before = tf.memory().numTensors;
        return Array.from({ length: 6 }, () => {
          predict(X, weights, bias);
          return tf.memory().numTensors - before;
        });
      },
    },
  ],
  mutants: [
    {
      mistake: 'opens no tidy in standardise',
      insteadOf: 'return tf.tidy(() => scaled(tf.tensor2d(X)).arraySync());',
      writes: 'return scaled(tf.tensor2d(X)).arraySync();',
      say: 'As many tensors stay behind as when standardise disposes of none of its own. Let tf.tidy surround all that makes tensors, and bring the numbers out of it.',
    },
    {
      mistake: 'does not dispose of the tensor that left the tidy',
      insteadOf: '  probabilities.dispose();\n',
      writes: '',
      say: 'One tensor of each call to predict stays behind. What a tidy returns outlives it: dispose of that tensor once its numbers are read, or read them inside.',
    },
    {
      mistake: 'makes variables of the weights and the bias',
      insteadOf: 'const column = tf.tensor2d(weights, [Z.shape[1], 1]);',
      writes:
        'const column = tf.variable(tf.tensor2d(weights, [Z.shape[1], 1]));\n    tf.variable(tf.scalar(bias));',
      say: 'Two tensors of each call to predict stay behind, as when weights and bias are variables: no tidy frees those. Make plain tensors of what is not trained, or dispose of them yourself.',
    },
    {
      mistake: 'keeps the standardised table',
      insteadOf: 'const Z = scaled(tf.tensor2d(X));',
      writes: 'const Z = tf.keep(scaled(tf.tensor2d(X)));',
      say: 'One tensor of each call to predict stays behind, of a call that is refused too. Keep nothing with tf.keep that nobody uses afterwards.',
    },
    {
      mistake: 'frees all variables, the caller’s too',
      insteadOf: '  return values;',
      writes: '  tf.disposeVariables();\n  return values;',
      say: 'A variable of the caller is gone after the call. Dispose only of what the call itself made.',
    },
    {
      mistake: 'divides by the variance',
      insteadOf: 'tf.onesLike(mean), tf.sqrt(variance))',
      writes: 'tf.onesLike(mean), variance)',
      say: 'Your columns are divided by their variance. Divide each by the root of it, the deviation.',
    },
    {
      mistake: 'takes n − 1 for the variance',
      insteadOf: 'tf.sqrt(variance))',
      writes: 'tf.sqrt(variance.mul(X.shape[0] / Math.max(1, X.shape[0] - 1))))',
      say: 'Your deviations are those of a sample, with n − 1. Divide the squares by n here.',
    },
    {
      mistake: 'adds a thousandth to the deviation',
      insteadOf: 'return X.sub(mean).div(deviation);',
      writes: 'return X.sub(mean).div(deviation.add(0.001));',
      say: 'Your numbers are those of a deviation with 0.001 added. Add nothing to it: only a column of equal values is divided by 1.',
    },
    {
      mistake: 'divides by zero in a column of equal values',
      insteadOf: 'tf.where(isFlat, tf.onesLike(mean), tf.sqrt(variance))',
      writes: 'tf.sqrt(variance)',
      say: 'A column of equal values is divided by its own deviation, which is 0 or what rounding left of it. Divide such a column by 1.',
    },
    {
      mistake: 'sees a flat column by its variance alone',
      insteadOf: 'tf.equal(tf.max(X, 0), tf.min(X, 0))',
      writes: 'tf.equal(variance, 0)',
      say: 'A column that holds 0.1 throughout is taken for one that varies. Its variance is rounded and may end a little above 0: compare its largest value with its smallest.',
    },
    {
      mistake: 'takes one mean and one variance for the whole table',
      insteadOf: 'tf.moments(X, 0)',
      writes: 'tf.moments(X)',
      say: 'All columns are moved and scaled by the same two numbers. Take the moments of each column, along axis 0.',
    },
    {
      mistake: 'does not move the columns',
      insteadOf: 'X.sub(mean)',
      writes: 'X',
      say: 'Your columns are scaled and not moved. Subtract the mean of each before dividing.',
    },
    {
      mistake: 'predicts on the table as it came',
      insteadOf: 'scaled(tf.tensor2d(X)); // [n][d]',
      writes: 'tf.tensor2d(X); // [n][d]',
      say: 'Your probabilities are those of the columns as they came. Standardise them first, inside predict too.',
    },
    {
      mistake: 'forgets the bias',
      insteadOf: '.add(bias)',
      writes: '',
      say: 'Your probabilities are those of a bias of 0. Add the bias to every score.',
    },
    {
      mistake: 'subtracts the bias',
      insteadOf: '.add(bias).',
      writes: '.sub(bias).',
      say: 'Your probabilities are those of the bias with its sign turned. Add the bias to every score.',
    },
    {
      mistake: 'returns scores',
      insteadOf: '.sigmoid(); //',
      writes: '; //',
      say: 'Your numbers are the scores. Put each through the sigmoid to make a probability of it.',
    },
    {
      mistake: 'takes the sigmoid twice',
      insteadOf: '.sigmoid(); //',
      writes: '.sigmoid().sigmoid(); //',
      say: 'Your numbers went through the sigmoid twice. Once makes the probability.',
    },
    {
      mistake: 'takes one weight for all columns',
      insteadOf: 'const column = tf.tensor2d(weights, [Z.shape[1], 1]);',
      writes:
        'const column = weights.length === 1 ? tf.fill([Z.shape[1], 1], weights[0]) : tf.tensor2d(weights, [Z.shape[1], 1]);',
      say: 'A single weight is taken for every column, as broadcasting does. Refuse weights of another number than the columns.',
    },
    {
      mistake: 'leaves rows of different lengths to the library',
      insteadOf: 'X.some(row => row.length !== X[0].length)',
      writes: 'false',
      say: 'Rows of different lengths get through: tf.tensor2d lays them end to end where the numbers fill the table. Compare the lengths yourself.',
    },
  ],
});
