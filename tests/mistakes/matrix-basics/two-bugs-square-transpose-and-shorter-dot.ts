// Wrong: transposes with as many rows as before, which fits square matrices only, and dot stops at the end of the shorter vector.
export function dot(a: number[], b: number[]): number {
  const n = Math.min(a.length, b.length);
  let s = 0;
  let i = n;
  while (i-- > 0) s += a[i] * b[i];
  return s;
}

export function norm(a: number[]): number {
  return dot(a, a) ** 0.5;
}

export function cosine(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new TypeError('cosine');
  const lengths = norm(a) * norm(b);
  return lengths === 0 ? 0 : dot(a, b) / lengths;
}

export function transpose(A: number[][]): number[][] {
  const T: number[][] = [];
  for (let i = 0; i < A.length; i++) {
    if (A[i].length !== A[0].length) throw new TypeError('transpose');
    T[i] = [];
    for (let j = 0; j < A.length; j++) T[i][j] = A[j][i];
  }
  return T;
}

export function matVec(A: number[][], x: number[]): number[] {
  return A.map(row => {
    if (row.length !== x.length) throw new TypeError('matVec');
    return dot(row, x);
  });
}

export function matmul(A: number[][], B: number[][]): number[][] {
  for (const row of A) if (row.length !== B.length) throw new TypeError('matmul');
  for (const row of B) if (row.length !== B[0].length) throw new TypeError('matmul');
  return A.map(row => {
    const out: number[] = B[0].map(() => 0);
    row.forEach((v, j) => B[j].forEach((w, k) => (out[k] += v * w)));
    return out;
  });
}
