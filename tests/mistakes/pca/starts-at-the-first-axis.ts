// Power iteration from (1, 0, 0, …): fails where the first feature is constant or goes its own way.
class Pca {
  mean: number[] = [];
  components: number[][] = [];
  explainedVariance: number[] = [];
  explainedVarianceRatio: number[] = [];
}
const mulVec = (A: number[][], v: number[]) => {
  const out = new Array<number>(v.length).fill(0);
  A.forEach((row, i) => {
    row.forEach((a, j) => {
      out[i] += a * v[j];
    });
  });
  return out;
};
function meanOf(X: number[][]) {
  const m = new Array<number>(X[0].length).fill(0);
  for (const row of X) {
    if (row.length !== m.length) throw new TypeError('ragged');
    for (let j = 0; j < m.length; j++) m[j] += row[j];
  }
  return m.map(x => x / X.length);
}
export function covariance(X: number[][]): number[][] {
  if (X.length < 2) throw new RangeError('n ≥ 2');
  const m = meanOf(X);
  return m.map((_, i) =>
    m.map(
      (_, j) => X.map(r => (r[i] - m[i]) * (r[j] - m[j])).reduce((a, b) => a + b) / (X.length - 1),
    ),
  );
}
export function pca(X: number[][], k: number): Pca {
  const C = covariance(X);
  const result = new Pca();
  result.mean = meanOf(X);
  const total = C.map((r, i) => r[i]).reduce((a, b) => a + b);
  if (k < 1 || k > C.length || k > X.length - 1) throw new RangeError('k');
  if (total === 0) throw new RangeError('rows equal');
  for (let c = 0; c < k; c++) {
    let v = C.map((_, j) => Number(j === 0));
    for (let t = 0; t < 800; t++) {
      v = mulVec(C, v);
      const l = Math.hypot(...v);
      v = v.map(x => x / l);
    }
    const image = mulVec(C, v);
    const value = v.reduce((s, x, i) => s + x * image[i], 0);
    for (let i = 0; i < v.length; i++)
      for (let j = 0; j < v.length; j++) C[i][j] -= value * v[i] * v[j];
    const at = v.map(Math.abs).indexOf(Math.max(...v.map(Math.abs)));
    result.components.push(v[at] < 0 ? v.map(x => -x) : v);
    result.explainedVariance.push(value);
    result.explainedVarianceRatio.push(value / total);
  }
  return { ...result };
}
type Model = Pick<Pca, 'mean' | 'components'>;
export function transform(X: number[][], { mean, components }: Model) {
  if (components.some(c => c.length !== mean.length)) throw new TypeError('model');
  return X.map(row => {
    if (row.length !== mean.length) throw new TypeError('row');
    return components.map(c => c.reduce((s, w, j) => s + w * (row[j] - mean[j]), 0));
  });
}
export function inverseTransform(S: number[][], { mean, components }: Model) {
  if (components.some(c => c.length !== mean.length)) throw new TypeError('model');
  return S.map(row => {
    if (row.length !== components.length) throw new TypeError('row');
    return mean.map((m, j) => m + row.reduce((s, x, c) => s + x * components[c][j], 0));
  });
}
