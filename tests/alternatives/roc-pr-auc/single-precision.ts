// Rates and areas are kept in single precision; scores are compared as they came.
const f = Math.fround;

function counts(y: number[], scores: number[]) {
  if (y.length !== scores.length) throw new TypeError('n');
  y.forEach((label, i) => {
    if (label !== 0 && label !== 1) throw new RangeError('y');
    if (!Number.isFinite(scores[i])) throw new RangeError('scores');
  });
  const at = [...new Set(scores)].sort((a, b) => b - a);
  const place = new Map(at.map((score, t) => [score, t]));
  const tp = new Uint32Array(at.length);
  const fp = new Uint32Array(at.length);
  y.forEach((label, i) => {
    (label === 1 ? tp : fp)[place.get(scores[i]) as number] += 1;
  });
  for (let t = 1; t < at.length; t += 1) {
    tp[t] += tp[t - 1];
    fp[t] += fp[t - 1];
  }
  return { at, tp: Array.from(tp), fp: Array.from(fp), P: tp[at.length - 1], N: fp[at.length - 1] };
}

export function rocCurve(y: number[], scores: number[]) {
  const { at, tp, fp, P, N } = counts(y, scores);
  return {
    fpr: [0, ...fp.map(c => f(c / N))],
    tpr: [0, ...tp.map(c => f(c / P))],
    thresholds: [Infinity, ...at],
  };
}
export function rocAuc(y: number[], scores: number[]) {
  const { fpr, tpr } = rocCurve(y, scores);
  if (fpr.length === 1) return NaN;
  let area = 0;
  for (let t = 1; t < fpr.length; t++)
    area = f(area + f(f(fpr[t] - fpr[t - 1]) * f(f(tpr[t] + tpr[t - 1]) / 2)));
  return area;
}
export function prCurve(y: number[], scores: number[]) {
  const { at, tp, fp, P } = counts(y, scores);
  return {
    precision: tp.map((c, t) => f(c / (c + fp[t]))),
    recall: tp.map(c => f(c / P)),
    thresholds: at,
  };
}
export function averagePrecision(y: number[], scores: number[]) {
  const { precision, recall } = prCurve(y, scores);
  if (recall.length === 0) return NaN;
  let previous = 0;
  return precision.reduce((sum, p, t) => {
    const step = f(recall[t] - previous);
    previous = recall[t];
    return f(sum + f(step * p));
  }, 0);
}
