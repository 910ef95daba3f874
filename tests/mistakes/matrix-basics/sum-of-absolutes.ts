// The norm is the sum of absolute values.
export function dot(u: number[], v: number[]): number {
  if (u.length !== v.length) throw new TypeError('length');
  let acc = 0;
  for (let i = 0; i < u.length; ++i) acc += u[i] * v[i];
  return acc;
}
export function norm(u: number[]): number {
  return u.reduce((acc, value) => acc + Math.abs(value), 0);
}
export function cosine(u: number[], v: number[]): number {
  const acc = dot(u, v);
  const both = norm(u) * norm(v);
  return both ? acc / both : 0;
}
export function transpose(M: number[][]): number[][] {
  const cols = M[0].length;
  if (M.filter(row => row.length === cols).length < M.length) throw new TypeError('ragged');
  return Array.from({ length: cols }, (_, j) => M.map(row => row[j]));
}
export function matVec(M: number[][], v: number[]): number[] {
  return M.map(row => dot(row, v));
}
export function matmul(M: number[][], N: number[][]): number[][] {
  const cols = transpose(N);
  return M.map(row => cols.map(col => dot(row, col)));
}
