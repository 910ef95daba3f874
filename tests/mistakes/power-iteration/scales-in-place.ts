// Normalises its argument in place.
function dot(a: number[], b: number[]) {
  let t = 0;
  for (const i in a) t += a[i] * b[i];
  return t;
}
export function direction(v: number[]): number[] {
  const n = Math.sqrt(dot(v, v));
  if (n === 0) throw new RangeError('zero');
  let m = 0;
  for (let i = 0; i < v.length; i++) if (Math.abs(v[i]) > Math.abs(v[m])) m = i;
  const s = v[m] < 0 ? -n : n;
  for (let i = 0; i < v.length; i++) v[i] /= s;
  return [...v];
}
function shapes(A: number[][], v: number[]) {
  if (A.some(r => r.length !== A.length) || v.length !== A.length) throw new TypeError('shape');
  if (dot(v, v) === 0) throw new RangeError('zero');
}
export function rayleigh(A: number[][], v: number[]): number {
  shapes(A, v);
  return (
    dot(
      v,
      A.map(r => dot(r, v)),
    ) / dot(v, v)
  );
}
export function residual(A: number[][], v: number[]): number {
  const q = rayleigh(A, v);
  const r = A.map((row, i) => dot(row, v) - q * v[i]);
  return Math.sqrt(dot(r, r) / dot(v, v));
}
export function powerIteration(
  A: number[][],
  initial: number[],
  options: { maxIterations?: number; tolerance?: number } = {},
) {
  shapes(A, initial);
  let vector = direction(initial);
  let iterations = 0;
  while (
    iterations < (options.maxIterations ?? 1000) &&
    residual(A, vector) > (options.tolerance ?? 1e-10)
  ) {
    vector = direction(A.map(r => dot(r, vector)));
    iterations++;
  }
  return { value: rayleigh(A, vector), vector, iterations };
}
