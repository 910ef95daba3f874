// Wrong: only labels below 0 or above 1 are refused, so a label of 0.5 passes.
export interface Network {
  hiddenWeights: number[][];
  hiddenBiases: number[];
  outputWeights: number[];
  outputBias: number;
}
const add = (a: number, b: number): number => a + b;

function inspectNetwork(network: Network): { d: number; h: number } {
  const { hiddenWeights, hiddenBiases, outputWeights } = network;
  const h = hiddenBiases.length;
  if (hiddenWeights.find(row => row.length !== h)) throw new TypeError('hiddenWeights');
  if (outputWeights.length !== h) throw new TypeError('outputWeights');
  return { d: hiddenWeights.length, h };
}

function inspectRows(X: number[][], d: number): void {
  if (X.find(row => row.length !== d)) throw new TypeError('X');
}

function inspectLabels(X: number[][], y: number[]): void {
  if (X.length !== y.length) throw new TypeError('y');
  if (X.length < 1) throw new RangeError('no rows');
  if (Math.min(...y) < 0 || Math.max(...y) > 1) throw new RangeError('labels lie in 0 … 1');
}

interface Trace {
  u: number[];
  z: number;
}

function trace(x: number[], network: Network): Trace {
  const u = network.hiddenBiases.map((c, k) =>
    Math.tanh(c + x.map((v, j) => v * network.hiddenWeights[j][k]).reduce(add, 0)),
  );
  return {
    u,
    z: network.outputBias + u.map((v, k) => v * network.outputWeights[k]).reduce(add, 0),
  };
}

const sigma = (z: number): number => 1 / (1 + Math.exp(-z));

export function forward(
  X: number[][],
  network: Network,
): { hidden: number[][]; logits: number[]; probabilities: number[] } {
  inspectRows(X, inspectNetwork(network).d);
  const traces = X.map(x => trace(x, network));
  return {
    hidden: traces.map(({ u }) => u),
    logits: traces.map(({ z }) => z),
    probabilities: traces.map(({ z }) => sigma(z)),
  };
}

export function lossAndGradient(
  X: number[][],
  y: number[],
  network: Network,
): { loss: number; gradient: Network } {
  const { d, h } = inspectNetwork(network);
  inspectRows(X, d);
  inspectLabels(X, y);
  const perRow = X.map((x, i) => {
    const { u, z } = trace(x, network);
    const e = sigma(z) - y[i];
    const delta = u.map((v, k) => e * network.outputWeights[k] * (1 - v * v));
    const cost = Math.max(z, 0) - z * y[i] + Math.log1p(Math.exp(-Math.abs(z)));
    return { x, u, e, delta, cost };
  });
  const mean = (f: (r: (typeof perRow)[number]) => number): number =>
    perRow.map(f).reduce(add, 0) / X.length;
  const units = Array.from({ length: h }, (_, k) => k);
  const features = Array.from({ length: d }, (_, j) => j);
  return {
    loss: mean(r => r.cost),
    gradient: {
      hiddenWeights: features.map(j => units.map(k => mean(r => r.delta[k] * r.x[j]))),
      hiddenBiases: units.map(k => mean(r => r.delta[k])),
      outputWeights: units.map(k => mean(r => r.e * r.u[k])),
      outputBias: mean(r => r.e),
    },
  };
}

export function train(
  X: number[][],
  y: number[],
  network: Network,
  options: { learningRate: number; steps: number },
): { network: Network; losses: number[] } {
  const { learningRate, steps } = options;
  if (!(learningRate > 0) || !Number.isFinite(learningRate)) throw new RangeError('learningRate');
  const path: Network[] = [
    {
      hiddenWeights: network.hiddenWeights.map(row => [...row]),
      hiddenBiases: [...network.hiddenBiases],
      outputWeights: [...network.outputWeights],
      outputBias: network.outputBias,
    },
  ];
  const losses = [lossAndGradient(X, y, network).loss];
  for (let s = 0; s < steps; s++) {
    const last = path[path.length - 1];
    const g = lossAndGradient(X, y, last).gradient;
    path.push({
      hiddenWeights: last.hiddenWeights.map((row, j) =>
        row.map((v, k) => v - learningRate * g.hiddenWeights[j][k]),
      ),
      hiddenBiases: last.hiddenBiases.map((v, k) => v - learningRate * g.hiddenBiases[k]),
      outputWeights: last.outputWeights.map((v, k) => v - learningRate * g.outputWeights[k]),
      outputBias: last.outputBias - learningRate * g.outputBias,
    });
    losses.push(lossAndGradient(X, y, path[path.length - 1]).loss);
  }
  return { network: path[path.length - 1], losses };
}
