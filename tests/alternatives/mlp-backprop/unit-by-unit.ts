/** A hidden unit at a time: each one's column over all rows, signed labels, margins and pulls. */
type Network = {
  hiddenWeights: number[][];
  hiddenBiases: number[];
  outputWeights: number[];
  outputBias: number;
};
type Unit = { into: number[]; bias: number; out: number };

const add = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);

function unitsOf(net: Network): Unit[] {
  const { hiddenWeights, hiddenBiases, outputWeights } = net;
  if (hiddenBiases.length !== outputWeights.length) throw new Error('two counts of hidden units');
  for (const row of hiddenWeights)
    if (row.length !== hiddenBiases.length) throw new Error('a row of hidden weights');
  return hiddenBiases.map((bias, k) => ({
    into: hiddenWeights.map(row => row[k]),
    bias,
    out: outputWeights[k],
  }));
}

const toNetwork = (units: Unit[], d: number, outputBias: number): Network => ({
  hiddenWeights: Array.from({ length: d }, (_, j) => units.map(unit => unit.into[j])),
  hiddenBiases: units.map(unit => unit.bias),
  outputWeights: units.map(unit => unit.out),
  outputBias,
});

function columns(X: number[][], units: Unit[], d: number): number[][] {
  if (X.some(row => row.length !== d)) throw new Error('a row of X');
  return units.map(({ into, bias }) =>
    X.map(row => Math.tanh(add([bias, ...row.map((x, j) => x * into[j])]))),
  );
}

const sums = (lit: number[][], units: Unit[], outputBias: number, n: number) =>
  Array.from({ length: n }, (_, i) => add([outputBias, ...units.map((u, k) => u.out * lit[k][i])]));

/** The chance of the other label, given the margin by which the right one leads. */
const doubt = (margin: number) => (1 - Math.tanh(margin / 2)) / 2;
const sureDoubt = (margin: number) =>
  margin > 10 ? Math.exp(-margin) / (1 + Math.exp(-margin)) : doubt(margin);

export function forward(X: number[][], network: Network) {
  const units = unitsOf(network);
  const lit = columns(X, units, network.hiddenWeights.length);
  const logits = sums(lit, units, network.outputBias, X.length);
  return {
    hidden: X.map((_, i) => lit.map(column => column[i])),
    logits,
    probabilities: logits.map(z => sureDoubt(-z)),
  };
}

export function lossAndGradient(X: number[][], y: number[], network: Network) {
  if (X.length === 0) throw new Error('no rows');
  if (y.length !== X.length) throw new Error('labels and rows');
  const signs = y.map(label => {
    if (label === 1) return 1;
    if (label === 0) return -1;
    throw new Error(`label ${label}`);
  });
  const d = network.hiddenWeights.length;
  const units = unitsOf(network);
  const lit = columns(X, units, d);
  const margins = sums(lit, units, network.outputBias, X.length).map((z, i) => signs[i] * z);
  const n = X.length;
  const loss = add(margins.map(m => (m < -40 ? -m : Math.log1p(Math.exp(-m))))) / n;
  const pulls = margins.map((m, i) => -signs[i] * sureDoubt(m));
  const slopes = units.map(({ out }, k) => {
    const through = pulls.map((pull, i) => pull * out * (1 - lit[k][i]) * (1 + lit[k][i]));
    return {
      into: Array.from({ length: d }, (_, j) => add(through.map((t, i) => t * X[i][j])) / n),
      bias: add(through) / n,
      out: add(pulls.map((pull, i) => pull * lit[k][i])) / n,
    };
  });
  return { loss, gradient: toNetwork(slopes, d, add(pulls) / n) };
}

export function train(
  X: number[][],
  y: number[],
  network: Network,
  options: { learningRate: number; steps: number },
) {
  const { learningRate, steps } = options;
  if (!(learningRate > 0) || learningRate > Number.MAX_VALUE) throw new Error('learning rate');
  const d = network.hiddenWeights.length;
  const descend = (net: Network): Network => {
    const slope = lossAndGradient(X, y, net).gradient;
    const slopes = unitsOf(slope);
    const units = unitsOf(net).map((unit, k) => ({
      into: unit.into.map((v, j) => v - learningRate * slopes[k].into[j]),
      bias: unit.bias - learningRate * slopes[k].bias,
      out: unit.out - learningRate * slopes[k].out,
    }));
    return toNetwork(units, d, net.outputBias - learningRate * slope.outputBias);
  };
  const path = [toNetwork(unitsOf(network), d, network.outputBias)];
  const losses = [lossAndGradient(X, y, path[0]).loss];
  for (let t = 0; t < steps; t++) {
    path.push(descend(path[t]));
    losses.push(lossAndGradient(X, y, path[t + 1]).loss);
  }
  return { network: path[path.length - 1], losses };
}
