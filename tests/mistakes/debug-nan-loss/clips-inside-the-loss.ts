const EPS = 1e-12;
const clip = (p: number) => Math.min(1 - EPS, Math.max(EPS, p));

export function binaryLabels(y: number[]) {
  const bad = y.some(v => ![0, 1, -1].includes(v)) || (y.includes(0) && y.includes(-1));
  if (bad) throw new RangeError('labels');
  return y.map(v => (v < 1 ? 0 : 1));
}

export function standardise(X: number[][]) {
  if (X.length === 0) throw new RangeError('no rows');
  const d = X[0].length;
  if (X.some(r => r.length !== d)) throw new TypeError('ragged');
  const means = Array(d).fill(0);
  const deviations = Array(d).fill(0);
  for (const row of X) for (let j = 0; j < d; j++) means[j] += row[j] / X.length;
  for (const row of X) {
    for (let j = 0; j < d; j++) deviations[j] += (row[j] - means[j]) ** 2 / X.length;
  }
  for (let j = 0; j < d; j++) {
    const same = X.every(r => r[j] === X[0][j]);
    deviations[j] = same ? 1 : Math.sqrt(deviations[j]);
  }
  return { Z: X.map(r => r.map((x, j) => (x - means[j]) / deviations[j])), means, deviations };
}

export function logLoss(logits: number[], y: number[]) {
  if (logits.length !== y.length) throw new TypeError('lengths');
  let s = 0;
  for (let i = 0; i < y.length; i++) {
    const p = clip(1 / (1 + Math.exp(-logits[i])));
    s -= y[i] === 1 ? Math.log(p) : Math.log(1 - p);
  }
  return s / y.length;
}

export function train(X: number[][], y: number[], opts: { steps: number; learningRate: number }) {
  if (!(opts.learningRate > 0) || !Number.isFinite(opts.learningRate)) throw new RangeError('rate');
  if (X.length !== y.length) throw new TypeError('y');
  const t = binaryLabels(y);
  const { Z, means, deviations } = standardise(X);
  let w: number[] = means.map(() => 0);
  let b = 0;
  const losses: number[] = [];
  for (let k = 0; k <= opts.steps; k++) {
    const z = Z.map(r => r.reduce((s, v, j) => s + v * w[j], b));
    losses.push(logLoss(z, t));
    if (k === opts.steps) break;
    const e = z.map((v, i) => 1 / (1 + Math.exp(-v)) - t[i]);
    w = w.map(
      (v, j) => v - (opts.learningRate / e.length) * e.reduce((s, x, i) => s + x * Z[i][j], 0),
    );
    b -= (opts.learningRate / e.length) * e.reduce((s, x) => s + x, 0);
  }
  w = w.map((v, j) => v / deviations[j]);
  return { weights: w, bias: b - w.reduce((s, v, j) => s + v * means[j], 0), losses };
}
