// Returns the eigenvectors as the columns of a [d][k] matrix, and uses them so.
const T = (M: number[][]) => M[0].map((_, j) => M.map(r => r[j]));
const mm = (A: number[][], B: number[][]) =>
  A.map(r => B[0].map((_, j) => r.reduce((s, a, i) => s + a * B[i][j], 0)));
const guard = (ok: boolean, what: string) => {
  if (!ok) throw new TypeError(what);
};

export function covariance(X: number[][]): number[][] {
  if (X.length < 2) throw new RangeError('rows');
  guard(
    X.every(r => r.length === X[0].length),
    'rows',
  );
  const mean = T(X).map(c => c.reduce((a, b) => a + b) / c.length);
  const Z = X.map(r => r.map((x, j) => x - mean[j]));
  return mm(T(Z), Z).map(r => r.map(x => x / (X.length - 1)));
}

export function pca(X: number[][], k: number) {
  let C = covariance(X);
  const d = C.length;
  if (k < 1 || k > d || k > X.length - 1) throw new RangeError('k');
  const total = C.reduce((s, r, i) => s + r[i], 0);
  if (total === 0) throw new RangeError('variance');
  const columns: number[][] = [];
  const values: number[] = [];
  for (let c = 0; c < k; c++) {
    let P = C;
    for (let i = 0; i < 60; i++) {
      const scale = Math.max(...P.flat().map(Math.abs));
      const Q = P.map(r => r.map(x => x / scale));
      P = mm(Q, Q);
    }
    const at = P.map((r, i) => r[i]).reduce((b, x, i, all) => (x > all[b] ? i : b), 0);
    const l = Math.hypot(...P[at]);
    const m = P[at].reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
    const v = P[at].map(x => (x / l) * Math.sign(m));
    const [[value]] = mm(mm([v], C), T([v]));
    columns.push(v);
    values.push(value);
    C = C.map((r, i) => r.map((x, j) => x - value * v[i] * v[j]));
  }
  return {
    mean: T(X).map(c => c.reduce((a, b) => a + b) / c.length),
    components: T(columns),
    explainedVariance: values,
    explainedVarianceRatio: values.map(v => v / total),
  };
}

export function transform(X: number[][], model: { mean: number[]; components: number[][] }) {
  guard(
    X.every(r => r.length === model.mean.length) && model.components.length === model.mean.length,
    'widths',
  );
  return mm(
    X.map(r => r.map((x, j) => x - model.mean[j])),
    model.components,
  );
}
export function inverseTransform(S: number[][], model: { mean: number[]; components: number[][] }) {
  guard(
    S.every(r => r.length === model.components[0].length),
    'widths',
  );
  return mm(S, T(model.components)).map(r => r.map((x, j) => x + model.mean[j]));
}
