// The area as a sum of rectangles at the TPR before each step; same as lost ties.
const guard = (y: number[], s: number[]) => {
  if (y.length !== s.length) throw new TypeError('y and s');
  y.forEach((l, i) => {
    if ((l !== 0 && l !== 1) || !Number.isFinite(s[i])) throw new RangeError(`row ${i}`);
  });
};
const compute = (y: number[], s: number[]) => {
  guard(y, s);
  const t = [...new Set(s)].sort((a, b) => b - a);
  const tp = t.map(x => s.filter((v, i) => v >= x && y[i] === 1).length);
  const fp = t.map(x => s.filter((v, i) => v >= x && y[i] === 0).length);
  return { t, tp, fp, P: y.filter(l => l === 1).length, N: y.filter(l => l === 0).length };
};
export const rocCurve = (y: number[], scores: number[]) => {
  const { t, tp, fp, P, N } = compute(y, scores);
  return {
    fpr: [0, ...fp.map(c => c / N)],
    tpr: [0, ...tp.map(c => c / P)],
    thresholds: [Infinity, ...t],
  };
};
export const rocAuc = (y: number[], scores: number[]) => {
  const { fpr, tpr } = rocCurve(y, scores);
  let area = y.length ? 0 : NaN;
  for (let i = 0; i + 1 < fpr.length; i++) area += tpr[i] * (fpr[i + 1] - fpr[i]);
  return area;
};
export const prCurve = (y: number[], scores: number[]) => {
  const { t, tp, fp, P } = compute(y, scores);
  return {
    precision: tp.map((c, i) => c / (c + fp[i])),
    recall: tp.map(c => c / P),
    thresholds: t,
  };
};
export const averagePrecision = (y: number[], scores: number[]) => {
  const { precision, recall } = prCurve(y, scores);
  let ap = y.length ? 0 : NaN;
  let last = 0;
  recall.forEach((r, i) => {
    ap += (r - last) * precision[i];
    last = r;
  });
  return ap;
};
