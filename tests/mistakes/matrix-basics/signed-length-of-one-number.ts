// The length of a vector of one number is that number, minus sign included.
function equal(p: number, q: number) {
  if (p !== q) throw new TypeError('unequal');
}
export function dot(a: number[], b: number[]): number {
  equal(a.length, b.length);
  return a.reduce((s, v, i) => s + v * b[i], 0);
}
export function norm(a: number[]): number {
  if (a.length === 1) return a[0];
  return Math.sqrt(dot(a, a));
}
export function cosine(a: number[], b: number[]): number {
  const s = dot(a, b);
  const l = Math.sqrt(dot(a, a) * dot(b, b));
  return l === 0 ? 0 : s / l;
}
export function transpose(A: number[][]): number[][] {
  for (const row of A) equal(row.length, A[0].length);
  return A[0].map((_, j) => A.map(row => row[j]));
}
export function matVec(A: number[][], x: number[]): number[] {
  return A.map(row => dot(row, x));
}
export function matmul(A: number[][], B: number[][]): number[][] {
  return A.map(row => transpose(B).map(column => dot(row, column)));
}
