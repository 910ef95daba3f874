// Eigenvalues by counting: the signs of the pivots of C − xI tell how many lie below x. Each vector
// comes from solving (C − xI) v = something just beside its eigenvalue.
interface Model {
  readonly mean: readonly number[];
  readonly components: readonly (readonly number[])[];
}

const widthError = (found: number, wanted: number) =>
  new TypeError(`width ${found}, not ${wanted}`);

function eachHas(rows: readonly (readonly number[])[], width: number): void {
  const bad = rows.find(({ length }) => length !== width);
  if (bad !== undefined) throw widthError(bad.length, width);
}

function runningMeans(X: readonly (readonly number[])[]): number[] {
  return X.reduce<number[]>(
    (mean, row, r) => mean.map((m, j) => m + (row[j] - m) / (r + 1)),
    X[0].map(() => 0),
  );
}

export function covariance(X: number[][]): number[][] {
  if (!(X.length > 1)) throw new RangeError('covariance of fewer than two rows');
  eachHas(X, X[0].length);
  // Products of pairs of rows: no mean is needed for the covariance at all.
  const n = X.length;
  const C = X[0].map(() => X[0].map(() => 0));
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      C.forEach((line, i) => {
        line.forEach((_, j) => {
          line[j] += ((X[a][i] - X[b][i]) * (X[a][j] - X[b][j])) / (n * (n - 1));
        });
      });
    }
  }
  return C;
}

/** How many eigenvalues of C are below x. */
function below(C: number[][], x: number): number {
  const A = C.map((row, i) => row.map((c, j) => (i === j ? c - x : c)));
  let count = 0;
  for (let p = 0; p < A.length; p++) {
    if (A[p][p] === 0) A[p][p] = 1e-300;
    if (A[p][p] < 0) count++;
    for (let i = p + 1; i < A.length; i++) {
      const factor = A[i][p] / A[p][p];
      for (let j = p; j < A.length; j++) A[i][j] -= factor * A[p][j];
    }
  }
  return count;
}

function solve(C: number[][], shift: number, b: number[]): number[] {
  const A = C.map((row, i) => [...row.map((c, j) => (i === j ? c - shift : c)), b[i]]);
  const d = A.length;
  for (let p = 0; p < d; p++) {
    let pivot = p;
    for (let i = p; i < d; i++) if (Math.abs(A[i][p]) > Math.abs(A[pivot][p])) pivot = i;
    [A[p], A[pivot]] = [A[pivot], A[p]];
    for (let i = p + 1; i < d; i++) {
      const factor = A[i][p] / A[p][p];
      for (let j = p; j <= d; j++) A[i][j] -= factor * A[p][j];
    }
  }
  const v = new Array<number>(d).fill(0);
  for (let i = d - 1; i >= 0; i--) {
    let rest = A[i][d];
    for (let j = i + 1; j < d; j++) rest -= A[i][j] * v[j];
    v[i] = rest / A[i][i];
  }
  return v;
}

export function pca(X: number[][], k: number) {
  const C = covariance(X);
  const d = C.length;
  if (k < 1 || k > Math.min(d, X.length - 1)) throw new RangeError(`cannot give ${k} components`);
  let total = 0;
  for (let j = 0; j < d; j++) total += C[j][j];
  if (total === 0) throw new RangeError('the rows are all the same');
  const explainedVariance: number[] = [];
  const components: number[][] = [];
  for (let c = 0; c < k; c++) {
    let low = 0;
    let high = total * 1.5;
    for (let halving = 0; halving < 110; halving++) {
      const middle = (low + high) / 2;
      if (below(C, middle) <= d - 1 - c) low = middle;
      else high = middle;
    }
    const value = (low + high) / 2;
    explainedVariance.push(value);
    let v = C.map((_, i) => Math.sin(2 + i * i));
    for (let again = 0; again < 4; again++) {
      v = solve(C, value + total * 3e-10, v);
      const length = Math.hypot(...v);
      v = v.map(x => x / length);
    }
    const largest = Math.max(...v.map(Math.abs));
    if (v.includes(-largest)) v = v.map(x => -x);
    components.push(v);
  }
  return {
    mean: runningMeans(X),
    components,
    explainedVariance,
    explainedVarianceRatio: explainedVariance.map(v => v / total),
  };
}

export function transform(X: number[][], { mean, components }: Model): number[][] {
  eachHas(X, mean.length);
  eachHas(components, mean.length);
  return X.map(row =>
    components.map(component => {
      let score = 0;
      component.forEach((weight, j) => {
        score += weight * (row[j] - mean[j]);
      });
      return score;
    }),
  );
}

export function inverseTransform(scores: number[][], { mean, components }: Model): number[][] {
  eachHas(components, mean.length);
  eachHas(scores, components.length);
  return scores.map(row =>
    components.reduce<number[]>(
      (point, component, c) => point.map((x, j) => x + row[c] * component[j]),
      [...mean],
    ),
  );
}
