// Only the lower triangle of A is read, packed in one array; entries off the diagonal count twice.
interface Packed {
  d: number;
  cells: Float64Array;
}

function packed(A: number[][], v: number[]): Packed {
  const d = A.length;
  if (A.some(row => row.length !== d) || v.length !== d) throw new TypeError('wrong shapes');
  if (v.every(entry => entry === 0)) throw new RangeError('zeros');
  const cells = new Float64Array((d * (d + 1)) / 2);
  let at = 0;
  for (let i = 0; i < d; i++) for (let j = 0; j <= i; j++) cells[at++] = A[i][j];
  return { d, cells };
}

function image({ d, cells }: Packed, v: number[]): number[] {
  const out = new Array<number>(d).fill(0);
  let at = 0;
  for (let i = 0; i < d; i++) {
    for (let j = 0; j < i; j++) {
      out[i] += cells[at] * v[j];
      out[j] += cells[at] * v[i];
      at++;
    }
    out[i] += cells[at++] * v[i];
  }
  return out;
}

function form({ d, cells }: Packed, v: number[]): number {
  let diagonal = 0;
  let beside = 0;
  let at = 0;
  for (let i = 0; i < d; i++) {
    for (let j = 0; j < i; j++) beside += cells[at++] * v[i] * v[j];
    diagonal += cells[at++] * v[i] * v[i];
  }
  return diagonal + 2 * beside;
}

const squares = (v: number[]) => v.map(x => x * x).reduce((a, b) => a + b);

export function direction(v: number[]): number[] {
  const length = squares(v) ** 0.5;
  if (!(length > 0)) throw new RangeError('zeros');
  const order = v.map((_, i) => i).sort((i, j) => Math.abs(v[j]) - Math.abs(v[i]) || i - j);
  const sign = Math.sign(v[order[0]]);
  return v.map(x => (sign * x) / length);
}

export function rayleigh(A: number[][], v: number[]): number {
  return form(packed(A, v), v) / squares(v);
}

function off(P: Packed, v: number[]): number {
  const length2 = squares(v);
  const rho = form(P, v) / length2;
  return Math.sqrt(squares(image(P, v).map((y, i) => y - rho * v[i]))) / Math.sqrt(length2);
}

export function residual(A: number[][], v: number[]): number {
  return off(packed(A, v), v);
}

export function powerIteration(
  A: number[][],
  initial: number[],
  options: { maxIterations?: number; tolerance?: number } = {},
) {
  const P = packed(A, initial);
  const most = options.maxIterations === undefined ? 1000 : options.maxIterations;
  const enough = options.tolerance === undefined ? 1e-10 : options.tolerance;
  let v = direction(initial);
  let left = most;
  while (left > 0 && off(P, v) > enough) {
    v = direction(image(P, v));
    left -= 1;
  }
  return { vector: v, iterations: most - left, value: form(P, v) };
}
