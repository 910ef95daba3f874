// Positives and negatives are sorted apart in typed arrays; a binary search counts who is at or above.
class Side {
  private readonly sorted: Float64Array;
  constructor(values: number[]) {
    this.sorted = Float64Array.from(values).sort();
  }
  get size() {
    return this.sorted.length;
  }
  /** How many are below `value`, or not above it. */
  private below(value: number, orEqual: boolean): number {
    let [low, high] = [0, this.sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const goRight = orEqual ? this.sorted[middle] <= value : this.sorted[middle] < value;
      if (goRight) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  atLeast(value: number) {
    return this.size - this.below(value, false);
  }
  wins(value: number) {
    return (this.below(value, false) + this.below(value, true)) / 2;
  }
  [Symbol.iterator]() {
    return this.sorted[Symbol.iterator]();
  }
}

class Ranking {
  readonly positives: Side;
  readonly negatives: Side;
  readonly thresholds: number[];
  constructor(y: number[], scores: number[]) {
    if (y.length !== scores.length) throw new TypeError('unequal lengths');
    const sides: [number[], number[]] = [[], []];
    for (const [i, label] of y.entries()) {
      if (!Number.isFinite(scores[i])) throw new RangeError(`scores[${i}] is ${scores[i]}`);
      const side = sides[label];
      if (!Number.isInteger(label) || !side) throw new RangeError(`y[${i}] is ${label}`);
      side.push(scores[i]);
    }
    this.negatives = new Side(sides[0]);
    this.positives = new Side(sides[1]);
    this.thresholds = Array.from(new Set(Float64Array.from(scores).sort().reverse()));
  }
}

export function rocCurve(y: number[], scores: number[]) {
  const { positives, negatives, thresholds } = new Ranking(y, scores);
  const at = [Infinity, ...thresholds];
  return {
    fpr: at.map(value => negatives.atLeast(value) / negatives.size),
    tpr: at.map(value => positives.atLeast(value) / positives.size),
    thresholds: at,
  };
}
export function rocAuc(y: number[], scores: number[]) {
  const { positives, negatives } = new Ranking(y, scores);
  let mean = 0;
  for (const value of positives) mean += negatives.wins(value) / negatives.size / positives.size;
  return positives.size === 0 ? NaN : mean;
}
export function prCurve(y: number[], scores: number[]) {
  const { positives, negatives, thresholds } = new Ranking(y, scores);
  return {
    precision: thresholds.map(value => {
      const tp = positives.atLeast(value);
      return tp / (tp + negatives.atLeast(value));
    }),
    recall: thresholds.map(value => positives.atLeast(value) / positives.size),
    thresholds,
  };
}
export function averagePrecision(y: number[], scores: number[]) {
  const { positives, negatives } = new Ranking(y, scores);
  let total = 0;
  for (const value of positives) {
    total += 1 / (1 + negatives.atLeast(value) / positives.atLeast(value));
  }
  return total / positives.size;
}
