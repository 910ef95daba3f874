// A norm below 1e-10 counts as zero in cosine.
export function dot(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new TypeError(`dot of ${a.length} and ${b.length}`);
  let out = 0;
  for (let i = 0; i < a.length; i += 1) out += a[i] * b[i];
  return out;
}
export function norm(a: number[]): number {
  let out = 0;
  for (const v of a) out += v ** 2;
  return Math.sqrt(out);
}
export function cosine(a: number[], b: number[]): number {
  const [p, q] = [norm(a), norm(b)];
  const along = dot(a, b);
  if (p < 1e-10 || q < 1e-10) return 0;
  return along / (p * q);
}
export function transpose(A: number[][]): number[][] {
  const out: number[][] = A[0].map(() => []);
  for (const row of A) {
    if (row.length !== out.length) throw new TypeError('ragged rows');
    for (const [j, v] of row.entries()) out[j].push(v);
  }
  return out;
}
export function matVec(A: number[][], x: number[]): number[] {
  const out: number[] = [];
  for (const row of A) out.push(dot(row, x));
  return out;
}
export function matmul(A: number[][], B: number[][]): number[][] {
  const T = transpose(B);
  const out: number[][] = [];
  for (const row of A) out.push(matVec(T, row));
  return out;
}
