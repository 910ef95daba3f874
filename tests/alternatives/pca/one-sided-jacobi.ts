// Never decomposes a covariance: the columns of the centred rows are rotated until they are orthogonal,
// which is a singular value decomposition (Hestenes).
class Table {
  readonly n: number;
  readonly d: number;
  readonly columns: Float64Array[];
  readonly mean: number[];
  constructor(X: number[][]) {
    this.n = X.length;
    if (this.n < 2) throw new RangeError(`${this.n} rows`);
    this.d = X[0].length;
    for (const row of X) if (row.length !== this.d) throw new TypeError('rows of unlike width');
    this.columns = Array.from({ length: this.d }, (_, j) => Float64Array.from(X, row => row[j]));
    this.mean = this.columns.map(column => column.reduce((a, b) => a + b, 0) / this.n);
    this.columns = this.columns.map((column, j) => column.map(x => x - this.mean[j]));
  }
}

function inner(a: Float64Array, b: Float64Array): number {
  let s = 0;
  for (let i = 0; i < a.length; i++) s += a[i] * b[i];
  return s;
}

function rotate(a: Float64Array, b: Float64Array, c: number, s: number): void {
  for (let i = 0; i < a.length; i++) {
    const x = a[i];
    a[i] = c * x - s * b[i];
    b[i] = s * x + c * b[i];
  }
}

export function covariance(X: number[][]): number[][] {
  const { columns, n } = new Table(X);
  return columns.map(a => columns.map(b => inner(a, b) / (n - 1)));
}

export function pca(X: number[][], k: number) {
  const table = new Table(X);
  const { n, d, columns, mean } = table;
  if (!(k >= 1) || k > d || k > n - 1) throw new RangeError(`${k} components of ${n} × ${d}`);
  const total = columns.reduce((sum, column) => sum + inner(column, column), 0) / (n - 1);
  if (total === 0) throw new RangeError('no variance at all');
  const V = columns.map((_, j) => Float64Array.from({ length: d }, (_, i) => Number(i === j)));
  for (let sweep = 0; sweep < 40; sweep++) {
    for (let p = 0; p < d - 1; p++) {
      for (let q = p + 1; q < d; q++) {
        const [a, b, g] = [
          inner(columns[p], columns[p]),
          inner(columns[q], columns[q]),
          inner(columns[p], columns[q]),
        ];
        if (Math.abs(g) <= 1e-17 * Math.sqrt(a * b)) continue;
        const zeta = (b - a) / (2 * g);
        const t = (zeta >= 0 ? 1 : -1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
        const c = 1 / Math.sqrt(1 + t * t);
        rotate(columns[p], columns[q], c, c * t);
        rotate(V[p], V[q], c, c * t);
      }
    }
  }
  const order = columns
    .map((column, j) => ({ j, variance: inner(column, column) / (n - 1) }))
    .sort((a, b) => b.variance - a.variance)
    .slice(0, k);
  const components = order.map(({ j }) => {
    const v = Array.from(V[j]);
    const sizes = v.map(Math.abs);
    const sign = v[sizes.indexOf(Math.max(...sizes))] < 0 ? -1 : 1;
    return v.map(x => sign * x);
  });
  const explainedVariance = order.map(({ variance }) => variance);
  return {
    mean,
    components,
    explainedVariance,
    explainedVarianceRatio: explainedVariance.map(variance => variance / total),
  };
}

interface Model {
  mean: ArrayLike<number>;
  components: number[][];
}

function verify({ mean, components }: Model): void {
  if (components.some(row => row.length !== mean.length))
    throw new TypeError('components and mean');
}

export function transform(X: number[][], model: Model): number[][] {
  verify(model);
  const { mean, components } = model;
  const out: number[][] = [];
  for (const row of X) {
    if (row.length !== mean.length) throw new TypeError('a row and the mean');
    const scores: number[] = [];
    for (const component of components) {
      let score = 0;
      for (let j = 0; j < row.length; j++) score += component[j] * (row[j] - mean[j]);
      scores.push(score);
    }
    out.push(scores);
  }
  return out;
}

export function inverseTransform(scores: number[][], model: Model): number[][] {
  verify(model);
  const { mean, components } = model;
  return scores.map(row => {
    if (row.length !== components.length) throw new TypeError('scores and components');
    return Array.from(mean, (m, j) => {
      let x = m;
      for (let c = 0; c < row.length; c++) x += row[c] * components[c][j];
      return x;
    });
  });
}
