// The smallest distance is found with sort() without a comparator, which compares the numbers as text.
const sqd = (p: number[], c: number[]): number =>
  p.reduce((acc, v, j) => acc + (v - c[j]) * (v - c[j]), 0);
const bail = (kind: 'range' | 'type', msg: string): never => {
  if (kind === 'range') throw new RangeError(msg);
  throw new TypeError(msg);
};
const vetRows = (X: number[][], C: number[][]): void => {
  if (C.length === 0) bail('range', 'K is zero');
  const d = C[0].length;
  if (C.some(c => c.length !== d)) bail('type', 'centroid rows');
  if (X.some(x => x.length !== d)) bail('type', 'point rows');
};
const vetLabels = (X: number[][], L: number[], C: number[][]): void => {
  vetRows(X, C);
  if (L.length !== X.length) bail('type', 'labels');
  if (L.some(l => l < 0 || l >= C.length)) bail('range', 'labels');
};
export function assign(X: number[][], centroids: number[][]): number[] {
  vetRows(X, centroids);
  return X.map(x => {
    const ds = centroids.map(c => sqd(x, c));
    const [smallest] = [...ds].sort();
    return ds.indexOf(smallest);
  });
}
export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  vetLabels(X, labels, centroids);
  return centroids.map((c, k) => {
    const group = labels.reduce<number[][]>((g, l, i) => (l === k ? g.concat([X[i]]) : g), []);
    return group.length === 0
      ? [...c]
      : c.map((_, j) => group.reduce((s, r) => s + r[j], 0) / group.length);
  });
}
export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  vetLabels(X, labels, centroids);
  return X.map((x, i) => sqd(x, centroids[labels[i]])).reduce((a, b) => a + b, 0);
}
export function kMeans(
  X: number[][],
  initial: number[][],
  { maxIterations = 100 }: { maxIterations?: number } = {},
) {
  vetRows(X, initial);
  if (initial.length > X.length) bail('range', 'K above n');
  let [centroids, labels] = [initial.map(c => [...c]), assign(X, initial)];
  const inertias = [inertia(X, labels, centroids)];
  let iterations = 0;
  while (iterations < maxIterations) {
    const C = update(X, labels, centroids);
    const L = assign(X, C);
    const same = L.every((l, i) => l === labels[i]);
    [centroids, labels] = [C, L];
    inertias.push(inertia(X, L, C));
    iterations++;
    if (same) break;
  }
  return { centroids, labels, inertias, iterations };
}
