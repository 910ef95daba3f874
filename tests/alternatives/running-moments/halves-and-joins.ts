// Divide and conquer: a table is the join of its two halves, and so is a list. Joins add what the means are apart.
interface Heap {
  n: number;
  mean: number[];
  products: number[][];
}

function join(left: Heap, right: Heap): Heap {
  const n = left.n + right.n;
  const apart = left.mean.map((m, j) => right.mean[j] - m);
  const factor = (left.n * right.n) / n;
  return {
    n,
    mean: left.mean.map((m, j) => m + apart[j] * (right.n / n)),
    products: left.products.map((row, j) =>
      row.map((p, k) => p + right.products[j][k] + factor * apart[j] * apart[k]),
    ),
  };
}

function heap(rows: number[][]): Heap {
  if (rows.length === 1) {
    return { n: 1, mean: [...rows[0]], products: rows[0].map(() => rows[0].map(() => 0)) };
  }
  const middle = rows.length >> 1;
  return join(heap(rows.slice(0, middle)), heap(rows.slice(middle)));
}

const asHeap = (m: { n: number; mean: number; m2: number }): Heap => ({
  n: m.n,
  mean: [m.mean],
  products: [[m.m2]],
});
const asMoments = (h: Heap) => ({ n: h.n, mean: h.mean[0], m2: h.products[0][0] });

function degrees(n: number, ddof: unknown): number {
  switch (ddof) {
    case 0:
      return n || NaN;
    case 1:
      return n > 1 ? n - 1 : NaN;
    default:
      throw new RangeError('ddof: 0 or 1, please');
  }
}

export function empty() {
  return { n: 0, mean: 0, m2: 0 };
}
export function push(moments: { n: number; mean: number; m2: number }, x: number) {
  return merge(moments, asMoments(heap([[x]])));
}
export function merge(
  a: { n: number; mean: number; m2: number },
  b: { n: number; mean: number; m2: number },
) {
  if (a.n * b.n === 0) return a.n + b.n === 0 ? empty() : { ...(a.n ? a : b) };
  return asMoments(join(asHeap(a), asHeap(b)));
}
export function variance(moments: { n: number; mean: number; m2: number }, ddof: number) {
  return moments.m2 / degrees(moments.n, ddof);
}
export function covariance(X: number[][], ddof: number) {
  const left = degrees(X.length, ddof);
  if (X.length === 0) throw new RangeError('no rows at all');
  X.forEach((row, i) => {
    if (row.length !== X[0].length) throw new TypeError(`row ${i}`);
  });
  return heap(X).products.map(row => row.map(p => p / left));
}
