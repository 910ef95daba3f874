// Packs the rows into one buffer and compares only how many numbers there are, so that long rows make up for short ones.
class Buffer2d {
  readonly data: Float64Array;
  readonly rows: number;

  constructor(
    table: number[][],
    readonly cols: number,
  ) {
    const flat = table.flat();
    if (flat.length !== table.length * cols) throw new TypeError('numbers missing or to spare');
    this.data = Float64Array.from(flat);
    this.rows = table.length;
  }

  row(i: number): Float64Array {
    return this.data.subarray(i * this.cols, (i + 1) * this.cols);
  }
}

function pack(X: number[][], C: number[][]): [Buffer2d, Buffer2d] {
  if (C.length === 0) throw new RangeError('no centroids');
  const d = C[0].length;
  return [new Buffer2d(X, d), new Buffer2d(C, d)];
}

function gap(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += (a[j] - b[j]) ** 2;
  return sum;
}

function checkLabels(labels: number[], n: number, K: number): void {
  if (labels.length !== n) throw new TypeError('a label for each point');
  if (labels.some(l => !(l >= 0 && l < K))) throw new RangeError('no such cluster');
}

export function assign(X: number[][], centroids: number[][]): number[] {
  const [points, centres] = pack(X, centroids);
  return X.map((_, i) => {
    let best = 0;
    for (let k = 1; k < centres.rows; k++) {
      if (gap(points.row(i), centres.row(k)) < gap(points.row(i), centres.row(best))) best = k;
    }
    return best;
  });
}

export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  const [points, centres] = pack(X, centroids);
  checkLabels(labels, points.rows, centres.rows);
  const d = points.cols;
  const sums = new Float64Array(centres.data.length);
  const sizes = new Int32Array(centres.rows);
  labels.forEach((l, i) => {
    sizes[l] += 1;
    points.row(i).forEach((x, j) => {
      sums[l * d + j] += x;
    });
  });
  return centroids.map((_, k) =>
    Array.from(centres.row(k), (old, j) => (sizes[k] ? sums[k * d + j] / sizes[k] : old)),
  );
}

export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  const [points, centres] = pack(X, centroids);
  checkLabels(labels, points.rows, centres.rows);
  return labels.reduce((sum, l, i) => sum + gap(points.row(i), centres.row(l)), 0);
}

export function kMeans(
  X: number[][],
  initial: number[][],
  options: { maxIterations?: number } = {},
): { centroids: number[][]; labels: number[]; inertias: number[]; iterations: number } {
  const limit = options.maxIterations ?? 100;
  if (initial.length > X.length) throw new RangeError('fewer points than centroids');
  let labels = assign(X, initial);
  let centroids = initial.map(row => row.slice());
  const inertias = [inertia(X, labels, centroids)];
  let iterations = 0;
  for (let settled = false; !settled && iterations < limit; iterations++) {
    centroids = update(X, labels, centroids);
    const fresh = assign(X, centroids);
    settled = fresh.every((l, i) => l === labels[i]);
    labels = fresh;
    inertias.push(inertia(X, labels, centroids));
  }
  return { centroids, labels, inertias, iterations };
}
