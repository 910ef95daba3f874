// Written by a performance person: column-major Float64Array data, Int32Array permutations, all plain arrays again on return.
export type Criterion = 'gini' | 'entropy';
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

interface Table {
  n: number;
  d: number;
  K: number;
  cols: Float64Array[];
  labels: Int32Array;
}

function score(hist: ArrayLike<number>, n: number, entropy: boolean): number {
  if (n === 0) return 0;
  let acc = 0;
  if (entropy) {
    for (let k = 0; k < hist.length; k++) {
      const c = hist[k];
      if (c !== 0) acc += (c / n) * Math.log2(n / c);
    }
    return acc;
  }
  for (let k = 0; k < hist.length; k++) acc += (hist[k] / n) * (hist[k] / n);
  return 1 - acc;
}

export function impurity(counts: number[], criterion: Criterion): number {
  const hist = Float64Array.from(counts);
  let n = 0;
  for (let k = 0; k < hist.length; k++) n += hist[k];
  return score(hist, n, criterion === 'entropy');
}

function load(X: number[][], y: number[], K: number): Table {
  const n = X.length;
  if (n === 0) throw new RangeError('at least one row is needed');
  if (y.length !== n) throw new TypeError('one label per row is needed');
  const d = X[0].length;
  const cols = Array.from({ length: d }, () => new Float64Array(n));
  const labels = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    const row = X[i];
    if (row.length !== d) throw new TypeError('all rows need the same length');
    for (let f = 0; f < d; f++) cols[f][i] = row[f];
    labels[i] = y[i];
    if (labels[i] !== y[i] || labels[i] < 0 || labels[i] >= K)
      throw new RangeError('labels must be 0 … classes − 1');
  }
  return { n, d, K, cols, labels };
}

function search(t: Table, rows: Int32Array, entropy: boolean) {
  const m = rows.length;
  const total = new Int32Array(t.K);
  for (let i = 0; i < m; i++) total[t.labels[rows[i]]]++;
  const base = score(total, m, entropy);
  const order = new Int32Array(m);
  const l = new Int32Array(t.K);
  const r = new Int32Array(t.K);
  let bf = -1;
  let bt = 0;
  let bg = Number.NEGATIVE_INFINITY;
  for (let f = 0; f < t.d; f++) {
    const col = t.cols[f];
    order.set(rows);
    order.sort((a, b) => col[a] - col[b]);
    l.fill(0);
    r.set(total);
    let start = 0;
    while (start < m) {
      const v = col[order[start]];
      let end = start;
      for (; end < m && col[order[end]] === v; end++) {
        const k = t.labels[order[end]];
        l[k]++;
        r[k]--;
      }
      if (end === m) break;
      const g =
        base - ((end / m) * score(l, end, entropy) + ((m - end) / m) * score(r, m - end, entropy));
      if (g > bg) {
        bg = g;
        bf = f;
        bt = v + (col[order[end]] - v) / 2;
      }
      start = end;
    }
  }
  return bf < 0 ? null : { feature: bf, threshold: bt, gain: bg };
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
): { feature: number; threshold: number; gain: number } | null {
  const t = load(X, y, options.classes);
  return search(
    t,
    Int32Array.from({ length: t.n }, (_, i) => i),
    options.criterion === 'entropy',
  );
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  const t = load(X, y, options.classes);
  const entropy = options.criterion === 'entropy';
  const least = options.minSamplesSplit ?? 2;
  const grow = (rows: Int32Array, room: number): Tree => {
    const hist = new Int32Array(t.K);
    for (const i of rows) hist[t.labels[i]]++;
    let arg = 0;
    for (let k = 0; k < t.K; k++) if (hist[k] > hist[arg]) arg = k;
    let q: { feature: number; threshold: number; gain: number } | null = null;
    if (hist[arg] < rows.length && room > 0 && rows.length >= least) q = search(t, rows, entropy);
    if (q === null) return { kind: 'leaf', counts: Array.from(hist), prediction: arg };
    const { feature, threshold, gain } = q;
    const col = t.cols[feature];
    return {
      kind: 'split',
      feature,
      threshold,
      gain,
      left: grow(
        rows.filter(i => col[i] <= threshold),
        room - 1,
      ),
      right: grow(
        rows.filter(i => !(col[i] <= threshold)),
        room - 1,
      ),
    };
  };
  return grow(Int32Array.from(y.keys()), options.maxDepth);
}

export function predict(tree: Tree, X: number[][]): number[] {
  const n = X.length;
  if (n === 0) return [];
  const d = X[0].length;
  const flat = new Float64Array(n * d);
  X.forEach((row, i) => {
    if (row.length !== d) throw new TypeError('all rows need the same length');
    flat.set(row, i * d);
  });
  const out = new Int32Array(n);
  for (let i = 0, at = 0; i < n; i++, at += d) {
    let t = tree;
    for (;;) {
      if (t.kind === 'leaf') break;
      t = flat[at + t.feature] > t.threshold ? t.right : t.left;
    }
    out[i] = t.prediction;
  }
  return Array.from(out);
}
