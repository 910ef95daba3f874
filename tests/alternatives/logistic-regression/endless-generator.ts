// Descent is an endless generator of states, of which fit takes the first steps + 1.
type Start = { weights: number[]; bias: number };
type State = Start & { loss: number };

export function sigmoid(z: number): number {
  if (z < 0) {
    const odds = Math.exp(z);
    return odds / (odds + 1);
  }
  return 1 / (Math.exp(-z) + 1);
}

function* scores(X: Iterable<number[]>, weights: number[], bias: number): Generator<number> {
  for (const row of X) {
    if (row.length !== weights.length) throw new TypeError('A row is not as wide as the weights.');
    let z = 0;
    for (let j = row.length - 1; j >= 0; j--) z += row[j] * weights[j];
    yield z + bias;
  }
}

function* labelled(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): Generator<[number[], number, number]> {
  let i = 0;
  for (const z of scores(X, weights, bias)) {
    yield [X[i], y[i], z];
    i++;
  }
}

function guard(X: number[][], y: number[]): void {
  if (X.length === 0) throw new RangeError('No rows.');
  if (X.length !== y.length) throw new TypeError('Labels do not match rows.');
  const allowed = new Set([0, 1]);
  for (const v of y) if (!allowed.has(v)) throw new RangeError('Label must be 0 or 1.');
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  return Array.from(scores(X, weights, bias), z => sigmoid(z));
}

export function loss(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2?: number,
): number {
  guard(X, y);
  let total = 0;
  for (const [, label, z] of labelled(X, y, weights, bias)) {
    const against = label === 1 ? -z : z;
    total += Math.log1p(Math.exp(-Math.abs(against)));
    if (against > 0) total += against;
  }
  let squares = 0;
  for (const w of weights) squares += w * w;
  return total / X.length + ((l2 ?? 0) * squares) / 2;
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2?: number,
): Start {
  guard(X, y);
  const lambda = l2 ?? 0;
  const sums = weights.map(() => 0);
  let sum = 0;
  for (const [row, label, z] of labelled(X, y, weights, bias)) {
    const error = sigmoid(z) - label;
    sum += error;
    for (const [j, x] of row.entries()) sums[j] += error * x;
  }
  return { weights: sums.map((s, j) => s / X.length + lambda * weights[j]), bias: sum / X.length };
}

function* descent(
  X: number[][],
  y: number[],
  start: Start,
  rate: number,
  l2?: number,
): Generator<State, never> {
  let { weights, bias } = start;
  for (;;) {
    yield { weights, bias, loss: loss(X, y, weights, bias, l2) };
    const g = gradient(X, y, weights, bias, l2);
    weights = weights.map((w, j) => w - rate * g.weights[j]);
    bias = bias - rate * g.bias;
  }
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
): { weights: number[]; bias: number; losses: number[] } {
  guard(X, y);
  if (!(Number.isFinite(options.learningRate) && options.learningRate > 0)) {
    throw new RangeError('The learning rate must be a positive finite number.');
  }
  const start: Start = {
    weights: options.weights === undefined ? X[0].map(() => 0) : Array.from(options.weights),
    bias: options.bias === undefined ? 0 : options.bias,
  };
  const states = descent(X, y, start, options.learningRate, options.l2);
  const losses: number[] = [];
  let last = states.next().value;
  losses.push(last.loss);
  for (let k = 0; k < options.steps; k++) {
    last = states.next().value;
    losses.push(last.loss);
  }
  return { weights: last.weights, bias: last.bias, losses };
}

export function predict(
  X: number[][],
  weights: number[],
  bias: number,
  threshold?: number,
): number[] {
  const bar = threshold ?? 0.5;
  const out: number[] = [];
  for (const z of scores(X, weights, bias)) out.push(sigmoid(z) >= bar ? 1 : 0);
  return out;
}
