// kMeansPlusPlus takes a sum of squared distances below 1e-9 for 0 and then draws any row, even one that is a centroid already.
const EPS = 1e-9;

class Seeder {
  private readonly best: number[];
  readonly centroids: number[][] = [];

  constructor(
    private readonly X: number[][],
    private readonly random: () => number,
  ) {
    this.best = X.map(() => Infinity);
  }

  add(i: number): void {
    const c = this.X[i].slice();
    this.centroids.push(c);
    nearestSquared(this.X, [c]).forEach((v, m) => {
      this.best[m] = Math.min(this.best[m], v);
    });
  }

  any(): number {
    return Math.floor(this.random() * this.X.length);
  }

  next(): number {
    const total = this.best.reduce((a, b) => a + b, 0);
    if (total < EPS) return this.any(); // every point is a centroid already
    return pickWeighted(this.best, this.random());
  }
}

export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (centroids.length === 0) throw new RangeError('No centroid');
  const d = centroids[0].length;
  for (const row of centroids) if (row.length !== d) throw new TypeError('Unequal rows');
  for (const row of X) if (row.length !== d) throw new TypeError('Unequal rows');
  return X.map(x => {
    let min = Infinity;
    for (const c of centroids) {
      let s = 0;
      for (let j = 0; j < d; j++) s += (x[j] - c[j]) ** 2;
      min = Math.min(min, s);
    }
    return min;
  });
}

export function pickWeighted(weights: number[], u: number): number {
  if (weights.length === 0) throw new RangeError('No weight');
  if (!(u >= 0 && u < 1)) throw new RangeError('u not in [0, 1)');
  let total = 0;
  let last = -1;
  weights.forEach((w, i) => {
    if (w < 0) throw new RangeError('Negative weight');
    if (w > 0) last = i;
    total += w;
  });
  if (last === -1) return Math.floor(u * weights.length);
  let cum = 0;
  for (let i = 0; i < last; i++) {
    cum += weights[i];
    if (cum > u * total) return i;
  }
  return last;
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  if (K < 1 || K > X.length) throw new RangeError('K not in 1 … n');
  if (X.some(row => row.length !== X[0].length)) throw new TypeError('Unequal rows');
  const seeder = new Seeder(X, random);
  seeder.add(seeder.any());
  while (seeder.centroids.length < K) seeder.add(seeder.next());
  return seeder.centroids;
}
