// Written by a linear-algebra person: a column of ones carries the bias and everything is matrix times vector.
type Vec = number[];
type Mat = number[][];

const matVec = (A: Mat, v: Vec): Vec => A.map(r => r.reduce((s, a, k) => s + a * v[k], 0));
const transpose = (A: Mat): Mat => A[0].map((_, k) => A.map(r => r[k]));
const axpy = (a: number, x: Vec, y: Vec): Vec => y.map((v, k) => v + a * x[k]);
const hadamard = (u: Vec, v: Vec): Vec => u.map((a, k) => a * v[k]);
const total = (v: Vec): number => v.reduce((s, a) => s + a, 0);

/** the design matrix [1 | X], in new rows */
function design(X: Mat, d: number): Mat {
  return X.map(r => {
    if (r.length !== d) throw new TypeError(`shape mismatch: ${r.length} against ${d}`);
    return [1, ...r];
  });
}

class Problem {
  A: Mat;
  At: Mat;
  y: Vec;
  ridge: Vec;
  constructor(X: Mat, y: Vec, d: number, l2: number) {
    if (X.length === 0) throw new RangeError('need n >= 1');
    if (y.length !== X.length) throw new TypeError('y must have n entries');
    if (!y.every(v => v === 1 || v === 0)) throw new RangeError('y must be in {0,1}');
    this.A = design(X, d);
    this.At = transpose(this.A);
    this.y = y;
    this.ridge = [0, ...new Array<number>(d).fill(l2)];
  }
  J(theta: Vec): number {
    const z = matVec(this.A, theta);
    const nll = z.map(
      (v, i) => Math.log1p(Math.exp(-Math.abs(v))) + Math.max(v, 0) - this.y[i] * v,
    );
    return total(nll) / z.length + total(hadamard(this.ridge, hadamard(theta, theta))) / 2;
  }
  grad(theta: Vec): Vec {
    const r = axpy(-1, this.y, matVec(this.A, theta).map(sigmoid));
    const g = matVec(this.At, r).map(v => v / r.length);
    return axpy(1, hadamard(this.ridge, theta), g);
  }
}

const split = ([bias, ...weights]: Vec) => ({ weights, bias });

export function sigmoid(z: number): number {
  return z > 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z));
}

export function predictProba(X: Mat, weights: Vec, bias: number): Vec {
  return matVec(design(X, weights.length), [bias, ...weights]).map(sigmoid);
}

export function loss(X: Mat, y: Vec, weights: Vec, bias: number, l2 = 0): number {
  return new Problem(X, y, weights.length, l2).J([bias, ...weights]);
}

export function gradient(
  X: Mat,
  y: Vec,
  weights: Vec,
  bias: number,
  l2 = 0,
): { weights: Vec; bias: number } {
  return split(new Problem(X, y, weights.length, l2).grad([bias, ...weights]));
}

export function fit(
  X: Mat,
  y: Vec,
  {
    learningRate,
    steps,
    l2 = 0,
    weights,
    bias = 0,
  }: { learningRate: number; steps: number; l2?: number; weights?: Vec; bias?: number },
): { weights: Vec; bias: number; losses: number[] } {
  if (!(learningRate > 0) || !Number.isFinite(learningRate)) throw new RangeError('step size');
  const d = weights ? weights.length : (X[0] ?? []).length;
  const problem = new Problem(X, y, d, l2);
  const path: Vec[] = [[bias, ...(weights ?? new Array<number>(d).fill(0))]];
  for (let k = 0; k < steps; k++) path.push(axpy(-learningRate, problem.grad(path[k]), path[k]));
  return { ...split(path[path.length - 1]), losses: path.map(theta => problem.J(theta)) };
}

export function predict(X: Mat, weights: Vec, bias: number, threshold = 0.5): Vec {
  return predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
}
