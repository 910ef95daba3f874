/** Everything is a matrix product; biases are a further row, met by a column of ones. */
type Matrix = number[][];
type Network = {
  hiddenWeights: Matrix;
  hiddenBiases: number[];
  outputWeights: number[];
  outputBias: number;
};

const times = (A: Matrix, B: Matrix): Matrix =>
  A.map(row => B[0].map((_, c) => row.reduce((sum, value, r) => sum + value * B[r][c], 0)));
const transpose = (A: Matrix): Matrix => A[0].map((_, c) => A.map(row => row[c]));
const zip = (A: Matrix, B: Matrix, f: (a: number, b: number) => number): Matrix =>
  A.map((row, r) => row.map((a, c) => f(a, B[r][c])));
const withOnes = (A: Matrix): Matrix => A.map(row => [...row, 1]);
const column = (v: number[]): Matrix => v.map(value => [value]);

class Shape extends Error {}

function join(net: Network): { V: Matrix; w: Matrix } {
  const h = net.hiddenBiases.length;
  if (net.outputWeights.length !== h) throw new Shape('output layer');
  if (!net.hiddenWeights.every(row => row.length === h)) throw new Shape('hidden layer');
  return {
    V: [...net.hiddenWeights, net.hiddenBiases],
    w: column([...net.outputWeights, net.outputBias]),
  };
}

const part = (V: Matrix, w: Matrix): Network => ({
  hiddenWeights: V.slice(0, -1).map(row => [...row]),
  hiddenBiases: [...V[V.length - 1]],
  outputWeights: w.slice(0, -1).map(([value]) => value),
  outputBias: w[w.length - 1][0],
});

function pass(X: Matrix, V: Matrix, w: Matrix) {
  if (!X.every(row => row.length + 1 === V.length)) throw new Shape('features');
  const inputs = withOnes(X);
  const hidden = times(inputs, V).map(row => row.map(Math.tanh));
  const logits = times(withOnes(hidden), w).map(([z]) => z);
  return { inputs, hidden, logits, probabilities: logits.map(z => 0.5 + 0.5 * Math.tanh(z / 2)) };
}

export function forward(X: Matrix, network: Network) {
  const { V, w } = join(network);
  if (X.length === 0) return { hidden: [], logits: [], probabilities: [] };
  const { hidden, logits, probabilities } = pass(X, V, w);
  return { hidden, logits, probabilities };
}

function evaluate(X: Matrix, y: number[], V: Matrix, w: Matrix) {
  if (X.length < 1) throw new RangeError('nothing to learn from');
  if (X.length !== y.length) throw new Shape('labels');
  if (y.some(label => label * (label - 1) !== 0)) throw new RangeError('labels are 0 or 1');
  const { inputs, hidden, logits, probabilities } = pass(X, V, w);
  const n = y.length;
  const errors = column(probabilities.map((p, i) => (p - y[i]) / n));
  const bent = hidden.map(row => row.map(u => (1 - u) * (1 + u)));
  const handed = zip(times(errors, transpose(w.slice(0, -1))), bent, (a, b) => a * b);
  const softplus = (z: number) => (z > 35 ? z : Math.log1p(Math.exp(z)));
  const loss = logits.map((z, i) => softplus(y[i] ? -z : z) / n).reduce((a, b) => a + b);
  return {
    loss,
    dV: times(transpose(inputs), handed),
    dw: times(transpose(withOnes(hidden)), errors),
  };
}

export function lossAndGradient(X: Matrix, y: number[], network: Network) {
  const { V, w } = join(network);
  const { loss, dV, dw } = evaluate(X, y, V, w);
  return { loss, gradient: part(dV, dw) };
}

export function train(
  X: Matrix,
  y: number[],
  network: Network,
  { learningRate, steps }: { learningRate: number; steps: number },
) {
  if (!(learningRate > 0 && learningRate < Number.POSITIVE_INFINITY)) throw new RangeError('rate');
  let { V, w } = join(network);
  const losses: number[] = [];
  while (losses.length < steps) {
    const { loss, dV, dw } = evaluate(X, y, V, w);
    losses.push(loss);
    V = zip(V, dV, (a, b) => a - learningRate * b);
    w = zip(w, dw, (a, b) => a - learningRate * b);
  }
  losses.push(evaluate(X, y, V, w).loss);
  return { network: part(V, w), losses };
}
