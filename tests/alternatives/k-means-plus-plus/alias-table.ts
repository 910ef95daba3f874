// The draws of kMeansPlusPlus use Vose's alias table built over the rows of positive weight only.
export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  check(centroids.length > 0, 'there is no centroid');
  const lengths = new Set<number>();
  for (const r of X) lengths.add(r.length);
  for (const r of centroids) lengths.add(r.length);
  if (lengths.size > 1) throw new TypeError('rows of different lengths');
  // one full table [k][n], then the minimum of each column
  const table = centroids.map(c =>
    X.map(x => {
      let acc = 0;
      for (const j in c) acc += (x[j] - c[j]) ** 2;
      return acc;
    }),
  );
  return X.map((_, i) => table.reduce((m, row) => (row[i] < m ? row[i] : m), table[0][i]));
}

export function pickWeighted(weights: number[], u: number): number {
  check(weights.length > 0, 'there is no weight');
  check(
    weights.every(w => !(w < 0)),
    'a weight is below 0',
  );
  check(u >= 0 && u < 1, 'u is outside [0, 1)');
  const positive: number[] = [];
  weights.forEach((w, i) => {
    if (w > 0) positive.push(i);
  });
  if (positive.length === 0) return Math.floor(u * weights.length);
  const bar = u * positive.reduce((s, i) => s + weights[i], 0);
  let cumulative = 0;
  const found = positive.find(i => {
    cumulative += weights[i];
    return cumulative > bar;
  });
  return found ?? positive[positive.length - 1];
}

function check(ok: boolean, message: string): void {
  if (!ok) throw new RangeError(message);
}

function aliasDraw(weights: number[], random: () => number): number {
  const items = weights.map((_, i) => i).filter(i => weights[i] > 0);
  const m = items.length;
  if (m === 0) return -1;
  const top = Math.max(...items.map(i => weights[i]));
  let total = 0;
  for (const i of items) total += weights[i] / top;
  const share = items.map(i => ((weights[i] / top) * m) / total);
  const alias = items.map((_, a) => a);
  const small: number[] = [];
  const large: number[] = [];
  share.forEach((p, a) => {
    (p < 1 ? small : large).push(a);
  });
  while (small.length > 0 && large.length > 0) {
    const s = small.pop() as number;
    const l = large.pop() as number;
    alias[s] = l;
    share[l] = share[l] + share[s] - 1;
    (share[l] < 1 ? small : large).push(l);
  }
  for (const a of small) share[a] = 1; // only rounding leaves these
  for (const a of large) share[a] = 1;
  const column = Math.floor(random() * m);
  return items[random() < share[column] ? column : alias[column]];
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  check(K >= 1 && K <= X.length, 'K is outside 1 … n');
  if (X.some(row => row.length !== X[0].length)) throw new TypeError('rows of different lengths');
  const out = [X[Math.floor(random() * X.length)].slice(0)];
  for (let k = 1; k < K; k++) {
    let i = aliasDraw(nearestSquared(X, out), random);
    if (i === -1) {
      const fresh = X.map(x => Number(!out.some(c => c.every((v, j) => v === x[j]))));
      i = aliasDraw(fresh, random);
    }
    if (i === -1) i = Math.floor(random() * X.length);
    out.push(X[i].slice(0));
  }
  return out;
}
