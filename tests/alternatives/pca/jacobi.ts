// Cyclic Jacobi rotations on the covariance; pairs sorted at the end.
type Model = { mean: number[]; components: number[][] };

function assertRows(rows: number[][], width: number, what: string) {
  rows.forEach((row, i) => {
    if (row.length !== width) throw new TypeError(`${what} ${i} has ${row.length} entries`);
  });
}

function averages(X: number[][]): number[] {
  const sums = new Array<number>(X[0].length).fill(0);
  for (const row of X) for (let j = 0; j < row.length; j++) sums[j] += row[j];
  return sums.map(s => s / X.length);
}

export function covariance(X: number[][]): number[][] {
  if (X.length < 2) throw new RangeError('covariance needs two rows');
  assertRows(X, X[0].length, 'row');
  const m = averages(X);
  const d = m.length;
  const C = Array.from({ length: d }, () => new Array<number>(d).fill(0));
  for (const row of X) {
    for (let i = 0; i < d; i++) {
      for (let j = i; j < d; j++) C[i][j] += (row[i] - m[i]) * (row[j] - m[j]);
    }
  }
  for (let i = 0; i < d; i++) {
    for (let j = i; j < d; j++) {
      C[i][j] /= X.length - 1;
      C[j][i] = C[i][j];
    }
  }
  return C;
}

function eigen(S: number[][]): { value: number; vector: number[] }[] {
  const d = S.length;
  const A = S.map(row => [...row]);
  const V = A.map((_, i) => A.map((_, j) => Number(i === j)));
  for (let sweep = 0; sweep < 60; sweep++) {
    for (let p = 0; p < d; p++) {
      for (let q = p + 1; q < d; q++) {
        if (A[p][q] === 0) continue;
        const theta = 0.5 * Math.atan2(2 * A[p][q], A[q][q] - A[p][p]);
        const c = Math.cos(theta);
        const s = Math.sin(theta);
        for (let k = 0; k < d; k++) {
          const [x, y] = [A[k][p], A[k][q]];
          A[k][p] = c * x - s * y;
          A[k][q] = s * x + c * y;
        }
        for (let k = 0; k < d; k++) {
          const [x, y] = [A[p][k], A[q][k]];
          A[p][k] = c * x - s * y;
          A[q][k] = s * x + c * y;
          const [v, w] = [V[k][p], V[k][q]];
          V[k][p] = c * v - s * w;
          V[k][q] = s * v + c * w;
        }
      }
    }
  }
  return A.map((_, j) => ({ value: A[j][j], vector: V.map(row => row[j]) })).sort(
    (a, b) => b.value - a.value,
  );
}

export function pca(X: number[][], k: number) {
  const C = covariance(X);
  if (k < 1 || k > C.length || k > X.length - 1) throw new RangeError(`k = ${k}`);
  if (X.every(row => row.every((x, j) => x === X[0][j]))) throw new RangeError('all rows equal');
  const total = C.reduce((sum, row, i) => sum + row[i], 0);
  const top = eigen(C).slice(0, k);
  return {
    mean: averages(X),
    components: top.map(({ vector }) => {
      const lead = vector.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
      return lead < 0 ? vector.map(x => -x) : vector;
    }),
    explainedVariance: top.map(({ value }) => value),
    explainedVarianceRatio: top.map(({ value }) => value / total),
  };
}

export function transform(X: number[][], { mean, components }: Model): number[][] {
  assertRows(X, mean.length, 'row');
  assertRows(components, mean.length, 'component');
  return X.map(row =>
    components.map(c => c.reduce((sum, w, j) => sum + w * (row[j] - mean[j]), 0)),
  );
}

export function inverseTransform(scores: number[][], { mean, components }: Model): number[][] {
  assertRows(scores, components.length, 'score row');
  assertRows(components, mean.length, 'component');
  return scores.map(row => {
    const out = [...mean];
    for (const [c, s] of row.entries())
      for (const [j, w] of components[c].entries()) out[j] += s * w;
    return out;
  });
}
