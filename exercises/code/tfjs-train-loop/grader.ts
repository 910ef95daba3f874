import {
  type Draw,
  EXACT,
  eachRefused,
  grader,
  leavesNoTensor,
  type Tolerance,
  tensorsLeft,
  twoClasses,
} from '../../../graders';

type Libraries = { '@tensorflow/tfjs': typeof import('@tensorflow/tfjs') };

/**
 * Tensors hold single precision, and a dozen updates add up what rounding costs; another order of the
 * same sums, or double precision, stays well within this.
 */
const SINGLE: Tolerance = { relative: 2e-4, scaled: 5e-5, absolute: 5e-6 };

/** As many numbers as four rows of two would have; the first row and the last have two. */
const RAGGED = [[1, 2], [3], [4, 5, 6], [7, 8]];

/** A start away from zero, and an order for each epoch that is not the rows' own. */
const bench = (draw: Draw) => {
  const d = draw.integer(2, 3);
  const batchSize = 4;
  // Three batches, the last one smaller: of two rows or three.
  const n = 2 * batchSize + draw.integer(2, 3);
  const { X, y } = draw.until(
    () => twoClasses(draw, n, d),
    // The rows as they come, the last batch and the whole are to pull in unlike directions.
    ({ y: labels }) => labels.slice(-3).includes(0) && labels.slice(-3).includes(1),
  );
  const rows = X.map((_, i) => i);
  const order = draw.until(
    () => draw.times(2, () => draw.shuffle(rows)),
    ([first, second]) =>
      first.some((i, t) => i !== t) && mixed(first, batchSize) !== mixed(second, batchSize),
  );
  return {
    X,
    y,
    n,
    batchSize,
    order,
    weights: draw.times(d, () => draw.pick([-1, 1]) * draw.uniform(0.3, 1)),
    bias: draw.pick([-1, 1]) * draw.uniform(0.5, 1.2),
    /** Scores whose exponential single precision cannot hold, on the right side and on the wrong one. */
    far: [[120], [-120], [110], [-130]],
    sides: [1, 0, 0, 1],
    learningRate: draw.uniform(0.35, 0.6),
    strange: draw.pick([0.5, 2, -1]),
  };
};

/** Which rows share a batch, as a text: equal for orders that differ within batches only. */
function mixed(rows: number[], batchSize: number): string {
  const sets: string[] = [];
  for (let at = 0; at < rows.length; at += batchSize) {
    sets.push(
      rows
        .slice(at, at + batchSize)
        .sort((a, b) => a - b)
        .join(),
    );
  }
  return sets.join(' ');
}

