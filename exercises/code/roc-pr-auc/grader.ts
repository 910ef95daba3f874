import {
  type Draw,
  eachRefused,
  grader,
  type Law,
  type Thresholds,
  unchangedWhen,
} from '../../../graders';

/** Labels and scores, row by row. */
interface Scored {
  y: number[];
  scores: number[];
}

const bench = (draw: Draw) => {
  /** Unlike numbers of positives and negatives, the scores of the former a little higher. */
  const examples = (make: (label: number) => number): Scored => {
    const y = draw.shuffle(draw.times(draw.integer(17, 26), i => (i < 6 || i % 3 === 1 ? 1 : 0)));
    return { y, scores: y.map(make) };
  };
  const distinct = draw.until(
    () => examples(label => draw.normal(1.2 * label - 0.8, 1.3)),
    data => new Set(data.scores).size === data.y.length && tells(data) && !isSorted(data),
  );
  // Some groups of equal scores with members of both classes; the scores rise differently as text.
  const tied = draw.until(
    () => examples(label => 4 * draw.integer(label - 1, 3 + label)),
    data => mixes(data) > 2 && tells(data) && !isSorted(data),
  );
  const order = draw.shuffle([...tied.y.keys()]);
  const turned = { y: order.map(i => tied.y[i]), scores: order.map(i => tied.scores[i]) };

  // The lowest example of all is a negative, so that the last point counts for everything.
  const falling = [...distinct.scores].sort((a, b) => b - a);
  const sorted = { y: draw.until(() => draw.shuffle(distinct.y), isMixed), scores: falling };

  // No score above 0, and one group at exactly 0.
  const below = draw.until(
    () => examples(label => -draw.integer(0, 5 - label)),
    data => mixes(data) > 2 && Math.max(...data.scores) === 0 && tells(data),
  );
  // Scores that differ in the sixth digit; the tiny differences decide.
  const close = draw.until(
    () => examples(label => (500_000 + draw.integer(4 * label, 30 + 4 * label)) / 1_000_000),
    tells,
  );
  // Beyond ±1000: scores are on any scale.
  const vast = draw.until(
    () => examples(label => 5000 * draw.integer(label - 9, 7 + label)),
    tells,
  );
  const rare = draw.until(
    () => {
      const y = draw.shuffle([1, 1, ...draw.times(draw.integer(16, 22), () => 0)]);
      return { y, scores: y.map(label => draw.integer(2 * label, 9) / 8) };
    },
    data => mixes(data) > 0 && tells(data),
  );
  const level = draw.integer(-9, 9) / 4;
  const equal = { y: draw.shuffle([1, 1, 1, 0, 0, 0, 0, 0]), scores: draw.times(8, () => level) };
  const parted = draw.shuffle(draw.times(9, i => i)).map(i => ({ label: i > 5 ? 1 : 0, score: i }));
  const perfect = { y: parted.map(p => p.label), scores: parted.map(p => p.score / 8 - 0.5) };
  const lone = draw.times(draw.integer(4, 6), () => draw.integer(-6, 6) / 4);
  return { distinct, tied, turned, sorted, below, close, vast, rare, equal, perfect, lone };
};

type Bench = ReturnType<typeof bench>;

/** How many groups of equal scores hold both classes. */
function mixes({ y, scores }: Scored): number {
  return [...new Set(scores)].filter(
    score => new Set(y.filter((_, i) => scores[i] === score)).size > 1,
  ).length;
}

/** Whether some neighbour in the order of the examples has a higher score than the one before, and some a lower. */
function isSorted({ scores }: Scored): boolean {
  const steps = scores.slice(1).map((score, i) => Math.sign(score - scores[i]));
  return !steps.includes(1) || !steps.includes(-1);
}

/** Whether labels change often, and the last is a negative. */
function isMixed(y: readonly number[]): boolean {
  return y.filter((label, i) => i > 0 && label !== y[i - 1]).length > 6 && y[y.length - 1] === 0;
}

