// Compares each vector with the one before it, with signs fixed; counts the last comparison too.
const norm = (v: number[]) => Math.hypot(...v);
const matmul = (A: number[][], v: number[]) =>
  A.map(row => row.reduce((s, a, i) => s + a * v[i], 0));

function assertSquare(A: number[][], v: number[]): void {
  A.forEach((row, i) => {
    if (row.length !== A.length) throw new TypeError(`row ${i} has length ${row.length}`);
  });
  if (v.length !== A.length) throw new TypeError(`vector has length ${v.length}`);
  if (norm(v) === 0) throw new RangeError('vector is zero');
}

export function direction(v: number[]): number[] {
  if (norm(v) === 0) throw new RangeError('vector is zero');
  const biggest = v.map(Math.abs).reduce((b, x, i, all) => (x > all[b] ? i : b), 0);
  const k = Math.sign(v[biggest]) / norm(v);
  return v.map(x => k * x);
}

export function rayleigh(A: number[][], v: number[]): number {
  assertSquare(A, v);
  const u = direction(v);
  return matmul(A, u).reduce((s, y, i) => s + y * u[i], 0);
}

export function residual(A: number[][], v: number[]): number {
  assertSquare(A, v);
  const u = direction(v);
  const lambda = rayleigh(A, v);
  return norm(matmul(A, u).map((y, i) => y - lambda * u[i]));
}

export function powerIteration(
  A: number[][],
  initial: number[],
  options: { maxIterations?: number; tolerance?: number } = {},
) {
  assertSquare(A, initial);
  const maxIterations = options.maxIterations ?? 1000;
  const tolerance = options.tolerance ?? 1e-10;
  let current = direction(initial);
  for (let t = 0; t < maxIterations; t++) {
    const image = matmul(A, current);
    if (norm(image) === 0) return { value: 0, vector: current, iterations: t };
    const next = direction(image);
    const moved = norm(next.map((x, i) => x - current[i]));
    current = next;
    if (moved <= tolerance) {
      return { value: rayleigh(A, current), vector: current, iterations: t + 1 };
    }
  }
  return { value: rayleigh(A, current), vector: current, iterations: maxIterations };
}
