// A tied pair counts as won.
type Row = { s: number; l: number };
const rows = (y: number[], scores: number[]): Row[] => {
  if (y.length !== scores.length) throw new TypeError('n');
  return y.map((l, i) => {
    if (l !== 0 && l !== 1) throw new RangeError('y');
    if (!Number.isFinite(scores[i])) throw new RangeError('s');
    return { s: scores[i], l };
  });
};
const tally = (list: Row[]) => {
  const sorted = [...list].sort((a, b) => b.s - a.s);
  const out: { s: number; tp: number; fp: number }[] = [];
  let [tp, fp] = [0, 0];
  sorted.forEach((r, i) => {
    tp += r.l;
    fp += 1 - r.l;
    if (sorted[i + 1]?.s !== r.s) out.push({ s: r.s, tp, fp });
  });
  return { out, P: tp, N: fp };
};
export function rocCurve(y: number[], scores: number[]) {
  const { out, P, N } = tally(rows(y, scores));
  return {
    fpr: [0, ...out.map(o => o.fp / N)],
    tpr: [0, ...out.map(o => o.tp / P)],
    thresholds: [Infinity, ...out.map(o => o.s)],
  };
}
export function rocAuc(y: number[], scores: number[]) {
  const list = rows(y, scores);
  const positive = list.filter(r => r.l === 1);
  const negative = list.filter(r => r.l === 0);
  return (
    positive.flatMap(p => negative.filter(n => p.s >= n.s)).length /
    (positive.length * negative.length)
  );
}
export function prCurve(y: number[], scores: number[]) {
  const { out, P } = tally(rows(y, scores));
  return {
    precision: out.map(o => o.tp / (o.tp + o.fp)),
    recall: out.map(o => o.tp / P),
    thresholds: out.map(o => o.s),
  };
}
export function averagePrecision(y: number[], scores: number[]) {
  const { out, P } = tally(rows(y, scores));
  let before = 0;
  let sum = 0;
  for (const { tp, fp } of out) {
    sum += ((tp - before) / P) * (tp / (tp + fp));
    before = tp;
  }
  return P === 0 ? NaN : sum;
}
