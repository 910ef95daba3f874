// Two mistakes: the group of the lowest score is never written down, and recall's first step is left out of AP.
function build(y: number[], scores: number[]) {
  if (y.length !== scores.length) throw new TypeError('lengths');
  if (y.some(l => l !== 0 && l !== 1)) throw new RangeError('labels');
  if (scores.some(s => !Number.isFinite(s))) throw new RangeError('scores');
  const order = [...y.keys()].sort((a, b) => scores[b] - scores[a]);
  const out: { s: number; tp: number; fp: number }[] = [];
  let [tp, fp] = [0, 0];
  order.forEach((i, k) => {
    if (k > 0 && scores[i] !== scores[order[k - 1]]) out.push({ s: scores[order[k - 1]], tp, fp });
    if (y[i] === 1) tp++;
    else fp++;
  });
  return { out, P: tp, N: fp };
}
export function rocCurve(y: number[], scores: number[]) {
  const { out, P, N } = build(y, scores);
  return {
    fpr: [0, ...out.map(o => o.fp / N)],
    tpr: [0, ...out.map(o => o.tp / P)],
    thresholds: [Infinity, ...out.map(o => o.s)],
  };
}
export function rocAuc(y: number[], scores: number[]) {
  if (new Set(y).size < 2) return NaN;
  const { fpr, tpr } = rocCurve(y, scores);
  let a = 0;
  for (let i = 1; i < fpr.length; i++) a += ((fpr[i] - fpr[i - 1]) * (tpr[i] + tpr[i - 1])) / 2;
  return a;
}
export function prCurve(y: number[], scores: number[]) {
  const { out, P } = build(y, scores);
  return {
    precision: out.map(o => o.tp / (o.tp + o.fp)),
    recall: out.map(o => o.tp / P),
    thresholds: out.map(o => o.s),
  };
}
export function averagePrecision(y: number[], scores: number[]) {
  if (!y.includes(1)) return NaN;
  const { precision, recall } = prCurve(y, scores);
  let a = 0;
  for (let i = 1; i < recall.length; i++) a += (recall[i] - recall[i - 1]) * precision[i];
  return a;
}
