// A k-d tree: split at the median of one coordinate after another, and skip what is too far away.
interface Node {
  row: number;
  axis: number;
  left: Node | null;
  right: Node | null;
}

function grow(X: number[][], rows: number[], depth: number): Node | null {
  if (rows.length === 0) return null;
  const axis = depth % X[0].length;
  const sorted = rows.toSorted((a, b) => X[a][axis] - X[b][axis] || a - b);
  const middle = sorted.length >> 1;
  return {
    row: sorted[middle],
    axis,
    left: grow(X, sorted.slice(0, middle), depth + 1),
    right: grow(X, sorted.slice(middle + 1), depth + 1),
  };
}

type Found = { row: number; square: number }[];

function visit(node: Node | null, X: number[][], query: number[], k: number, found: Found): void {
  if (!node) return;
  const x = X[node.row];
  let square = 0;
  for (const [j, value] of x.entries()) square += (value - query[j]) * (value - query[j]);
  found.push({ row: node.row, square });
  found.sort((a, b) => a.square - b.square || a.row - b.row);
  if (found.length > k) found.length = k;
  const gap = query[node.axis] - x[node.axis];
  const [near, far] = gap < 0 ? [node.left, node.right] : [node.right, node.left];
  visit(near, X, query, k, found);
  // Not strictly: a row at the same distance may have a lower index.
  if (found.length < k || gap * gap <= found[found.length - 1].square)
    visit(far, X, query, k, found);
}

function plant(X: number[][], k: number): Node | null {
  if (X.length === 0) throw new RangeError('a tree needs rows');
  if (!(Number.isInteger(k) && k >= 1)) throw new RangeError('k must be 1, 2, 3 …');
  for (const row of X) if (row.length !== X[0].length) throw new TypeError('rows');
  return grow(X, [...X.keys()], 0);
}

function ask(tree: Node | null, X: number[][], query: number[], k: number): Found {
  if (query.length !== X[0].length) throw new TypeError('query');
  const found: Found = [];
  visit(tree, X, query, k, found);
  return found;
}

export function nearest(X: number[][], query: number[], k: number): number[] {
  return ask(plant(X, k), X, query, k).map(({ row }) => row);
}

export function predict(
  X: number[][],
  y: number[],
  queries: number[][],
  options: { k: number; classes: number; weights?: 'uniform' | 'distance' },
) {
  const tree = plant(X, options.k);
  if (y.length !== X.length) throw new TypeError('y');
  for (const c of y) if (c < 0 || c > options.classes - 1) throw new RangeError('class');
  const vote = {
    uniform: (found: Found) => found.map(() => 1),
    distance: (found: Found) =>
      found[0].square === 0
        ? found.map(({ square }) => (square === 0 ? 1 : 0))
        : found.map(({ square }) => 1 / Math.sqrt(square)),
  }[options.weights ?? 'uniform'];
  const probabilities = queries.map(query => {
    const found = ask(tree, X, query, options.k);
    const votes = vote(found);
    const byClass = new Map<number, number>();
    found.forEach(({ row }, i) => {
      byClass.set(y[row], (byClass.get(y[row]) ?? 0) + votes[i]);
    });
    const all = votes.reduce((a, b) => a + b);
    return Array.from({ length: options.classes }, (_, c) => (byClass.get(c) ?? 0) / all);
  });
  const labels = probabilities.map(shares =>
    shares.reduce((champion, share, c) => (share > shares[champion] ? c : champion), 0),
  );
  return { labels, probabilities };
}
