// No row is copied: a sample is a weight for each row, namely how often it is listed.
interface Leaf {
  kind: 'leaf';
  counts: number[];
  prediction: number;
}
interface Split {
  kind: 'split';
  feature: number;
  threshold: number;
  gain: number;
  left: Tree;
  right: Tree;
}
export type Tree = Leaf | Split;

const zeros = (n: number): number[] => Array.from({ length: n }, () => 0);
const total = (xs: number[]): number => xs.reduce((a, b) => a + b, 0);
/** n · gini */
const mess = (counts: number[]): number => {
  const n = total(counts);
  return n === 0 ? 0 : n - counts.reduce((s, c) => s + c * c, 0) / n;
};
const argmax = (xs: number[]): number => xs.reduce((best, x, k) => (x > xs[best] ? k : best), 0);

function demand(ok: boolean, Kind: typeof RangeError | typeof TypeError, text: string): void {
  if (!ok) throw new Kind(text);
}

function verify(X: number[][], y: number[], classes: number): void {
  demand(X.length > 0, RangeError, 'X is empty');
  demand(
    X.every(row => row.length === X[0].length),
    TypeError,
    'X is ragged',
  );
  demand(y.length === X.length, TypeError, 'y does not go with X');
  const legal = new Set(zeros(classes).map((_, k) => k));
  demand(
    y.every(label => legal.has(label)),
    RangeError,
    'a label that is no class',
  );
}

class Search {
  constructor(
    readonly X: number[][],
    readonly y: number[],
    readonly classes: number,
  ) {}

  count(weights: number[]): number[] {
    const counts = zeros(this.classes);
    weights.forEach((w, i) => {
      counts[this.y[i]] += w;
    });
    return counts;
  }

  best(weights: number[], features: number[]): Omit<Split, 'kind' | 'left' | 'right'> | null {
    const whole = this.count(weights);
    const live = this.X.map((_, i) => i).filter(i => weights[i] > 0);
    const candidates = [...new Set(features)].flatMap(feature => {
      const values = [...new Set(live.map(i => this.X[i][feature]))].sort((a, b) => a - b);
      return values.slice(1).map((above, v) => {
        const threshold = values[v] + (above - values[v]) / 2;
        const left = this.count(weights.map((w, i) => (this.X[i][feature] <= threshold ? w : 0)));
        const right = whole.map((c, k) => c - left[k]);
        const gain = (mess(whole) - (mess(left) + mess(right))) / total(whole);
        return { feature, threshold, gain };
      });
    });
    candidates.sort(
      (a, b) => b.gain - a.gain || a.feature - b.feature || a.threshold - b.threshold,
    );
    return candidates[0] ?? null;
  }
}

export function bestSplit(
  X: number[][],
  y: number[],
  { classes, features }: { classes: number; features: number[] },
) {
  verify(X, y, classes);
  demand(features.length > 0, RangeError, 'nothing to ask about');
  demand(
    features.every(f => f in X[0]),
    RangeError,
    'a feature that is no column',
  );
  return new Search(X, y, classes).best(
    X.map(() => 1),
    features,
  );
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
  const { classes, maxDepth, bootstrap, pickFeatures } = options;
  verify(X, y, classes);
  demand(bootstrap.length > 0, RangeError, 'no bootstrap');
  const search = new Search(X, y, classes);
  return bootstrap.map((list, t) => {
    demand(list.length > 0, RangeError, 'an empty bootstrap');
    const start = zeros(X.length);
    for (const i of list) {
      demand(i in X, RangeError, `row ${i} does not exist`);
      start[i] += 1;
    }
    const node = (weights: number[], id: number): Tree => {
      const counts = search.count(weights);
      const deep = Math.floor(Math.log2(id)) >= maxDepth;
      const split =
        deep || Math.max(...counts) === total(counts)
          ? null
          : search.best(weights, pickFeatures(t, id));
      if (!split) return { kind: 'leaf', counts, prediction: argmax(counts) };
      const goes = X.map(row => row[split.feature] <= split.threshold);
      return {
        kind: 'split',
        ...split,
        left: node(
          weights.map((w, i) => (goes[i] ? w : 0)),
          2 * id,
        ),
        right: node(
          weights.map((w, i) => (goes[i] ? 0 : w)),
          2 * id + 1,
        ),
      };
    };
    return node(start, 1);
  });
}

const ask = (tree: Tree, row: number[]): number => {
  let at = tree;
  while (at.kind !== 'leaf') at = row[at.feature] > at.threshold ? at.right : at.left;
  return at.prediction;
};

function ballot(trees: Tree[], weights: number[], row: number[], classes: number): number[] {
  const votes = zeros(classes);
  trees.forEach((tree, t) => {
    votes[ask(tree, row)] += weights[t];
  });
  return votes;
}

export function predictForest(trees: Tree[], X: number[][], classes: number): number[] {
  demand(trees.length > 0, RangeError, 'a forest without trees');
  demand(
    X.every(row => row.length === X[0].length),
    TypeError,
    'X is ragged',
  );
  const one = trees.map(() => 1);
  return X.map(row => argmax(ballot(trees, one, row, classes)));
}

export function oobAccuracy(
  trees: Tree[],
  X: number[][],
  y: number[],
  bootstrap: number[][],
  classes: number,
) {
  demand(trees.length > 0, RangeError, 'a forest without trees');
  demand(trees.length === bootstrap.length, TypeError, 'a list for each tree');
  demand(X.length === y.length, TypeError, 'a label for each row');
  demand(
    X.every(row => row.length === X[0].length),
    TypeError,
    'X is ragged',
  );
  const outcomes = X.map((row, i) => {
    const votes = ballot(
      trees,
      bootstrap.map(list => (list.some(j => j === i) ? 0 : 1)),
      row,
      classes,
    );
    return total(votes) === 0 ? null : argmax(votes) === y[i];
  }).filter(hit => hit !== null);
  const hits = outcomes.filter(Boolean).length;
  return { accuracy: outcomes.length ? hits / outcomes.length : 0, covered: outcomes.length };
}
