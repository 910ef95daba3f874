/** The label of the nearest centroid for every point; a tie goes to the lower label. */
export function assign(X: number[][], centroids: number[][]): number[] {
  checkRows('assign', X, centroids);
  return X.map(x => {
    let nearest = 0;
    let least = Infinity;
    for (let k = 0; k < centroids.length; k += 1) {
      const distance = squaredDistance(x, centroids[k]);
      if (distance < least) {
        nearest = k;
        least = distance;
      }
    }
    return nearest;
  }); // [n]
}

/** The mean of every cluster; a cluster without points keeps its centroid. */
export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  checkRows('update', X, centroids);
  checkLabels('update', X, labels, centroids);
  return centroids.map((centroid, k) => {
    const members = X.filter((_, i) => labels[i] === k); // [members][d]
    if (members.length === 0) return [...centroid];
    return centroid.map((_, j) => {
      const column = members.map(x => x[j]); // [members]
      return column.reduce((sum, value) => sum + value, 0) / members.length;
    });
  }); // [K][d]
}

/** The sum of squared distances from each point to its own centroid. */
export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  checkRows('inertia', X, centroids);
  checkLabels('inertia', X, labels, centroids);
  return X.reduce((sum, x, i) => sum + squaredDistance(x, centroids[labels[i]]), 0);
}

/**
 * Lloyd's algorithm. Both halves of an iteration lower the inertia: `update` is the best choice of
 * centroids for the labels, `assign` the best choice of labels for the centroids.
 */
export function kMeans(
  X: number[][],
  initial: number[][],
  options: { maxIterations?: number } = {},
): { centroids: number[][]; labels: number[]; inertias: number[]; iterations: number } {
  if (initial.length > X.length) {
    throw new RangeError(`kMeans: ${initial.length} centroids for ${X.length} points`);
  }
  checkRows('kMeans', X, initial);
  const maxIterations = options.maxIterations ?? 100;

  let centroids = initial.map(row => [...row]); // [K][d]
  let labels = assign(X, centroids); // [n]
  let previous: number[] = []; // the labels one iteration ago
  const inertias = [inertia(X, labels, centroids)]; // [iterations + 1]
  let iterations = 0;

  while (iterations < maxIterations && labels.some((label, i) => label !== previous[i])) {
    previous = labels;
    centroids = update(X, previous, centroids);
    labels = assign(X, centroids);
    inertias.push(inertia(X, labels, centroids));
    iterations += 1;
  }
  return { centroids, labels, inertias, iterations };
}

function squaredDistance(a: number[], b: number[]): number {
  let total = 0;
  for (let j = 0; j < a.length; j += 1) total += (a[j] - b[j]) ** 2;
  return total;
}

function checkRows(caller: string, X: number[][], centroids: number[][]): void {
  if (centroids.length === 0) throw new RangeError(`${caller}: no centroids`);
  const d = centroids[0].length;
  const odd = X.find(row => row.length !== d) ?? centroids.find(row => row.length !== d);
  if (odd) {
    throw new TypeError(`${caller}: a row of ${odd.length} numbers beside a centroid of ${d}`);
  }
}

function checkLabels(caller: string, X: number[][], labels: number[], centroids: number[][]): void {
  if (labels.length !== X.length) {
    throw new TypeError(`${caller}: ${labels.length} labels for ${X.length} points`);
  }
  for (const label of labels) {
    if (label < 0 || label >= centroids.length) {
      throw new RangeError(`${caller}: label ${label} with ${centroids.length} centroids`);
    }
  }
}
