// Wrong, twice: the sign makes the first entry that is not 0 positive, and the value belongs to the vector before the last multiplication.
function inner(a: number[], b: number[]): number {
  return a.reduce((s, x, i) => s + x * b[i], 0);
}

function multiply(A: number[][], v: number[]): number[] {
  return A.map(row => inner(row, v));
}

function refuse(A: number[][], v: number[]): void {
  const d = A.length;
  if (!A.every(row => row.length === d)) throw new TypeError('not square');
  if (v.length !== d) throw new TypeError('length');
  if (!v.some(Boolean)) throw new RangeError('zeros');
}

export function direction(v: number[]): number[] {
  const first = v.find(x => x !== 0);
  if (first === undefined) throw new RangeError('zeros');
  const length = Math.sqrt(inner(v, v)) * Math.sign(first);
  return v.map(x => x / length);
}

export function rayleigh(A: number[][], v: number[]): number {
  refuse(A, v);
  return inner(v, multiply(A, v)) / inner(v, v);
}

export function residual(A: number[][], v: number[]): number {
  const rho = rayleigh(A, v);
  const off = multiply(A, v).map((x, i) => x - rho * v[i]);
  return Math.sqrt(inner(off, off)) / Math.sqrt(inner(v, v));
}

export function powerIteration(
  A: number[][],
  initial: number[],
  options?: { maxIterations?: number; tolerance?: number },
): { value: number; vector: number[]; iterations: number } {
  refuse(A, initial);
  const limit = options?.maxIterations ?? 1000;
  const tolerance = options?.tolerance ?? 1e-10;
  let vector = direction(initial);
  let value = rayleigh(A, vector);
  let iterations = 0;
  while (residual(A, vector) > tolerance && iterations < limit) {
    value = rayleigh(A, vector);
    vector = direction(multiply(A, vector));
    iterations++;
  }
  return { value, vector, iterations };
}
