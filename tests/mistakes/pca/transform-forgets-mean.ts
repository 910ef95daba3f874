// Projects the rows as they are.
type Model = { mean: number[]; components: number[][] };
const inner = (a: number[], b: number[]) => a.reduce((s, x, i) => s + x * b[i], 0);

export function covariance(X: number[][]): number[][] {
  const n = X.length;
  if (n < 2) throw new RangeError(`only ${n} rows`);
  const d = X[0].length;
  const sums = new Float64Array(d);
  for (const row of X) {
    if (row.length !== d) throw new TypeError('ragged');
    for (let j = 0; j < d; j++) sums[j] += row[j] / n;
  }
  const out: number[][] = [];
  for (let i = 0; i < d; i++) {
    out.push([]);
    for (let j = 0; j < d; j++) {
      let s = 0;
      for (const row of X) s += (row[i] - sums[i]) * (row[j] - sums[j]);
      out[i].push(s / (n - 1));
    }
  }
  return out;
}

function qr(A: number[][]): number[][] {
  const Q: number[][] = [];
  for (const a of A) {
    let v = a;
    for (let again = 0; again < 2; again++) {
      for (const q of Q) {
        const along = inner(q, v);
        v = v.map((x, i) => x - along * q[i]);
      }
    }
    const l = Math.sqrt(inner(v, v));
    if (l > 1e-12) Q.push(v.map(x => x / l));
  }
  return Q;
}

export function pca(X: number[][], k: number) {
  const C = covariance(X);
  const d = C.length;
  if (k < 1 || k > d || k > X.length - 1) throw new RangeError(`k is ${k}`);
  const trace = C.reduce((s, row, i) => s + row[i], 0);
  if (trace === 0) throw new RangeError('no variance');
  let Q = qr(C.map((_, i) => C.map((_, j) => Math.sin(i * 7 + j * 3 + i * j + 1))));
  for (let t = 0; t < 250; t++) {
    Q = qr(Q.map(q => C.map((row, i) => inner(row, q) + 1e-9 * trace * q[i])));
  }
  const values = Q.map(q =>
    inner(
      q,
      C.map(row => inner(row, q)),
    ),
  );
  const order = values
    .map((_, i) => i)
    .sort((i, j) => values[j] - values[i])
    .slice(0, k);
  const flip = (v: number[]) => (Math.max(...v) >= -Math.min(...v) ? v : v.map(x => -x));
  return {
    mean: X[0].map((_, j) => X.reduce((s, row) => s + row[j], 0) / X.length),
    components: order.map(i => flip(Q[i])),
    explainedVariance: order.map(i => values[i]),
    explainedVarianceRatio: order.map(i => values[i] / trace),
  };
}

export function transform(X: number[][], { mean, components }: Model) {
  for (const row of [...X, ...components])
    if (row.length !== mean.length) throw new TypeError('width');
  return X.map(row => components.map(c => inner(c, row)));
}

export function inverseTransform(S: number[][], { mean, components }: Model) {
  for (const row of components) if (row.length !== mean.length) throw new TypeError('width');
  for (const row of S) if (row.length !== components.length) throw new TypeError('width');
  return S.map(s =>
    mean.map((m, j) => {
      let x = m;
      for (let c = 0; c < s.length; c++) x += s[c] * components[c][j];
      return x;
    }),
  );
}
