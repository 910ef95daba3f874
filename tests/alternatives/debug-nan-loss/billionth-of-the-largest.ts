// A column that varies by less than a billionth of its largest value counts as constant.
interface Fit {
  weights: number[];
  bias: number;
  losses: number[];
}

const REL = 1e-9;

export function standardise(X: number[][]): {
  Z: number[][];
  means: number[];
  deviations: number[];
} {
  if (X.length === 0) throw new RangeError('standardise: X is empty');
  const d = X[0].length;
  X.forEach((row, i) => {
    if (row.length !== d)
      throw new TypeError(`standardise: row ${i} has ${row.length} entries, not ${d}`);
  });
  const Z: number[][] = X.map(() => new Array(d).fill(0));
  const means: number[] = [];
  const deviations: number[] = [];
  for (let j = 0; j < d; j++) {
    const biggest = X.reduce((m, row) => Math.max(m, Math.abs(row[j])), 0);
    if (biggest === 0) {
      means.push(0);
      deviations.push(1);
      continue;
    }
    const first = X[0][j];
    const u = X.map(row => (row[j] - first) / biggest);
    const m = u.reduce((a, b) => a + b, 0) / u.length;
    const s = Math.sqrt(u.reduce((a, b) => a + (b - m) ** 2, 0) / u.length);
    means.push(first + m * biggest);
    if (s < REL) {
      // rounding only
      deviations.push(1);
    } else {
      deviations.push(s * biggest);
      u.forEach((x, i) => {
        Z[i][j] = (x - m) / s;
      });
    }
  }
  return { Z, means, deviations };
}

export function binaryLabels(y: number[]): number[] {
  const set = new Set(y);
  const within = (...allowed: number[]) => [...set].every(v => allowed.includes(v));
  if (!within(0, 1) && !within(-1, 1)) throw new RangeError('binaryLabels: use 0/1 or -1/1');
  return y.map(v => (v > 0 ? 1 : 0));
}

export function logLoss(logits: number[], y: number[]): number {
  if (logits.length !== y.length) throw new TypeError('logLoss: different lengths');
  const nll = (m: number) => (m > 0 ? Math.log1p(Math.exp(-m)) : Math.log1p(Math.exp(m)) - m);
  return logits.reduce((sum, z, i) => sum + nll(y[i] === 1 ? z : -z), 0) / logits.length;
}

export function train(
  X: number[][],
  y: number[],
  options: { steps: number; learningRate: number },
): Fit {
  if (!(options.learningRate > 0 && options.learningRate < Infinity)) {
    throw new RangeError(`train: learningRate = ${options.learningRate}`);
  }
  const { Z, means, deviations } = standardise(X);
  if (Z.length !== y.length) throw new TypeError('train: one label per row');
  const t = binaryLabels(y);
  let theta = [0, ...means.map(() => 0)];
  const A = Z.map(r => [1, ...r]);
  const run = (p: number[]) => A.map(r => r.reduce((s, a, k) => s + a * p[k], 0));
  const losses = [logLoss(run(theta), t)];
  for (let k = 0; k < options.steps; k++) {
    const e = run(theta).map((z, i) => 1 / (1 + Math.exp(-z)) - t[i]);
    theta = theta.map(
      (p, q) => p - options.learningRate * (A.reduce((s, r, i) => s + r[q] * e[i], 0) / A.length),
    );
    losses.push(logLoss(run(theta), t));
  }
  const varies = means.map((_, j) => Z.some(r => r[j] !== 0));
  const weights = means.map((_, j) => (varies[j] ? theta[j + 1] / deviations[j] : 0));
  return { weights, bias: theta[0] - weights.reduce((s, w, j) => s + w * means[j], 0), losses };
}
