// Inertia measures every point to its nearest centroid and looks at the labels only to check them.
type Vec = number[];
const sub = (a: Vec, b: Vec): Vec => a.map((v, j) => v - b[j]);
const add = (a: Vec, b: Vec): Vec => a.map((v, j) => v + b[j]);
const scale = (a: Vec, s: number): Vec => a.map(v => v / s);
const len2 = (a: Vec): number => a.reduce((s, v) => s + v * v, 0);

function protect(X: Vec[], C: Vec[], L: Vec | null): void {
  if (C.length === 0) throw new RangeError('protect: C');
  if (X.some(x => x.length !== C[0].length) || C.some(c => c.length !== C[0].length))
    throw new TypeError('protect: d');
  if (L === null) return;
  if (L.length !== X.length) throw new TypeError('protect: L');
  if (L.some(l => l < 0 || l >= C.length)) throw new RangeError('protect: l');
}
export function assign(X: Vec[], centroids: Vec[]): Vec {
  protect(X, centroids, null);
  return X.map(x => {
    const ds = centroids.map(c => len2(sub(x, c)));
    return ds.findIndex(v => ds.every(w => v <= w));
  });
}
export function update(X: Vec[], labels: Vec, centroids: Vec[]): Vec[] {
  protect(X, centroids, labels);
  return centroids.map((c, k) => {
    const members = X.filter((_, i) => labels[i] === k);
    if (members.length === 0) return [...c];
    return scale(members.reduce(add), members.length);
  });
}
export function inertia(X: Vec[], labels: Vec, centroids: Vec[]): number {
  protect(X, centroids, labels);
  return X.reduce((J, x) => J + Math.min(...centroids.map(c => len2(sub(x, c)))), 0);
}
export function kMeans(X: Vec[], initial: Vec[], options?: { maxIterations?: number }) {
  protect(X, initial, null);
  if (initial.length > X.length) throw new RangeError('protect: K');
  const cap = options?.maxIterations ?? 100;
  let centroids: Vec[] = initial.map(c => [...c]);
  let labels: Vec = assign(X, centroids);
  const inertias: Vec = [inertia(X, labels, centroids)];
  let n = 0;
  while (n < cap) {
    n++;
    centroids = update(X, labels, centroids);
    const later = assign(X, centroids);
    inertias.push(inertia(X, later, centroids));
    const fixed = len2(sub(later, labels)) === 0;
    labels = later;
    if (fixed) break;
  }
  return { centroids, labels, inertias, iterations: n };
}
