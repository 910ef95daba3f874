// Written by a graphics programmer: parameters, predictions and slopes are held in Float32Array, only the accumulators are doubles.
function must(rows: number[][], d: number): void {
  for (let i = rows.length; i--; )
    if (rows[i].length !== d) throw new TypeError(`bad width in row ${i}`);
}

function mustFit(rows: number[][], targets: number[], d: number): void {
  if (!rows.length) throw new RangeError('zero rows');
  if (rows.length !== targets.length) throw new TypeError('bad number of targets');
  must(rows, d);
}

function run(rows: number[][], params: Float32Array): Float32Array {
  const d = params.length - 1;
  const out = new Float32Array(rows.length);
  rows.forEach((row, i) => {
    let acc = params[d];
    for (let j = 0; j < d; j++) acc += row[j] * params[j];
    out[i] = acc;
  });
  return out;
}

function upload(weights: ArrayLike<number>, bias: number): Float32Array {
  const params = new Float32Array(weights.length + 1);
  params.set(weights);
  params[weights.length] = bias;
  return params;
}

function score(rows: number[][], targets: number[], params: Float32Array): number {
  const out = run(rows, params);
  let acc = 0;
  for (let i = 0; i < out.length; i++) {
    const miss = out[i] - targets[i];
    acc += miss * miss;
  }
  return acc / out.length;
}

function backward(rows: number[][], targets: number[], params: Float32Array): Float32Array {
  const out = run(rows, params);
  const d = params.length - 1;
  const grad = new Float64Array(d + 1);
  for (let i = 0; i < out.length; i++) {
    const miss = out[i] - targets[i];
    for (let j = 0; j < d; j++) grad[j] += miss * rows[i][j];
    grad[d] += miss;
  }
  return Float32Array.from(grad, g => (2 * g) / out.length);
}

function download(params: Float32Array): { weights: number[]; bias: number } {
  const all = Array.from(params);
  const bias = all.pop() as number;
  return { weights: all, bias };
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  must(X, weights.length);
  return Array.from(run(X, upload(weights, bias)));
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  mustFit(X, y, weights.length);
  return score(X, y, upload(weights, bias));
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  mustFit(X, y, weights.length);
  return download(backward(X, y, upload(weights, bias)));
}

export function gradientDescent(
  X: number[][],
  y: number[],
  options: {
    learningRate: number;
    steps: number;
    weights?: number[];
    bias?: number;
    tolerance?: number;
  },
): {
  weights: number[];
  bias: number;
  losses: number[];
  status: 'max-steps' | 'converged' | 'diverged';
} {
  if (!X.length) throw new RangeError('zero rows');
  const width = options.weights ? options.weights.length : X[0].length;
  mustFit(X, y, width);
  const lr = options.learningRate;
  if (!Number.isFinite(lr) || !(lr > 0)) throw new RangeError('bad learning rate');
  const params = options.weights
    ? upload(options.weights, options.bias ?? 0)
    : upload(new Float32Array(width), options.bias ?? 0);
  let prev = score(X, y, params);
  const limit = 1e6 * (prev + 1);
  const losses = [prev];
  let status: 'max-steps' | 'converged' | 'diverged' = 'max-steps';
  for (let epoch = 0; epoch < options.steps; epoch++) {
    const grad = backward(X, y, params);
    for (let j = 0; j < params.length; j++) params[j] -= lr * grad[j];
    const next = score(X, y, params);
    losses.push(next);
    if (!Number.isFinite(next) || next > limit) {
      status = 'diverged';
      break;
    }
    if (Math.abs(next - prev) < (options.tolerance ?? 0)) {
      status = 'converged';
      break;
    }
    prev = next;
  }
  return { ...download(params), losses, status };
}
