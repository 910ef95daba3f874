import {
  absolute,
  type Boundary,
  type Draw,
  drawing,
  eachRefused,
  grader,
  gridOver,
  slopeOfLoss,
  unchangedWhen,
} from '../../../graders';

type Module = typeof import('./solution');
type Network = ReturnType<Module['train']>['network'];

/** How far a parameter is moved to either side to see the slope. */
const H = 0.005;
/** What is left of a slope at least where its terms of both signs are added. */
const LEFT = 0.015;
/** What is left at least of a sum before a unit is bent, and of a logit, as a share of its terms. */
const KEPT = 0.005;
/** A parameter below this may have lost more digits in single precision than a check forgives. */
const FAINT = 0.03;
/** Beyond this, 1 − tanh² loses digits. */
const BENT = 2.4;
/** The most steps that a run of the small problems takes. */
const FEW_STEPS = 5;
/** Points along each side of the picture's grid. */
const SIDE = 22;

/** Three rows of two features, for inputs that are to be refused; and a network of three units. */
const ROWS = [[1, 2], [0, -1], [2, 1]]; // biome-ignore format: points in one row
const LABELS = [1, 0, 0];
const NETWORK: Network = {
  hiddenWeights: [[0.5, -1, 0.3], [0.2, 0.4, -0.6]],
  hiddenBiases: [0.1, -0.2, 0.3],
  outputWeights: [1, -0.5, 0.7],
  outputBias: 0.2,
}; // biome-ignore format: a row for each feature
/** As many numbers as rows of one width would have; the first row and the last are right. */
const RAGGED = [[1, 2], [3], [4, 5, 6], [7, 8]]; // biome-ignore format: points in one row
const FOUR: Network = {
  hiddenWeights: RAGGED,
  hiddenBiases: [0.1, -0.2],
  outputWeights: [1, -0.5],
  outputBias: 0.2,
};
const RUN = { learningRate: 0.1, steps: 1 };
/** The same without a step, where nothing but the guards can notice. */
const IDLE = { learningRate: 0.1, steps: 0 };

interface Task {
  X: number[][];
  y: number[];
  network: Network;
}

/** One unit that is 1, −1 or 0 far out, so that any logit can be had. */
function logits(z: number): Network {
  return { hiddenWeights: [[1]], hiddenBiases: [0], outputWeights: [z], outputBias: 0 };
}

function away(draw: Draw, low: number, high: number): number {
  return draw.pick([-1, 1]) * Number(draw.uniform(low, high).toFixed(3));
}

function drawNetwork(draw: Draw, d: number, h: number): Network {
  return {
    hiddenWeights: draw.times(d, () => draw.times(h, () => away(draw, 0.15, 1.6 / Math.sqrt(d)))),
    hiddenBiases: draw.times(h, () => away(draw, 0.15, 0.7)),
    outputWeights: draw.times(h, () => away(draw, 0.4, 1.6)),
    outputBias: away(draw, 0.2, 0.9),
  };
}

/** @returns every number of a network, and so of a gradient. */
function numbersOf({ hiddenWeights, hiddenBiases, outputWeights, outputBias }: Network): number[] {
  return [...hiddenWeights.flat(), ...hiddenBiases, ...outputWeights, outputBias];
}

/** @returns the network with its numbers replaced, in the order of `numbersOf`. */
function withNumbers({ hiddenWeights, hiddenBiases }: Network, numbers: number[]): Network {
  const h = hiddenBiases.length;
  const rows = Array.from({ length: hiddenWeights.length + 2 }, (_, r) =>
    numbers.slice(r * h, (r + 1) * h),
  );
  return {
    hiddenWeights: rows.slice(0, -2),
    hiddenBiases: rows[rows.length - 2],
    outputWeights: rows[rows.length - 1],
    outputBias: numbers[numbers.length - 1],
  };
}

