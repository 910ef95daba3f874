// Works with the n × n products of the centred rows: their eigenvectors are the scores, and the rows
// weighted by the scores add up to the components.
export interface Fitted {
  mean: number[];
  components: number[][];
  explainedVariance: number[];
  explainedVarianceRatio: number[];
}

function* zip(a: Iterable<number>, b: Iterable<number>): Generator<[number, number]> {
  const other = b[Symbol.iterator]();
  for (const x of a) yield [x, other.next().value as number];
}

function dot(a: readonly number[], b: readonly number[]): number {
  let s = 0;
  for (let i = 0; i < a.length; i++) s += a[i] * b[i];
  return s;
}

function centre(X: number[][]): { mean: number[]; Z: number[][] } {
  if (X.length < 2) throw new RangeError('n < 2');
  const [first, ...others] = X;
  if (others.some(row => row.length !== first.length)) throw new TypeError('ragged rows');
  const mean = first.map((x, j) => others.reduce((s, row) => s + row[j], x) / X.length);
  return { mean, Z: X.map(row => [...zip(row, mean)].map(([x, m]) => x - m)) };
}

export function covariance(X: number[][]): number[][] {
  const { Z, mean } = centre(X);
  return mean.map((_, i) =>
    mean.map((_, j) => {
      let s = 0;
      for (let r = Z.length - 1; r >= 0; r--) s += Z[r][i] * Z[r][j];
      return s / (Z.length - 1);
    }),
  );
}

export function pca(X: number[][], k: number): Fitted {
  const { mean, Z } = centre(X);
  const n = Z.length;
  if (k < 1 || k > n - 1 || k > mean.length) throw new RangeError('k out of range');
  let G = Z.map(a => Z.map(b => dot(a, b) / (n - 1)));
  const total = G.reduce((s, row, i) => s + row[i], 0);
  if (total === 0) throw new RangeError('no spread');
  const components: number[][] = [];
  const explainedVariance: number[] = [];
  for (let c = 0; c < k; c++) {
    // From every row in turn: some row has a part along the leading direction.
    let best: { u: number[]; value: number } | undefined;
    for (let start = 0; start < n; start++) {
      let u = Z.map((_, i) => Number(i === start));
      let value = 0;
      for (let t = 0; t < 120; t++) {
        const w = G.map(row => dot(row, u));
        value = Math.sqrt(dot(w, w));
        if (value === 0) break;
        u = w.map(x => x / value);
      }
      if (best === undefined || value > best.value) best = { u, value };
    }
    const { u, value } = best as { u: number[]; value: number };
    explainedVariance.push(value);
    const v = mean.map((_, j) => Z.reduce((s, row, r) => s + u[r] * row[j], 0));
    const length = Math.hypot(...v);
    const peak = v.reduce((a, b) => (Math.abs(a) >= Math.abs(b) ? a : b));
    components.push(v.map(x => (Math.sign(peak) * x) / length));
    G = G.map((row, i) => row.map((g, j) => g - value * u[i] * u[j]));
  }
  const explainedVarianceRatio = explainedVariance.map(v => v / total);
  return { mean, components, explainedVariance, explainedVarianceRatio };
}

function agree(model: { mean: number[]; components: number[][] }): number {
  const d = model.mean.length;
  if (model.components.some(c => c.length !== d)) throw new TypeError('components and mean differ');
  return d;
}

export function transform(X: number[][], model: { mean: number[]; components: number[][] }) {
  const d = agree(model);
  return X.map(row => {
    if (row.length !== d) throw new TypeError('row and mean differ');
    const z = [...zip(row, model.mean)].map(([x, m]) => x - m);
    return model.components.map(c => dot(c, z));
  });
}

export function inverseTransform(
  scores: number[][],
  model: { mean: number[]; components: number[][] },
) {
  agree(model);
  return scores.map(row => {
    if (row.length !== model.components.length) throw new TypeError('scores and components differ');
    const point = Float64Array.from(model.mean);
    row.forEach((s, c) => {
      model.components[c].forEach((w, j) => {
        point[j] += s * w;
      });
    });
    return point;
  });
}
