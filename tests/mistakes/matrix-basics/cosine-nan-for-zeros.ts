// Divides by the norms without asking whether they are 0.
export function dot(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new TypeError('dot: lengths');
  let sum = 0;
  for (const [i, v] of a.entries()) sum += v * b[i];
  return sum;
}
export function norm(a: number[]): number {
  return Math.sqrt(dot(a, a));
}
export function cosine(a: number[], b: number[]): number {
  return dot(a, b) / (norm(a) * norm(b));
}
export function transpose(A: number[][]): number[][] {
  const m = A[0].length;
  const T = Array.from({ length: m }, () => new Array<number>(A.length));
  A.forEach((row, i) => {
    if (row.length !== m) throw new TypeError('transpose: ragged');
    row.forEach((v, j) => {
      T[j][i] = v;
    });
  });
  return T;
}
export function matVec(A: number[][], x: number[]): number[] {
  return A.map(row => dot(row, x));
}
export function matmul(A: number[][], B: number[][]): number[][] {
  return A.map(row => transpose(B).map(column => dot(row, column)));
}
