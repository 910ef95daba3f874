// Tries a hundred thresholds between 0 and 1.
function points(y: number[], scores: number[]) {
  if (y.length !== scores.length) throw new TypeError('lengths');
  for (const l of y) if (l !== 0 && l !== 1) throw new RangeError('label');
  for (const s of scores) if (!Number.isFinite(s)) throw new RangeError('score');
  const thresholds = Array.from({ length: 101 }, (_, i) => 1 - i / 100);
  const at = thresholds.map(t => {
    let tp = 0;
    let fp = 0;
    y.forEach((label, i) => {
      if (!(scores[i] >= t)) return;
      if (label === 1) tp += 1;
      else fp += 1;
    });
    return { t, tp, fp };
  });
  const P = y.filter(label => label === 1).length;
  return { at, P, N: y.length - P };
}
export function rocCurve(y: number[], scores: number[]) {
  const { at, P, N } = points(y, scores);
  return {
    fpr: [0, ...at.map(c => c.fp / N)],
    tpr: [0, ...at.map(c => c.tp / P)],
    thresholds: [Infinity, ...at.map(c => c.t)],
  };
}
export function rocAuc(y: number[], scores: number[]): number {
  const { fpr, tpr } = rocCurve(y, scores);
  let area = 0;
  for (let i = 1; i < fpr.length; i++) area += (fpr[i] - fpr[i - 1]) * (tpr[i] + tpr[i - 1]) * 0.5;
  return y.length === 0 ? NaN : area;
}
export function prCurve(y: number[], scores: number[]) {
  const { at, P } = points(y, scores);
  return {
    precision: at.map(c => c.tp / (c.tp + c.fp)),
    recall: at.map(c => c.tp / P),
    thresholds: at.map(c => c.t),
  };
}
export function averagePrecision(y: number[], scores: number[]): number {
  const { precision, recall } = prCurve(y, scores);
  let ap = 0;
  for (let i = 0; i < recall.length; i++)
    ap += (recall[i] - (i === 0 ? 0 : recall[i - 1])) * precision[i];
  return y.length === 0 ? NaN : ap;
}
