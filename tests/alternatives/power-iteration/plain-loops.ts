// Index loops and nothing else; every function checks by itself.
export function direction(v: number[]): number[] {
  let squares = 0;
  let best = -1;
  let lead = 0;
  for (let i = 0; i < v.length; i++) {
    squares += v[i] * v[i];
    const size = v[i] < 0 ? -v[i] : v[i];
    if (size > best) {
      best = size;
      lead = v[i];
    }
  }
  if (squares === 0) throw new RangeError('zero vector');
  let factor = 1 / Math.sqrt(squares);
  if (lead < 0) factor = -factor;
  const out: number[] = [];
  for (let i = 0; i < v.length; i++) out.push(v[i] * factor);
  return out;
}

function check(A: number[][], v: number[]) {
  for (let i = 0; i < A.length; i++) {
    if (A[i].length !== A.length) throw new TypeError('A is not square');
  }
  if (v.length !== A.length) throw new TypeError('v does not fit A');
  for (let i = 0; i < v.length; i++) if (v[i] !== 0) return;
  throw new RangeError('zero vector');
}

export function rayleigh(A: number[][], v: number[]): number {
  check(A, v);
  let above = 0;
  let below = 0;
  for (let i = 0; i < v.length; i++) {
    for (let j = 0; j < v.length; j++) above += v[i] * A[i][j] * v[j];
    below += v[i] * v[i];
  }
  return above / below;
}

export function residual(A: number[][], v: number[]): number {
  const rho = rayleigh(A, v);
  let above = 0;
  let below = 0;
  for (let i = 0; i < v.length; i++) {
    let entry = -rho * v[i];
    for (let j = 0; j < v.length; j++) entry += A[i][j] * v[j];
    above += entry * entry;
    below += v[i] * v[i];
  }
  return Math.sqrt(above / below);
}

export function powerIteration(
  A: number[][],
  initial: number[],
  options?: { maxIterations?: number; tolerance?: number },
) {
  check(A, initial);
  let limit = 1000;
  let tolerance = 1e-10;
  if (options && options.maxIterations !== undefined) limit = options.maxIterations;
  if (options && options.tolerance !== undefined) tolerance = options.tolerance;
  let vector = direction(initial);
  for (let iterations = 0; ; iterations++) {
    if (iterations >= limit || residual(A, vector) <= tolerance) {
      return { value: rayleigh(A, vector), vector, iterations };
    }
    const next: number[] = [];
    for (let i = 0; i < A.length; i++) {
      let entry = 0;
      for (let j = 0; j < A.length; j++) entry += A[i][j] * vector[j];
      next.push(entry);
    }
    vector = direction(next);
  }
}
