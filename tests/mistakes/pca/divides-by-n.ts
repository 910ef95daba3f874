// The covariance of the population, with n.
const avg = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const col = (X: number[][], j: number) => X.map(row => row[j]);

function rectangular(X: number[][], d: number) {
  if (X.some(row => row.length !== d)) throw new TypeError('not rectangular');
}

export function covariance(X: number[][]): number[][] {
  if (X.length < 2) throw new RangeError('too few rows');
  rectangular(X, X[0].length);
  const m = X[0].map((_, j) => avg(col(X, j)));
  return m.map((mi, i) => m.map((mj, j) => avg(X.map(row => (row[i] - mi) * (row[j] - mj)))));
}

function top(C: number[][]): [number, number[]] {
  let best: [number, number[]] = [-1, []];
  C.forEach((_, a) => {
    let v = C.map((_, j) => Number(j === a));
    for (let t = 0; t < 300; t++) {
      const u = C.map(row => row.reduce((s, c, j) => s + c * v[j], 0));
      const l = Math.hypot(...u);
      if (l < 1e-200) return;
      v = u.map(x => x / l);
    }
    const value = v.reduce((s, x, i) => s + x * C[i].reduce((r, c, j) => r + c * v[j], 0), 0);
    if (value > best[0]) best = [value, v];
  });
  return best;
}

export function pca(X: number[][], k: number) {
  let C = covariance(X);
  const total = C.reduce((s, row, i) => s + row[i], 0);
  if (k < 1 || k > C.length || k >= X.length) throw new RangeError('k');
  if (total === 0) throw new RangeError('constant');
  const components: number[][] = [];
  const explainedVariance: number[] = [];
  for (let c = 0; c < k; c++) {
    const [value, v] = top(C);
    const lead = v.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0);
    components.push(v.map(x => (lead < 0 ? -x : x)));
    explainedVariance.push(value);
    C = C.map((row, i) => row.map((x, j) => x - value * v[i] * v[j]));
  }
  return {
    mean: X[0].map((_, j) => avg(col(X, j))),
    components,
    explainedVariance,
    explainedVarianceRatio: explainedVariance.map(v => v / total),
  };
}

type Model = { mean: number[]; components: number[][] };
export function transform(X: number[][], { mean, components }: Model) {
  rectangular(X, mean.length);
  rectangular(components, mean.length);
  return X.map(row => components.map(c => c.reduce((s, w, j) => s + w * (row[j] - mean[j]), 0)));
}
export function inverseTransform(scores: number[][], { mean, components }: Model) {
  rectangular(components, mean.length);
  rectangular(scores, components.length);
  return scores.map(row =>
    mean.map((m, j) => m + avg(row.map((s, c) => s * components[c][j])) * row.length),
  );
}
