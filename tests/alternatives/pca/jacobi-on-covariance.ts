// Right: cyclic Jacobi rotations of the covariance matrix, sorted by eigenvalue.
type Model = { mean: number[]; components: number[][] };

function sameWidth(X: number[][]): void {
  for (const row of X)
    if (row.length !== X[0].length) throw new TypeError('rows of different widths');
}

function meanOf(X: number[][]): number[] {
  return X[0].map((base, j) => base + X.reduce((s, row) => s + (row[j] - base), 0) / X.length);
}

export function covariance(X: number[][]): number[][] {
  if (X.length < 2) throw new RangeError('two rows at least');
  sameWidth(X);
  const m = meanOf(X);
  return m.map((mi, i) =>
    m.map((mj, j) => X.reduce((s, row) => s + (row[i] - mi) * (row[j] - mj), 0) / (X.length - 1)),
  );
}

/** Eigenvalues on the diagonal, eigenvectors in the columns of V. */
function jacobi(C: number[][]): { values: number[]; V: number[][] } {
  const d = C.length;
  const A = C.map(row => [...row]);
  const V: number[][] = C.map((_, i) => C.map((__, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 100; sweep++) {
    let rotated = false;
    for (let p = 0; p < d; p++) {
      for (let q = p + 1; q < d; q++) {
        if (Math.abs(A[p][q]) <= 1e-18 * Math.sqrt(Math.abs(A[p][p] * A[q][q])) || A[p][q] === 0)
          continue;
        rotated = true;
        const theta = (A[q][q] - A[p][p]) / (2 * A[p][q]);
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
        const c = 1 / Math.hypot(t, 1);
        const s = t * c;
        for (let i = 0; i < d; i++) {
          const [x, y] = [A[i][p], A[i][q]];
          A[i][p] = c * x - s * y;
          A[i][q] = s * x + c * y;
        }
        for (let i = 0; i < d; i++) {
          const [x, y] = [A[p][i], A[q][i]];
          A[p][i] = c * x - s * y;
          A[q][i] = s * x + c * y;
        }
        A[p][q] = 0;
        A[q][p] = 0;
        for (let i = 0; i < d; i++) {
          const [x, y] = [V[i][p], V[i][q]];
          V[i][p] = c * x - s * y;
          V[i][q] = s * x + c * y;
        }
      }
    }
    if (!rotated) break;
  }
  return { values: A.map((row, i) => row[i]), V };
}

function turned(v: number[]): number[] {
  const largest = v.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
  return largest < 0 ? v.map(x => -x) : v;
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
  if (!(k >= 1 && k <= C.length && k <= X.length - 1)) throw new RangeError('k');
  if (X.every(row => row.every((v, j) => v === X[0][j]))) throw new RangeError('rows all equal');
  const { values, V } = jacobi(C);
  const total = C.reduce((s, row, i) => s + row[i], 0);
  const order = values
    .map((_, i) => i)
    .sort((a, b) => values[b] - values[a])
    .slice(0, k);
  return {
    mean: meanOf(X),
    components: order.map(c => turned(V.map(row => row[c]))),
    explainedVariance: order.map(c => values[c]),
    explainedVarianceRatio: order.map(c => values[c] / total),
  };
}

function checkModel({ mean, components }: Model): void {
  if (components.some(v => v.length !== mean.length)) throw new TypeError('components and mean');
}

export function transform(
  X: number[][],
  model: { mean: number[]; components: number[][] },
): number[][] {
  checkModel(model);
  const { mean, components } = model;
  if (X.some(row => row.length !== mean.length)) throw new TypeError('rows and mean');
  return X.map(row => components.map(v => v.reduce((s, x, j) => s + x * (row[j] - mean[j]), 0)));
}

export function inverseTransform(
  scores: number[][],
  model: { mean: number[]; components: number[][] },
): number[][] {
  checkModel(model);
  const { mean, components } = model;
  if (scores.some(t => t.length !== components.length)) throw new TypeError('scores');
  return scores.map(t => mean.map((m, j) => t.reduce((s, x, c) => s + x * components[c][j], m)));
}
