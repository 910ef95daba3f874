// Looks at the largest entry instead of the entry of largest magnitude.
type Options = { maxIterations?: number; tolerance?: number };

class Iteration {
  A: number[][];
  constructor(A: number[][], v: number[]) {
    if (!A.every(row => row.length === A.length)) throw new TypeError('matrix is not square');
    if (v.length !== A.length) throw new TypeError('vector has the wrong size');
    if (v.every(x => x === 0)) throw new RangeError('zero vector');
    this.A = A;
  }
  image(v: number[]) {
    return this.A.map(row => row.reduce((sum, a, j) => sum + a * v[j], 0));
  }
  value(v: number[]) {
    const w = this.image(v);
    const above = v.reduce((s, x, i) => s + x * w[i], 0);
    return above / v.reduce((s, x) => s + x * x, 0);
  }
  gap(v: number[]) {
    const rho = this.value(v);
    return Math.hypot(...this.image(v).map((x, i) => x - rho * v[i])) / Math.hypot(...v);
  }
}

export function direction(v: number[]): number[] {
  const length = Math.hypot(...v);
  if (length === 0) throw new RangeError('zero vector');
  const max = Math.max(...v);
  const sign = max > 0 ? 1 : -1;
  return v.map(x => (sign * x) / length);
}

export const rayleigh = (A: number[][], v: number[]) => new Iteration(A, v).value(v);
export const residual = (A: number[][], v: number[]) => new Iteration(A, v).gap(v);

export function powerIteration(A: number[][], initial: number[], options: Options = {}) {
  const it = new Iteration(A, initial);
  let vector = direction(initial);
  let iterations = 0;
  while (it.gap(vector) > (options.tolerance ?? 1e-10)) {
    if (iterations >= (options.maxIterations ?? 1000)) break;
    vector = direction(it.image(vector));
    iterations += 1;
  }
  return { value: it.value(vector), vector, iterations };
}
