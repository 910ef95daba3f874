// Label and centroid buffers live at module level and are reused, so a later call overwrites an earlier result.
const labelBuffer: number[] = [];
const centroidBuffer: number[][] = [];

function rowsOk(X: number[][], C: number[][]): void {
  if (C.length === 0) throw new RangeError('centroids: none');
  const d = C[0].length;
  let i: number;
  for (i = 0; i < X.length; i++) if (X[i].length !== d) throw new TypeError(`X: row ${i}`);
  for (i = 0; i < C.length; i++) if (C[i].length !== d) throw new TypeError(`centroids: row ${i}`);
}
function labelsOk(X: number[][], L: number[], C: number[][]): void {
  if (L.length !== X.length) throw new TypeError('labels: length');
  for (let i = 0; i < L.length; i++)
    if (L[i] < 0 || L[i] >= C.length) throw new RangeError(`labels: ${L[i]}`);
}
function q(a: number[], b: number[]): number {
  let s = 0;
  for (let j = 0; j < a.length; j++) s += (a[j] - b[j]) ** 2;
  return s;
}
export function assign(X: number[][], centroids: number[][]): number[] {
  rowsOk(X, centroids);
  labelBuffer.length = X.length;
  for (let i = 0; i < X.length; i++) {
    labelBuffer[i] = 0;
    for (let k = 1; k < centroids.length; k++) {
      if (q(X[i], centroids[k]) < q(X[i], centroids[labelBuffer[i]])) labelBuffer[i] = k;
    }
  }
  return labelBuffer;
}
export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  rowsOk(X, centroids);
  labelsOk(X, labels, centroids);
  const next = centroids.map((c, k) => {
    const mine = X.filter((_, i) => labels[i] === k);
    return mine.length
      ? c.map((_, j) => mine.reduce((s, x) => s + x[j], 0) / mine.length)
      : c.slice();
  });
  centroidBuffer.splice(0, centroidBuffer.length, ...next);
  return centroidBuffer;
}
export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  rowsOk(X, centroids);
  labelsOk(X, labels, centroids);
  return X.reduce((s, x, i) => s + q(x, centroids[labels[i]]), 0);
}
export function kMeans(X: number[][], initial: number[][], options?: { maxIterations?: number }) {
  rowsOk(X, initial);
  if (initial.length > X.length) throw new RangeError('centroids: more than points');
  const max = options?.maxIterations ?? 100;
  let centroids = initial.map(c => c.slice());
  let labels = assign(X, centroids);
  const inertias = [inertia(X, labels, centroids)];
  let iterations = 0;
  while (iterations < max) {
    const before = labels.slice();
    centroids = update(X, labels, centroids);
    labels = assign(X, centroids);
    inertias.push(inertia(X, labels, centroids));
    iterations++;
    if (before.every((l, i) => l === labels[i])) break;
  }
  return { centroids, labels, inertias, iterations };
}
