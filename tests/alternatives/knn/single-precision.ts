// Rows and distances live in Float32Array.
const f = Math.fround;

function pack(rows: number[][], d: number): Float32Array {
  const flat = new Float32Array(rows.length * d);
  rows.forEach((row, i) => {
    if (row.length !== d) throw new TypeError(`row ${i} has ${row.length} entries, not ${d}`);
    flat.set(row, i * d);
  });
  return flat;
}

function search(flat: Float32Array, n: number, d: number, query: Float32Array, k: number) {
  const squares = new Float32Array(n);
  for (let i = 0; i < n; i += 1) {
    let sum = 0;
    for (let j = 0; j < d; j += 1) {
      const gap = f(flat[i * d + j] - query[j]);
      sum = f(sum + f(gap * gap));
    }
    squares[i] = sum;
  }
  const order = Uint32Array.from({ length: n }, (_, i) => i);
  order.sort((a, b) => squares[a] - squares[b] || a - b);
  return { order: order.subarray(0, Math.min(k, n)), squares };
}

function checked(X: number[][], k: number): number {
  if (X.length === 0) throw new RangeError('no training data');
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`k = ${k}`);
  return X[0].length;
}

export function nearest(X: number[][], query: number[], k: number): number[] {
  const d = checked(X, k);
  return Array.from(search(pack(X, d), X.length, d, pack([query], d), k).order);
}

export function predict(
  X: number[][],
  y: number[],
  queries: number[][],
  options: { k: number; classes: number; weights?: 'uniform' | 'distance' },
) {
  const d = checked(X, options.k);
  const flat = pack(X, d);
  pack(queries, d);
  if (y.length !== X.length) throw new TypeError('y has another length than X');
  for (const c of y) if (c < 0 || c >= options.classes) throw new RangeError(`class ${c}`);
  const labels: number[] = [];
  const probabilities: Float32Array[] = [];
  for (const query of queries) {
    const { order, squares } = search(flat, X.length, d, Float32Array.from(query), options.k);
    const weighted = options.weights === 'distance';
    const zero = weighted && squares[order[0]] === 0;
    const votes = new Float32Array(options.classes);
    let all = 0;
    for (const i of order) {
      const vote = !weighted
        ? 1
        : zero
          ? Number(squares[i] === 0)
          : f(1 / f(Math.sqrt(squares[i])));
      votes[y[i]] += vote;
      all = f(all + vote);
    }
    labels.push(votes.indexOf(Math.max(...votes)));
    probabilities.push(votes.map(v => v / all));
  }
  return { labels, probabilities };
}
