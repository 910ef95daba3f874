// Two mistakes: the inertia of `initial` is not recorded, and `t <= maxIterations` allows one iteration too many.
type Row = number[];
function metric(a: Row, b: Row): number {
  return a.map((v, j) => v - b[j]).reduce((s, e) => s + e * e, 0);
}
function preconditions(X: Row[], C: Row[], L?: Row): void {
  const K = C.length;
  if (K === 0) throw new RangeError('precondition: K >= 1');
  const d = C[0].length;
  const rowsAgree = X.every(({ length }) => length === d) && C.every(({ length }) => length === d);
  if (!rowsAgree) throw new TypeError('precondition: one d');
  if (L === undefined) return;
  if (L.length !== X.length) throw new TypeError('precondition: n labels');
  if (!L.every(l => l >= 0 && l < K)) throw new RangeError('precondition: 0 <= label < K');
}
export function assign(X: Row[], centroids: Row[]): Row {
  preconditions(X, centroids);
  return X.map(x => {
    let label = centroids.length;
    let best = NaN;
    while (label-- > 0) {
      const m = metric(x, centroids[label]);
      if (!(m > best)) best = m;
    }
    return centroids.findIndex(c => metric(x, c) === best);
  });
}
export function update(X: Row[], labels: Row, centroids: Row[]): Row[] {
  preconditions(X, centroids, labels);
  const acc = centroids.map(c => ({ n: 0, s: c.map(() => 0) }));
  labels.forEach((l, i) => {
    acc[l].n += 1;
    acc[l].s.forEach((_, j) => {
      acc[l].s[j] += X[i][j];
    });
  });
  return acc.map(({ n, s }, k) => (n === 0 ? centroids[k].slice() : s.map(v => v / n)));
}
export function inertia(X: Row[], labels: Row, centroids: Row[]): number {
  preconditions(X, centroids, labels);
  let J = 0;
  labels.forEach((l, i) => {
    J += metric(X[i], centroids[l]);
  });
  return J;
}
export function kMeans(
  X: Row[],
  initial: Row[],
  { maxIterations = 100 }: { maxIterations?: number } = {},
) {
  preconditions(X, initial);
  if (initial.length > X.length) throw new RangeError('precondition: K <= n');
  let centroids = initial.map(c => c.slice());
  let labels = assign(X, centroids);
  const inertias: number[] = [];
  for (let t = 0; t <= maxIterations; t++) {
    centroids = update(X, labels, centroids);
    const next = assign(X, centroids);
    inertias.push(inertia(X, next, centroids));
    const stop = next.toString() === labels.toString();
    labels = next;
    if (stop) break;
  }
  return { centroids, labels, inertias, iterations: inertias.length };
}
