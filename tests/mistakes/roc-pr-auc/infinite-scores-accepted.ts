// Wrong: scores are tested with Number.isNaN only, so infinite ones are not refused.
function ranked(y: number[], scores: number[]): { label: number; score: number; last: boolean }[] {
  if (y.length !== scores.length) throw new TypeError('y and scores differ in length');
  if (scores.some(Number.isNaN)) throw new RangeError('a score is NaN');
  if (!y.every(label => label === 0 || label === 1)) throw new RangeError('labels are 0 or 1');
  const list = y
    .map((label, i) => ({ label, score: scores[i], last: true }))
    .sort((a, b) => (a.score === b.score ? 0 : a.score < b.score ? 1 : -1));
  for (let k = 0; k + 1 < list.length; k++) list[k].last = list[k].score !== list[k + 1].score;
  return list;
}

function run<T>(
  y: number[],
  scores: number[],
  visit: (tp: number, fp: number, score: number) => T,
): T[] {
  const out: T[] = [];
  let tp = 0;
  let fp = 0;
  for (const { label, score, last } of ranked(y, scores)) {
    if (label === 1) tp++;
    else fp++;
    if (last) out.push(visit(tp, fp, score));
  }
  return out;
}

export function rocCurve(
  y: number[],
  scores: number[],
): { fpr: number[]; tpr: number[]; thresholds: number[] } {
  const positives = y.filter(v => v === 1).length;
  const negatives = y.length - positives;
  const fpr = [0];
  const tpr = [0];
  const thresholds = [Infinity];
  run(y, scores, (tp, fp, score) => {
    fpr.push(fp / negatives);
    tpr.push(tp / positives);
    thresholds.push(score);
  });
  return { fpr, tpr, thresholds };
}

export function rocAuc(y: number[], scores: number[]): number {
  let area = 0;
  let [tp0, fp0] = [0, 0];
  run(y, scores, (tp, fp) => {
    area += (fp - fp0) * tp0 + ((fp - fp0) * (tp - tp0)) / 2;
    [tp0, fp0] = [tp, fp];
  });
  return area / (tp0 * fp0);
}

export function prCurve(
  y: number[],
  scores: number[],
): { precision: number[]; recall: number[]; thresholds: number[] } {
  const positives = y.filter(v => v === 1).length;
  return {
    precision: run(y, scores, (tp, fp) => tp / (tp + fp)),
    recall: run(y, scores, tp => tp / positives),
    thresholds: run(y, scores, (_tp, _fp, score) => score),
  };
}

export function averagePrecision(y: number[], scores: number[]): number {
  let sum = 0;
  let found = 0;
  run(y, scores, (tp, fp) => {
    sum += ((tp - found) * tp) / (tp + fp);
    found = tp;
  });
  return sum / found;
}
