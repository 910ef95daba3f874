// The area from pairs, but a tied pair counts as lost.
function checked(y: number[], scores: number[]) {
  if (y.length !== scores.length) throw new TypeError('unequal lengths');
  const rows = y.map((label, i) => [scores[i], label] as const);
  for (const [score, label] of rows) {
    if (label !== 0 && label !== 1) throw new RangeError(`label ${label}`);
    if (!Number.isFinite(score)) throw new RangeError(`score ${score}`);
  }
  return rows;
}
function cumulated(y: number[], scores: number[]) {
  const groups = new Map<number, number[]>();
  for (const [score, label] of checked(y, scores))
    groups.set(score, [...(groups.get(score) ?? []), label]);
  let tp = 0;
  let fp = 0;
  return [...groups]
    .sort((a, b) => b[0] - a[0])
    .map(([score, labels]) => {
      for (const label of labels) label === 1 ? tp++ : fp++;
      return { score, tp, fp };
    });
}
export function rocCurve(y: number[], scores: number[]) {
  const steps = cumulated(y, scores);
  const last = steps.at(-1) ?? { tp: 0, fp: 0 };
  return {
    fpr: [0].concat(steps.map(s => s.fp / last.fp)),
    tpr: [0].concat(steps.map(s => s.tp / last.tp)),
    thresholds: [Infinity].concat(steps.map(s => s.score)),
  };
}
export function rocAuc(y: number[], scores: number[]) {
  const rows = checked(y, scores);
  const positives = rows.filter(([, label]) => label === 1);
  const negatives = rows.filter(([, label]) => label === 0);
  let won = 0;
  for (const [p] of positives) for (const [n] of negatives) if (p > n) won++;
  return won / (positives.length * negatives.length);
}
export function prCurve(y: number[], scores: number[]) {
  const steps = cumulated(y, scores);
  const all = y.filter(label => label === 1).length;
  return {
    precision: steps.map(s => s.tp / (s.tp + s.fp)),
    recall: steps.map(s => s.tp / all),
    thresholds: steps.map(s => s.score),
  };
}
export function averagePrecision(y: number[], scores: number[]) {
  const { precision, recall } = prCurve(y, scores);
  if (recall.length === 0) return NaN;
  return recall.map((r, t) => (r - (recall[t - 1] ?? 0)) * precision[t]).reduce((a, b) => a + b, 0);
}
