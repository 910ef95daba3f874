/** A class behind the functions; picks come from a reservoir that is passed over once. */
class Seeder {
  private readonly X: number[][];
  private readonly nearest: number[];
  readonly centroids: number[][] = [];

  constructor(X: number[][]) {
    this.X = X;
    this.nearest = X.map(() => Number.POSITIVE_INFINITY);
  }

  add(row: number[]): this {
    this.X.forEach((x, i) => {
      if (x.length !== row.length) throw new TypeError('lengths');
      const squared = x.reduce((sum, v, j) => sum + (v - row[j]) ** 2, 0);
      this.nearest[i] = Math.min(this.nearest[i], squared);
    });
    this.centroids.push(Array.from(row));
    return this;
  }

  get weights(): number[] {
    return this.nearest.slice();
  }
}

export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (centroids.length === 0) throw new RangeError('a centroid at least');
  if (centroids.some(c => c.length !== centroids[0].length)) throw new TypeError('lengths');
  return centroids.reduce((seeder, row) => seeder.add(row), new Seeder(X)).weights;
}

export function pickWeighted(weights: number[], u: number): number {
  if (weights.length === 0) throw new RangeError('weights: none');
  if (!(u >= 0) || !(u < 1)) throw new RangeError('u');
  const total = weights.reduce((sum, w) => {
    if (w < 0) throw new RangeError('weights: negative');
    return sum + w;
  }, 0);
  const equal = total === 0;
  const goal = u * (equal ? weights.length : total);
  let sum = 0;
  let fallback = 0;
  for (let i = 0; i < weights.length; i += 1) {
    const w = equal ? 1 : weights[i];
    if (w === 0) continue;
    sum += w;
    fallback = i;
    if (sum > goal) return i;
  }
  return fallback;
}

/** Chooses among indices in one pass: the i-th replaces the winner with probability w[i] / (sum so far). */
function reservoir(weights: number[], random: () => number): number {
  let sum = 0;
  let winner = Math.floor(random() * weights.length);
  weights.forEach((w, i) => {
    sum += w;
    if (w > 0 && random() * sum < w) winner = i;
  });
  return winner;
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  if (K < 1 || K > X.length) throw new RangeError('K');
  const seeder = new Seeder(X);
  seeder.add(X[reservoir(X.map(() => 1), random)]); // biome-ignore format: one line
  while (seeder.centroids.length < K) seeder.add(X[reservoir(seeder.weights, random)]);
  return seeder.centroids;
}
