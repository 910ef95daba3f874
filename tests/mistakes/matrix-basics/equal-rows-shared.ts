// Computes each different row of the product once, and hands the same array out for equal rows.
export function dot(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new TypeError('dot: unlike lengths');
  let s = 0;
  for (let i = 0; i < a.length; i++) s += a[i] * b[i];
  return s;
}
export function norm(a: number[]): number {
  return Math.sqrt(dot(a, a));
}
export function cosine(a: number[], b: number[]): number {
  const s = dot(a, b);
  const l = norm(a) * norm(b);
  return l === 0 ? 0 : s / l;
}
export function transpose(A: number[][]): number[][] {
  if (A.some(row => row.length !== A[0].length)) throw new TypeError('transpose: ragged');
  return A[0].map((_, j) => A.map(row => row[j]));
}
export function matVec(A: number[][], x: number[]): number[] {
  return A.map(row => dot(row, x));
}
export function matmul(A: number[][], B: number[][]): number[][] {
  const columns = transpose(B);
  const done = new Map<string, number[]>();
  return A.map(row => {
    const key = row.join();
    const product = done.get(key) ?? columns.map(column => dot(row, column));
    done.set(key, product);
    return product;
  });
}
