// Wrong on rare input: where several entries share the largest magnitude, the last of them decides the sign.
const square = (v: number[]) => v.reduce((s, x) => s + x ** 2, 0);

function mul(A: number[][], v: number[]): number[] {
  return A.map(row => row.reduce((s, a, j) => s + a * v[j], 0));
}

function shape(A: number[][], v: number[]): void {
  if (A.find(row => row.length !== A.length) || A.length !== v.length) throw new TypeError('shape');
  if (Math.max(...v) === 0 && Math.min(...v) === 0) throw new RangeError('zeros');
}

export function direction(v: number[]): number[] {
  let k = 0;
  v.forEach((x, i) => {
    if (Math.abs(x) >= Math.abs(v[k])) k = i;
  });
  if (v[k] === 0) throw new RangeError('zeros');
  const scale = 1 / Math.sqrt(square(v));
  return v.map(x => (v[k] > 0 ? x * scale : -x * scale));
}

export function rayleigh(A: number[][], v: number[]): number {
  shape(A, v);
  const w = mul(A, v);
  return v.reduce((s, x, i) => s + x * w[i], 0) / square(v);
}

export function residual(A: number[][], v: number[]): number {
  shape(A, v);
  const r = rayleigh(A, v);
  return Math.sqrt(square(mul(A, v).map((w, i) => w - r * v[i])) / square(v));
}

export function powerIteration(
  A: number[][],
  initial: number[],
  options?: { maxIterations?: number; tolerance?: number },
): { value: number; vector: number[]; iterations: number } {
  shape(A, initial);
  const settings = { maxIterations: 1000, tolerance: 1e-10 };
  if (options?.maxIterations !== undefined) settings.maxIterations = options.maxIterations;
  if (options?.tolerance !== undefined) settings.tolerance = options.tolerance;

  const step = (v: number[], k: number): { vector: number[]; iterations: number } => {
    let at = v;
    let made = k;
    while (made < settings.maxIterations && residual(A, at) > settings.tolerance) {
      at = direction(mul(A, at));
      made++;
    }
    return { vector: at, iterations: made };
  };
  const end = step(direction(initial), 0);
  return { value: rayleigh(A, end.vector), ...end };
}
