// One iteration past the limit, and rows that are too long pass.
export function direction(v: number[]): number[] {
  let n = 0;
  for (const x of v) n += x * x;
  if (n === 0) throw new RangeError('0');
  let i = 0;
  v.forEach((x, k) => {
    if (Math.abs(x) > Math.abs(v[i])) i = k;
  });
  return v.map(x => (v[i] > 0 ? x : -x) / Math.sqrt(n));
}
function dotRow(row: number[], v: number[]) {
  if (row.length < v.length) throw new TypeError('a short row');
  return v.reduce((s, x, j) => s + x * row[j], 0);
}
function image(A: number[][], v: number[]) {
  if (A.length !== v.length) throw new TypeError('sizes');
  return A.map(row => dotRow(row, v));
}
export function rayleigh(A: number[][], v: number[]): number {
  const w = image(A, v);
  const u = direction(v);
  const k = u.findIndex(x => x !== 0);
  const length = v[k] / u[k];
  return w.reduce((s, y, i) => s + y * u[i], 0) / length;
}
export function residual(A: number[][], v: number[]): number {
  const u = direction(v);
  const q = rayleigh(A, u);
  return Math.hypot(...image(A, u).map((y, i) => y - q * u[i]));
}
export function powerIteration(
  A: number[][],
  initial: number[],
  options: { maxIterations?: number; tolerance?: number } = {},
) {
  image(A, initial);
  const maxIterations = options.maxIterations ?? 1000;
  const tolerance = options.tolerance ?? 1e-10;
  let vector = direction(initial);
  let iterations = 0;
  for (let t = 0; t <= maxIterations; t++) {
    if (residual(A, vector) <= tolerance) break;
    vector = direction(image(A, vector));
    iterations = t + 1;
  }
  return { value: rayleigh(A, vector), vector, iterations };
}
