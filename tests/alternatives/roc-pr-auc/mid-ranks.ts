// The area by the rank-sum statistic with mid-ranks; the curves from runs of equal scores.
type Run = { score: number; positives: number; negatives: number };

function runs(y: number[], scores: number[]): Run[] {
  if (scores.length !== y.length) throw new TypeError(`${y.length} and ${scores.length}`);
  const rows = y.map((label, i) => ({ label, score: scores[i] }));
  for (const { label, score } of rows) {
    if (![0, 1].includes(label)) throw new RangeError(`label: ${label}`);
    if (Number.isNaN(score) || Math.abs(score) === Infinity)
      throw new RangeError(`score: ${score}`);
  }
  rows.sort((a, b) => a.score - b.score);
  const found: Run[] = [];
  for (const { label, score } of rows) {
    let run = found.at(-1);
    if (!run || run.score !== score) {
      run = { score, positives: 0, negatives: 0 };
      found.push(run);
    }
    if (label) run.positives++;
    else run.negatives++;
  }
  return found; // rising
}

function climb(y: number[], scores: number[]) {
  const steps = runs(y, scores).reverse();
  let tp = 0;
  let fp = 0;
  const points = steps.map(run => {
    tp += run.positives;
    fp += run.negatives;
    return { tp, fp, score: run.score };
  });
  return { points, P: tp, N: fp };
}

export function rocCurve(y: number[], scores: number[]) {
  const { points, P, N } = climb(y, scores);
  const all = [{ tp: 0, fp: 0, score: Infinity }].concat(points);
  return {
    fpr: all.map(p => p.fp / N),
    tpr: all.map(p => p.tp / P),
    thresholds: all.map(p => p.score),
  };
}

export function rocAuc(y: number[], scores: number[]): number {
  let below = 0;
  let rankSum = 0;
  let P = 0;
  for (const run of runs(y, scores)) {
    const size = run.positives + run.negatives;
    rankSum += run.positives * (below + (size + 1) / 2);
    below += size;
    P += run.positives;
  }
  const N = below - P;
  return (rankSum - (P * (P + 1)) / 2) / (P * N);
}

export function prCurve(y: number[], scores: number[]) {
  const { points, P } = climb(y, scores);
  return {
    precision: points.map(p => p.tp / (p.tp + p.fp)),
    recall: points.map(p => p.tp / P),
    thresholds: points.map(p => p.score),
  };
}

export function averagePrecision(y: number[], scores: number[]): number {
  const { points, P } = climb(y, scores);
  let sum = 0;
  points.forEach(({ tp, fp }, t) => {
    const before = t === 0 ? 0 : points[t - 1].tp;
    sum += ((tp - before) * tp) / (tp + fp);
  });
  return sum / P;
}
