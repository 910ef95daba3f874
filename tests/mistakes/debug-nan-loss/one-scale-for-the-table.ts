// Two things: one mean and one deviation for the whole table, and any positive label counts as 1.
export function binaryLabels(y: number[]): number[] {
  return y.map(v => (v > 0 ? 1 : 0));
}
export function standardise(X: number[][]) {
  if (X.length === 0) throw new RangeError('X');
  if (X.some(r => r.length !== X[0].length)) throw new TypeError('X');
  const flat = X.flat();
  const m = flat.reduce((a, b) => a + b, 0) / flat.length;
  const s = Math.sqrt(flat.reduce((a, b) => a + (b - m) ** 2, 0) / flat.length) || 1;
  return {
    Z: X.map(r => r.map(x => (x - m) / s)),
    means: X[0].map(() => m),
    deviations: X[0].map(() => s),
  };
}
export function logLoss(logits: number[], y: number[]): number {
  if (logits.length !== y.length) throw new TypeError('y');
  const soft = (a: number) => Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a)));
  let sum = 0;
  for (let i = 0; i < y.length; i++) sum += y[i] === 1 ? soft(-logits[i]) : soft(logits[i]);
  return sum / y.length;
}
export function train(X: number[][], y: number[], opts: { steps: number; learningRate: number }) {
  if (!(opts.learningRate > 0 && opts.learningRate < Infinity)) throw new RangeError('rate');
  if (X.length !== y.length) throw new TypeError('y');
  const { Z, means, deviations } = standardise(X);
  const t = binaryLabels(y);
  let w = means.map(() => 0);
  let b = 0;
  const f = () => Z.map(r => r.reduce((s, x, j) => s + x * w[j], b));
  const losses = [logLoss(f(), t)];
  for (let k = 0; k < opts.steps; k++) {
    const e = f().map((z, i) => 1 / (1 + Math.exp(-z)) - t[i]);
    w = w.map(
      (v, j) => v - (opts.learningRate * e.reduce((s, q, i) => s + q * Z[i][j], 0)) / e.length,
    );
    b -= (opts.learningRate * e.reduce((s, q) => s + q, 0)) / e.length;
    losses.push(logLoss(f(), t));
  }
  w = w.map((v, j) => v / deviations[j]);
  return { weights: w, bias: b - w.reduce((s, v, j) => s + v * means[j], 0), losses };
}
