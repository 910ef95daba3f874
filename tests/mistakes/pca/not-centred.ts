// Decomposes XᵀX / (n − 1) without taking the means out; the covariance itself is right.
class Jacobi {
  readonly V: number[][];
  readonly A: number[][];
  constructor(S: number[][]) {
    this.A = S.map(r => r.slice());
    this.V = S.map((_, i) => S.map((_, j) => (i === j ? 1 : 0)));
    for (let k = 0; k < 50; k++) this.sweep();
  }
  private sweep() {
    const d = this.A.length;
    for (let p = 0; p < d; p++) {
      for (let q = p + 1; q < d; q++) {
        const angle = Math.atan2(2 * this.A[p][q], this.A[q][q] - this.A[p][p]) / 2;
        this.turn(p, q, Math.cos(angle), Math.sin(angle));
      }
    }
  }
  private turn(p: number, q: number, c: number, s: number) {
    for (const row of [...this.A, ...this.V]) {
      [row[p], row[q]] = [c * row[p] - s * row[q], s * row[p] + c * row[q]];
    }
    for (let j = 0; j < this.A.length; j++) {
      const [x, y] = [this.A[p][j], this.A[q][j]];
      this.A[p][j] = c * x - s * y;
      this.A[q][j] = s * x + c * y;
    }
  }
  pairs() {
    return this.A.map((row, i) => ({ value: row[i], vector: this.V.map(r => r[i]) })).sort(
      (a, b) => b.value - a.value,
    );
  }
}

const widths = (rows: number[][], d: number) => {
  for (const row of rows) if (row.length !== d) throw new TypeError(`a row of ${row.length}`);
};
const means = (X: number[][]) => X[0].map((_, j) => X.reduce((s, r) => s + r[j], 0) / X.length);

function moments(X: number[][], m: number[]) {
  return m.map((_, i) =>
    m.map((_, j) => X.reduce((s, r) => s + (r[i] - m[i]) * (r[j] - m[j]), 0) / (X.length - 1)),
  );
}

export function covariance(X: number[][]): number[][] {
  if (X.length < 2) throw new RangeError('two rows, please');
  widths(X, X[0].length);
  return moments(X, means(X));
}

export function pca(X: number[][], k: number) {
  const C = covariance(X);
  if (k < 1 || k > Math.min(C.length, X.length - 1)) throw new RangeError('k');
  const spread = C.reduce((s, r, i) => s + r[i], 0);
  if (spread === 0) throw new RangeError('nothing varies');
  const S = moments(
    X,
    C.map(() => 0),
  );
  const total = S.reduce((s, r, i) => s + r[i], 0);
  const pairs = new Jacobi(S).pairs().slice(0, k);
  return {
    mean: means(X),
    components: pairs.map(({ vector }) => {
      const i = vector.map(Math.abs).indexOf(Math.max(...vector.map(Math.abs)));
      return vector.map(x => x * Math.sign(vector[i]));
    }),
    explainedVariance: pairs.map(p => p.value),
    explainedVarianceRatio: pairs.map(p => p.value / total),
  };
}

export function transform(X: number[][], m: { mean: number[]; components: number[][] }) {
  widths(X, m.mean.length);
  widths(m.components, m.mean.length);
  return X.map(r => m.components.map(c => c.reduce((s, w, j) => s + w * (r[j] - m.mean[j]), 0)));
}
export function inverseTransform(S: number[][], m: { mean: number[]; components: number[][] }) {
  widths(m.components, m.mean.length);
  widths(S, m.components.length);
  return S.map(r => m.mean.map((x, j) => r.reduce((s, z, c) => s + z * m.components[c][j], x)));
}
