// Distances by ‖x‖² − 2 x·c + ‖c‖², means by a one-hot matrix product, the loop as a recursion.
const dot = (a: number[], b: number[]) => a.reduce((sum, x, j) => sum + x * b[j], 0);

const check = (X: number[][], C: number[][], labels?: number[]) => {
  if (!C.length) throw RangeError('There must be a centroid.');
  const widths = new Set([...X, ...C].map(row => row.length));
  if (widths.size > 1) throw TypeError('Rows have several widths.');
  if (labels && labels.length !== X.length) throw TypeError('Labels do not match the points.');
  if (labels?.some(label => !(label in C))) throw RangeError('A label has no centroid.');
};

export const assign = (X: number[][], centroids: number[][]): number[] => {
  check(X, centroids);
  const norms = centroids.map(c => dot(c, c));
  return X.map(x => {
    const scores = centroids.map((c, k) => norms[k] - 2 * dot(x, c)); // without ‖x‖²: the same for all
    return scores.indexOf(Math.min(...scores));
  });
};

export const update = (X: number[][], labels: number[], centroids: number[][]): number[][] => {
  check(X, centroids, labels);
  return centroids.map((old, k) => {
    const belongs: number[] = labels.map(label => Number(label === k)); // one column of the one-hot matrix
    const size = dot(
      belongs,
      belongs.map(() => 1),
    );
    return old.map((was, j) => {
      const total = dot(
        belongs,
        X.map(x => x[j]),
      );
      return size ? total / size : was;
    });
  });
};

export const inertia = (X: number[][], labels: number[], centroids: number[][]): number => {
  check(X, centroids, labels);
  return X.map((x, i) => {
    const c = centroids[labels[i]];
    return dot(x, x) - 2 * dot(x, c) + dot(c, c);
  }).reduce((a, b) => a + b, 0);
};

interface State {
  centroids: number[][];
  labels: number[];
  inertias: number[];
  iterations: number;
}

export const kMeans = (
  X: number[][],
  initial: number[][],
  options: { maxIterations?: number } = {},
): State => {
  check(X, initial);
  if (initial.length > X.length) throw RangeError('Too many centroids.');
  const limit = options.maxIterations ?? 100;
  const labels = assign(X, initial);
  const go = (state: State): State => {
    if (state.iterations >= limit) return state;
    const centroids = update(X, state.labels, state.centroids);
    const next = assign(X, centroids);
    const after: State = {
      centroids,
      labels: next,
      inertias: state.inertias.concat(inertia(X, next, centroids)),
      iterations: state.iterations + 1,
    };
    return next.join() === state.labels.join() ? after : go(after);
  };
  return go({
    centroids: initial.map(row => [...row]),
    labels,
    inertias: [inertia(X, labels, initial)],
    iterations: 0,
  });
};
