// Begins with 0 as "the score before", so a highest score of 0 opens no group of its own.
function sweep(y: number[], scores: number[]) {
  if (y.length !== scores.length) throw new TypeError('lengths');
  y.forEach((l, i) => {
    if (l !== 0 && l !== 1) throw new RangeError('label');
    if (!Number.isFinite(scores[i])) throw new RangeError('score');
  });
  const order = [...y.keys()].sort((a, b) => scores[b] - scores[a]);
  const tp: number[] = [];
  const fp: number[] = [];
  const at: number[] = [];
  let previous = 0;
  let [p, n] = [0, 0];
  order.forEach((i, k) => {
    if (scores[i] !== previous && k > 0) {
      at.push(previous);
      tp.push(p);
      fp.push(n);
    }
    if (y[i] === 1) p++;
    else n++;
    previous = scores[i] || previous;
  });
  if (order.length > 0) {
    at.push(previous);
    tp.push(p);
    fp.push(n);
  }
  return { at, tp, fp, P: p, N: n };
}
export function rocCurve(y: number[], scores: number[]) {
  const { at, tp, fp, P, N } = sweep(y, scores);
  return {
    fpr: [0, ...fp.map(c => c / N)],
    tpr: [0, ...tp.map(c => c / P)],
    thresholds: [Infinity, ...at],
  };
}
export function rocAuc(y: number[], scores: number[]) {
  const { tp, fp, P, N } = sweep(y, scores);
  let a = 0;
  for (let i = 0; i < tp.length; i++) a += (fp[i] - (fp[i - 1] ?? 0)) * (tp[i] + (tp[i - 1] ?? 0));
  return a / (2 * P * N);
}
export function prCurve(y: number[], scores: number[]) {
  const { at, tp, fp, P } = sweep(y, scores);
  return {
    precision: tp.map((c, i) => c / (c + fp[i])),
    recall: tp.map(c => c / P),
    thresholds: at,
  };
}
export function averagePrecision(y: number[], scores: number[]) {
  const { tp, fp, P } = sweep(y, scores);
  let a = 0;
  for (let i = 0; i < tp.length; i++) a += ((tp[i] - (tp[i - 1] ?? 0)) * tp[i]) / (tp[i] + fp[i]);
  return a / P;
}
