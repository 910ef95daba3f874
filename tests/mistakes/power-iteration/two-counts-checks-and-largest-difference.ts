// Counts every look at the residual, which is itself the largest difference and not a length.
const mul = (A: number[][], v: number[]) => A.map(r => r.reduce((s, a, j) => s + a * v[j], 0));
const ss = (v: number[]) => v.reduce((s, x) => s + x * x, 0);
function ensure(A: number[][], v: number[]) {
  if (A.some(r => r.length !== A.length)) throw new TypeError('square');
  if (v.length !== A.length) throw new TypeError('fit');
  if (ss(v) === 0) throw new RangeError('zero');
}
export function direction(v: number[]): number[] {
  if (ss(v) === 0) throw new RangeError('zero');
  const m = v.reduce((a, x) => (Math.abs(x) > Math.abs(a) ? x : a), 0);
  return v.map(x => (Math.sign(m) * x) / Math.sqrt(ss(v)));
}
export function rayleigh(A: number[][], v: number[]): number {
  ensure(A, v);
  const w = mul(A, v);
  return v.reduce((s, x, i) => s + x * w[i], 0) / ss(v);
}
export function residual(A: number[][], v: number[]): number {
  ensure(A, v);
  const u = direction(v);
  const q = rayleigh(A, u);
  return Math.max(...mul(A, u).map((y, i) => Math.abs(y - q * u[i])));
}
export function powerIteration(
  A: number[][],
  initial: number[],
  options: { maxIterations?: number; tolerance?: number } = {},
) {
  ensure(A, initial);
  const maxIterations = options.maxIterations ?? 1000;
  const tolerance = options.tolerance ?? 1e-10;
  let vector = direction(initial);
  let iterations = 0;
  while (iterations < maxIterations) {
    iterations++;
    if (residual(A, vector) <= tolerance) break;
    vector = direction(mul(A, vector));
  }
  return { value: rayleigh(A, vector), vector, iterations };
}
