// Plain loops with running sums and one pass over the points.
function guard(X: number[][], C: number[][]) {
  if (C.length < 1) throw new RangeError('at least one centroid, please');
  const width = C[0].length;
  for (let i = 0; i < X.length; i++)
    if (X[i].length !== width) throw new TypeError(`row ${i} has the wrong width`);
  for (let k = 0; k < C.length; k++)
    if (C[k].length !== width) throw new TypeError(`centroid ${k} has the wrong width`);
}

function guardLabels(X: number[][], labels: number[], K: number) {
  if (labels.length !== X.length) throw new TypeError('one label per point');
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] < 0 || labels[i] > K - 1) throw new RangeError(`label ${labels[i]}`);
  }
}

export function assign(X: number[][], centroids: number[][]): number[] {
  guard(X, centroids);
  const labels: number[] = new Array(X.length);
  for (let i = 0; i < X.length; i++) {
    let best = 0;
    let bestDistance = Number.POSITIVE_INFINITY;
    for (let k = 0; k < centroids.length; k++) {
      // Euclidean distance with the root taken: the order is the same.
      const distance = Math.hypot(...X[i].map((x, j) => x - centroids[k][j]));
      if (distance < bestDistance) {
        bestDistance = distance;
        best = k;
      }
    }
    labels[i] = best;
  }
  return labels;
}

export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  guard(X, centroids);
  guardLabels(X, labels, centroids.length);
  const sums = centroids.map(row => row.map(() => 0));
  const counts = centroids.map(() => 0);
  for (let i = 0; i < X.length; i++) {
    counts[labels[i]]++;
    for (let j = 0; j < X[i].length; j++) sums[labels[i]][j] += X[i][j];
  }
  for (let k = 0; k < centroids.length; k++) {
    for (let j = 0; j < sums[k].length; j++) {
      sums[k][j] = counts[k] > 0 ? sums[k][j] / counts[k] : centroids[k][j];
    }
  }
  return sums;
}

export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  guard(X, centroids);
  guardLabels(X, labels, centroids.length);
  let total = 0;
  for (let i = X.length - 1; i >= 0; i--) {
    const c = centroids[labels[i]];
    for (let j = c.length - 1; j >= 0; j--) total += (X[i][j] - c[j]) * (X[i][j] - c[j]);
  }
  return total;
}

export function kMeans(X: number[][], initial: number[][], options?: { maxIterations?: number }) {
  guard(X, initial);
  if (initial.length > X.length) throw new RangeError('more centroids than points');
  const limit = options?.maxIterations === undefined ? 100 : options.maxIterations;
  let centroids = initial.map(row => row.slice());
  let labels = assign(X, centroids);
  const inertias = [inertia(X, labels, centroids)];
  let iterations = 0;
  for (; iterations < limit; ) {
    const next = update(X, labels, centroids);
    const nextLabels = assign(X, next);
    let changed = false;
    for (let i = 0; i < labels.length; i++) if (labels[i] !== nextLabels[i]) changed = true;
    centroids = next;
    labels = nextLabels;
    inertias.push(inertia(X, labels, centroids));
    iterations++;
    if (!changed) break;
  }
  return { centroids, labels, inertias, iterations };
}
