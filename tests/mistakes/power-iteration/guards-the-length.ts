// Adds a little to every length, so as never to divide by zero.
const EPS = 1e-8;
function mulVec(A: number[][], v: number[]): number[] {
  if (A.some(r => r.length !== A.length)) throw new TypeError('matrix');
  if (v.length !== A.length) throw new TypeError('vector');
  if (v.every(x => x === 0)) throw new RangeError('zero vector');
  return A.map(r => r.reduce((s, x, k) => s + x * v[k], 0));
}
export function direction(v: number[]): number[] {
  if (v.every(x => x === 0)) throw new RangeError('zero vector');
  const n = Math.sqrt(v.reduce((s, x) => s + x * x, 0)) + EPS;
  const abs = v.map(x => Math.abs(x));
  const k = abs.indexOf(Math.max(...abs));
  return v.map(x => (Math.sign(v[k]) * x) / n);
}
export function rayleigh(A: number[][], v: number[]): number {
  const w = mulVec(A, v);
  let top = 0;
  let bottom = 0;
  for (let i = 0; i < v.length; i++) {
    top += w[i] * v[i];
    bottom += v[i] * v[i];
  }
  return top / bottom;
}
export function residual(A: number[][], v: number[]): number {
  const rho = rayleigh(A, v);
  const w = mulVec(A, v);
  let top = 0;
  let bottom = 0;
  for (let i = 0; i < v.length; i++) {
    top += (w[i] - rho * v[i]) ** 2;
    bottom += v[i] ** 2;
  }
  return Math.sqrt(top / bottom);
}
export function powerIteration(
  A: number[][],
  initial: number[],
  options: { maxIterations?: number; tolerance?: number } = {},
) {
  mulVec(A, initial);
  let v = direction(initial);
  let k = 0;
  while (k < (options.maxIterations ?? 1000)) {
    if (residual(A, v) <= (options.tolerance ?? 1e-10)) break;
    v = direction(mulVec(A, v));
    k++;
  }
  return { value: rayleigh(A, v), vector: v, iterations: k };
}
