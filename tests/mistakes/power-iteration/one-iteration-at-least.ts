// Wrong: the residual is looked at after a multiplication only, so a start that is good enough still takes one iteration.
function assertFit(A: number[][], v: number[]): void {
  const d = A.length;
  for (let i = 0; i < d; i++) {
    if (A[i].length !== d) throw new TypeError(`row ${i}`);
  }
  if (v.length !== d) throw new TypeError('length of the vector');
  if (v.filter(x => x !== 0).length === 0) throw new RangeError('only zeros');
}

function mapped(A: number[][], v: number[]): Float64Array {
  const w = new Float64Array(A.length);
  for (let i = 0; i < w.length; i++) for (let j = 0; j < w.length; j++) w[i] += A[i][j] * v[j];
  return w;
}

export function direction(v: number[]): number[] {
  let power = 0;
  let peak = 0;
  for (const x of v) {
    power += x * x;
    if (Math.abs(x) > Math.abs(peak)) peak = x;
  }
  if (peak === 0) throw new RangeError('only zeros');
  const factor = (peak > 0 ? 1 : -1) / Math.sqrt(power);
  return v.map(x => x * factor);
}

export function rayleigh(A: number[][], v: number[]): number {
  assertFit(A, v);
  const w = mapped(A, v);
  let a = 0;
  let b = 0;
  for (let i = 0; i < v.length; i++) {
    a += w[i] * v[i];
    b += v[i] * v[i];
  }
  return a / b;
}

export function residual(A: number[][], v: number[]): number {
  const rho = rayleigh(A, v);
  const w = mapped(A, v);
  let rest = 0;
  let own = 0;
  for (let i = 0; i < v.length; i++) {
    rest += (w[i] - rho * v[i]) ** 2;
    own += v[i] ** 2;
  }
  return Math.sqrt(rest / own);
}

export function powerIteration(
  A: number[][],
  initial: number[],
  options?: { maxIterations?: number; tolerance?: number },
): { value: number; vector: number[]; iterations: number } {
  assertFit(A, initial);
  const maxIterations = options?.maxIterations ?? 1000;
  const tolerance = options?.tolerance ?? 1e-10;
  let vector = direction(initial);
  let iterations = 0;
  for (let k = 1; k <= maxIterations; k++) {
    const image = Array.from(mapped(A, vector));
    if (image.every(x => x === 0)) break;
    vector = direction(image);
    iterations = k;
    if (residual(A, vector) <= tolerance) break;
  }
  return { value: rayleigh(A, vector), vector, iterations };
}
