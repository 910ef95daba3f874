// Stops once two eigenvalue estimates in a row agree to within the tolerance.
function mv(A: number[][], v: number[]) {
  if (A.find(row => row.length !== A.length)) throw new TypeError('A');
  if (A.length !== v.length) throw new TypeError('v');
  return A.map(row => row.reduce((s, a, j) => s + a * v[j], 0));
}
function size(v: number[]) {
  const s = Math.sqrt(v.reduce((t, x) => t + x * x, 0));
  if (s === 0) throw new RangeError('zero');
  return s;
}
export function direction(v: number[]) {
  const s = size(v);
  let lead = v[0];
  for (const x of v) if (Math.abs(x) > Math.abs(lead)) lead = x;
  return v.map(x => (x * Math.sign(lead)) / s);
}
export function rayleigh(A: number[][], v: number[]) {
  const w = mv(A, v);
  return v.reduce((t, x, i) => t + x * w[i], 0) / size(v) ** 2;
}
export function residual(A: number[][], v: number[]) {
  const r = rayleigh(A, v);
  const rest = mv(A, v).map((y, i) => y - r * v[i]);
  return Math.sqrt(rest.reduce((t, x) => t + x * x, 0)) / size(v);
}
export function powerIteration(
  A: number[][],
  initial: number[],
  { maxIterations = 1000, tolerance = 1e-10 }: { maxIterations?: number; tolerance?: number } = {},
) {
  mv(A, initial);
  let vector = direction(initial);
  let value = rayleigh(A, vector);
  let iterations = 0;
  while (iterations < maxIterations) {
    const image = mv(A, vector);
    if (image.every(x => x === 0)) break;
    vector = direction(image);
    iterations++;
    const next = rayleigh(A, vector);
    const change = Math.abs(next - value);
    value = next;
    if (change <= tolerance) break;
  }
  return { value, vector, iterations };
}
