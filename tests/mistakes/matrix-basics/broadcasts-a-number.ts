// A matrix of one number multiplies everything, as a number would.
const complain = () => {
  throw new TypeError('shape');
};
export function dot(a: number[], b: number[]): number {
  if (a.length !== b.length) complain();
  return a.reduce((s, v, i) => s + v * b[i], 0);
}
export function norm(a: number[]): number {
  return Math.sqrt(dot(a, a));
}
export function cosine(a: number[], b: number[]): number {
  const s = dot(a, b);
  return s && s / (norm(a) * norm(b));
}
export function transpose(A: number[][]): number[][] {
  if (A.some(r => r.length !== A[0].length)) complain();
  return A[0].map((_, j) => A.map(r => r[j]));
}
export function matVec(A: number[][], x: number[]): number[] {
  return A.map(r => dot(r, x));
}
export function matmul(A: number[][], B: number[][]): number[][] {
  if (B.length === 1 && B[0].length === 1) {
    transpose(A);
    return A.map(r => r.map(v => v * B[0][0]));
  }
  const T = transpose(B);
  return A.map(r => T.map(c => dot(r, c)));
}
