// Written by a statistician: the bias is the coefficient of a column of ones, everything is a matrix product with its transpose.
type Matrix = number[][];

function transpose(A: Matrix, columns: number): Matrix {
  return Array.from({ length: columns }, (_, c) => A.map(row => row[c]));
}

function times(A: Matrix, v: number[]): number[] {
  return A.map(row => {
    let acc = 0;
    row.forEach((a, k) => {
      acc += a * v[k];
    });
    return acc;
  });
}

function minus(u: number[], v: number[]): number[] {
  return u.map((a, k) => a - v[k]);
}

/** [1 | X], after checking that every row has p features. */
function design(X: Matrix, p: number): Matrix {
  return X.map(row => {
    if (row.length !== p) throw new TypeError(`expected ${p} features, found ${row.length}`);
    return [1, ...row];
  });
}

function checked(X: Matrix, y: number[], p: number): Matrix {
  if (X.length < 1) throw new RangeError('empty sample');
  if (X.length !== y.length) throw new TypeError(`${X.length} rows but ${y.length} targets`);
  return design(X, p);
}

function mse(A: Matrix, y: number[], theta: number[]): number {
  const e = minus(times(A, theta), y);
  return times([e], e)[0] / y.length;
}

function slope(A: Matrix, At: Matrix, y: number[], theta: number[]): number[] {
  return times(At, minus(times(A, theta), y)).map(s => (2 * s) / y.length);
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  return times(design(X, weights.length), [bias, ...weights]);
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  return mse(checked(X, y, weights.length), y, [bias, ...weights]);
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  const A = checked(X, y, weights.length);
  const [gb, ...gw] = slope(A, transpose(A, weights.length + 1), y, [bias, ...weights]);
  return { weights: gw, bias: gb };
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
  const { learningRate: eta, steps, tolerance = 0 } = options;
  if (X.length < 1) throw new RangeError('empty sample');
  if (!(eta > 0 && eta < Infinity)) throw new RangeError(`learning rate ${eta}`);
  const start = options.weights ?? new Array<number>(X[0].length).fill(0);
  const A = checked(X, y, start.length);
  const At = transpose(A, start.length + 1);
  let theta = [options.bias ?? 0, ...start];
  let current = mse(A, y, theta);
  const losses = [current];
  const ceiling = 1e6 * (current + 1);
  let status: 'max-steps' | 'converged' | 'diverged' = 'max-steps';
  let left = steps;
  while (left-- > 0) {
    theta = minus(
      theta,
      slope(A, At, y, theta).map(g => eta * g),
    );
    const previous = current;
    current = mse(A, y, theta);
    losses.push(current);
    if (!Number.isFinite(current) || current > ceiling) {
      status = 'diverged';
      break;
    }
    if (Math.abs(current - previous) < tolerance) {
      status = 'converged';
      break;
    }
  }
  const [bias, ...weights] = theta;
  return { weights, bias, losses, status };
}
