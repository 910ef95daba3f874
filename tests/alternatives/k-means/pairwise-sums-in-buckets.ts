// groups the points into buckets, sums pairwise by recursion, and gets J per bucket as scatter about its mean + n·|mean − centroid|² (König–Huygens).
const need = (ok: boolean, make: () => Error): void => {
  if (!ok) throw make();
};

function inspect(X: number[][], C: number[][], labels?: number[]) {
  need(C.length > 0, () => new RangeError('no centroid given'));
  const d = C[0].length;
  for (const c of C) need(c.length === d, () => new TypeError('centroid rows differ'));
  for (const x of X) need(x.length === d, () => new TypeError('point rows differ'));
  if (!labels) return;
  need(labels.length === X.length, () => new TypeError('label count differs from point count'));
  for (const l of labels) need(l > -1 && l < C.length, () => new RangeError('no such label'));
}

function halves(values: number[], from = 0, to = values.length): number {
  if (to - from <= 0) return 0;
  if (to - from === 1) return values[from];
  const mid = (from + to) >>> 1;
  return halves(values, from, mid) + halves(values, mid, to);
}

const between = (p: number[], q: number[]): number =>
  halves(p.map((v, j) => (v - q[j]) * (v - q[j])));

function bucketize(X: number[][], labels: number[]): Map<number, number[][]> {
  const buckets = new Map<number, number[][]>();
  labels.forEach((l, i) => {
    const b = buckets.get(l);
    if (b) b.push(X[i]);
    else buckets.set(l, [X[i]]);
  });
  return buckets;
}

const meanOf = (points: number[][]): number[] =>
  points[0].map((_, j) => halves(points.map(p => p[j])) / points.length);

function nearest(x: number[], C: number[][], from: number, to: number): { k: number; v: number } {
  if (to - from === 1) return { k: from, v: between(x, C[from]) };
  const mid = (from + to) >>> 1;
  const left = nearest(x, C, from, mid);
  const right = nearest(x, C, mid, to);
  return right.v < left.v ? right : left;
}

export function assign(X: number[][], centroids: number[][]): number[] {
  inspect(X, centroids);
  return X.map(x => nearest(x, centroids, 0, centroids.length).k);
}

export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  inspect(X, centroids, labels);
  const buckets = bucketize(X, labels);
  return centroids.map((c, k) => {
    const b = buckets.get(k);
    return b ? meanOf(b) : c.slice();
  });
}

export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  inspect(X, centroids, labels);
  const parts: number[] = [];
  bucketize(X, labels).forEach((points, k) => {
    const m = meanOf(points);
    parts.push(halves(points.map(p => between(p, m))), points.length * between(m, centroids[k]));
  });
  return halves(parts);
}

export function kMeans(
  X: number[][],
  initial: number[][],
  { maxIterations }: { maxIterations?: number } = {},
) {
  inspect(X, initial);
  need(initial.length <= X.length, () => new RangeError('K > n'));
  const bound = maxIterations === undefined ? 100 : maxIterations;
  const history = [{ centroids: initial.map(c => c.slice()), labels: assign(X, initial) }];
  const last = () => history[history.length - 1];
  const quiet = () =>
    history.length > 1 &&
    last().labels.every((l, i) => l === history[history.length - 2].labels[i]);
  while (history.length <= bound && !quiet()) {
    const centroids = update(X, last().labels, last().centroids);
    history.push({ centroids, labels: assign(X, centroids) });
  }
  return {
    centroids: last().centroids,
    labels: last().labels,
    inertias: history.map(h => inertia(X, h.labels, h.centroids)),
    iterations: history.length - 1,
  };
}
