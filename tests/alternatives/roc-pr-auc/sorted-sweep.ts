// Right: one sweep over the sorted indices collects the counts at every distinct score, and all four answers are read off them.
type Step = { score: number; tp: number; fp: number };

function sweep(y: number[], scores: number[]): Step[] {
  if (y.length !== scores.length) throw new TypeError('lists of unlike length');
  for (let i = 0; i < y.length; i++) {
    if (y[i] !== 0 && y[i] !== 1) throw new RangeError('a label other than 0 and 1');
    if (!Number.isFinite(scores[i])) throw new RangeError('a score that is not finite');
  }
  const order = scores.map((_, i) => i).sort((a, b) => scores[b] - scores[a]);
  const steps: Step[] = [];
  let tp = 0;
  let fp = 0;
  order.forEach((i, place) => {
    if (y[i] === 1) tp++;
    else fp++;
    const next = order[place + 1];
    if (next === undefined || scores[next] !== scores[i]) steps.push({ score: scores[i], tp, fp });
  });
  return steps;
}

export function rocCurve(
  y: number[],
  scores: number[],
): { fpr: number[]; tpr: number[]; thresholds: number[] } {
  const steps = sweep(y, scores);
  const P = y.filter(v => v === 1).length;
  const N = y.length - P;
  return {
    fpr: [0, ...steps.map(s => s.fp / N)],
    tpr: [0, ...steps.map(s => s.tp / P)],
    thresholds: [Infinity, ...steps.map(s => s.score)],
  };
}

export function rocAuc(y: number[], scores: number[]): number {
  const steps = sweep(y, scores);
  if (steps.length === 0) return NaN;
  const { tp: P, fp: N } = steps[steps.length - 1];
  if (P === 0 || N === 0) return NaN;
  let doubled = 0;
  let before = { tp: 0, fp: 0 };
  for (const s of steps) {
    doubled += (s.fp - before.fp) * (s.tp + before.tp);
    before = s;
  }
  return doubled / (2 * P * N);
}

export function prCurve(
  y: number[],
  scores: number[],
): { precision: number[]; recall: number[]; thresholds: number[] } {
  const steps = sweep(y, scores);
  const P = y.filter(v => v === 1).length;
  return {
    precision: steps.map(s => s.tp / (s.tp + s.fp)),
    recall: steps.map(s => s.tp / P),
    thresholds: steps.map(s => s.score),
  };
}

export function averagePrecision(y: number[], scores: number[]): number {
  const steps = sweep(y, scores);
  const P = y.reduce((a, b) => a + b, 0);
  if (P === 0) return NaN;
  let sum = 0;
  let found = 0;
  for (const { tp, fp } of steps) {
    sum += ((tp - found) / P) * (tp / (tp + fp));
    found = tp;
  }
  return sum;
}
