// Right: the deflated covariance is squared over and over, which needs no start vector, and its longest column is the next component.
class Matrix {
  constructor(
    readonly d: number,
    readonly cells: Float64Array = new Float64Array(d * d),
  ) {}

  at(i: number, j: number): number {
    return this.cells[i * this.d + j];
  }

  squared(): Matrix {
    const { d } = this;
    const out = new Matrix(d);
    for (let i = 0; i < d; i++) {
      for (let l = 0; l < d; l++) {
        const x = this.at(i, l);
        if (x !== 0) for (let j = 0; j < d; j++) out.cells[i * d + j] += x * this.at(l, j);
      }
    }
    return out;
  }

  scaled(): Matrix {
    const largest = this.cells.reduce((m, x) => Math.max(m, Math.abs(x)), 0);
    return new Matrix(this.d, largest > 0 ? this.cells.map(x => x / largest) : this.cells.slice());
  }

  without(v: number[], value: number): Matrix {
    const { d } = this;
    return new Matrix(
      d,
      this.cells.map((x, at) => x - value * v[Math.floor(at / d)] * v[at % d]),
    );
  }

  times(v: number[]): number[] {
    return v.map((_, i) => v.reduce((s, x, j) => s + this.at(i, j) * x, 0));
  }

  column(j: number): number[] {
    return Array.from({ length: this.d }, (_, i) => this.at(i, j));
  }
}

const dot = (a: number[], b: number[]): number => a.reduce((s, x, i) => s + x * b[i], 0);

function unitOutside(v: number[], found: number[][]): number[] | null {
  let rest = v;
  for (let twice = 0; twice < 2; twice++) {
    for (const f of found) {
      const part = dot(rest, f);
      rest = rest.map((x, i) => x - part * f[i]);
    }
  }
  const length = Math.sqrt(dot(rest, rest));
  return length > 1e-8 * Math.sqrt(dot(v, v)) ? rest.map(x => x / length) : null;
}

function leading(C: Matrix, found: number[][]): number[] {
  let M = C.scaled();
  for (let round = 0; round < 12; round++) M = M.squared().scaled();
  const columns = Array.from({ length: C.d }, (_, j) => M.column(j));
  columns.sort((a, b) => dot(b, b) - dot(a, a));
  const axes = columns.map((_, i) => columns.map((__, j) => (i === j ? 1 : 0)));
  for (const candidate of [...columns, ...axes]) {
    if (!candidate.some(x => x !== 0)) continue;
    const v = unitOutside(candidate, found);
    if (v !== null) return v;
  }
  throw new Error('no direction is left');
}

function centre(X: number[][]): { mean: number[]; rows: number[][] } {
  if (X.length < 2) throw new RangeError('fewer than two rows');
  const widths = new Set(X.map(row => row.length));
  if (widths.size > 1) throw new TypeError('widths differ');
  const mean = X[0].map((_, j) => X.reduce((s, row) => s + row[j] / X.length, 0));
  return { mean, rows: X.map(row => row.map((x, j) => x - mean[j])) };
}

function covarianceMatrix(rows: number[][]): Matrix {
  const C = new Matrix(rows[0].length);
  for (const row of rows) {
    row.forEach((x, i) =>
      row.forEach((y, j) => (C.cells[i * C.d + j] += (x * y) / (rows.length - 1))),
    );
  }
  return C;
}

export function covariance(X: number[][]): number[][] {
  const C = covarianceMatrix(centre(X).rows);
  return Array.from({ length: C.d }, (_, j) => C.column(j));
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
  const { mean, rows } = centre(X);
  if (k < 1 || k > mean.length || k > X.length - 1) throw new RangeError(`k = ${k}`);
  if (!X.some(row => row.some((x, j) => x !== X[0][j]))) throw new RangeError('no variance');
  const C = covarianceMatrix(rows);
  const total = mean.reduce((s, _, j) => s + C.at(j, j), 0);
  const components: number[][] = [];
  const explainedVariance: number[] = [];
  let left = C;
  while (components.length < k) {
    const v = leading(left, components);
    const value = dot(v, C.times(v));
    left = left.without(v, value);
    const top = v.reduce((best, x) => (Math.abs(x) > Math.abs(best) ? x : best), 0);
    components.push(v.map(x => x * Math.sign(top)));
    explainedVariance.push(value);
  }
  return {
    mean,
    components,
    explainedVariance,
    explainedVarianceRatio: explainedVariance.map(v => v / total),
  };
}

function agree(lists: number[][], length: number, what: string): void {
  for (const list of lists) if (list.length !== length) throw new TypeError(what);
}

export function transform(
  X: number[][],
  model: { mean: number[]; components: number[][] },
): number[][] {
  agree(X, model.mean.length, 'rows');
  agree(model.components, model.mean.length, 'components');
  return X.map(row => {
    const off = row.map((x, j) => x - model.mean[j]);
    return model.components.map(v => dot(v, off));
  });
}

export function inverseTransform(
  scores: number[][],
  model: { mean: number[]; components: number[][] },
): number[][] {
  agree(model.components, model.mean.length, 'components');
  agree(scores, model.components.length, 'scores');
  return scores.map(row => {
    const back = [...model.mean];
    row.forEach((t, c) => model.components[c].forEach((x, j) => (back[j] += t * x)));
    return back;
  });
}
