import {
  type Draw,
  EXACT,
  eachRefused,
  grader,
  isMatrix,
  type Law,
  type Thresholds,
} from '../../../graders';

type Average = 'macro' | 'micro' | 'weighted';

const bench = (draw: Draw) => {
  // Labels with a class that is rare, one that is often mistaken for another, and one at the end that never occurs.
  const K = draw.integer(4, 5);
  const labels = draw.until(
    () => {
      const y = draw.shuffle(draw.times(draw.integer(24, 36), i => Math.min(i % (K + 1), K - 2)));
      const predicted = y.map(label =>
        draw.random() < 0.6 ? label : draw.pick([0, 1, Math.min(label + 1, K - 2)]),
      );
      return { y, predicted };
    },
    ({ y, predicted }) => isLopsided(tally(y, predicted, K)),
  );

  const size = draw.integer(3, 4);
  const table = draw.until(() => counts(draw, size), isTelling);
  const larger = draw.until(() => counts(draw, 5), isTelling);
  // Of three classes one has no examples, one is never predicted, one neither; the others are ordinary.
  const [unseen, unclaimed, gone] = draw.shuffle([0, 1, 2, 3, 4]);
  const holes = larger.map((row, j) =>
    row.map((cell, k) =>
      j === unseen || j === gone || k === unclaimed || k === gone ? 0 : cell + 1,
    ),
  );
  const pair = draw.until(
    () => draw.times(2, () => draw.times(2, () => draw.integer(5, 60))),
    isUneven,
  );
  const beta = draw.pick([0.4, 0.6, 1.7, 2.5, 3]);
  const average: Average = draw.pick(['micro', 'weighted']);
  // Scores in twentieths, some of them the same, for the pictures.
  const y = draw.shuffle(draw.times(24, i => Number(i % 3 === 0)));
  const scores = y.map(label => draw.integer(1 + 5 * label, 14 + 5 * label) / 20);
  return { K, labels, table, larger, holes, pair, beta, average, scored: { y, scores } };
};

type Bench = ReturnType<typeof bench>;

/**
 * Counts of classes of unlike size. Wrong predictions mostly name one class, which has a low precision
 * for it and a high recall; another class is mostly missed. So no average is near another.
 */
function counts(draw: Draw, K: number): number[][] {
  const [greedy, shy] = draw.shuffle(draw.times(K, k => k));
  const often = draw.shuffle(draw.times(K, k => 4 + 5 * k));
  return often.map((size, j) =>
    draw.times(K, k => {
      if (j === k) return j === shy ? draw.integer(2, 4) : size + draw.integer(0, 5);
      if (k === shy) return draw.integer(0, 1);
      return k === greedy ? draw.integer(5, 12) : draw.integer(0, 3);
    }),
  );
}

function tally(y: readonly number[], predicted: readonly number[], K: number): number[][] {
  const matrix = Array.from({ length: K }, () => new Array<number>(K).fill(0));
  y.forEach((label, i) => {
    matrix[label][predicted[i]] += 1;
  });
  return matrix;
}

/** Whether a matrix differs from its transpose, in more than one place. */
function isLopsided(matrix: readonly number[][]): boolean {
  const differ = matrix.flatMap((row, j) => row.filter((cell, k) => cell !== matrix[k][j]));
  return differ.length > 4;
}

const total = (xs: readonly number[]) => xs.reduce((sum, x) => sum + x, 0);
const apart = (a: number, b: number, by: number) => Math.abs(a - b) > by * Math.max(a, b);

/** Precision and recall of every class, with the number of its examples. */
function rates(matrix: readonly number[][]) {
  return matrix.map((row, k) => {
    const support = total(row);
    const claimed = total(matrix.map(other => other[k]));
    return { support, precision: row[k] / claimed, recall: row[k] / support };
  });
}

/** Whether the averages differ so far that none can be taken for another. */
function isTelling(matrix: readonly number[][]): boolean {
  const classes = rates(matrix);
  const n = total(classes.map(({ support }) => support));
  const f = (p: number, r: number) => (2 * p * r) / (p + r);
  const mean = (xs: number[]) => total(xs) / xs.length;
  const precision = mean(classes.map(one => one.precision));
  const recall = mean(classes.map(one => one.recall));
  const scores = classes.map(one => f(one.precision, one.recall));
  const weighted = total(scores.map((score, k) => score * classes[k].support)) / n;
  const accuracy = total(matrix.map((row, k) => row[k])) / n;
  const kinds = [mean(scores), weighted, accuracy, f(precision, recall)];
  return (
    kinds.every((one, i) => kinds.every((other, j) => i === j || apart(one, other, 0.01))) &&
    apart(precision, recall, 0.01) &&
    apart(recall, accuracy, 0.01)
  );
}

