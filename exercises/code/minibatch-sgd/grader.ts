import {
  cloud,
  type Draw,
  drawing,
  EXACT,
  type FittedLines,
  grader,
  plane,
  unchangedWhen,
} from '../../../graders';

/** Three rows of one feature, for inputs that are to be refused. */
const THREE = [[1], [2], [4]];
const TARGETS = [2, 3, 7];
/** As many numbers as four rows of two would have; the first row and the last have two. */
const RAGGED = [[1, 2], [3], [4, 5, 6], [7, 8]];
/** What else a call needs that is to be refused for one thing. */
const FINE = { learningRate: 0.1, batchSize: 2, order: [[2, 0, 1]] };
/** The same with no epoch, where nothing but the guards can notice. */
const IDLE = { ...FINE, order: [] };

/** A parameter below this may have lost more digits in single precision than a check forgives. */
const FAINT = 0.05;
/** What is left of a slope at least where its terms of both signs are added. */
const LEFT = 0.06;

interface Point {
  weights: number[];
  bias: number;
}

interface Task extends Point {
  X: number[][];
  y: number[];
  options: { learningRate: number; batchSize: number; order: number[][] };
}

function errorOf(row: number[], target: number, { weights, bias }: Point): number {
  return row.reduce((sum, x, j) => sum + x * weights[j], bias) - target;
}

/** @returns for each slope over a batch what is left of its terms when they are added, as a share of their sizes. */
function shares(X: number[][], y: number[], batch: number[], at: Point): number[] {
  const errors = batch.map(i => errorOf(X[i], y[i], at));
  return [...at.weights, at.bias].map((_, j) => {
    const terms = errors.map((error, k) => error * (X[batch[k]][j] ?? 1));
    const size = terms.reduce((sum, term) => sum + Math.abs(term), 0);
    return Math.abs(terms.reduce((sum, term) => sum + term, 0)) / size;
  });
}

/** @returns the start and the place after each update. */
function walk({ X, y, weights, bias, options }: Task): Point[] {
  const { learningRate, batchSize, order } = options;
  const places: Point[] = [{ weights, bias }];
  for (const visited of order) {
    for (let from = 0; from < visited.length; from += batchSize) {
      const batch = visited.slice(from, from + batchSize);
      const at = places[places.length - 1];
      const mean = (along: (i: number) => number) =>
        batch.reduce((sum, i) => sum + errorOf(X[i], y[i], at) * along(i), 0) / batch.length;
      places.push({
        weights: at.weights.map((w, j) => w - 2 * learningRate * mean(i => X[i][j])),
        bias: at.bias - 2 * learningRate * mean(() => 1),
      });
    }
  }
  return places;
}

/** @returns whether no parameter is faint after any update, and some loss is left, from each of the starts. */
function isDistinct(task: Task, starts: Partial<Point>[]): boolean {
  const zeros = { weights: task.weights.map(() => 0), bias: 0 };
  return starts.every(start => {
    const places = walk({ ...task, ...zeros, ...start });
    const end = places[places.length - 1];
    const left = task.X.reduce((sum, row, i) => sum + errorOf(row, task.y[i], end) ** 2, 0);
    const distinct = places
      .slice(1)
      .every(({ weights, bias }) => [...weights, bias].every(value => Math.abs(value) > FAINT));
    return distinct && left > 0.05 * task.X.length;
  });
}

/** An order of n rows; read as "row i comes at this place", or visited in itself, it is another one. */
function shuffled(draw: Draw, n: number): number[] {
  return draw.until(
    () => draw.shuffle(Array.from({ length: n }, (_, i) => i)),
    order =>
      n < 4 || order.filter((row, place) => order[row] !== place && row !== place).length > n / 2,
  );
}

interface Size {
  n: number;
  d: number;
  batchSize: number;
  epochs: number;
  pace?: number;
}

/** A plane to be found in some epochs, from a start that is not zero, at a rate that suits every row; `pace` slows it. */
/** @returns the largest curvature, halved, that the squared error of a single row has. */
function steepestOf(X: readonly number[][]): number {
  return Math.max(...X.map(row => row.reduce((sum, x) => sum + x * x, 1)));
}

function problem(draw: Draw, { n, d, batchSize, epochs, pace = 1 }: Size): Task {
  const { X, y } = plane(draw, n, d, 0.6);
  const steepest = steepestOf(X);
  return {
    X,
    y,
    weights: draw.times(d, () => draw.pick([-1, 1]) * Number(draw.uniform(0.4, 2.5).toFixed(3))),
    bias: draw.pick([-1, 1]) * Number(draw.uniform(0.6, 3).toFixed(3)),
    options: {
      learningRate: Number(((pace * draw.uniform(0.35, 0.6)) / steepest).toPrecision(3)),
      batchSize,
      order: draw.times(epochs, () => shuffled(draw, n)),
    },
  };
}

