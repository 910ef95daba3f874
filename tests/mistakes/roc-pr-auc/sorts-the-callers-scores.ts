// Sorts the scores that it was given, in place, after pairing them with their labels.
function groups(y: number[], scores: number[]) {
  if (y.length !== scores.length) throw new TypeError('lengths');
  if (y.some(l => l !== 0 && l !== 1)) throw new RangeError('label');
  if (scores.some(s => !Number.isFinite(s))) throw new RangeError('score');
  const pairs = scores.map((s, i) => [s, y[i]]);
  scores.sort((a, b) => b - a);
  const distinct = scores.filter((s, i) => s !== scores[i - 1]);
  return distinct.map(s => {
    const above = pairs.filter(p => p[0] >= s);
    const tp = above.filter(p => p[1] === 1).length;
    return { s, tp, fp: above.length - tp };
  });
}
export function rocCurve(y: number[], scores: number[]) {
  const g = groups(y, scores);
  const P = y.filter(l => l === 1).length;
  return {
    fpr: [0, ...g.map(x => x.fp / (y.length - P))],
    tpr: [0, ...g.map(x => x.tp / P)],
    thresholds: [Infinity, ...g.map(x => x.s)],
  };
}
export function rocAuc(y: number[], scores: number[]) {
  const { fpr, tpr } = rocCurve(y, [...scores]);
  if (!y.length) return NaN;
  return fpr.reduce(
    (a, x, i) => (i === 0 ? 0 : a + ((x - fpr[i - 1]) * (tpr[i] + tpr[i - 1])) / 2),
    0,
  );
}
export function prCurve(y: number[], scores: number[]) {
  const g = groups(y, scores);
  const P = y.filter(l => l === 1).length;
  return {
    precision: g.map(x => x.tp / (x.tp + x.fp)),
    recall: g.map(x => x.tp / P),
    thresholds: g.map(x => x.s),
  };
}
export function averagePrecision(y: number[], scores: number[]) {
  const { precision, recall } = prCurve(y, [...scores]);
  if (!y.length) return NaN;
  return precision.reduce((a, p, i) => a + p * (recall[i] - (i > 0 ? recall[i - 1] : 0)), 0);
}