/** Whether a matrix of two classes has four unlike cells and margins, and a coefficient well above 0. */
function isUneven([[a, b], [c, d]]: readonly number[][]): boolean {
  const values = [a + b, c + d, a + c, b + d];
  const coefficient = (a * d - b * c) / Math.sqrt(values.reduce((product, x) => product * x, 1));
  const unlike = (xs: number[]) =>
    xs.every((x, i) => xs.every((y, j) => i === j || Math.abs(x - y) > 2));
  return unlike([a, b, c, d]) && unlike(values) && coefficient > 0.15 && coefficient < 0.8;
}

const transposed = (matrix: readonly number[][]) =>
  matrix[0].map((_, j) => matrix.map(row => row[j]));

/** Every example is in one cell: each row adds up to how often its class occurs. */
const countsEachOnce: Law<Bench> = (value, { bench: { labels, K } }) => {
  if (!isMatrix(value) || value.length !== K) {
    return { say: `The matrix should have ${K} rows, one for each class.` };
  }
  for (let j = 0; j < K; j += 1) {
    const support = labels.y.filter(label => label === j).length;
    const received = total(value[j]);
    if (received === support) continue;
    return {
      say: `Row ${j} adds up to ${received}, and class ${j} occurs ${support} times.`,
      path: [j],
      received,
      expected: support,
    };
  }
  return null;
};

const MATRIX = [[5, 2], [1, 7]]; // biome-ignore format: in one row

