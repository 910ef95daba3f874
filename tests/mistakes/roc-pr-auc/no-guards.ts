// Right numbers, nothing is refused.
function go(y: number[], scores: number[]) {
  const order = scores.map((_, i) => i).sort((a, b) => scores[b] - scores[a]);
  let [tp, fp] = [0, 0];
  const out: number[][] = [];
  for (let k = 0; k < order.length; k++) {
    if (y[order[k]] === 1) tp++;
    else fp++;
    if (k === order.length - 1 || scores[order[k]] > scores[order[k + 1]])
      out.push([scores[order[k]], tp, fp]);
  }
  return { out, P: tp, N: fp };
}
export function rocCurve(y: number[], scores: number[]) {
  const { out, P, N } = go(y, scores);
  return {
    fpr: [0, ...out.map(o => o[2] / N)],
    tpr: [0, ...out.map(o => o[1] / P)],
    thresholds: [Infinity, ...out.map(o => o[0])],
  };
}
export function rocAuc(y: number[], scores: number[]) {
  const { out, P, N } = go(y, scores);
  let [a, x, h] = [0, 0, 0];
  for (const [, tp, fp] of out) {
    a += (fp - x) * (tp + h);
    x = fp;
    h = tp;
  }
  return a / (2 * P * N);
}
export function prCurve(y: number[], scores: number[]) {
  const { out, P } = go(y, scores);
  return {
    precision: out.map(([, tp, fp]) => tp / (tp + fp)),
    recall: out.map(o => o[1] / P),
    thresholds: out.map(o => o[0]),
  };
}
export function averagePrecision(y: number[], scores: number[]) {
  const { out, P } = go(y, scores);
  let [a, h] = [0, 0];
  for (const [, tp, fp] of out) {
    a += ((tp - h) * tp) / (tp + fp);
    h = tp;
  }
  return a / P;
}
