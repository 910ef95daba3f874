// Groups scores under the keys of an object; whole numbers come first there, in rising order, and nothing sorts them.
type Group = { p: number; n: number };
function grouped(y: number[], scores: number[]) {
  if (y.length !== scores.length) throw new TypeError('lengths');
  const groups: Record<string, Group> = {};
  [...y.keys()]
    .sort((a, b) => scores[b] - scores[a])
    .forEach(i => {
      if (y[i] !== 0 && y[i] !== 1) throw new RangeError('label');
      if (!Number.isFinite(scores[i])) throw new RangeError('score');
      groups[scores[i]] ??= { p: 0, n: 0 };
      groups[scores[i]][y[i] === 1 ? 'p' : 'n'] += 1;
    });
  let [tp, fp] = [0, 0];
  return Object.entries(groups).map(([key, g]) => {
    tp += g.p;
    fp += g.n;
    return { s: Number(key), tp, fp };
  });
}
const ends = (g: { tp: number; fp: number }[]) => g[g.length - 1] ?? { tp: 0, fp: 0 };
export function rocCurve(y: number[], scores: number[]) {
  const g = grouped(y, scores);
  const { tp, fp } = ends(g);
  return {
    fpr: [0, ...g.map(x => x.fp / fp)],
    tpr: [0, ...g.map(x => x.tp / tp)],
    thresholds: [Infinity, ...g.map(x => x.s)],
  };
}
export function rocAuc(y: number[], scores: number[]) {
  const { fpr, tpr } = rocCurve(y, scores);
  let a = y.length > 0 ? 0 : NaN;
  fpr.forEach((x, i) => {
    if (i > 0) a += ((x - fpr[i - 1]) * (tpr[i] + tpr[i - 1])) / 2;
  });
  return a;
}
export function prCurve(y: number[], scores: number[]) {
  const g = grouped(y, scores);
  const { tp } = ends(g);
  return {
    precision: g.map(x => x.tp / (x.tp + x.fp)),
    recall: g.map(x => x.tp / tp),
    thresholds: g.map(x => x.s),
  };
}
export function averagePrecision(y: number[], scores: number[]) {
  const { precision, recall } = prCurve(y, scores);
  if (y.length === 0) return NaN;
  return precision.reduce((a, p, i) => a + p * (recall[i] - (recall[i - 1] ?? 0)), 0);
}
