// Zeros are skipped, and the terms are collected by row and column in a map before they are added.
function demand(condition: boolean): asserts condition {
  if (!condition) throw new RangeError('The shapes do not fit.');
}

export function dot(a: number[], b: number[]): number {
  demand(a.length === b.length);
  let sum = 0;
  let i = -1;
  while (++i < a.length) {
    if (a[i] === 0 || b[i] === 0) continue;
    sum += a[i] * b[i];
  }
  return sum;
}

export function norm(a: number[]): number {
  return a.reduce((length, value) => Math.hypot(length, value), 0);
}

export function cosine(a: number[], b: number[]): number {
  demand(a.length === b.length);
  const isZero = (v: number[]) => v.every(value => value === 0);
  return isZero(a) || isZero(b) ? 0 : dot(a, b) / norm(a) / norm(b);
}

export function transpose(A: number[][]): number[][] {
  const m = Math.max(0, ...A.map(row => row.length));
  demand(A.every(row => row.length === m));
  return [...Array(m).keys()].map(j => A.flatMap(row => row.slice(j, j + 1)));
}

export function matVec(A: number[][], x: number[]): number[] {
  demand(!A.some(row => row.length !== x.length));
  return A.map(row => dot(x, row));
}

export function matmul(A: number[][], B: number[][]): number[][] {
  const p = B[0].length;
  demand(B.every(row => row.length === p) && A.every(row => row.length === B.length));
  const cells = new Map<string, number>();
  A.forEach((row, i) => {
    row.forEach((value, j) => {
      if (value === 0) return;
      B[j].forEach((other, k) => {
        const cell = `${i},${k}`;
        cells.set(cell, (cells.get(cell) ?? 0) + value * other);
      });
    });
  });
  return A.map((_, i) => Array.from({ length: p }, (_, k) => cells.get(`${i},${k}`) ?? 0));
}
