// Wrong: tanh from two exponentials is NaN far out.
interface Network {
  hiddenWeights: number[][];
  hiddenBiases: number[];
  outputWeights: number[];
  outputBias: number;
}

export function forward(X: number[][], net: Network) {
  if (net.outputWeights.length !== net.hiddenBiases.length) throw new TypeError('output weights');
  if (net.hiddenWeights.some(r => r.length !== net.hiddenBiases.length))
    throw new TypeError('hidden weights');
  if (X.some(r => r.length !== net.hiddenWeights.length)) throw new TypeError('features');
  const h = net.hiddenBiases.length;
  const hidden: number[][] = [];
  const logits: number[] = [];
  for (const x of X) {
    const units: number[] = [];
    let z = net.outputBias;
    for (let k = 0; k < h; k++) {
      let a = net.hiddenBiases[k];
      for (let j = 0; j < x.length; j++) a += x[j] * net.hiddenWeights[j][k];
      units.push((Math.exp(a) - Math.exp(-a)) / (Math.exp(a) + Math.exp(-a)));
      z += units[k] * net.outputWeights[k];
    }
    hidden.push(units);
    logits.push(z);
  }
  return { hidden, logits, probabilities: logits.map(z => 1 / (1 + Math.exp(-z))) };
}

export function lossAndGradient(X: number[][], y: number[], net: Network) {
  if (X.length === 0) throw new RangeError('rows');
  if (X.length !== y.length) throw new TypeError('labels');
  if (y.some(v => v !== 0 && v !== 1)) throw new RangeError('label');
  const { hidden, logits, probabilities: p } = forward(X, net);
  const n = X.length;
  let loss = 0;
  logits.forEach((z, i) => {
    loss += Math.max(z, 0) - z * y[i] + Math.log1p(Math.exp(-Math.abs(z)));
  });
  const gradient: Network = {
    hiddenWeights: net.hiddenWeights.map(r => r.map(() => 0)),
    hiddenBiases: net.hiddenBiases.map(() => 0),
    outputWeights: net.outputWeights.map(() => 0),
    outputBias: 0,
  };
  for (let i = 0; i < n; i++) {
    const e = (p[i] - y[i]) / n;
    gradient.outputBias += e;
    hidden[i].forEach((u, k) => {
      gradient.outputWeights[k] += e * u;
      const back = e * net.outputWeights[k] * (1 - u * u);
      gradient.hiddenBiases[k] += back;
      gradient.hiddenWeights.forEach((r, j) => {
        r[k] += back * X[i][j];
      });
    });
  }
  return { loss: loss / n, gradient };
}

export function train(
  X: number[][],
  y: number[],
  network: Network,
  o: { learningRate: number; steps: number },
) {
  if (!(o.learningRate > 0 && Number.isFinite(o.learningRate))) throw new RangeError('rate');
  const net: Network = {
    hiddenWeights: network.hiddenWeights.map(r => [...r]),
    hiddenBiases: [...network.hiddenBiases],
    outputWeights: [...network.outputWeights],
    outputBias: network.outputBias,
  };
  const losses = [lossAndGradient(X, y, net).loss];
  for (let t = 0; t < o.steps; t++) {
    const g = lossAndGradient(X, y, net).gradient;
    for (let k = 0; k < net.hiddenBiases.length; k++) {
      net.hiddenWeights.forEach((r, j) => {
        r[k] -= o.learningRate * g.hiddenWeights[j][k];
      });
      net.hiddenBiases[k] -= o.learningRate * g.hiddenBiases[k];
      net.outputWeights[k] -= o.learningRate * g.outputWeights[k];
    }
    net.outputBias -= o.learningRate * g.outputBias;
    losses.push(lossAndGradient(X, y, net).loss);
  }
  return { network: net, losses };
}
