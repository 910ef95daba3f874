// Power iteration from each axis in turn, the greatest variance wins; later vectors are kept at right
// angles to the earlier ones instead of deflating the matrix.
const dot = (a: number[], b: number[]) => a.reduce((sum, x, i) => sum + x * b[i], 0);
const demand = (ok: boolean, error: Error) => {
  if (!ok) throw error;
};
const transpose = (X: number[][]) => X[0].map((_, j) => X.map(row => row[j]));
const even = (rows: number[][], width: number) => rows.every(row => row.length === width);

const centre = (X: number[][]) => {
  demand(X.length >= 2, new RangeError('Two rows are needed.'));
  demand(even(X, X[0].length), new TypeError('Rows must be of one width.'));
  const mean = transpose(X).map(column => column.reduce((a, b) => a + b) / X.length);
  return { mean, rows: X.map(row => row.map((x, j) => x - mean[j])) };
};

export const covariance = (X: number[][]): number[][] => {
  const columns = transpose(centre(X).rows);
  return columns.map(a => columns.map(b => dot(a, b) / (X.length - 1)));
};

const without = (v: number[], others: number[][]) =>
  others.reduce((rest, u) => {
    const along = dot(rest, u);
    return rest.map((x, i) => x - along * u[i]);
  }, v);

const climb = (C: number[][], start: number[], found: number[][]) => {
  let v = without(start, found);
  for (let t = 0; t < 400; t++) {
    const w = without(
      C.map(row => dot(row, v)),
      found,
    );
    const length = Math.sqrt(dot(w, w));
    if (length < 1e-300) return null;
    v = w.map(x => x / length);
  }
  return {
    v,
    variance: dot(
      v,
      C.map(row => dot(row, v)),
    ),
  };
};

const positive = (v: number[]) => {
  const at = v.reduce((best, x, i) => (Math.abs(x) > Math.abs(v[best]) ? i : best), 0);
  return v[at] < 0 ? v.map(x => -x) : v;
};

export const pca = (X: number[][], k: number) => {
  const C = covariance(X);
  demand(k >= 1 && k <= Math.min(C.length, X.length - 1), new RangeError('k is out of range.'));
  const total = C.reduce((sum, row, i) => sum + row[i], 0);
  demand(total > 0, new RangeError('Nothing varies.'));
  const axes = C.map((_, i) => C.map((_, j) => (i === j ? 1 : 0)));
  const found: { v: number[]; variance: number }[] = [];
  for (let c = 0; c < k; c++) {
    const earlier = found.map(({ v }) => v);
    const tries = axes.map(axis => climb(C, axis, earlier)).filter(each => each !== null);
    found.push(tries.reduce((a, b) => (b.variance > a.variance ? b : a)));
  }
  return {
    mean: centre(X).mean,
    components: found.map(({ v }) => positive(v)),
    explainedVariance: found.map(({ variance }) => variance),
    explainedVarianceRatio: found.map(({ variance }) => variance / total),
  };
};

type Model = { mean: number[]; components: number[][] };
const fits = ({ mean, components }: Model) =>
  demand(even(components, mean.length), new TypeError('The model does not fit itself.'));

export const transform = (X: number[][], model: Model): number[][] => {
  fits(model);
  demand(even(X, model.mean.length), new TypeError('Rows do not fit the model.'));
  const offsets = model.components.map(c => dot(c, model.mean));
  return X.map(row => model.components.map((c, i) => dot(c, row) - offsets[i]));
};

export const inverseTransform = (scores: number[][], model: Model): number[][] => {
  fits(model);
  demand(even(scores, model.components.length), new TypeError('Scores do not fit the model.'));
  return scores.map(row =>
    model.mean.map(
      (m, j) =>
        m +
        dot(
          row,
          model.components.map(c => c[j]),
        ),
    ),
  );
};
