// Power iteration without deflation: all components are the first.
const len = (v: number[]) => Math.sqrt(v.reduce((s, x) => s + x * x, 0));
const mv = (A: number[][], v: number[]) => A.map(r => r.reduce((s, a, i) => s + a * v[i], 0));

const check = (rows: number[][], w: number) => {
  rows.forEach(r => {
    if (r.length !== w) throw new TypeError('width');
  });
};

export function covariance(X: number[][]): number[][] {
  if (X.length < 2) throw new RangeError('rows');
  check(X, X[0].length);
  const n = X.length;
  const mu = X[0].map((_, j) => X.reduce((s, r) => s + r[j], 0) / n);
  const C = mu.map(() => mu.map(() => 0));
  X.forEach(r => {
    mu.forEach((a, i) => {
      mu.forEach((b, j) => {
        C[i][j] += ((r[i] - a) * (r[j] - b)) / (n - 1);
      });
    });
  });
  return C;
}

export function pca(X: number[][], k: number) {
  const C = covariance(X);
  if (k < 1 || k > Math.min(X.length - 1, C.length)) throw new RangeError('k');
  let total = 0;
  C.forEach((r, i) => {
    total += r[i];
  });
  if (total === 0) throw new RangeError('flat');
  const found = Array.from({ length: k }, () => {
    const runs = C.map((_, a) => {
      let v = C.map((_, j) => (j === a ? 1 : 1e-3 * (j + 1)));
      for (let t = 0; t < 500; t++) {
        const u = mv(C, v);
        v = u.map(x => x / (len(u) || 1));
      }
      return v;
    });
    const value = (v: number[]) => mv(C, v).reduce((s, x, i) => s + x * v[i], 0);
    return runs.sort((a, b) => value(b) - value(a))[0];
  });
  return {
    mean: X[0].map((_, j) => X.reduce((s, r) => s + r[j], 0) / X.length),
    components: found.map(v => {
      const m = Math.max(...v.map(Math.abs));
      return v.includes(m) ? v : v.map(x => -x);
    }),
    explainedVariance: found.map(v => mv(C, v).reduce((s, x, i) => s + x * v[i], 0)),
    explainedVarianceRatio: found.map(v => mv(C, v).reduce((s, x, i) => s + x * v[i], 0) / total),
  };
}

export function transform(X: number[][], p: { mean: number[]; components: number[][] }) {
  check(X, p.mean.length);
  check(p.components, p.mean.length);
  return X.map(r =>
    mv(
      p.components,
      r.map((x, j) => x - p.mean[j]),
    ),
  );
}
export function inverseTransform(Z: number[][], p: { mean: number[]; components: number[][] }) {
  check(Z, p.components.length);
  check(p.components, p.mean.length);
  return Z.map(z => p.mean.map((m, j) => z.reduce((s, x, i) => s + x * p.components[i][j], m)));
}
