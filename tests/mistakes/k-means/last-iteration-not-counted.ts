// The last iteration, the one that shows that nothing changes, is neither counted nor recorded.
const sq = (t: number) => t * t;
function d2(p: number[], q: number[]) {
  return p.map((v, j) => sq(v - q[j])).reduce((a, b) => a + b, 0);
}
function assertTables(X: number[][], C: number[][]) {
  if (!(C.length > 0)) throw new RangeError('K must be at least 1');
  const first = C[0].length;
  for (const T of [X, C]) for (const r of T) if (r.length !== first) throw new TypeError('bad row');
}
function assertLabels(X: number[][], L: number[], C: number[][]) {
  assertTables(X, C);
  if (X.length !== L.length) throw new TypeError('bad labels');
  for (const l of L) if (l < 0 || l > C.length - 1) throw new RangeError('bad label');
}
export function assign(X: number[][], centroids: number[][]): number[] {
  assertTables(X, centroids);
  return X.map(x => {
    const all = centroids.map((c, k) => ({ k, q: d2(x, c) }));
    all.sort((a, b) => a.q - b.q || a.k - b.k);
    return all[0].k;
  });
}
export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  assertLabels(X, labels, centroids);
  return centroids.map((c, k) => {
    let m = 0;
    const s = c.map(() => 0);
    X.forEach((x, i) => {
      if (labels[i] === k) {
        m++;
        x.forEach((v, j) => {
          s[j] += v;
        });
      }
    });
    return m === 0 ? c.slice() : s.map(v => v / m);
  });
}
export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  assertLabels(X, labels, centroids);
  return X.reduce((J, x, i) => J + d2(x, centroids[labels[i]]), 0);
}
export function kMeans(X: number[][], initial: number[][], options?: { maxIterations?: number }) {
  assertTables(X, initial);
  if (X.length < initial.length) throw new RangeError('K must be at most n');
  const max = options?.maxIterations ?? 100;
  let centroids = initial.map(c => c.slice());
  let labels = assign(X, centroids);
  const inertias = [inertia(X, labels, centroids)];
  while (inertias.length <= max) {
    const moved = update(X, labels, centroids);
    const next = assign(X, moved);
    centroids = moved;
    if (String(next) === String(labels)) break;
    labels = next;
    inertias.push(inertia(X, labels, centroids));
  }
  return { centroids, labels, inertias, iterations: inertias.length - 1 };
}
