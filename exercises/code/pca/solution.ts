interface Model {
  mean: number[]; // [d]
  components: number[][]; // [k][d]
}

/** The covariance of every pair of features, with n − 1. */
export function covariance(X: number[][]): number[][] {
  if (X.length < 2) throw new RangeError(`covariance: ${X.length} rows, and two are needed`);
  checkWidths('covariance', X, X[0].length);
  const mean = means(X);
  const centred = X.map(row => row.map((x, j) => x - mean[j])); // [n][d]
  return mean.map((_, i) =>
    mean.map((_, j) => centred.reduce((sum, row) => sum + row[i] * row[j], 0) / (X.length - 1)),
  ); // [d][d]
}

/**
 * The k directions of greatest variance: the leading eigenvectors of the covariance. Each is taken
 * out of the matrix before the next is looked for.
 */
export function pca(
  X: number[][],
  k: number,
): Model & { explainedVariance: number[]; explainedVarianceRatio: number[] } {
  let rest = covariance(X); // what the components so far leave unexplained [d][d]
  const most = Math.min(X.length - 1, X[0].length);
  if (!(k >= 1 && k <= most)) throw new RangeError(`pca: ${k} components, not 1 to ${most}`);
  const total = rest.reduce((sum, row, j) => sum + row[j], 0);
  if (total === 0) throw new RangeError('pca: all rows are equal');

  const components: number[][] = [];
  const explainedVariance: number[] = [];
  while (components.length < k) {
    const v = leading(rest);
    const variance = dot(v, times(rest, v));
    components.push(v);
    explainedVariance.push(variance);
    rest = rest.map((row, i) => row.map((c, j) => c - variance * v[i] * v[j]));
  }
  const explainedVarianceRatio = explainedVariance.map(variance => variance / total);
  return { mean: means(X), components, explainedVariance, explainedVarianceRatio };
}

/** Where rows lie along the components, seen from the mean. */
export function transform(X: number[][], { mean, components }: Model): number[][] {
  checkWidths('transform', components, mean.length);
  checkWidths('transform', X, mean.length);
  return X.map(row => {
    const centred = row.map((x, j) => x - mean[j]); // [d]
    return times(components, centred);
  }); // [m][k]
}

/** The rows that have these scores and nothing beside the components. */
export function inverseTransform(scores: number[][], { mean, components }: Model): number[][] {
  checkWidths('inverseTransform', components, mean.length);
  checkWidths('inverseTransform', scores, components.length);
  return scores.map(row =>
    mean.map((centre, j) => row.reduce((sum, score, c) => sum + score * components[c][j], centre)),
  ); // [m][d]
}

/**
 * The eigenvector of the largest eigenvalue of a symmetric matrix without negative ones: power
 * iteration that doubles its power. C, C², C⁴, … come ever nearer to a multiple of vvᵀ, in which every
 * row lies along v; and no start can be orthogonal to it, since there is none.
 */
function leading(C: number[][]): number[] {
  let power = C;
  for (let doubling = 0; doubling < 30; doubling += 1) {
    const largest = Math.max(...power.flat().map(Math.abs)) || 1;
    const scaled = power.map(row => row.map(c => c / largest));
    power = scaled.map(row => times(scaled, row)); // symmetric, so rows are columns
  }
  const diagonal = power.map((row, j) => row[j]);
  return oriented(power[diagonal.indexOf(Math.max(...diagonal))]);
}

/** Of length 1, with a positive entry of largest magnitude. */
function oriented(v: number[]): number[] {
  const length = Math.sqrt(dot(v, v)) || 1;
  const sizes = v.map(Math.abs);
  const sign = Math.sign(v[sizes.indexOf(Math.max(...sizes))]);
  return v.map(x => (sign * x) / length);
}

function means(X: number[][]): number[] {
  return X[0].map((_, j) => X.reduce((sum, row) => sum + row[j], 0) / X.length); // [d]
}

function dot(a: number[], b: number[]): number {
  let sum = 0;
  for (let j = 0; j < a.length; j += 1) sum += a[j] * b[j];
  return sum;
}

function times(A: number[][], v: number[]): number[] {
  return A.map(row => dot(row, v));
}

function checkWidths(caller: string, rows: number[][], width: number): void {
  const odd = rows.find(row => row.length !== width);
  if (odd) throw new TypeError(`${caller}: a row of ${odd.length} where ${width} are needed`);
}
