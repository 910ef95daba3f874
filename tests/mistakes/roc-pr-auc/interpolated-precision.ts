// Average precision with each precision raised to the best that follows.
const list = (y: number[], scores: number[]) => {
  if (y.length !== scores.length) throw new TypeError('!');
  if (!y.every(l => l === 0 || l === 1) || !scores.every(s => Number.isFinite(s)))
    throw new RangeError('!');
  const out: { at: number; tp: number; fp: number }[] = [];
  for (const i of [...y.keys()].sort((a, b) => scores[b] - scores[a])) {
    const last = out.at(-1);
    if (last?.at === scores[i]) {
      last.tp += y[i];
      last.fp += 1 - y[i];
    } else out.push({ at: scores[i], tp: (last?.tp ?? 0) + y[i], fp: (last?.fp ?? 0) + 1 - y[i] });
  }
  return out;
};
export function rocCurve(y: number[], scores: number[]) {
  const out = [{ at: Infinity, tp: 0, fp: 0 }, ...list(y, scores)];
  const { tp, fp } = out[out.length - 1];
  return {
    fpr: out.map(o => o.fp / fp),
    tpr: out.map(o => o.tp / tp),
    thresholds: out.map(o => o.at),
  };
}
export function rocAuc(y: number[], scores: number[]) {
  const { fpr, tpr } = rocCurve(y, scores);
  let a = fpr[0] * 0;
  for (let i = 1; i < fpr.length; i++) a += (fpr[i] - fpr[i - 1]) * 0.5 * (tpr[i] + tpr[i - 1]);
  return a;
}
export function prCurve(y: number[], scores: number[]) {
  const out = list(y, scores);
  const P = out.at(-1)?.tp ?? 0;
  return {
    precision: out.map(o => o.tp / (o.tp + o.fp)),
    recall: out.map(o => o.tp / P),
    thresholds: out.map(o => o.at),
  };
}
export function averagePrecision(y: number[], scores: number[]) {
  const { precision, recall } = prCurve(y, scores);
  if (y.length === 0) return NaN;
  const best = precision.map((_, t) => Math.max(...precision.slice(t)));
  return best.reduce((a, p, t) => a + p * (recall[t] - (t === 0 ? 0 : recall[t - 1])), 0);
}
