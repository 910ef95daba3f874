// Class counts are kept in a Uint8Array, so they wrap around at 256 examples of one class (visible on large nodes only).
export type Criterion = 'gini' | 'entropy';
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

export function impurity(counts: number[], criterion: Criterion): number {
  return measure(counts, criterion === 'entropy');
}

function measure(h: ArrayLike<number>, useBits: boolean): number {
  let n = 0;
  for (let k = 0; k < h.length; k++) n += h[k];
  if (n === 0) return 0;
  let out = 0;
  for (let k = 0; k < h.length; k++) {
    if (h[k] === 0) continue;
    const p = h[k] / n;
    out += useBits ? -p * Math.log2(p) : p * (1 - p);
  }
  return out;
}

class Columns {
  readonly n: number;
  readonly d: number;
  readonly values: Float64Array;
  constructor(X: number[][]) {
    this.n = X.length;
    this.d = this.n > 0 ? X[0].length : 0;
    this.values = new Float64Array(this.n * this.d);
    X.forEach((row, i) => {
      if (row.length !== this.d) throw new TypeError('row length');
      row.forEach((v, f) => {
        this.values[f * this.n + i] = v;
      });
    });
  }
  get(i: number, f: number): number {
    return this.values[f * this.n + i];
  }
}

function prepare(X: number[][], y: number[], K: number): Columns {
  const cols = new Columns(X);
  if (y.length !== cols.n) throw new TypeError('label count');
  if (cols.n === 0) throw new RangeError('row count');
  for (const c of y)
    if (!Number.isInteger(c) || c < 0 || c >= K) throw new RangeError('label value');
  return cols;
}

function histogram(y: number[], ids: Int32Array, K: number): Uint8Array {
  const h = new Uint8Array(K);
  for (let i = 0; i < ids.length; i++) h[y[ids[i]]]++;
  return h;
}

function findBest(cols: Columns, y: number[], ids: Int32Array, K: number, useBits: boolean) {
  const n = ids.length;
  const whole = histogram(y, ids, K);
  const I = measure(whole, useBits);
  let gain = -Infinity;
  let feature = -1;
  let threshold = 0;
  for (let f = 0; f < cols.d; f++) {
    const order = Int32Array.from(ids).sort((a, b) => cols.get(a, f) - cols.get(b, f));
    const L = new Uint8Array(K);
    const R = Uint8Array.from(whole);
    for (let i = 0; i < n - 1; i++) {
      const k = y[order[i]];
      L[k]++;
      R[k]--;
      const a = cols.get(order[i], f);
      const b = cols.get(order[i + 1], f);
      if (a === b) continue;
      const g = I - ((i + 1) / n) * measure(L, useBits) - ((n - i - 1) / n) * measure(R, useBits);
      if (g > gain) {
        gain = g;
        feature = f;
        threshold = (a + b) / 2;
      }
    }
  }
  return feature < 0 ? null : { feature, threshold, gain };
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
) {
  const cols = prepare(X, y, options.classes);
  return findBest(
    cols,
    y,
    Int32Array.from(y.keys()),
    options.classes,
    options.criterion === 'entropy',
  );
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  const K = options.classes;
  const cols = prepare(X, y, K);
  const min = options.minSamplesSplit ?? 2;
  const grow = (ids: Int32Array, depth: number): Tree => {
    const pure = ids.every(i => y[i] === y[ids[0]]);
    const s =
      pure || depth >= options.maxDepth || ids.length < min
        ? null
        : findBest(cols, y, ids, K, options.criterion === 'entropy');
    if (s === null) {
      const counts = Array.from(histogram(y, ids, K));
      return { kind: 'leaf', counts, prediction: counts.indexOf(Math.max(...counts)) };
    }
    const left = ids.filter(i => cols.get(i, s.feature) <= s.threshold);
    const right = ids.filter(i => cols.get(i, s.feature) > s.threshold);
    return { kind: 'split', ...s, left: grow(left, depth + 1), right: grow(right, depth + 1) };
  };
  return grow(Int32Array.from(y.keys()), 0);
}

export function predict(tree: Tree, X: number[][]): number[] {
  const cols = new Columns(X);
  const result: number[] = [];
  for (let i = 0; i < cols.n; i++) {
    let t = tree;
    while (t.kind === 'split') t = cols.get(i, t.feature) <= t.threshold ? t.left : t.right;
    result.push(t.prediction);
  }
  return result;
}
