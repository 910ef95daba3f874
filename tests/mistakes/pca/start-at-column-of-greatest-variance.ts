// Wrong on rare input: power iteration starts from the covariance column of the feature with the greatest variance, which may be uncorrelated with a stronger group.
type Vec = number[];

const dot = (a: Vec, b: Vec): number => a.reduce((s, x, i) => s + x * b[i], 0);
const unit = (v: Vec): Vec => {
  const l = Math.sqrt(dot(v, v));
  return v.map(x => x / l);
};

class Data {
  readonly centre: Vec;

  constructor(readonly X: number[][]) {
    if (X.length < 2) throw new RangeError('at least two rows');
    if (X.some(row => row.length !== X[0].length)) throw new TypeError('rows differ');
    this.centre = X[0].map((_, j) => X.map(row => row[j]).reduce((a, b) => a + b) / X.length);
  }

  covariance(): number[][] {
    const columns = this.centre.map((m, j) => this.X.map(row => row[j] - m));
    return columns.map(a => columns.map(b => dot(a, b) / (this.X.length - 1)));
  }

  get flat(): boolean {
    return this.X.every(row => row.every((x, j) => x === this.X[0][j]));
  }
}

function strongest(C: number[][]): Vec {
  const variances = C.map((row, i) => row[i]);
  const column = C[variances.indexOf(Math.max(...variances))];
  if (!column || dot(column, column) === 0) return C.map((_, i) => (i === 0 ? 1 : 0));
  let v = unit(column);
  for (let round = 0; round < 400; round++) {
    const w = C.map(row => dot(row, v));
    if (dot(w, w) === 0) break;
    v = unit(w);
  }
  return v;
}

export function covariance(X: number[][]): number[][] {
  return new Data(X).covariance();
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
  const data = new Data(X);
  if (k < 1 || k > Math.min(data.centre.length, X.length - 1))
    throw new RangeError('k out of range');
  if (data.flat) throw new RangeError('rows are all equal');
  let C = data.covariance();
  const total = C.reduce((s, row, i) => s + row[i], 0);
  const found = Array.from({ length: k }, () => {
    const v = strongest(C);
    const variance = dot(
      v,
      C.map(row => dot(row, v)),
    );
    C = C.map((row, i) => row.map((c, j) => c - variance * v[i] * v[j]));
    const top = v.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
    return { v: top < 0 ? v.map(x => -x) : v, variance };
  });
  return {
    mean: data.centre,
    components: found.map(f => f.v),
    explainedVariance: found.map(f => f.variance),
    explainedVarianceRatio: found.map(f => f.variance / total),
  };
}

function same(length: number, ...groups: number[][][]): void {
  for (const list of groups.flat()) if (list.length !== length) throw new TypeError('length');
}

export function transform(
  X: number[][],
  model: { mean: number[]; components: number[][] },
): number[][] {
  same(model.mean.length, X, model.components);
  return X.map(row =>
    model.components.map(v =>
      dot(
        row.map((x, j) => x - model.mean[j]),
        v,
      ),
    ),
  );
}

export function inverseTransform(
  scores: number[][],
  model: { mean: number[]; components: number[][] },
): number[][] {
  same(model.mean.length, model.components);
  same(model.components.length, scores);
  return scores.map(row =>
    row.reduce((x, t, c) => x.map((v, j) => v + t * model.components[c][j]), model.mean.slice()),
  );
}
