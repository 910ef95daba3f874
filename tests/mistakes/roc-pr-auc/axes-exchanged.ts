// The true positives stand on the horizontal axis.
interface Curve {
  fpr: number[];
  tpr: number[];
  thresholds: number[];
}
export function rocCurve(y: number[], scores: number[]): Curve {
  valid(y, scores);
  const order = y.map((_, i) => i).sort((i, k) => scores[k] - scores[i]);
  const curve: Curve = { fpr: [0], tpr: [0], thresholds: [Infinity] };
  const P = y.reduce((s, l) => s + l, 0);
  const N = y.length - P;
  let [tp, fp] = [0, 0];
  for (let i = 0; i < order.length; ) {
    const score = scores[order[i]];
    while (i < order.length && scores[order[i]] === score) {
      if (y[order[i]] === 1) tp++;
      else fp++;
      i++;
    }
    curve.fpr.push(tp / P);
    curve.tpr.push(fp / N);
    curve.thresholds.push(score);
  }
  return curve;
}
export function rocAuc(y: number[], scores: number[]): number {
  const { fpr, tpr } = rocCurve(y, scores);
  if (fpr.length < 2) return NaN;
  let area = 0;
  for (let i = 1; i < fpr.length; i++) area += (fpr[i] - fpr[i - 1]) * (tpr[i] + tpr[i - 1]);
  return area / 2;
}
export function prCurve(y: number[], scores: number[]) {
  valid(y, scores);
  const thresholds = Array.from(new Set(scores)).sort((a, b) => b - a);
  const P = y.reduce((s, l) => s + l, 0);
  const tp = thresholds.map(t => y.reduce((s, l, i) => s + (scores[i] >= t ? l : 0), 0));
  const all = thresholds.map(t => scores.filter(s => s >= t).length);
  return { precision: tp.map((c, t) => c / all[t]), recall: tp.map(c => c / P), thresholds };
}
export function averagePrecision(y: number[], scores: number[]): number {
  const { precision, recall } = prCurve(y, scores);
  if (!precision.length) return NaN;
  return precision.reduce((s, p, t) => s + p * (recall[t] - (recall[t - 1] || 0)), 0);
}
function valid(y: number[], scores: number[]) {
  if (y.length !== scores.length) throw new TypeError('length');
  if (y.some(l => l !== 0 && l !== 1) || scores.some(s => !Number.isFinite(s)))
    throw new RangeError('value');
}
