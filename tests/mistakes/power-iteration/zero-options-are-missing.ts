// A limit or a tolerance of 0 is taken for one that was left out.
export function direction(v: number[]): number[] {
  const length = Math.hypot(...v);
  if (!length) throw new RangeError('The vector is zero.');
  const sorted = v.map((x, i) => ({ i, size: Math.abs(x) })).sort((a, b) => b.size - a.size);
  const flip = v[sorted[0].i] < 0;
  return v.map(x => (flip ? -x : x) / length);
}

function times(A: number[][], v: number[]): number[] {
  if (v.length !== A.length) throw new TypeError('The vector does not fit.');
  return A.map(row => {
    if (row.length !== A.length) throw new TypeError('The matrix is not square.');
    let total = 0;
    for (const [j, a] of row.entries()) total += a * v[j];
    return total;
  });
}

export function rayleigh(A: number[][], v: number[]): number {
  const image = times(A, v);
  const unit = direction(v);
  const scale = Math.hypot(...v);
  const turned = Math.sign(unit.reduce((s, x, i) => s + x * v[i], 0));
  return (turned * unit.reduce((s, x, i) => s + x * image[i], 0)) / scale;
}

export function residual(A: number[][], v: number[]): number {
  const image = times(A, v);
  const rho = rayleigh(A, v);
  return Math.hypot(...image.map((y, i) => y - rho * v[i])) / Math.hypot(...v);
}

export function powerIteration(
  A: number[][],
  initial: number[],
  options: { maxIterations?: number; tolerance?: number } = {},
) {
  const maxIterations = options.maxIterations || 1000;
  const tolerance = options.tolerance || 1e-10;
  times(A, initial);
  let vector = direction(initial);
  let iterations = 0;
  while (iterations < maxIterations && residual(A, vector) > tolerance) {
    vector = direction(times(A, vector));
    iterations += 1;
  }
  return { value: rayleigh(A, vector), vector, iterations };
}
