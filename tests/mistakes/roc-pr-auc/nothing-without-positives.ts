// Average precision without positives is 0 "because nothing was found".
function table(y: number[], scores: number[]) {
  if (y.length !== scores.length) throw new TypeError('rows');
  for (let i = 0; i < y.length; i++) {
    if (![0, 1].includes(y[i])) throw new RangeError('label');
    if (!Number.isFinite(scores[i])) throw new RangeError('score');
  }
  const falling = [...new Set(scores)].sort((a, b) => b - a);
  return falling.map(t => ({
    t,
    tp: y.filter((l, i) => l === 1 && scores[i] >= t).length,
    fp: y.filter((l, i) => l === 0 && scores[i] >= t).length,
  }));
}
export function rocCurve(y: number[], scores: number[]) {
  const rows = table(y, scores);
  const { tp: P, fp: N } = rows.at(-1) ?? { tp: 0, fp: 0 };
  return {
    fpr: [0, ...rows.map(r => r.fp / N)],
    tpr: [0, ...rows.map(r => r.tp / P)],
    thresholds: [Infinity, ...rows.map(r => r.t)],
  };
}
export function rocAuc(y: number[], scores: number[]) {
  const rows = [{ tp: 0, fp: 0 }, ...table(y, scores)];
  const { tp: P, fp: N } = rows[rows.length - 1];
  if (P * N === 0) return NaN;
  let area = 0;
  for (let i = 1; i < rows.length; i++)
    area += ((rows[i].fp - rows[i - 1].fp) * (rows[i].tp + rows[i - 1].tp)) / 2;
  return area / P / N;
}
export function prCurve(y: number[], scores: number[]) {
  const rows = table(y, scores);
  const P = rows.at(-1)?.tp ?? 0;
  return {
    precision: rows.map(r => r.tp / (r.tp + r.fp)),
    recall: rows.map(r => r.tp / P),
    thresholds: rows.map(r => r.t),
  };
}
export function averagePrecision(y: number[], scores: number[]) {
  const { precision, recall } = prCurve(y, scores);
  let sum = 0;
  for (let t = 0; t < recall.length; t++) {
    const step = recall[t] - (t ? recall[t - 1] : 0);
    if (step > 0) sum += step * precision[t];
  }
  return sum;
}
