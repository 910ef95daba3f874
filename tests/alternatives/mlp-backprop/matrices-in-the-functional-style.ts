// Right: whole matrices at once with transpose and product, a column of ones for the biases, and parameters mapped instead of changed.
export interface Network {
  hiddenWeights: number[][];
  hiddenBiases: number[];
  outputWeights: number[];
  outputBias: number;
}
type Matrix = number[][];

const transpose = (M: Matrix, width: number): Matrix =>
  Array.from({ length: width }, (_, j) => M.map(row => row[j]));
const dot = (a: number[], b: number[]): number => a.reduce((s, x, i) => s + x * b[i], 0);
const withOne = (row: number[]): number[] => [...row, 1];

/** A product of two matrices, the second one given as a list of its columns. */
const timesColumns = (A: Matrix, columns: Matrix): Matrix =>
  A.map(row => columns.map(column => dot(row, column)));

const softplus = (t: number): number =>
  t > 0 ? t + Math.log1p(Math.exp(-t)) : Math.log1p(Math.exp(t));
const sigmoid = (t: number): number =>
  t >= 0 ? 1 / (1 + Math.exp(-t)) : Math.exp(t) / (1 + Math.exp(t));

function validNetwork(X: Matrix, net: Network): void {
  const h = net.hiddenBiases.length;
  const lengths = [net.outputWeights, ...net.hiddenWeights].map(list => list.length);
  if (lengths.some(l => l !== h)) throw new TypeError(`every list of units must have ${h} entries`);
  if (X.some(row => row.length !== net.hiddenWeights.length)) throw new TypeError('features');
}

function validTraining(X: Matrix, y: number[], net: Network): void {
  validNetwork(X, net);
  if (X.length !== y.length) throw new TypeError('labels');
  if (X.length === 0) throw new RangeError('no rows');
  if (!y.every(label => [0, 1].includes(label))) throw new RangeError('labels are 0 or 1');
}

function pass(X: Matrix, net: Network): { hidden: Matrix; logits: number[] } {
  const h = net.hiddenBiases.length;
  const columns = transpose([...net.hiddenWeights, net.hiddenBiases], h);
  const hidden = timesColumns(X.map(withOne), columns).map(row => row.map(Math.tanh));
  const logits = hidden.map(u => dot(withOne(u), [...net.outputWeights, net.outputBias]));
  return { hidden, logits };
}

export function forward(
  X: number[][],
  network: Network,
): { hidden: number[][]; logits: number[]; probabilities: number[] } {
  validNetwork(X, network);
  const { hidden, logits } = pass(X, network);
  return { hidden, logits, probabilities: logits.map(sigmoid) };
}

export function lossAndGradient(
  X: number[][],
  y: number[],
  network: Network,
): { loss: number; gradient: Network } {
  validTraining(X, y, network);
  const n = X.length;
  const h = network.hiddenBiases.length;
  const { hidden, logits } = pass(X, network);
  // a label of 1 costs softplus(-z), a label of 0 softplus(z)
  const costs = logits.map((z, i) => softplus(y[i] === 1 ? -z : z));
  const errors = logits.map((z, i) => (y[i] === 1 ? -sigmoid(-z) : sigmoid(z)));
  const output = transpose(hidden.map(withOne), h + 1).map(u => dot(u, errors) / n);
  const deltas = hidden.map((u, i) =>
    u.map((v, k) => errors[i] * network.outputWeights[k] * (1 - v) * (1 + v)),
  );
  const byUnit = transpose(deltas, h);
  const inner = transpose(X.map(withOne), network.hiddenWeights.length + 1).map(x =>
    byUnit.map(delta => dot(x, delta) / n),
  );
  return {
    loss: costs.reduce((a, b) => a + b, 0) / n,
    gradient: {
      hiddenWeights: inner.slice(0, -1),
      hiddenBiases: inner[inner.length - 1],
      outputWeights: output.slice(0, -1),
      outputBias: output[h],
    },
  };
}

function moved(from: Network, by: Network, rate: number): Network {
  const row = (a: number[], b: number[]) => a.map((v, i) => v - rate * b[i]);
  return {
    hiddenWeights: from.hiddenWeights.map((v, j) => row(v, by.hiddenWeights[j])),
    hiddenBiases: row(from.hiddenBiases, by.hiddenBiases),
    outputWeights: row(from.outputWeights, by.outputWeights),
    outputBias: from.outputBias - rate * by.outputBias,
  };
}

export function train(
  X: number[][],
  y: number[],
  network: Network,
  { learningRate, steps }: { learningRate: number; steps: number },
): { network: Network; losses: number[] } {
  if (!Number.isFinite(learningRate) || learningRate <= 0) throw new RangeError('learningRate');
  const start = lossAndGradient(X, y, network);
  const copy = moved(network, start.gradient, 0);
  return Array.from({ length: steps }).reduce<{ network: Network; losses: number[] }>(
    state => {
      const next = moved(
        state.network,
        lossAndGradient(X, y, state.network).gradient,
        learningRate,
      );
      return { network: next, losses: [...state.losses, lossAndGradient(X, y, next).loss] };
    },
    { network: copy, losses: [start.loss] },
  );
}