export default grader<typeof import('./solution'), typeof bench, Libraries>({
  bench,
  checks: ({ agrees, holds, rejects }) => [
    agrees(
      'cuts a list into batches of equal size',
      ({ batches }, { order }) => batches(order[0].slice(0, 6), 3),
      { within: EXACT },
    ),
    agrees(
      'keeps a smaller last batch',
      ({ batches }, { order, batchSize }) => batches(order[0], batchSize),
      { within: EXACT },
    ),
    agrees('makes one batch of a short list', ({ batches }, { order }) => batches(order[1], 50), {
      within: EXACT,
    }),
    agrees(
      'takes the mean cross-entropy',
      ({ loss }, { X, y, weights, bias }) => loss(X, y, weights, bias),
      { within: SINGLE },
    ),
    agrees(
      'has a loss of ln 2 at zeros',
      ({ loss }, { X, y, weights }) =>
        loss(
          X,
          y,
          weights.map(() => 0),
          0,
        ),
      { within: SINGLE },
    ),
    agrees(
      'keeps the loss of far scores finite',
      ({ loss }, { far, sides }) => loss(far, sides, [1], 0.5),
      {
        within: SINGLE,
      },
    ),
    agrees(
      'takes the slope of the loss',
      ({ gradient }, { X, y, weights, bias }) => gradient(X, y, weights, bias),
      { within: SINGLE },
    ),
    agrees(
      'takes the slope at zeros',
      ({ gradient }, { X, y, weights }) =>
        gradient(
          X,
          y,
          weights.map(() => 0),
          0,
        ),
      { within: SINGLE },
    ),
    agrees(
      'takes the slope at far scores',
      ({ gradient }, { far, sides }) => gradient(far, sides, [1], 0.5),
      { within: SINGLE },
    ),
    agrees(
      'makes one update on all rows',
      ({ train }, { X, y, order, n, learningRate }) => {
        const { weights, bias } = train(X, y, {
          learningRate,
          epochs: 1,
          batchSize: n,
          order: order.slice(0, 1),
        });
        return { weights, bias };
      },
      { within: SINGLE },
    ),
    agrees(
      'makes an update for each batch, in the order given',
      ({ train }, { X, y, order, batchSize, learningRate }) => {
        const { weights, bias } = train(X, y, {
          learningRate,
          epochs: 1,
          batchSize,
          order: order.slice(0, 1),
        });
        return { weights, bias };
      },
      { within: SINGLE },
    ),
    agrees(
      'records the loss of each batch before its update',
      ({ train }, { X, y, order, batchSize, learningRate }) =>
        train(X, y, { learningRate, epochs: 1, batchSize, order: order.slice(0, 1) }).losses,
      { within: SINGLE },
    ),
    agrees(
      'goes on where the last epoch ended, in the order of the next',
      ({ train }, { X, y, order, batchSize, learningRate }) =>
        train(X, y, { learningRate, epochs: 2, batchSize, order }),
      { within: SINGLE },
    ),
    agrees(
      'stays at zeros with a learning rate of 0',
      ({ train }, { X, y, order, batchSize }) =>
        train(X, y, { learningRate: 0, epochs: 1, batchSize, order: order.slice(1, 2) }),
      { within: SINGLE },
    ),
    agrees(
      'returns zeros after no epoch',
      ({ train }, { X, y, batchSize, learningRate }) =>
        train(X, y, { learningRate, epochs: 0, batchSize, order: [] }),
      { within: SINGLE },
    ),
    holds(
      'leaves no tensor of loss behind',
      ({ loss }, { X, y, weights, bias }, { '@tensorflow/tfjs': tf }) =>
        tensorsLeft(tf, () => loss(X, y, weights, bias)),
      leavesNoTensor,
    ),
    holds(
      'leaves no tensor of gradient behind',
      ({ gradient }, { X, y, weights, bias }, { '@tensorflow/tfjs': tf }) =>
        tensorsLeft(tf, () => gradient(X, y, weights, bias)),
      leavesNoTensor,
    ),
    holds(
      'leaves no tensor of train behind',
      ({ train }, { X, y, order, batchSize, learningRate }, { '@tensorflow/tfjs': tf }) =>
        tensorsLeft(tf, () =>
          train(X, y, {
            learningRate,
            epochs: 1,
            batchSize: batchSize - 1,
            order: order.slice(0, 1),
          }),
        ),
      leavesNoTensor,
    ),
    agrees(
      'leaves the tensors and variables of its caller alone',
      ({ train }, { X, y, order, batchSize, learningRate }, { '@tensorflow/tfjs': tf }) => {
        const tensor = tf.tensor1d([1, 2, 3]);
        const variable = tf.variable(tensor);
        train(X, y, { learningRate, epochs: 1, batchSize, order: order.slice(0, 1) });
        const isThere = variable.name in tf.engine().registeredVariables;
        const alive = [!tensor.isDisposed, isThere];
        tensor.dispose();
        if (isThere) variable.dispose();
        return alive;
      },
    ),
    rejects('refuses a batch size of 0', ({ batches }, { order }) => batches(order[0], 0)),
    rejects('refuses half a row in a batch', ({ batches }, { order }) => batches(order[0], 2.5)),
    rejects('refuses no rows', ({ loss }) => loss([], [], [0.5], 0)),
    rejects('refuses labels other than 0 and 1', ({ loss }, { X, y, weights, bias, strange }) =>
      loss(X, y.with(1, strange), weights, bias),
    ),
    rejects('refuses a label too many', ({ gradient }, { X, y, weights, bias }) =>
      gradient(X, [...y, 1], weights, bias),
    ),
    rejects('refuses rows of different lengths', ({ loss }) =>
      loss(RAGGED, [0, 1, 1, 0], [0.5, -0.25], 1),
    ),
    rejects('refuses weights that are too few', ({ gradient }, { X, y, weights, bias }) =>
      gradient(X, y, weights.slice(1), bias),
    ),
    rejects(
      'refuses strange labels in training',
      ({ train }, { X, y, order, batchSize, learningRate, strange }) =>
        train(X, y.with(0, strange), {
          learningRate,
          epochs: 1,
          batchSize,
          order: order.slice(0, 1),
        }),
    ),
    rejects('refuses an order too few', ({ train }, { X, y, order, batchSize, learningRate }) =>
      train(X, y, { learningRate, epochs: 2, batchSize, order: order.slice(0, 1) }),
    ),
    rejects(
      'refuses an order that names a row twice and another not at all',
      ({ train }, { X, y, order: [rows], batchSize, learningRate }) => {
        const refuse = (order: number[]) => () =>
          train(X, y, { learningRate, epochs: 1, batchSize, order: [order] });
        return eachRefused(
          refuse(rows.with(0, rows[1])),
          // As long, with the same sum.
          refuse(rows.map(row => (row === 0 || row === 2 ? 1 : row))),
        );
      },
    ),
    holds(
      'leaves no tensor behind where training is refused',
      (
        { train },
        { X, y, order, batchSize, learningRate, strange },
        { '@tensorflow/tfjs': tf },
      ) => {
        train(X, y, { learningRate, epochs: 0, batchSize, order: [] });
        return tensorsLeft(tf, () => {
          const [rows] = order;
          const last = y.with(rows[rows.length - 1], strange);
          try {
            train(X, last, { learningRate, epochs: 1, batchSize, order: [rows] });
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
      title: 'The loss of each batch before its update',
      kind: 'curve',
      label: 'cross-entropy',
      experiment: ({ train }, { X, y, order, batchSize, learningRate }) =>
        train(X, y, { learningRate, epochs: 2, batchSize, order }).losses,
    },
  ],
  mutants: [
    {
      mistake: 'drops the smaller last batch',
      insteadOf: 'Math.ceil(order.length / batchSize)',
      writes: 'Math.floor(order.length / batchSize)',
      say: 'The rows that do not fill a batch are left out. Let them make a smaller last batch.',
    },
    {
      mistake: 'takes the sum over the batch',
      insteadOf: 'tf.losses.sigmoidCrossEntropy(y, logits)',
      writes: 'tf.losses.sigmoidCrossEntropy(y, logits, 1, 0, tf.Reduction.SUM)',
      say: 'Your loss is the sum over the rows. Take their mean, so that the step does not grow with the batch.',
    },
    {
      mistake: 'hands probabilities to a loss of logits',
      insteadOf: 'tf.losses.sigmoidCrossEntropy(y, logits)',
      writes: 'tf.losses.sigmoidCrossEntropy(y, tf.sigmoid(logits))',
      say: 'Your loss went through the sigmoid twice. The cross-entropy of logits takes the sigmoid itself: hand it the scores.',
    },
    {
      mistake: 'takes the logarithm of probabilities',
      insteadOf: 'tf.losses.sigmoidCrossEntropy(y, logits)',
      writes: 'tf.losses.logLoss(y, tf.sigmoid(logits))',
      say: 'Your loss stops growing at far scores, as where a small number is added inside the logarithm. Compute it from the logits.',
    },
    {
      mistake: 'subtracts the bias',
      insteadOf: 'X.dot(weights).add(bias)',
      writes: 'X.dot(weights).sub(bias)',
      say: 'Your scores have the bias with its sign turned. Add it.',
    },
    {
      mistake: 'turns the labels round',
      insteadOf: '  return tf.losses.sigmoidCrossEntropy(y, logits);',
      writes: '  return tf.losses.sigmoidCrossEntropy(tf.sub(1, y), logits);',
      say: 'Your loss is that of the labels 0 and 1 exchanged. A score above 0 speaks for label 1.',
    },
    {
      mistake: 'takes the rows as they come',
      insteadOf: 'order.map(rows => batches(rows, batchSize))',
      writes: 'order.map(rows => batches([...rows.keys()], batchSize))',
      say: 'Your batches are cut from the rows as they stand in X. Take the rows that the order names.',
    },
    {
      mistake: 'takes the first order in every epoch',
      insteadOf: 'order.map(rows => batches(rows, batchSize))',
      writes: 'order.map(() => batches(order[0], batchSize))',
      say: 'Every epoch goes through the rows in the order of the first. Epoch e has order[e].',
    },
    {
      mistake: 'makes one batch of each epoch',
      insteadOf: 'order.map(rows => batches(rows, batchSize))',
      writes: 'order.map(rows => (batches(rows, batchSize), batches(rows, rows.length)))',
      say: 'There is one update for each epoch. Make one for each batch of batchSize rows.',
    },
    {
      mistake: 'starts anew in each epoch',
      insteadOf: '  for (const epoch of plan) {',
      writes:
        '  for (const epoch of plan) {\n    tf.tidy(() => [weights.assign(tf.zerosLike(weights)), bias.assign(tf.zerosLike(bias))] && null);',
      say: 'Every epoch starts at zeros again. Make the variables once, before the first.',
    },
    {
      mistake: 'does not train the bias',
      insteadOf: 'true, [weights, bias])',
      writes: 'true, [weights])',
      say: 'The bias stays where it starts. Train it with the weights.',
    },
    {
      mistake: 'does not train the weights',
      insteadOf: 'true, [weights, bias])',
      writes: 'true, [bias])',
      say: 'The weights stay where they start. Train them with the bias.',
    },
    {
      mistake: 'divides the rate by the batch size',
      insteadOf: 'tf.train.sgd(learningRate)',
      writes: 'tf.train.sgd(learningRate / batchSize)',
      say: 'Your steps are batchSize times too short. The loss is a mean already: take the learning rate as it is.',
    },
    {
      mistake: 'descends with momentum',
      insteadOf: 'tf.train.sgd(learningRate)',
      writes: 'tf.train.momentum(learningRate, 0.9)',
      say: 'From the second update on, your steps carry the earlier ones along. Take plain gradient descent, without momentum.',
    },
    {
      mistake: 'descends with Adam',
      insteadOf: 'tf.train.sgd(learningRate)',
      writes: 'tf.train.adam(learningRate)',
      say: 'Your first step has the same length in every direction, as Adam makes it. Take plain gradient descent.',
    },
    {
      mistake: 'records the loss after the update',
      insteadOf: 'losses.push(cost.dataSync()[0]);',
      writes:
        'losses.push(loss(rows.map(i => X[i]), rows.map(i => y[i]), Array.from(weights.dataSync()), bias.dataSync()[0]));',
      say: 'Your losses are those of each batch after its update. Record the one that the gradient was taken of.',
    },
    {
      mistake: 'does not dispose of the loss of a batch',
      insteadOf: '      cost.dispose();\n',
      writes: '',
      say: 'One tensor stays behind for each update, as where the loss that the optimizer returns is never disposed of. Read its number, then dispose of it.',
    },
    {
      mistake: 'does not dispose of the optimizer',
      insteadOf: '  optimizer.dispose();',
      writes: '  ',
      say: 'One tensor of each training stays behind. An optimizer keeps tensors of its own, its rate for one: dispose of it too.',
    },
    {
      mistake: 'disposes of neither the variables nor the optimizer',
      insteadOf:
        '  tf.dispose([weights, bias]); // no tidy frees a variable\n  optimizer.dispose();',
      writes: '  ',
      say: 'Three tensors of each training stay behind, as many as the variables and the optimizer hold. No tidy frees those: dispose of them at the end.',
    },
    {
      mistake: 'leaves the tensors that the variables begin with',
      insteadOf: 'tf.tidy(() => tf.variable(tf.zeros(shape)))',
      writes: 'tf.variable(tf.zeros(shape))',
      say: 'Two tensors of each training stay behind, as many as there are variables. A variable does not take over the tensor that it begins with: make it inside a tidy, or dispose of that tensor.',
    },
    {
      mistake: 'opens no tidy in loss',
      insteadOf: 'return cost.dataSync()[0]; // a number',
      writes: 'tf.keep(cost); return cost.dataSync()[0]; // a number',
      say: 'One tensor of each call to loss stays behind. Let it end with the others, once its number is read.',
    },
    {
      mistake: 'accepts any label',
      insteadOf: 'y.find(label => label !== 0 && label !== 1)',
      writes: 'undefined',
      say: 'Labels other than 0 and 1 get through. Refuse them before anything is computed.',
    },
    {
      mistake: 'leaves rows of different lengths to the library',
      insteadOf: 'X.some(row => row.length !== X[0].length)',
      writes: 'false',
      say: 'Rows of different lengths get through: tf.tensor2d lays them end to end where the numbers fill the table. Compare the lengths yourself.',
    },
    {
      mistake: 'accepts another number of orders than epochs',
      insteadOf: 'order.length !== epochs',
      writes: 'order.length > epochs',
      say: 'Fewer orders than epochs get through. Refuse them.',
    },
    {
      mistake: 'counts the rows of an order only',
      insteadOf: 'rows.length !== n || named.size !== n',
      writes: 'rows.length !== n',
      say: 'An order that names a row twice gets through. Refuse one that does not name every row once.',
    },
    {
      mistake: 'accepts fractions of a batch',
      insteadOf: 'Number.isInteger(batchSize) && batchSize > 0',
      writes: 'batchSize > 0',
      say: 'A batch size of 2.5 gets through. Refuse what is not a whole number above 0.',
    },
  ],
});
