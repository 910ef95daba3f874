// Written for small devices: all impurities and gains are rounded to single precision (thresholds stay double so that no example changes sides).
export type Criterion = 'gini' | 'entropy';
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

const f = Math.fround;

function impurity32(c: Float32Array): { n: number; gini: number; entropy: number } {
  let n = f(0);
  for (const x of c) n = f(n + x);
  let gini = f(n > 0 ? 1 : 0);
  let entropy = f(0);
  for (const x of c) {
    if (x === 0) continue;
    const p = f(x / n);
    gini = f(gini - f(p * p));
    entropy = f(entropy - f(p * f(Math.log2(p))));
  }
  return { n, gini, entropy };
}

export function impurity(counts: number[], criterion: Criterion): number {
  return impurity32(new Float32Array(counts))[criterion];
}

function mustBeTable(X: number[][]): number {
  const lengths = X.map(r => r.length);
  if (lengths.some(l => l !== lengths[0])) throw new TypeError('rows differ in length');
  return lengths[0] ?? 0;
}

function mustBeLabelled(X: number[][], y: number[], classes: number): void {
  mustBeTable(X);
  if (y.length !== X.length) throw new TypeError('y and X differ in length');
  if (!X.length) throw new RangeError('no rows');
  y.forEach(c => {
    const ok = Number.isInteger(c) && c > -1 && c < classes;
    if (!ok) throw new RangeError(`label ${c} is not in 0..${classes - 1}`);
  });
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
): { feature: number; threshold: number; gain: number } | null {
  mustBeLabelled(X, y, options.classes);
  const which: Criterion = options.criterion || 'gini';
  const hist = (pick: (i: number) => boolean): Float32Array => {
    const h = new Float32Array(options.classes);
    y.forEach((c, i) => {
      if (pick(i)) h[c] += 1;
    });
    return h;
  };
  const node = impurity32(hist(() => true));
  const best = { feature: -1, threshold: NaN, gain: -1 };
  for (let j = 0; j < X[0].length; j++) {
    const column = X.map(r => r[j]);
    const sorted = Float64Array.from(column).sort();
    for (let s = 1; s < sorted.length; s++) {
      if (sorted[s] === sorted[s - 1]) continue;
      const threshold = (sorted[s] + sorted[s - 1]) / 2;
      const L = impurity32(hist(i => column[i] <= threshold));
      const R = impurity32(hist(i => column[i] > threshold));
      const children = f(f(f(L.n / node.n) * L[which]) + f(f(R.n / node.n) * R[which]));
      const gain = f(node[which] - children);
      if (gain > best.gain) Object.assign(best, { feature: j, threshold, gain });
    }
  }
  return best.feature === -1 ? null : best;
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  mustBeLabelled(X, y, options.classes);
  const { classes, criterion, maxDepth } = options;
  const min = options.minSamplesSplit ?? 2;
  const node = (rows: { x: number[]; c: number }[], left: number): Tree => {
    const counts = Array<number>(classes).fill(0);
    rows.forEach(r => {
      counts[r.c]++;
    });
    const mixed = new Set(rows.map(r => r.c)).size > 1;
    if (mixed && left > 0 && rows.length >= min) {
      const q = bestSplit(
        rows.map(r => r.x),
        rows.map(r => r.c),
        { classes, criterion },
      );
      if (q)
        return {
          kind: 'split',
          ...q,
          left: node(
            rows.filter(r => r.x[q.feature] <= q.threshold),
            left - 1,
          ),
          right: node(
            rows.filter(r => r.x[q.feature] > q.threshold),
            left - 1,
          ),
        };
    }
    let prediction = 0;
    for (const k of counts.keys()) if (counts[k] > counts[prediction]) prediction = k;
    return { kind: 'leaf', counts, prediction };
  };
  return node(
    X.map((x, i) => ({ x, c: y[i] })),
    maxDepth,
  );
}

export function predict(tree: Tree, X: number[][]): number[] {
  mustBeTable(X);
  const walk = (t: Tree, x: number[]): number => {
    if (t.kind === 'leaf') return t.prediction;
    if (x[t.feature] <= t.threshold) return walk(t.left, x);
    return walk(t.right, x);
  };
  return X.map(x => walk(tree, x));
}
