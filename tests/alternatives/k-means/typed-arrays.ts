// Typed arrays throughout: Float64Array rows, Int32Array labels, a Float64Array of inertias.
type Rows = ArrayLike<number>[];

function dims(X: Rows, C: Rows): [n: number, K: number, d: number] {
  if (C.length === 0) throw new RangeError('K = 0');
  const d = C[0].length;
  if (X.some(row => row.length !== d) || C.some(row => row.length !== d)) {
    throw new TypeError('rows of unlike length');
  }
  return [X.length, C.length, d];
}

function validate(labels: ArrayLike<number>, n: number, K: number) {
  if (labels.length !== n) throw new TypeError('labels and points differ in number');
  for (let i = 0; i < n; i++) {
    if (!(labels[i] >= 0) || labels[i] >= K) throw new RangeError('label out of range');
  }
}

export function assign(X: Rows, centroids: Rows): Int32Array {
  const [n, K, d] = dims(X, centroids);
  const labels = new Int32Array(n);
  const distances = new Float64Array(K);
  for (let i = 0; i < n; i++) {
    distances.fill(0);
    for (let k = 0; k < K; k++) {
      for (let j = 0; j < d; j++) distances[k] += (X[i][j] - centroids[k][j]) ** 2;
    }
    labels[i] = distances.indexOf(distances.reduce((a, b) => Math.min(a, b)));
  }
  return labels;
}

export function update(
  X: Rows,
  labels: ArrayLike<number>,
  centroids: Rows,
): Float64Array<ArrayBuffer>[] {
  const [n, K, d] = dims(X, centroids);
  validate(labels, n, K);
  const flat = new Float64Array(K * d);
  const sizes = new Uint32Array(K);
  for (let i = 0; i < n; i++) {
    sizes[labels[i]] += 1;
    // A running mean: moves towards each new member by 1 / size.
    for (let j = 0; j < d; j++) {
      const cell = labels[i] * d + j;
      flat[cell] += (X[i][j] - flat[cell]) / sizes[labels[i]];
    }
  }
  return Array.from({ length: K }, (_, k) =>
    sizes[k] === 0 ? Float64Array.from(centroids[k]) : flat.slice(k * d, (k + 1) * d),
  );
}

export function inertia(X: Rows, labels: ArrayLike<number>, centroids: Rows): number {
  const [n, K, d] = dims(X, centroids);
  validate(labels, n, K);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < d; j++) sum += (X[i][j] - centroids[labels[i]][j]) ** 2;
  }
  return sum;
}

export function kMeans(X: Rows, initial: Rows, { maxIterations = 100 } = {}) {
  const [n, K] = dims(X, initial);
  if (K > n) throw new RangeError(`${K} > ${n}`);
  let centroids = initial.map(row => Float64Array.from(row));
  let labels = assign(X, centroids);
  const inertias = [inertia(X, labels, centroids)];
  let done = false;
  while (!done && inertias.length <= maxIterations) {
    centroids = update(X, labels, centroids);
    const fresh = assign(X, centroids);
    done = fresh.every((label, i) => label === labels[i]);
    labels = fresh;
    inertias.push(inertia(X, labels, centroids));
  }
  return {
    centroids,
    labels,
    inertias: Float64Array.from(inertias),
    iterations: inertias.length - 1,
    converged: done,
  };
}