const bench = (draw: Draw) => {
  // Four sizes and their last batches: 1, 2, 3 and 1 rows. Batches of even lengths would be others.
  const [n, batchSize] = draw.pick([
    [9, 4],
    [10, 4],
    [13, 5],
    [7, 3],
  ]);
  const few = draw.until(
    () => problem(draw, { n, d: draw.integer(2, 3), batchSize, epochs: 3 }),
    task => {
      const { X, y, weights, bias } = task;
      const [first] = task.options.order;
      const batch = first.slice(0, 4);
      const clear = [
        batch,
        [...batch, batch[0]],
        [...first.keys()],
        first.slice(0, batchSize),
      ].every(rows => shares(X, y, rows, task).every(share => share > LEFT));
      const missed = batch.every(i => Math.abs(errorOf(X[i], y[i], task)) > 0.15);
      return clear && missed && isDistinct(task, [{ weights, bias }, {}, { weights }, { bias }]);
    },
  );
  const [evenly, divisor] = draw.pick([
    [8, 4],
    [12, 4],
    [10, 5],
  ]);
  const even = draw.until(
    () => problem(draw, { n: evenly, d: 2, batchSize: divisor, epochs: 2 }),
    task => isDistinct(task, [task]),
  );
  const clear = (size: Size) =>
    draw.until(
      () => problem(draw, size),
      task => isDistinct(task, [task]),
    );
  const many = clear({ n: draw.integer(41, 46), d: 5, batchSize: 16, epochs: 2 });
  const broad = clear({ n: 4, d: 6, batchSize: 3, epochs: 2, pace: 0.4 });
  const alone = clear({ n: 1, d: 2, batchSize: 2, epochs: 3, pace: 0.25 });
  const narrow = clear({ n: draw.integer(11, 13), d: 1, batchSize: 5, epochs: 3 });
  const singly = clear({ n: 6, d: 2, batchSize: 1, epochs: 2 });
  const epochs = draw.integer(104, 112);
  const patient = draw.until(
    () => ({
      ...problem(draw, { n: 5, d: 1, batchSize: 2, epochs, pace: 0.4 }),
      weights: [1.5],
      bias: -0.75,
    }),
    task => {
      const { weights, bias } = walk(task)[3 * epochs];
      return Math.min(Math.abs(weights[0]), Math.abs(bias)) > FAINT;
    },
  );

  // Rows that a plane goes through in whole numbers, and a start on it: every error is exactly 0.
  const steps = draw.times(3, () => draw.pick([-1, 1]) * draw.integer(1, 4));
  const whole = draw.times(6, () => draw.times(2, () => draw.integer(-9, 9)));
  const settled = {
    X: whole,
    y: whole.map(([a, b]) => steps[0] * a + steps[1] * b + steps[2]),
    weights: steps.slice(0, 2),
    bias: steps[2],
    options: { learningRate: 0.01, batchSize: 4, order: draw.times(3, () => shuffled(draw, 6)) },
  };

  // Each update overshoots, and the loss grows from epoch to epoch.
  const rash = draw.until(
    () => {
      const X = cloud(draw, 5, 1).map(([x]) => [x + 3 * Math.sign(x || 1)]);
      const y = X.map(([x]) => 0.7 * x + draw.normal(0, 0.5));
      const flattest = Math.min(...X.map(([x]) => x * x + 1));
      return {
        X,
        y,
        weights: [draw.uniform(4, 6)],
        bias: draw.uniform(2, 3),
        options: {
          learningRate: Number((draw.uniform(2.2, 2.8) / flattest).toPrecision(3)),
          batchSize: 2,
          order: draw.times(3, () => shuffled(draw, 5)),
        },
      };
    },
    task => {
      const places = walk(task);
      const sizes = places.map(at => Math.abs(errorOf(task.X[0], task.y[0], at)));
      const clear = places.every(({ weights, bias }) =>
        [...weights, bias].every(value => Math.abs(value) > 0.4),
      );
      return clear && sizes[3] > 4 * sizes[0] && sizes[6] > 4 * sizes[3] && sizes[9] > 4 * sizes[6];
    },
  );

  return {
    few,
    even,
    many,
    broad,
    alone,
    narrow,
    singly,
    patient,
    settled,
    rash,
    batch: few.options.order[0].slice(0, 4),
    // Numbers that are no positions, some of them twice, in no order.
    list: draw.times(11, k => draw.integer(12, 40) - (k % 2) * 30),
    other: few.options.order.map(visited => draw.shuffle(visited)),
    zoom: draw.times(16, () => shuffled(draw, narrow.X.length)),
    shown: { learningRate: narrow.options.learningRate, batchSize: 2 },
  };
};

