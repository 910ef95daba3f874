// The way back ends at the centred rows.
const sum = (xs: number[]) => xs.reduce((a, b) => a + b, 0);
const prod = (a: number[], b: number[]) => sum(a.map((x, i) => x * b[i]));
function expectWidth(M: number[][], w: number) {
  const i = M.findIndex(row => row.length !== w);
  if (i >= 0) throw new TypeError(`row ${i}: ${M[i].length} instead of ${w}`);
}
export function covariance(X: number[][]): number[][] {
  if (X.length < 2) throw new RangeError('too short');
  expectWidth(X, X[0].length);
  const columns = X[0].map((_, j) => {
    const c = X.map(row => row[j]);
    const m = sum(c) / c.length;
    return c.map(x => x - m);
  });
  return columns.map(a => columns.map(b => prod(a, b) / (X.length - 1)));
}
export function pca(X: number[][], k: number) {
  const C = covariance(X);
  if (!(1 <= k && k <= C.length && k <= X.length - 1)) throw new RangeError('k');
  const total = sum(C.map((row, i) => row[i]));
  if (total === 0) throw new RangeError('variance');
  // Jacobi, each pair of rows and columns in turn.
  const d = C.length;
  const E = C.map((_, i) => C.map((_, j) => (i === j ? 1 : 0)));
  for (let round = 0; round < 50 * d * d; round++) {
    const p = Math.floor(round / d) % d;
    const q = round % d;
    if (p >= q) continue;
    const phi = Math.atan2(2 * C[p][q], C[p][p] - C[q][q]) / 2;
    const [c, s] = [Math.cos(phi), Math.sin(phi)];
    const mix = (M: number[][]) => {
      for (const row of M) [row[p], row[q]] = [c * row[p] + s * row[q], c * row[q] - s * row[p]];
    };
    mix(C);
    mix(E);
    [C[p], C[q]] = [
      C[p].map((x, j) => c * x + s * C[q][j]),
      C[q].map((x, j) => c * x - s * C[p][j]),
    ];
  }
  const pairs = C.map((row, i) => ({ value: row[i], v: E.map(e => e[i]) }));
  pairs.sort((a, b) => b.value - a.value).splice(k);
  return {
    mean: X[0].map((_, j) => sum(X.map(row => row[j])) / X.length),
    components: pairs.map(({ v }) =>
      Math.max(...v) > Math.max(...v.map(x => -x)) ? v : v.map(x => -x),
    ),
    explainedVariance: pairs.map(({ value }) => value),
    explainedVarianceRatio: pairs.map(({ value }) => value / total),
  };
}
interface Model {
  mean: number[];
  components: number[][];
}
export function transform(X: number[][], { mean, components }: Model) {
  expectWidth(X, mean.length);
  expectWidth(components, mean.length);
  return X.map(row => components.map(c => prod(c, row) - prod(c, mean)));
}
export function inverseTransform(scores: number[][], { mean, components }: Model) {
  expectWidth(components, mean.length);
  expectWidth(scores, components.length);
  return scores.map(s =>
    mean.map((_, j) =>
      prod(
        s,
        components.map(c => c[j]),
      ),
    ),
  );
}
