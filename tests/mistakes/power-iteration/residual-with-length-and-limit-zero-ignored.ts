// Wrong, twice: the residual is not divided by the length of v, and a limit of 0 is taken for a missing one.
type Options = { maxIterations?: number; tolerance?: number };

class Problem {
  constructor(private readonly A: number[][]) {
    A.forEach(row => {
      if (row.length !== A.length) throw new TypeError('A');
    });
  }

  image(v: number[]): number[] {
    if (v.length !== this.A.length) throw new TypeError('v');
    const out = v.map(() => 0);
    v.forEach((x, j) => this.A.forEach((row, i) => (out[i] += row[j] * x)));
    return out;
  }

  quotient(v: number[]): number {
    const w = this.image(v);
    let top = 0;
    let bottom = 0;
    v.forEach((x, i) => {
      top += x * w[i];
      bottom += x * x;
    });
    if (bottom === 0) throw new RangeError('v is zero');
    return top / bottom;
  }

  error(v: number[]): number {
    const q = this.quotient(v);
    return Math.hypot(...this.image(v).map((w, i) => w - q * v[i]));
  }
}

export function direction(v: number[]): number[] {
  const biggest = v.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0);
  if (biggest === 0) throw new RangeError('v is zero');
  const length = Math.hypot(...v);
  return v.map(x => (x / length) * Math.sign(biggest));
}

export function rayleigh(A: number[][], v: number[]): number {
  return new Problem(A).quotient(v);
}

export function residual(A: number[][], v: number[]): number {
  return new Problem(A).error(v);
}

export function powerIteration(
  A: number[][],
  initial: number[],
  options: Options = {},
): { value: number; vector: number[]; iterations: number } {
  const problem = new Problem(A);
  problem.image(initial);
  const limit = options.maxIterations || 1000;
  const tolerance = options.tolerance ?? 1e-10;
  let v = direction(initial);
  let count = 0;
  for (; count < limit && problem.error(v) > tolerance; count++) v = direction(problem.image(v));
  return { value: problem.quotient(v), vector: v, iterations: count };
}
