// Eigenvalues in ascending order, as numpy's eigh returns them, and the first k of those.
function symmetricEigen(S: number[][]) {
  const n = S.length;
  const A = S.map(row => [...row]);
  const E = S.map((_, i) => S.map((_, j) => +(i === j)));
  for (let step = 0; step < 40 * n * n; step++) {
    let [p, q, big] = [0, 0, 0];
    for (let i = 0; i < n; i++)
      for (let j = i + 1; j < n; j++)
        if (Math.abs(A[i][j]) > big) [p, q, big] = [i, j, Math.abs(A[i][j])];
    if (big < 1e-15) break;
    const t = 0.5 * Math.atan2(2 * A[p][q], A[p][p] - A[q][q]);
    const [c, s] = [Math.cos(t), Math.sin(t)];
    for (let i = 0; i < n; i++) {
      const a = A[i][p];
      const b = A[i][q];
      A[i][p] = c * a + s * b;
      A[i][q] = c * b - s * a;
      const e = E[i][p];
      const f = E[i][q];
      E[i][p] = c * e + s * f;
      E[i][q] = c * f - s * e;
    }
    for (let i = 0; i < n; i++) {
      const a = A[p][i];
      const b = A[q][i];
      A[p][i] = c * a + s * b;
      A[q][i] = c * b - s * a;
    }
  }
  return A.map((row, i) => [row[i], E.map(r => r[i])] as const).sort((x, y) => x[0] - y[0]);
}

export function covariance(X: number[][]): number[][] {
  if (X.length < 2) throw new RangeError('need n ≥ 2');
  const d = X[0].length;
  if (X.some(r => r.length !== d)) throw new TypeError('ragged');
  const mean = X[0].map((_, j) => X.reduce((s, r) => s + r[j], 0) / X.length);
  const Z = X.map(r => r.map((x, j) => x - mean[j]));
  return mean.map((_, a) =>
    mean.map((_, b) => Z.reduce((s, z) => s + z[a] * z[b], 0) / (X.length - 1)),
  );
}

export function pca(X: number[][], k: number) {
  const C = covariance(X);
  if (k < 1 || k > C.length || k > X.length - 1) throw new RangeError('bad k');
  const total = C.map((r, i) => r[i]).reduce((a, b) => a + b, 0);
  if (total === 0) throw new RangeError('no variance');
  const chosen = symmetricEigen(C).slice(0, k);
  const components = chosen.map(([, v]) => {
    const big = v.reduce((a, x) => (Math.abs(x) > Math.abs(a) ? x : a));
    return v.map(x => (big > 0 ? x : -x));
  });
  const explainedVariance = chosen.map(([value]) => value);
  return {
    mean: X[0].map((_, j) => X.reduce((s, r) => s + r[j], 0) / X.length),
    components,
    explainedVariance,
    explainedVarianceRatio: explainedVariance.map(v => v / total),
  };
}

export function transform(X: number[][], model: { mean: number[]; components: number[][] }) {
  const d = model.mean.length;
  if (X.some(r => r.length !== d) || model.components.some(c => c.length !== d))
    throw new TypeError('width');
  return X.map(r =>
    model.components.map(c => c.reduce((s, w, j) => s + w * (r[j] - model.mean[j]), 0)),
  );
}

export function inverseTransform(Z: number[][], model: { mean: number[]; components: number[][] }) {
  if (model.components.some(c => c.length !== model.mean.length)) throw new TypeError('width');
  return Z.map(z => {
    if (z.length !== model.components.length) throw new TypeError('width');
    return model.mean.map((m, j) => m + z.reduce((s, x, c) => s + x * model.components[c][j], 0));
  });
}