/** What one row adds to each slope, and to the loss; how far its units are bent, and what its sums keep. */
function partOf(row: number[], label: number, { network }: Task) {
  const { hiddenWeights, hiddenBiases, outputWeights, outputBias } = network;
  const sums = hiddenBiases.map((bias, k) =>
    row.reduce((sum, x, j) => sum + x * hiddenWeights[j][k], bias),
  );
  const units = sums.map(a => Math.tanh(a));
  const logit = units.reduce((sum, unit, k) => sum + unit * outputWeights[k], outputBias);
  const error = 1 / (1 + Math.exp(-logit)) - label;
  const back = units.map((unit, k) => error * outputWeights[k] * (1 - unit * unit));
  const sizes = hiddenBiases.map((bias, k) =>
    row.reduce((sum, x, j) => sum + Math.abs(x * hiddenWeights[j][k]), Math.abs(bias)),
  );
  const size = units.reduce(
    (sum, unit, k) => sum + Math.abs(unit * outputWeights[k]),
    Math.abs(outputBias),
  );
  return {
    bent: Math.max(...sums.map(Math.abs)),
    kept: Math.min(Math.abs(logit) / size, ...sums.map((a, k) => Math.abs(a) / sizes[k])),
    loss: Math.max(logit, 0) - label * logit + Math.log1p(Math.exp(-Math.abs(logit))),
    slopes: [
      ...row.flatMap(x => back.map(b => x * b)),
      ...back,
      ...units.map(unit => unit * error),
      error,
    ],
  };
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function measure(task: Task) {
  const parts = task.X.map((row, i) => partOf(row, task.y[i], task));
  const terms = parts[0].slopes.map((_, p) => parts.map(part => part.slopes[p]));
  return {
    loss: mean(parts.map(part => part.loss)),
    slopes: terms.map(mean),
    /** What is left of the sum of each slope's terms, as a share of their sizes. */
    left: terms.map(list => Math.abs(mean(list)) / mean(list.map(Math.abs))),
    bent: Math.max(...parts.map(part => part.bent)),
    kept: Math.min(...parts.map(part => part.kept)),
  };
}

/** @returns the start and the place after each of `steps` updates. */
function walk(
  task: Task,
  { learningRate, steps }: { learningRate: number; steps: number },
): Task[] {
  const places = [task];
  for (let t = 0; t < steps; t += 1) {
    const { slopes } = measure(places[t]);
    const moved = numbersOf(places[t].network).map((value, p) => value - learningRate * slopes[p]);
    places.push({ ...task, network: withNumbers(task.network, moved) });
  }
  return places;
}

/** Rows about a centre of their own for each feature; labels of both kinds, unlike in number. */
function problem(draw: Draw, { n, d, h }: { n: number; d: number; h: number }): Task {
  const centres = draw.times(d, () => away(draw, 0.1, 0.8));
  const ones = draw.integer(2, Math.floor((n - 1) / 2));
  return {
    X: draw.times(n, () => centres.map(centre => draw.normal(centre, 1))),
    y: draw.shuffle(draw.times(n, i => (i < ones ? 1 : 0))),
    network: drawNetwork(draw, d, h),
  };
}

/** @returns whether no parameter is faint. */
function isDistinct({ network }: Task): boolean {
  return numbersOf(network).every(value => Math.abs(value) > FAINT);
}

/** A problem whose slopes do not cancel, at the start and on the way. */
function clear(draw: Draw, size: { n: number; d: number; h: number }, learningRate: number) {
  return draw.until(
    () => problem(draw, size),
    task => {
      const { left, bent, kept } = measure(task);
      const moving = () => walk(task, { learningRate, steps: FEW_STEPS }).slice(1);
      const isClear = bent < BENT && kept > KEPT && left.every(share => share > LEFT);
      return isClear && moving().every(isDistinct);
    },
  );
}

/** A rate so large that the first step raises the loss, and the second does not bring it back. */
function reckless(draw: Draw) {
  const options = { learningRate: draw.uniform(9, 12), steps: 2 };
  const task = draw.until(
    () => problem(draw, { n: 4, d: 1, h: 2 }),
    task => {
      const places = walk(task, options);
      const [start, first, second] = places.map(measure);
      const distinct =
        Math.max(start.bent, first.bent) < 4 &&
        Math.min(...start.left, ...first.left) > LEFT &&
        places.every(({ network }) => numbersOf(network).every(value => Math.abs(value) > 0.1));
      return distinct && Math.min(first.loss, second.loss) > 1.1 * start.loss;
    },
  );
  return { ...task, options };
}

/** Features in the tens before small weights: the units are bent as usual, and the gradient is long. */
function steep(draw: Draw) {
  const options = { learningRate: Number(draw.uniform(4e-4, 7e-4).toPrecision(3)), steps: 2 };
  const task = draw.until(
    () => {
      const { X, y, network } = problem(draw, { n: 6, d: 2, h: 2 });
      const hiddenWeights = network.hiddenWeights.map(row => row.map(weight => weight / 32));
      return {
        X: X.map(row => row.map(x => 32 * x)),
        y,
        network: { ...network, hiddenWeights },
      };
    },
    task => {
      const { left, slopes } = measure(task);
      const places = walk(task, options);
      return (
        left.every(share => share > LEFT) &&
        Math.hypot(...slopes) > 4 &&
        places.every(({ network }) => numbersOf(network).every(value => Math.abs(value) > 0.002))
      );
    },
  );
  return { ...task, options };
}

/** Four clouds in the corners of a square, labelled crosswise. */
function crosswise(draw: Draw) {
  const corners = [[-1.3, -1.1], [1.2, 1.4], [-1.2, 1.3], [1.4, -1.2]]; // biome-ignore format: points in one row
  const groups = draw.shuffle(draw.times(26, i => i % 4));
  const axis = Array.from({ length: SIDE }, (_, k) => -2.6 + (5.2 * k) / (SIDE - 1));
  return {
    X: groups.map(g => corners[g].map(x => draw.normal(x, 0.4))),
    y: groups.map((g): number => (g < 2 ? 0 : 1)),
    network: drawNetwork(draw, 2, 6),
    xs: axis,
    ys: axis,
    points: axis.flatMap(v => axis.map(u => [u, v])),
    learningRate: 0.8,
    steps: 80,
  };
}

const bench = (draw: Draw) => {
  const learningRate = Number(draw.uniform(0.5, 0.9).toFixed(3));
  const few = clear(draw, { n: draw.integer(7, 9), d: 2, h: draw.integer(3, 4) }, learningRate);
  const many = clear(draw, { n: draw.integer(12, 15), d: 4, h: 2 }, learningRate);
  const tiny = draw.until(
    () => problem(draw, { n: 6, d: 2, h: 3 }),
    task => measure(task).left.every(share => share > LEFT),
  );
  const moved = (by: number) =>
    numbersOf(tiny.network).map((_, p) =>
      withNumbers(
        tiny.network,
        numbersOf(tiny.network).map((value, q) => (q === p ? value + by : value)),
      ),
    );
  const rows = draw.shuffle([...few.X.keys(), ...few.X.keys()]);
  const one = draw.until(
    () => ({
      X: [[away(draw, 0.4, 1.8)]],
      network: drawNetwork(draw, 1, 1),
    }),
    task =>
      [0, 1].every(label =>
        walk({ ...task, y: [label] }, { learningRate, steps: FEW_STEPS }).every(isDistinct),
      ),
  );
  const wide = draw.until(
    () => problem(draw, { n: 5, d: 6, h: 7 }),
    task => measure(task).left.every(share => share > 0.002) && measure(task).bent < BENT,
  );
  const long = { learningRate: 0.3, steps: draw.integer(104, 112) };
  const patient = draw.until(
    () => problem(draw, { n: 5, d: 1, h: 2 }),
    task => {
      const end = walk(task, long)[long.steps];
      return (
        numbersOf(end.network).every(value => Math.abs(value) > FAINT) && measure(end).loss > 0.05
      );
    },
  );
  const h = few.network.hiddenBiases.length;
  return {
    few,
    many,
    tiny,
    one,
    wide,
    patient,
    long,
    learningRate,
    steps: draw.integer(3, FEW_STEPS),
    rest: draw.integer(3, 6),
    rash: reckless(draw),
    steep: steep(draw),
    square: crosswise(draw),
    ahead: moved(H),
    behind: moved(-H),
    doubled: { X: rows.map(i => few.X[i]), y: rows.map(i => few.y[i]) },
    // Sums in the hundreds and thousands, of both signs.
    far: {
      X: draw.times(4, i => [(i % 2 ? -1 : 1) * draw.uniform(400, 900), draw.uniform(-9, 9)]),
      network: {
        ...few.network,
        hiddenWeights: [0, 1].map(() => draw.times(h, () => away(draw, 0.9, 3))),
      },
    },
    huge: draw.uniform(60, 690),
    worn: draw.uniform(36.3, 36.6),
    small: draw.times(4, () => draw.uniform(7, 9)),
    sure: [draw.uniform(3, 4), draw.uniform(10.2, 10.6), draw.uniform(12.3, 12.7)],
    zeros: {
      hiddenWeights: few.network.hiddenWeights.map(row => row.map(() => 0)),
      hiddenBiases: few.network.hiddenBiases.map(() => 0),
      outputWeights: few.network.outputWeights.map(() => 0),
      outputBias: 0,
    },
  };
};

/** Every number of a gradient as `slopeOfLoss` wants it. */
function listed(gradient: Network): { weights: number[]; bias: number } {
  const { hiddenWeights, hiddenBiases, outputWeights, outputBias } = gradient;
  return {
    // Rows may be typed arrays, which flat() leaves as they are.
    weights: [...hiddenWeights.flatMap(row => [...row]), ...hiddenBiases, ...outputWeights],
    bias: outputBias,
  };
}

/** The network or the rows fit nowhere: all three functions must refuse them. */
function refusedByAll(
  { forward, lossAndGradient, train }: Module,
  X: number[][],
  y: number[],
  network: Network,
): unknown {
  return eachRefused(
    () => forward(X, network),
    () => lossAndGradient(X, y, network),
    () => train(X, y, network, IDLE),
  );
}

/** The labels do not do: the functions that learn must refuse them. */
function refusedByLearners(
  { lossAndGradient, train }: Module,
  X: number[][],
  y: number[],
): unknown {
  return eachRefused(
    () => lossAndGradient(X, y, NETWORK),
    () => train(X, y, NETWORK, IDLE),
  );
}

export default grader<Module, typeof bench>({
  bench,

  checks: ({ agrees, holds, rejects }) => [
    agrees('bends what comes into each hidden unit', ({ forward }, { few, many }) => [
      forward(few.X, few.network).hidden,
      forward(many.X, many.network).hidden,
    ]),
    agrees(
      'keeps hidden units finite however far out they are',
      ({ forward }, { far }) => forward(far.X, far.network).hidden,
    ),
    agrees('weighs the hidden units for a logit', ({ forward }, { few, many }) => [
      forward(few.X, few.network).logits,
      forward(many.X, many.network).logits,
    ]),
    agrees('turns each logit into a probability', ({ forward }, { few, many }) => [
      forward(few.X, few.network).probabilities,
      forward(many.X, many.network).probabilities,
    ]),
    agrees(
      'gives a probability for a logit of any size',
      ({ forward }) =>
        [40, 710, 800, 1e5].map(z => forward([[90], [-90], [0]], logits(z)).probabilities),
      { within: absolute(1e-12) },
    ),
    agrees('keeps every digit of a small probability', ({ forward }, { small }) =>
      small.map(z => forward([[-90]], logits(z)).probabilities),
    ),
    agrees('sends a single row through a single unit', ({ forward }, { one }) =>
      forward(one.X, one.network),
    ),
    agrees('sends rows of many features through many units', ({ forward }, { wide }) =>
      forward(wide.X, wide.network),
    ),

    agrees('measures the mean cross-entropy', ({ lossAndGradient }, { few, many }) => [
      lossAndGradient(few.X, few.y, few.network).loss,
      lossAndGradient(many.X, many.y, many.network).loss,
    ]),
    agrees('knows the cost of being sure and wrong', ({ lossAndGradient }, { huge, worn }) =>
      [800, huge, worn].flatMap(z => [
        lossAndGradient([[90]], [0], logits(z)).loss,
        lossAndGradient([[-90]], [1], logits(z)).loss,
      ]),
    ),
    agrees(
      'charges little or nothing for being sure and right',
      ({ lossAndGradient }, { sure }) =>
        [...sure, 800].flatMap(z => [
          lossAndGradient([[90]], [1], logits(z)).loss,
          lossAndGradient([[-90]], [0], logits(z)).loss,
        ]),
      // Single precision keeps a logit of 12 to 5e-7, and the loss can come out of its last digits.
      { within: absolute(7e-7) },
    ),
    agrees('has the slope of the output bias', ({ lossAndGradient }, { few, many }) => [
      lossAndGradient(few.X, few.y, few.network).gradient.outputBias,
      lossAndGradient(many.X, many.y, many.network).gradient.outputBias,
    ]),
    agrees('has the slopes of the output weights', ({ lossAndGradient }, { few, many }) => [
      lossAndGradient(few.X, few.y, few.network).gradient.outputWeights,
      lossAndGradient(many.X, many.y, many.network).gradient.outputWeights,
    ]),
    agrees('hands the error back to the hidden biases', ({ lossAndGradient }, { few, many }) => [
      lossAndGradient(few.X, few.y, few.network).gradient.hiddenBiases,
      lossAndGradient(many.X, many.y, many.network).gradient.hiddenBiases,
    ]),
    agrees('hands the error back to the hidden weights', ({ lossAndGradient }, { few, many }) => [
      lossAndGradient(few.X, few.y, few.network).gradient.hiddenWeights,
      lossAndGradient(many.X, many.y, many.network).gradient.hiddenWeights,
    ]),
    holds(
      'has a gradient that is the slope of its loss',
      ({ lossAndGradient }, { tiny: { X, y, network }, ahead, behind }) => ({
        gradient: listed(lossAndGradient(X, y, network).gradient),
        ahead: ahead.map(other => lossAndGradient(X, y, other).loss),
        behind: behind.map(other => lossAndGradient(X, y, other).loss),
      }),
      slopeOfLoss(H, 1e-2),
    ),
    agrees(
      'hands nothing back through output weights of zero',
      ({ lossAndGradient }, { few, zeros }) => [
        lossAndGradient(few.X, few.y, { ...few.network, outputWeights: zeros.outputWeights }),
        lossAndGradient(few.X, few.y, zeros),
      ],
    ),
    agrees('has slopes where units and logits are far out', ({ lossAndGradient }, { far }) => [
      lossAndGradient(far.X, [0, 1, 1, 0], far.network).gradient.outputWeights,
      lossAndGradient([[90], [-90], [80]], [0, 0, 0], logits(800)).gradient,
    ]),
    agrees('learns what a single row says', ({ lossAndGradient }, { one: { X, network } }) => [
      lossAndGradient(X, [1], network),
      lossAndGradient(X, [0], network),
    ]),
    agrees('has slopes for many features and units', ({ lossAndGradient }, { wide }) =>
      lossAndGradient(wide.X, wide.y, wide.network),
    ),
    holds(
      'does not mind rows that appear twice, in any order',
      ({ lossAndGradient }, { few: { X, y, network }, doubled }) => [
        lossAndGradient(X, y, network),
        lossAndGradient(doubled.X, doubled.y, network),
      ],
      unchangedWhen('every row appears twice'),
    ),

    agrees('returns the start where no step is allowed', ({ train }, { few, learningRate }) =>
      train(few.X, few.y, few.network, { learningRate, steps: 0 }),
    ),
    agrees('moves every weight and bias by one step', ({ train }, { few, many, learningRate }) => [
      train(few.X, few.y, few.network, { learningRate, steps: 1 }).network,
      train(many.X, many.y, many.network, { learningRate, steps: 1 }).network,
    ]),
    agrees(
      'is in the right place after several steps',
      ({ train }, { few, many, learningRate, steps }) => [
        train(few.X, few.y, few.network, { learningRate, steps }).network,
        train(many.X, many.y, many.network, { learningRate, steps }).network,
      ],
    ),
    agrees(
      'keeps the loss of the start and the loss after every step',
      ({ train }, { few, learningRate, steps }) =>
        train(few.X, few.y, few.network, { learningRate, steps }).losses,
    ),
    agrees('trains a single unit on a single row', ({ train }, { one, learningRate, steps }) => [
      train(one.X, [1], one.network, { learningRate, steps }),
      train(one.X, [0], one.network, { learningRate, steps }),
    ]),
    agrees('goes on as it began for a hundred steps', ({ train }, { patient, long }) =>
      train(patient.X, patient.y, patient.network, long),
    ),
    agrees('makes all its steps where nothing is left to learn', ({ train }, { rest }) =>
      train([[90], [-80], [70]], [1, 0, 1], logits(900), { learningRate: 0.4, steps: rest }),
    ),
    agrees('takes long gradients in full', ({ train }, { steep }) =>
      train(steep.X, steep.y, steep.network, steep.options),
    ),
    agrees('takes long steps in full, also where the loss rises', ({ train }, { rash }) =>
      train(rash.X, rash.y, rash.network, rash.options),
    ),

    rejects('refuses fewer output weights than hidden biases', module =>
      refusedByAll(module, ROWS, LABELS, { ...NETWORK, outputWeights: [1, 2] }),
    ),
    rejects('refuses more output weights than hidden biases', module =>
      refusedByAll(module, ROWS, LABELS, { ...NETWORK, outputWeights: [1, 2, 3, 4] }),
    ),
    rejects('refuses a last row of hidden weights that is too short', module =>
      refusedByAll(module, ROWS, LABELS, { ...NETWORK, hiddenWeights: [[1, 2, 3], [1, 2]] }),
    ), // biome-ignore format: a row beside the other
    rejects('refuses a last row of hidden weights that is too long', module =>
      refusedByAll(module, ROWS, LABELS, { ...NETWORK, hiddenWeights: [[1, 2, 3], [1, 2, 3, 4]] }),
    ), // biome-ignore format: a row beside the other
    rejects('refuses hidden weights for another number of units in every row', module =>
      refusedByAll(module, ROWS, LABELS, {
        ...NETWORK,
        hiddenWeights: RAGGED.slice(0, 1).concat([[3, 4]]),
      }),
    ),
    rejects('refuses short rows of hidden weights beside long ones', module =>
      refusedByAll(module, [[1, 2, 3, 4], [4, 3, 2, 1]], [1, 0], FOUR),
    ), // biome-ignore format: a row beside the other
    rejects('refuses a last row of X that is too short', module =>
      refusedByAll(module, [[1, 2], [0, -1], [2]], LABELS, NETWORK),
    ), // biome-ignore format: a row beside the other
    rejects('refuses a last row of X that is too long', module =>
      refusedByAll(module, [[1, 2], [0, -1], [2, 1, 0]], LABELS, NETWORK),
    ), // biome-ignore format: a row beside the other
    rejects('refuses rows of X that fit each other but not the network', module =>
      eachRefused(
        () => refusedByAll(module, [[1, 2, 3], [3, 2, 1]], [1, 0], NETWORK),
        () => refusedByAll(module, [[1], [3]], [1, 0], NETWORK),
      ),
    ), // biome-ignore format: a row beside the other
    rejects('refuses short rows of X beside long ones', module =>
      refusedByAll(module, RAGGED, [1, 0, 0, 1], NETWORK),
    ),
    rejects('refuses to learn with a label too few', module =>
      refusedByLearners(module, ROWS, [1, 0]),
    ),
    rejects('refuses to learn with a label too many', module =>
      refusedByLearners(module, ROWS, [1, 0, 0, 1]),
    ),
    rejects('refuses to learn from no rows', module => refusedByLearners(module, [], [])),
    rejects('refuses a label of 2', module => refusedByLearners(module, ROWS, [1, 0, 2])),
    rejects('refuses a label of −1', module => refusedByLearners(module, ROWS, [1, -1, 0])),
    rejects('refuses a label of one half', module => refusedByLearners(module, ROWS, [0.5, 1, 0])),
    rejects('refuses a learning rate of zero, also for no steps', ({ train }) =>
      train(ROWS, LABELS, NETWORK, { learningRate: 0, steps: 0 }),
    ),
    rejects('refuses a negative learning rate', ({ train }) =>
      train(ROWS, LABELS, NETWORK, { ...RUN, learningRate: -0.1 }),
    ),
    rejects('refuses an infinite learning rate, also for no steps', ({ train }) =>
      train(ROWS, LABELS, NETWORK, { learningRate: Number.POSITIVE_INFINITY, steps: 0 }),
    ),
    rejects('refuses a learning rate that is not a number, also for no steps', ({ train }) =>
      train(ROWS, LABELS, NETWORK, { learningRate: Number.NaN, steps: 0 }),
    ),
  ],

  mutants: [
    {
      mistake: 'leaves the hidden units straight',
      insteadOf: 'Math.tanh(row.reduce(',
      writes: '(row.reduce(',
      say: 'Your hidden units are not bent: they are the plain sums. Take the tanh of each.',
    },
    {
      mistake: 'has sigmoids for hidden units',
      insteadOf: 'Math.tanh(row.reduce(',
      writes: 'sigmoid(row.reduce(',
      say: 'Your hidden units are sigmoids, between 0 and 1. Take the tanh of each sum.',
    },
    {
      mistake: 'cuts hidden units off at zero',
      insteadOf: 'Math.tanh(row.reduce(',
      writes: 'Math.max(0, row.reduce(',
      say: 'Your hidden units are the positive parts of their sums. Take the tanh of each sum.',
    },
    {
      mistake: 'leaves the hidden biases out',
      insteadOf: 'sum + x * hiddenWeights[j][k], bias)',
      writes: 'sum + x * hiddenWeights[j][k], 0)',
      say: 'Your hidden units equal those without their biases. Add the bias of each unit to its sum.',
    },
    {
      mistake: 'adds the hidden bias once for each feature',
      insteadOf: 'sum + x * hiddenWeights[j][k], bias)',
      writes: 'sum + x * hiddenWeights[j][k] + bias, 0)',
      say: 'Your hidden units have their bias added once for each feature. Add it once.',
    },
    {
      mistake: 'makes tanh of two exponentials',
      insteadOf: 'Math.tanh(row.reduce((sum, x, j) => sum + x * hiddenWeights[j][k], bias))',
      writes: `[row.reduce((sum, x, j) => sum + x * hiddenWeights[j][k], bias)].map(
        a => (Math.exp(a) - Math.exp(-a)) / (Math.exp(a) + Math.exp(-a)),
      )[0]`,
      say: 'Your hidden units are NaN far out, where Infinity is divided by Infinity. Math.tanh stays finite.',
    },
    {
      mistake: 'leaves the output bias out',
      insteadOf: 'unit * outputWeights[k], outputBias)',
      writes: 'unit * outputWeights[k], 0)',
      say: 'Your logits equal those without the output bias. Add it once to each.',
    },
    {
      mistake: 'bends the logits',
      insteadOf: 'units.reduce((sum, unit, k) => sum + unit * outputWeights[k], outputBias),',
      writes:
        'Math.tanh(units.reduce((sum, unit, k) => sum + unit * outputWeights[k], outputBias)),',
      say: 'Your logits went through tanh. Only hidden units are bent; a logit is the plain sum.',
    },
    {
      mistake: 'returns labels for probabilities',
      insteadOf: 'probabilities: logits.map(z => sigmoid(z))',
      writes: 'probabilities: logits.map(z => Math.round(sigmoid(z)))',
      say: 'Your probabilities are all 0 or 1. Leave them as the sigmoid gives them.',
    },
    {
      mistake: 'returns the logits for probabilities',
      insteadOf: 'probabilities: logits.map(z => sigmoid(z))',
      writes: 'probabilities: [...logits]',
      say: 'Your probabilities are the logits. Send each through the sigmoid.',
    },
    {
      mistake: 'swaps the two outcomes',
      insteadOf: 'z >= 0 ? 1 /',
      writes: 'z < 0 ? 1 /',
      say: 'Your probabilities are 1 minus the right ones. The sigmoid grows with z.',
    },
    {
      mistake: 'exponentiates a large logit',
      insteadOf: 'z >= 0 ? 1 / (1 + e) : e / (1 + e)',
      writes: 'Math.exp(z) / (1 + Math.exp(z))',
      say: 'Your probability is NaN for a large logit, where Infinity is divided by itself. Exponentiate minus the absolute logit.',
    },

    {
      mistake: 'takes the logarithm of a probability that has run out of digits',
      insteadOf: 'softplus(z) - y[i] * z)',
      writes: '-(y[i] * Math.log(probabilities[i]) + (1 - y[i]) * Math.log(1 - probabilities[i])))',
      say: 'Your loss takes the logarithm of probabilities that have become exactly 0 or 1. Compute it from the logit.',
    },
    {
      mistake: 'clips probabilities at 1e-12',
      insteadOf: 'softplus(z) - y[i] * z)',
      writes:
        '-Math.log(Math.min(Math.max(y[i] === 1 ? probabilities[i] : 1 - probabilities[i], 1e-12), 1 - 1e-12)))',
      say: 'Your loss never exceeds 27.6, as if probabilities were clipped at 1e-12. Compute it from the logit, where no clipping is needed.',
    },
    {
      mistake: 'counts rows with label 1 only',
      insteadOf: 'softplus(z) - y[i] * z)',
      writes: 'y[i] * (softplus(z) - z))',
      say: 'Your loss leaves out the rows with label 0. Their term is −ln(1 − p).',
    },
    {
      mistake: 'measures the loss in bits',
      insteadOf: '=> sum + each, 0) / n;',
      writes: '=> sum + each, 0) / n / Math.LN2;',
      say: 'Your loss is in bits, 1.4427 times the right one. Take natural logarithms.',
    },
    {
      mistake: 'adds up the loss',
      insteadOf: '=> sum + each, 0) / n;',
      writes: '=> sum + each, 0);',
      say: 'Your loss is a sum over the rows. Divide it by n.',
    },
    {
      mistake: 'measures the mean squared error',
      insteadOf: 'softplus(z) - y[i] * z)',
      writes: '(sigmoid(z) - y[i]) ** 2)',
      say: 'Your loss is the mean squared error of the probabilities. Take the cross-entropy.',
    },

    {
      mistake: 'adds up the slopes',
      insteadOf: '(p - y[i]) / n);',
      writes: 'p - y[i]);',
      say: 'Your slopes are sums over the rows. The loss is a mean: divide by n once.',
    },
    {
      mistake: 'has the slopes upside down',
      insteadOf: '(p - y[i]) / n);',
      writes: '(y[i] - p) / n);',
      say: 'Your slopes have the wrong sign. The error at the output is p − y.',
    },
    {
      mistake: 'has the slopes of the squared error',
      insteadOf: '(p - y[i]) / n);',
      writes: '((p - y[i]) * p * (1 - p)) / n);',
      say: 'Your error at the output has a factor p (1 − p), as for the squared error. With cross-entropy it is p − y alone.',
    },
    {
      mistake: 'takes the logit for the probability on the way back',
      insteadOf: '(p - y[i]) / n);',
      writes: '(logits[i] - y[i]) / n);',
      say: 'Your error at the output is the logit minus the label. Take the probability minus the label.',
    },
    {
      mistake: 'forgets the labels on the way back',
      insteadOf: '(p - y[i]) / n);',
      writes: 'p / n);',
      say: 'Your error at the output is p itself. Subtract the label.',
    },
    {
      mistake: 'divides the slopes by n and by h',
      insteadOf: '(p - y[i]) / n);',
      writes: '(p - y[i]) / (n * network.hiddenBiases.length));',
      say: 'Your slopes are divided by the number of hidden units as well. Divide by n alone.',
    },
    {
      mistake: 'leaves the bend out on the way back',
      insteadOf: ' * (1 - unit ** 2)',
      writes: '',
      say: 'Your hidden layer is handed errors as if its units were straight. Multiply each by the slope of tanh, 1 − tanh².',
    },
    {
      mistake: 'takes the tanh of the unit for its slope',
      insteadOf: '(1 - unit ** 2)',
      writes: '(1 - Math.tanh(unit) ** 2)',
      say: 'Your slope of tanh is taken at the unit, which is a tanh already. With u = tanh a, it is 1 − u².',
    },
    {
      mistake: 'takes the sum instead of the unit for its slope',
      insteadOf: '(1 - unit ** 2)',
      writes: '(1 - Math.atanh(unit) ** 2)',
      say: 'Your slope of tanh is 1 minus the square of what went into it. It is 1 minus the square of what came out.',
    },
    {
      mistake: 'has the slope of a sigmoid for tanh',
      insteadOf: '(1 - unit ** 2)',
      writes: 'unit * (1 - unit)',
      say: 'Your slope at a hidden unit is u (1 − u), which belongs to a sigmoid. That of tanh is 1 − u².',
    },
    {
      mistake: 'forgets the square in the slope of tanh',
      insteadOf: '(1 - unit ** 2)',
      writes: '(1 - unit)',
      say: 'Your slope at a hidden unit is 1 − u. Square the unit first.',
    },
    {
      mistake: 'hands back through positive units only',
      insteadOf: '(1 - unit ** 2)',
      writes: '(unit > 0 ? 1 : 0)',
      say: 'Your errors pass unchanged through positive units and not at all through others, as for ReLU. The slope of tanh is 1 − u².',
    },
    {
      mistake: 'hands the error back without the output weights',
      insteadOf: 'outputErrors[i] * network.outputWeights[k] * (1',
      writes: 'outputErrors[i] * (1',
      say: 'Every hidden unit of yours is handed the same error. Multiply it by the output weight of the unit.',
    },
    {
      mistake: 'hands the error back through the sizes of the output weights',
      insteadOf: 'outputErrors[i] * network.outputWeights[k] * (1',
      writes: 'outputErrors[i] * Math.abs(network.outputWeights[k]) * (1',
      say: 'Your errors come back through the absolute output weights. Keep their signs.',
    },
    {
      mistake: 'hands the error back through the units',
      insteadOf: 'outputErrors[i] * network.outputWeights[k] * (1',
      writes: 'outputErrors[i] * unit * network.outputWeights[k] * (1',
      say: 'Your errors at the hidden units carry the units as a factor. What a unit is handed is the error times its output weight, then the bend.',
    },
    {
      mistake: 'divides by n a second time in the hidden layer',
      insteadOf: 'outputErrors[i] * network.outputWeights[k] * (1',
      writes: '(outputErrors[i] / n) * network.outputWeights[k] * (1',
      say: 'Your slopes of the hidden layer are divided by n twice. Once is enough, at the output.',
    },
    {
      mistake: 'does not divide the slopes of the hidden layer',
      insteadOf: 'outputErrors[i] * network.outputWeights[k] * (1',
      writes: 'n * outputErrors[i] * network.outputWeights[k] * (1',
      say: 'Your slopes of the hidden layer are sums over the rows. Divide them by n as well.',
    },
    {
      mistake: 'takes the hidden errors for the output weights',
      insteadOf: 'hidden[i][k] * outputErrors[i])), // [h]',
      writes: 'hidden[i][k] * hiddenErrors[i][k])), // [h]',
      say: 'Your slopes of the output weights take the errors of the hidden units. Take the error at the output, where these weights end.',
    },
    {
      mistake: 'adds up the errors alone for the output weights',
      insteadOf: 'hidden[i][k] * outputErrors[i])), // [h]',
      writes: 'outputErrors[i])), // [h]',
      say: 'Your slopes of the output weights are those of the bias. Multiply each row’s error by the unit that the weight belongs to.',
    },
    {
      mistake: 'has absent slopes for the hidden biases',
      insteadOf: 'over(i => hiddenErrors[i][k])), // [h]',
      writes: '0), // [h]',
      say: 'Your slopes of the hidden biases are 0. A bias has a 1 coming in: add up the errors of its unit.',
    },
    {
      mistake: 'has an absent slope for the output bias',
      insteadOf: 'outputBias: over(i => outputErrors[i])',
      writes: 'outputBias: 0',
      say: 'Your slope of the output bias is 0. A bias has a 1 coming in: add up the errors at the output.',
    },
    {
      mistake: 'hands the hidden biases errors that were not bent',
      insteadOf: 'over(i => hiddenErrors[i][k])), // [h]',
      writes: 'over(i => outputErrors[i] * network.outputWeights[k])), // [h]',
      say: 'Your slopes of the hidden biases leave the bend out. Take the same errors as for the hidden weights.',
    },
    {
      mistake: 'takes the last row alone for the hidden biases',
      insteadOf: 'over(i => hiddenErrors[i][k])), // [h]',
      writes: 'hiddenErrors[n - 1][k]), // [h]',
      say: 'Your slopes of the hidden biases are those of the last row. Add up all rows.',
    },
    {
      mistake: 'averages the errors of the output bias a second time',
      insteadOf: 'outputBias: over(i => outputErrors[i])',
      writes: 'outputBias: over(i => outputErrors[i]) / n',
      say: 'Your slope of the output bias is divided by n twice. Once is enough.',
    },
    {
      mistake: 'turns the slopes of the hidden weights over',
      insteadOf: `network.hiddenWeights.map((row, j) =>
      row.map((_, k) => over(i => X[i][j] * hiddenErrors[i][k])),
    ), // [d][h]`,
      writes: `network.hiddenBiases.map((_, k) =>
      network.hiddenWeights.map((_, j) => over(i => X[i][j] * hiddenErrors[i][k])),
    ),`,
      say: 'Your slopes of the hidden weights come as [h][d]. Give them the shape of the weights, a row for each feature.',
    },

    {
      mistake: 'moves against the slope the wrong way',
      insteadOf: 'value - learningRate * slope',
      writes: 'value + learningRate * slope',
      say: 'Your updates go with the slope, and the loss rises. Subtract the learning rate times the gradient.',
    },
    {
      mistake: 'takes steps without the learning rate',
      insteadOf: 'value - learningRate * slope',
      writes: 'value - slope',
      say: 'Your updates subtract the gradient itself. Multiply it by the learning rate.',
    },
    {
      mistake: 'lets the learning rate fall',
      insteadOf: 'value - learningRate * slope',
      writes: 'value - (learningRate / losses.length) * slope',
      say: 'Your steps get shorter with their number. Keep the learning rate as it is given.',
    },
    {
      mistake: 'shortens long gradients',
      insteadOf: 'const { gradient } = lossAndGradient(X, y, current); // once',
      writes: `const { gradient } = lossAndGradient(X, y, current);
    const length = Math.hypot(gradient.outputBias, ...gradient.outputWeights, ...gradient.hiddenBiases, ...gradient.hiddenWeights.flat());
    if (length > 1) {
      gradient.outputBias /= length;
      for (const list of [gradient.outputWeights, gradient.hiddenBiases, ...gradient.hiddenWeights]) {
        list.forEach((slope, k) => {
          list[k] = slope / length;
        });
      }
    } // once`,
      say: 'Where a gradient is longer than 1, your update is shorter than it should be. Subtract it in full.',
    },
    {
      mistake: 'hands errors back through output weights that have moved',
      insteadOf: 'const { gradient } = lossAndGradient(X, y, current); // once',
      writes: `const { gradient } = lossAndGradient(X, y, current);
    const ahead = current.outputWeights.map((weight, k) => weight - learningRate * gradient.outputWeights[k]);
    gradient.hiddenBiases = gradient.hiddenBiases.map((slope, k) => (slope * ahead[k]) / current.outputWeights[k]);
    gradient.hiddenWeights = gradient.hiddenWeights.map(row =>
      row.map((slope, k) => (slope * ahead[k]) / current.outputWeights[k]),
    ); // once`,
      say: 'Your hidden layer moves by errors that came back through output weights already moved. Take the whole gradient before anything moves.',
    },
    {
      mistake: 'moves the hidden layer by a gradient taken after the output layer has moved',
      insteadOf: 'const { gradient } = lossAndGradient(X, y, current); // once',
      writes: `const { gradient } = lossAndGradient(X, y, current);
    const half = {
      ...current,
      outputWeights: current.outputWeights.map((weight, k) => weight - learningRate * gradient.outputWeights[k]),
      outputBias: current.outputBias - learningRate * gradient.outputBias,
    };
    const later = lossAndGradient(X, y, half).gradient;
    gradient.hiddenWeights = later.hiddenWeights;
    gradient.hiddenBiases = later.hiddenBiases; // once`,
      say: 'Your hidden layer moves by a gradient taken after the output layer has moved. One gradient, taken before, moves everything.',
    },
    {
      mistake: 'never moves the hidden layer',
      insteadOf: 'row.map((weight, k) => move(weight, gradient.hiddenWeights[j][k])),',
      writes: 'row.map(weight => weight),',
      say: 'Your hidden weights stay where they start. Move them like all other parameters.',
    },
    {
      mistake: 'never moves the hidden biases',
      insteadOf: 'move(bias, gradient.hiddenBiases[k])',
      writes: 'bias',
      say: 'Your hidden biases stay where they start. Move them like all other parameters.',
    },
    {
      mistake: 'never moves the output bias',
      insteadOf: 'move(current.outputBias, gradient.outputBias)',
      writes: 'current.outputBias',
      say: 'Your output bias stays where it starts. Move it like all other parameters.',
    },
    {
      mistake: 'makes one step too many',
      insteadOf: 'step < steps;',
      writes: 'step <= steps;',
      say: 'Your run makes one update more than asked for. Check where the loop ends.',
    },
    {
      mistake: 'makes a hundred steps at most',
      insteadOf: 'step < steps;',
      writes: 'step < Math.min(steps, 100);',
      say: 'Your run ends after a hundred updates. Make as many as steps says.',
    },
    {
      mistake: 'ends where the loss is zero',
      insteadOf: 'step < steps;',
      writes: 'step < steps && losses[step] > 0;',
      say: 'Your run ends where the loss is zero. Make all steps, also where nothing moves any more.',
    },
    {
      mistake: 'ends where the loss rises',
      insteadOf: 'step < steps;',
      writes: 'step < steps && !(losses[step] > losses[step - 1]);',
      say: 'Your run ends where an update has raised the loss. Make all steps.',
    },
    {
      mistake: 'returns the network of the lowest loss',
      insteadOf: 'return { network: current, losses };',
      writes: `const best = losses.indexOf(Math.min(...losses));
  if (best < steps) current = train(X, y, network, { learningRate, steps: best }).network;
  return { network: current, losses };`,
      say: 'Your result is the network with the lowest loss on the way. Return the one that the last update leads to.',
    },
    {
      mistake: 'leaves out the loss of the start',
      insteadOf: 'const losses = [lossAndGradient(X, y, current).loss];',
      writes: 'lossAndGradient(X, y, current);\n  const losses: number[] = [];',
      say: 'Your losses begin after the first update. Put the loss of the start in front.',
    },
    {
      mistake: 'measures the loss before each step',
      insteadOf: 'losses.push(lossAndGradient(X, y, current).loss);',
      writes:
        'losses.splice(step, 1, lossAndGradient(X, y, network).loss, lossAndGradient(X, y, network).loss);',
      say: 'Your losses stay at that of the start. Measure the network that the update has led to.',
    },

    {
      mistake: 'lets short rows of output weights pass',
      insteadOf: 'outputWeights.length !== h ||',
      writes: 'outputWeights.length > h ||',
      say: 'Fewer output weights than hidden units are accepted. Throw a TypeError unless the two are equal.',
    },
    {
      mistake: 'lets long rows of output weights pass',
      insteadOf: 'outputWeights.length !== h ||',
      writes: 'outputWeights.length < h ||',
      say: 'More output weights than hidden units are accepted. Throw a TypeError unless the two are equal.',
    },
    {
      mistake: 'does not measure the hidden weights',
      insteadOf: 'hiddenWeights.some(row => row.length !== h)',
      writes: 'false',
      say: 'Rows of hidden weights of any length are accepted. Throw a TypeError unless each is as long as the hidden biases.',
    },
    {
      mistake: 'measures the first row of hidden weights only',
      insteadOf: 'hiddenWeights.some(row => row',
      writes: 'hiddenWeights.slice(0, 1).some(row => row',
      say: 'Later rows of hidden weights of another length are accepted. Measure every row.',
    },
    {
      mistake: 'counts the hidden weights together',
      insteadOf: 'hiddenWeights.some(row => row.length !== h)',
      writes: 'hiddenWeights.flat().length !== h * hiddenWeights.length',
      say: 'Short rows of hidden weights are accepted where long ones make up for them. Measure every row by itself.',
    },
    {
      mistake: 'does not measure the rows of X',
      insteadOf: 'X.some(row => row.length !== hiddenWeights.length)',
      writes: 'false',
      say: 'Rows of X of any width are accepted. Throw a TypeError unless each has as many features as there are rows of hidden weights.',
    },
    {
      mistake: 'compares the rows of X with each other only',
      insteadOf: 'X.some(row => row.length !== hiddenWeights.length)',
      writes: 'X.some(row => row.length !== X[0].length)',
      say: 'Rows of X that are all too wide or too narrow for the network are accepted. Compare each with the number of rows of hidden weights.',
    },
    {
      mistake: 'lets long rows of X pass',
      insteadOf: 'X.some(row => row.length !== hiddenWeights.length)',
      writes: 'X.some(row => row.length < hiddenWeights.length)',
      say: 'Rows of X with too many features are accepted or end in an accident. Throw a TypeError for them, too.',
    },
    {
      mistake: 'counts the numbers of X together',
      insteadOf: 'X.some(row => row.length !== hiddenWeights.length)',
      writes: 'X.flat().length !== X.length * hiddenWeights.length',
      say: 'Short rows of X are accepted where long ones make up for them. Measure every row by itself.',
    },
    {
      mistake: 'does not count the labels',
      insteadOf: 'y.length !== X.length',
      writes: 'false',
      say: 'A number of labels that is not the number of rows is accepted. Throw a TypeError unless the two are equal.',
    },
    {
      mistake: 'accepts more labels than rows',
      insteadOf: 'y.length !== X.length',
      writes: 'y.length < X.length',
      say: 'More labels than rows are accepted. Throw a TypeError for too many as well as for too few.',
    },
    {
      mistake: 'accepts no rows',
      insteadOf: 'X.length === 0',
      writes: 'X.length < 0',
      say: 'An empty table is accepted, and the mean of nothing is NaN. Throw a RangeError.',
    },
    {
      mistake: 'accepts any label',
      insteadOf: 'label !== 0 && label !== 1',
      writes: 'label !== label',
      say: 'Labels other than 0 and 1 are accepted. Throw a RangeError for them.',
    },
    {
      mistake: 'accepts labels between 0 and 1',
      insteadOf: 'label !== 0 && label !== 1',
      writes: 'label < 0 || label > 1',
      say: 'Labels between 0 and 1 are accepted. Only 0 and 1 themselves are labels.',
    },
    {
      mistake: 'accepts a label of −1',
      insteadOf: 'label !== 0 && label !== 1',
      writes: 'label !== 0 && Math.abs(label) !== 1',
      say: 'A label of −1 is accepted. Throw a RangeError: the labels are 0 and 1.',
    },
    {
      mistake: 'accepts a learning rate of zero',
      insteadOf: 'learningRate > 0 ',
      writes: 'learningRate >= 0 ',
      say: 'A learning rate of 0 is accepted. It can never move anything; throw a RangeError.',
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
      mistake: 'looks at the learning rate only where there are steps',
      insteadOf: 'if (!(learningRate > 0',
      writes: 'if (steps > 0 && !(learningRate > 0',
      say: 'Any learning rate is accepted where steps is 0. Look at it first, whatever steps is.',
    },
  ],

  pictures: [
    {
      kind: 'curve',
      title: 'Loss after each step',
      label: 'loss',
      experiment: ({ train }, { square: { X, y, network, learningRate, steps } }) =>
        train(X, y, network, { learningRate, steps }).losses,
    },
    {
      kind: 'boundary',
      title: 'Where the probability of label 1 is high, as the steps are made',
      experiment: ({ forward, train }, { square }): Boundary => {
        const { X, y, network, xs, ys, points, learningRate, steps } = square;
        const stages = [0, 0.05, 0.1, 0.25, 0.5, 1].map(part => {
          const made = Math.round(part * steps);
          const end = train(X, y, network, { learningRate, steps: made });
          return {
            name: `After ${made} steps`,
            scores: forward(points, end.network).probabilities,
          };
        });
        return { X, y, xs, ys, scores: stages[5].scores, stages };
      },
    },
    {
      kind: 'heatmap',
      title: 'The slopes of the hidden weights',
      rows: 'feature',
      columns: 'hidden unit',
      experiment: ({ lossAndGradient }, { wide }) =>
        lossAndGradient(wide.X, wide.y, wide.network).gradient.hiddenWeights,
    },
  ],
  tries: {
    table: { kind: 'classes', classes: 2, of: ({ square: { X, y } }) => ({ X, y }) },
    knobs: [
      {
        name: 'learning rate',
        kind: 'rate',
        low: () => 0.02,
        high: () => 20,
        start: ({ square }) => square.learningRate,
      },
      {
        name: 'hidden units',
        kind: 'count',
        low: () => 1,
        high: () => 12,
        start: ({ square }) => square.network.outputWeights.length,
      },
      {
        name: 'steps',
        kind: 'count',
        low: () => 20,
        high: () => 400,
        start: ({ square }) => square.steps,
      },
    ],
    bench: ({ table: { X, y = [] }, own, knobs: [learningRate, h, steps] }, { square, wide }) => ({
      square: {
        ...(own ? gridOver(X, SIDE) : square),
        X,
        y,
        network:
          h === square.network.outputWeights.length
            ? square.network
            : drawNetwork(drawing(h), 2, h),
        learningRate,
        steps,
      },
      wide,
    }),
  },
});
