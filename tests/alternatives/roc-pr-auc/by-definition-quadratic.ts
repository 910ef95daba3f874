// Right: every figure straight from its definition, counting all examples anew at each threshold and all pairs for the area.
type Example = readonly [label: number, score: number];

const examples = (y: number[], scores: number[]): Example[] => {
  if (y.length !== scores.length) throw new RangeError('y and scores');
  if (!scores.every(Number.isFinite)) throw new RangeError('scores');
  if (!y.every(label => [0, 1].includes(label))) throw new RangeError('labels');
  return y.map((label, i) => [label, scores[i]] as const);
};

const falling = (data: Example[]): number[] =>
  Array.from(new Set(data.map(([, score]) => score))).sort((a, b) => (a > b ? -1 : 1));

const count = (data: Example[], label: number, from = -Infinity): number =>
  data.filter(([l, s]) => l === label && s >= from).length;

const precisionAt = (data: Example[], from: number): number =>
  count(data, 1, from) / data.filter(([, s]) => s >= from).length;

const share = (data: Example[], label: number, from: number): number =>
  count(data, label, from) / count(data, label);

export function rocCurve(
  y: number[],
  scores: number[],
): { fpr: number[]; tpr: number[]; thresholds: number[] } {
  const data = examples(y, scores);
  const thresholds = [Infinity, ...falling(data)];
  return {
    fpr: thresholds.map(t => share(data, 0, t)),
    tpr: thresholds.map(t => share(data, 1, t)),
    thresholds,
  };
}

export function rocAuc(y: number[], scores: number[]): number {
  const data = examples(y, scores);
  const wins = data
    .filter(([label]) => label === 1)
    .flatMap(([, high]) =>
      data
        .filter(([label]) => label === 0)
        .map(([, low]) => (high > low ? 1 : high === low ? 0.5 : 0)),
    );
  // no pairs: 0 / 0
  return wins.reduce<number>((a, b) => a + b, 0) / wins.length;
}

export function prCurve(
  y: number[],
  scores: number[],
): { precision: number[]; recall: number[]; thresholds: number[] } {
  const data = examples(y, scores);
  const thresholds = falling(data);
  return {
    precision: thresholds.map(t => precisionAt(data, t)),
    recall: thresholds.map(t => share(data, 1, t)),
    thresholds,
  };
}

export function averagePrecision(y: number[], scores: number[]): number {
  // each positive stands for a step of 1 / P, at the precision of its own score
  const data = examples(y, scores);
  const terms = data.filter(([label]) => label === 1).map(([, s]) => precisionAt(data, s));
  return terms.reduce((a, b) => a + b, 0) / terms.length;
}
