// transform takes out the mean of the rows it is given, whatever the model says.
const column = (X: number[][], j: number) => X.map(row => row[j]);
const mean = (xs: number[]) => xs.reduce((a, b) => a + b, 0) / xs.length;
function needs(rows: number[][], width: number) {
  if (!rows.every(row => row.length === width))
    throw new TypeError(`rows must have ${width} entries`);
}
function centre(X: number[][]) {
  const m = X[0].map((_, j) => mean(column(X, j)));
  return X.map(row => row.map((x, j) => x - m[j]));
}
export function covariance(X: number[][]): number[][] {
  if (X.length < 2) throw new RangeError('two rows');
  needs(X, X[0].length);
  const Z = centre(X);
  return X[0].map((_, i) =>
    X[0].map((_, j) => (mean(Z.map(z => z[i] * z[j])) * X.length) / (X.length - 1)),
  );
}
function dominant(C: number[][]) {
  let P = C.map(row => [...row]);
  for (let s = 0; s < 45; s++) {
    const trace = P.reduce((t, row, i) => t + row[i], 0) || 1;
    P = P.map(row => row.map(x => x / trace));
    P = P.map(row => P.map(other => row.reduce((t, x, i) => t + x * other[i], 0)));
  }
  const v = [...P].sort((a, b) => Math.hypot(...b) - Math.hypot(...a))[0];
  const peak = [...v].sort((a, b) => Math.abs(b) - Math.abs(a))[0];
  return v.map(x => (x * Math.sign(peak)) / Math.hypot(...v));
}
export function pca(X: number[][], k: number) {
  let C = covariance(X);
  const total = C.reduce((t, row, i) => t + row[i], 0);
  if (k < 1 || k > C.length || k >= X.length) throw new RangeError('components');
  if (total === 0) throw new RangeError('constant rows');
  const components: number[][] = [];
  const explainedVariance: number[] = [];
  for (let c = 0; c < k; c++) {
    const v = dominant(C);
    const value = v.reduce((t, x, i) => t + x * C[i].reduce((u, y, j) => u + y * v[j], 0), 0);
    components.push(v);
    explainedVariance.push(value);
    C = C.map((row, i) => row.map((x, j) => x - value * v[i] * v[j]));
  }
  const explainedVarianceRatio = explainedVariance.map(v => v / total);
  return {
    mean: X[0].map((_, j) => mean(column(X, j))),
    components,
    explainedVariance,
    explainedVarianceRatio,
  };
}
export function transform(X: number[][], model: { mean: number[]; components: number[][] }) {
  needs(X, model.mean.length);
  needs(model.components, model.mean.length);
  return centre(X).map(z => model.components.map(c => c.reduce((t, w, j) => t + w * z[j], 0)));
}
export function inverseTransform(S: number[][], model: { mean: number[]; components: number[][] }) {
  needs(model.components, model.mean.length);
  needs(S, model.components.length);
  return S.map(s =>
    model.mean.map((m, j) => s.reduce((t, x, c) => t + x * model.components[c][j], m)),
  );
}
