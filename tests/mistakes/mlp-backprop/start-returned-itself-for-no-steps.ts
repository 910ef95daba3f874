// Wrong on rare input: with 0 steps the network that was given is returned itself, so the result shares its arrays.
export interface Network {
  hiddenWeights: number[][];
  hiddenBiases: number[];
  outputWeights: number[];
  outputBias: number;
}
type Row = number[];

function shapeError(X: Row[], n: Network): string | null {
  const h = n.hiddenBiases.length;
  if (n.outputWeights.length !== h) return 'outputWeights';
  if (!n.hiddenWeights.every(row => row.length === h)) return 'hiddenWeights';
  if (!X.every(row => row.length === n.hiddenWeights.length)) return 'X';
  return null;
}

function raise(X: Row[], n: Network, y?: Row): void {
  const wrong = shapeError(X, n) ?? (y && y.length !== X.length ? 'y' : null);
  if (wrong) throw new TypeError(`${wrong} has another length`);
  if (!y) return;
  if (y.length === 0) throw new RangeError('there are no rows');
  const odd = y.findIndex(label => label !== 0 && label !== 1);
  if (odd >= 0) throw new RangeError(`label ${odd} is neither 0 nor 1`);
}

export function forward(
  X: number[][],
  network: Network,
): { hidden: number[][]; logits: number[]; probabilities: number[] } {
  raise(X, network);
  const { hiddenWeights, hiddenBiases, outputWeights, outputBias } = network;
  const hidden = X.map(x =>
    hiddenBiases.map((bias, k) => {
      let a = bias;
      for (let j = 0; j < x.length; j++) a += x[j] * hiddenWeights[j][k];
      return Math.tanh(a);
    }),
  );
  const logits = hidden.map(u => {
    let z = outputBias;
    for (let k = 0; k < u.length; k++) z += u[k] * outputWeights[k];
    return z;
  });
  const probabilities = logits.map(z => 0.5 * (1 + Math.tanh(z / 2)));
  return { hidden, logits, probabilities };
}

export function lossAndGradient(
  X: number[][],
  y: number[],
  network: Network,
): { loss: number; gradient: Network } {
  raise(X, network, y);
  const { hidden, logits, probabilities } = forward(X, network);
  const h = network.hiddenBiases.length;
  const d = network.hiddenWeights.length;
  const flat = new Float64Array((d + 2) * h);
  let bias = 0;
  let loss = 0;
  X.forEach((x, i) => {
    const e = probabilities[i] - y[i];
    bias += e;
    loss += Math.log1p(Math.exp(-Math.abs(logits[i]))) + Math.max(logits[i], 0) - logits[i] * y[i];
    for (let k = 0; k < h; k++) {
      const back = e * network.outputWeights[k] * (1 - hidden[i][k] ** 2);
      for (let j = 0; j < d; j++) flat[j * h + k] += back * x[j];
      flat[d * h + k] += back;
      flat[(d + 1) * h + k] += e * hidden[i][k];
    }
  });
  const piece = (j: number): Row =>
    Array.from(flat.subarray(j * h, (j + 1) * h), v => v / X.length);
  return {
    loss: loss / X.length,
    gradient: {
      hiddenWeights: Array.from({ length: d }, (_, j) => piece(j)),
      hiddenBiases: piece(d),
      outputWeights: piece(d + 1),
      outputBias: bias / X.length,
    },
  };
}

export function train(
  X: number[][],
  y: number[],
  network: Network,
  options: { learningRate: number; steps: number },
): { network: Network; losses: number[] } {
  raise(X, network, y);
  const { learningRate, steps } = options;
  if (!(learningRate > 0 && learningRate < Infinity)) throw new RangeError('learningRate');
  const losses = [lossAndGradient(X, y, network).loss];
  for (let s = 1; s <= steps; s++) {
    const { gradient: g } = lossAndGradient(X, y, network);
    const to = (a: Row, b: Row) => a.map((v, i) => v - learningRate * b[i]);
    network = {
      hiddenWeights: network.hiddenWeights.map((row, j) => to(row, g.hiddenWeights[j])),
      hiddenBiases: to(network.hiddenBiases, g.hiddenBiases),
      outputWeights: to(network.outputWeights, g.outputWeights),
      outputBias: network.outputBias - learningRate * g.outputBias,
    };
    losses.push(lossAndGradient(X, y, network).loss);
  }
  return { network, losses };
}
