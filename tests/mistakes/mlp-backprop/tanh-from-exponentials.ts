// Wrong on rare input: tanh is written with exponentials that overflow, so a hidden unit far out is NaN instead of 1 or -1.
export interface Network {
  hiddenWeights: number[][];
  hiddenBiases: number[];
  outputWeights: number[];
  outputBias: number;
}
function bend(a: number): number {
  const plus = Math.exp(a);
  const minus = Math.exp(-a);
  return (plus - minus) / (plus + minus);
}

const squash = (z: number): number => 1 / (1 + Math.exp(-z));

function cost(z: number, label: number): number {
  const against = label === 1 ? -z : z;
  return Math.max(against, 0) + Math.log1p(Math.exp(-Math.abs(z)));
}

function consistent(X: number[][], net: Network): void {
  const [d, h] = [net.hiddenWeights.length, net.hiddenBiases.length];
  const bad =
    net.outputWeights.length !== h ||
    net.hiddenWeights.some(row => row.length !== h) ||
    X.some(row => row.length !== d);
  if (bad) throw new TypeError('shapes do not agree');
}

function supervised(X: number[][], y: number[]): void {
  if (X.length !== y.length) throw new TypeError('labels');
  if (X.length === 0) throw new RangeError('rows');
  if (y.some(label => !(label === 0 || label === 1))) throw new RangeError('label');
}

export function forward(
  X: number[][],
  network: Network,
): { hidden: number[][]; logits: number[]; probabilities: number[] } {
  consistent(X, network);
  const columns = network.hiddenBiases.map((c, k) => ({
    c,
    v: network.hiddenWeights.map(row => row[k]),
  }));
  const hidden = X.map(x =>
    columns.map(({ c, v }) => bend(v.reduce((s, weight, j) => s + weight * x[j], c))),
  );
  const logits = hidden.map(u =>
    network.outputWeights.reduce((s, w, k) => s + w * u[k], network.outputBias),
  );
  return { hidden, logits, probabilities: logits.map(squash) };
}

export function lossAndGradient(
  X: number[][],
  y: number[],
  network: Network,
): { loss: number; gradient: Network } {
  consistent(X, network);
  supervised(X, y);
  const { hidden, logits, probabilities } = forward(X, network);
  const total = {
    loss: 0,
    V: network.hiddenWeights.map(row => new Float64Array(row.length)),
    c: new Float64Array(network.hiddenBiases.length),
    w: new Float64Array(network.hiddenBiases.length),
    b: 0,
  };
  for (const [i, x] of X.entries()) {
    total.loss += cost(logits[i], y[i]);
    const e = probabilities[i] - y[i];
    total.b += e;
    for (const [k, u] of hidden[i].entries()) {
      total.w[k] += e * u;
      const handed = e * network.outputWeights[k] * (1 - u * u);
      total.c[k] += handed;
      for (const [j, v] of x.entries()) total.V[j][k] += handed * v;
    }
  }
  const mean = (v: Float64Array): number[] => Array.from(v, s => s / X.length);
  return {
    loss: total.loss / X.length,
    gradient: {
      hiddenWeights: total.V.map(mean),
      hiddenBiases: mean(total.c),
      outputWeights: mean(total.w),
      outputBias: total.b / X.length,
    },
  };
}

export function train(
  X: number[][],
  y: number[],
  network: Network,
  options: { learningRate: number; steps: number },
): { network: Network; losses: number[] } {
  const { learningRate: rate, steps } = options;
  if (!(rate > 0) || !Number.isFinite(rate)) throw new RangeError('learning rate');
  const step = (net: Network, g: Network, size: number): Network => ({
    hiddenWeights: net.hiddenWeights.map((row, j) =>
      row.map((v, k) => v - size * g.hiddenWeights[j][k]),
    ),
    hiddenBiases: net.hiddenBiases.map((v, k) => v - size * g.hiddenBiases[k]),
    outputWeights: net.outputWeights.map((v, k) => v - size * g.outputWeights[k]),
    outputBias: net.outputBias - size * g.outputBias,
  });
  let state = lossAndGradient(X, y, network);
  let net: Network = {
    ...network,
    hiddenWeights: network.hiddenWeights.map(row => [...row]),
    hiddenBiases: [...network.hiddenBiases],
    outputWeights: [...network.outputWeights],
  };
  const losses = [state.loss];
  while (losses.length < steps + 1) {
    net = step(net, state.gradient, rate);
    state = lossAndGradient(X, y, net);
    losses.push(state.loss);
  }
  return { network: net, losses };
}
