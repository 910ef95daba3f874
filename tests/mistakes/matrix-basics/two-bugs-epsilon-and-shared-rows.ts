// Wrong: the cosine adds 1e-12 to the denominator, and all rows of a product are the same array filled in again and again.
const guard = (ok: boolean) => {
  if (!ok) throw new TypeError('shape');
};

export function dot(a: number[], b: number[]): number {
  guard(a.length === b.length);
  return a.map((v, i) => v * b[i]).reduce((x, y) => x + y, 0);
}

export function norm(a: number[]): number {
  return Math.sqrt(dot(a, a));
}

export function cosine(a: number[], b: number[]): number {
  return dot(a, b) / (norm(a) * norm(b) + 1e-12);
}

export function transpose(A: number[][]): number[][] {
  guard(A.every(r => r.length === A[0].length));
  return A[0].map((_, j) => A.map(r => r[j]));
}

export function matVec(A: number[][], x: number[]): number[] {
  return A.map(r => dot(r, x));
}

export function matmul(A: number[][], B: number[][]): number[][] {
  guard(A.every(r => r.length === B.length));
  guard(B.every(r => r.length === B[0].length));
  const C: number[][] = Array(A.length).fill(Array(B[0].length).fill(0));
  for (let i = 0; i < A.length; i++) {
    for (let k = 0; k < B[0].length; k++) {
      C[i][k] = 0;
      for (let j = 0; j < B.length; j++) C[i][k] += A[i][j] * B[j][k];
    }
  }
  return C;
}
