// Linear algebra: one-hot matrices whose product is the table; MCC as a correlation of class memberships.
const sum = (v: number[]): number => (v.length === 0 ? 0 : v[0] + sum(v.slice(1)));
const dot = (u: number[], v: number[]) => u.reduce((s, x, i) => s + x * v[i], 0);
const transpose = (A: number[][]) => A[0].map((_, j) => A.map(row => row[j]));
const safe = (a: number, b: number) => (a === 0 && b === 0 ? 0 : a / b);

function oneHot(labels: number[], K: number): number[][] {
  return Array.from({ length: K }, (_, k) => labels.map(label => Number(label === k))); // [K][n]
}

export function confusionMatrix(y: number[], predicted: number[], K: number): number[][] {
  if (predicted.length < y.length || predicted.length > y.length)
    throw new TypeError('lengths differ');
  const T = oneHot(y, K);
  const P = oneHot(predicted, K);
  // A label without a class leaves its column without a one.
  const ones = (H: number[][]) => H.reduce((s, row) => s + row.reduce((a, b) => a + b, 0), 0);
  if (ones(T) !== y.length || ones(P) !== y.length)
    throw new RangeError('a label outside the classes');
  return T.map(t => P.map(p => dot(t, p)));
}

export function report(
  matrix: number[][],
  { beta = 1, average = 'macro' }: { beta?: number; average?: string } = {},
) {
  if (matrix.length === 0 || matrix.some(row => row.length !== matrix.length))
    throw new RangeError('not a square');
  if (!(beta >= 0 && beta <= Number.MAX_VALUE)) throw new RangeError('beta');
  const weightsOf: Record<string, (supports: number[]) => number[]> = Object.assign(
    Object.create(null),
    {
      macro: (s: number[]) => s.map(() => 1),
      weighted: (s: number[]) => s,
      micro: (s: number[]) => s,
    },
  );
  if (!(average in weightsOf)) throw new RangeError('average');

  const diagonal = matrix.map((row, k) => row[k]);
  const support = matrix.map(sum);
  const claimed = transpose(matrix).map(sum);
  const n = sum(support);
  const precision = diagonal.map((x, k) => safe(x, claimed[k]));
  const recall = diagonal.map((x, k) => safe(x, support[k]));
  const fBeta = diagonal.map((x, k) =>
    safe(x * (1 + beta ** 2), claimed[k] + beta ** 2 * support[k]),
  );
  const accuracy = safe(sum(diagonal), n);
  const w = weightsOf[average](support);
  const mean = (v: number[]) => (average === 'micro' ? accuracy : safe(dot(v, w), sum(w)));

  // Correlation of "is 1" and "is called 1": covariance over both deviations, all times n².
  const correlation = () =>
    safe(
      n * matrix[1][1] - support[1] * claimed[1],
      Math.sqrt((n - support[1]) * support[1]) * Math.sqrt((n - claimed[1]) * claimed[1]),
    );
  return {
    accuracy,
    balancedAccuracy: safe(sum(recall), support.filter(Boolean).length),
    precision: mean(precision),
    recall: mean(recall),
    fBeta: mean(fBeta),
    mcc: matrix.length === 2 ? correlation() : null,
    perClass: diagonal.map((_, k) => ({
      precision: precision[k],
      recall: recall[k],
      fBeta: fBeta[k],
      support: support[k],
    })),
  };
}
