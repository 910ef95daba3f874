// Scores are divided by their standard deviations where the model has variances, and k is cut to fit.
interface Fit {
  mean: number[];
  components: number[][];
  explainedVariance?: number[];
  explainedVarianceRatio?: number[];
}
const tr = (M: number[][]) => M[0].map((_, j) => M.map(r => r[j]));
const mm = (A: number[][], B: number[][]) => {
  const Bt = tr(B);
  return A.map(a => Bt.map(b => a.reduce((s, x, i) => s + x * b[i], 0)));
};
const same = (M: number[][], w: number) => {
  if (M.some(r => r.length !== w)) throw new TypeError('width');
};
export function covariance(X: number[][]): number[][] {
  if (X.length < 2) throw new RangeError('n');
  same(X, X[0].length);
  const m = tr(X).map(c => c.reduce((a, b) => a + b) / c.length);
  const Z = X.map(r => r.map((x, j) => x - m[j]));
  return mm(tr(Z), Z).map(r => r.map(x => x / (X.length - 1)));
}
export function pca(X: number[][], k: number): Fit {
  let C = covariance(X);
  const total = C.reduce((s, r, i) => s + r[i], 0);
  if (total === 0) throw new RangeError('constant');
  const count = Math.max(1, Math.min(k, C.length, X.length - 1));
  const fit = {
    mean: tr(X).map(c => c.reduce((a, b) => a + b) / c.length),
    components: [] as number[][],
    explainedVariance: [] as number[],
    explainedVarianceRatio: [] as number[],
  };
  for (let c = 0; c < count; c++) {
    let P = C;
    for (let i = 0; i < 40; i++) {
      const t = P.reduce((s, r, j) => s + r[j], 0);
      const Q = P.map(r => r.map(x => x / t));
      P = mm(Q, Q);
    }
    const v0 = [...P].sort((a, b) => Math.hypot(...b) - Math.hypot(...a))[0];
    const lead = v0.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
    const v = v0.map(x => (Math.sign(lead) * x) / Math.hypot(...v0));
    const value = mm(mm([v], C), tr([v]))[0][0];
    fit.components.push(v);
    fit.explainedVariance.push(value);
    fit.explainedVarianceRatio.push(value / total);
    C = C.map((r, i) => r.map((x, j) => x - value * v[i] * v[j]));
  }
  return fit;
}
export function transform(X: number[][], { mean, components, explainedVariance }: Fit) {
  same(X, mean.length);
  same(components, mean.length);
  const scores = mm(
    X.map(r => r.map((x, j) => x - mean[j])),
    tr(components),
  );
  return explainedVariance
    ? scores.map(r => r.map((s, c) => s / Math.sqrt(explainedVariance[c])))
    : scores;
}
export function inverseTransform(S: number[][], { mean, components }: Fit) {
  same(components, mean.length);
  same(S, components.length);
  return mm(S, components).map(r => r.map((x, j) => x + mean[j]));
}