export default grader<typeof import('./solution'), typeof bench>({
  bench,

  checks: ({ agrees, holds, rejects }) => [
    holds(
      'counts every example once, in the row of its class',
      ({ confusionMatrix }, { labels, K }) => confusionMatrix(labels.y, labels.predicted, K),
      countsEachOnce,
    ),
    agrees(
      'counts in the column of the prediction',
      ({ confusionMatrix }, { labels, K }) => confusionMatrix(labels.y, labels.predicted, K),
      { within: EXACT },
    ),
    agrees(
      'keeps a place for classes that do not occur',
      ({ confusionMatrix }, { labels, K }) => [
        confusionMatrix(labels.y, labels.predicted, K + 3),
        confusionMatrix([2], [0], 3),
      ],
      { within: EXACT },
    ),
    agrees(
      'counts nothing where there is nothing',
      ({ confusionMatrix }) => confusionMatrix([], [], 3),
      { within: EXACT },
    ),
    agrees(
      'counts a single class',
      ({ confusionMatrix }) => confusionMatrix([0, 0, 0], [0, 0, 0], 1),
      { within: EXACT },
    ),

    agrees(
      'divides the right predictions by all',
      ({ report }, { table }) => report(table).accuracy,
    ),
    agrees(
      'takes for support the examples of a class',
      ({ report }, { table }) => report(table).perClass.map(scores => scores.support),
      { within: EXACT },
    ),
    agrees('divides by the predictions of a class for its precision', ({ report }, { table }) =>
      report(table).perClass.map(scores => scores.precision),
    ),
    agrees('divides by the examples of a class for its recall', ({ report }, { table }) =>
      report(table).perClass.map(scores => scores.recall),
    ),
    agrees('joins precision and recall to an F-score', ({ report }, { table }) =>
      report(table, { beta: 1 }).perClass.map(scores => scores.fBeta),
    ),
    agrees('weighs recall as beta says', ({ report }, { table, beta }) => [
      report(table, { beta }).perClass.map(scores => scores.fBeta),
      report(table, { beta: 1 / beta }).perClass.map(scores => scores.fBeta),
    ]),
    agrees('takes a beta of 0 for what it is', ({ report }, { table }) =>
      report(table, { beta: 0 }).perClass.map(scores => scores.fBeta),
    ),
    agrees(
      'takes 0 for 0 / 0 in every class',
      ({ report }, { holes, beta }) => report(holes, { beta }).perClass,
    ),
    agrees(
      'averages the recalls for balanced accuracy',
      ({ report }, { table }) => report(table).balancedAccuracy,
    ),
    agrees(
      'leaves classes without examples out of balanced accuracy',
      ({ report }, { holes }) => report(holes).balancedAccuracy,
    ),

    agrees('averages precision and recall over the classes', ({ report }, { table }) => {
      const { precision, recall } = report(table, { average: 'macro' });
      return { precision, recall };
    }),
    agrees(
      'averages the F-scores of the classes',
      ({ report }, { larger, beta }) => report(larger, { average: 'macro', beta }).fBeta,
    ),
    agrees('averages over all classes, present or not', ({ report }, { holes, beta }) => {
      const { precision, recall, fBeta } = report(holes, { average: 'macro', beta });
      return { precision, recall, fBeta };
    }),
    agrees('weighs the classes with their support', ({ report }, { table, holes, beta }) =>
      [table, holes].map(matrix => {
        const { precision, recall, fBeta } = report(matrix, { average: 'weighted', beta });
        return { precision, recall, fBeta };
      }),
    ),
    agrees('puts the counts of all classes together', ({ report }, { larger, beta }) => {
      const { precision, recall, fBeta } = report(larger, { average: 'micro', beta });
      return { precision, recall, fBeta };
    }),
    agrees('averages plainly unless told otherwise', ({ report }, { table, beta }) => {
      const { precision, recall, fBeta } = report(table, { beta });
      return { precision, recall, fBeta };
    }),
    agrees('takes 1 for beta unless told otherwise', ({ report }, { larger, average }) =>
      report(larger, { average }).perClass.map(scores => scores.fBeta),
    ),
    agrees('takes the defaults where options are undefined', ({ report }, { larger, beta }) => [
      report(larger, { beta: undefined, average: undefined }).fBeta,
      report(larger, { beta: undefined, average: 'weighted' }).fBeta,
      report(larger, { beta, average: undefined }).fBeta,
      report(larger, {}).fBeta,
    ]),

    agrees(
      'gives two classes their Matthews coefficient',
      ({ report }, { pair }) => report(pair).mcc,
    ),
    agrees('lets the Matthews coefficient be negative', ({ report }, { pair }) => [
      report([...pair].reverse()).mcc,
      report(transposed(pair)).mcc,
    ]),
    agrees('gives a Matthews coefficient of 0 where it divides by 0', ({ report }, { pair }) => {
      const [[a], [, d]] = pair;
      return [
        report([[a, 0], [d, 0]]).mcc,
        report([[0, 0], [a, d]]).mcc,
        report([[0, a], [0, d]]).mcc,
        report([[a, d], [0, 0]]).mcc,
      ];
    }), // biome-ignore format: a line for each
    agrees(
      'gives no Matthews coefficient for other numbers of classes',
      ({ report }, { table }) => [report(table).mcc, report([[7]]).mcc],
    ),
    agrees('gives two classes all other scores as well', ({ report }, { pair, beta, average }) => [
      report(pair, { beta }),
      report(pair, { beta, average }),
    ]),
    agrees('is neither confused by many examples', ({ report }, { pair, average }) =>
      report(
        pair.map(row => row.map(cell => cell * 100_000)),
        { average },
      ),
    ),
    agrees('nor by predictions that are all wrong or all right', ({ report }, { pair }) => {
      const [[a], [, d]] = pair;
      return [report([[0, a], [d, 0]]), report([[a, 0], [0, d]])];
    }), // biome-ignore format: a line for each
    agrees('nor by a single class', ({ report }, { average }) => [
      report([[7]], { average }),
      report([[1]]),
    ]),
    agrees('reports zeros where there are no examples', ({ report }) => [
      report([[0, 0], [0, 0]]),
      report([[0]], { average: 'micro' }),
      report([[0, 0, 0], [0, 0, 0], [0, 0, 0]], { average: 'weighted' }),
    ]), // biome-ignore format: a line for each

    rejects('refuses labels and predictions of unlike number', ({ confusionMatrix }) =>
      eachRefused(
        () => confusionMatrix([0, 1], [0, 1, 1], 2),
        () => confusionMatrix([], [1], 2),
        () => confusionMatrix([0, 1, 1], [0, 1], 2),
      ),
    ),
    rejects('refuses a true label of K', ({ confusionMatrix }) =>
      confusionMatrix([0, 2, 1], [0, 1, 1], 2),
    ),
    rejects('refuses a prediction of K', ({ confusionMatrix }) =>
      confusionMatrix([0, 1, 1], [0, 2, 1], 2),
    ),
    rejects('refuses labels far above K', ({ confusionMatrix }) =>
      eachRefused(
        () => confusionMatrix([0, 1], [0, 9], 2),
        () => confusionMatrix([0, 1, 9], [0, 1, 1], 2),
      ),
    ),
    rejects('refuses a negative true label', ({ confusionMatrix }) =>
      confusionMatrix([0, -1], [0, 1], 2),
    ),
    rejects('refuses a negative prediction', ({ confusionMatrix }) =>
      confusionMatrix([0, 1], [0, -1], 2),
    ),
    rejects('refuses a true label that is not whole', ({ confusionMatrix }) =>
      confusionMatrix([0, 0.5], [0, 1], 2),
    ),
    rejects('refuses a prediction that is not whole', ({ confusionMatrix }) =>
      confusionMatrix([0, 1], [0, 0.5], 2),
    ),
    rejects('refuses a label that is no number', ({ confusionMatrix }) =>
      eachRefused(
        () => confusionMatrix([0, 1], [0, Number.NaN], 2),
        () => confusionMatrix([0, Number.NaN], [0, 1], 2),
      ),
    ),
    rejects('refuses a matrix without rows', ({ report }) =>
      eachRefused(
        () => report([]),
        () => report([], { average: 'micro' }),
      ),
    ),
    rejects('refuses a matrix with more rows than columns, or fewer', ({ report }) =>
      eachRefused(
        () => report([[1, 2]]),
        () => report([[1], [2]]),
        () => report([[1, 2, 3], [4, 5, 6]]),
        () => report([[1, 2], [3, 4], [5, 6]]),
      ),
    ), // biome-ignore format: a line for each
    rejects('refuses a matrix with rows of unlike length', ({ report }) =>
      eachRefused(
        () => report([[1, 2], [3, 4, 5]]),
        () => report([[1, 2, 3], [4, 5, 6], [7, 8]]),
        () => report([[1, 2], [3]]),
      ),
    ), // biome-ignore format: a line for each
    rejects('refuses short rows beside long ones', ({ report }) =>
      report([[1, 2, 3], [4, 5], [6, 7, 8, 9]]),
    ), // biome-ignore format: in one row
    rejects('refuses a negative beta', ({ report }) => report(MATRIX, { beta: -1 })),
    rejects('refuses a beta of NaN', ({ report }) => report(MATRIX, { beta: Number.NaN })),
    rejects('refuses an infinite beta', ({ report }) => report(MATRIX, { beta: Infinity })),
    rejects('refuses an average that it does not know', ({ report }) =>
      eachRefused(
        () => report(MATRIX, { average: 'Macro' as Average }),
        () => report(MATRIX, { average: '' as Average }),
        () => report(MATRIX, { average: 'binary' as Average }),
      ),
    ),
    rejects('refuses an average named like a part of every object', ({ report }) =>
      report(MATRIX, { average: 'toString' as Average }),
    ),
  ],

  mutants: [
    {
      mistake: 'has rows for predictions',
      insteadOf: 'matrix[truth][predicted[i]] += 1;',
      writes: 'matrix[predicted[i]][truth] += 1;',
      say: 'Your matrix is the transpose of the right one. A row belongs to a true class, a column to a predicted one.',
    },
    {
      mistake: 'fills the matrix with one row',
      insteadOf: 'Array.from({ length: K }, () => new Array<number>(K).fill(0));',
      writes: 'new Array<number[]>(K).fill(new Array<number>(K).fill(0));',
      say: 'All your rows hold the same counts, as they do when they are one and the same array. Make an array of its own for every row.',
    },
    {
      mistake: 'marks pairs without counting them',
      insteadOf: 'matrix[truth][predicted[i]] += 1;',
      writes: 'matrix[truth][predicted[i]] = 1;',
      say: 'Your matrix holds no number above 1. Count each pair as often as it occurs.',
    },
    {
      mistake: 'counts the right predictions only',
      insteadOf: 'matrix[truth][predicted[i]] += 1;',
      writes: 'if (truth === predicted[i]) matrix[truth][truth] += 1;',
      say: 'Your matrix is 0 outside its diagonal. Count the wrong predictions in the column of what was predicted.',
    },
    {
      mistake: 'reads the number of classes off the labels',
      insteadOf: 'return matrix;\n}',
      writes: `const size = Math.max(0, ...y.map(k => k + 1), ...predicted.map(k => k + 1));
  return matrix.slice(0, size).map(row => row.slice(0, size));
}`,
      say: 'Where the last classes do not occur, your matrix is smaller than [K][K]. Take its size from K, not from the labels.',
    },
    {
      mistake: 'returns the share of wrong predictions',
      insteadOf: 'ratio(right, sum(matrix.flat()))',
      writes: 'ratio(sum(matrix.flat()) - right, sum(matrix.flat()))',
      say: 'Your accuracy is the share of wrong predictions. Divide the sum of the diagonal by the number of examples.',
    },
    {
      mistake: 'swaps precision and recall',
      insteadOf: 'ratio(row[k], claimed);\n    const recall = ratio(row[k], support);',
      writes: 'ratio(row[k], support);\n    const recall = ratio(row[k], claimed);',
      say: 'Your precision is the recall and the other way round. Precision divides by the sum of the column, recall by that of the row.',
    },
    {
      mistake: 'divides by the row for precision, too',
      insteadOf: 'ratio(row[k], claimed);',
      writes: 'ratio(row[k], support);',
      say: 'Your precision divides by the examples of a class. Divide by its predictions, the sum of its column.',
    },
    {
      mistake: 'divides by the column for recall, too',
      insteadOf: 'const recall = ratio(row[k], support);',
      writes: 'const recall = ratio(row[k], claimed);',
      say: 'Your recall divides by the predictions of a class. Divide by its examples, the sum of its row.',
    },
    {
      mistake: 'divides by the wrong predictions only',
      insteadOf: 'ratio(row[k], claimed);',
      writes: 'ratio(row[k], claimed - row[k]);',
      say: 'Your precision divides by the wrong predictions of a class. Divide by all of its predictions, the right ones among them.',
    },
    {
      mistake: 'takes predictions for support',
      insteadOf: 'beta), support };',
      writes: 'beta), support: claimed };',
      say: 'Your support counts how often a class was predicted. Count its examples, the sum of its row.',
    },
    {
      mistake: 'takes the plain mean of precision and recall',
      insteadOf: 'ratio((1 + b2) * precision * recall, b2 * precision + recall)',
      writes: 'ratio(b2 * recall + precision, 1 + b2)',
      say: 'Your F-score is an arithmetic mean of precision and recall. It is the harmonic one: products above, a sum below.',
    },
    {
      mistake: 'takes the geometric mean of precision and recall',
      insteadOf: 'ratio((1 + b2) * precision * recall, b2 * precision + recall)',
      writes: 'Math.sqrt(precision * recall)',
      say: 'Your F-score is the root of precision times recall, whatever beta is. Take the weighted harmonic mean.',
    },
    {
      mistake: 'does not square beta',
      insteadOf: 'beta * beta;',
      writes: 'beta;',
      say: 'Your F-score is right for a beta of 0 or 1 and wrong for others, as it is with beta in place of its square. Square it, above and below.',
    },
    {
      mistake: 'weighs precision as beta says',
      insteadOf: 'b2 * precision + recall',
      writes: 'precision + b2 * recall',
      say: 'A beta above 1 draws your F-score towards precision. β² belongs to the precision below the line, which gives the weight to recall.',
    },
    {
      mistake: 'leaves out 1 + β²',
      insteadOf: '(1 + b2) * precision',
      writes: 'precision',
      say: 'Your F-score lacks the factor 1 + β². Multiply the product above the line by it.',
    },
    {
      mistake: 'has a factor of 2 for every beta',
      insteadOf: '(1 + b2) * precision',
      writes: '2 * precision',
      say: 'Your F-score has the factor 2 for every beta. The factor is 1 + β², which is 2 only where beta is 1.',
    },
    {
      mistake: 'ignores beta',
      insteadOf: 'beta * beta;',
      writes: '1;',
      say: 'Your F-score is F₁ for every beta. Let β² into the formula.',
    },
    {
      mistake: 'takes a beta of 0 for none given',
      insteadOf: 'beta * beta;',
      writes: '(beta || 1) ** 2;',
      say: 'A beta of 0 counts as missing in your code. Use the default only where the option is undefined.',
    },
    {
      mistake: 'returns the share of the union',
      insteadOf: 'ratio((1 + b2) * precision * recall, b2 * precision + recall)',
      writes: 'ratio(precision * recall, precision + recall - precision * recall)',
      say: 'Your F-score is hits over the union of examples and predictions, whatever beta is. Take the weighted harmonic mean of precision and recall.',
    },
    {
      mistake: 'divides 0 by 0',
      insteadOf: 'whole === 0 ? 0 : part / whole',
      writes: 'part / whole',
      say: 'Where 0 is divided by 0, your report has NaN. Let it be 0.',
    },
    {
      mistake: 'takes 1 for 0 / 0',
      insteadOf: 'whole === 0 ? 0 : part / whole',
      writes: 'whole === 0 ? 1 : part / whole',
      say: 'Where 0 is divided by 0, your report has 1. Let it be 0.',
    },
    {
      mistake: 'counts classes without examples in balanced accuracy',
      insteadOf: 'perClass.filter(({ support }) => support > 0)',
      writes: 'perClass',
      say: 'Your balanced accuracy counts classes without examples as recalls of 0. Average over those that have some.',
    },
    {
      mistake: 'averages precisions for balanced accuracy',
      insteadOf: 'sum(present.map(({ recall }) => recall))',
      writes: 'sum(present.map(({ precision }) => precision))',
      say: 'Your balanced accuracy averages precisions. It is the mean of the recalls.',
    },
    {
      mistake: 'weighs balanced accuracy with the support',
      insteadOf: 'ratio(sum(present.map(({ recall }) => recall)), present.length)',
      writes: 'accuracy',
      say: 'Your balanced accuracy equals the accuracy, as the mean of recalls does that weighs classes with their support. Let each class with examples count once.',
    },
    {
      mistake: 'takes F of the averaged precision and recall',
      insteadOf: 'mean(perClass.map(scores => scores.fBeta))',
      writes: 'fScore(precision, recall, beta)',
      say: 'Your averaged F-score is the F of averaged precision and recall. Average the F-scores of the classes.',
    },
    {
      mistake: 'averages over the classes that occur',
      insteadOf: "(average === 'weighted' ? support : 1)",
      writes: "(average === 'weighted' ? support : Math.sign(support))",
      say: 'Your macro averages leave out classes without examples. Average over all K.',
    },
    {
      mistake: 'takes the plain mean for weighted',
      insteadOf: "(average === 'weighted' ? support : 1)",
      writes: '(support > -1 ? 1 : support)',
      say: 'Your weighted averages are plain ones. Weigh each class with its support.',
    },
    {
      mistake: 'takes the weighted mean for macro',
      insteadOf: "(average === 'weighted' ? support : 1)",
      writes: 'support',
      say: 'Your macro averages weigh the classes with their support. Let each class count once.',
    },
    {
      mistake: 'takes the plain mean for micro',
      insteadOf: "if (average === 'micro') {",
      writes: "if (average === ('none' as string)) {",
      say: 'Your micro averages are plain means over the classes. Put the counts of all classes together first; then divide.',
    },
    {
      mistake: 'takes micro for the default average',
      insteadOf: "average = 'macro' }",
      writes: "average = 'micro' }",
      say: 'Without `average`, your report has micro averages. Make macro the default.',
    },
    {
      mistake: 'takes weighted for the default average',
      insteadOf: "average = 'macro' }",
      writes: "average = 'weighted' }",
      say: 'Without `average`, your report has weighted averages. Make macro the default.',
    },
    {
      mistake: 'takes 2 for the default beta',
      insteadOf: '{ beta = 1,',
      writes: '{ beta = 2,',
      say: 'Without `beta`, your F-score is F₂. Make 1 the default.',
    },
    {
      mistake: 'lets undefined replace a default',
      insteadOf: "{ beta = 1, average = 'macro' } = options;",
      writes: "{ beta, average } = { beta: 1, average: 'macro' as const, ...options };",
      say: 'An option that is undefined replaces its default in your report, as it does in a spread. Use the default wherever the option is undefined.',
    },
    {
      mistake: 'leaves the root out of the Matthews coefficient',
      insteadOf: 'Math.sqrt((a + b) * (c + d) * (a + c) * (b + d))',
      writes: '(a + b) * (c + d) * (a + c) * (b + d)',
      say: 'Your Matthews coefficient divides by the product of the four sums. Divide by its root.',
    },
    {
      mistake: 'turns the Matthews coefficient round',
      insteadOf: 'a * d - b * c,',
      writes: 'b * c - a * d,',
      say: 'Your Matthews coefficient has the wrong sign. The right predictions stand on the diagonal; subtract the product of the others from theirs.',
    },
    {
      mistake: 'never lets the Matthews coefficient fall below 0',
      insteadOf: 'a * d - b * c,',
      writes: 'Math.abs(a * d - b * c),',
      say: 'Your Matthews coefficient is never negative. Keep its sign: below 0, predictions are worse than a guess.',
    },
    {
      mistake: 'gives the coefficient of the first four cells for any matrix',
      insteadOf: 'matrix.length === 2 ? matthews(matrix) : null',
      writes: 'matrix.length > 1 ? matthews(matrix) : null',
      say: 'Your report has a Matthews coefficient for more than two classes. Give null unless K is 2.',
    },
    {
      mistake: 'gives a coefficient of 0 for other numbers of classes',
      insteadOf: 'matrix.length === 2 ? matthews(matrix) : null',
      writes: 'matrix.length === 2 ? matthews(matrix) : 0',
      say: 'Your report has a Matthews coefficient of 0 where there are not two classes. Give null there.',
    },
    {
      mistake: 'gives null where the coefficient divides by 0',
      insteadOf: 'return ratio(a * d - b * c,',
      writes:
        'if ((a + b) * (c + d) * (a + c) * (b + d) === 0) return null as unknown as number;\n  return ratio(a * d - b * c,',
      say: 'Your Matthews coefficient is null where a row or a column is empty. It is 0 / 0 there, so give 0.',
    },

    {
      mistake: 'accepts more predictions than labels',
      insteadOf: 'predicted.length !== y.length',
      writes: 'predicted.length < y.length',
      say: 'More predictions than labels are let through. Throw a TypeError unless there are as many.',
    },
    {
      mistake: 'accepts any label',
      insteadOf: '!Number.isInteger(label) || label < 0 || label >= K',
      writes: 'label === Infinity',
      say: 'Labels that are no class are let through. Throw a RangeError unless a label is a whole number from 0 to K − 1.',
    },
    {
      mistake: 'accepts negative labels',
      insteadOf: '|| label < 0 ||',
      writes: '||',
      say: 'Negative labels are let through. Throw a RangeError for a label below 0, too.',
    },
    {
      mistake: 'accepts labels above the last class',
      insteadOf: '|| label >= K',
      writes: '',
      say: 'Labels above the last class are let through. Throw a RangeError for K and beyond.',
    },
    {
      mistake: 'accepts K as a label',
      insteadOf: '|| label >= K',
      writes: '|| label > K',
      say: 'A label of K is let through, and the last class is K − 1. Throw a RangeError for K, too.',
    },
    {
      mistake: 'accepts labels that are not whole',
      insteadOf: '!Number.isInteger(label) ||',
      writes: '',
      say: 'Labels that are not whole numbers are let through. Throw a RangeError for them.',
    },
    {
      mistake: 'looks at the true labels only',
      insteadOf: 'checkLabel(predicted[i], K);',
      writes: '',
      say: 'Predictions that are no class are let through. Check them as you check the true labels.',
    },
    {
      mistake: 'looks at the predictions only',
      insteadOf: 'checkLabel(truth, K);',
      writes: '',
      say: 'True labels that are no class are let through. Check them as you check the predictions.',
    },
    {
      mistake: 'accepts a matrix without rows',
      insteadOf: "if (matrix.length === 0) throw new RangeError('report: a matrix without rows');",
      writes: '',
      say: 'A matrix without rows is let through. Throw a RangeError first.',
    },
    {
      mistake: 'accepts a matrix of any shape',
      insteadOf: 'if (odd) throw',
      writes: 'if (false) throw',
      say: 'A matrix that is not square is let through. Compare the length of every row with the number of rows, and throw a TypeError.',
    },
    {
      mistake: 'compares rows only with one another',
      insteadOf: 'row.length !== matrix.length)',
      writes: 'row.length !== matrix[0].length)',
      say: 'A matrix of more rows than columns, or fewer, is let through. Compare each row with the number of rows.',
    },
    {
      mistake: 'looks at the first row only',
      insteadOf: 'matrix.find(row => row.length !== matrix.length)',
      writes: 'matrix.slice(0, 1).find(row => row.length !== matrix.length)',
      say: 'Only the first row is measured. Compare the length of every row with the number of rows.',
    },
    {
      mistake: 'counts the cells of all rows together',
      insteadOf: 'matrix.find(row => row.length !== matrix.length)',
      writes: 'matrix.flat().length === matrix.length ** 2 ? undefined : matrix[0]',
      say: 'Short rows are let through where long ones make up for them. Compare the length of every row by itself.',
    },
    {
      mistake: 'accepts a negative beta',
      insteadOf: '!(beta >= 0 && beta < Infinity)',
      writes: '!(beta < Infinity)',
      say: 'A negative beta is let through. Throw a RangeError below 0.',
    },
    {
      mistake: 'accepts a beta that is not finite',
      insteadOf: '!(beta >= 0 && beta < Infinity)',
      writes: 'beta < 0',
      say: 'A beta of NaN or Infinity is let through. Throw a RangeError unless it is a finite number from 0.',
    },
    {
      mistake: 'accepts an infinite beta',
      insteadOf: '!(beta >= 0 && beta < Infinity)',
      writes: '!(beta >= 0)',
      say: 'An infinite beta is let through, and gives NaN. Throw a RangeError for it.',
    },
    {
      mistake: 'accepts any average',
      insteadOf: "!['macro', 'micro', 'weighted'].includes(average)",
      writes: 'average === null',
      say: 'An `average` that the task does not name is let through. Throw a RangeError for it.',
    },
    {
      mistake: 'looks the average up among all names of an object',
      insteadOf: "!['macro', 'micro', 'weighted'].includes(average)",
      writes: '!(average in { macro: 1, micro: 1, weighted: 1 })',
      say: 'An `average` named like a property of every object is let through. Compare with the three names only.',
    },
  ],

  pictures: [
    {
      kind: 'thresholds',
      title: 'What each threshold makes of scores',
      experiment: ({ confusionMatrix, report }, { scored: { y, scores } }): Thresholds => {
        const thresholds = [...new Set(scores)].sort((a, b) => b - a);
        const reports = thresholds.map(t => {
          const predicted = scores.map(score => Number(score >= t));
          return report(confusionMatrix(y, predicted, 2));
        });
        return {
          scores,
          y,
          thresholds,
          told: [
            { name: 'precision', values: reports.map(({ perClass }) => perClass[1].precision) },
            { name: 'recall', values: reports.map(({ perClass }) => perClass[1].recall) },
            { name: 'F', values: reports.map(({ perClass }) => perClass[1].fBeta) },
            { name: 'MCC', values: reports.map(({ mcc }) => mcc ?? Number.NaN) },
            { name: 'accuracy', values: reports.map(({ accuracy }) => accuracy) },
          ],
        };
      },
    },
    {
      kind: 'heatmap',
      title: 'Which class was taken for which',
      rows: 'true class',
      columns: 'predicted class',
      experiment: ({ confusionMatrix }, { labels, K }) =>
        confusionMatrix(labels.y, labels.predicted, K),
    },
    {
      kind: 'path',
      title: 'From precision to recall',
      x: 'beta',
      y: 'F of class 0',
      experiment: ({ report }, { table }) => {
        const xs = Array.from({ length: 21 }, (_, i) => i / 4);
        return { xs, ys: xs.map(beta => report(table, { beta }).perClass[0].fBeta) };
      },
    },
  ],
  tries: {
    table: { kind: 'scored', of: ({ scored: { y, scores } }) => ({ X: scores.map(s => [s]), y }) },
    bench: ({ table: { X, y = [] } }, { labels, K, table }) => ({
      scored: { y, scores: X.map(([score]) => score) },
      labels,
      K,
      table,
    }),
  },
});
