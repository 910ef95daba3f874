// Scales vectors so that the largest entry is 1, as many tables do.
export function direction(v: number[]): number[] {
  let peak = 0;
  for (const x of v) if (Math.abs(x) > Math.abs(peak)) peak = x;
  if (peak === 0) throw new RangeError('v is zero');
  return v.map(x => x / peak);
}
function times(A: number[][], v: number[]): number[] {
  const d = A.length;
  if (v.length !== d) throw new TypeError('v');
  return A.map(row => {
    if (row.length !== d) throw new TypeError('A');
    return row.reduce((sum, a, j) => sum + a * v[j], 0);
  });
}
export function rayleigh(A: number[][], v: number[]): number {
  const w = times(A, v);
  let a = 0;
  let b = 0;
  v.forEach((x, i) => {
    a += x * w[i];
    b += x * x;
  });
  if (b === 0) throw new RangeError('v is zero');
  return a / b;
}
export function residual(A: number[][], v: number[]): number {
  const w = times(A, v);
  const q = rayleigh(A, v);
  let a = 0;
  let b = 0;
  v.forEach((x, i) => {
    a += (w[i] - q * x) ** 2;
    b += x * x;
  });
  return Math.sqrt(a / b);
}
export function powerIteration(
  A: number[][],
  initial: number[],
  options: { maxIterations?: number; tolerance?: number } = {},
) {
  times(A, initial);
  let vector = direction(initial);
  let iterations = 0;
  while (
    residual(A, vector) > (options.tolerance ?? 1e-10) &&
    iterations < (options.maxIterations ?? 1000)
  ) {
    vector = direction(times(A, vector));
    iterations++;
  }
  return { value: rayleigh(A, vector), vector, iterations };
}
