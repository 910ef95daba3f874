// Wrong: the residual is compared with the tolerance times the magnitude of the eigenvalue.
interface State {
  vector: number[];
  image: number[];
  value: number;
  off: number;
}

function dotted(a: number[], b: number[]): number {
  let s = 0;
  for (const i of a.keys()) s += a[i] * b[i];
  return s;
}

function examine(A: number[][], v: number[]): State {
  if (v.length !== A.length || A.some(r => r.length !== A.length)) throw new TypeError('shapes');
  const norm2 = dotted(v, v);
  if (norm2 === 0) throw new RangeError('zero vector');
  const image = A.map(r => dotted(r, v));
  const value = dotted(v, image) / norm2;
  const rest = image.map((x, i) => x - value * v[i]);
  return { vector: v, image, value, off: Math.sqrt(dotted(rest, rest) / norm2) };
}

export function direction(v: number[]): number[] {
  const norm2 = dotted(v, v);
  if (norm2 === 0) throw new RangeError('zero vector');
  const magnitudes = v.map(x => Math.abs(x));
  const top = magnitudes.indexOf(Math.max(...magnitudes));
  const unit = v.map(x => x / Math.sqrt(norm2));
  return unit[top] < 0 ? unit.map(x => -x) : unit;
}

export function rayleigh(A: number[][], v: number[]): number {
  return examine(A, v).value;
}

export function residual(A: number[][], v: number[]): number {
  return examine(A, v).off;
}

export function powerIteration(
  A: number[][],
  initial: number[],
  options?: { maxIterations?: number; tolerance?: number },
): { value: number; vector: number[]; iterations: number } {
  examine(A, initial);
  const most = options?.maxIterations ?? 1000;
  const tolerance = options?.tolerance ?? 1e-10;
  let state = examine(A, direction(initial));
  let iterations = 0;
  while (iterations < most && state.off > tolerance * Math.abs(state.value)) {
    state = examine(A, direction(state.image));
    iterations++;
  }
  return { value: state.value, vector: state.vector, iterations };
}
