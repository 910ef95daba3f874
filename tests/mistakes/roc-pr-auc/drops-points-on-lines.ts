// Leaves out points of the ROC curve that lie on a straight line, as a library does by default.
function base(y: number[], scores: number[]) {
  if (y.length !== scores.length) throw new TypeError('lengths');
  for (const l of y) if (l !== 0 && l !== 1) throw new RangeError('labels');
  for (const s of scores)
    if (Number.isNaN(s) || s === Infinity || s === -Infinity) throw new RangeError('scores');
  const sorted = scores.map((s, i) => ({ s, l: y[i] })).sort((a, b) => b.s - a.s);
  const points: { tp: number; fp: number; s: number }[] = [];
  let [tp, fp] = [0, 0];
  sorted.forEach(({ s, l }, i) => {
    tp += l;
    fp += 1 - l;
    if (i === sorted.length - 1 || sorted[i + 1].s !== s) points.push({ tp, fp, s });
  });
  return { points, P: tp, N: fp };
}
export function rocCurve(y: number[], scores: number[]) {
  const { points, P, N } = base(y, scores);
  const all = [{ tp: 0, fp: 0, s: Infinity }, ...points];
  const kept = all.filter((p, i) => {
    if (i === 0 || i === all.length - 1) return true;
    const [a, b] = [all[i - 1], all[i + 1]];
    return (p.fp - a.fp) * (b.tp - p.tp) !== (p.tp - a.tp) * (b.fp - p.fp);
  });
  return {
    fpr: kept.map(p => p.fp / N),
    tpr: kept.map(p => p.tp / P),
    thresholds: kept.map(p => p.s),
  };
}
export function rocAuc(y: number[], scores: number[]) {
  const { fpr, tpr } = rocCurve(y, scores);
  if (y.length === 0) return NaN;
  let a = 0;
  for (let i = 1; i < fpr.length; i++) a += ((fpr[i] - fpr[i - 1]) * (tpr[i] + tpr[i - 1])) / 2;
  return a;
}
export function prCurve(y: number[], scores: number[]) {
  const { points, P } = base(y, scores);
  return {
    precision: points.map(p => p.tp / (p.tp + p.fp)),
    recall: points.map(p => p.tp / P),
    thresholds: points.map(p => p.s),
  };
}
export function averagePrecision(y: number[], scores: number[]) {
  const { points, P } = base(y, scores);
  let a = 0;
  points.forEach((p, i) => {
    a += (p.tp - (points[i - 1]?.tp ?? 0)) * (p.tp / (p.tp + p.fp));
  });
  return a / P;
}
