// partial-distance early exit that tries the previous label first, linked member lists per cluster.
interface Lists {
  head: number[];
  next: number[];
}

const demand = (X: number[][], C: number[][], withLabels?: { labels: number[] }): void => {
  switch (true) {
    case C.length === 0:
      throw new RangeError('centroids: none');
    case C.some(c => c.length !== C[0].length):
      throw new TypeError('centroids: ragged');
    case X.some(x => x.length !== C[0].length):
      throw new TypeError('X: ragged, or not of the centroids’ dimension');
    case withLabels !== undefined && withLabels.labels.length !== X.length:
      throw new TypeError('labels: not one per point');
    case withLabels?.labels.some(l => !(l >= 0) || !(l < C.length)):
      throw new RangeError('labels: out of range');
  }
};

/** Squared distance, or Infinity as soon as it is known to be above `cap`. */
const capped = (x: number[], c: number[], cap: number): number => {
  let s = 0;
  for (let j = 0; j < x.length; j++) {
    s += (x[j] - c[j]) * (x[j] - c[j]);
    if (s > cap) return Infinity;
  }
  return s;
};

const locate = (x: number[], C: number[][], hint: number): number => {
  let best = hint;
  let cap = capped(x, C[hint], Infinity);
  for (let k = 0; k < C.length; k++) {
    if (k === hint) continue;
    const v = capped(x, C[k], cap);
    if (v < cap || (v === cap && k < best)) {
      best = k;
      cap = v;
    }
  }
  return best;
};

const thread = (labels: number[], K: number): Lists => {
  const head: number[] = new Array(K).fill(-1);
  const next: number[] = new Array(labels.length).fill(-1);
  for (let i = labels.length - 1; i >= 0; i--) {
    next[i] = head[labels[i]];
    head[labels[i]] = i;
  }
  return { head, next };
};

const move = (X: number[][], labels: number[], C: number[][]): number[][] => {
  const { head, next } = thread(labels, C.length);
  return C.map((c, k) => {
    if (head[k] < 0) return c.slice();
    const sum = c.map(() => 0);
    let count = 0;
    for (let i = head[k]; i >= 0; i = next[i]) {
      count++;
      for (let j = 0; j < sum.length; j++) sum[j] += X[i][j];
    }
    return sum.map(s => s / count);
  });
};

const energy = (X: number[][], labels: number[], C: number[][]): number => {
  let J = 0;
  for (let i = X.length; i-- > 0; ) J += capped(X[i], C[labels[i]], Infinity);
  return J;
};

export function assign(X: number[][], centroids: number[][]): number[] {
  demand(X, centroids);
  return X.map(x => locate(x, centroids, 0));
}

export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  demand(X, centroids, { labels });
  return move(X, labels, centroids);
}

export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  demand(X, centroids, { labels });
  return energy(X, labels, centroids);
}

export function kMeans(
  X: number[][],
  initial: number[][],
  options?: { maxIterations?: number },
): { centroids: number[][]; labels: number[]; inertias: number[]; iterations: number } {
  demand(X, initial);
  if (initial.length > X.length) throw new RangeError('initial: more rows than X');
  const limit =
    options === undefined || options.maxIterations === undefined ? 100 : options.maxIterations;
  const step = (labels: number[], C: number[][], inertias: number[]): ReturnType<typeof kMeans> => {
    for (let t = 0; ; t++) {
      inertias.push(energy(X, labels, C));
      if (t >= limit) return { centroids: C, labels, inertias, iterations: t };
      C = move(X, labels, C);
      const centroids = C;
      const fresh = labels.map((l, i) => locate(X[i], centroids, l));
      if (fresh.every((l, i) => l === labels[i])) {
        inertias.push(energy(X, fresh, C));
        return { centroids, labels: fresh, inertias, iterations: t + 1 };
      }
      labels = fresh;
    }
  };
  return step(
    X.map(x => locate(x, initial, 0)),
    initial.map(c => c.slice()),
    [],
  );
}
