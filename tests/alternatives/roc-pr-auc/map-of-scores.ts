// A Map from score to its two counts; keys are sorted once and folded into running sums.
export function rocCurve(y: number[], scores: number[]) {
  const { rows, P, N } = cumulate(y, scores);
  const out = { fpr: [0], tpr: [0], thresholds: [Number.POSITIVE_INFINITY] };
  for (const [score, tp, fp] of rows) {
    out.fpr.push(fp / N);
    out.tpr.push(tp / P);
    out.thresholds.push(score);
  }
  return out;
}

export function rocAuc(y: number[], scores: number[]) {
  const { rows, P, N } = cumulate(y, scores);
  if (P === 0 || N === 0) return Number.NaN;
  // Twice the area in units of pairs: whole numbers until the end.
  let twice = 0;
  let [lastTp, lastFp] = [0, 0];
  for (const [, tp, fp] of rows) {
    twice += (fp - lastFp) * (tp + lastTp);
    [lastTp, lastFp] = [tp, fp];
  }
  return twice / (2 * P * N);
}

export function prCurve(y: number[], scores: number[]) {
  const { rows, P } = cumulate(y, scores);
  return {
    precision: rows.map(([, tp, fp]) => tp / (tp + fp)),
    recall: rows.map(([, tp]) => tp / P),
    thresholds: rows.map(([score]) => score),
  };
}

export function averagePrecision(y: number[], scores: number[]) {
  const { precision, recall } = prCurve(y, scores);
  if (!y.includes(1)) return Number.NaN;
  let area = 0;
  for (let t = precision.length - 1; t >= 0; t--)
    area += precision[t] * (recall[t] - (recall[t - 1] ?? 0));
  return area;
}

function cumulate(y: number[], scores: number[]) {
  const counts = new Map<number, [number, number]>();
  const n = Math.max(y.length, scores.length);
  for (let i = 0; i < n; i++) {
    if (i >= y.length || i >= scores.length) throw new TypeError('the lists are not of one length');
    const [label, score] = [y[i], scores[i]];
    if (label * (1 - label) !== 0) throw new RangeError(`label ${i}`);
    if (!(score > -Infinity && score < Infinity)) throw new RangeError(`score ${i}`);
    const pair = counts.get(score) ?? [0, 0];
    pair[1 - label] += 1;
    counts.set(score, pair);
  }
  let [P, N] = [0, 0];
  const rows = [...counts.keys()]
    .sort((a, b) => b - a)
    .map((score): [number, number, number] => {
      const [positives, negatives] = counts.get(score) as [number, number];
      P += positives;
      N += negatives;
      return [score, P, N];
    });
  return { rows, P, N };
}
