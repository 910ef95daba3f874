// Written by someone at home in C: sizes first, then loops, every check spelt out where it is needed.
export function dot(a: number[], b: number[]): number {
  const n = a.length;
  if (b.length !== n) throw new TypeError('dot: lengths');
  let s = 0;
  for (let i = n - 1; i >= 0; --i) s += a[i] * b[i];
  return s;
}

export function norm(a: number[]): number {
  let s = 0;
  for (let i = 0; i < a.length; ++i) s += a[i] * a[i];
  return Math.sqrt(s);
}

export function cosine(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new TypeError('cosine: lengths');
  let ab = 0;
  let aa = 0;
  let bb = 0;
  for (let i = 0; i < a.length; ++i) {
    ab += a[i] * b[i];
    aa += a[i] * a[i];
    bb += b[i] * b[i];
  }
  if (aa === 0 || bb === 0) return 0;
  return ab / Math.sqrt(aa) / Math.sqrt(bb);
}

export function transpose(A: number[][]): number[][] {
  const n = A.length;
  const m = n > 0 ? A[0].length : 0;
  for (let i = 0; i < n; ++i) if (A[i].length !== m) throw new TypeError('transpose: ragged');
  const T: number[][] = [];
  for (let j = 0; j < m; ++j) {
    T[j] = [];
    for (let i = 0; i < n; ++i) T[j][i] = A[i][j];
  }
  return T;
}

export function matVec(A: number[][], x: number[]): number[] {
  const y: number[] = [];
  for (let i = 0; i < A.length; ++i) {
    if (A[i].length !== x.length) throw new TypeError('matVec: row ' + i);
    let s = 0;
    for (let j = 0; j < x.length; ++j) s += A[i][j] * x[j];
    y[i] = s;
  }
  return y;
}

export function matmul(A: number[][], B: number[][]): number[][] {
  const n = A.length;
  const m = B.length;
  const p = m > 0 ? B[0].length : 0;
  for (let i = 0; i < n; ++i) if (A[i].length !== m) throw new TypeError('matmul: A, row ' + i);
  for (let j = 0; j < m; ++j) if (B[j].length !== p) throw new TypeError('matmul: B, row ' + j);
  const C: number[][] = [];
  for (let i = 0; i < n; ++i) {
    C[i] = [];
    for (let k = 0; k < p; ++k) {
      let s = 0;
      for (let j = 0; j < m; ++j) s += A[i][j] * B[j][k];
      C[i][k] = s;
    }
  }
  return C;
}
