// Everything is kept in Float32Array, so every number is right to about seven digits.
const single = (rows: ArrayLike<number>[]) => rows.map(row => new Float32Array(row));

function insist(X: ArrayLike<number>[], C: ArrayLike<number>[], labels?: ArrayLike<number>) {
  if (C.length === 0) throw new Error('no clusters');
  for (const row of X.concat(C)) if (row.length !== C[0].length) throw new Error('ragged');
  if (labels === undefined) return;
  if (labels.length !== X.length) throw new Error('labels');
  for (const label of Array.from(labels)) {
    if (label < 0 || label >= C.length) throw new Error(`no cluster ${label}`);
  }
}

function squared(a: Float32Array, b: Float32Array): number {
  const sum = new Float32Array(1);
  a.forEach((x, j) => {
    sum[0] += Math.fround(Math.fround(x - b[j]) * Math.fround(x - b[j]));
  });
  return sum[0];
}

export function assign(X: ArrayLike<number>[], centroids: ArrayLike<number>[]): Uint8Array {
  insist(X, centroids);
  const c = single(centroids);
  return Uint8Array.from(single(X), x => {
    let best = 0;
    for (let k = 1; k < c.length; k++) if (squared(x, c[k]) < squared(x, c[best])) best = k;
    return best;
  });
}

export function update(
  X: ArrayLike<number>[],
  labels: ArrayLike<number>,
  centroids: ArrayLike<number>[],
): Float32Array<ArrayBuffer>[] {
  insist(X, centroids, labels);
  const sums = centroids.map(c => new Float32Array(c.length));
  const counts = new Float32Array(centroids.length);
  single(X).forEach((x, i) => {
    counts[labels[i]] += 1;
    x.forEach((value, j) => {
      sums[labels[i]][j] += value;
    });
  });
  return sums.map((sum, k) =>
    counts[k] ? sum.map(value => value / counts[k]) : new Float32Array(centroids[k]),
  );
}

export function inertia(
  X: ArrayLike<number>[],
  labels: ArrayLike<number>,
  centroids: ArrayLike<number>[],
): number {
  insist(X, centroids, labels);
  const c = single(centroids);
  return single(X).reduce((sum, x, i) => Math.fround(sum + squared(x, c[labels[i]])), 0);
}

export function kMeans(
  X: ArrayLike<number>[],
  initial: ArrayLike<number>[],
  options: { maxIterations?: number } = {},
) {
  insist(X, initial);
  if (initial.length > X.length) throw new Error('fewer points than clusters');
  const { maxIterations = 100 } = options;
  let centroids = single(initial);
  let labels = assign(X, centroids);
  const inertias = [inertia(X, labels, centroids)];
  let iterations = 0;
  while (iterations < maxIterations) {
    const old = labels;
    centroids = update(X, labels, centroids);
    labels = assign(X, centroids);
    inertias.push(inertia(X, labels, centroids));
    iterations += 1;
    if (old.toString() === labels.toString()) break;
  }
  return { centroids, labels, inertias: new Float32Array(inertias), iterations };
}
