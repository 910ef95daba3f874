// One product with A per iteration, shared by quotient, residual and step; sign fixed only on return.
function product(A: number[][], v: Float64Array): Float64Array<ArrayBuffer> {
  const w = new Float64Array(A.length);
  A.forEach((row, i) => {
    row.forEach((a, j) => {
      w[i] += a * v[j];
    });
  });
  return w;
}

function inner(a: Float64Array, b: Float64Array): number {
  let s = 0;
  for (let i = a.length; i-- > 0; ) s += a[i] * b[i];
  return s;
}

function look(A: number[][], v: Float64Array) {
  const w = product(A, v);
  const squared = inner(v, v);
  const value = inner(v, w) / squared;
  const rest = w.map((x, i) => x - value * v[i]);
  return { w, value, residual: Math.sqrt(inner(rest, rest) / squared) };
}

function refuse(A: number[][] | null, v: number[]) {
  if (A !== null) {
    const widths = [...A.map(row => row.length), v.length];
    if (widths.some(width => width !== A.length)) throw new TypeError('shapes differ');
  }
  if (!v.some(x => x !== 0)) throw new RangeError('nothing but zeros');
}

function scale(v: Float64Array): Float64Array<ArrayBuffer> {
  const length = Math.sqrt(inner(v, v));
  return v.map(x => x / length);
}

function oriented(v: Float64Array): number[] {
  let at = 0;
  for (let i = 1; i < v.length; i++) if (v[i] ** 2 > v[at] ** 2) at = i;
  return v[at] < 0 ? Array.from(v, x => -x) : Array.from(v);
}

export function direction(v: number[]): number[] {
  refuse(null, v);
  // The sign is read off before anything is divided.
  let at = 0;
  for (let i = 1; i < v.length; i++) if (Math.abs(v[i]) > Math.abs(v[at])) at = i;
  const unit = Array.from(scale(Float64Array.from(v)));
  return v[at] > 0 ? unit : unit.map(x => -x);
}

export function rayleigh(A: number[][], v: number[]): number {
  refuse(A, v);
  return look(A, Float64Array.from(v)).value;
}

export function residual(A: number[][], v: number[]): number {
  refuse(A, v);
  return look(A, Float64Array.from(v)).residual;
}

export function powerIteration(
  A: number[][],
  initial: number[],
  options: { maxIterations?: number; tolerance?: number } = {},
) {
  refuse(A, initial);
  const { maxIterations, tolerance } = options;
  let v = Float64Array.from(direction(initial));
  let seen = look(A, v);
  let iterations = 0;
  while (seen.residual > (tolerance ?? 1e-10) && iterations < (maxIterations ?? 1000)) {
    v = scale(seen.w);
    seen = look(A, v);
    iterations++;
  }
  return { value: seen.value, vector: oriented(v), iterations };
}
