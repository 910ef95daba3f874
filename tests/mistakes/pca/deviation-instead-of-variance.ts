// Wrong: explainedVariance holds the standard deviations along the components, the roots of the eigenvalues.
function moments(X: number[][]): { mean: number[]; C: number[][] } {
  if (X.length < 2) throw new RangeError('rows');
  const d = X[0].length;
  const mean = Array<number>(d).fill(0);
  const S = mean.map(() => Array<number>(d).fill(0));
  X.forEach((row, r) => {
    if (row.length !== d) throw new TypeError('width');
    const before = row.map((x, j) => x - mean[j]);
    before.forEach((e, j) => (mean[j] += e / (r + 1)));
    const after = row.map((x, j) => x - mean[j]);
    for (let i = 0; i < d; i++) for (let j = 0; j < d; j++) S[i][j] += before[i] * after[j];
  });
  const C = S.map((line, i) => line.map((s, j) => (s + S[j][i]) / 2 / (X.length - 1)));
  return { mean, C };
}

export const covariance = (X: number[][]): number[][] => moments(X).C;

function diagonalise(C: number[][]): [number, number[]][] {
  const d = C.length;
  const A = C.map(row => Float64Array.from(row));
  const V = C.map((_, i) => Float64Array.from(C, (__, j) => (i === j ? 1 : 0))); // rows are vectors
  let off = Infinity;
  for (let sweep = 0; sweep < 80 && off > 0; sweep++) {
    off = 0;
    for (let p = 0; p + 1 < d; p++) {
      for (let q = p + 1; q < d; q++) {
        const apq = A[p][q];
        if (apq * apq < 1e-34 * A[p][p] * A[q][q] || apq === 0) continue;
        off += Math.abs(apq);
        const phi = Math.atan2(2 * apq, A[p][p] - A[q][q]) / 2;
        const [c, s] = [Math.cos(phi), Math.sin(phi)];
        for (let i = 0; i < d; i++) {
          const [x, y] = [A[p][i], A[q][i]];
          A[p][i] = c * x + s * y;
          A[q][i] = c * y - s * x;
          const [v, w] = [V[p][i], V[q][i]];
          V[p][i] = c * v + s * w;
          V[q][i] = c * w - s * v;
        }
        for (let i = 0; i < d; i++) {
          const [x, y] = [A[i][p], A[i][q]];
          A[i][p] = c * x + s * y;
          A[i][q] = c * y - s * x;
        }
      }
    }
  }
  const pairs = V.map((v, i): [number, number[]] => [A[i][i], Array.from(v)]);
  return pairs.sort(([a], [b]) => b - a);
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
  const { mean, C } = moments(X);
  if (!(k >= 1) || k > mean.length || k > X.length - 1) throw new RangeError('k');
  if (X.every(row => String(row) === String(X[0]))) throw new RangeError('equal rows');
  const trace = C.reduce((s, row, i) => s + row[i], 0);
  const kept = diagonalise(C).slice(0, k);
  return {
    mean,
    components: kept.map(([, v]) => {
      const low = Math.min(...v);
      return -low > Math.max(...v) ? v.map(x => -x) : v;
    }),
    explainedVariance: kept.map(([value]) => Math.sqrt(Math.max(value, 0))),
    explainedVarianceRatio: kept.map(([value]) => value / trace),
  };
}

export function transform(
  X: number[][],
  { mean, components }: { mean: number[]; components: number[][] },
): number[][] {
  if ([...components, ...X].some(v => v.length !== mean.length)) throw new TypeError('width');
  const shift = components.map(v => v.reduce((s, x, j) => s + x * mean[j], 0));
  return X.map(row =>
    components.map((v, c) => v.reduce((s, x, j) => s + x * row[j], 0) - shift[c]),
  );
}

export function inverseTransform(
  scores: number[][],
  { mean, components }: { mean: number[]; components: number[][] },
): number[][] {
  if (components.some(v => v.length !== mean.length)) throw new TypeError('width');
  return scores.map(t => {
    if (t.length !== components.length) throw new TypeError('scores');
    return mean.map((m, j) => m + components.reduce((s, v, c) => s + v[j] * t[c], 0));
  });
}
