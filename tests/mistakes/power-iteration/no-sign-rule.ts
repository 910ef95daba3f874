// Leaves the sign as it falls out of the multiplication.
const len = (v: number[]) => Math.sqrt(v.reduce((s, x) => s + x * x, 0));
const mul = (A: number[][], v: number[]) => A.map(r => r.reduce((s, a, j) => s + a * v[j], 0));

function validate(A: number[][], v: number[]) {
  if (A.some(r => r.length !== A.length) || A.length !== v.length) throw new TypeError('shape');
  if (len(v) === 0) throw new RangeError('zero');
}

export function direction(v: number[]): number[] {
  const l = len(v);
  if (l === 0) throw new RangeError('zero');
  return v.map(x => x / l);
}

export function rayleigh(A: number[][], v: number[]): number {
  validate(A, v);
  const u = direction(v);
  return mul(A, u).reduce((s, x, i) => s + x * u[i], 0);
}

export function residual(A: number[][], v: number[]): number {
  validate(A, v);
  const u = direction(v);
  const rho = rayleigh(A, u);
  return len(mul(A, u).map((x, i) => x - rho * u[i]));
}

export function powerIteration(
  A: number[][],
  initial: number[],
  { maxIterations = 1000, tolerance = 1e-10 }: { maxIterations?: number; tolerance?: number } = {},
) {
  validate(A, initial);
  let v = direction(initial);
  let iterations = 0;
  while (iterations < maxIterations && residual(A, v) > tolerance) {
    v = direction(mul(A, v));
    iterations++;
  }
  return { value: rayleigh(A, v), vector: v, iterations };
}
