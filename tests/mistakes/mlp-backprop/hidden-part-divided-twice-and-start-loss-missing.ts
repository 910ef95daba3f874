// Wrong, twice: the hidden part of the gradient is divided by n twice, and losses leaves out the loss of the start.
export interface Network {
  hiddenWeights: number[][];
  hiddenBiases: number[];
  outputWeights: number[];
  outputBias: number;
}
function verifyNet(X: number[][], { hiddenWeights, hiddenBiases, outputWeights }: Network): void {
  const h = hiddenBiases.length;
  if (outputWeights.length !== h) throw new TypeError('output weights');
  hiddenWeights.forEach(row => {
    if (row.length !== h) throw new TypeError('hidden weights');
  });
  X.forEach(row => {
    if (row.length !== hiddenWeights.length) throw new TypeError('row');
  });
}

function verifyLabels(n: number, y: number[]): void {
  if (y.length !== n) throw new TypeError('labels');
  if (n === 0) throw new RangeError('empty');
  y.forEach(t => {
    if (!(t === 0 || t === 1)) throw new RangeError('label');
  });
}

export function forward(
  X: number[][],
  network: Network,
): { hidden: number[][]; logits: number[]; probabilities: number[] } {
  verifyNet(X, network);
  const result = {
    hidden: [] as number[][],
    logits: [] as number[],
    probabilities: [] as number[],
  };
  for (const x of X) {
    const u = network.hiddenBiases.slice();
    x.forEach((v, j) => network.hiddenWeights[j].forEach((weight, k) => (u[k] += v * weight)));
    u.forEach((a, k) => (u[k] = Math.tanh(a)));
    let z = network.outputBias;
    u.forEach((v, k) => (z += v * network.outputWeights[k]));
    result.hidden.push(u);
    result.logits.push(z);
    result.probabilities.push(z < 0 ? Math.exp(z) / (1 + Math.exp(z)) : 1 / (1 + Math.exp(-z)));
  }
  return result;
}

export function lossAndGradient(
  X: number[][],
  y: number[],
  network: Network,
): { loss: number; gradient: Network } {
  verifyNet(X, network);
  verifyLabels(X.length, y);
  const { hidden, logits, probabilities } = forward(X, network);
  const n = X.length;
  const loss = logits.reduce((s, z, i) => {
    const t = y[i] ? -z : z;
    return s + (t > 30 ? t + Math.exp(-t) : Math.log1p(Math.exp(t))) / n;
  }, 0);
  const dz = probabilities.map((p, i) => (p - y[i]) / n);
  const da = hidden.map((u, i) => u.map((v, k) => dz[i] * network.outputWeights[k] * (1 - v * v)));
  const h = network.hiddenBiases.map((_, k) => k);
  return {
    loss,
    gradient: {
      hiddenWeights: network.hiddenWeights.map((_, j) =>
        h.map(k => da.reduce((s, row, i) => s + row[k] * X[i][j], 0) / n),
      ),
      hiddenBiases: h.map(k => da.reduce((s, row) => s + row[k], 0) / n),
      outputWeights: h.map(k => dz.reduce((s, e, i) => s + e * hidden[i][k], 0)),
      outputBias: dz.reduce((s, e) => s + e, 0),
    },
  };
}

export function train(
  X: number[][],
  y: number[],
  network: Network,
  options: { learningRate: number; steps: number },
): { network: Network; losses: number[] } {
  verifyNet(X, network);
  verifyLabels(X.length, y);
  const rate = options.learningRate;
  if (!Number.isFinite(rate) || rate <= 0) throw new RangeError('rate');
  const V = network.hiddenWeights.map(row => row.slice());
  const c = network.hiddenBiases.slice();
  const w = network.outputWeights.slice();
  let b = network.outputBias;
  const state = (): Network => ({
    hiddenWeights: V,
    hiddenBiases: c,
    outputWeights: w,
    outputBias: b,
  });
  const losses: number[] = [];
  for (let s = 0; s < options.steps; s++) {
    const { gradient } = lossAndGradient(X, y, state());
    V.forEach((row, j) => row.forEach((_, k) => (row[k] -= rate * gradient.hiddenWeights[j][k])));
    c.forEach((_, k) => (c[k] -= rate * gradient.hiddenBiases[k]));
    w.forEach((_, k) => (w[k] -= rate * gradient.outputWeights[k]));
    b -= rate * gradient.outputBias;
    losses.push(lossAndGradient(X, y, state()).loss);
  }
  return { network: state(), losses };
}
