// Two mistakes: precision divides by the number of points so far, and scores may be infinite.
function line(y: number[], scores: number[]) {
  if (y.length !== scores.length) throw new TypeError('lengths');
  if (y.some(l => l !== 0 && l !== 1)) throw new RangeError('label');
  if (scores.some(s => Number.isNaN(s))) throw new RangeError('score');
  const rows = scores.map((s, i) => ({ s, l: y[i] })).sort((a, b) => b.s - a.s);
  const out: { s: number; tp: number; fp: number }[] = [];
  let [tp, fp] = [0, 0];
  rows.forEach((r, i) => {
    if (r.l) tp++;
    else fp++;
    if (i + 1 === rows.length || rows[i + 1].s < r.s) out.push({ s: r.s, tp, fp });
  });
  return { out, P: tp, N: fp };
}
export function rocCurve(y: number[], scores: number[]) {
  const { out, P, N } = line(y, scores);
  return {
    fpr: [0, ...out.map(o => o.fp / N)],
    tpr: [0, ...out.map(o => o.tp / P)],
    thresholds: [Infinity, ...out.map(o => o.s)],
  };
}
export function rocAuc(y: number[], scores: number[]) {
  const { out, P, N } = line(y, scores);
  let sum = 0;
  out.forEach((o, i) => {
    const b = out[i - 1] ?? { tp: 0, fp: 0 };
    sum += (o.fp - b.fp) * (o.tp + b.tp);
  });
  return sum / (2 * P * N);
}
export function prCurve(y: number[], scores: number[]) {
  const { out, P } = line(y, scores);
  return {
    precision: out.map((o, i) => o.tp / (i + 1)),
    recall: out.map(o => o.tp / P),
    thresholds: out.map(o => o.s),
  };
}
export function averagePrecision(y: number[], scores: number[]) {
  const { precision, recall } = prCurve(y, scores);
  if (!y.length) return NaN;
  return precision.reduce((a, p, i) => a + p * (recall[i] - (i ? recall[i - 1] : 0)), 0);
}
