// Wrong: shortens a gradient whose output part is longer than 1.
type Network = {
  hiddenWeights: number[][];
  hiddenBiases: number[];
  outputWeights: number[];
  outputBias: number;
};
const softplus = (z: number) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
const shape = (X: number[][], net: Network) => {
  const h = net.hiddenBiases.length;
  if ([...net.hiddenWeights, net.outputWeights].some(r => r.length !== h))
    throw new TypeError('layers');
  if (X.some(x => x.length !== net.hiddenWeights.length)) throw new TypeError('rows of X');
};
const known = (X: number[][], y: number[]) => {
  if (!X.length) throw new RangeError('nothing');
  if (X.length !== y.length) throw new TypeError('labels');
  if (!y.every(t => t === 0 || t === 1)) throw new RangeError('labels');
};
const usable = (rate: number) => {
  if (!(rate > 0 && rate < Infinity)) throw new RangeError('learning rate');
};
export const forward = (X: number[][], net: Network) => {
  shape(X, net);
  const hidden = X.map(x =>
    net.hiddenBiases.map((c, k) =>
      Math.tanh(x.reduce((s, v, j) => s + v * net.hiddenWeights[j][k], c)),
    ),
  );
  const logits = hidden.map(u =>
    u.reduce((s, v, k) => s + v * net.outputWeights[k], net.outputBias),
  );
  return { hidden, logits, probabilities: logits.map(z => 1 / (1 + Math.exp(-z))) };
};
export const lossAndGradient = (X: number[][], y: number[], net: Network) => {
  known(X, y);
  const { hidden, logits, probabilities } = forward(X, net);
  const outer = probabilities.map((p, i) => (p - y[i]) / y.length);
  const inner = hidden.map((us, i) =>
    us.map((u, k) => outer[i] * net.outputWeights[k] * (1 - u ** 2)),
  );
  const total = (f: (i: number) => number) => X.reduce((s, _, i) => s + f(i), 0);
  return {
    loss: logits.reduce((s, z, i) => s + (softplus(z) - y[i] * z), 0) / y.length,
    gradient: {
      hiddenWeights: net.hiddenWeights.map((r, j) =>
        r.map((_, k) => total(i => X[i][j] * inner[i][k])),
      ),
      hiddenBiases: net.hiddenBiases.map((_, k) => total(i => inner[i][k])),
      outputWeights: net.outputWeights.map((_, k) => total(i => hidden[i][k] * outer[i])),
      outputBias: total(i => outer[i]),
    },
  };
};
const down = (a: Network, g: Network, r: number): Network => {
  const m = (v: number, s: number) => v - r * s;
  return {
    hiddenWeights: a.hiddenWeights.map((x, j) => x.map((v, k) => m(v, g.hiddenWeights[j][k]))),
    hiddenBiases: a.hiddenBiases.map((v, k) => m(v, g.hiddenBiases[k])),
    outputWeights: a.outputWeights.map((v, k) => m(v, g.outputWeights[k])),
    outputBias: m(a.outputBias, g.outputBias),
  };
};
export const train = (
  X: number[][],
  y: number[],
  network: Network,
  o: { learningRate: number; steps: number },
) => {
  usable(o.learningRate);
  let net = down(network, network, 0);
  const losses = [lossAndGradient(X, y, net).loss];
  for (let s = 0; s < o.steps; s++) {
    const g = lossAndGradient(X, y, net).gradient;
    const long = Math.hypot(
      ...g.hiddenWeights.flat(),
      ...g.hiddenBiases,
      ...g.outputWeights,
      g.outputBias,
    );
    net = down(net, g, long > 1 ? o.learningRate / long : o.learningRate);
    losses.push(lossAndGradient(X, y, net).loss);
  }
  return { network: net, losses };
};
