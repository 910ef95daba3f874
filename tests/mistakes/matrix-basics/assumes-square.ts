// Takes the number of rows for the number of columns everywhere.
function same(n: number, m: number) {
  if (n !== m) throw new TypeError(`${n} and ${m}`);
}
export function dot(a: number[], b: number[]) {
  same(a.length, b.length);
  let s = 0;
  for (let i = 0; i < a.length; i++) s += a[i] * b[i];
  return s;
}
export function norm(a: number[]) {
  return dot(a, a) ** 0.5;
}
export function cosine(a: number[], b: number[]) {
  const s = dot(a, b);
  return norm(a) && norm(b) ? s / norm(a) / norm(b) : 0;
}
export function transpose(A: number[][]) {
  const n = A.length;
  for (const row of A) same(row.length, A[0].length);
  const T: number[][] = [];
  for (let i = 0; i < n; i++) {
    T.push([]);
    for (let j = 0; j < n; j++) T[i].push(A[j][i]);
  }
  return T;
}
export function matVec(A: number[][], x: number[]) {
  return A.map(row => dot(row, x));
}
export function matmul(A: number[][], B: number[][]) {
  for (const row of B) same(row.length, B[0].length);
  const n = A.length;
  const C: number[][] = [];
  for (let i = 0; i < n; i++) {
    same(A[i].length, B.length);
    C.push([]);
    for (let k = 0; k < n; k++) {
      let s = 0;
      for (let j = 0; j < A[i].length; j++) s += A[i][j] * B[j][k];
      C[i].push(s);
    }
  }
  return C;
}
