// works column by column: an n×K table of squared distances is built one coordinate at a time.
type Table = number[][];

function columns(rows: Table, d: number): Table {
  const out: Table = [];
  for (let j = 0; j < d; j++) out.push(rows.map(r => r[j]));
  return out;
}

function width(X: Table, C: Table): number {
  if (C.length === 0) throw new RangeError('Expected one centroid or more');
  const d = C[0].length;
  if (!X.concat(C).every(r => r.length === d)) throw new TypeError('Expected rows of equal length');
  return d;
}

function labelled(n: number, labels: number[], K: number): void {
  if (n !== labels.length) throw new TypeError('Expected one label for each point');
  if (!labels.every(l => 0 <= l && l < K)) throw new RangeError('Expected labels from 0 to K − 1');
}

function distanceTable(X: Table, C: Table, d: number): Table {
  const D = X.map(() => C.map(() => 0));
  const xs = columns(X, d);
  const cs = columns(C, d);
  for (let j = 0; j < d; j++) {
    const xj = xs[j];
    const cj = cs[j];
    for (let i = 0; i < xj.length; i++)
      for (let k = 0; k < cj.length; k++) D[i][k] += (xj[i] - cj[k]) ** 2;
  }
  return D;
}

function argmin(row: number[]): number {
  let at = 0;
  for (let k = 1; k < row.length; k++) at = row[k] < row[at] ? k : at;
  return at;
}

export function assign(X: Table, centroids: Table): number[] {
  return distanceTable(X, centroids, width(X, centroids)).map(argmin);
}

export function update(X: Table, labels: number[], centroids: Table): Table {
  const d = width(X, centroids);
  labelled(X.length, labels, centroids.length);
  const size = new Array<number>(centroids.length).fill(0);
  for (const l of labels) size[l] += 1;
  const out: Table = centroids.map(c => c.slice(0));
  columns(X, d).forEach((column, j) => {
    const sum = new Array<number>(centroids.length).fill(0);
    column.forEach((v, i) => {
      sum[labels[i]] += v;
    });
    sum.forEach((s, k) => {
      if (size[k] > 0) out[k][j] = s / size[k];
    });
  });
  return out;
}

export function inertia(X: Table, labels: number[], centroids: Table): number {
  const d = width(X, centroids);
  labelled(X.length, labels, centroids.length);
  const cs = columns(centroids, d);
  return columns(X, d)
    .map((column, j) => column.reduce((s, v, i) => s + (v - cs[j][labels[i]]) ** 2, 0))
    .reduce((a, b) => a + b, 0);
}

export function kMeans(X: Table, initial: Table, options?: { maxIterations?: number }) {
  const d = width(X, initial);
  if (initial.length > X.length) throw new RangeError('Expected no more centroids than points');
  const cap = options?.maxIterations === undefined ? 100 : options.maxIterations;

  const measure = (C: Table) => {
    const D = distanceTable(X, C, d);
    const labels = D.map(argmin);
    return { labels, J: labels.reduce((s, l, i) => s + D[i][l], 0) };
  };

  let centroids = initial.map(c => c.slice(0));
  let now = measure(centroids);
  const inertias = [now.J];
  let iterations = 0;
  for (let go = cap > 0; go; ) {
    centroids = update(X, now.labels, centroids);
    const then = now;
    now = measure(centroids);
    inertias.push(now.J);
    iterations += 1;
    go = iterations < cap && now.labels.some((l, i) => l !== then.labels[i]);
  }
  return { centroids, labels: now.labels, inertias, iterations };
}
