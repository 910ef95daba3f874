// Leaves the root out of the norm, though cosine has one of its own.
export function dot(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new TypeError('a and b must be equally long');
  return a.reduce((total, _, i) => total + a[i] * b[i], 0);
}
export function norm(a: number[]): number {
  return dot(a, a);
}
export function cosine(a: number[], b: number[]): number {
  const product = dot(a, b);
  const squares = norm(a) * norm(b);
  if (squares === 0) return 0;
  return product / Math.sqrt(squares);
}
export function transpose(A: number[][]): number[][] {
  const T: number[][] = [];
  A.forEach((row, i) => {
    if (i > 0 && row.length !== A[i - 1].length) throw new TypeError('ragged');
    row.forEach((value, j) => {
      T[j] ??= [];
      T[j][i] = value;
    });
  });
  return T;
}
export function matVec(A: number[][], x: number[]): number[] {
  return A.map(row => dot(row, x));
}
export function matmul(A: number[][], B: number[][]): number[][] {
  return transpose(transpose(B).map(column => matVec(A, column)));
}
