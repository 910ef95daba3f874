// Right: tallies of each distinct score in a Map, the area by mid-ranks (Mann-Whitney), the average precision from the last threshold backwards.
interface Tally {
  positives: number;
  negatives: number;
}

class Scored {
  readonly thresholds: number[];
  readonly tallies: Tally[];
  readonly positives: number;
  readonly negatives: number;

  constructor(y: number[], scores: number[]) {
    if (y.length !== scores.length) throw new Error('unlike lengths');
    const byScore = new Map<number, Tally>();
    y.forEach((label, i) => {
      const score = scores[i];
      if (!(label === 0 || label === 1)) throw new Error(`label ${label}`);
      if (!(Math.abs(score) < Infinity)) throw new Error(`score ${score}`);
      const tally = byScore.get(score) ?? { positives: 0, negatives: 0 };
      tally[label === 1 ? 'positives' : 'negatives']++;
      byScore.set(score, tally);
    });
    const entries = [...byScore].sort(([a], [b]) => (a < b ? 1 : -1));
    this.thresholds = entries.map(([score]) => score);
    this.tallies = entries.map(([, tally]) => tally);
    this.positives = this.tallies.reduce((s, t) => s + t.positives, 0);
    this.negatives = y.length - this.positives;
  }

  cumulative(key: keyof Tally): number[] {
    let sum = 0;
    return this.tallies.map(t => (sum += t[key]));
  }
}

export function rocCurve(
  y: number[],
  scores: number[],
): { fpr: number[]; tpr: number[]; thresholds: number[] } {
  const s = new Scored(y, scores);
  const fpr = s.cumulative('negatives').map(c => c / s.negatives);
  const tpr = s.cumulative('positives').map(c => c / s.positives);
  fpr.unshift(0);
  tpr.unshift(0);
  return { fpr, tpr, thresholds: [Infinity].concat(s.thresholds) };
}

export function rocAuc(y: number[], scores: number[]): number {
  const { tallies, positives: P, negatives: N } = new Scored(y, scores);
  if (P * N === 0) return NaN;
  // ranks counted from the lowest score, the tied ones sharing their middle
  let below = 0;
  let rankSum = 0;
  for (let t = tallies.length - 1; t >= 0; t--) {
    const size = tallies[t].positives + tallies[t].negatives;
    rankSum += tallies[t].positives * (below + (size + 1) / 2);
    below += size;
  }
  return (rankSum - (P * (P + 1)) / 2) / (P * N);
}

export function prCurve(
  y: number[],
  scores: number[],
): { precision: number[]; recall: number[]; thresholds: number[] } {
  const s = new Scored(y, scores);
  const tp = s.cumulative('positives');
  const fp = s.cumulative('negatives');
  return {
    precision: tp.map((c, t) => c / (c + fp[t])),
    recall: tp.map(c => c / s.positives),
    thresholds: s.thresholds,
  };
}

export function averagePrecision(y: number[], scores: number[]): number {
  const { tallies, positives: P, negatives: N } = new Scored(y, scores);
  if (P === 0) return NaN;
  let tp = P;
  let fp = N;
  let area = 0;
  for (const tally of [...tallies].reverse()) {
    area += (tally.positives * tp) / (tp + fp);
    tp -= tally.positives;
    fp -= tally.negatives;
  }
  return area / P;
}
