// Gives the cosine distance, 1 minus the cosine.
const assertLength = (a: number[], n: number) => {
  if (a.length !== n) throw new TypeError(`expected ${n} numbers, got ${a.length}`);
};
export function dot(a: number[], b: number[]): number {
  assertLength(b, a.length);
  return a.map((v, i) => v * b[i]).reduce((p, q) => p + q);
}
export function norm(a: number[]): number {
  return Math.sqrt(a.map(v => v * v).reduce((p, q) => p + q));
}
export function cosine(a: number[], b: number[]): number {
  const s = dot(a, b);
  if (norm(a) === 0 || norm(b) === 0) return 0;
  return 1 - s / (norm(a) * norm(b));
}
export function transpose(A: number[][]): number[][] {
  for (const row of A) assertLength(row, A[0].length);
  return A[0].map((_, j) => A.map(row => row[j]));
}
export function matVec(A: number[][], x: number[]): number[] {
  return A.map(row => dot(row, x));
}
export function matmul(A: number[][], B: number[][]): number[][] {
  return A.map(row => matVec(transpose(B), row));
}