export default grader<typeof import('./solution'), typeof bench>({
  bench,

  checks: ({ agrees, holds, rejects }) => [
    agrees(
      'cuts an order into batches of one size',
      ({ batches }, { even }) => batches(even.options.order[0], even.options.batchSize),
      { within: EXACT },
    ),
    agrees(
      'keeps what is left over as a short last batch',
      ({ batches }, { few: { options } }) => batches(options.order[0], options.batchSize),
      { within: EXACT },
    ),
    agrees(
      'makes a single batch where the size is not below the length',
      ({ batches }, { list }) => [
        batches(list, list.length),
        batches(list, list.length + 1),
        batches(list, 1000),
      ],
      { within: EXACT },
    ),
    agrees(
      'makes a batch of every number where the size is 1',
      ({ batches }, { list }) => [batches(list, 1), batches([list[0]], 1)],
      { within: EXACT },
    ),
    agrees(
      'takes the numbers of a list as they are',
      ({ batches }, { list }) => [batches(list, 3), batches(list, 4), batches(list, 9)],
      { within: EXACT },
    ),
    agrees('makes no batches of an empty list', ({ batches }) => batches([], 3), {
      within: EXACT,
    }),

    agrees(
      'has the slope of the mean squared error over the rows of a batch',
      ({ gradient }, { few: { X, y, weights, bias }, batch }) =>
        gradient(X, y, batch, weights, bias),
    ),
    agrees('has the slope over a single row', ({ gradient }, { few, batch }) =>
      batch.slice(1).map(i => gradient(few.X, few.y, [i], few.weights, few.bias)),
    ),
    agrees('has the slope over all rows', ({ gradient }, { few: { X, y, weights, bias } }) =>
      gradient(X, y, [...X.keys()], weights, bias),
    ),
    agrees(
      'counts a row twice that is named twice',
      ({ gradient }, { few: { X, y, weights, bias }, batch }) =>
        gradient(X, y, [...batch, batch[0]], weights, bias),
    ),

    agrees('makes one update from a batch of all rows', ({ sgd }, { few, few: { options } }) => {
      const { weights, bias } = sgd(few.X, few.y, {
        ...few,
        ...options,
        batchSize: few.X.length,
        order: options.order.slice(0, 1),
      });
      return { weights, bias };
    }),
    agrees('moves after every batch', ({ sgd }, { even: { X, y, weights, bias, options } }) => {
      const end = sgd(X, y, { ...options, order: options.order.slice(0, 1), weights, bias });
      return { weights: end.weights, bias: end.bias };
    }),
    agrees(
      'gives the short last batch an update by its own mean',
      ({ sgd }, { few: { X, y, weights, bias, options } }) => {
        const end = sgd(X, y, { ...options, order: options.order.slice(0, 1), weights, bias });
        return { weights: end.weights, bias: end.bias };
      },
    ),
    agrees(
      'visits the rows of every epoch in its own order',
      ({ sgd }, { few: { X, y, weights, bias, options } }) => {
        const end = sgd(X, y, { ...options, weights, bias });
        return { weights: end.weights, bias: end.bias };
      },
    ),
    agrees(
      'measures the loss over all rows after every epoch',
      ({ sgd }, { few: { X, y, weights, bias, options } }) =>
        sgd(X, y, { ...options, weights, bias }).epochLosses,
    ),
    agrees('starts at zeros unless told otherwise', ({ sgd }, { few: { X, y, options } }) => [
      sgd(X, y, options),
      sgd(X, y, { ...options, weights: undefined, bias: undefined }),
    ]),
    agrees(
      'starts at the weights alone, or at the bias alone, where only one is given',
      ({ sgd }, { few: { X, y, weights, bias, options } }) => [
        sgd(X, y, { ...options, weights }),
        sgd(X, y, { ...options, bias }),
      ],
    ),
    agrees(
      'returns the start where there is no epoch',
      ({ sgd }, { few: { X, y, weights, bias, options } }) => [
        sgd(X, y, { ...options, weights, bias, order: [] }),
        sgd(X, y, { ...options, order: [] }),
      ],
    ),
    agrees(
      'takes a batch size above the number of rows',
      ({ sgd }, { few: { X, y, weights, bias, options } }) =>
        sgd(X, y, { ...options, batchSize: X.length + 3, weights, bias }),
    ),
    holds(
      'does not mind the order where one batch holds all rows',
      ({ sgd }, { few: { X, y, weights, bias, options }, other }) =>
        [options.order, other].map(order =>
          sgd(X, y, { ...options, batchSize: X.length, order, weights, bias }),
        ),
      unchangedWhen('the rows of each batch of all rows are visited in another order'),
    ),
    agrees('learns from one row at a time', ({ sgd }, { singly: { X, y, options, ...start } }) =>
      sgd(X, y, { ...options, ...start }),
    ),
    agrees('learns from a single row', ({ sgd }, { alone: { X, y, options, ...start } }) =>
      sgd(X, y, { ...options, ...start }),
    ),
    agrees('learns a single weight', ({ sgd }, { narrow: { X, y, options, ...start } }) =>
      sgd(X, y, { ...options, ...start }),
    ),
    agrees('learns more weights than there are rows', ({ sgd }, { broad }) =>
      sgd(broad.X, broad.y, { ...broad.options, weights: broad.weights, bias: broad.bias }),
    ),
    agrees('learns from many rows', ({ sgd }, { many: { X, y, options, ...start } }) =>
      sgd(X, y, { ...options, ...start }),
    ),
    agrees('carries out every one of many epochs', ({ sgd }, { patient }) =>
      sgd(patient.X, patient.y, {
        ...patient.options,
        weights: patient.weights,
        bias: patient.bias,
      }),
    ),
    agrees(
      'goes on where nothing is left to learn',
      ({ sgd }, { settled: { X, y, options, ...start } }) => sgd(X, y, { ...options, ...start }),
    ),
    agrees('goes on where the loss rises', ({ sgd }, { rash: { X, y, options, ...start } }) =>
      sgd(X, y, { ...options, ...start }),
    ),

    rejects('refuses to cut batches of no rows', ({ batches }) => batches([1, 2, 3], 0)),
    rejects('refuses to cut batches of a negative size', ({ batches }) => batches([1, 2, 3], -1)),
    rejects('refuses to cut batches of one row and a half', ({ batches }) =>
      batches([1, 2, 3], 1.5),
    ),
    rejects('refuses a batch size that is not a number', ({ batches }) =>
      batches([1, 2, 3], Number.NaN),
    ),
    rejects('refuses the slope over no rows', ({ gradient }) =>
      gradient(THREE, TARGETS, [], [1], 0),
    ),
    rejects('refuses the slope over a row behind the last', ({ gradient }) =>
      gradient(THREE, TARGETS, [0, 3], [1], 0),
    ),
    rejects('refuses the slope over a row before the first', ({ gradient }) =>
      gradient(THREE, TARGETS, [1, -1], [1], 0),
    ),
    rejects('refuses a slope with a target too few', ({ gradient }) =>
      gradient(THREE, [2, 3], [0, 1], [1], 0),
    ),
    rejects('refuses a slope with a target too many', ({ gradient }) =>
      gradient(THREE, [2, 3, 7, 1], [0, 1], [1], 0),
    ),
    rejects('refuses a slope over a row with a feature too few', ({ gradient }) =>
      gradient(RAGGED, [1, 2, 3, 4], [0, 1], [1, 1], 0),
    ),
    rejects('refuses a slope over a row with a feature too many', ({ gradient }) =>
      gradient(RAGGED, [1, 2, 3, 4], [0, 2], [1, 1], 0),
    ),
    rejects('refuses a slope over short rows beside long ones', ({ gradient }) =>
      gradient(RAGGED, [1, 2, 3, 4], [0, 1, 2, 3], [1, 1], 0),
    ),

    rejects('refuses to learn in batches of no rows', ({ sgd }) =>
      sgd(THREE, TARGETS, { ...IDLE, batchSize: 0 }),
    ),
    rejects('refuses to learn in batches of a negative size', ({ sgd }) =>
      sgd(THREE, TARGETS, { ...IDLE, batchSize: -2 }),
    ),
    rejects('refuses to learn in batches of two rows and a half', ({ sgd }) =>
      sgd(THREE, TARGETS, { ...IDLE, batchSize: 2.5 }),
    ),
    rejects('refuses to learn from no rows', ({ sgd }) => sgd([], [], { ...FINE, order: [[]] })),
    rejects('refuses to learn from no rows in no epochs', ({ sgd }) =>
      sgd([], [], { ...IDLE, weights: [1], bias: 1 }),
    ),
    rejects('refuses a learning rate of zero', ({ sgd }) =>
      sgd(THREE, TARGETS, { ...IDLE, learningRate: 0 }),
    ),
    rejects('refuses a negative learning rate', ({ sgd }) =>
      sgd(THREE, TARGETS, { ...FINE, learningRate: -0.1 }),
    ),
    rejects('refuses an infinite learning rate', ({ sgd }) =>
      sgd(THREE, TARGETS, { ...IDLE, learningRate: Number.POSITIVE_INFINITY }),
    ),
    rejects('refuses a learning rate that is not a number', ({ sgd }) =>
      sgd(THREE, TARGETS, { ...IDLE, learningRate: Number.NaN }),
    ),
    rejects('refuses an order that is too short', ({ sgd }) =>
      sgd(THREE, TARGETS, { ...FINE, order: [[2, 0]] }),
    ),
    rejects('refuses an order that names a row once more', ({ sgd }) =>
      sgd(THREE, TARGETS, { ...FINE, order: [[2, 0, 1, 2]] }),
    ),
    rejects('refuses an order that names one row twice and another not', ({ sgd }) =>
      sgd([...THREE, [3]], [...TARGETS, 5], { ...FINE, order: [[0, 3, 0, 3]] }),
    ),
    rejects('refuses an order that counts from 1', ({ sgd }) =>
      sgd(THREE, TARGETS, { ...FINE, order: [[3, 1, 2]] }),
    ),
    rejects('refuses an order with a negative row', ({ sgd }) =>
      sgd(THREE, TARGETS, { ...FINE, order: [[0, -1, 1]] }),
    ),
    rejects('refuses a later order that leaves a row out', ({ sgd }) =>
      sgd(THREE, TARGETS, { ...FINE, order: [[2, 0, 1], [0, 1, 2], [1, 0, 1]] }),
    ), // biome-ignore format: an order beside the other
    rejects('refuses an order of no rows beside a good one', ({ sgd }) =>
      sgd(THREE, TARGETS, { ...FINE, order: [[2, 0, 1], []] }),
    ),
    rejects('refuses to learn with a target too few', ({ sgd }) => sgd(THREE, [2, 3], IDLE)),
    rejects('refuses to learn with a target too many', ({ sgd }) => sgd(THREE, [2, 3, 7, 1], IDLE)),
    rejects('refuses to learn from rows of different widths', ({ sgd }) =>
      sgd([[1], [2], [4, 1]], TARGETS, FINE),
    ),
    rejects('refuses to learn from short rows beside long ones', ({ sgd }) =>
      sgd(RAGGED, [1, 2, 3, 4], IDLE),
    ),
    rejects('refuses a start with a weight too few', ({ sgd }) =>
      sgd([[1, 2], [3, 4]], [1, 2], { ...IDLE, weights: [1] }),
    ), // biome-ignore format: a row beside the other
    rejects('refuses a start with a weight too many', ({ sgd }) =>
      sgd([[1, 2], [3, 4]], [1, 2], { ...IDLE, weights: [1, 2, 3] }),
    ), // biome-ignore format: a row beside the other
  ],

  mutants: [
    {
      mistake: 'drops the short last batch',
      insteadOf: 'start < order.length;',
      writes: 'start + batchSize <= order.length;',
      say: 'Your batches leave out the rows that do not fill the last one. Keep them as a batch that is shorter.',
    },
    {
      mistake: 'adds the left-over rows to the batch before',
      insteadOf: 'return cut;',
      writes: `const tail = cut.length > 1 && cut[cut.length - 1].length < batchSize ? cut.pop()! : [];
  cut[cut.length - 1]?.push(...tail);
  return cut;`,
      say: 'Your last batch is longer than batchSize where rows are left over. Give the left-over rows a batch of their own.',
    },
    {
      mistake: 'takes batchSize for the number of batches',
      insteadOf: '  const cut: number[][] = []; // [⌈n / batchSize⌉] lists',
      writes: `  batchSize = Math.ceil(order.length / batchSize);
  const cut: number[][] = [];`,
      say: 'Your orders are cut into batchSize pieces. Put batchSize rows into each batch; how many batches that makes follows from it.',
    },
    {
      mistake: 'evens out the lengths of the batches',
      insteadOf:
        'cut.push(order.slice(start, start + batchSize)); // slice stops at the end by itself',
      writes: `const count = Math.ceil(order.length / batchSize);
    const k = start / batchSize;
    cut.push(order.slice(Math.floor((k * order.length) / count), Math.floor(((k + 1) * order.length) / count)));`,
      say: 'Your batches share the rows evenly. Fill each one up to batchSize, and let only the last be shorter.',
    },
    {
      mistake: 'makes no batch where the size exceeds the length',
      insteadOf: 'start < order.length;',
      writes: 'start < order.length && batchSize <= order.length;',
      say: 'You make no batch where batchSize exceeds the length of the list. All its rows are one short batch then.',
    },
    {
      mistake: 'sorts the rows of a batch',
      insteadOf: 'start + batchSize)); // slice',
      writes: 'start + batchSize).sort((a, b) => a - b)); // slice',
      say: 'The rows of your batches are sorted. Leave them in the order in which they are visited.',
    },
    {
      mistake: 'sorts the order before it is cut',
      insteadOf: 'order.slice(start,',
      writes: '[...order].sort((a, b) => a - b).slice(start,',
      say: 'Your batches run through the rows from the first to the last. Cut the order as it is given.',
    },
    {
      mistake: 'goes on from the last row of the batch before',
      insteadOf: 'order.slice(start,',
      writes: 'order.slice(Math.max(0, start - 1),',
      say: 'Each of your batches begins with the last row of the one before. Begin where the batch before has ended, so that no row comes twice.',
    },

    {
      mistake: 'divides by the number of all rows',
      insteadOf: '2 / batch.length;',
      writes: '2 / X.length;',
      say: 'Your slopes are divided by the number of all rows. Divide by the number of rows in the batch.',
    },
    {
      mistake: 'adds up the slopes of a batch',
      insteadOf: '2 / batch.length;',
      writes: '2;',
      say: 'Your slopes are sums over the batch. Divide them by its length: the loss is a mean.',
    },
    {
      mistake: 'leaves out the factor two',
      insteadOf: '2 / batch.length;',
      writes: '1 / batch.length;',
      say: 'Your slopes are half of the right ones. The derivative of a square brings a factor 2.',
    },
    {
      mistake: 'divides by rows and features together',
      insteadOf: '2 / batch.length;',
      writes: '2 / (batch.length * weights.length);',
      say: 'Your slopes are divided by the number of features as well. Divide by the number of rows in the batch only.',
    },
    {
      mistake: 'divides the slope of the bias by nothing',
      insteadOf: 'bias: scale * total',
      writes: 'bias: 2 * total',
      say: 'Your slope of the bias is a sum over the batch. Divide it by the length of the batch as well.',
    },
    {
      mistake: 'has the slope upside down',
      insteadOf: 'predict(row, weights, bias) - y[batch[k]]',
      writes: 'y[batch[k]] - predict(row, weights, bias)',
      say: 'Your slopes have the wrong sign. An error is the prediction minus the target.',
    },
    {
      mistake: 'leaves the bias out of the prediction',
      insteadOf: 'predict(row, weights, bias) - y[batch[k]]',
      writes: 'predict(row, weights, 0) - y[batch[k]]',
      say: 'Your slopes equal those of predictions without the bias. Add it to every prediction.',
    },
    {
      mistake: 'takes the targets by their place in the batch',
      insteadOf: 'y[batch[k]]); // [m]',
      writes: 'y[k]); // [m]',
      say: 'The rows of your batch are compared with the first targets of y. Look up row and target by the same number.',
    },
    {
      mistake: 'takes the features by their place in the batch',
      insteadOf: 'error * rows[k][j]',
      writes: 'error * X[k][j]',
      say: 'Your errors are multiplied by the first rows of X. Multiply each by the features of its own row.',
    },
    {
      mistake: 'counts a row once that is named twice',
      insteadOf: 'const rows = batch.map(i => X[i]); // [m][d]',
      writes: `batch = [...new Set(batch)];
  const rows = batch.map(i => X[i]);`,
      say: 'A row that a batch names twice counts once in your slope. Let every entry of the batch count.',
    },
    {
      mistake: 'never moves the bias',
      insteadOf: 'bias = bias - learningRate * slope.bias;',
      writes: '',
      say: 'Your bias stays where it starts. Move it against its slope in every update.',
    },
    {
      mistake: 'moves the bias by a slope taken after the weights have moved',
      insteadOf: 'learningRate * slope.bias',
      writes: 'learningRate * gradient(X, y, batch, weights, bias).bias',
      say: 'Your numbers equal what you get when the weights move first and the bias sees the new ones. Take the whole gradient before anything moves.',
    },
    {
      mistake: 'moves uphill',
      insteadOf: 'weight - learningRate * slope.weights[j]);\n      bias = bias - learningRate',
      writes: 'weight + learningRate * slope.weights[j]);\n      bias = bias + learningRate',
      say: 'Your updates go with the slope. Subtract the learning rate times the gradient.',
    },
    {
      mistake: 'takes every slope where the epoch began',
      insteadOf: `    for (const batch of batches(visited, batchSize)) {
      const slope = gradient(X, y, batch, weights, bias); // at the newest weights`,
      writes: `    const began = { weights, bias };
    for (const batch of batches(visited, batchSize)) {
      const slope = gradient(X, y, batch, began.weights, began.bias);`,
      say: 'All slopes of your epochs are taken where the epoch began. Take each at the weights that the batch before has led to.',
    },
    {
      mistake: 'moves once in an epoch',
      insteadOf: 'batches(visited, batchSize)) {',
      writes: 'batches(visited, X.length)) {',
      say: 'Your epochs make one update from all rows. Make an update after every batch.',
    },
    {
      mistake: 'moves after the first batch only',
      insteadOf: 'of batches(visited, batchSize)) {',
      writes: 'of batches(visited, batchSize).slice(0, 1)) {',
      say: 'Each of your epochs ends after its first batch. Go on through all batches.',
    },
    {
      mistake: 'skips the short batch in a run',
      insteadOf: 'const slope = gradient(X, y, batch, weights, bias); // at',
      writes: `if (batch.length < Math.min(batchSize, X.length)) continue;
      const slope = gradient(X, y, batch, weights, bias); // at`,
      say: 'Your runs leave out the short last batch. Make an update from it as well.',
    },
    {
      mistake: 'skips a short batch of a single row',
      insteadOf: 'const slope = gradient(X, y, batch, weights, bias); // at',
      writes: `if (batch.length === 1 && X.length > 1) continue;
      const slope = gradient(X, y, batch, weights, bias); // at`,
      say: 'Your runs leave out batches of a single row. One row has a mean as well; make an update from it.',
    },
    {
      mistake: 'scales the short batch as if it were full',
      insteadOf:
        'weight - learningRate * slope.weights[j]);\n      bias = bias - learningRate * slope.bias;',
      writes:
        'weight - learningRate * slope.weights[j] * batch.length / batchSize);\n      bias = bias - learningRate * slope.bias * batch.length / batchSize;',
      say: 'Where a batch has fewer rows than batchSize, your update is shorter by as much. Divide by the length of the batch that you have.',
    },
    {
      mistake: 'visits the rows of every epoch in the first order',
      insteadOf: 'of batches(visited, batchSize)',
      writes: 'of batches(order[0] ?? visited, batchSize)',
      say: 'Every epoch of yours visits the rows in the order of the first. Take order[e] in epoch e.',
    },
    {
      mistake: 'visits the rows in the order of X',
      insteadOf: 'of batches(visited, batchSize)',
      writes: 'of batches([...X.keys()], batchSize)',
      say: 'Your epochs visit the rows in the order of X. Visit them in the order that is given.',
    },
    {
      mistake: 'reads an order the other way round',
      insteadOf: 'of batches(visited, batchSize)',
      writes: 'of batches([...X.keys()].map(i => visited.indexOf(i)), batchSize)',
      say: 'Your orders are read as the place of each row. They are lists of row numbers: visited[0] is the row that comes first.',
    },
    {
      mistake: 'visits an order from its end',
      insteadOf: 'of batches(visited, batchSize)',
      writes: 'of batches([...visited].reverse(), batchSize)',
      say: 'Your epochs visit the rows from the end of their order. Begin with its first entry.',
    },
    {
      mistake: 'shuffles again what the epochs before have shuffled',
      insteadOf: `  for (const visited of order) {
    for (const batch of`,
      writes: `  let shuffled = [...X.keys()];
  for (const now of order) {
    shuffled = now.map(i => shuffled[i]);
    const visited = shuffled;
    for (const batch of`,
      say: 'Your later orders are applied to rows that earlier epochs have put in another order. Every order names rows by their positions in the X that was given.',
    },
    {
      mistake: 'lets the learning rate fall with the epochs',
      insteadOf:
        'weight - learningRate * slope.weights[j]);\n      bias = bias - learningRate * slope.bias;',
      writes:
        'weight - (learningRate / (epochLosses.length + 1)) * slope.weights[j]);\n      bias = bias - (learningRate / (epochLosses.length + 1)) * slope.bias;',
      say: 'Your learning rate is divided by the number of the epoch. Leave it as it is given.',
    },
    {
      mistake: 'shortens long slopes',
      insteadOf:
        'weight - learningRate * slope.weights[j]);\n      bias = bias - learningRate * slope.bias;',
      writes:
        'weight - learningRate * slope.weights[j] * Math.min(1, 5 / Math.hypot(slope.bias, ...slope.weights)));\n      bias = bias - learningRate * slope.bias * Math.min(1, 5 / Math.hypot(slope.bias, ...slope.weights));',
      say: 'Where a gradient is longer than 5, your update is shorter than it should be. Subtract the gradient in full.',
    },

    {
      mistake: 'measures the loss over the last batch',
      insteadOf: `    const squares = X.map((row, i) => (predict(row, weights, bias) - y[i]) ** 2); // [n]
    epochLosses.push(squares.reduce((sum, square) => sum + square, 0) / X.length);`,
      writes: `    const last = batches(visited, batchSize).pop() ?? [];
    const squares = last.map(i => (predict(X[i], weights, bias) - y[i]) ** 2);
    epochLosses.push(squares.reduce((sum, square) => sum + square, 0) / last.length);`,
      say: 'Your losses are measured over the last batch of the epoch. Measure over all rows.',
    },
    {
      mistake: 'averages the losses of the batches, each before its update',
      insteadOf: `    for (const batch of batches(visited, batchSize)) {
      const slope = gradient(X, y, batch, weights, bias); // at the newest weights
      weights = weights.map((weight, j) => weight - learningRate * slope.weights[j]);
      bias = bias - learningRate * slope.bias;
    }
    const squares = X.map((row, i) => (predict(row, weights, bias) - y[i]) ** 2); // [n]`,
      writes: `    const squares: number[] = [];
    for (const batch of batches(visited, batchSize)) {
      squares.push(...batch.map(i => (predict(X[i], weights, bias) - y[i]) ** 2));
      const slope = gradient(X, y, batch, weights, bias);
      weights = weights.map((weight, j) => weight - learningRate * slope.weights[j]);
      bias = bias - learningRate * slope.bias;
    }`,
      say: 'Your losses are gathered batch by batch while the weights still move. Measure all rows once, after the last update of the epoch.',
    },
    {
      mistake: 'measures the loss before the epoch',
      insteadOf: `    for (const batch of batches(visited, batchSize)) {
      const slope = gradient(X, y, batch, weights, bias); // at the newest weights
      weights = weights.map((weight, j) => weight - learningRate * slope.weights[j]);
      bias = bias - learningRate * slope.bias;
    }
    const squares = X.map((row, i) => (predict(row, weights, bias) - y[i]) ** 2); // [n]`,
      writes: `    const squares = X.map((row, i) => (predict(row, weights, bias) - y[i]) ** 2);
    for (const batch of batches(visited, batchSize)) {
      const slope = gradient(X, y, batch, weights, bias);
      weights = weights.map((weight, j) => weight - learningRate * slope.weights[j]);
      bias = bias - learningRate * slope.bias;
    }`,
      say: 'Each of your losses is measured before its epoch. Measure after the last update of the epoch.',
    },
    {
      mistake: 'measures a loss after every update',
      insteadOf: `      bias = bias - learningRate * slope.bias;
    }
    const squares = X.map((row, i) => (predict(row, weights, bias) - y[i]) ** 2); // [n]
    epochLosses.push(squares.reduce((sum, square) => sum + square, 0) / X.length);
  }`,
      writes: `      bias = bias - learningRate * slope.bias;
      const squares = X.map((row, i) => (predict(row, weights, bias) - y[i]) ** 2);
      epochLosses.push(squares.reduce((sum, square) => sum + square, 0) / X.length);
    }
  }`,
      say: 'Your epochLosses has an entry for every update. Measure once in every epoch, after its last batch.',
    },
    {
      mistake: 'puts the loss of the start in front',
      insteadOf: 'const epochLosses: number[] = []; // [epochs]',
      writes:
        'const epochLosses = [X.reduce((sum, row, i) => sum + (predict(row, weights, bias) - y[i]) ** 2, 0) / X.length];',
      say: 'Your epochLosses begins with the loss of the start. Leave that out: one entry for each epoch.',
    },
    {
      mistake: 'takes the root of the loss',
      insteadOf: 'squares.reduce((sum, square) => sum + square, 0) / X.length',
      writes: 'Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / X.length)',
      say: 'Your losses are roots of the mean squared error. Leave out the root.',
    },
    {
      mistake: 'halves the loss',
      insteadOf: 'squares.reduce((sum, square) => sum + square, 0) / X.length',
      writes: 'squares.reduce((sum, square) => sum + square, 0) / (2 * X.length)',
      say: 'Your losses are half the mean squared error. Leave out the factor ½.',
    },
    {
      mistake: 'adds up the squared errors of the loss',
      insteadOf: 'squares.reduce((sum, square) => sum + square, 0) / X.length',
      writes: 'squares.reduce((sum, square) => sum + square, 0)',
      say: 'Your losses are sums of squared errors. Divide them by the number of rows.',
    },
    {
      mistake: 'ignores the weights of the start',
      insteadOf: 'options.weights ?? X[0].map(() => 0)',
      writes: 'X[0].map(() => 0)',
      say: 'Your runs start at zero weights whatever is given. Start at options.weights where they are given.',
    },
    {
      mistake: 'ignores the bias of the start',
      insteadOf: 'options.bias ?? 0',
      writes: '0',
      say: 'Your runs start at bias 0 whatever is given. Start at options.bias where it is given.',
    },
    {
      mistake: 'ignores the bias of a start without weights',
      insteadOf: 'options.bias ?? 0',
      writes: 'options.weights ? (options.bias ?? 0) : 0',
      say: 'Your runs take the bias of the start only beside weights. Take each of the two where it is given, on its own.',
    },
    {
      mistake: 'lets an undefined bias replace the zero',
      insteadOf: 'options.bias ?? 0',
      writes: `('bias' in options ? options.bias! : 0)`,
      say: 'Where bias is given as undefined, your runs start at undefined and end at NaN. Treat undefined like an option that is left out.',
    },
    {
      mistake: 'returns the best epoch',
      insteadOf: `  return { weights, bias, epochLosses };`,
      writes: `  const best = epochLosses.indexOf(Math.min(...epochLosses)) + 1;
  if (best > 0 && best < order.length) {
    return { ...sgd(X, y, { ...options, order: order.slice(0, best) }), epochLosses };
  }
  return { weights, bias, epochLosses };`,
      say: 'Your result holds the weights of the epoch with the lowest loss. Return those of the last update.',
    },
    {
      mistake: 'ends where an epoch does not lower the loss',
      insteadOf: '/ X.length);\n  }\n  return',
      writes:
        '/ X.length);\n    if (epochLosses.at(-1)! >= (epochLosses.at(-2) ?? Infinity)) break;\n  }\n  return',
      say: 'Your run ends where an epoch has not lowered the loss. Carry out all epochs.',
    },
    {
      mistake: 'ends where the loss is zero',
      insteadOf: '/ X.length);\n  }\n  return',
      writes: '/ X.length);\n    if (epochLosses.at(-1) === 0) break;\n  }\n  return',
      say: 'Your run ends where the loss is zero. Carry out all epochs, also where nothing moves any more.',
    },
    {
      mistake: 'makes a hundred epochs at most',
      insteadOf: '/ X.length);\n  }\n  return',
      writes: '/ X.length);\n    if (epochLosses.length === 100) break;\n  }\n  return',
      say: 'Your run ends after a hundred epochs. Carry out as many as there are orders.',
    },

    {
      mistake: 'accepts a batch size that is no whole number',
      insteadOf: 'Number.isInteger(batchSize) && batchSize >= 1',
      writes: 'batchSize > 0',
      say: 'A batch size with a fraction is accepted. Throw a RangeError unless it is a whole number of at least 1.',
    },
    {
      mistake: 'accepts a batch size that is not a number',
      insteadOf: '!(Number.isInteger(batchSize) && batchSize >= 1)',
      writes: 'batchSize < 1 || batchSize % 1 > 0',
      say: 'A batch size of NaN is accepted. Ask for a whole number rather than against a fraction.',
    },
    {
      mistake: 'looks at the batch size only where there are epochs',
      insteadOf: 'batches([], batchSize); // refuses',
      writes: 'if (order.length > 0) batches([], batchSize); // refuses',
      say: 'A bad batch size is accepted where there are no epochs. Look at it first, whatever order is.',
    },
    {
      mistake: 'refuses a batch size above the number of rows',
      insteadOf: 'batches([], batchSize); // refuses',
      writes: `if (batchSize > X.length) throw new RangeError('sgd: a batch size above the number of rows');
  batches([], batchSize); // refuses`,
      say: 'A batch size above the number of rows is refused. Accept it: all rows are one batch then.',
    },
    {
      mistake: 'accepts an empty batch',
      insteadOf: 'batch.length === 0',
      writes: 'batch.length < 0',
      say: 'An empty batch is accepted, and the mean of nothing is NaN. Throw a RangeError.',
    },
    {
      mistake: 'lets row numbers beyond the last end in an accident',
      insteadOf: 'i < 0 || i >= X.length) throw',
      writes: 'i < 0) throw',
      say: 'A row number behind the last is not refused by an error of your own. Throw a RangeError for it.',
    },
    {
      mistake: 'lets negative row numbers end in an accident',
      insteadOf: 'i < 0 || i >= X.length) throw',
      writes: 'i >= X.length) throw',
      say: 'A negative row number is not refused by an error of your own. Throw a RangeError for it.',
    },
    {
      mistake: 'does not count the targets',
      insteadOf: 'y.length !== X.length',
      writes: 'false',
      say: 'A number of targets that is not the number of rows is accepted. Throw a TypeError unless the two are equal.',
    },
    {
      mistake: 'accepts more targets than rows',
      insteadOf: 'y.length !== X.length',
      writes: 'y.length < X.length',
      say: 'More targets than rows are accepted. Throw a TypeError for too many as well as for too few.',
    },
    {
      mistake: 'measures the first row only',
      insteadOf: 'rows.some(row',
      writes: 'rows.slice(0, 1).some(row',
      say: 'Rows of another width than the first are accepted. Compare every row with the weights.',
    },
    {
      mistake: 'counts the numbers of all rows together',
      insteadOf: 'rows.some(row => row.length !== weights.length)',
      writes: 'rows.flat().length !== rows.length * weights.length',
      say: 'Short rows are accepted where long ones make up for them. Compare the width of every row by itself.',
    },
    {
      mistake: 'accepts rows that are wider than the weights',
      insteadOf: 'row.length !== weights.length',
      writes: 'row.length < weights.length',
      say: 'Rows with more features than there are weights are accepted. Throw a TypeError unless the two are equal.',
    },
    {
      mistake: 'does not measure the rows before a run',
      insteadOf: 'checkWidths(X, weights);',
      writes: '',
      say: 'Rows of another width than the weights are noticed only when a batch reads them. Measure all rows before the first epoch.',
    },
    {
      mistake: 'does not refuse an empty table',
      insteadOf: `if (X.length === 0) throw new RangeError('sgd: no rows to learn from');`,
      writes: '',
      say: 'An empty table is not refused by an error of your own. Ask whether there are rows before anything else.',
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
      mistake: 'looks at the learning rate only where there are epochs',
      insteadOf: 'if (!(learningRate > 0',
      writes: 'if (order.length > 0 && !(learningRate > 0',
      say: 'Any learning rate is accepted where there are no epochs. Look at it first, whatever order is.',
    },
    {
      mistake: 'accepts any order',
      insteadOf: 'for (const visited of order) checkOrder(visited, X.length);',
      writes: '',
      say: 'Orders that leave rows out, or name them twice, are accepted. Throw a RangeError unless each row is named exactly once.',
    },
    {
      mistake: 'looks at the first order only',
      insteadOf: 'for (const visited of order) checkOrder',
      writes: 'for (const visited of order.slice(0, 1)) checkOrder',
      say: 'A later order that leaves rows out is accepted. Look at the order of every epoch.',
    },
    {
      mistake: 'does not notice a row that is named twice in an order',
      insteadOf: ' || new Set(visited).size !== n',
      writes: '',
      say: 'An order that names a row twice and another not is accepted, where its length is right. Ask for n different numbers.',
    },
    {
      mistake: 'checks an order by its sum',
      insteadOf: 'new Set(visited).size !== n',
      writes: 'visited.reduce((sum, i) => sum + i, 0) !== (n * (n - 1)) / 2',
      say: 'An order with a row named twice is accepted where the sum of its numbers is right. Ask for n different numbers.',
    },
    {
      mistake: 'accepts an order that names rows once more',
      insteadOf: '|| visited.length !== n ||',
      writes: '||',
      say: 'An order that names a row twice is accepted where no other is left out. Ask for exactly n numbers.',
    },
  ],

  pictures: [
    {
      kind: 'curve',
      title: 'The loss over all rows after each epoch',
      label: 'loss',
      experiment: ({ sgd }, { narrow, zoom, shown }) =>
        sgd(narrow.X, narrow.y, {
          ...shown,
          order: zoom,
          weights: narrow.weights,
          bias: narrow.bias,
        }).epochLosses,
    },
    {
      kind: 'fitted-lines',
      title: 'The line after 0, 1, 2, 4 and 16 epochs',
      experiment: ({ sgd }, { narrow, zoom, shown }): FittedLines => ({
        X: narrow.X,
        y: narrow.y,
        lines: [0, 1, 2, 4, 16].map(epochs => {
          const end = sgd(narrow.X, narrow.y, {
            ...shown,
            order: zoom.slice(0, epochs),
            weights: narrow.weights,
            bias: narrow.bias,
          });
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
        low: (_, { X }) => 0.02 / steepestOf(X),
        high: (_, { X }) => 2.2 / steepestOf(X),
        start: ({ narrow }, { X }) =>
          X === narrow.X
            ? narrow.options.learningRate
            : Number((0.5 / steepestOf(X)).toPrecision(3)),
      },
      { name: 'batch size', kind: 'count', low: () => 1, high: () => 20, start: () => 2 },
    ],
    bench: ({ table: { X, y = [] }, own, knobs: [learningRate, batchSize] }, { narrow, zoom }) => ({
      narrow: { ...narrow, X, y },
      zoom: own ? zoom.map((_, epoch) => shuffled(drawing(epoch), X.length)) : zoom,
      shown: { learningRate, batchSize },
    }),
  },
});
