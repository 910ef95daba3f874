// Wrong, twice: each example is a point of its own even among equal scores, and the average precision is a sum of trapezia.
interface Point {
  tp: number;
  fp: number;
  at: number;
}

function points(y: number[], scores: number[]): Point[] {
  if (y.length !== scores.length) throw new RangeError('length');
  const pairs = y.map((label, i) => {
    if (label !== 0 && label !== 1) throw new RangeError('label');
    if (!Number.isFinite(scores[i])) throw new RangeError('score');
    return { label, score: scores[i] };
  });
  pairs.sort((a, b) => b.score - a.score);
  const out: Point[] = [];
  let tp = 0;
  for (let k = 0; k < pairs.length; k++) {
    tp += pairs[k].label;
    out.push({ tp, fp: k + 1 - tp, at: pairs[k].score });
  }
  return out;
}

export function rocCurve(
  y: number[],
  scores: number[],
): { fpr: number[]; tpr: number[]; thresholds: number[] } {
  const list = points(y, scores);
  const last = list[list.length - 1] ?? { tp: 0, fp: 0 };
  const curve = { fpr: [0], tpr: [0], thresholds: [Infinity] };
  for (const p of list) {
    curve.fpr.push(p.fp / last.fp);
    curve.tpr.push(p.tp / last.tp);
    curve.thresholds.push(p.at);
  }
  return curve;
}

export function rocAuc(y: number[], scores: number[]): number {
  const { fpr, tpr } = rocCurve(y, scores);
  if (fpr.length === 1) return NaN;
  let area = 0;
  for (let k = 1; k < fpr.length; k++) area += ((fpr[k] - fpr[k - 1]) * (tpr[k] + tpr[k - 1])) / 2;
  return area;
}

export function prCurve(
  y: number[],
  scores: number[],
): { precision: number[]; recall: number[]; thresholds: number[] } {
  const list = points(y, scores);
  const P = y.filter(Boolean).length;
  return {
    precision: list.map(p => p.tp / (p.tp + p.fp)),
    recall: list.map(p => p.tp / P),
    thresholds: list.map(p => p.at),
  };
}

export function averagePrecision(y: number[], scores: number[]): number {
  const { precision, recall } = prCurve(y, scores);
  if (!y.includes(1)) return NaN;
  return recall.reduce((sum, r, k) => {
    const [r0, p0] = k === 0 ? [0, precision[0]] : [recall[k - 1], precision[k - 1]];
    return sum + ((r - r0) * (precision[k] + p0)) / 2;
  }, 0);
}
