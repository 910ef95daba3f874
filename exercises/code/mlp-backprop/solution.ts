export interface Network {
  /** [d][h]: row j leads from feature j to every hidden unit. */
  hiddenWeights: number[][];
  /** [h] */
  hiddenBiases: number[];
  /** [h] */
  outputWeights: number[];
  outputBias: number;
}

/** tanh in the hidden layer, a sigmoid at the output. */
export function forward(
  X: number[][],
  network: Network,
): { hidden: number[][]; logits: number[]; probabilities: number[] } {
  checkShapes(X, network);
  const { hiddenWeights, hiddenBiases, outputWeights, outputBias } = network;
  const hidden = X.map(row =>
    hiddenBiases.map((bias, k) =>
      Math.tanh(row.reduce((sum, x, j) => sum + x * hiddenWeights[j][k], bias)),
    ),
  ); // [n][h]
  const logits = hidden.map(units =>
    units.reduce((sum, unit, k) => sum + unit * outputWeights[k], outputBias),
  ); // [n]
  return { hidden, logits, probabilities: logits.map(z => sigmoid(z)) };
}

/** Backpropagation: the error of the output, then what each hidden unit has added to it. */
export function lossAndGradient(
  X: number[][],
  y: number[],
  network: Network,
): { loss: number; gradient: Network } {
  checkLabels(X, y);
  const n = X.length;
  const { hidden, logits, probabilities } = forward(X, network);
  const nats = logits.map((z, i) => softplus(z) - y[i] * z); // [n]
  const loss = nats.reduce((sum, each) => sum + each, 0) / n;

  // d loss / d logit of each row; sigmoid and logarithm together leave no more than this.
  const outputErrors = probabilities.map((p, i) => (p - y[i]) / n); // [n]
  // d loss / d sum that goes into tanh, whose slope is 1 − tanh².
  const hiddenErrors = hidden.map((units, i) =>
    units.map((unit, k) => outputErrors[i] * network.outputWeights[k] * (1 - unit ** 2)),
  ); // [n][h]

  const over = (term: (i: number) => number) => X.reduce((sum, _, i) => sum + term(i), 0);
  const gradient = {
    hiddenWeights: network.hiddenWeights.map((row, j) =>
      row.map((_, k) => over(i => X[i][j] * hiddenErrors[i][k])),
    ), // [d][h]
    hiddenBiases: network.hiddenBiases.map((_, k) => over(i => hiddenErrors[i][k])), // [h]
    outputWeights: network.outputWeights.map((_, k) => over(i => hidden[i][k] * outputErrors[i])), // [h]
    outputBias: over(i => outputErrors[i]),
  };
  return { loss, gradient };
}

/** Gradient descent over all rows. */
export function train(
  X: number[][],
  y: number[],
  network: Network,
  options: { learningRate: number; steps: number },
): { network: Network; losses: number[] } {
  const { learningRate, steps } = options;
  if (!(learningRate > 0 && learningRate < Infinity)) {
    throw new RangeError(`train: learning rate ${learningRate}`);
  }
  const move = (value: number, slope: number) => value - learningRate * slope;
  let current: Network = {
    ...network,
    hiddenWeights: network.hiddenWeights.map(row => [...row]),
    hiddenBiases: [...network.hiddenBiases],
    outputWeights: [...network.outputWeights],
  }; // a copy: the caller keeps the start
  const losses = [lossAndGradient(X, y, current).loss]; // [steps + 1]

  for (let step = 0; step < steps; step += 1) {
    const { gradient } = lossAndGradient(X, y, current); // once, before anything moves
    current = {
      hiddenWeights: current.hiddenWeights.map((row, j) =>
        row.map((weight, k) => move(weight, gradient.hiddenWeights[j][k])),
      ),
      hiddenBiases: current.hiddenBiases.map((bias, k) => move(bias, gradient.hiddenBiases[k])),
      outputWeights: current.outputWeights.map((weight, k) =>
        move(weight, gradient.outputWeights[k]),
      ),
      outputBias: move(current.outputBias, gradient.outputBias),
    };
    losses.push(lossAndGradient(X, y, current).loss);
  }
  return { network: current, losses };
}

function sigmoid(z: number): number {
  const e = Math.exp(-Math.abs(z)); // in (0, 1]: never an overflow
  return z >= 0 ? 1 / (1 + e) : e / (1 + e);
}

/** log(1 + eᶻ), the loss of a row with label 0; for large z it is z, not Infinity. */
function softplus(z: number): number {
  return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
}

function checkShapes(X: number[][], network: Network): void {
  const { hiddenWeights, hiddenBiases, outputWeights } = network;
  const h = hiddenBiases.length;
  if (outputWeights.length !== h || hiddenWeights.some(row => row.length !== h)) {
    throw new TypeError(`network: weights that do not fit ${h} hidden units`);
  }
  if (X.some(row => row.length !== hiddenWeights.length)) {
    throw new TypeError(`network: a row of X does not have ${hiddenWeights.length} features`);
  }
}

function checkLabels(X: number[][], y: number[]): void {
  if (X.length === 0) throw new RangeError('network: no rows to learn from');
  if (y.length !== X.length) {
    throw new TypeError(`network: ${y.length} labels for ${X.length} rows`);
  }
  const strange = y.find(label => label !== 0 && label !== 1);
  if (strange !== undefined) throw new RangeError(`network: a label of ${strange}`);
}
