// Returns the last inertia instead of all of them.
function distance(a: number[], b: number[]) {
  return a.reduce((sum, value, j) => sum + (value - b[j]) ** 2, 0);
}

function validate(X: number[][], centroids: number[][]) {
  if (centroids.length === 0) throw new RangeError('no centroids');
  for (const row of X.concat(centroids)) {
    if (row.length !== centroids[0].length) throw new TypeError('ragged');
  }
}

function validateLabels(X: number[][], labels: number[], K: number) {
  if (labels.length !== X.length) throw new TypeError('labels');
  if (labels.some(label => label < 0 || label >= K)) throw new RangeError('label');
}

export function assign(X: number[][], centroids: number[][]): number[] {
  validate(X, centroids);
  return X.map(x => {
    const distances = centroids.map(c => distance(x, c));
    return distances.indexOf(Math.min(...distances));
  });
}

export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  validate(X, centroids);
  validateLabels(X, labels, centroids.length);
  return centroids.map((c, k) => {
    const own = X.filter((_, i) => labels[i] === k);
    return c.map((old, j) => (own.length ? own.reduce((s, x) => s + x[j], 0) / own.length : old));
  });
}

export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  validate(X, centroids);
  validateLabels(X, labels, centroids.length);
  let sum = 0;
  X.forEach((x, i) => {
    x.forEach((value, j) => {
      sum += (value - centroids[labels[i]][j]) ** 2;
    });
  });
  return sum;
}

export function kMeans(
  X: number[][],
  initial: number[][],
  options: { maxIterations?: number } = {},
) {
  validate(X, initial);
  if (initial.length > X.length) throw new RangeError('K > n');
  let centroids = initial.map(row => [...row]);
  let labels = assign(X, centroids);
  const inertias = [inertia(X, labels, centroids)];
  let iterations = 0;
  while (iterations < (options.maxIterations ?? 100)) {
    centroids = update(X, labels, centroids);
    const next = assign(X, centroids);
    const same = next.every((label, i) => label === labels[i]);
    labels = next;
    inertias.push(inertia(X, labels, centroids));
    iterations++;
    if (same) break;
  }
  return { centroids, labels, inertias: inertias[inertias.length - 1], iterations };
}
