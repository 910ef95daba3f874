interface Network {
  hiddenWeights: number[][];
  hiddenBiases: number[];
  outputWeights: number[];
  outputBias: number;
}

function validate(X: number[][], net: Network) {
  const h = net.hiddenBiases.length;
  const d = net.hiddenWeights.length;
  if (net.outputWeights.length !== h) throw new TypeError('output weights');
  for (let j = 0; j < d; j++) if (net.hiddenWeights[j].length !== h) throw new TypeError('hidden');
  for (let i = 0; i < X.length; i++) if (X[i].length !== d) throw new TypeError('features');
}

function validateLabels(X: number[][], y: number[]) {
  if (X.length === 0) throw new RangeError('rows');
  if (X.length !== y.length) throw new TypeError('labels');
  for (const label of y) if (label !== 0 && label !== 1) throw new RangeError('label');
}

export function forward(X: number[][], net: Network) {
  validate(X, net);
  const hidden: number[][] = [];
  const logits: number[] = [];
  const probabilities: number[] = [];
  for (let i = 0; i < X.length; i++) {
    const units: number[] = [];
    let z = net.outputBias;
    for (let k = 0; k < net.hiddenBiases.length; k++) {
      let a = net.hiddenBiases[k];
      for (let j = 0; j < X[i].length; j++) a += X[i][j] * net.hiddenWeights[j][k];
      const u = Math.tanh(a);
      units.push(u);
      z += u * net.outputWeights[k];
    }
    hidden.push(units);
    logits.push(z);
    probabilities.push(1 / (1 + Math.exp(-z)));
  }
  return { hidden, logits, probabilities };
}

export function lossAndGradient(X: number[][], y: number[], net: Network) {
  validateLabels(X, y);
  const { hidden, logits, probabilities } = forward(X, net);
  const n = X.length;
  const d = net.hiddenWeights.length;
  const h = net.hiddenBiases.length;
  const gradient: Network = {
    hiddenWeights: [],
    hiddenBiases: [],
    outputWeights: [],
    outputBias: 0,
  };
  for (let k = 0; k < h; k++) {
    gradient.hiddenBiases.push(0);
    gradient.outputWeights.push(0);
  }
  for (let j = 0; j < d; j++) gradient.hiddenWeights.push(gradient.hiddenBiases.slice());
  let loss = 0;
  for (let i = 0; i < n; i++) {
    const z = y[i] === 1 ? -logits[i] : logits[i];
    loss += z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z));
    const e = probabilities[i] - y[i];
    gradient.outputBias += e / n;
    for (let k = 0; k < h; k++) {
      const u = hidden[i][k];
      gradient.outputWeights[k] += (e * u) / n;
      const back = (e * net.outputWeights[k] * (1 - u * u)) / n;
      gradient.hiddenBiases[k] += back;
      for (let j = 0; j < d; j++) gradient.hiddenWeights[j][k] += back * X[i][j];
    }
  }
  return { loss: loss / n, gradient };
}

export function train(
  X: number[][],
  y: number[],
  network: Network,
  options: { learningRate: number; steps: number },
) {
  const rate = options.learningRate;
  if (!(rate > 0) || !Number.isFinite(rate)) throw new RangeError('rate');
  const net: Network = {
    hiddenWeights: network.hiddenWeights.map(row => row.slice()),
    hiddenBiases: network.hiddenBiases.slice(),
    outputWeights: network.outputWeights.slice(),
    outputBias: network.outputBias,
  };
  let now = lossAndGradient(X, y, net);
  const losses = [now.loss];
  for (let step = 1; step <= options.steps; step++) {
    const g = now.gradient;
    for (let k = 0; k < net.hiddenBiases.length; k++) {
      for (let j = 0; j < net.hiddenWeights.length; j++)
        net.hiddenWeights[j][k] -= rate * g.hiddenWeights[j][k];
      net.hiddenBiases[k] -= rate * g.hiddenBiases[k];
      net.outputWeights[k] -= rate * g.outputWeights[k];
    }
    net.outputBias -= rate * g.outputBias;
    now = lossAndGradient(X, y, net);
    losses.push(now.loss);
  }
  return { network: net, losses };
}
