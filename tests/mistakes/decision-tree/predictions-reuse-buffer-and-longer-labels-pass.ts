// Two at once: predict fills and returns one array kept at module level, and more labels than rows are accepted (the surplus is ignored).
export type Criterion = 'gini' | 'entropy';
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

const answers: number[] = [];

export function impurity(counts: number[], criterion: Criterion): number {
  const n = counts.reduce((u, v) => u + v, 0);
  if (n === 0) return 0;
  const f = criterion === 'entropy' ? surprise : clash;
  return counts.map(c => f(c / n)).reduce((u, v) => u + v, 0);
}
function surprise(p: number): number {
  return p === 0 ? 0 : p * Math.log2(1 / p);
}
function clash(p: number): number {
  return p * (1 - p);
}

function guardRows(X: number[][]): void {
  let i = 1;
  while (i < X.length) {
    if (X[i].length !== X[0].length) throw new TypeError(`row ${i} is of another length`);
    i += 1;
  }
}
function guardAll(X: number[][], y: number[], classes: number): void {
  guardRows(X);
  if (X.length === 0) throw new RangeError('X is empty');
  for (let i = 0; i < X.length; i++) {
    if (i >= y.length) throw new TypeError(`label ${i} is missing`);
    if (!Number.isInteger(y[i]) || y[i] < 0 || y[i] >= classes)
      throw new RangeError(`label ${i} is unknown`);
  }
}

interface State {
  X: number[][];
  y: number[];
  classes: number;
  criterion: Criterion;
}

function tally(st: State, ids: number[]): number[] {
  const t: number[] = new Array(st.classes).fill(0);
  for (const i of ids) t[st.y[i]] += 1;
  return t;
}

function optimum(
  st: State,
  ids: number[],
): { feature: number; threshold: number; gain: number } | null {
  const n = ids.length;
  const own = impurity(tally(st, ids), st.criterion);
  let opt: { feature: number; threshold: number; gain: number } | null = null;
  for (let f = 0; f < st.X[0].length; f++) {
    const chain = [...ids].sort((a, b) => st.X[a][f] - st.X[b][f]);
    let end = 0;
    while (end < n) {
      const v = st.X[chain[end]][f];
      while (end < n && st.X[chain[end]][f] === v) end++;
      if (end === n) break;
      const low = impurity(tally(st, chain.slice(0, end)), st.criterion);
      const high = impurity(tally(st, chain.slice(end)), st.criterion);
      const gain = own - (end / n) * low - ((n - end) / n) * high;
      if (opt === null || gain > opt.gain)
        opt = { feature: f, threshold: (v + st.X[chain[end]][f]) / 2, gain };
    }
  }
  return opt;
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
) {
  guardAll(X, y, options.classes);
  return optimum({ X, y, classes: options.classes, criterion: options.criterion ?? 'gini' }, [
    ...X.keys(),
  ]);
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  guardAll(X, y, options.classes);
  const st: State = { X, y, classes: options.classes, criterion: options.criterion ?? 'gini' };
  const wanted = options.minSamplesSplit ?? 2;
  function unfold(ids: number[], depth: number): Tree {
    const counts = tally(st, ids);
    let prediction = 0;
    counts.forEach((c, k) => {
      prediction = c > counts[prediction] ? k : prediction;
    });
    if (counts[prediction] !== ids.length && depth < options.maxDepth && ids.length >= wanted) {
      const o = optimum(st, ids);
      if (o !== null) {
        const lows = ids.filter(i => X[i][o.feature] <= o.threshold);
        const highs = ids.filter(i => X[i][o.feature] > o.threshold);
        return {
          kind: 'split',
          ...o,
          left: unfold(lows, depth + 1),
          right: unfold(highs, depth + 1),
        };
      }
    }
    return { kind: 'leaf', counts, prediction };
  }
  return unfold([...X.keys()], 0);
}

export function predict(tree: Tree, X: number[][]): number[] {
  guardRows(X);
  answers.length = 0;
  for (const x of X) {
    let here = tree;
    while (here.kind === 'split') here = x[here.feature] <= here.threshold ? here.left : here.right;
    answers.push(here.prediction);
  }
  return answers;
}
