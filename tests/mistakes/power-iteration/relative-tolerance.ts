// Measures the residual against the eigenvalue before it looks at the tolerance.
export const direction = (v: number[]): number[] => {
  const length = Math.sqrt(v.reduce((acc, cur) => acc + cur ** 2, 0));
  if (length === 0) throw RangeError('A zero vector was given.');
  const leader = v.slice().sort((a, b) => Math.abs(b) - Math.abs(a))[0];
  return v.map(x => x / (leader < 0 ? -length : length));
};

const step = (A: number[][], v: number[]): number[] => {
  if (v.length !== A.length) throw TypeError('Vector and matrix do not match.');
  return A.map(row => {
    if (row.length !== A.length) throw TypeError('The matrix is not square.');
    return row.reduce((acc, cur, j) => acc + cur * v[j], 0);
  });
};

export const rayleigh = (A: number[][], v: number[]): number => {
  const image = step(A, v);
  const unit = direction(v);
  const length = Math.hypot(...v);
  return image.reduce((acc, cur, i) => acc + (cur / length) * unit[i], 0) * sign(v, unit);
};

const sign = (v: number[], unit: number[]) => {
  const i = v.findIndex(x => x !== 0);
  return Math.sign(v[i]) === Math.sign(unit[i]) ? 1 : -1;
};

export const residual = (A: number[][], v: number[]): number => {
  const value = rayleigh(A, v);
  return Math.hypot(...step(A, v).map((y, i) => y - value * v[i])) / Math.hypot(...v);
};

export const powerIteration = (
  A: number[][],
  initial: number[],
  { maxIterations = 1000, tolerance = 1e-10 }: { maxIterations?: number; tolerance?: number } = {},
): { value: number; vector: number[]; iterations: number } => {
  step(A, initial);
  let vector = direction(initial);
  let iterations = 0;
  const done = () => residual(A, vector) <= tolerance * Math.abs(rayleigh(A, vector));
  while (iterations < maxIterations && !done()) {
    vector = direction(step(A, vector));
    iterations++;
  }
  return { value: rayleigh(A, vector), vector, iterations };
};
