// Written by a performance person: everything lives in flat Float64Array and Int32Array buffers, and typed arrays are what comes back.
interface Flat {
  n: number;
  K: number;
  d: number;
  x: Float64Array;
  c: Float64Array;
}

function pack(X: number[][], C: number[][]): Flat {
  const n = X.length;
  const K = C.length;
  if (K === 0) throw new RangeError('kmeans: zero centroids');
  const d = C[0].length;
  const x = new Float64Array(n * d);
  const c = new Float64Array(K * d);
  for (let k = 0; k < K; ++k) {
    if (C[k].length !== d) throw new TypeError(`kmeans: centroid row ${k}`);
    c.set(C[k], k * d);
  }
  for (let i = 0; i < n; ++i) {
    if (X[i].length !== d) throw new TypeError(`kmeans: point row ${i}`);
    x.set(X[i], i * d);
  }
  return { n, K, d, x, c };
}

function packLabels(f: Flat, labels: number[]): Int32Array {
  if (labels.length !== f.n) throw new TypeError('kmeans: label count');
  for (let i = 0; i < f.n; ++i)
    if (labels[i] < 0 || labels[i] >= f.K) throw new RangeError(`kmeans: label ${labels[i]}`);
  return Int32Array.from(labels);
}

/** Writes labels into `out`, returns how many of them are different from what stood there. */
function assignFlat(f: Flat, out: Int32Array): number {
  const { n, K, d, x, c } = f;
  let moved = 0;
  for (let i = 0; i < n; ++i) {
    let arg = -1;
    let min = 0;
    for (let k = 0; k < K; ++k) {
      let s = 0;
      for (let j = 0, p = i * d, q = k * d; j < d; ++j, ++p, ++q)
        s += (x[p] - c[q]) * (x[p] - c[q]);
      if (arg < 0 || s < min) {
        min = s;
        arg = k;
      }
    }
    if (out[i] !== arg) {
      out[i] = arg;
      ++moved;
    }
  }
  return moved;
}

function updateFlat(f: Flat, lab: Int32Array): void {
  const { n, K, d, x, c } = f;
  const acc = new Float64Array(K * d);
  const cnt = new Int32Array(K);
  for (let i = 0; i < n; ++i) {
    ++cnt[lab[i]];
    for (let j = 0; j < d; ++j) acc[lab[i] * d + j] += x[i * d + j];
  }
  for (let q = 0; q < K * d; ++q) {
    const m = cnt[(q / d) | 0];
    if (m !== 0) c[q] = acc[q] / m;
  }
}

function inertiaFlat(f: Flat, lab: Int32Array): number {
  let s = 0;
  for (let p = 0; p < f.x.length; ++p) {
    const i = (p / f.d) | 0;
    const e = f.x[p] - f.c[lab[i] * f.d + (p - i * f.d)];
    s += e * e;
  }
  return s;
}

function rows(f: Flat): number[][] {
  const out: Float64Array[] = [];
  for (let k = 0; k < f.K; ++k) out.push(f.c.slice(k * f.d, (k + 1) * f.d));
  return out as unknown as number[][];
}

export function assign(X: number[][], centroids: number[][]): number[] {
  const f = pack(X, centroids);
  const out = new Int32Array(f.n);
  assignFlat(f, out);
  return out as unknown as number[];
}

export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  const f = pack(X, centroids);
  updateFlat(f, packLabels(f, labels));
  return rows(f);
}

export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  const f = pack(X, centroids);
  return inertiaFlat(f, packLabels(f, labels));
}

export function kMeans(
  X: number[][],
  initial: number[][],
  options: { maxIterations?: number } = {},
) {
  const f = pack(X, initial);
  if (f.K > f.n) throw new RangeError('kmeans: K > n');
  const max = options.maxIterations ?? 100;
  const lab = new Int32Array(f.n);
  assignFlat(f, lab);
  const js: number[] = [inertiaFlat(f, lab)];
  let it = 0;
  let moved = 1;
  while (moved > 0 && it < max) {
    updateFlat(f, lab);
    moved = assignFlat(f, lab);
    js.push(inertiaFlat(f, lab));
    ++it;
  }
  return {
    centroids: rows(f),
    labels: lab as unknown as number[],
    inertias: Float64Array.from(js) as unknown as number[],
    iterations: it,
  };
}
