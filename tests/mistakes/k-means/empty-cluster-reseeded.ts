// An empty cluster is moved to the point that lies farthest from its own centroid, as some libraries do.
interface Fit {
  centroids: number[][];
  labels: number[];
  inertias: number[];
  iterations: number;
}
function need(cond: boolean, Kind: typeof RangeError | typeof TypeError, text: string): void {
  if (!cond) throw new Kind(text);
}
function pre(X: number[][], C: number[][], L: number[] | null): void {
  need(C.length > 0, RangeError, 'centroids');
  const d = C[0].length;
  C.forEach(c => {
    need(c.length === d, TypeError, 'centroid length');
  });
  X.forEach(x => {
    need(x.length === d, TypeError, 'point length');
  });
  if (L === null) return;
  need(L.length === X.length, TypeError, 'labels length');
  L.forEach(l => {
    need(l >= 0 && l < C.length, RangeError, 'label value');
  });
}
function norm2(a: number[], b: number[]): number {
  let n = 0;
  a.forEach((v, j) => {
    n += (v - b[j]) ** 2;
  });
  return n;
}
export function assign(X: number[][], centroids: number[][]): number[] {
  pre(X, centroids, null);
  const pick = (x: number[]) => {
    let k = 0;
    for (let m = 1; m < centroids.length; m++)
      k = norm2(x, centroids[m]) < norm2(x, centroids[k]) ? m : k;
    return k;
  };
  return X.map(pick);
}
export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  pre(X, centroids, labels);
  const byDistance = X.map((x, i) => ({ i, far: norm2(x, centroids[labels[i]]) })).sort(
    (a, b) => b.far - a.far,
  );
  return centroids.map((c, k) => {
    const group = X.filter((_, i) => labels[i] === k);
    if (group.length === 0) {
      const far = byDistance.shift();
      return far === undefined ? c.slice() : X[far.i].slice();
    }
    return c.map((_, j) => group.reduce((s, g) => s + g[j], 0) / group.length);
  });
}
export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  pre(X, centroids, labels);
  return X.map((x, i) => norm2(x, centroids[labels[i]])).reduce((a, b) => a + b, 0);
}
export function kMeans(
  X: number[][],
  initial: number[][],
  options: { maxIterations?: number } = {},
): Fit {
  pre(X, initial, null);
  need(initial.length <= X.length, RangeError, 'more centroids than points');
  const cap = options.maxIterations ?? 100;
  const fit: Fit = {
    centroids: initial.map(c => c.slice()),
    labels: assign(X, initial),
    inertias: [],
    iterations: 0,
  };
  fit.inertias.push(inertia(X, fit.labels, fit.centroids));
  while (fit.iterations < cap) {
    fit.centroids = update(X, fit.labels, fit.centroids);
    const labels = assign(X, fit.centroids);
    const stays = labels.every((l, i) => l === fit.labels[i]);
    fit.labels = labels;
    fit.inertias.push(inertia(X, labels, fit.centroids));
    fit.iterations += 1;
    if (stays) return fit;
  }
  return fit;
}