/**
 * Whether the areas of an example are far from what common mistakes make of them: 0, 1 and one half,
 * each other, the trapezia under precision, the best precision to follow.
 */
function tells({ y, scores }: Scored): boolean {
  const thresholds = [...new Set(scores)].sort((a, b) => b - a);
  const at = thresholds.map(threshold => {
    const hits = y.filter((label, i) => label === 1 && scores[i] >= threshold).length;
    return { hits, all: scores.filter(score => score >= threshold).length };
  });
  const P = y.filter(label => label === 1).length;
  const N = y.length - P;
  let [area, steps, trapezia, best] = [0, 0, 0, 0];
  let [before, precisionBefore] = [{ hits: 0, all: 0 }, 1];
  at.forEach((point, t) => {
    const precision = point.hits / point.all;
    const step = (point.hits - before.hits) / P;
    const alarms = point.all - point.hits - (before.all - before.hits);
    area += (alarms * (point.hits + before.hits)) / (2 * P * N);
    steps += step * precision;
    trapezia += (step * (precision + precisionBefore)) / 2;
    best += step * Math.max(...at.slice(t).map(({ hits, all }) => hits / all));
    [before, precisionBefore] = [point, precision];
  });
  const values = [area, steps, trapezia, best, 0.5, 1];
  const [, , , top] = values;
  return (
    top > 0 &&
    [area, steps].every(value =>
      values.every(other => other === value || Math.abs(other - value) > 0.012),
    )
  );
}

const whateverTheOrder = unchangedWhen('the examples change places') as Law<Bench>;

type Module = typeof import('./solution');

/** Calls each function with what it must refuse. */
function refused(module: Module, y: number[], scores: number[]): unknown {
  return eachRefused(
    () => module.rocCurve(y, scores),
    () => module.rocAuc(y, scores),
    () => module.prCurve(y, scores),
    () => module.averagePrecision(y, scores),
  );
}

