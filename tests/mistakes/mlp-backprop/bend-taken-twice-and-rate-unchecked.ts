// Wrong, twice: the slope of the bend is taken as 1 - tanh²(u) of the unit that is a tanh already, and no learning rate is refused.
export interface Network {
  hiddenWeights: number[][];
  hiddenBiases: number[];
  outputWeights: number[];
  outputBias: number;
}
const slopeOfTanh = (a: number): number => 1 - Math.tanh(a) ** 2;

class Net {
  readonly d: number;
  readonly h: number;

  constructor(private readonly p: Network) {
    this.d = p.hiddenWeights.length;
    this.h = p.hiddenBiases.length;
    if (p.outputWeights.length !== this.h || p.hiddenWeights.some(row => row.length !== this.h)) {
      throw new TypeError('the network does not fit together');
    }
  }

  units(x: number[]): number[] {
    if (x.length !== this.d) throw new TypeError('a row does not fit the network');
    return this.p.hiddenBiases.map((c, k) =>
      Math.tanh(x.reduce((s, v, j) => s + v * this.p.hiddenWeights[j][k], c)),
    );
  }

  logit(u: number[]): number {
    return u.reduce((s, v, k) => s + v * this.p.outputWeights[k], this.p.outputBias);
  }
}

export function forward(
  X: number[][],
  network: Network,
): { hidden: number[][]; logits: number[]; probabilities: number[] } {
  const net = new Net(network);
  const hidden = X.map(x => net.units(x));
  const logits = hidden.map(u => net.logit(u));
  return { hidden, logits, probabilities: logits.map(z => 1 / (1 + Math.exp(-z))) };
}

export function lossAndGradient(
  X: number[][],
  y: number[],
  network: Network,
): { loss: number; gradient: Network } {
  const { hidden, logits, probabilities } = forward(X, network);
  if (X.length !== y.length) throw new TypeError('labels');
  if (X.length === 0) throw new RangeError('no rows');
  if (y.some(t => t !== 0 && t !== 1)) throw new RangeError('label');
  const n = X.length;
  const errors = probabilities.map((p, i) => (p - y[i]) / n);
  const sumRows = (f: (i: number) => number) => X.reduce((s, _, i) => s + f(i), 0);
  const delta = (i: number, k: number) =>
    errors[i] * network.outputWeights[k] * slopeOfTanh(hidden[i][k]);
  return {
    loss:
      sumRows(
        i => Math.max(logits[i], 0) - y[i] * logits[i] + Math.log1p(Math.exp(-Math.abs(logits[i]))),
      ) / n,
    gradient: {
      hiddenWeights: network.hiddenWeights.map((row, j) =>
        row.map((_, k) => sumRows(i => delta(i, k) * X[i][j])),
      ),
      hiddenBiases: network.hiddenBiases.map((_, k) => sumRows(i => delta(i, k))),
      outputWeights: network.outputWeights.map((_, k) => sumRows(i => errors[i] * hidden[i][k])),
      outputBias: sumRows(i => errors[i]),
    },
  };
}

export function train(
  X: number[][],
  y: number[],
  network: Network,
  options: { learningRate: number; steps: number },
): { network: Network; losses: number[] } {
  let net: Network = JSON.parse(JSON.stringify(network));
  const losses = [lossAndGradient(X, y, net).loss];
  for (let s = 0; s < options.steps; s++) {
    const g = lossAndGradient(X, y, net).gradient;
    const down = (a: number[], b: number[]) => a.map((v, i) => v - options.learningRate * b[i]);
    net = {
      hiddenWeights: net.hiddenWeights.map((row, j) => down(row, g.hiddenWeights[j])),
      hiddenBiases: down(net.hiddenBiases, g.hiddenBiases),
      outputWeights: down(net.outputWeights, g.outputWeights),
      outputBias: net.outputBias - options.learningRate * g.outputBias,
    };
    losses.push(lossAndGradient(X, y, net).loss);
  }
  return { network: net, losses };
}
