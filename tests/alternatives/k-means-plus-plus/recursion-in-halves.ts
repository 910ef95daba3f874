// Recursion everywhere: distances by splitting the coordinates, the lottery by splitting the weights in halves.
const sq = (x: number[], c: number[], from: number, to: number): number => {
  if (to - from === 0) return 0;
  if (to - from === 1) {
    const t = x[from] - c[from];
    return t * t;
  }
  const mid = (from + to) >>> 1;
  return sq(x, c, from, mid) + sq(x, c, mid, to);
};

const least = (x: number[], cs: number[][], k: number): number => {
  const here = sq(x, cs[k], 0, x.length);
  return k === 0 ? here : Math.min(here, least(x, cs, k - 1));
};

const uniform = (rows: number[][], d: number): void => {
  const odd = rows.find(r => r.length !== d);
  if (odd) throw new TypeError(`expected ${d} coordinates, got ${odd.length}`);
};

export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (centroids.length === 0) throw new RangeError('nearestSquared: no centroids');
  uniform(centroids, centroids[0].length);
  uniform(X, centroids[0].length);
  return X.map(x => least(x, centroids, centroids.length - 1));
}

interface Node {
  sum: number;
  index: number;
  left?: Node;
  right?: Node;
}

function build(w: number[], from: number, to: number): Node {
  if (to - from === 1) return { sum: w[from], index: from };
  const mid = Math.floor((from + to) / 2);
  const left = build(w, from, mid);
  const right = build(w, mid, to);
  return { sum: left.sum + right.sum, index: -1, left, right };
}

function descend(node: Node, bar: number): number {
  if (!node.left || !node.right) return node.index;
  // a half without weight is never entered
  if (node.right.sum === 0 || bar < node.left.sum) return descend(node.left, bar);
  return descend(node.right, bar - node.left.sum);
}

export function pickWeighted(weights: number[], u: number): number {
  if (weights.length === 0) throw new RangeError('pickWeighted: no weights');
  if (weights.findIndex(w => w < 0) !== -1) throw new RangeError('pickWeighted: negative weight');
  if (u < 0 || u >= 1) throw new RangeError('pickWeighted: u outside [0, 1)');
  const root = build(weights, 0, weights.length);
  return root.sum === 0 ? Math.floor(u * weights.length) : descend(root, u * root.sum);
}

const extend = (X: number[][], K: number, random: () => number, have: number[][]): number[][] => {
  if (have.length >= K) return have;
  let lots = have.length === 0 ? X.map(() => 1) : nearestSquared(X, have);
  if (Math.max(...lots) === 0)
    lots = X.map(x => (have.some(c => !c.some((v, j) => v !== x[j])) ? 0 : 1));
  return extend(X, K, random, [...have, Array.from(X[pickWeighted(lots, random())])]);
};

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  if (K < 1 || K > X.length) throw new RangeError('kMeansPlusPlus: K must be 1 … n');
  uniform(X, X[0].length);
  return extend(X, K, random, []);
}
