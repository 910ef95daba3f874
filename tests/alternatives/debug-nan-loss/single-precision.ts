/** The data and the parameters in Float32Arrays. */
type Options = { steps: number; learningRate: number };
const f = Math.fround;

export function binaryLabels(y: number[]): Float32Array {
  const kinds = [...new Set(y)].sort((a, b) => a - b).join();
  if (!['', '0', '1', '0,1', '-1', '-1,1'].includes(kinds)) throw new RangeError(`labels ${kinds}`);
  return Float32Array.from(y, label => Math.max(label, 0));
}

export function standardise(X: number[][]) {
  const n = X.length;
  if (n === 0) throw new RangeError('no rows');
  const d = X[0].length;
  for (const row of X) if (row.length !== d) throw new TypeError('ragged rows');
  const means = Float32Array.from({ length: d }, (_, j) => X.reduce((s, row) => s + row[j], 0) / n);
  const deviations = Float32Array.from({ length: d }, (_, j) => {
    let constant = true;
    let total = 0;
    for (const row of X) {
      constant &&= row[j] === X[0][j];
      total += f(row[j] - means[j]) ** 2;
    }
    return constant ? 1 : Math.sqrt(total / n);
  });
  const Z = X.map(row =>
    Float32Array.from(row, (x, j) => {
      const constant = X.every(other => other[j] === x);
      return constant ? 0 : f(x - means[j]) / deviations[j];
    }),
  );
  return { Z, means, deviations };
}

export function logLoss(logits: ArrayLike<number>, y: ArrayLike<number>): number {
  if (logits.length !== y.length) throw new TypeError('lengths differ');
  let total = 0;
  for (let i = 0; i < y.length; i++) {
    const z = logits[i];
    total += Math.max(z, 0) - z * y[i] + f(Math.log1p(Math.exp(-Math.abs(z))));
  }
  return f(total / y.length);
}

export function train(X: number[][], y: number[], { steps, learningRate }: Options) {
  if (!(learningRate > 0) || learningRate === Infinity) throw new RangeError('learningRate');
  if (X.length !== y.length) throw new TypeError('a label for each row');
  const labels = binaryLabels(y);
  const { Z, means, deviations } = standardise(X);
  const v = new Float32Array(means.length);
  const c = new Float32Array(1);
  const losses: number[] = [];
  for (let step = 0; step <= steps; step++) {
    const logits = Float32Array.from(Z, row => row.reduce((s, z, j) => s + z * v[j], c[0]));
    losses.push(logLoss(logits, labels));
    if (step === steps) break;
    const errors = logits.map((z, i) => 1 / (1 + Math.exp(-z)) - labels[i]);
    for (let j = 0; j < v.length; j++) {
      v[j] -= (learningRate * errors.reduce((s, e, i) => s + e * Z[i][j], 0)) / Z.length;
    }
    c[0] -= (learningRate * errors.reduce((s, e) => s + e, 0)) / Z.length;
  }
  const weights = v.map((value, j) => value / deviations[j]);
  return { weights, bias: c[0] - weights.reduce((s, w, j) => s + w * means[j], 0), losses };
}