export default grader<Module, typeof bench>({
  bench,

  checks: ({ agrees, holds, rejects }) => [
    agrees('begins where nothing is predicted positive', ({ rocCurve }, { distinct }) => {
      const { fpr, tpr, thresholds } = rocCurve(distinct.y, distinct.scores);
      return [fpr[0], tpr[0], thresholds[0]];
    }),
    agrees('walks down scores that come sorted', ({ rocCurve }, { sorted }) =>
      rocCurve(sorted.y, sorted.scores),
    ),
    agrees(
      'takes the thresholds from the highest score to the lowest',
      ({ rocCurve }, { distinct }) => rocCurve(distinct.y, distinct.scores).thresholds,
    ),
    agrees(
      'divides the positives found by all positives',
      ({ rocCurve }, { distinct }) => rocCurve(distinct.y, distinct.scores).tpr,
    ),
    agrees(
      'divides the false alarms by all negatives',
      ({ rocCurve }, { distinct }) => rocCurve(distinct.y, distinct.scores).fpr,
    ),
    agrees('lets equal scores cross a threshold together', ({ rocCurve }, { tied }) =>
      rocCurve(tied.y, tied.scores),
    ),
    agrees('has two points where all scores are equal', ({ rocCurve }, { equal }) =>
      rocCurve(equal.y, equal.scores),
    ),
    agrees('takes scores that are 0 or below', ({ rocCurve }, { below }) =>
      rocCurve(below.y, below.scores),
    ),
    agrees('tells scores apart that are close', ({ rocCurve }, { close }) =>
      rocCurve(close.y, close.scores),
    ),
    agrees('takes scores on any scale', ({ rocCurve }, { vast }) => rocCurve(vast.y, vast.scores)),
    agrees('keeps every point of a curve made of straight lines', ({ rocCurve }, { perfect }) =>
      rocCurve(perfect.y, perfect.scores),
    ),
    agrees('takes one positive and one negative', ({ rocCurve }) => [
      rocCurve([1, 0], [0.2, 0.7]),
      rocCurve([0, 1], [0.2, 0.2]),
    ]),

    agrees('measures the area under the curve', ({ rocAuc }, { distinct }) =>
      rocAuc(distinct.y, distinct.scores),
    ),
    agrees('counts one half for ties', ({ rocAuc }, { tied, equal }) => [
      rocAuc(tied.y, tied.scores),
      rocAuc(equal.y, equal.scores),
    ]),
    agrees('finds the whole area, and none of it', ({ rocAuc }, { perfect }) => [
      rocAuc(perfect.y, perfect.scores),
      rocAuc(
        perfect.y,
        perfect.scores.map(score => -score),
      ),
    ]),
    agrees('lets the area be below one half', ({ rocAuc }, { distinct, tied }) => [
      rocAuc(
        distinct.y,
        distinct.scores.map(score => -score),
      ),
      rocAuc(
        tied.y.map(label => 1 - label),
        tied.scores,
      ),
    ]),
    agrees(
      'measures it for scores that are 0, close or huge',
      ({ rocAuc }, { below, close, vast }) => [
        rocAuc(below.y, below.scores),
        rocAuc(close.y, close.scores),
        rocAuc(vast.y, vast.scores),
      ],
    ),
    agrees('measures it where positives are rare', ({ rocAuc }, { rare }) =>
      rocAuc(rare.y, rare.scores),
    ),
    agrees('knows no area without negatives', ({ rocAuc }, { lone }) =>
      rocAuc(
        lone.map(() => 1),
        lone,
      ),
    ),
    agrees('knows no area without positives', ({ rocAuc }, { lone }) =>
      rocAuc(
        lone.map(() => 0),
        lone,
      ),
    ),
    agrees('knows no area without examples', ({ rocAuc }) => rocAuc([], [])),
    holds(
      'gives the same area whatever the order of the examples',
      ({ rocAuc }, { tied, turned }) => [
        rocAuc(tied.y, tied.scores),
        rocAuc(turned.y, turned.scores),
      ],
      whateverTheOrder,
    ),

    agrees(
      'has one point of precision and recall for each score',
      ({ prCurve }, { distinct }) => prCurve(distinct.y, distinct.scores).thresholds,
    ),
    agrees(
      'divides the positives found by all that is predicted',
      ({ prCurve }, { distinct }) => prCurve(distinct.y, distinct.scores).precision,
    ),
    agrees(
      'takes the true positive rate for recall',
      ({ prCurve }, { distinct }) => prCurve(distinct.y, distinct.scores).recall,
    ),
    agrees('lets equal scores move precision together', ({ prCurve }, { tied, equal }) => [
      prCurve(tied.y, tied.scores),
      prCurve(equal.y, equal.scores),
    ]),
    agrees(
      'draws it for scores that are 0, close or huge',
      ({ prCurve }, { below, close, vast }) => [
        prCurve(below.y, below.scores),
        prCurve(close.y, close.scores),
        prCurve(vast.y, vast.scores),
      ],
    ),
    agrees('draws it where positives are rare', ({ prCurve }, { rare, perfect }) => [
      prCurve(rare.y, rare.scores),
      prCurve(perfect.y, perfect.scores),
    ]),

    agrees('adds up precisions by steps of recall', ({ averagePrecision }, { distinct }) =>
      averagePrecision(distinct.y, distinct.scores),
    ),
    agrees('adds them up where scores are tied', ({ averagePrecision }, { tied, equal }) => [
      averagePrecision(tied.y, tied.scores),
      averagePrecision(equal.y, equal.scores),
    ]),
    agrees(
      'adds them up where positives are rare or first',
      ({ averagePrecision }, { rare, perfect }) => [
        averagePrecision(rare.y, rare.scores),
        averagePrecision(perfect.y, perfect.scores),
        averagePrecision(
          perfect.y,
          perfect.scores.map(score => -score),
        ),
      ],
    ),
    agrees(
      'adds them up for scores that are 0, close or huge',
      ({ averagePrecision }, { below, close, vast }) => [
        averagePrecision(below.y, below.scores),
        averagePrecision(close.y, close.scores),
        averagePrecision(vast.y, vast.scores),
      ],
    ),
    agrees('has an average precision of 1 without negatives', ({ averagePrecision }, { lone }) =>
      averagePrecision(
        lone.map(() => 1),
        lone,
      ),
    ),
    agrees('knows no average precision without positives', ({ averagePrecision }, { lone }) =>
      averagePrecision(
        lone.map(() => 0),
        lone,
      ),
    ),
    agrees('knows no average precision without examples', ({ averagePrecision }) =>
      averagePrecision([], []),
    ),
    holds(
      'gives the same average precision whatever the order of the examples',
      ({ averagePrecision }, { tied, turned }) => [
        averagePrecision(tied.y, tied.scores),
        averagePrecision(turned.y, turned.scores),
      ],
      whateverTheOrder,
    ),

    rejects('refuses fewer scores than labels', module => refused(module, [1, 0, 1], [0.5, 0.2])),
    rejects('refuses more scores than labels', module => refused(module, [1, 0], [0.5, 0.2, 0.1])),
    rejects('refuses a label above 1', module => refused(module, [1, 0, 2], [0.5, 0.2, 0.1])),
    rejects('refuses a label below 0', module => refused(module, [1, 0, -1], [0.5, 0.2, 0.1])),
    rejects('refuses a label between 0 and 1', module =>
      refused(module, [1, 0.5, 0], [0.5, 0.2, 0.1]),
    ),
    rejects('refuses a label that is no number', module =>
      refused(module, [1, Number.NaN, 0], [0.5, 0.2, 0.1]),
    ),
    rejects('refuses a score that is no number', module =>
      refused(module, [1, 0, 1], [0.5, Number.NaN, 0.1]),
    ),
    rejects('refuses an infinite score', module =>
      refused(module, [1, 0, 1], [0.5, Infinity, 0.1]),
    ),
    rejects('refuses a score of minus infinity', module =>
      refused(module, [1, 0, 1], [0.5, 0.2, -Infinity]),
    ),
  ],

  mutants: [
    {
      mistake: 'walks tied scores one at a time',
      insteadOf: 'if (i + 1 < order.length && scores[order[i + 1]] === scores[row]) return;',
      writes: '',
      say: 'Your curve has a point for every example, so equal scores are walked in the order they come. Write a point down only where the score changes.',
    },
    {
      mistake: 'writes a point down at the first of equal scores',
      insteadOf: 'if (i + 1 < order.length && scores[order[i + 1]] === scores[row]) return;',
      writes: 'if (i > 0 && scores[order[i - 1]] === scores[row]) return;',
      say: 'The point of a score counts only the first of the examples that have it. Count all of them before you write it down.',
    },
    {
      mistake: 'takes close scores for equal',
      insteadOf: 'scores[order[i + 1]] === scores[row]',
      writes: 'Math.abs(scores[order[i + 1]] - scores[row]) < 1e-4',
      say: 'Scores that differ in the sixth digit share a point. Compare them exactly.',
    },
    {
      mistake: 'never writes the lowest score down',
      insteadOf: 'i + 1 < order.length && scores[order[i + 1]] === scores[row]',
      writes: 'i + 1 === order.length || scores[order[i + 1]] === scores[row]',
      say: 'The point of the lowest score is missing. After the last example there is no other score to wait for; write its point down, too.',
    },
    {
      mistake: 'passes over a score of 0',
      insteadOf: '    tp.push(hits);',
      writes: '    if (!scores[row]) return;\n    tp.push(hits);',
      say: 'The point of the score 0 is missing. A score of 0 is a score like any other.',
    },
    {
      mistake: 'goes from the lowest score to the highest',
      insteadOf: 'scores[j] - scores[i]); // [n] of rows',
      writes: 'scores[i] - scores[j]); // [n] of rows',
      say: 'Your thresholds rise. Begin with the highest score; it predicts the fewest positives.',
    },
    {
      mistake: 'takes the examples in the order they come',
      insteadOf: '.sort((i, j) => scores[j] - scores[i]); // [n] of rows',
      writes: ';',
      say: 'Your curve follows the order in which the examples come. Sort them by score first, the highest in front.',
    },
    {
      mistake: 'sorts scores as text',
      insteadOf: '.sort((i, j) => scores[j] - scores[i]); // [n] of rows',
      writes:
        '.sort((i, j) => Number(String(scores[j]) > String(scores[i])) - Number(String(scores[j]) < String(scores[i])));',
      say: 'Your thresholds are in the order of text, where 8 comes before 12. Give the sort a comparison of numbers.',
    },
    {
      mistake: 'leaves out the point where nothing is predicted',
      insteadOf: `fpr: [0, ...fp.map(count => count / negatives)],
    tpr: [0, ...tp.map(count => count / positives)],
    thresholds: [Infinity, ...thresholds],`,
      writes: `fpr: fp.map(count => count / negatives),
    tpr: tp.map(count => count / positives),
    thresholds,`,
      say: 'Your ROC curve begins with the highest score. Put (0, 0) with the threshold Infinity in front.',
    },
    {
      mistake: 'begins at the highest score plus 1',
      insteadOf: '[Infinity, ...thresholds]',
      writes: '[thresholds[0] + 1, ...thresholds]',
      say: 'Your first threshold is the highest score plus 1. Make it Infinity.',
    },
    {
      mistake: 'predicts positive above the threshold only',
      insteadOf: '[Infinity, ...thresholds]',
      writes: '[...thresholds, -Infinity]',
      say: 'Each of your points carries the threshold that belongs to the next one, as with score > threshold. An example at the threshold counts as positive.',
    },
    {
      mistake: 'exchanges the axes',
      insteadOf: `fpr: [0, ...fp.map(count => count / negatives)],
    tpr: [0, ...tp.map(count => count / positives)],`,
      writes: `fpr: [0, ...tp.map(count => count / positives)],
    tpr: [0, ...fp.map(count => count / negatives)],`,
      say: 'Your fpr is the tpr and the other way round. False alarms among the negatives are the fpr.',
    },
    {
      mistake: 'divides false alarms by all examples',
      insteadOf: 'fp.map(count => count / negatives)',
      writes: 'fp.map(count => count / y.length)',
      say: 'Your fpr divides by n. Divide by the number of negatives.',
    },
    {
      mistake: 'divides false alarms by the positives',
      insteadOf: 'fp.map(count => count / negatives)',
      writes: 'fp.map(count => count / positives)',
      say: 'Your fpr divides by the number of positives. Divide by that of the negatives.',
    },
    {
      mistake: 'divides false alarms by all that is predicted',
      insteadOf: 'fp.map(count => count / negatives)',
      writes: 'fp.map((count, t) => count / (count + tp[t]))',
      say: 'Your fpr is the share of false alarms among what is predicted positive. Divide by the number of negatives.',
    },
    {
      mistake: 'divides the tpr by all examples',
      insteadOf: 'tpr: [0, ...tp.map(count => count / positives)]',
      writes: 'tpr: [0, ...tp.map(count => count / y.length)]',
      say: 'Your tpr divides by n. Divide by the number of positives.',
    },
    {
      mistake: 'leaves out points on straight lines',
      insteadOf: 'return {\n    fpr: [0,',
      writes: `const bends = (t: number) =>
    t === tp.length - 1 ||
    (fp[t] - (fp[t - 1] ?? 0)) * (tp[t + 1] - tp[t]) !== (tp[t] - (tp[t - 1] ?? 0)) * (fp[t + 1] - fp[t]);
  for (const list of [thresholds, fp, tp]) {
    const kept = list.filter((_, t) => bends(t));
    if (list !== tp && list !== fp) list.splice(0, list.length, ...kept);
    else if (list === fp) thresholds.push(...kept);
    else {
      const alarms = thresholds.splice(kept.length);
      fp.splice(0, fp.length, ...alarms);
      tp.splice(0, tp.length, ...kept);
    }
  }
  return {
    fpr: [0,`,
      say: 'Points on a straight line between their neighbours are missing from your ROC curve. Keep one for every distinct score.',
    },
    {
      mistake: 'takes the height before each step',
      insteadOf: '((tpr[t] + tpr[t - 1]) / 2)',
      writes: 'tpr[t - 1]',
      say: 'Your area counts nothing for a tied pair, as rectangles of the height before each step do. Take the mean of both heights.',
    },
    {
      mistake: 'takes the height after each step',
      insteadOf: '((tpr[t] + tpr[t - 1]) / 2)',
      writes: 'tpr[t]',
      say: 'Your area counts a tied pair in full, as rectangles of the height after each step do. Take the mean of both heights.',
    },
    {
      mistake: 'does not halve the sum of heights',
      insteadOf: '((tpr[t] + tpr[t - 1]) / 2)',
      writes: '(tpr[t] + tpr[t - 1])',
      say: 'Your area is twice as large. A trapezium has the mean of both heights, not their sum.',
    },
    {
      mistake: 'returns the area above the curve',
      insteadOf: 'return area; //',
      writes: 'return 1 - area; //',
      say: 'Your area is 1 minus what it should be, so it lies above the curve. Take the false positive rate for the width.',
    },
    {
      mistake: 'returns the Gini coefficient',
      insteadOf: 'return area; //',
      writes: 'return 2 * area - 1; //',
      say: 'Your area is twice the right one less 1, the Gini coefficient. Return the area itself.',
    },
    {
      mistake: 'turns areas below one half round',
      insteadOf: 'return area; //',
      writes: 'return Math.max(area, 1 - area); //',
      say: 'Your area is never below one half. Return it as it is; below one half, scores point the wrong way.',
    },
    {
      mistake: 'has an area of one half where a class is missing',
      insteadOf: 'return area; //',
      writes: 'return area >= 0 ? area : 0.5; //',
      say: 'Where a class is missing, your area is 0.5. There are no pairs to count, so return NaN.',
    },
    {
      mistake: 'has an area of 0 where a class is missing',
      insteadOf: 'return area; //',
      writes: 'return area >= 0 ? area : 0; //',
      say: 'Where a class is missing, your area is 0. There are no pairs to count, so return NaN.',
    },
    {
      mistake: 'has an area of 0 without examples',
      insteadOf: 'let area = y.length > 0 ? 0 : NaN;',
      writes: 'let area = 0;',
      say: 'Without examples your area is 0. There are no pairs to count, so return NaN.',
    },

    {
      mistake: 'divides by the number of points',
      insteadOf: 'count / (count + fp[t])',
      writes: 'count / (t + 1)',
      say: 'Your precision divides by the number of thresholds so far. Divide by the number of examples predicted positive; ties make the two unlike.',
    },
    {
      mistake: 'divides precision by all examples',
      insteadOf: 'count / (count + fp[t])',
      writes: 'count / y.length',
      say: 'Your precision divides by n. Divide by the number of examples predicted positive.',
    },
    {
      mistake: 'returns the share of false alarms',
      insteadOf: 'count / (count + fp[t])',
      writes: 'fp[t] / (count + fp[t])',
      say: 'Your precision is 1 minus what it should be. The positives found stand above the line.',
    },
    {
      mistake: 'divides recall by all examples',
      insteadOf: 'recall: tp.map(count => count / positives),',
      writes: 'recall: tp.map(count => count / y.length),',
      say: 'Your recall divides by n. Divide by the number of positives.',
    },
    {
      mistake: 'makes up a point before the first',
      insteadOf: `precision: tp.map((count, t) => count / (count + fp[t])),
    recall: tp.map(count => count / positives),
    thresholds,`,
      writes: `precision: [1, ...tp.map((count, t) => count / (count + fp[t]))],
    recall: [0, ...tp.map(count => count / positives)],
    thresholds: [Infinity, ...thresholds],`,
      say: 'Your precision–recall curve begins with a point of precision 1 and recall 0. Begin with the highest score; above it nothing is predicted.',
    },
    {
      mistake: 'makes up a point after the last',
      insteadOf: `precision: tp.map((count, t) => count / (count + fp[t])),
    recall: tp.map(count => count / positives),`,
      writes: `precision: [...tp.map((count, t) => count / (count + fp[t])), 1],
    recall: [...tp.map(count => count / positives), 0],`,
      say: 'Your precision–recall curve ends with a point of precision 1 and recall 0. Leave it out; every list has one entry for each score.',
    },
    {
      mistake: 'draws precision from the lowest score up',
      insteadOf: `precision: tp.map((count, t) => count / (count + fp[t])),
    recall: tp.map(count => count / positives),
    thresholds,`,
      writes: `precision: tp.map((count, t) => count / (count + fp[t])).reverse(),
    recall: tp.map(count => count / positives).reverse(),
    thresholds: thresholds.reverse(),`,
      say: 'Your precision–recall curve goes from the lowest score up. Go from the highest score to the lowest in all three lists.',
    },
    {
      mistake: 'takes trapezia under the precision',
      insteadOf: 'sum + p * (recall',
      writes: 'sum + ((p + (t > 0 ? precision[t - 1] : 1)) / 2) * (recall',
      say: 'Your average precision is a sum of trapezia. Take the precision at the end of each step, not the mean of two.',
    },
    {
      mistake: 'takes the precision before each step',
      insteadOf: 'sum + p * (recall',
      writes: 'sum + (t > 0 ? precision[t - 1] : p) * (recall',
      say: 'Your average precision pairs each step of recall with the precision before it. Take the precision at its end.',
    },
    {
      mistake: 'takes the best precision that follows',
      insteadOf: 'sum + p * (recall',
      writes: 'sum + Math.max(...precision.slice(t)) * (recall',
      say: 'Your average precision raises each precision to the best that follows. Take them as they are.',
    },
    {
      mistake: 'leaves out the first step of recall',
      insteadOf: '(t > 0 ? recall[t - 1] : 0)',
      writes: 'recall[Math.max(t - 1, 0)]',
      say: 'The first step of recall is missing from your average precision. It starts at 0.',
    },
    {
      mistake: 'takes the mean over the thresholds',
      insteadOf: 'sum + p * (recall[t] - (t > 0 ? recall[t - 1] : 0)), none)',
      writes: 'sum + p / precision.length, none)',
      say: 'Your average precision is the plain mean over all thresholds. Weigh each precision with the step that recall takes.',
    },
    {
      mistake: 'weighs precisions with the whole recall',
      insteadOf: 'sum + p * (recall[t] - (t > 0 ? recall[t - 1] : 0)), none)',
      writes: 'sum + p * recall[t], none)',
      say: 'Your average precision weighs with recall itself. Weigh with the step from the recall before.',
    },
    {
      mistake: 'has an average precision of 0 without positives',
      insteadOf: '  return precision.reduce(',
      writes: '  if (y.length > 0 && !y.includes(1)) return 0;\n  return precision.reduce(',
      say: 'Without positives your average precision is 0. There is no recall, so return NaN.',
    },
    {
      mistake: 'knows no average precision without negatives',
      insteadOf: '  return precision.reduce(',
      writes: '  if (!y.includes(0)) return NaN;\n  return precision.reduce(',
      say: 'Without negatives your average precision is NaN. Everything that is predicted is positive then, so it is 1.',
    },
    {
      mistake: 'has an average precision of 0 without examples',
      insteadOf: 'y.length === 0 ? NaN : 0;',
      writes: '0;',
      say: 'Without examples your average precision is 0. There are no positives, so return NaN.',
    },

    {
      mistake: 'accepts lists of unlike length',
      insteadOf: 'y.length !== scores.length',
      writes: 'y.length < 0',
      say: 'Labels and scores of unlike number are let through. Compare the lengths first, and throw.',
    },
    {
      mistake: 'accepts more scores than labels',
      insteadOf: 'y.length !== scores.length',
      writes: 'y.length > scores.length',
      say: 'More scores than labels are let through. Throw unless there are as many.',
    },
    {
      mistake: 'accepts fewer scores than labels',
      insteadOf: 'y.length !== scores.length',
      writes: 'y.length < scores.length',
      say: 'Fewer scores than labels are let through. Throw unless there are as many.',
    },
    {
      mistake: 'accepts any label',
      insteadOf: 'label !== 0 && label !== 1',
      writes: 'label === Infinity',
      say: 'Labels other than 0 and 1 are let through. Throw for every one of them.',
    },
    {
      mistake: 'accepts labels between 0 and 1',
      insteadOf: 'label !== 0 && label !== 1',
      writes: '!(label >= 0 && label <= 1)',
      say: 'Labels between 0 and 1 are let through. Only 0 and 1 themselves are labels; throw for the others.',
    },
    {
      mistake: 'accepts labels of −1',
      insteadOf: 'label !== 0 && label !== 1',
      writes: 'label !== -1 && label !== 0 && label !== 1',
      say: 'A label of −1 is let through. Throw for it; a negative is 0 here.',
    },
    {
      mistake: 'accepts a label of NaN',
      insteadOf: 'label !== 0 && label !== 1',
      writes: 'label > 1 || label < 0 || label % 1 > 0',
      say: 'A label of NaN is let through. Ask whether it is 0 or 1 rather than whether it is not.',
    },
    {
      mistake: 'accepts any score',
      insteadOf: '!Number.isFinite(score)',
      writes: 'score === null',
      say: 'Scores that are NaN or infinite are let through. Throw unless a score is finite.',
    },
    {
      mistake: 'accepts infinite scores',
      insteadOf: '!Number.isFinite(score)',
      writes: 'Number.isNaN(score)',
      say: 'Infinite scores are let through. Throw unless a score is finite.',
    },
    {
      mistake: 'accepts a score of minus infinity',
      insteadOf: '!Number.isFinite(score)',
      writes: '!(score < Infinity)',
      say: 'A score of minus infinity is let through. Throw unless a score is finite.',
    },
    {
      mistake: 'accepts a score of NaN',
      insteadOf: '!Number.isFinite(score)',
      writes: 'Math.abs(score) === Infinity',
      say: 'A score of NaN is let through, and nothing sorts it. Throw unless a score is finite.',
    },
  ],

  pictures: [
    {
      kind: 'thresholds',
      title: 'What each threshold catches',
      experiment: ({ rocCurve, rocAuc, averagePrecision }, { tied: { y, scores } }): Thresholds => {
        const { fpr, tpr, thresholds } = rocCurve(y, scores);
        return {
          scores,
          y,
          thresholds,
          told: [
            { name: 'true positive rate', values: tpr },
            { name: 'false positive rate', values: fpr },
          ],
          whole: [
            { name: 'ROC AUC', value: rocAuc(y, scores) },
            { name: 'average precision', value: averagePrecision(y, scores) },
          ],
        };
      },
    },
    {
      kind: 'path',
      title: 'The ROC curve',
      x: 'false positive rate',
      y: 'true positive rate',
      experiment: ({ rocCurve }, { tied }) => {
        const { fpr, tpr } = rocCurve(tied.y, tied.scores);
        return { xs: fpr, ys: tpr };
      },
    },
    {
      kind: 'path',
      title: 'Precision against recall',
      x: 'recall',
      y: 'precision',
      experiment: ({ prCurve }, { tied }) => {
        const { recall, precision } = prCurve(tied.y, tied.scores);
        return { xs: recall, ys: precision };
      },
    },
  ],
  tries: {
    table: { kind: 'scored', of: ({ tied: { y, scores } }) => ({ X: scores.map(s => [s]), y }) },
    bench: ({ table: { X, y = [] } }) => ({ tied: { y, scores: X.map(([score]) => score) } }),
  },
});
