// Written by a numerical analyst: every sum is compensated (Neumaier) and runs from the last element to the first.
function total(count: number, term: (i: number) => number): number {
  let s = 0;
  let lost = 0;
  for (let i = count - 1; i >= 0; i--) {
    const v = term(i);
    const t = s + v;
    lost += Math.abs(s) >= Math.abs(v) ? s - t + v : v - t + s;
    s = t;
  }
  return s + lost;
}

const gap2 = (p: number[], q: number[]) =>
  total(p.length, j => {
    const e = p[j] - q[j];
    return e * e;
  });

function validate(
  X: number[][],
  C: number[][],
  more: { labels?: number[]; enough?: boolean } = {},
) {
  if (C.length < 1) throw new RangeError('centroids must not be empty');
  if (more.enough && C.length > X.length)
    throw new RangeError('not enough points for the centroids');
  const d = C[C.length - 1].length;
  const odd = (r: number[]) => r.length !== d;
  if (C.findIndex(odd) !== -1 || X.findIndex(odd) !== -1)
    throw new TypeError('rows must have one common length');
  if (more.labels !== undefined) {
    if (more.labels.length !== X.length) throw new TypeError('labels must match X');
    if (more.labels.findIndex(l => l < 0 || l >= C.length) !== -1)
      throw new RangeError('label does not name a centroid');
  }
}

export function assign(X: number[][], centroids: number[][]): number[] {
  validate(X, centroids);
  const result = new Array<number>(X.length);
  for (let i = X.length; i-- > 0; ) {
    let at = centroids.length - 1;
    let low = gap2(X[i], centroids[at]);
    // downwards, so an equal one further down wins: lowest label on ties
    for (let k = at - 1; k >= 0; k--) {
      const g = gap2(X[i], centroids[k]);
      if (g <= low) {
        low = g;
        at = k;
      }
    }
    result[i] = at;
  }
  return result;
}

export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  validate(X, centroids, { labels });
  const lists: number[][][] = centroids.map(() => []);
  X.forEach((x, i) => {
    lists[labels[i]].push(x);
  });
  return lists.map((list, k) =>
    list.length === 0
      ? Array.from(centroids[k])
      : Array.from(
          { length: centroids[k].length },
          (_, j) => total(list.length, i => list[i][j]) / list.length,
        ),
  );
}

export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  validate(X, centroids, { labels });
  const d = centroids[0].length;
  return total(X.length * d, m => {
    const j = m % d;
    const i = (m - j) / d;
    const e = X[i][j] - centroids[labels[i]][j];
    return e * e;
  });
}

export function kMeans(
  X: number[][],
  initial: number[][],
  options: { maxIterations?: number } = {},
) {
  validate(X, initial, { enough: true });
  let { maxIterations } = options;
  if (maxIterations === undefined) maxIterations = 100;
  const history: { C: number[][]; L: number[] }[] = [];
  const C0 = initial.map(c => Array.from(c));
  history.push({ C: C0, L: assign(X, C0) });
  for (;;) {
    const last = history[history.length - 1];
    const before = history.length > 1 ? history[history.length - 2] : null;
    if (before !== null && last.L.every((l, i) => l === before.L[i])) break;
    if (history.length - 1 >= maxIterations) break;
    const C = update(X, last.L, last.C);
    history.push({ C, L: assign(X, C) });
  }
  const end = history[history.length - 1];
  return {
    centroids: end.C,
    labels: end.L,
    inertias: history.map(h => inertia(X, h.L, h.C)),
    iterations: history.length - 1,
  };
}
