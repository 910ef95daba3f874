// Typed arrays throughout: a flat matrix, prefix sums, and bisection for the index.
class Flat {
  readonly n: number;
  readonly d: number;
  readonly cells: Float64Array;
  constructor(rows: number[][]) {
    this.n = rows.length;
    this.d = rows.length ? rows[0].length : 0;
    this.cells = new Float64Array(this.n * this.d);
    rows.forEach((row, i) => {
      if (row.length !== this.d) throw new TypeError('not a rectangle');
      this.cells.set(row, i * this.d);
    });
  }
  row(i: number) {
    return this.cells.subarray(i * this.d, (i + 1) * this.d);
  }
}

function measure(points: Flat, c: ArrayLike<number>, into: Float64Array) {
  for (let i = 0; i < points.n; i++) {
    const row = points.row(i);
    let s = 0;
    for (let j = 0; j < points.d; j++) {
      const diff = row[j] - c[j];
      s += diff * diff;
    }
    into[i] = Math.min(into[i], s);
  }
}

export function nearestSquared(X: number[][], centroids: number[][]) {
  if (centroids.length === 0) throw new RangeError('K = 0');
  const points = new Flat(X);
  const centres = new Flat(centroids);
  if (points.n && points.d !== centres.d) throw new TypeError('dimensions differ');
  const out = new Float64Array(points.n).fill(Infinity);
  for (let k = 0; k < centres.n; k++) measure(points, centres.row(k), out);
  return out;
}

export function pickWeighted(weights: ArrayLike<number>, u: number): number {
  const n = weights.length;
  if (n === 0 || !(u >= 0 && u < 1)) throw new RangeError('nothing to pick, or u');
  const upTo = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    if (weights[i] < 0) throw new RangeError('below zero');
    upTo[i] = weights[i] + (i ? upTo[i - 1] : 0);
  }
  const total = upTo[n - 1];
  if (total === 0) return (u * n) | 0;
  let [low, high] = [0, n - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (upTo[middle] > u * total) high = middle;
    else low = middle + 1;
  }
  while (weights[low] === 0) low -= 1;
  return low;
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number) {
  if (!(K >= 1) || K > X.length) throw new RangeError('K');
  const points = new Flat(X);
  const nearest = new Float64Array(points.n).fill(Infinity);
  const out: Float64Array[] = [];
  let pick = (random() * points.n) | 0;
  do {
    out.push(points.row(pick).slice());
    measure(points, out[out.length - 1], nearest);
    pick = pickWeighted(nearest, random());
  } while (out.length < K);
  return out;
}
