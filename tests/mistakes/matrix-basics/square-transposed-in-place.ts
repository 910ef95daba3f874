// Wrong: swaps the entries of a square matrix where they stand and so changes the argument.
export function transpose(A: number[][]): number[][] {
  const n = A.length;
  const m = A[0].length;
  if (!A.every(row => row.length === m)) throw new TypeError('ragged matrix');
  if (n === m) {
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) [A[i][j], A[j][i]] = [A[j][i], A[i][j]];
    }
    return A;
  }
  return Array.from(Array(m).keys(), j => A.map(row => row[j]));
}

export function dot(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new TypeError('length mismatch');
  return a.reduce((s, x, i) => s + x * b[i], 0);
}

export function norm(a: number[]): number {
  return Math.sqrt(dot(a, a));
}

export function cosine(a: number[], b: number[]): number {
  const d = dot(a, b);
  const n = norm(a) * norm(b);
  return n ? d / n : 0;
}

export function matVec(A: number[][], x: number[]): number[] {
  return A.map(row => dot(row, x));
}

export function matmul(A: number[][], B: number[][]): number[][] {
  const p = B[0].length;
  if (!B.every(row => row.length === p)) throw new TypeError('ragged B');
  return A.map(row => {
    if (row.length !== B.length) throw new TypeError('A and B do not fit');
    return Array.from({ length: p }, (_, k) =>
      dot(
        row,
        B.map(b => b[k]),
      ),
    );
  });
}
