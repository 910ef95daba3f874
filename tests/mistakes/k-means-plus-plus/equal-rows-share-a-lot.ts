// Equal rows are thrown together before the draw, so a point that stands in three rows has one lot instead of three.
const keyOf = (row: number[]): string => row.join('|');

function unique(X: number[][]): number[][] {
  const seen = new Map<string, number[]>();
  for (const row of X) if (!seen.has(keyOf(row))) seen.set(keyOf(row), row);
  return Array.from(seen.values());
}

function mustMatch(rows: number[][], d: number): void {
  rows.forEach((r, i) => {
    if (r.length !== d) throw new TypeError(`row ${i}: ${r.length} instead of ${d}`);
  });
}

export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (centroids.length === 0) throw new RangeError('centroids: at least one');
  mustMatch(centroids, centroids[0].length);
  mustMatch(X, centroids[0].length);
  const out: number[] = [];
  X.forEach(x => {
    const ds = centroids.map(c => c.reduce((s, v, j) => s + (x[j] - v) ** 2, 0));
    out.push(Math.min(...ds));
  });
  return out;
}

export function pickWeighted(weights: number[], u: number): number {
  const n = weights.length;
  if (n === 0) throw new RangeError('weights: at least one');
  if (!(u >= 0 && u < 1)) throw new RangeError('u: 0 <= u < 1');
  if (weights.some(w => w < 0)) throw new RangeError('weights: none below 0');
  const sums = [weights[0]];
  for (let i = 1; i < n; i++) sums[i] = sums[i - 1] + weights[i];
  if (sums[n - 1] === 0) return Math.floor(u * n);
  for (let i = 0; i < n; i++) if (sums[i] > u * sums[n - 1]) return i;
  let i = n - 1;
  while (!(weights[i] > 0)) i--;
  return i;
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  if (K < 1 || K > X.length) throw new RangeError('K: 1 … n');
  mustMatch(X, X[0].length);
  const pool = unique(X);
  const result: number[][] = [];
  for (let k = 0; k < K; k++) {
    let from = pool;
    let i: number;
    if (k === 0) i = Math.floor(random() * pool.length);
    else if (k < pool.length) i = pickWeighted(nearestSquared(pool, result), random());
    else {
      from = X;
      i = Math.floor(random() * X.length);
    }
    result.push(from[i].slice());
  }
  return result;
}
