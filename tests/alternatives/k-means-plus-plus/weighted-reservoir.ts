// A weighted reservoir of size one goes over the rows (one random number per row); pickWeighted subtracts from the bar.
type Row = readonly number[];

function distanceSquared(a: Row, b: Row): number {
  let s = 0;
  let j = a.length;
  while (j-- > 0) s += (b[j] - a[j]) * (b[j] - a[j]);
  return s;
}

function assertRectangular(...tables: Row[][]): void {
  const first = tables.find(t => t.length > 0);
  if (first === undefined) return;
  for (const t of tables) {
    for (const row of t) {
      if (row.length !== first[0].length) throw new TypeError('all rows must have the same length');
    }
  }
}

export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (centroids.length === 0) throw new RangeError('centroids must not be empty');
  assertRectangular(centroids, X);
  const result = new Array<number>(X.length);
  for (const [i, x] of X.entries()) {
    result[i] = Infinity;
    for (const c of centroids) result[i] = Math.min(result[i], distanceSquared(x, c));
  }
  return result;
}

export function pickWeighted(weights: number[], u: number): number {
  const n = weights.length;
  if (n === 0) throw new RangeError('weights must not be empty');
  if (Math.min(...weights) < 0) throw new RangeError('weights must not be negative');
  if (!(0 <= u && u < 1)) throw new RangeError('u must lie in [0, 1)');
  let total = 0;
  for (const w of weights) total += w;
  if (total === 0) return Math.floor(n * u);
  let left = u * total;
  for (let i = 0; i < n; i++) {
    left -= weights[i];
    if (left < 0) return i;
  }
  let i = n - 1;
  while (weights[i] === 0) i--;
  return i;
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  if (K < 1 || K > X.length) throw new RangeError('K must be between 1 and the number of points');
  assertRectangular(X);

  const reservoir = (weightOf: (i: number) => number): number | undefined => {
    let kept: number | undefined;
    let seen = 0;
    for (let i = 0; i < X.length; i++) {
      const w = weightOf(i);
      if (w === 0) continue;
      seen += w;
      const replace = random() * seen < w;
      if (kept === undefined || replace) kept = i;
    }
    return kept;
  };

  const picked: number[][] = [];
  const isNew = (i: number): number => (picked.some(c => c.every((v, j) => v === X[i][j])) ? 0 : 1);
  const d2 = (i: number): number => {
    let m = 1 / 0;
    for (const c of picked) m = Math.min(m, distanceSquared(X[i], c));
    return m;
  };
  picked.push([...X[reservoir(() => 1) as number]]);
  while (picked.length < K) {
    const i = reservoir(d2) ?? reservoir(isNew) ?? reservoir(() => 1) ?? 0;
    picked.push([...X[i]]);
  }
  return picked;
}
