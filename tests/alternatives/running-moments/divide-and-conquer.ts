// Right: covariance halves the table recursively and puts the co-moments of the halves together, of which merge is the case with one column.
export type Moments = { n: number; mean: number; m2: number };

interface Summary {
  n: number;
  means: number[];
  comoments: number[][];
}

function join(a: Summary, b: Summary): Summary {
  if (a.n === 0 || b.n === 0) {
    const s = a.n === 0 ? b : a;
    return { n: s.n, means: s.means.slice(), comoments: s.comoments.map(r => r.slice()) };
  }
  const n = a.n + b.n;
  const apart = a.means.map((m, j) => b.means[j] - m);
  return {
    n,
    means: a.means.map((m, j) => m + apart[j] * (b.n / n)),
    comoments: a.comoments.map((row, j) =>
      row.map((c, k) => c + b.comoments[j][k] + apart[j] * apart[k] * a.n * (b.n / n)),
    ),
  };
}

function summarise(X: number[][], from: number, to: number): Summary {
  if (to - from === 1) {
    const row = X[from];
    return { n: 1, means: [...row], comoments: row.map(() => row.map(() => 0)) };
  }
  const middle = (from + to) >> 1;
  return join(summarise(X, from, middle), summarise(X, middle, to));
}

function freedom(n: number, ddof: number): number {
  if (!(ddof === 0 || ddof === 1)) throw new RangeError('ddof is 0 or 1');
  return n > ddof ? n - ddof : NaN;
}

const widen = ({ n, mean, m2 }: Moments): Summary => ({ n, means: [mean], comoments: [[m2]] });

export function empty(): Moments {
  const nothing = 0;
  return { n: nothing, mean: nothing, m2: nothing };
}

export function push(moments: Moments, x: number): Moments {
  const n = moments.n + 1;
  const off = x - moments.mean;
  return { n, mean: moments.mean + off / n, m2: moments.m2 + off * off * (moments.n / n) };
}

export function variance(moments: Moments, ddof: 0 | 1): number {
  return moments.m2 / freedom(moments.n, ddof);
}

export function merge(a: Moments, b: Moments): Moments {
  const { n, means, comoments } = join(widen(a), widen(b));
  return { n, mean: means[0], m2: comoments[0][0] };
}

export function covariance(X: number[][], ddof: 0 | 1): number[][] {
  const divisor = freedom(X.length, ddof);
  if (X.length === 0) throw new RangeError('no rows');
  if (new Set(X.map(row => row.length)).size > 1) throw new TypeError('ragged rows');
  return summarise(X, 0, X.length).comoments.map(row => row.map(c => c / divisor));
}
