// Wrong on rare input: scores are grouped by toFixed(5), so scores that differ in the sixth digit cross together.
function verify(y: number[], scores: number[]): void {
  if (y.length !== scores.length) throw new Error('lengths');
  for (const label of y) if (label !== 0 && label !== 1) throw new Error('label');
  for (const score of scores)
    if (Number.isNaN(score) || Math.abs(score) === Infinity) throw new Error('score');
}

function groups(y: number[], scores: number[]): { score: number; labels: number[] }[] {
  verify(y, scores);
  const buckets: Record<string, { score: number; labels: number[] }> = {};
  y.forEach((label, i) => {
    const key = `s${scores[i].toFixed(5)}`;
    buckets[key] ??= { score: scores[i], labels: [] };
    buckets[key].labels.push(label);
  });
  return Object.values(buckets).sort((a, b) => b.score - a.score);
}

function walk(y: number[], scores: number[]): { score: number; tp: number; fp: number }[] {
  let tp = 0;
  let fp = 0;
  return groups(y, scores).map(({ score, labels }) => {
    const ones = labels.filter(l => l === 1).length;
    tp += ones;
    fp += labels.length - ones;
    return { score, tp, fp };
  });
}

export function rocCurve(
  y: number[],
  scores: number[],
): { fpr: number[]; tpr: number[]; thresholds: number[] } {
  const path = [{ score: Infinity, tp: 0, fp: 0 }, ...walk(y, scores)];
  const end = path[path.length - 1];
  return {
    fpr: path.map(p => p.fp / end.fp),
    tpr: path.map(p => p.tp / end.tp),
    thresholds: path.map(p => p.score),
  };
}

export function rocAuc(y: number[], scores: number[]): number {
  const { fpr, tpr } = rocCurve(y, scores);
  let area = 0;
  fpr.forEach((x, k) => {
    if (k > 0) area += ((x - fpr[k - 1]) * (tpr[k - 1] + tpr[k])) / 2;
  });
  return y.includes(0) && y.includes(1) ? area : NaN;
}

export function prCurve(
  y: number[],
  scores: number[],
): { precision: number[]; recall: number[]; thresholds: number[] } {
  const path = walk(y, scores);
  const P = y.filter(l => l === 1).length;
  return {
    precision: path.map(({ tp, fp }) => tp / (tp + fp)),
    recall: path.map(({ tp }) => tp / P),
    thresholds: path.map(({ score }) => score),
  };
}

export function averagePrecision(y: number[], scores: number[]): number {
  const { precision, recall } = prCurve(y, scores);
  return y.includes(1)
    ? precision.reduce((s, p, k) => s + p * (recall[k] - (recall[k - 1] ?? 0)), 0)
    : NaN;
}
