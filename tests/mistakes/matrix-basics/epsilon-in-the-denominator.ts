// Adds 1e-12 below the fraction against division by zero.
const EPS = 1e-12;
const need = (ok: boolean) => {
  if (!ok) throw new TypeError('shape mismatch');
};
export function dot(a: number[], b: number[]): number {
  need(a.length === b.length);
  return a.reduce((acc, v, i) => acc + v * b[i], 0);
}
export function norm(a: number[]): number {
  return Math.sqrt(a.reduce((acc, v) => acc + v * v, 0));
}
export function cosine(a: number[], b: number[]): number {
  return dot(a, b) / (norm(a) * norm(b) + EPS);
}
export function transpose(A: number[][]): number[][] {
  need(A.every(r => r.length === A[0].length));
  return A[0].map((_, c) => A.map(r => r[c]));
}
export function matVec(A: number[][], x: number[]): number[] {
  need(A.every(r => r.length === x.length));
  return A.map(r => dot(r, x));
}
export function matmul(A: number[][], B: number[][]): number[][] {
  need(A.every(r => r.length === B.length));
  const T = transpose(B);
  return A.map(r => matVec(T, r));
}
