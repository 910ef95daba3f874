// A coordinate whose sum is exactly 0 is falsy and so keeps the old centroid's value.
type Pt = number[];
const euclid2 = (a: Pt, b: Pt): number => {
  let out = 0;
  for (const [j, v] of a.entries()) out += (v - b[j]) ** 2;
  return out;
};
const refuseTables = (X: Pt[], C: Pt[]): void => {
  if (C.length === 0) throw new RangeError('refused: no centroids');
  const d = C[0].length;
  for (const r of X) if (r.length !== d) throw new TypeError('refused: point');
  for (const r of C) if (r.length !== d) throw new TypeError('refused: centroid');
};
const refuseLabels = (X: Pt[], L: number[], C: Pt[]): void => {
  if (X.length !== L.length) throw new TypeError('refused: labels');
  for (const l of L) if (l < 0 || l >= C.length) throw new RangeError('refused: label');
};
export function assign(X: Pt[], centroids: Pt[]): number[] {
  refuseTables(X, centroids);
  return X.map(x => {
    let arg = 0;
    centroids.forEach((c, k) => {
      if (euclid2(x, c) < euclid2(x, centroids[arg])) arg = k;
    });
    return arg;
  });
}
export function update(X: Pt[], labels: number[], centroids: Pt[]): Pt[] {
  refuseTables(X, centroids);
  refuseLabels(X, labels, centroids);
  return centroids.map((c, k) =>
    c.map((old, j) => {
      let sum = 0;
      let count = 0;
      X.forEach((x, i) => {
        if (labels[i] === k) {
          sum += x[j];
          count++;
        }
      });
      return sum ? sum / count : old;
    }),
  );
}
export function inertia(X: Pt[], labels: number[], centroids: Pt[]): number {
  refuseTables(X, centroids);
  refuseLabels(X, labels, centroids);
  let J = 0;
  for (const [i, x] of X.entries()) J += euclid2(x, centroids[labels[i]]);
  return J;
}
export function kMeans(X: Pt[], initial: Pt[], options: { maxIterations?: number } = {}) {
  refuseTables(X, initial);
  if (initial.length > X.length) throw new RangeError('refused: K above n');
  const end = options.maxIterations ?? 100;
  let centroids = initial.map(c => c.slice());
  let labels = assign(X, centroids);
  const inertias = [inertia(X, labels, centroids)];
  let iterations = 0;
  while (iterations < end) {
    centroids = update(X, labels, centroids);
    iterations++;
    const former = labels;
    labels = assign(X, centroids);
    inertias.push(inertia(X, labels, centroids));
    if (!former.some((l, i) => l !== labels[i])) break;
  }
  return { centroids, labels, inertias, iterations };
}
