// Equal rows are grouped in a Map; a group is drawn with weight (size · squared distance) and leaves the pool, then one member of it by lot.
interface Group {
  rows: number[];
  point: number[];
  d2: number;
}

function dimension(rows: number[][]): number {
  const lengths = rows.map(r => r.length);
  if (Math.min(...lengths) !== Math.max(...lengths))
    throw new TypeError('rows of different lengths');
  return lengths[0];
}

function between(a: number[], b: number[]): number {
  return a.reduce((s, v, j) => s + (v - b[j]) * (v - b[j]), 0);
}

export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (centroids.length === 0) throw new RangeError('no centroids given');
  dimension(centroids.concat(X));
  let best: number[] | null = null;
  for (const c of centroids) {
    const here = X.map(x => between(x, c));
    best = best === null ? here : best.map((b, i) => (here[i] < b ? here[i] : b));
  }
  return best as number[];
}

export function pickWeighted(weights: number[], u: number): number {
  if (weights.length === 0) throw new RangeError('no weights given');
  if (u < 0 || u >= 1) throw new RangeError('u must be at least 0 and below 1');
  const bounds: { index: number; upTo: number }[] = [];
  let upTo = 0;
  for (let index = 0; index < weights.length; index++) {
    const w = weights[index];
    if (w < 0) throw new RangeError('weights may not be negative');
    if (w === 0) continue;
    upTo += w;
    bounds.push({ index, upTo });
  }
  if (bounds.length === 0) return Math.floor(u * weights.length);
  const hit = bounds.find(b => b.upTo > u * upTo);
  return (hit || bounds[bounds.length - 1]).index;
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  if (K < 1 || X.length < K) throw new RangeError(`K must be between 1 and ${X.length}`);
  dimension(X);
  const groups = new Map<string, Group>();
  X.forEach((row, i) => {
    const key = row.map(v => (v === 0 ? 0 : v)).join(',');
    const g = groups.get(key);
    if (g) g.rows.push(i);
    else groups.set(key, { rows: [i], point: row.slice(), d2: 1 });
  });
  const pool = [...groups.values()];
  const result: number[][] = [];
  while (result.length < K) {
    if (pool.length === 0) {
      result.push(X[Math.floor(random() * X.length)].slice());
      continue;
    }
    // before the first pick every d2 is 1, so a group has as many lots as rows
    const at = pickWeighted(
      pool.map(g => g.rows.length * g.d2),
      random(),
    );
    const [group] = pool.splice(at, 1);
    const member = group.rows[Math.floor(random() * group.rows.length)];
    for (const g of pool) {
      const d2 = between(g.point, group.point);
      g.d2 = result.length === 0 ? d2 : Math.min(g.d2, d2);
    }
    result.push(X[member].slice());
  }
  return result;
}
