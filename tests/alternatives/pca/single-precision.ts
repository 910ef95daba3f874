// Everything is rounded to single precision as it is computed; Jacobi rotations, largest entry first.
const f = Math.fround;
type Row = Float32Array<ArrayBuffer>;

const sum = (values: Iterable<number>) => {
  let total = 0;
  for (const value of values) total = f(total + f(value));
  return total;
};
const rowsOf = (X: ArrayLike<number>[]) => X.map(row => Float32Array.from(row));
function sameWidth(rows: ArrayLike<number>[], width: number) {
  for (const row of rows) if (row.length !== width) throw new Error('width');
}
function meanOf(X: Row[]): Row {
  return X[0].map((_, j) => f(sum(X.map(row => row[j])) / X.length));
}

export function covariance(given: ArrayLike<number>[]): Row[] {
  if (given.length < 2) throw new Error('rows');
  sameWidth(given, given[0].length);
  const X = rowsOf(given);
  const m = meanOf(X);
  const Z = X.map(row => row.map((x, j) => x - m[j]));
  return Array.from(m, (_, i) =>
    Float32Array.from(m, (_, j) => f(sum(Z.map(z => f(z[i] * z[j]))) / (X.length - 1))),
  );
}

export function pca(X: ArrayLike<number>[], k: number) {
  const A = covariance(X);
  const d = A.length;
  if (!(k > 0 && k <= d && k < X.length)) throw new Error('k');
  const total = sum(A.map((row, i) => row[i]));
  if (total === 0) throw new Error('constant');
  const V = A.map((_, i) => Float32Array.from({ length: d }, (_, j) => (i === j ? 1 : 0)));
  for (let turn = 0; turn < 12 * d * d; turn++) {
    let p = 0;
    let q = 1;
    for (let i = 0; i < d; i++) {
      for (let j = i + 1; j < d; j++) if (Math.abs(A[i][j]) > Math.abs(A[p][q])) [p, q] = [i, j];
    }
    if (d < 2 || A[p][q] === 0) break;
    const t2 = f(f(A[q][q] - A[p][p]) / f(2 * A[p][q]));
    const t = f((t2 < 0 ? -1 : 1) / f(Math.abs(t2) + f(Math.sqrt(f(1 + f(t2 * t2))))));
    const c = f(1 / f(Math.sqrt(f(1 + f(t * t)))));
    const s = f(c * t);
    for (const M of [A, V]) {
      for (const row of M) {
        const [x, y] = [row[p], row[q]];
        row[p] = f(c * x) - f(s * y);
        row[q] = f(s * x) + f(c * y);
      }
    }
    for (let j = 0; j < d; j++) {
      const [x, y] = [A[p][j], A[q][j]];
      A[p][j] = f(c * x) - f(s * y);
      A[q][j] = f(s * x) + f(c * y);
    }
    A[p][q] = 0;
    A[q][p] = 0;
  }
  const order = Array.from(A.keys()).sort((i, j) => A[j][j] - A[i][i]);
  const kept = order.slice(0, k);
  return {
    mean: meanOf(rowsOf(X)),
    components: kept.map(i => {
      const v = Float32Array.from(V, row => row[i]);
      const lead = v.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
      return v.map(x => (lead < 0 ? -x : x));
    }),
    explainedVariance: kept.map(i => A[i][i]),
    explainedVarianceRatio: kept.map(i => f(A[i][i] / total)),
  };
}

interface Model {
  mean: ArrayLike<number>;
  components: ArrayLike<number>[];
}

export function transform(X: ArrayLike<number>[], { mean, components }: Model): Row[] {
  sameWidth([...X, ...components], mean.length);
  return rowsOf(X).map(row =>
    Float32Array.from(components, c => sum(row.map((x, j) => f(c[j]) * f(x - f(mean[j]))))),
  );
}

export function inverseTransform(scores: ArrayLike<number>[], { mean, components }: Model): Row[] {
  sameWidth(components, mean.length);
  sameWidth(scores, components.length);
  return rowsOf(scores).map(row =>
    Float32Array.from(mean, (m, j) => sum([m, ...row.map((s, c) => s * f(components[c][j]))])),
  );
}
