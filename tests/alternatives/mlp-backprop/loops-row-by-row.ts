// Right: loops over rows and units that add up the slopes, the loss as max(z, 0) - yz + ln(1 + e^-|z|).
export interface Network {
  hiddenWeights: number[][];
  hiddenBiases: number[];
  outputWeights: number[];
  outputBias: number;
}
function checkShapes(X: number[][], network: Network): void {
  const d = network.hiddenWeights.length;
  const h = network.hiddenBiases.length;
  if (network.outputWeights.length !== h) throw new TypeError('outputWeights');
  for (const row of network.hiddenWeights)
    if (row.length !== h) throw new TypeError('hiddenWeights');
  for (const row of X) if (row.length !== d) throw new TypeError('a row of X');
}

function checkLabels(X: number[][], y: number[]): void {
  if (y.length !== X.length) throw new TypeError('labels');
  if (X.length === 0) throw new RangeError('no rows');
  for (const label of y) if (label !== 0 && label !== 1) throw new RangeError('a label');
}

export function forward(
  X: number[][],
  network: Network,
): { hidden: number[][]; logits: number[]; probabilities: number[] } {
  checkShapes(X, network);
  const { hiddenWeights: V, hiddenBiases: c, outputWeights: w, outputBias: b } = network;
  const hidden: number[][] = [];
  const logits: number[] = [];
  const probabilities: number[] = [];
  for (const x of X) {
    const u: number[] = [];
    let z = b;
    for (let k = 0; k < c.length; k++) {
      let a = c[k];
      for (let j = 0; j < x.length; j++) a += x[j] * V[j][k];
      u.push(Math.tanh(a));
      z += u[k] * w[k];
    }
    hidden.push(u);
    logits.push(z);
    probabilities.push(1 / (1 + Math.exp(-z)));
  }
  return { hidden, logits, probabilities };
}

export function lossAndGradient(
  X: number[][],
  y: number[],
  network: Network,
): { loss: number; gradient: Network } {
  checkShapes(X, network);
  checkLabels(X, y);
  const { hidden, logits, probabilities } = forward(X, network);
  const n = X.length;
  const gradient: Network = {
    hiddenWeights: network.hiddenWeights.map(row => row.map(() => 0)),
    hiddenBiases: network.hiddenBiases.map(() => 0),
    outputWeights: network.outputWeights.map(() => 0),
    outputBias: 0,
  };
  let loss = 0;
  for (let i = 0; i < n; i++) {
    const z = logits[i];
    loss += (Math.max(z, 0) - y[i] * z + Math.log1p(Math.exp(-Math.abs(z)))) / n;
    const error = (probabilities[i] - y[i]) / n;
    gradient.outputBias += error;
    hidden[i].forEach((u, k) => {
      gradient.outputWeights[k] += error * u;
      const back = error * network.outputWeights[k] * (1 - u * u);
      gradient.hiddenBiases[k] += back;
      X[i].forEach((x, j) => {
        gradient.hiddenWeights[j][k] += back * x;
      });
    });
  }
  return { loss, gradient };
}

export function train(
  X: number[][],
  y: number[],
  network: Network,
  options: { learningRate: number; steps: number },
): { network: Network; losses: number[] } {
  const { learningRate, steps } = options;
  if (!(learningRate > 0) || learningRate === Infinity) throw new RangeError('learningRate');
  const own: Network = {
    hiddenWeights: network.hiddenWeights.map(row => [...row]),
    hiddenBiases: [...network.hiddenBiases],
    outputWeights: [...network.outputWeights],
    outputBias: network.outputBias,
  };
  let now = lossAndGradient(X, y, own);
  const losses = [now.loss];
  for (let step = 0; step < steps; step++) {
    const g = now.gradient;
    for (let k = 0; k < own.hiddenBiases.length; k++) {
      own.hiddenBiases[k] -= learningRate * g.hiddenBiases[k];
      own.outputWeights[k] -= learningRate * g.outputWeights[k];
      for (let j = 0; j < own.hiddenWeights.length; j++) {
        own.hiddenWeights[j][k] -= learningRate * g.hiddenWeights[j][k];
      }
    }
    own.outputBias -= learningRate * g.outputBias;
    now = lossAndGradient(X, y, own);
    losses.push(now.loss);
  }
  return { network: own, losses };
}
