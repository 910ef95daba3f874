// Wrong: time blocks are cut from the start so that the left-over rows stand at the end, and groups are dealt out in turn whatever their size.
/** Row numbers, from 0. */
export interface Fold {
  train: number[];
  test: number[];
}

class Impossible extends Error {}

function validate(rows: number, K: number): void {
  if (K !== Math.floor(K)) throw new Impossible('K is not whole');
  if (K < 2) throw new Impossible('K is below 2');
  if (K > rows) throw new Impossible('K is larger than the number of rows');
}

function assemble(n: number, foldOf: (row: number) => number, K: number): Fold[] {
  const folds: Fold[] = Array.from({ length: K }, () => ({ train: [], test: [] }));
  for (let row = 0; row < n; row++) {
    const own = foldOf(row);
    folds.forEach((fold, k) => fold[k === own ? 'test' : 'train'].push(row));
  }
  return folds;
}

export function kFold(n: number, K: number, order?: number[]): Fold[] {
  validate(n, K);
  const place = new Map<number, number>();
  for (let i = 0; i < n; i++) place.set(order ? order[i] : i, i);
  if (order && order.length !== n) throw new Impossible('order');
  for (let row = 0; row < n; row++) if (!place.has(row)) throw new Impossible('order misses a row');
  const bounds: number[] = [0];
  for (let k = 0; k < K; k++) bounds.push(bounds[k] + Math.floor(n / K) + (k < n % K ? 1 : 0));
  return assemble(
    n,
    row =>
      bounds.findIndex(
        (b, k) => b <= (place.get(row) as number) && (place.get(row) as number) < bounds[k + 1],
      ),
    K,
  );
}

export function stratifiedKFold(labels: number[], K: number): Fold[] {
  validate(labels.length, K);
  const rank = labels.map((label, i) => labels.slice(0, i).filter(other => other === label).length);
  return assemble(labels.length, row => rank[row] % K, K);
}

export function groupKFold(groups: string[], K: number): Fold[] {
  validate(groups.length, K);
  const names = Array.from(new Set(groups));
  if (names.length < K) throw new Impossible('not enough groups');
  return assemble(groups.length, row => names.indexOf(groups[row]) % K, K);
}

export function timeSeriesSplit(n: number, K: number, gap?: number): Fold[] {
  validate(n, K);
  const space = gap ?? 0;
  if (!Number.isInteger(space) || space < 0) throw new Impossible('gap');
  const size = Math.floor(n / (K + 1));
  if (size === 0 || size <= space) throw new Impossible('no rows');
  const all = [...Array(n).keys()];
  const folds: Fold[] = [];
  for (let k = 1; k <= K; k++)
    folds.push({
      train: all.slice(0, k * size - space),
      test: all.slice(k * size, (k + 1) * size),
    });
  return folds;
}
