// A class over one flat Float64Array, prefix sums with binary search, weights scaled so that the sum cannot overflow.
class Table {
  readonly n: number;
  readonly d: number;
  readonly data: Float64Array;

  constructor(rows: number[][]) {
    this.n = rows.length;
    this.d = rows.length > 0 ? rows[0].length : 0;
    this.data = new Float64Array(this.n * this.d);
    let at = 0;
    for (const row of rows) {
      if (row.length !== this.d)
        throw new TypeError(`row of ${row.length} coordinates among rows of ${this.d}`);
      for (const v of row) this.data[at++] = v;
    }
  }

  lower(nearest: Float64Array, other: Table, k: number): void {
    const { d, data } = this;
    const start = k * d;
    for (let i = 0, at = 0; i < this.n; i++) {
      let s = 0;
      for (let j = 0; j < d; j++, at++) {
        const t = data[at] - other.data[start + j];
        s += t * t;
      }
      nearest[i] = Math.min(nearest[i], s);
    }
  }

  same(i: number, k: number): boolean {
    for (let j = 0; j < this.d; j++)
      if (this.data[i * this.d + j] !== this.data[k * this.d + j]) return false;
    return true;
  }
}

class Lottery {
  private readonly cum: Float64Array;
  private readonly last: number;

  constructor(weights: ArrayLike<number>) {
    const n = weights.length;
    let top = 0;
    for (let i = 0; i < n; i++) top = Math.max(top, weights[i]);
    const scale = top > 1e290 ? 2 ** -60 : 1;
    this.cum = new Float64Array(n);
    let last = -1;
    let s = 0;
    for (let i = 0; i < n; i++) {
      if (weights[i] > 0) last = i;
      s += weights[i] * scale;
      this.cum[i] = s;
    }
    this.last = last;
  }

  draw(u: number): number {
    const n = this.cum.length;
    if (this.last < 0) return Math.floor(u * n);
    const target = u * this.cum[n - 1];
    let lo = 0;
    let hi = n; // the answer lies in [lo, hi]
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      if (this.cum[mid] > target) hi = mid;
      else lo = mid + 1;
    }
    return Math.min(lo, this.last);
  }
}

export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  const c = new Table(centroids);
  if (c.n === 0) throw new RangeError('centroids is empty');
  const x = new Table(X);
  if (x.n > 0 && x.d !== c.d) throw new TypeError('points and centroids have different dimensions');
  const nearest = new Float64Array(x.n).fill(Infinity);
  for (let k = 0; k < c.n; k++) x.lower(nearest, c, k);
  return Array.from(nearest);
}

export function pickWeighted(weights: number[], u: number): number {
  if (weights.length < 1) throw new RangeError('weights is empty');
  if (!(u >= 0) || !(u < 1)) throw new RangeError('u is not in [0, 1)');
  for (const w of weights) if (w < 0) throw new RangeError('a weight is negative');
  return new Lottery(weights).draw(u);
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  if (!(K >= 1) || K > X.length) throw new RangeError(`K = ${K} with ${X.length} points`);
  const table = new Table(X);
  const picks = [Math.floor(random() * table.n)];
  const nearest = new Float64Array(table.n).fill(Infinity);
  while (picks.length < K) {
    table.lower(nearest, table, picks[picks.length - 1]);
    let lots = nearest;
    if (nearest.every(v => v === 0)) {
      lots = Float64Array.from(nearest, (_, i) => (picks.some(p => table.same(i, p)) ? 0 : 1));
    }
    picks.push(new Lottery(lots).draw(random()));
  }
  return picks.map(i => X[i].slice());
}
