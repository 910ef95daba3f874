// Distances by Math.hypot and then squared, the lottery by a Fenwick tree, the first row and the all-equal case from a shuffle.
function fenwick(values: number[]): number[] {
  const tree = [0, ...values];
  for (let i = 1; i < tree.length; i++) {
    const parent = i + (i & -i);
    if (parent < tree.length) tree[parent] += tree[i];
  }
  return tree;
}

/** How many leading values can be taken before their sum goes above the bar. */
function countUpTo(tree: number[], bar: number): number {
  let at = 0;
  let step = 1;
  while (step * 2 < tree.length) step *= 2;
  for (; step >= 1; step /= 2) {
    if (at + step < tree.length && tree[at + step] <= bar) {
      at += step;
      bar -= tree[at];
    }
  }
  return at;
}

function requireWidth(table: number[][], width: number): void {
  for (let i = table.length; i--; ) {
    if (table[i].length !== width) throw new TypeError(`Row ${i}: expected ${width} numbers`);
  }
}

export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  const [head, ...others] = centroids;
  if (!head) throw new RangeError('Expected one centroid at least');
  requireWidth(others, head.length);
  requireWidth(X, head.length);
  return X.map(x => {
    const distances = centroids.map(c => Math.hypot(...c.map((v, j) => v - x[j])));
    return Math.min(...distances) ** 2;
  });
}

export function pickWeighted(weights: number[], u: number): number {
  if (weights.length === 0) throw new RangeError('Expected one weight at least');
  if (weights.some(w => w < 0)) throw new RangeError('Expected no negative weight');
  if (u < 0 || u >= 1) throw new RangeError('Expected u in [0, 1)');
  const where = [...weights.keys()].filter(i => weights[i] !== 0);
  if (where.length === 0) return Math.floor(weights.length * u);
  const values = where.map(i => weights[i]);
  const total = values.reduce((a, b) => a + b);
  return where[Math.min(countUpTo(fenwick(values), u * total), where.length - 1)];
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  if (K < 1 || K > X.length) throw new RangeError(`Expected K from 1 to ${X.length}`);
  requireWidth(X, X[0].length);
  const order = X.map((_, i) => i);
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  const result: number[][] = [X[order[0]].slice()];
  const used = new Set([order[0]]);
  const known = (i: number) => result.some(c => c.every((v, j) => v === X[i][j]));
  while (result.length < K) {
    const d2 = nearestSquared(X, result);
    const rest = order.filter(i => !used.has(i));
    const pick = d2.some(v => v > 0)
      ? pickWeighted(d2, random())
      : (rest.find(i => !known(i)) ?? rest[0]);
    used.add(pick);
    result.push(X[pick].slice());
  }
  return result;
}
