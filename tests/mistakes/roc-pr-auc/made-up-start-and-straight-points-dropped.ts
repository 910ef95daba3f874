// Wrong, twice: the precision-recall curve begins with a made-up point (0, 1), and the ROC curve drops points on a straight line.
type Counts = [threshold: number, tp: number, fp: number][];

function counts(y: number[], scores: number[]): Counts {
  if (y.length !== scores.length) throw new TypeError('lengths differ');
  if (y.some(l => l !== 0 && l !== 1)) throw new RangeError('labels');
  if (scores.some(s => !Number.isFinite(s))) throw new RangeError('scores');
  const distinct = [...new Set(scores)].sort((a, b) => b - a);
  return distinct.map(t => {
    let tp = 0;
    let fp = 0;
    scores.forEach((s, i) => {
      if (s < t) return;
      if (y[i]) tp += 1;
      else fp += 1;
    });
    return [t, tp, fp];
  });
}

export function rocCurve(
  y: number[],
  scores: number[],
): { fpr: number[]; tpr: number[]; thresholds: number[] } {
  const all: Counts = [[Infinity, 0, 0], ...counts(y, scores)];
  const kept = all.filter(([, tp, fp], k) => {
    if (k === 0 || k === all.length - 1) return true;
    const [, tp0, fp0] = all[k - 1];
    const [, tp1, fp1] = all[k + 1];
    return (tp - tp0) * (fp1 - fp) !== (tp1 - tp) * (fp - fp0);
  });
  const [, P, N] = all[all.length - 1];
  return {
    fpr: kept.map(([, , fp]) => fp / N),
    tpr: kept.map(([, tp]) => tp / P),
    thresholds: kept.map(([t]) => t),
  };
}

export function rocAuc(y: number[], scores: number[]): number {
  const { fpr, tpr } = rocCurve(y, scores);
  if (fpr.length === 1) return NaN;
  return fpr.slice(1).reduce((s, x, k) => s + (x - fpr[k]) * 0.5 * (tpr[k] + tpr[k + 1]), 0);
}

export function prCurve(
  y: number[],
  scores: number[],
): { precision: number[]; recall: number[]; thresholds: number[] } {
  const all = counts(y, scores);
  const P = y.reduce((a, b) => a + b, 0);
  return {
    precision: [1, ...all.map(([, tp, fp]) => tp / (tp + fp))],
    recall: [0, ...all.map(([, tp]) => tp / P)],
    thresholds: [Infinity, ...all.map(([t]) => t)],
  };
}

export function averagePrecision(y: number[], scores: number[]): number {
  const { precision, recall } = prCurve(y, scores);
  if (!y.includes(1)) return NaN;
  let ap = 0;
  for (let k = 1; k < recall.length; k++) ap += (recall[k] - recall[k - 1]) * precision[k];
  return ap;
}
