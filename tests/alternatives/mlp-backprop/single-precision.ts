const f = Math.fround;
type Network = {
  hiddenWeights: number[][];
  hiddenBiases: number[];
  outputWeights: number[];
  outputBias: number;
};
type Rows = ArrayLike<number>[];
type Net32 = {
  hiddenWeights: Float32Array[];
  hiddenBiases: Float32Array;
  outputWeights: Float32Array;
  outputBias: number;
};

const to32 = (net: Network): Net32 => ({
  hiddenWeights: net.hiddenWeights.map(row => Float32Array.from(row)),
  hiddenBiases: Float32Array.from(net.hiddenBiases),
  outputWeights: Float32Array.from(net.outputWeights),
  outputBias: f(net.outputBias),
});

function shape(X: Rows, net: Net32) {
  const h = net.hiddenBiases.length;
  if (net.outputWeights.length !== h) throw new TypeError('outputWeights');
  if (net.hiddenWeights.some(row => row.length !== h)) throw new TypeError('hiddenWeights');
  if (X.some(row => row.length !== net.hiddenWeights.length)) throw new TypeError('X');
}

function go(X: Rows, net: Net32) {
  shape(X, net);
  const hidden = X.map(row =>
    net.hiddenBiases.map((bias, k) => {
      let a = bias;
      for (let j = 0; j < row.length; j++) a = f(a + f(f(row[j]) * net.hiddenWeights[j][k]));
      return Math.tanh(a);
    }),
  );
  const logits = Float32Array.from(hidden, units => {
    let z = net.outputBias;
    units.forEach((u, k) => {
      z = f(z + f(u * net.outputWeights[k]));
    });
    return z;
  });
  return { hidden, logits, probabilities: logits.map(z => 1 / (1 + Math.exp(-z))) };
}

function back(X: Rows, y: number[], net: Net32) {
  if (X.length === 0) throw new RangeError('no rows');
  if (X.length !== y.length) throw new TypeError('labels');
  if (y.some(label => label !== 0 && label !== 1)) throw new RangeError('label');
  const { hidden, logits, probabilities } = go(X, net);
  const n = X.length;
  let loss = 0;
  logits.forEach((z, i) => {
    loss = f(loss + f(f(Math.max(z, 0) - f(y[i] * z)) + f(Math.log1p(Math.exp(-Math.abs(z))))));
  });
  const gradient: Net32 = {
    hiddenWeights: net.hiddenWeights.map(row => new Float32Array(row.length)),
    hiddenBiases: new Float32Array(net.hiddenBiases.length),
    outputWeights: new Float32Array(net.outputWeights.length),
    outputBias: 0,
  };
  X.forEach((row, i) => {
    const e = f(f(probabilities[i] - y[i]) / n);
    gradient.outputBias = f(gradient.outputBias + e);
    hidden[i].forEach((u, k) => {
      gradient.outputWeights[k] += f(e * u);
      const b = f(f(e * net.outputWeights[k]) * f(1 - f(u * u)));
      gradient.hiddenBiases[k] += b;
      for (let j = 0; j < row.length; j++) gradient.hiddenWeights[j][k] += f(f(row[j]) * b);
    });
  });
  return { loss: f(loss / n), gradient };
}

export function forward(X: number[][], network: Network) {
  return go(X, to32(network));
}

export function lossAndGradient(X: number[][], y: number[], network: Network) {
  return back(X, y, to32(network));
}

export function train(
  X: number[][],
  y: number[],
  network: Network,
  { learningRate, steps }: { learningRate: number; steps: number },
) {
  if (!(learningRate > 0 && Number.isFinite(learningRate))) throw new RangeError('rate');
  const rate = f(learningRate);
  const net = to32(network);
  let { loss, gradient } = back(X, y, net);
  const losses = [loss];
  for (let t = 0; t < steps; t++) {
    gradient.hiddenWeights.forEach((row, j) => {
      row.forEach((s, k) => {
        net.hiddenWeights[j][k] -= f(rate * s);
      });
    });
    gradient.hiddenBiases.forEach((s, k) => {
      net.hiddenBiases[k] -= f(rate * s);
    });
    gradient.outputWeights.forEach((s, k) => {
      net.outputWeights[k] -= f(rate * s);
    });
    net.outputBias = f(net.outputBias - f(rate * gradient.outputBias));
    ({ loss, gradient } = back(X, y, net));
    losses.push(loss);
  }
  return { network: net, losses };
}
