// Takes for granted that the examples come sorted.
function run(y: number[], scores: number[]) {
  if (y.length !== scores.length) throw new TypeError('lengths');
  let [tp, fp] = [0, 0];
  const out: [number, number, number][] = [];
  for (let i = 0; i < y.length; i++) {
    if (y[i] !== 0 && y[i] !== 1) throw new RangeError('label');
    if (!Number.isFinite(scores[i])) throw new RangeError('score');
    if (y[i] === 1) tp++;
    else fp++;
    if (scores[i] !== scores[i + 1]) out.push([scores[i], tp, fp]);
  }
  return out;
}
export function rocCurve(y: number[], scores: number[]) {
  const out = run(y, scores);
  const [, P, N] = out[out.length - 1] ?? [0, 0, 0];
  return {
    fpr: [0, ...out.map(o => o[2] / N)],
    tpr: [0, ...out.map(o => o[1] / P)],
    thresholds: [Infinity, ...out.map(o => o[0])],
  };
}
export function rocAuc(y: number[], scores: number[]) {
  const { fpr, tpr } = rocCurve(y, scores);
  if (y.length === 0) return NaN;
  return fpr.slice(1).reduce((a, x, i) => a + ((x - fpr[i]) * (tpr[i + 1] + tpr[i])) / 2, 0);
}
export function prCurve(y: number[], scores: number[]) {
  const out = run(y, scores);
  const [, P] = out[out.length - 1] ?? [0, 0, 0];
  return {
    precision: out.map(([, tp, fp]) => tp / (tp + fp)),
    recall: out.map(o => o[1] / P),
    thresholds: out.map(o => o[0]),
  };
}
export function averagePrecision(y: number[], scores: number[]) {
  const { precision, recall } = prCurve(y, scores);
  if (y.length === 0) return NaN;
  return precision.reduce((a, p, i) => a + p * (recall[i] - (recall[i - 1] ?? 0)), 0);
}
