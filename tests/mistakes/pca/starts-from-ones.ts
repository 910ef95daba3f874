// Power iteration from ones that stops at a small residual: it can stop at another eigenvector.
const apply = (A: number[][], v: number[]) => A.map(a => a.reduce((s, x, i) => s + x * v[i], 0));
const norm = (v: number[]) => Math.sqrt(v.reduce((s, x) => s + x * x, 0));
const scale = (v: number[], by: number) => v.map(x => x * by);
function equalWidths(rows: number[][], width: number) {
  if (rows.some(row => row.length !== width)) throw new TypeError('widths');
}
export function covariance(X: number[][]): number[][] {
  if (X.length < 2) throw new RangeError('rows');
  equalWidths(X, X[0].length);
  const n = X.length;
  const m = scale(
    X.reduce((a, b) => a.map((x, j) => x + b[j])),
    1 / n,
  );
  const C = m.map(() => m.map(() => 0));
  for (const row of X) {
    const z = row.map((x, j) => x - m[j]);
    for (let i = 0; i < z.length; i++) for (let j = 0; j < z.length; j++) C[i][j] += z[i] * z[j];
  }
  return C.map(row => scale(row, 1 / (n - 1)));
}
export function pca(X: number[][], k: number) {
  let C = covariance(X);
  if (k < 1 || k > Math.min(C.length, X.length - 1)) throw new RangeError('k');
  const total = C.reduce((s, row, i) => s + row[i], 0);
  if (total === 0) throw new RangeError('variance');
  const components: number[][] = [];
  const explainedVariance: number[] = [];
  for (let c = 0; c < k; c++) {
    let v = scale(
      C.map(() => 1),
      1 / Math.sqrt(C.length),
    );
    let value = 0;
    for (let t = 0; t < 1000; t++) {
      const w = apply(C, v);
      value = w.reduce((s, x, i) => s + x * v[i], 0);
      if (norm(w.map((x, i) => x - value * v[i])) < 1e-9 * total) break;
      v = scale(w, 1 / norm(w));
    }
    const biggest = Math.max(...v.map(Math.abs));
    components.push(v.includes(biggest) ? v : scale(v, -1));
    explainedVariance.push(value);
    C = C.map((row, i) => row.map((x, j) => x - value * v[i] * v[j]));
  }
  const mean = scale(
    X.reduce((a, b) => a.map((x, j) => x + b[j])),
    1 / X.length,
  );
  return {
    mean,
    components,
    explainedVariance,
    explainedVarianceRatio: scale(explainedVariance, 1 / total),
  };
}
export function transform(
  X: number[][],
  { mean, components }: { mean: number[]; components: number[][] },
) {
  equalWidths(X, mean.length);
  equalWidths(components, mean.length);
  return X.map(row =>
    apply(
      components,
      row.map((x, j) => x - mean[j]),
    ),
  );
}
export function inverseTransform(
  S: number[][],
  { mean, components }: { mean: number[]; components: number[][] },
) {
  equalWidths(components, mean.length);
  equalWidths(S, components.length);
  return S.map(s => mean.map((m, j) => s.reduce((x, a, i) => x + a * components[i][j], m)));
}
