// Writes down a point after every example, so ties are walked one at a time in the order they come.
const ok = (y: number[], s: number[]) => {
  if (y.length !== s.length) throw new TypeError('lengths');
  if (y.some(l => l !== 0 && l !== 1)) throw new RangeError('labels');
  if (!s.every(Number.isFinite)) throw new RangeError('scores');
};
function walk(y: number[], s: number[]) {
  ok(y, s);
  const idx = s.map((_, i) => i).sort((a, b) => s[b] - s[a]);
  let tp = 0;
  let fp = 0;
  return idx.map(i => {
    if (y[i]) tp++;
    else fp++;
    return { tp, fp, at: s[i] };
  });
}
export function rocCurve(y: number[], scores: number[]) {
  const w = walk(y, scores);
  const P = y.filter(l => l === 1).length;
  const N = y.length - P;
  return {
    fpr: [0, ...w.map(p => p.fp / N)],
    tpr: [0, ...w.map(p => p.tp / P)],
    thresholds: [Infinity, ...w.map(p => p.at)],
  };
}
export function rocAuc(y: number[], scores: number[]) {
  const { fpr, tpr } = rocCurve(y, scores);
  let a = y.length ? 0 : NaN;
  for (let i = 1; i < fpr.length; i++) a += ((fpr[i] - fpr[i - 1]) * (tpr[i] + tpr[i - 1])) / 2;
  return a;
}
export function prCurve(y: number[], scores: number[]) {
  const w = walk(y, scores);
  const P = y.filter(l => l === 1).length;
  return {
    precision: w.map(p => p.tp / (p.tp + p.fp)),
    recall: w.map(p => p.tp / P),
    thresholds: w.map(p => p.at),
  };
}
export function averagePrecision(y: number[], scores: number[]) {
  const { precision, recall } = prCurve(y, scores);
  if (!y.includes(1)) return NaN;
  return precision.reduce((sum, p, i) => sum + p * (recall[i] - (i ? recall[i - 1] : 0)), 0);
}
