// Written by a Haskell lover: only consts, map, reduce and filter, and the loop is an unfold with recursion in blocks.
type Vec = readonly number[];
type Mat = readonly Vec[];
type Run = { centroids: number[][]; labels: number[]; inertias: number[]; iterations: number };

const sum = (v: Vec): number => v.reduce((a, b) => a + b, 0);
const zip =
  <T>(f: (a: number, b: number) => T) =>
  (a: Vec, b: Vec): T[] =>
    a.map((x, j) => f(x, b[j]));
const sqDist = (a: Vec, b: Vec): number => sum(zip((p, q) => (p - q) ** 2)(a, b));
const argmin = (v: Vec): number => v.reduce((m, x, k) => (x < v[m] ? k : m), 0);
const fail = (e: Error): never => {
  throw e;
};
const guard = (ok: boolean, e: () => Error): void => (ok ? undefined : fail(e()));

const sameWidth = (X: Mat, C: Mat): void => {
  guard(C.length > 0, () => new RangeError('need at least one centroid'));
  guard(
    [...X, ...C].every(r => r.length === C[0].length),
    () => new TypeError('all rows must be equally long'),
  );
};
const legal = (X: Mat, labels: Vec, C: Mat): void => {
  sameWidth(X, C);
  guard(labels.length === X.length, () => new TypeError('one label per point'));
  guard(!labels.some(l => l < 0 || l > C.length - 1), () => new RangeError('label outside 0..K-1'));
};

const nearest = (X: Mat, C: Mat): number[] => X.map(x => argmin(C.map(c => sqDist(x, c))));
const means = (X: Mat, labels: Vec, C: Mat): number[][] =>
  C.map((c, k) => {
    const members = X.filter((_, i) => labels[i] === k);
    return c.map((old, j) => (members.length ? sum(members.map(m => m[j])) / members.length : old));
  });
const cost = (X: Mat, labels: Vec, C: Mat): number => sum(X.map((x, i) => sqDist(x, C[labels[i]])));

const step = (X: Mat, r: Run): Run & { settled: boolean } => {
  const centroids = means(X, r.labels, r.centroids);
  const labels = nearest(X, centroids);
  return {
    centroids,
    labels,
    inertias: [...r.inertias, cost(X, labels, centroids)],
    iterations: r.iterations + 1,
    settled: labels.every((l, i) => l === r.labels[i]),
  };
};
const go = (X: Mat, left: number, r: Run): Run => {
  if (!(left > 0)) return r;
  const { settled, ...next } = step(X, r);
  return settled ? next : go(X, left - 1, next);
};

export function assign(X: number[][], centroids: number[][]): number[] {
  sameWidth(X, centroids);
  return nearest(X, centroids);
}
export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  legal(X, labels, centroids);
  return means(X, labels, centroids);
}
export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  legal(X, labels, centroids);
  return cost(X, labels, centroids);
}
export function kMeans(
  X: number[][],
  initial: number[][],
  { maxIterations = 100 }: { maxIterations?: number } = {},
): Run {
  sameWidth(X, initial);
  guard(initial.length <= X.length, () => new RangeError('K must not exceed n'));
  const labels = nearest(X, initial);
  return go(X, maxIterations, {
    centroids: initial.map(c => [...c]),
    labels,
    inertias: [cost(X, labels, initial)],
    iterations: 0,
  });
}
