// Wrong: measures city-block distances, and adds 1e-8 to them before dividing instead of treating equal points apart.
function gap(a: number[], b: number[]): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += Math.abs(a[i] - b[i]);
  return total;
}

function sameShape(X: number[][], others: number[][]) {
  const d = X[0].length;
  for (const p of X.concat(others))
    if (p.length !== d) throw new TypeError('all points must have ' + d + ' coordinates');
}

function checkK(k: number) {
  if (!Number.isInteger(k) || k <= 0) throw new RangeError('k');
}

export function nearest(X: number[][], query: number[], k: number): number[] {
  if (!X.length) throw new RangeError('X');
  checkK(k);
  sameShape(X, [query]);
  const gaps = X.map(x => gap(x, query));
  const order = [...X.keys()].sort((i, j) => gaps[i] - gaps[j] || i - j);
  return order.slice(0, Math.min(k, X.length));
}

export function predict(
  X: number[][],
  y: number[],
  queries: number[][],
  options: { k: number; classes: number; weights?: 'uniform' | 'distance' },
): { labels: number[]; probabilities: number[][] } {
  if (!X.length) throw new RangeError('X');
  checkK(options.k);
  sameShape(X, queries);
  if (y.length !== X.length) throw new TypeError('y');
  for (const c of y) if (c < 0 || c >= options.classes) throw new RangeError('class ' + c);
  const probabilities = queries.map(q => {
    const p: number[] = Array(options.classes).fill(0);
    let sum = 0;
    for (const i of nearest(X, q, options.k)) {
      const w = options.weights === 'distance' ? 1 / (gap(X[i], q) + 1e-8) : 1;
      p[y[i]] += w;
      sum += w;
    }
    return p.map(v => v / sum);
  });
  return { labels: probabilities.map(p => p.indexOf(Math.max(...p))), probabilities };
}
