// All components at once: a whole basis is multiplied by C and orthonormalised again, many times.
type Matrix = number[][];

const multiply = (A: Matrix, B: Matrix): Matrix => {
  const out: Matrix = [];
  for (const row of A) {
    const line = new Array<number>(B[0].length).fill(0);
    row.forEach((a, k) => {
      for (let j = 0; j < line.length; j++) line[j] += a * B[k][j];
    });
    out.push(line);
  }
  return out;
};

/** Rows made orthonormal one after the other, twice over; a row that vanishes becomes an axis. */
const orthonormal = (rows: Matrix): Matrix => {
  const basis: Matrix = [];
  for (const row of rows) {
    for (const candidate of [row, ...row.map((_, a) => row.map((_, j) => Number(a === j)))]) {
      const before = Math.hypot(...candidate);
      if (before === 0) continue;
      let v = candidate.map(x => x / before);
      for (const u of [...basis, ...basis]) {
        const along = u.reduce((s, x, j) => s + x * v[j], 0);
        v = v.map((x, j) => x - along * u[j]);
      }
      const length = Math.hypot(...v);
      if (length < 1e-8) continue;
      basis.push(v.map(x => x / length));
      break;
    }
  }
  return basis;
};

function centred(X: Matrix): { m: number[]; Z: Matrix } {
  if (X.length <= 1) throw new RangeError('at least two examples');
  if (new Set(X.map(row => row.length)).size > 1) throw new TypeError('examples of unlike width');
  const m = X.reduce((sum, row) => sum.map((s, j) => s + row[j])).map(s => s / X.length);
  return { m, Z: X.map(row => row.map((x, j) => x - m[j])) };
}

export function covariance(X: Matrix): Matrix {
  const { Z } = centred(X);
  const Zt = Z[0].map((_, j) => Z.map(row => row[j]));
  return multiply(Zt, Z).map(row => row.map(c => c / (X.length - 1)));
}

export function pca(X: Matrix, k: number) {
  const C = covariance(X);
  const d = C.length;
  const trace = C.map((row, i) => row[i]).reduce((a, b) => a + b);
  if (k < 1 || k > d || k >= X.length) throw new RangeError('k');
  if (!(trace > 0)) throw new RangeError('constant data');
  // A generic start: no row of it is orthogonal to anything by design.
  let Q = orthonormal(C.map((_, i) => C.map((_, j) => Math.cos(1 + 3 * i * i + 7 * j + i * j))));
  for (let t = 0; t < 300; t++) Q = orthonormal(multiply(Q, C));
  const pairs = Q.map(v => {
    const [w] = multiply([v], C);
    return { v, variance: v.reduce((s, x, j) => s + x * w[j], 0) };
  });
  pairs.sort((a, b) => b.variance - a.variance);
  const kept = pairs.slice(0, k);
  const flip = (v: number[]) => {
    const low = Math.min(...v);
    const high = Math.max(...v);
    return -low > high ? v.map(x => -x) : v;
  };
  return {
    mean: centred(X).m,
    components: kept.map(({ v }) => flip(v)),
    explainedVariance: kept.map(({ variance }) => variance),
    explainedVarianceRatio: kept.map(({ variance }) => variance / trace),
  };
}

export function transform(X: Matrix, { mean, components }: { mean: number[]; components: Matrix }) {
  if ([...X, ...components].some(row => row.length !== mean.length)) throw new TypeError('widths');
  const Z = X.map(row => row.map((x, j) => x - mean[j]));
  return multiply(
    Z,
    mean.map((_, j) => components.map(c => c[j])),
  );
}

export function inverseTransform(
  scores: Matrix,
  { mean, components }: { mean: number[]; components: Matrix },
) {
  if (components.some(row => row.length !== mean.length)) throw new TypeError('components');
  if (scores.some(row => row.length !== components.length)) throw new TypeError('scores');
  return multiply(scores, components).map(row => row.map((x, j) => x + mean[j]));
}
