// Wrong, twice: sums are divided by n, and the ratios are shares of the kept components only, so that they always add up to 1.
type Eigen = { value: number; vector: number[] };

const sum = (v: number[]) => v.reduce((a, b) => a + b, 0);

function columnMeans(X: number[][]): number[] {
  if (X.length < 2) throw new RangeError('two rows');
  return X[0].map(
    (_, j) =>
      sum(
        X.map(row => {
          if (row.length !== X[0].length) throw new TypeError('width');
          return row[j];
        }),
      ) / X.length,
  );
}

export function covariance(X: number[][]): number[][] {
  const m = columnMeans(X);
  if (X.some(row => row.length !== m.length)) throw new TypeError('width');
  const centred = X.map(row => row.map((x, j) => x - m[j]));
  return m.map((_, i) => m.map((__, j) => sum(centred.map(row => row[i] * row[j])) / X.length));
}

function eigen(C: number[][]): Eigen[] {
  const A = C.map(r => r.slice());
  const d = A.length;
  const V = A.map((_, i) => A.map((__, j) => Number(i === j)));
  for (let round = 0; round < 40 * d * d; round++) {
    let [p, q, big] = [0, 0, 0];
    for (let i = 0; i < d; i++) {
      for (let j = i + 1; j < d; j++) {
        if (Math.abs(A[i][j]) > big) [p, q, big] = [i, j, Math.abs(A[i][j])];
      }
    }
    if (big < 1e-300) break;
    const angle = 0.5 * Math.atan2(2 * A[p][q], A[p][p] - A[q][q]);
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    for (const M of [A, V]) {
      for (const row of M) [row[p], row[q]] = [c * row[p] + s * row[q], c * row[q] - s * row[p]];
    }
    const [rp, rq] = [A[p], A[q]];
    A[p] = rp.map((x, i) => c * x + s * rq[i]);
    A[q] = rq.map((x, i) => c * x - s * rp[i]);
    A[p][q] = A[q][p] = 0;
  }
  return A.map((row, i) => ({ value: row[i], vector: V.map(v => v[i]) })).sort(
    (a, b) => b.value - a.value,
  );
}

export function pca(
  X: number[][],
  k: number,
): {
  mean: number[];
  components: number[][];
  explainedVariance: number[];
  explainedVarianceRatio: number[];
} {
  const C = covariance(X);
  if (k < 1 || k > C.length || k >= X.length) throw new RangeError('k');
  if (X.every(row => row.join() === X[0].join())) throw new RangeError('equal rows');
  const kept = eigen(C).slice(0, k);
  const components = kept.map(({ vector }) => {
    const top = Math.max(...vector.map(Math.abs));
    return vector.includes(top) ? vector : vector.map(x => -x);
  });
  const explainedVariance = kept.map(({ value }) => value);
  const whole = sum(explainedVariance);
  return {
    mean: columnMeans(X),
    components,
    explainedVariance,
    explainedVarianceRatio: explainedVariance.map(v => v / whole),
  };
}

export function transform(
  X: number[][],
  model: { mean: number[]; components: number[][] },
): number[][] {
  const d = model.mean.length;
  if (X.some(r => r.length !== d) || model.components.some(v => v.length !== d))
    throw new TypeError('width');
  return X.map(row =>
    model.components.map(v => sum(v.map((x, j) => x * (row[j] - model.mean[j])))),
  );
}

export function inverseTransform(
  scores: number[][],
  model: { mean: number[]; components: number[][] },
): number[][] {
  const d = model.mean.length;
  if (model.components.some(v => v.length !== d)) throw new TypeError('width');
  if (scores.some(t => t.length !== model.components.length)) throw new TypeError('scores');
  return scores.map(t =>
    model.mean.map((m, j) => m + sum(t.map((x, c) => x * model.components[c][j]))),
  );
}
