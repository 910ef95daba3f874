// Members are gathered in a Map keyed by their text, so a point that occurs twice counts once in the mean.
const key = (x: number[]): string => x.join(',');
function separation(a: number[], b: number[]): number {
  let total = 0;
  for (const [j, v] of a.entries()) total += (v - b[j]) * (v - b[j]);
  return total;
}
function reject(X: number[][], C: number[][]): void {
  if (C.length === 0) throw new RangeError('rejected: no centroids');
  const want = C[0].length;
  C.forEach((c, k) => {
    if (c.length !== want) throw new TypeError(`rejected: centroid ${k}`);
  });
  X.forEach((x, i) => {
    if (x.length !== want) throw new TypeError(`rejected: point ${i}`);
  });
}
function rejectLabels(X: number[][], L: number[], C: number[][]): void {
  if (L.length !== X.length) throw new TypeError('rejected: label list');
  L.forEach((l, i) => {
    if (l < 0 || l >= C.length) throw new RangeError(`rejected: label ${i}`);
  });
}
export function assign(X: number[][], centroids: number[][]): number[] {
  reject(X, centroids);
  return X.map(x => {
    let best = { k: 0, s: separation(x, centroids[0]) };
    for (let k = 1; k < centroids.length; k++) {
      const s = separation(x, centroids[k]);
      best = s < best.s ? { k, s } : best;
    }
    return best.k;
  });
}
export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  reject(X, centroids);
  rejectLabels(X, labels, centroids);
  const groups = centroids.map(() => new Map<string, number[]>());
  X.forEach((x, i) => {
    groups[labels[i]].set(key(x), x);
  });
  return groups.map((g, k) => {
    if (g.size === 0) return centroids[k].slice();
    const mean = centroids[k].map(() => 0);
    for (const x of g.values())
      x.forEach((v, j) => {
        mean[j] += v;
      });
    return mean.map(v => v / g.size);
  });
}
export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  reject(X, centroids);
  rejectLabels(X, labels, centroids);
  return labels.reduce((J, l, i) => J + separation(X[i], centroids[l]), 0);
}
export function kMeans(X: number[][], initial: number[][], options?: { maxIterations?: number }) {
  reject(X, initial);
  if (initial.length > X.length) throw new RangeError('rejected: more centroids than points');
  let remaining = options?.maxIterations ?? 100;
  let centroids = initial.map(c => c.slice());
  let labels = assign(X, centroids);
  const inertias = [inertia(X, labels, centroids)];
  let changed = true;
  while (remaining > 0 && changed) {
    remaining--;
    const old = labels;
    centroids = update(X, old, centroids);
    labels = assign(X, centroids);
    changed = labels.some((l, i) => l !== old[i]);
    inertias.push(inertia(X, labels, centroids));
  }
  return { centroids, labels, inertias, iterations: inertias.length - 1 };
}
