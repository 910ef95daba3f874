// Stops as soon as the inertia falls by less than a thousandth, though labels may still change.
const TOL = 1e-3;
function sumOf(values: Iterable<number>): number {
  let s = 0;
  for (const v of values) s += v;
  return s;
}
function distSq(a: number[], b: number[]): number {
  return sumOf(a.map((v, j) => (v - b[j]) * (v - b[j])));
}
function throwUnless(ok: boolean, error: Error): asserts ok {
  if (!ok) throw error;
}
function validate(X: number[][], C: number[][]): void {
  throwUnless(C.length > 0, new RangeError('no clusters'));
  throwUnless(
    C.every(c => c.length === C[0].length),
    new TypeError('clusters differ'),
  );
  throwUnless(
    X.every(x => x.length === C[0].length),
    new TypeError('points differ'),
  );
}
function validateLabels(X: number[][], L: number[], C: number[][]): void {
  validate(X, C);
  throwUnless(L.length === X.length, new TypeError('label count'));
  throwUnless(
    L.every(l => l >= 0 && l < C.length),
    new RangeError('label range'),
  );
}
export function assign(X: number[][], centroids: number[][]): number[] {
  validate(X, centroids);
  return X.map(x => {
    const ds = centroids.map(c => distSq(x, c));
    let k = ds.length - 1;
    for (let m = k - 1; m >= 0; m--) if (ds[m] <= ds[k]) k = m;
    return k;
  });
}
export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  validateLabels(X, labels, centroids);
  return centroids.map((c, k) => {
    const in_k = X.filter((_, i) => labels[i] === k);
    return in_k.length === 0
      ? c.slice()
      : c.map((_, j) => sumOf(in_k.map(x => x[j])) / in_k.length);
  });
}
export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  validateLabels(X, labels, centroids);
  return sumOf(X.map((x, i) => distSq(x, centroids[labels[i]])));
}
export function kMeans(
  X: number[][],
  initial: number[][],
  { maxIterations = 100 }: { maxIterations?: number } = {},
) {
  validate(X, initial);
  throwUnless(initial.length <= X.length, new RangeError('more clusters than points'));
  let centroids = initial.map(c => c.slice());
  let labels = assign(X, centroids);
  const inertias = [inertia(X, labels, centroids)];
  let iterations = 0;
  while (iterations < maxIterations) {
    centroids = update(X, labels, centroids);
    const next = assign(X, centroids);
    const unchanged = next.every((l, i) => l === labels[i]);
    labels = next;
    inertias.push(inertia(X, labels, centroids));
    iterations++;
    const [a, b] = inertias.slice(-2);
    if (unchanged || a - b < TOL * a) break;
  }
  return { centroids, labels, inertias, iterations };
}
