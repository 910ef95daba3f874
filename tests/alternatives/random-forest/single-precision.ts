// All arithmetic in single precision; typed arrays for features, labels and counts.
export type Tree =
  | { kind: 'leaf'; counts: Int32Array; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };
const f = Math.fround;

class Data {
  readonly columns: Float32Array[];
  readonly labels: Uint16Array;
  constructor(
    X: number[][],
    y: number[],
    readonly classes: number,
  ) {
    if (!X.length) throw new Error('no data');
    const d = X[0].length;
    if (X.some(row => row.length !== d)) throw new Error('the rows are not of one length');
    if (y.length !== X.length) throw new Error('the labels are not as many as the rows');
    if (y.some(label => label !== Math.trunc(label) || label < 0 || label >= classes)) {
      throw new Error('a label without a class');
    }
    this.columns = Array.from({ length: d }, (_, j) => Float32Array.from(X, row => row[j]));
    this.labels = Uint16Array.from(y);
  }
  counts(rows: Int32Array): Int32Array {
    const counts = new Int32Array(this.classes);
    rows.forEach(i => {
      counts[this.labels[i]] += 1;
    });
    return counts;
  }
  split(rows: Int32Array, features: number[]) {
    const all = this.counts(rows);
    const whole = gini(all, rows.length);
    let best: { feature: number; threshold: number; gain: number } | null = null;
    for (const feature of Int32Array.from(features).sort()) {
      const column = this.columns[feature];
      const order = rows.slice().sort((a, b) => column[a] - column[b]);
      const left = new Int32Array(this.classes);
      const right = all.slice();
      for (let s = 1; s < order.length; s += 1) {
        const i = order[s - 1];
        left[this.labels[i]] += 1;
        right[this.labels[i]] -= 1;
        if (column[i] === column[order[s]]) continue;
        const share = f(s / order.length);
        const rest = f((order.length - s) / order.length);
        const parts = f(f(share * gini(left, s)) + f(rest * gini(right, order.length - s)));
        const gain = f(whole - parts);
        if (best === null || gain > best.gain) {
          best = { feature, threshold: f(f(column[i] + column[order[s]]) / 2), gain };
        }
      }
    }
    return best;
  }
}

function gini(counts: Int32Array, n: number): number {
  let sum = f(0);
  for (const count of counts) sum = f(sum + f(f(count / n) * f(count / n)));
  return f(1 - sum);
}

function first(counts: Int32Array): number {
  let k = counts.length - 1;
  for (let j = k; j >= 0; j -= 1) if (counts[j] >= counts[k]) k = j;
  return k;
}

function inside(list: number[], n: number): void {
  if (!list.length) throw new Error('an empty list');
  for (const i of list) if (!(Number.isInteger(i) && i >= 0 && i < n)) throw new Error(`no ${i}`);
}

export function bestSplit(
  X: number[][],
  y: number[],
  { classes, features }: { classes: number; features: number[] },
) {
  const data = new Data(X, y, classes);
  inside(features, X[0].length);
  return data.split(Int32Array.from(X.keys()), features);
}

export function fitForest(
  X: number[][],
  y: number[],
  options: {
    classes: number;
    maxDepth: number;
    bootstrap: number[][];
    pickFeatures: (tree: number, node: number) => number[];
  },
): Tree[] {
  const data = new Data(X, y, options.classes);
  if (!options.bootstrap.length) throw new Error('no bootstrap');
  for (const list of options.bootstrap) inside(list, X.length);
  const grow = (rows: Int32Array, t: number, node: number, left: number): Tree => {
    const counts = data.counts(rows);
    const best =
      left <= 0 || counts.includes(rows.length)
        ? null
        : data.split(rows, options.pickFeatures(t, node));
    if (best === null) return { kind: 'leaf', counts, prediction: first(counts) };
    const column = data.columns[best.feature];
    return {
      ...best,
      kind: 'split',
      left: grow(
        rows.filter(i => column[i] <= best.threshold),
        t,
        node + node,
        left - 1,
      ),
      right: grow(
        rows.filter(i => column[i] > best.threshold),
        t,
        node + node + 1,
        left - 1,
      ),
    };
  };
  return options.bootstrap.map((list, t) => grow(Int32Array.from(list), t, 1, options.maxDepth));
}

function drop(tree: Tree, row: number[]): number {
  let here = tree;
  for (;;) {
    if (here.kind === 'leaf') return here.prediction;
    here = f(row[here.feature]) <= f(here.threshold) ? here.left : here.right;
  }
}

function poll(trees: Tree[], row: number[], classes: number): number {
  const votes = new Int32Array(classes);
  for (const tree of trees) votes[drop(tree, row)] += 1;
  return first(votes);
}

export function predictForest(trees: Tree[], X: number[][], classes: number): Uint16Array {
  if (!trees.length) throw new Error('no trees');
  if (X.some(row => row.length !== X[0].length)) throw new Error('ragged');
  return Uint16Array.from(X, row => poll(trees, row, classes));
}

export function oobAccuracy(
  trees: Tree[],
  X: number[][],
  y: number[],
  bootstrap: number[][],
  classes: number,
) {
  if (!trees.length) throw new Error('no trees');
  if (X.some(row => row.length !== X[0].length)) throw new Error('ragged');
  if (y.length !== X.length) throw new Error('labels');
  if (bootstrap.length !== trees.length) throw new Error('bootstrap');
  const seen = bootstrap.map(list => {
    const bits = new Uint8Array(X.length);
    for (const i of list) bits[i] = 1;
    return bits;
  });
  let [covered, right] = [0, 0];
  X.forEach((row, i) => {
    const free = trees.filter((_, t) => seen[t][i] === 0);
    if (free.length === 0) return;
    covered += 1;
    right += Number(poll(free, row, classes) === y[i]);
  });
  return { accuracy: covered && f(right / covered), covered };
}
