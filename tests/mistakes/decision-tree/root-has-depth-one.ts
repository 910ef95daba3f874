// The root is counted as depth 1, so the tree has one level too few.
export type Criterion = 'gini' | 'entropy';
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

function sumOf(list: number[], f: (v: number) => number): number {
  let s = 0;
  for (const v of list) s += f(v);
  return s;
}

export function impurity(counts: number[], criterion: Criterion): number {
  const n = sumOf(counts, c => c);
  if (n === 0) return 0;
  if (criterion === 'gini') return sumOf(counts, c => (c * (n - c)) / n ** 2);
  return sumOf(counts, c => (c > 0 ? (c / n) * Math.log2(n / c) : 0));
}

function countLabels(labels: number[], K: number): number[] {
  const counts: number[] = [];
  for (let k = 0; k < K; k++) counts.push(sumOf(labels, c => (c === k ? 1 : 0)));
  return counts;
}

function refuseBad(X: number[][], y: number[], K: number): void {
  if (!X.length) throw new RangeError('X is without rows');
  refuseRagged(X);
  if (y.length !== X.length) throw new TypeError('y has the wrong length');
  const allowed = new Set<number>();
  for (let k = 0; k < K; k++) allowed.add(k);
  for (const c of y) if (!allowed.has(c)) throw new RangeError('label is no class');
}

function refuseRagged(X: number[][]): void {
  for (let i = 0; i + 1 < X.length; i++) {
    if (X[i].length !== X[i + 1].length) throw new TypeError('ragged');
  }
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
) {
  refuseBad(X, y, options.classes);
  const mode: Criterion = options.criterion === 'entropy' ? 'entropy' : 'gini';
  const weigh = (labels: number[]) =>
    (labels.length / y.length) * impurity(countLabels(labels, options.classes), mode);
  const I = weigh(y);
  const best = { feature: 0, threshold: 0, gain: -Infinity };
  for (let f = 0; f < X[0].length; f++) {
    let cur = sumMin(X, f, -Infinity);
    let next = sumMin(X, f, cur);
    while (next < Infinity) {
      const mid = (cur + next) / 2;
      const low: number[] = [];
      const high: number[] = [];
      for (let i = 0; i < y.length; i++) {
        if (X[i][f] <= mid) low.push(y[i]);
        else high.push(y[i]);
      }
      const gain = I - weigh(low) - weigh(high);
      if (gain > best.gain) {
        best.feature = f;
        best.threshold = mid;
        best.gain = gain;
      }
      cur = next;
      next = sumMin(X, f, cur);
    }
  }
  return best.gain === -Infinity ? null : best;
}

/** The smallest value of a column above a bound, or Infinity. */
function sumMin(X: number[][], f: number, above: number): number {
  let m = Infinity;
  for (const r of X) if (r[f] > above && r[f] < m) m = r[f];
  return m;
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  refuseBad(X, y, options.classes);
  return growFrom(X, y, 1, options);
}

function growFrom(
  X: number[][],
  y: number[],
  depth: number,
  o: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  const counts = countLabels(y, o.classes);
  let prediction = 0;
  for (let k = 0; k < counts.length; k++) if (counts[k] > counts[prediction]) prediction = k;
  if (counts[prediction] < y.length && depth < o.maxDepth && y.length >= (o.minSamplesSplit ?? 2)) {
    const s = bestSplit(X, y, o);
    if (s) {
      const inLeft = (i: number) => X[i][s.feature] <= s.threshold;
      const ids = y.map((_, i) => i);
      const l = ids.filter(inLeft);
      const r = ids.filter(i => !inLeft(i));
      return {
        kind: 'split',
        feature: s.feature,
        threshold: s.threshold,
        gain: s.gain,
        left: growFrom(
          l.map(i => X[i]),
          l.map(i => y[i]),
          depth + 1,
          o,
        ),
        right: growFrom(
          r.map(i => X[i]),
          r.map(i => y[i]),
          depth + 1,
          o,
        ),
      };
    }
  }
  return { kind: 'leaf', counts, prediction };
}

export function predict(tree: Tree, X: number[][]): number[] {
  refuseRagged(X);
  const out: number[] = [];
  for (const x of X) out.push(classify(tree, x));
  return out;
}

function classify(tree: Tree, x: number[]): number {
  return tree.kind === 'leaf'
    ? tree.prediction
    : classify(x[tree.feature] <= tree.threshold ? tree.left : tree.right, x);
}
