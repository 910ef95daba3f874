// After each update the inertia is recorded with the old labels, before the points are assigned again.
function measure(x: number[], c: number[]): number {
  let acc = 0;
  let j = x.length;
  while (j--) acc += (x[j] - c[j]) ** 2;
  return acc;
}
function validateAll(X: number[][], C: number[][], labels?: number[]): void {
  if (C.length === 0) throw new RangeError('Kein Zentrum');
  const d = C[0].length;
  let j = 0;
  for (j = 0; j < C.length; j++)
    if (C[j].length !== d) throw new TypeError('Zentren ungleich lang');
  for (j = 0; j < X.length; j++) if (X[j].length !== d) throw new TypeError('Punkte ungleich lang');
  if (labels === undefined) return;
  if (labels.length !== X.length) throw new TypeError('Zahl der Marken');
  for (j = 0; j < labels.length; j++)
    if (labels[j] < 0 || labels[j] >= C.length) throw new RangeError('Marke');
}
function nearestIndex(x: number[], C: number[][]): number {
  let idx = 0;
  let min = measure(x, C[0]);
  for (let k = 1; k < C.length; k++) {
    const m = measure(x, C[k]);
    if (m < min) {
      min = m;
      idx = k;
    }
  }
  return idx;
}
export function assign(X: number[][], centroids: number[][]): number[] {
  validateAll(X, centroids);
  return X.map(x => nearestIndex(x, centroids));
}
export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  validateAll(X, centroids, labels);
  const result: number[][] = [];
  for (let k = 0; k < centroids.length; k++) {
    const own: number[][] = [];
    for (let i = 0; i < X.length; i++) if (labels[i] === k) own.push(X[i]);
    if (own.length === 0) result.push(centroids[k].slice(0));
    else result.push(own[0].map((_, j) => own.map(o => o[j]).reduce((a, b) => a + b) / own.length));
  }
  return result;
}
export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  validateAll(X, centroids, labels);
  let J = 0;
  for (let i = 0; i < X.length; i++) J += measure(X[i], centroids[labels[i]]);
  return J;
}
export function kMeans(
  X: number[][],
  initial: number[][],
  options: { maxIterations?: number } = {},
) {
  validateAll(X, initial);
  if (initial.length > X.length) throw new RangeError('Mehr Zentren als Punkte');
  const grenze = options.maxIterations ?? 100;
  let centroids = initial.map(c => c.slice(0));
  let labels = assign(X, centroids);
  const inertias = [inertia(X, labels, centroids)];
  let iterations = 0;
  while (iterations < grenze) {
    centroids = update(X, labels, centroids);
    inertias.push(inertia(X, labels, centroids));
    iterations++;
    const neu = assign(X, centroids);
    const gleich = neu.every((l, i) => l === labels[i]);
    labels = neu;
    if (gleich) break;
  }
  return { centroids, labels, inertias, iterations };
}
