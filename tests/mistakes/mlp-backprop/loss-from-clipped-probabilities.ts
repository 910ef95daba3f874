// Wrong: the loss takes logarithms of probabilities that are clipped at 1e-12, so that no row costs more than 27.6.
export interface Network {
  hiddenWeights: number[][];
  hiddenBiases: number[];
  outputWeights: number[];
  outputBias: number;
}
const LOW = 1e-12;
const clip = (p: number): number => Math.min(Math.max(p, LOW), 1 - LOW);

class Perceptron {
  constructor(readonly net: Network) {
    const { hiddenBiases: c, outputWeights: w, hiddenWeights: V } = net;
    if (w.length !== c.length) throw new TypeError('w against c');
    for (const v of V) if (v.length !== c.length) throw new TypeError('V against c');
  }

  run(x: number[]): { u: number[]; z: number; p: number } {
    const { hiddenBiases: c, outputWeights: w, hiddenWeights: V, outputBias: b } = this.net;
    if (x.length !== V.length) throw new TypeError('x against V');
    const u = c.slice();
    for (let j = 0; j < V.length; j++) for (let k = 0; k < u.length; k++) u[k] += x[j] * V[j][k];
    let z = b;
    for (let k = 0; k < u.length; k++) {
      u[k] = Math.tanh(u[k]);
      z += w[k] * u[k];
    }
    return { u, z, p: 1 / (1 + Math.exp(-z)) };
  }

  back(x: number[], label: number, into: Network): number {
    const { u, p } = this.run(x);
    const e = p - label;
    into.outputBias += e;
    u.forEach((v, k) => {
      into.outputWeights[k] += e * v;
      const a = e * this.net.outputWeights[k] * (1 - v * v);
      into.hiddenBiases[k] += a;
      x.forEach((f, j) => (into.hiddenWeights[j][k] += a * f));
    });
    return label === 1 ? -Math.log(clip(p)) : -Math.log(1 - clip(p));
  }
}

function mapNetwork(net: Network, f: (v: number) => number): Network {
  return {
    hiddenWeights: net.hiddenWeights.map(row => row.map(f)),
    hiddenBiases: net.hiddenBiases.map(f),
    outputWeights: net.outputWeights.map(f),
    outputBias: f(net.outputBias),
  };
}

export function forward(
  X: number[][],
  network: Network,
): { hidden: number[][]; logits: number[]; probabilities: number[] } {
  const perceptron = new Perceptron(network);
  const runs = X.map(x => perceptron.run(x));
  return {
    hidden: runs.map(r => r.u),
    logits: runs.map(r => r.z),
    probabilities: runs.map(r => r.p),
  };
}

export function lossAndGradient(
  X: number[][],
  y: number[],
  network: Network,
): { loss: number; gradient: Network } {
  const perceptron = new Perceptron(network);
  if (y.length !== X.length) throw new TypeError('y against X');
  if (y.length === 0) throw new RangeError('no rows');
  if (y.some(label => label !== 0 && label !== 1)) throw new RangeError('label');
  const sums = mapNetwork(network, () => 0);
  const loss = X.reduce((s, x, i) => s + perceptron.back(x, y[i], sums), 0);
  return { loss: loss / X.length, gradient: mapNetwork(sums, v => v / X.length) };
}

export function train(
  X: number[][],
  y: number[],
  network: Network,
  options: { learningRate: number; steps: number },
): { network: Network; losses: number[] } {
  const { learningRate: rate, steps } = options;
  if (rate <= 0 || !Number.isFinite(rate)) throw new RangeError('learningRate');
  const net = mapNetwork(network, v => v);
  let { loss, gradient } = lossAndGradient(X, y, net);
  const losses = [loss];
  for (let s = 0; s < steps; s++) {
    gradient.hiddenWeights.forEach((row, j) =>
      row.forEach((g, k) => (net.hiddenWeights[j][k] -= rate * g)),
    );
    gradient.hiddenBiases.forEach((g, k) => (net.hiddenBiases[k] -= rate * g));
    gradient.outputWeights.forEach((g, k) => (net.outputWeights[k] -= rate * g));
    net.outputBias -= rate * gradient.outputBias;
    ({ loss, gradient } = lossAndGradient(X, y, net));
    losses.push(loss);
  }
  return { network: net, losses };
}
