/** All parameters in one Float64Array: first the hidden weights row by row, then both lists of h, then the bias. */
interface Network {
  hiddenWeights: number[][];
  hiddenBiases: number[];
  outputWeights: number[];
  outputBias: number;
}
interface Sizes {
  d: number;
  h: number;
}

function sizesOf({ hiddenWeights, hiddenBiases, outputWeights }: Network): Sizes {
  const sizes = { d: hiddenWeights.length, h: hiddenBiases.length };
  const lengths = new Set([...hiddenWeights.map(r => r.length), outputWeights.length, sizes.h]);
  if (lengths.size > 1) throw new TypeError(`lengths ${[...lengths].join(', ')} in one network`);
  return sizes;
}

const pack = (net: Network) =>
  Float64Array.from([
    ...net.hiddenWeights.flat(),
    ...net.hiddenBiases,
    ...net.outputWeights,
    net.outputBias,
  ]);

function unpack(theta: Float64Array, { d, h }: Sizes): Network {
  const cut = (from: number) => Array.from(theta.slice(from, from + h));
  return {
    hiddenWeights: Array.from({ length: d }, (_, j) => cut(j * h)),
    hiddenBiases: cut(d * h),
    outputWeights: cut(d * h + h),
    outputBias: theta[theta.length - 1],
  };
}

function checkRows(X: number[][], { d }: Sizes) {
  for (const [i, row] of X.entries())
    if (row.length !== d) throw new TypeError(`row ${i}: ${row.length} features for ${d}`);
}

function checkLabels(X: number[][], y: number[]) {
  if (!X.length) throw new RangeError('no examples');
  if (X.length !== y.length) throw new TypeError(`${y.length} labels for ${X.length} examples`);
  if (!y.every(label => [0, 1].includes(label))) throw new RangeError('a label that is not binary');
}

/** Fills `units` and returns the logit of one row. */
function logitOf(row: number[], theta: Float64Array, { d, h }: Sizes, units: Float64Array): number {
  units.set(theta.subarray(d * h, d * h + h));
  row.forEach((x, j) => {
    for (let k = 0; k < h; k++) units[k] += x * theta[j * h + k];
  });
  let z = theta[d * h + 2 * h];
  for (let k = 0; k < h; k++) {
    units[k] = Math.tanh(units[k]);
    z += units[k] * theta[d * h + h + k];
  }
  return z;
}

const squash = (z: number) => (z < 0 ? Math.exp(z) / (1 + Math.exp(z)) : 1 / (1 + Math.exp(-z)));

function slope(X: number[][], y: number[], theta: Float64Array, sizes: Sizes) {
  const { d, h } = sizes;
  const at = d * h;
  const into = new Float64Array(theta.length);
  const units = new Float64Array(h);
  let nats = 0;
  X.forEach((row, i) => {
    const z = logitOf(row, theta, sizes, units);
    nats += Math.max(z, 0) - z * y[i] + Math.log1p(Math.exp(-Math.abs(z)));
    const error = squash(z) - y[i];
    into[at + 2 * h] += error;
    units.forEach((u, k) => {
      into[at + h + k] += error * u;
      const back = error * theta[at + h + k] * (1 - u ** 2);
      into[at + k] += back;
      row.forEach((x, j) => {
        into[j * h + k] += x * back;
      });
    });
  });
  return { loss: nats / X.length, slopes: into.map(value => value / X.length) };
}

export function forward(X: number[][], network: Network) {
  const sizes = sizesOf(network);
  checkRows(X, sizes);
  const theta = pack(network);
  const rows = X.map(row => {
    const units = new Float64Array(sizes.h);
    const z = logitOf(row, theta, sizes, units);
    return { units: [...units], z };
  });
  return {
    hidden: rows.map(({ units }) => units),
    logits: rows.map(({ z }) => z),
    probabilities: rows.map(({ z }) => squash(z)),
  };
}

export function lossAndGradient(X: number[][], y: number[], network: Network) {
  const sizes = sizesOf(network);
  checkLabels(X, y);
  checkRows(X, sizes);
  const { loss, slopes } = slope(X, y, pack(network), sizes);
  return { loss, gradient: unpack(slopes, sizes) };
}

export function train(
  X: number[][],
  y: number[],
  network: Network,
  options: { learningRate: number; steps: number },
) {
  const { learningRate, steps } = options;
  if (Number.isNaN(learningRate) || learningRate <= 0 || learningRate === Infinity)
    throw new RangeError(`learning rate ${learningRate}`);
  const sizes = sizesOf(network);
  checkLabels(X, y);
  checkRows(X, sizes);
  const theta = pack(network);
  const losses: number[] = [];
  for (let t = 0; ; t++) {
    const { loss, slopes } = slope(X, y, theta, sizes);
    losses.push(loss);
    if (t >= steps) return { network: unpack(theta, sizes), losses };
    slopes.forEach((s, p) => {
      theta[p] -= learningRate * s;
    });
  }
}
