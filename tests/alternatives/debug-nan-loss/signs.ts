// Everything in terms of s = ±1 and the margin s·z: the loss is log(1 + exp(−margin)).

function toSigns(y: number[]): (1 | -1)[] {
  const low = y.find(label => label !== 1) ?? 0; // the code of the other class, if it occurs
  if (low !== 0 && low !== -1) throw new RangeError(`label ${low} is neither 0, 1 nor −1`);
  return y.map(label => {
    if (label === 1) return 1;
    if (label === low) return -1;
    throw new RangeError(`label ${label} beside ${low}`);
  });
}

function logAddExp(a: number, b: number): number {
  const [small, large] = a < b ? [a, b] : [b, a];
  return large + Math.log1p(Math.exp(small - large));
}

function average<T>(list: T[], of: (item: T, i: number) => number): number {
  let total = 0;
  list.forEach((item, i) => {
    total += of(item, i);
  });
  return total / list.length;
}

export function binaryLabels(y: number[]): number[] {
  return toSigns(y).map(s => (1 + s) / 2);
}

export function logLoss(logits: number[], y: number[]): number {
  if (y.length !== logits.length) throw new TypeError('logits and labels must pair up');
  return average(logits, (z, i) => logAddExp(0, (1 - 2 * y[i]) * z));
}

export function standardise(X: number[][]) {
  const first = X.at(0);
  if (first === undefined) throw new RangeError('no rows');
  if (!X.every(row => row.length === first.length)) throw new TypeError('rows differ in length');
  const stats = first.map((origin, j) => {
    // Measured from the first value, so that equal values have a spread of exactly 0.
    const shift = average(X, row => row[j] - origin);
    const variance = average(X, row => (row[j] - origin - shift) ** 2);
    return { mean: origin + shift, deviation: variance > 0 ? variance ** 0.5 : 1 };
  });
  return {
    Z: X.map(row => row.map((x, j) => (x - stats[j].mean) / stats[j].deviation)),
    means: stats.map(s => s.mean),
    deviations: stats.map(s => s.deviation),
  };
}

export function train(
  X: number[][],
  y: number[],
  options: { steps: number; learningRate: number },
): { weights: number[]; bias: number; losses: number[] } {
  if (!(options.learningRate > 0 && Number.isFinite(options.learningRate))) {
    throw new RangeError(`learningRate ${options.learningRate}`);
  }
  const { Z, means, deviations } = standardise(X);
  const signs = toSigns(y);
  if (signs.length !== Z.length) throw new TypeError('rows and labels must pair up');

  const walk = (
    v: number[],
    c: number,
    left: number,
    losses: number[],
  ): { v: number[]; c: number; losses: number[] } => {
    const margins = Z.map((z, i) => signs[i] * z.reduce((s, value, j) => s + value * v[j], c));
    const grown = [...losses, average(margins, m => logAddExp(0, -m))];
    if (left === 0) return { v, c, losses: grown };
    const force = margins.map((m, i) => signs[i] * (0.5 - 0.5 * Math.tanh(m / 2)));
    const further = v.map(
      (value, j) => value + options.learningRate * average(force, (q, i) => q * Z[i][j]),
    );
    return walk(further, c + options.learningRate * average(force, q => q), left - 1, grown);
  };
  const { v, c, losses } = walk(
    means.map(() => 0),
    0,
    options.steps,
    [],
  );
  const weights = v.map((value, j) => value / deviations[j]);
  const atMeans = weights.map((w, j) => w * means[j]).reduce((a, b) => a + b, 0);
  return { weights, bias: c - atMeans, losses };
}
