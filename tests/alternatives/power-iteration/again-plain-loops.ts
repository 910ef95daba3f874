// Right: plain loops over arrays, one helper for the product and one for the length.
function times(A: number[][], v: number[]): number[] {
  const out: number[] = [];
  for (let i = 0; i < A.length; i++) {
    let sum = 0;
    for (let j = 0; j < v.length; j++) sum += A[i][j] * v[j];
    out.push(sum);
  }
  return out;
}

function dot(a: number[], b: number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function check(A: number[][], v: number[]): void {
  for (const row of A) if (row.length !== A.length) throw new TypeError('A is not square');
  if (v.length !== A.length) throw new TypeError('v has another length than A');
  checkNotZero(v);
}

function checkNotZero(v: number[]): void {
  if (v.every(x => x === 0)) throw new RangeError('nothing but zeros');
}

export function direction(v: number[]): number[] {
  checkNotZero(v);
  let lead = v[0];
  for (const x of v) if (Math.abs(x) > Math.abs(lead)) lead = x;
  const length = Math.sqrt(dot(v, v));
  const signed = lead < 0 ? -length : length;
  return v.map(x => x / signed);
}

export function rayleigh(A: number[][], v: number[]): number {
  check(A, v);
  return dot(v, times(A, v)) / dot(v, v);
}

export function residual(A: number[][], v: number[]): number {
  check(A, v);
  const Av = times(A, v);
  const rho = dot(v, Av) / dot(v, v);
  const rest = Av.map((x, i) => x - rho * v[i]);
  return Math.sqrt(dot(rest, rest) / dot(v, v));
}

export function powerIteration(
  A: number[][],
  initial: number[],
  options: { maxIterations?: number; tolerance?: number } = {},
): { value: number; vector: number[]; iterations: number } {
  const { maxIterations = 1000, tolerance = 1e-10 } = options;
  check(A, initial);
  let vector = direction(initial);
  let iterations = 0;
  while (iterations < maxIterations && residual(A, vector) > tolerance) {
    vector = direction(times(A, vector));
    iterations++;
  }
  return { value: rayleigh(A, vector), vector, iterations };
}
