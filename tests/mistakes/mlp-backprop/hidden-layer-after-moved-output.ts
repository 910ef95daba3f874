// Wrong: train moves the output layer first and takes the slopes of the hidden layer anew, with the output weights that have moved.
export interface Network {
  hiddenWeights: number[][];
  hiddenBiases: number[];
  outputWeights: number[];
  outputBias: number;
}
function clone(net: Network): Network {
  return {
    hiddenWeights: net.hiddenWeights.map(row => row.slice()),
    hiddenBiases: net.hiddenBiases.slice(),
    outputWeights: net.outputWeights.slice(),
    outputBias: net.outputBias,
  };
}

function assertNet(net: Network, X: number[][]): void {
  const units = net.hiddenBiases.length;
  for (const list of [net.outputWeights].concat(net.hiddenWeights)) {
    if (list.length !== units) throw new TypeError('units');
  }
  for (const row of X) if (row.length !== net.hiddenWeights.length) throw new TypeError('features');
}

function assertTargets(X: number[][], y: number[]): void {
  if (X.length !== y.length) throw new TypeError('targets');
  if (!X.length) throw new RangeError('rows');
  for (const t of y) if (t !== 0 && t !== 1) throw new RangeError('target');
}

export function forward(
  X: number[][],
  network: Network,
): { hidden: number[][]; logits: number[]; probabilities: number[] } {
  assertNet(network, X);
  const rows = X.map(x => {
    const u = network.hiddenBiases.map((c, k) =>
      Math.tanh(network.hiddenWeights.map((row, j) => row[k] * x[j]).reduce((a, b) => a + b, c)),
    );
    const z = u
      .map((v, k) => v * network.outputWeights[k])
      .reduce((a, b) => a + b, network.outputBias);
    return { u, z };
  });
  return {
    hidden: rows.map(r => r.u),
    logits: rows.map(r => r.z),
    probabilities: rows.map(r => 1 / (1 + Math.exp(-r.z))),
  };
}

export function lossAndGradient(
  X: number[][],
  y: number[],
  network: Network,
): { loss: number; gradient: Network } {
  assertNet(network, X);
  assertTargets(X, y);
  const { hidden, logits, probabilities } = forward(X, network);
  const g = clone(network);
  g.hiddenWeights.forEach(row => row.fill(0));
  g.hiddenBiases.fill(0);
  g.outputWeights.fill(0);
  g.outputBias = 0;
  let loss = 0;
  const share = 1 / X.length;
  for (let i = 0; i < X.length; i++) {
    const t = y[i] === 1 ? -logits[i] : logits[i];
    loss += share * (t > 0 ? t + Math.log1p(Math.exp(-t)) : Math.log1p(Math.exp(t)));
    const e = share * (probabilities[i] - y[i]);
    g.outputBias += e;
    for (let k = 0; k < g.hiddenBiases.length; k++) {
      const u = hidden[i][k];
      g.outputWeights[k] += e * u;
      const back = e * network.outputWeights[k] * (1 - u * u);
      g.hiddenBiases[k] += back;
      for (let j = 0; j < g.hiddenWeights.length; j++) g.hiddenWeights[j][k] += back * X[i][j];
    }
  }
  return { loss, gradient: g };
}

export function train(
  X: number[][],
  y: number[],
  network: Network,
  options: { learningRate: number; steps: number },
): { network: Network; losses: number[] } {
  const rate = options.learningRate;
  if (!(rate > 0) || rate === Infinity) throw new RangeError('rate');
  const net = clone(network);
  const losses = [lossAndGradient(X, y, net).loss];
  for (let s = 0; s < options.steps; s++) {
    const outer = lossAndGradient(X, y, net).gradient;
    net.outputBias -= rate * outer.outputBias;
    net.outputWeights.forEach((_, k, w) => (w[k] -= rate * outer.outputWeights[k]));
    const inner = lossAndGradient(X, y, net).gradient;
    net.hiddenBiases.forEach((_, k, c) => (c[k] -= rate * inner.hiddenBiases[k]));
    net.hiddenWeights.forEach((row, j) =>
      row.forEach((_, k) => (row[k] -= rate * inner.hiddenWeights[j][k])),
    );
    losses.push(lossAndGradient(X, y, net).loss);
  }
  return { network: net, losses };
}
