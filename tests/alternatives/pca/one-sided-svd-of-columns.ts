// Right: a singular value decomposition by one-sided rotations that make the centred columns orthogonal to each other, without any covariance matrix.
interface Column {
  /** a combination of centred features, one entry for each row */
  data: Float64Array;
  /** how it is combined, one entry for each feature */
  recipe: Float64Array;
}

const product = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let s = 0;
  for (let i = 0; i < a.length; i++) s += a[i] * b[i];
  return s;
};

function rotate(a: Float64Array, b: Float64Array, c: number, s: number): void {
  for (let i = 0; i < a.length; i++) {
    const x = a[i];
    a[i] = c * x - s * b[i];
    b[i] = s * x + c * b[i];
  }
}

function centredColumns(X: number[][]): { mean: number[]; columns: Float64Array[] } {
  if (X.length < 2) throw new RangeError('rows');
  const d = X[0].length;
  X.forEach(row => {
    if (row.length !== d) throw new TypeError('widths');
  });
  const mean: number[] = [];
  const columns = Array.from({ length: d }, (_, j) => {
    const column = Float64Array.from(X, row => row[j]);
    const m = column.reduce((a, b) => a + b, 0) / X.length;
    mean.push(m);
    return column.map(x => x - m);
  });
  return { mean, columns };
}

export function covariance(X: number[][]): number[][] {
  const { columns } = centredColumns(X);
  return columns.map(a => columns.map(b => product(a, b) / (X.length - 1)));
}

function orthogonalise(columns: Column[]): void {
  for (let sweep = 0; sweep < 60; sweep++) {
    let busy = false;
    columns.forEach((a, i) =>
      columns.slice(i + 1).forEach(b => {
        const aa = product(a.data, a.data);
        const bb = product(b.data, b.data);
        const ab = product(a.data, b.data);
        if (ab === 0 || Math.abs(ab) < 1e-15 * Math.sqrt(aa * bb)) return;
        busy = true;
        const z = (bb - aa) / (2 * ab);
        const t = Math.sign(z || 1) / (Math.abs(z) + Math.sqrt(1 + z * z));
        const c = 1 / Math.sqrt(1 + t * t);
        rotate(a.data, b.data, c, c * t);
        rotate(a.recipe, b.recipe, c, c * t);
      }),
    );
    if (!busy) return;
  }
}

function positive(v: Float64Array): number[] {
  let top = 0;
  v.forEach((x, j) => {
    if (Math.abs(x) > Math.abs(v[top])) top = j;
  });
  return Array.from(v, x => (v[top] < 0 ? 0 - x : x));
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
  const { mean, columns } = centredColumns(X);
  if (k < 1 || k > Math.min(columns.length, X.length - 1)) throw new RangeError('k');
  const first = X[0].join(' ');
  if (X.every(row => row.join(' ') === first)) throw new RangeError('all rows are equal');
  const all: Column[] = columns.map((data, j) => ({
    data: data.slice(),
    recipe: Float64Array.from(columns, (_, i) => Number(i === j)),
  }));
  orthogonalise(all);
  const sized = all
    .map(({ data, recipe }) => ({ variance: product(data, data) / (X.length - 1), recipe }))
    .sort((a, b) => b.variance - a.variance);
  const total = columns.reduce((s, c) => s + product(c, c), 0) / (X.length - 1);
  const kept = sized.slice(0, k);
  return {
    mean,
    components: kept.map(c => positive(c.recipe)),
    explainedVariance: kept.map(c => c.variance),
    explainedVarianceRatio: kept.map(c => c.variance / total),
  };
}

function widthsAre(rows: number[][], width: number): void {
  if (!rows.every(row => row.length === width)) throw new TypeError(`width ${width} expected`);
}

export function transform(
  X: number[][],
  { mean, components }: { mean: number[]; components: number[][] },
): number[][] {
  widthsAre([...X, ...components], mean.length);
  return X.map(row =>
    components.map(v =>
      product(
        v,
        row.map((x, j) => x - mean[j]),
      ),
    ),
  );
}

export function inverseTransform(
  scores: number[][],
  { mean, components }: { mean: number[]; components: number[][] },
): number[][] {
  widthsAre(components, mean.length);
  widthsAre(scores, components.length);
  return scores.map(t =>
    mean.map(
      (m, j) =>
        m +
        product(
          t,
          components.map(v => v[j]),
        ),
    ),
  );
}
