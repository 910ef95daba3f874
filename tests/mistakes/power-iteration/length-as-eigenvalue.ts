// Returns how much the vector is stretched, which has no sign.
function matVec(A: number[][], v: number[]): number[] {
  if (A.some(row => row.length !== A.length)) throw new TypeError('not square');
  if (v.length !== A.length) throw new TypeError('sizes differ');
  const out: number[] = [];
  for (const row of A) {
    let sum = 0;
    for (let j = 0; j < row.length; j++) sum += row[j] * v[j];
    out.push(sum);
  }
  return out;
}
function length(v: number[]): number {
  return Math.sqrt(v.reduce((sum, x) => sum + x * x, 0));
}
export function direction(v: number[]): number[] {
  const l = length(v);
  if (l === 0) throw new RangeError('zero');
  const sizes = v.map(x => Math.abs(x));
  const top = v[sizes.indexOf(Math.max(...sizes))];
  return top < 0 ? v.map(x => -x / l) : v.map(x => x / l);
}
export function rayleigh(A: number[][], v: number[]): number {
  const image = matVec(A, v);
  if (length(v) === 0) throw new RangeError('zero');
  return image.reduce((sum, x, i) => sum + x * v[i], 0) / length(v) ** 2;
}
export function residual(A: number[][], v: number[]): number {
  const value = rayleigh(A, v);
  return length(matVec(A, v).map((x, i) => x - value * v[i])) / length(v);
}
export function powerIteration(
  A: number[][],
  initial: number[],
  options: { maxIterations?: number; tolerance?: number } = {},
) {
  const limit = options.maxIterations ?? 1000;
  const tolerance = options.tolerance ?? 1e-10;
  matVec(A, initial);
  let vector = direction(initial);
  let iterations = 0;
  while (iterations < limit && residual(A, vector) > tolerance) {
    vector = direction(matVec(A, vector));
    iterations += 1;
  }
  return { value: length(matVec(A, vector)), vector, iterations };
}
