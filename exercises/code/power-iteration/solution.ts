/** The unit vector on the line through v whose largest entry, in magnitude, is positive. */
export function direction(v: number[]): number[] {
  const length = lengthOf('direction', v);
  let largest = 0;
  v.forEach((entry, i) => {
    if (Math.abs(entry) > Math.abs(v[largest])) largest = i;
  });
  const divisor = v[largest] < 0 ? -length : length;
  return v.map(entry => entry / divisor); // [d]
}

/** The best eigenvalue for a vector, v·Av / v·v. */
export function rayleigh(A: number[][], v: number[]): number {
  checkShape('rayleigh', A, v);
  lengthOf('rayleigh', v);
  return dot(v, times(A, v)) / dot(v, v);
}

/** How far a vector is from being an eigenvector: |Av − ρv| / |v|, where ρ is its Rayleigh quotient. */
export function residual(A: number[][], v: number[]): number {
  checkShape('residual', A, v);
  const length = lengthOf('residual', v);
  const unit = v.map(entry => entry / length); // [d]
  const value = rayleigh(A, unit);
  const rest = times(A, unit).map((entry, i) => entry - value * unit[i]); // [d]
  return Math.sqrt(dot(rest, rest));
}

/**
 * Multiplies by A until the vector hardly turns. Each product stretches the part along every
 * eigenvector by its eigenvalue, so the part with the largest one, in magnitude, outgrows the others.
 */
export function powerIteration(
  A: number[][],
  initial: number[],
  options: { maxIterations?: number; tolerance?: number } = {},
): { value: number; vector: number[]; iterations: number } {
  const maxIterations = options.maxIterations ?? 1000;
  const tolerance = options.tolerance ?? 1e-10;
  checkShape('powerIteration', A, initial);

  let vector = direction(initial); // [d]
  let iterations = 0;
  while (iterations < maxIterations && residual(A, vector) > tolerance) {
    vector = direction(times(A, vector));
    iterations += 1;
  }
  return { value: rayleigh(A, vector), vector, iterations };
}

function dot(a: number[], b: number[]): number {
  let sum = 0;
  for (let j = 0; j < a.length; j += 1) sum += a[j] * b[j];
  return sum;
}

function times(A: number[][], v: number[]): number[] {
  return A.map(row => dot(row, v)); // [d]
}

function lengthOf(caller: string, v: number[]): number {
  const length = Math.sqrt(dot(v, v));
  if (length === 0) throw new RangeError(`${caller}: a vector of zeros has no direction`);
  return length;
}

function checkShape(caller: string, A: number[][], v: number[]): void {
  const odd = A.find(row => row.length !== A.length);
  if (odd) throw new TypeError(`${caller}: a row of ${odd.length} in a matrix of ${A.length} rows`);
  if (v.length !== A.length) {
    throw new TypeError(`${caller}: a vector of ${v.length} for a matrix of ${A.length} rows`);
  }
}
