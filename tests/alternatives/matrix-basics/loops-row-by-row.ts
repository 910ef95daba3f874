// Right: index loops, with the product accumulated row by row in the order i, j, k.
function width(A: number[][], name: string): number {
  const m = A.length === 0 ? 0 : A[0].length;
  for (let i = 1; i < A.length; i += 1) {
    if (A[i].length !== m)
      throw new TypeError(`row ${i} of ${name} has ${A[i].length} numbers instead of ${m}`);
  }
  return m;
}

export function dot(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new TypeError('vectors of different lengths');
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i] * b[i];
  return sum;
}

export function norm(a: number[]): number {
  return Math.sqrt(dot(a, a));
}

export function cosine(a: number[], b: number[]): number {
  const product = dot(a, b);
  const lengthA = norm(a);
  const lengthB = norm(b);
  if (lengthA === 0 || lengthB === 0) return 0;
  return product / lengthA / lengthB;
}

export function transpose(A: number[][]): number[][] {
  const m = width(A, 'A');
  const result: number[][] = [];
  for (let j = 0; j < m; j += 1) {
    const row: number[] = [];
    for (let i = 0; i < A.length; i += 1) row.push(A[i][j]);
    result.push(row);
  }
  return result;
}

export function matVec(A: number[][], x: number[]): number[] {
  const result: number[] = [];
  for (let i = 0; i < A.length; i += 1) {
    if (A[i].length !== x.length) throw new TypeError(`row ${i} is not as long as x`);
    result.push(dot(A[i], x));
  }
  return result;
}

export function matmul(A: number[][], B: number[][]): number[][] {
  const m = width(A, 'A');
  const p = width(B, 'B');
  if (m !== B.length) throw new TypeError(`a row of A has ${m} numbers, B has ${B.length} rows`);
  const result: number[][] = [];
  for (let i = 0; i < A.length; i += 1) {
    const row: number[] = [];
    for (let k = 0; k < p; k += 1) row.push(0);
    for (let j = 0; j < m; j += 1) {
      for (let k = 0; k < p; k += 1) row[k] += A[i][j] * B[j][k];
    }
    result.push(row);
  }
  return result;
}
