// Wrong: the area counts the pairs that the positive wins, and gives nothing for a pair of equal scores.
function split(y: number[], scores: number[]): { positive: number[]; negative: number[] } {
  if (y.length !== scores.length) throw new RangeError('lengths');
  const positive: number[] = [];
  const negative: number[] = [];
  y.forEach((label, i) => {
    if (!Number.isFinite(scores[i])) throw new RangeError('scores');
    if (label === 1) positive.push(scores[i]);
    else if (label === 0) negative.push(scores[i]);
    else throw new RangeError('labels');
  });
  return { positive, negative };
}

const atLeast = (list: number[], t: number): number =>
  list.reduce((c, s) => c + (s >= t ? 1 : 0), 0);

function levels(...lists: number[][]): number[] {
  const rising: number[] = [];
  for (const s of lists.flat().sort((a, b) => a - b)) {
    if (rising[rising.length - 1] !== s) rising.push(s);
  }
  return rising.reverse();
}

export function rocCurve(
  y: number[],
  scores: number[],
): { fpr: number[]; tpr: number[]; thresholds: number[] } {
  const { positive, negative } = split(y, scores);
  const thresholds = levels([Infinity], positive, negative);
  return {
    fpr: thresholds.map(t => atLeast(negative, t) / negative.length),
    tpr: thresholds.map(t => atLeast(positive, t) / positive.length),
    thresholds,
  };
}

export function rocAuc(y: number[], scores: number[]): number {
  const { positive, negative } = split(y, scores);
  if (positive.length === 0 || negative.length === 0) return NaN;
  let won = 0;
  for (const p of positive) for (const q of negative) if (p > q) won++;
  return won / positive.length / negative.length;
}

export function prCurve(
  y: number[],
  scores: number[],
): { precision: number[]; recall: number[]; thresholds: number[] } {
  const { positive, negative } = split(y, scores);
  const thresholds = levels(positive, negative);
  const tp = thresholds.map(t => atLeast(positive, t));
  return {
    precision: tp.map((c, k) => c / (c + atLeast(negative, thresholds[k]))),
    recall: tp.map(c => c / positive.length),
    thresholds,
  };
}

export function averagePrecision(y: number[], scores: number[]): number {
  const { precision, recall } = prCurve(y, scores);
  if (recall.length === 0 || Number.isNaN(recall[0])) return NaN;
  const steps = recall.map((r, k) => (k === 0 ? r : r - recall[k - 1]));
  return steps.reduce((sum, step, k) => sum + step * precision[k], 0);
}
