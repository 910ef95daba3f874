// Grows with an explicit stack over one permutation array, and keeps the sums of squares or of c·log c incrementally.
export type Criterion = 'gini' | 'entropy';

export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

const clog = (c: number): number => (c > 0 ? c * Math.log2(c) : 0);

export function impurity(counts: number[], criterion: Criterion): number {
  let n = 0,
    largest = 0,
    s = 0;
  for (const c of counts) {
    n += c;
    if (c > largest) largest = c;
    s += criterion === 'gini' ? c * c : clog(c);
  }
  if (n === largest) return 0; // empty or pure
  return criterion === 'gini' ? (n * n - s) / (n * n) : (clog(n) - s) / n;
}

function validate(X: number[][], y: number[], classes: number) {
  const n = X.length;
  if (n === 0) throw new RangeError('X needs at least one row');
  let ragged = false;
  for (let i = 1; i < n; i++) ragged = ragged || X[i].length !== X[i - 1].length;
  if (ragged || y.length !== n) throw new TypeError('shapes do not fit');
  for (let i = 0; i < n; i++) {
    const k = y[i];
    if (!Number.isInteger(k) || k > classes - 1 || k < 0) throw new RangeError('label');
  }
}

type Best = { feature: number; threshold: number; gain: number };

// examples perm[from..to)
function splitRange(
  X: number[][],
  y: number[],
  perm: number[],
  from: number,
  to: number,
  K: number,
  criterion: Criterion,
): Best | null {
  const n = to - from;
  const gini = criterion === 'gini';
  const counts: number[] = new Array(K).fill(0);
  for (let i = from; i < to; i++) counts[y[perm[i]]]++;
  const I = impurity(counts, criterion);
  const start = counts.reduce((s, c) => s + (gini ? c * c : clog(c)), 0);
  let best: Best | null = null;
  const d = X[perm[from]].length;
  for (let f = 0; f < d; f++) {
    const part = perm.slice(from, to).sort((a, b) => X[a][f] - X[b][f]);
    const l: number[] = new Array(K).fill(0);
    const r = counts.slice();
    let sl = 0,
      sr = start;
    for (let i = 0; i < n - 1; i++) {
      const k = y[part[i]];
      if (gini) {
        sl += 2 * l[k] + 1;
        sr -= 2 * r[k] - 1;
      } else {
        sl += clog(l[k] + 1) - clog(l[k]);
        sr += clog(r[k] - 1) - clog(r[k]);
      }
      l[k]++;
      r[k]--;
      const a = X[part[i]][f],
        b = X[part[i + 1]][f];
      if (a === b) continue;
      const nl = i + 1,
        nr = n - nl;
      // n_L I_L + n_R I_R
      const rest = gini ? nl - sl / nl + (nr - sr / nr) : clog(nl) - sl + (clog(nr) - sr);
      const gain = I - rest / n;
      if (best === null || gain > best.gain) {
        let t = a + (b - a) / 2;
        if (!(t < b)) t = a;
        best = { feature: f, threshold: t, gain };
      }
    }
  }
  return best;
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
): Best | null {
  validate(X, y, options.classes);
  return splitRange(
    X,
    y,
    X.map((_, i) => i),
    0,
    X.length,
    options.classes,
    options.criterion || 'gini',
  );
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  const { classes, maxDepth } = options;
  validate(X, y, classes);
  const min = options.minSamplesSplit === undefined ? 2 : options.minSamplesSplit;
  const perm = X.map((_, i) => i);
  let root: Tree | undefined;
  const stack: { from: number; to: number; depth: number; put: (t: Tree) => void }[] = [
    {
      from: 0,
      to: X.length,
      depth: 0,
      put: t => {
        root = t;
      },
    },
  ];
  while (stack.length > 0) {
    const { from, to, depth, put } = stack.pop()!;
    const counts: number[] = new Array(classes).fill(0);
    for (let i = from; i < to; i++) counts[y[perm[i]]]++;
    let arg = 0;
    for (let k = 0; k < classes; k++) if (counts[k] > counts[arg]) arg = k;
    const s =
      counts[arg] === to - from || depth === maxDepth || to - from < min
        ? null
        : splitRange(X, y, perm, from, to, classes, options.criterion || 'gini');
    if (s === null) {
      put({ kind: 'leaf', counts, prediction: arg });
      continue;
    }
    let cut = from;
    for (let i = from; i < to; i++) {
      if (X[perm[i]][s.feature] <= s.threshold) {
        const h = perm[i];
        perm[i] = perm[cut];
        perm[cut++] = h;
      }
    }
    const made = {
      kind: 'split' as const,
      feature: s.feature,
      threshold: s.threshold,
      gain: s.gain,
      left: null as unknown as Tree,
      right: null as unknown as Tree,
    };
    put(made);
    stack.push({
      from: cut,
      to,
      depth: depth + 1,
      put: t => {
        made.right = t;
      },
    });
    stack.push({
      from,
      to: cut,
      depth: depth + 1,
      put: t => {
        made.left = t;
      },
    });
  }
  return root!;
}

export function predict(tree: Tree, X: number[][]): number[] {
  const width = X.length ? X[0].length : 0;
  const out: number[] = new Array(X.length);
  for (let i = 0; i < X.length; i++) {
    const row = X[i];
    if (row.length !== width) throw new TypeError('row ' + i + ' has another length');
    let node = tree;
    while (node.kind === 'split') {
      if (row[node.feature] <= node.threshold) node = node.left;
      else node = node.right;
    }
    out[i] = node.prediction;
  }
  return out;
}
