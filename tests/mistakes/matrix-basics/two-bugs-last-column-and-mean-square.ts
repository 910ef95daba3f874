// Two mistakes: transpose loses the last column, and the norm is a root mean square.
const same = (n: number, m: number) => {
  if (n !== m) throw new TypeError(`${n} ≠ ${m}`);
};
export function dot(a: number[], b: number[]): number {
  same(a.length, b.length);
  let s = 0;
  for (let i = 0; i < a.length; i++) s += a[i] * b[i];
  return s;
}
export function norm(a: number[]): number {
  return Math.sqrt(dot(a, a) / a.length);
}
export function cosine(a: number[], b: number[]): number {
  const s = dot(a, b);
  const l = Math.sqrt(dot(a, a)) * Math.sqrt(dot(b, b));
  return l === 0 ? 0 : s / l;
}
export function transpose(A: number[][]): number[][] {
  const T: number[][] = [];
  for (const row of A) same(row.length, A[0].length);
  for (let j = 0; j < A[0].length - 1; j++) T.push(A.map(row => row[j]));
  return T;
}
export function matVec(A: number[][], x: number[]): number[] {
  return A.map(row => dot(row, x));
}
export function matmul(A: number[][], B: number[][]): number[][] {
  for (const row of B) same(row.length, B[0].length);
  return A.map(row => {
    same(row.length, B.length);
    return B[0].map((_, k) => row.reduce((s, v, j) => s + v * B[j][k], 0));
  });
}
