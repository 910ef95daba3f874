// Wrong: transform and inverseTransform bring the components of a given model to length 1 before they use them.
type Model = { mean: number[]; components: number[][] };

const scalar = (a: number[], b: number[]): number => {
  let s = 0;
  a.forEach((x, i) => {
    s += x * b[i];
  });
  return s;
};

const toLengthOne = (v: number[]): number[] => {
  const l = Math.hypot(...v);
  return l > 0 ? v.map(x => x / l) : v.slice();
};

function rectangular(X: number[][]): void {
  if (X.length <= 1) throw new RangeError('not enough rows');
  if (new Set(X.map(row => row.length)).size !== 1) throw new TypeError('not a table');
}

function centred(X: number[][]): [number[], number[][]] {
  const m = X[0].map((_, j) => X.reduce((s, row) => s + row[j], 0) / X.length);
  return [m, X.map(row => row.map((x, j) => x - m[j]))];
}

export function covariance(X: number[][]): number[][] {
  rectangular(X);
  const [m, Z] = centred(X);
  return m.map((_, i) => m.map((__, j) => Z.reduce((s, z) => s + z[i] * z[j], 0) / (X.length - 1)));
}

/** The best of several starts: every axis takes its turn, and the greatest variance wins. */
function dominant(C: number[][]): { v: number[]; variance: number } {
  const image = (v: number[]) => C.map(row => scalar(row, v));
  const trials = C.map((_, axis) => {
    let v: number[] = C.map((__, i) => (i === axis ? 1 : 0));
    for (let step = 0; step < 300; step++) {
      const w = image(v);
      if (w.every(x => x === 0)) break;
      v = toLengthOne(w);
    }
    return { v, variance: scalar(v, image(v)) };
  });
  return trials.reduce((a, b) => (b.variance > a.variance ? b : a));
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
  let C = covariance(X);
  if (k < 1 || k > Math.min(C.length, X.length - 1)) throw new RangeError('k');
  if (X.every(row => row.every((x, j) => x === X[0][j]))) throw new RangeError('all rows equal');
  const total = C.reduce((s, row, i) => s + row[i], 0);
  const parts: { v: number[]; variance: number }[] = [];
  for (let c = 0; c < k; c++) {
    const { v, variance } = dominant(C);
    C = C.map((row, i) => row.map((x, j) => x - variance * v[i] * v[j]));
    const top = v.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
    parts.push({ v: v.map(x => (top < 0 ? -x : x)), variance });
  }
  return {
    mean: centred(X)[0],
    components: parts.map(({ v }) => v),
    explainedVariance: parts.map(({ variance }) => variance),
    explainedVarianceRatio: parts.map(({ variance }) => variance / total),
  };
}

function usable({ mean, components }: Model): number[][] {
  return components.map(v => {
    if (v.length !== mean.length) throw new TypeError('a component of another width');
    return toLengthOne(v);
  });
}

export function transform(
  X: number[][],
  model: { mean: number[]; components: number[][] },
): number[][] {
  const axes = usable(model);
  if (X.some(row => row.length !== model.mean.length))
    throw new TypeError('a row of another width');
  return X.map(row =>
    axes.map(v =>
      scalar(
        v,
        row.map((x, j) => x - model.mean[j]),
      ),
    ),
  );
}

export function inverseTransform(
  scores: number[][],
  model: { mean: number[]; components: number[][] },
): number[][] {
  const axes = usable(model);
  if (scores.some(t => t.length !== axes.length)) throw new TypeError('scores of another width');
  return scores.map(t =>
    model.mean.map(
      (m, j) =>
        m +
        scalar(
          t,
          axes.map(v => v[j]),
        ),
    ),
  );
}
