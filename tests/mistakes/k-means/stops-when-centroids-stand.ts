// Runs until no centroid moves any more, which is one iteration too many where labels had settled first.
const R = {
  diff2(a: number[], b: number[]): number {
    return a.reduce((t, v, j) => t + (v - b[j]) ** 2, 0);
  },
  equal(A: number[][], B: number[][]): boolean {
    return A.every((row, k) => row.every((v, j) => v === B[k][j]));
  },
  copy(A: number[][]): number[][] {
    return A.map(r => r.slice());
  },
  rows(X: number[][], C: number[][]): void {
    if (C.length === 0) throw new RangeError('I need centroids');
    const d = C[0].length;
    for (const r of C) if (r.length !== d) throw new TypeError('I need equal centroids');
    for (const r of X) if (r.length !== d) throw new TypeError('I need equal rows');
  },
  tags(X: number[][], L: number[], C: number[][]): void {
    R.rows(X, C);
    if (L.length !== X.length) throw new TypeError('I need a label per point');
    for (const l of L) if (l < 0 || l >= C.length) throw new RangeError('I need known labels');
  },
};
export function assign(X: number[][], centroids: number[][]): number[] {
  R.rows(X, centroids);
  const L: number[] = [];
  X.forEach(x => {
    let k = -1;
    let low = 0;
    centroids.forEach((c, m) => {
      const v = R.diff2(x, c);
      if (k === -1 || v < low) {
        low = v;
        k = m;
      }
    });
    L.push(k);
  });
  return L;
}
export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  R.tags(X, labels, centroids);
  const N = centroids.map((_, k) => labels.filter(l => l === k).length);
  const out = centroids.map((c, k) => (N[k] ? c.map(() => 0) : c.slice()));
  X.forEach((x, i) => {
    x.forEach((v, j) => {
      out[labels[i]][j] += v / N[labels[i]];
    });
  });
  return out;
}
export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  R.tags(X, labels, centroids);
  return X.reduce((J, x, i) => J + R.diff2(x, centroids[labels[i]]), 0);
}
export function kMeans(X: number[][], initial: number[][], options?: { maxIterations?: number }) {
  R.rows(X, initial);
  if (initial.length > X.length) throw new RangeError('I need more points');
  const max = options?.maxIterations ?? 100;
  let centroids = R.copy(initial);
  let labels = assign(X, centroids);
  const inertias = [inertia(X, labels, centroids)];
  for (let t = 0; t < max; t++) {
    const old = centroids;
    centroids = update(X, labels, old);
    labels = assign(X, centroids);
    inertias.push(inertia(X, labels, centroids));
    if (R.equal(old, centroids)) break;
  }
  return { centroids, labels, inertias, iterations: inertias.length - 1 };
}
