// predict ignores a leaf's prediction and takes the largest of its counts, which differs for trees that somebody else built (e.g. with weighted classes).
export type Criterion = 'gini' | 'entropy';
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

const largest = (v: number[]): number => {
  let at = 0;
  for (let k = 1; k < v.length; k++) if (v[k] > v[at]) at = k;
  return at;
};

export function impurity(counts: number[], criterion: Criterion): number {
  const n = counts.reduce((a, b) => a + b, 0);
  if (n === 0) return 0;
  const recurse = (k: number): number => {
    if (k === counts.length) return 0;
    const p = counts[k] / n;
    const own = criterion === 'gini' ? p - p * p : p === 0 ? 0 : -p * Math.log2(p);
    return own + recurse(k + 1);
  };
  return recurse(0);
}

function assertTable(table: number[][]): void {
  const width = table.length ? table[0].length : 0;
  if (table.filter(line => line.length !== width).length > 0)
    throw new TypeError('lines of unequal length');
}

function assertProblem(table: number[][], target: number[], K: number): void {
  if (table.length === 0) throw new RangeError('the table is empty');
  assertTable(table);
  if (target.length !== table.length) throw new TypeError('target and table disagree');
  for (const t of target) {
    if (typeof t !== 'number' || !Number.isInteger(t) || t < 0 || t >= K)
      throw new RangeError(`target ${t}`);
  }
}

interface Cut {
  feature: number;
  threshold: number;
  gain: number;
}

/** Walks one column, smallest first, and yields the cuts between different neighbours. */
function cutsOf(
  feature: number,
  table: number[][],
  target: number[],
  K: number,
  criterion: Criterion,
): Cut[] {
  const n = target.length;
  const lines = table
    .map((line, i) => [line[feature], target[i]] as [number, number])
    .sort(([a], [b]) => a - b);
  const right = new Array<number>(K).fill(0);
  for (const t of target) right[t]++;
  const whole = impurity(right, criterion);
  const left = new Array<number>(K).fill(0);
  const cuts: Cut[] = [];
  for (let i = 0; i < n - 1; i++) {
    const [v, t] = lines[i];
    left[t]++;
    right[t]--;
    const w = lines[i + 1][0];
    if (w === v) continue;
    const share = (i + 1) / n;
    cuts.push({
      feature,
      threshold: (v + w) / 2,
      gain: whole - share * impurity(left, criterion) - (1 - share) * impurity(right, criterion),
    });
  }
  return cuts;
}

function bestCut(table: number[][], target: number[], K: number, criterion: Criterion): Cut | null {
  const cuts: Cut[] = [];
  for (let f = 0; f < table[0].length; f++) cuts.push(...cutsOf(f, table, target, K, criterion));
  let best: Cut | null = null;
  for (const cut of cuts) if (best === null || cut.gain > best.gain + 1e-12) best = cut;
  return best;
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
): Cut | null {
  assertProblem(X, y, options.classes);
  return bestCut(X, y, options.classes, options.criterion ?? 'gini');
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  assertProblem(X, y, options.classes);
  const { classes: K, maxDepth, minSamplesSplit = 2, criterion = 'gini' } = options;
  const at = (table: number[][], target: number[], depth: number): Tree => {
    const counts = Array.from({ length: K }, (_, k) => target.filter(t => t === k).length);
    const closed =
      counts.includes(target.length) || depth === maxDepth || target.length < minSamplesSplit;
    const cut = closed ? null : bestCut(table, target, K, criterion);
    if (!cut) return { kind: 'leaf', counts, prediction: largest(counts) };
    const small = table.map(line => line[cut.feature] <= cut.threshold);
    const left = at(
      table.filter((_, i) => small[i]),
      target.filter((_, i) => small[i]),
      depth + 1,
    );
    const right = at(
      table.filter((_, i) => !small[i]),
      target.filter((_, i) => !small[i]),
      depth + 1,
    );
    return { kind: 'split', ...cut, left, right };
  };
  return at(X, y, 0);
}

export function predict(tree: Tree, X: number[][]): number[] {
  assertTable(X);
  return X.map(line => {
    let t = tree;
    while (t.kind === 'split') t = line[t.feature] <= t.threshold ? t.left : t.right;
    return largest(t.counts);
  });
}
