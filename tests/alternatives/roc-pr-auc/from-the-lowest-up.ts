// Starts with everybody predicted positive and takes away from the lowest score up; lists are turned at the end.
function* descent(y: number[], scores: number[]): Generator<[number, number, number]> {
  const n = y.length;
  let tp = y.reduce((s, label) => s + label, 0);
  let fp = n - tp;
  const rows = Array.from({ length: n }, (_, i) => i);
  rows.sort((i, k) => (scores[i] < scores[k] ? -1 : scores[i] > scores[k] ? 1 : 0));
  let previous: number | undefined;
  for (const i of rows) {
    if (scores[i] !== previous) {
      previous = scores[i];
      yield [previous, tp, fp];
    }
    tp -= y[i];
    fp -= 1 - y[i];
  }
  yield [Infinity, tp, fp];
}

function steps(y: number[], scores: number[]) {
  if (y.length !== scores.length) throw new TypeError('lengths differ');
  if (y.some(label => !(label === 0 || label === 1)))
    throw new RangeError('a label is neither 0 nor 1');
  if (scores.some(score => !Number.isFinite(score))) throw new RangeError('a score is not finite');
  return [...descent(y, scores)].reverse();
}

export function rocCurve(y: number[], scores: number[]) {
  const all = steps(y, scores);
  const [, P, N] = all[all.length - 1];
  return {
    fpr: all.map(step => step[2] / N),
    tpr: all.map(step => step[1] / P),
    thresholds: all.map(step => step[0]),
  };
}

export function rocAuc(y: number[], scores: number[]) {
  const { fpr, tpr } = rocCurve(y, scores);
  // The shoelace formula for the polygon under the curve.
  let twice = 0;
  const xs = [...fpr, 1, 0];
  const ys = [...tpr, 0, 0];
  xs.forEach((x, t) => {
    const next = (t + 1) % xs.length;
    twice += xs[next] * ys[t] - x * ys[next];
  });
  return twice / 2;
}

export function prCurve(y: number[], scores: number[]) {
  const [nobody, ...all] = steps(y, scores);
  const P = all.length > 0 ? all[all.length - 1][1] : nobody[1];
  return {
    precision: all.map(([, tp, fp]) => tp / (tp + fp)),
    recall: all.map(([, tp]) => tp / P),
    thresholds: all.map(([threshold]) => threshold),
  };
}

export function averagePrecision(y: number[], scores: number[]) {
  const { precision, recall } = prCurve(y, scores);
  if (recall.length === 0) return NaN;
  // Summed by parts: recall times the falls of precision.
  const last = precision.length - 1;
  return recall.reduce(
    (sum, r, t) => sum + r * (precision[t] - (t < last ? precision[t + 1] : 0)),
    0,
  );
}
