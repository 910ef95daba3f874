// By definition: for each distinct score, count who is at or above it; the area from all pairs.
function demand(y: number[], scores: number[]): void {
  if (y.length !== scores.length) throw new TypeError('y and scores differ in length');
  if (!y.every(label => label === 0 || label === 1)) throw new RangeError('labels are 0 or 1');
  if (!scores.every(Number.isFinite)) throw new RangeError('scores are finite');
}

const falling = (scores: number[]) => [...new Set(scores)].sort((a, b) => b - a);
const count = (y: number[], scores: number[], label: number, from: number) =>
  y.filter((one, i) => one === label && scores[i] >= from).length;

export function rocCurve(y: number[], scores: number[]) {
  demand(y, scores);
  const thresholds = [Infinity, ...falling(scores)];
  const rate = (label: number) => {
    const all = count(y, scores, label, -Infinity);
    return thresholds.map(from => count(y, scores, label, from) / all);
  };
  return { fpr: rate(0), tpr: rate(1), thresholds };
}

export function rocAuc(y: number[], scores: number[]) {
  demand(y, scores);
  let won = 0;
  let pairs = 0;
  y.forEach((one, i) => {
    y.forEach((other, k) => {
      if (one !== 1 || other !== 0) return;
      pairs += 1;
      won += (Math.sign(scores[i] - scores[k]) + 1) / 2;
    });
  });
  return won / pairs;
}

export function prCurve(y: number[], scores: number[]) {
  demand(y, scores);
  const thresholds = falling(scores);
  const all = count(y, scores, 1, -Infinity);
  const found = thresholds.map(from => count(y, scores, 1, from));
  return {
    precision: thresholds.map((from, t) => found[t] / (found[t] + count(y, scores, 0, from))),
    recall: found.map(tp => tp / all),
    thresholds,
  };
}

export function averagePrecision(y: number[], scores: number[]) {
  demand(y, scores);
  // The mean, over the positives, of the precision at their own score.
  const own = scores
    .filter((_, i) => y[i] === 1)
    .map(from => {
      const tp = count(y, scores, 1, from);
      return tp / (tp + count(y, scores, 0, from));
    });
  return own.reduce((sum, p) => sum + p, 0) / own.length;
}
