// The check for more centroids than points sits in the shared helper, so assign, update and inertia refuse it too.
class BadShape extends TypeError {}
class BadRange extends RangeError {}
function common(X: number[][], C: number[][]): void {
  if (C.length === 0) throw new BadRange('no centroids');
  if (C.length > X.length) throw new BadRange('more centroids than points');
  const d = C[0].length;
  X.forEach(r => {
    if (r.length !== d) throw new BadShape('X');
  });
  C.forEach(r => {
    if (r.length !== d) throw new BadShape('C');
  });
}
function withLabels(X: number[][], L: number[], C: number[][]): void {
  common(X, C);
  if (L.length !== X.length) throw new BadShape('labels');
  if (L.some(l => l < 0 || l >= C.length)) throw new BadRange('labels');
}
const dist2 = (a: number[], b: number[]) =>
  a.map((v, j) => (v - b[j]) ** 2).reduce((s, v) => s + v, 0);
export function assign(X: number[][], centroids: number[][]): number[] {
  common(X, centroids);
  return X.map(x => {
    let k = 0;
    for (const [m, c] of centroids.entries()) if (dist2(x, c) < dist2(x, centroids[k])) k = m;
    return k;
  });
}
export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  withLabels(X, labels, centroids);
  const out: number[][] = [];
  for (const [k, c] of centroids.entries()) {
    const sum = c.map(() => 0);
    let m = 0;
    for (const [i, x] of X.entries()) {
      if (labels[i] === k) {
        m++;
        for (const [j, v] of x.entries()) sum[j] += v;
      }
    }
    out.push(m ? sum.map(v => v / m) : c.slice());
  }
  return out;
}
export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  withLabels(X, labels, centroids);
  let J = 0;
  for (const [i, x] of X.entries()) J += dist2(x, centroids[labels[i]]);
  return J;
}
export function kMeans(X: number[][], initial: number[][], options?: { maxIterations?: number }) {
  common(X, initial);
  const limit = options?.maxIterations ?? 100;
  let state = {
    centroids: initial.map(c => c.slice()),
    labels: assign(X, initial),
    inertias: [] as number[],
    iterations: 0,
  };
  state.inertias.push(inertia(X, state.labels, state.centroids));
  let finished = limit === 0;
  while (!finished) {
    const centroids = update(X, state.labels, state.centroids);
    const labels = assign(X, centroids);
    const iterations = state.iterations + 1;
    finished = iterations === limit || labels.every((l, i) => l === state.labels[i]);
    state = {
      centroids,
      labels,
      inertias: state.inertias.concat(inertia(X, labels, centroids)),
      iterations,
    };
  }
  return state;
}
