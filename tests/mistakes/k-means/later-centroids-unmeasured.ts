// every point is compared with the length of the first centroid, but the other centroids are never checked against it.
function validateInput(X: number[][], centroids: number[][], labels?: number[]): void {
  const K = centroids.length;
  if (K === 0) throw new RangeError('centroids must not be empty');
  const dim = centroids[0].length;
  X.forEach((point, i) => {
    if (point.length !== dim)
      throw new TypeError(`point ${i} has dimension ${point.length}, not ${dim}`);
  });
  if (labels === undefined) return;
  if (labels.length !== X.length) throw new TypeError('labels and X must be equally long');
  labels.forEach(label => {
    if (label < 0 || label >= K) throw new RangeError(`unknown label ${label}`);
  });
}

function squaredDistance(p: number[], q: number[]): number {
  let result = 0;
  p.forEach((value, j) => {
    const delta = value - q[j];
    result += delta * delta;
  });
  return result;
}

function nearestLabel(point: number[], centroids: number[][]): number {
  let winner = 0;
  let smallest = Number.POSITIVE_INFINITY;
  for (const [k, c] of centroids.entries()) {
    const s = squaredDistance(point, c);
    if (s < smallest) [winner, smallest] = [k, s];
  }
  return winner;
}

export function assign(X: number[][], centroids: number[][]): number[] {
  validateInput(X, centroids);
  return X.map(point => nearestLabel(point, centroids));
}

export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  validateInput(X, centroids, labels);
  const dim = centroids[0].length;
  const out = centroids.map(c => c.slice());
  const sizes: Record<number, number> = {};
  labels.forEach(l => {
    sizes[l] = (sizes[l] ?? 0) + 1;
  });
  Object.keys(sizes).forEach(key => {
    const k = Number(key);
    const sum = new Array<number>(dim).fill(0);
    X.forEach((p, i) => {
      if (labels[i] !== k) return;
      p.forEach((v, j) => {
        sum[j] += v;
      });
    });
    out[k] = sum.map(s => s / sizes[k]);
  });
  return out;
}

export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  validateInput(X, centroids, labels);
  let total = 0;
  for (let i = 0; i < X.length; i++) total += squaredDistance(X[i], centroids[labels[i]]);
  return total;
}

export function kMeans(
  X: number[][],
  initial: number[][],
  options?: { maxIterations?: number },
): { centroids: number[][]; labels: number[]; inertias: number[]; iterations: number } {
  validateInput(X, initial);
  if (initial.length > X.length) throw new RangeError('more centroids than points');
  const { maxIterations = 100 } = options || {};
  let centroids = initial.map(c => c.slice());
  let labels = assign(X, centroids);
  const inertias = [inertia(X, labels, centroids)];
  let iterations = 0;
  let hasChanged = true;
  while (hasChanged && iterations < maxIterations) {
    hasChanged = false;
    centroids = update(X, labels, centroids);
    const latest = X.map((point, i) => {
      const l = nearestLabel(point, centroids);
      if (l !== labels[i]) hasChanged = true;
      return l;
    });
    labels = latest;
    iterations += 1;
    inertias.push(inertia(X, labels, centroids));
  }
  return { centroids, labels, inertias, iterations };
}
