// Row i of AB is a combination of the rows of B, and Ax a combination of the columns of A.
type Vector = number[];

const scaled = (v: Vector, by: number): Vector => v.map(value => value * by);
const plus = (u: Vector, v: Vector): Vector => u.map((value, i) => value + v[i]);

function widthOf(A: Vector[]): number {
  const widths = A.map(row => row.length);
  const width = widths[0] ?? 0;
  if (widths.some(one => one !== width)) throw new TypeError('rows of unlike length: ' + widths);
  return width;
}

function combine(factors: Vector, vectors: Vector[], width: number): Vector {
  return factors.reduce(
    (sum, factor, j) => plus(sum, scaled(vectors[j], factor)),
    new Array<number>(width).fill(0),
  );
}

export function transpose(A: number[][]): number[][] {
  widthOf(A);
  return A.reduce<number[][]>(
    (columns, row) => row.map((value, j) => [...(columns[j] ?? []), value]),
    [],
  );
}

export function matVec(A: number[][], x: number[]): number[] {
  if (widthOf(A) !== x.length) throw new TypeError(`${widthOf(A)} columns, ${x.length} factors`);
  return combine(x, transpose(A), A.length);
}

export function matmul(A: number[][], B: number[][]): number[][] {
  const width = widthOf(B);
  if (widthOf(A) !== B.length) throw new TypeError(`${widthOf(A)} columns, ${B.length} rows`);
  return A.map(row => combine(row, B, width));
}

export function dot(a: number[], b: number[]): number {
  return matVec([a], b)[0];
}

export function norm(a: number[]): number {
  return dot(a, a) ** 0.5;
}

export function cosine(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new TypeError('lengths of unlike size');
  if (!a.some(Boolean) || !b.some(Boolean)) return 0;
  return dot(scaled(a, 1 / norm(a)), scaled(b, 1 / norm(b)));
}
