// A row of bytes for each fold (1 = tested), turned into lists at the end, in descending order.
class Mask {
  readonly bytes: Uint8Array;
  constructor(n: number) {
    this.bytes = new Uint8Array(n);
  }
  get weight(): number {
    return this.bytes.reduce((sum, bit) => sum + bit, 0);
  }
  fold(): { train: number[]; test: number[] } {
    const sides: [number[], number[]] = [[], []];
    for (let i = this.bytes.length - 1; i >= 0; i--) sides[this.bytes[i]].push(i);
    return { train: sides[0], test: sides[1] };
  }
}

function masks(n: number, K: number): Mask[] {
  if (!Number.isInteger(K)) throw new TypeError('K must be whole');
  if (K <= 1 || K > n) throw new RangeError(`1 < K <= ${n} is needed`);
  return Array.from({ length: K }, () => new Mask(n));
}

export function kFold(n: number, K: number, order?: number[]) {
  const all = masks(n, K);
  const rows = order ?? [...new Mask(n).bytes.keys()];
  if (rows.length !== n) throw new TypeError('order: length');
  // row at position p belongs to the run whose first position is not behind it
  const long = n % K;
  const short = (n - long) / K;
  const used = new Mask(n);
  rows.forEach((row, p) => {
    if (used.bytes[row] !== 0) throw new RangeError('order: no permutation');
    used.bytes[row] = 1;
    const border = long * (short + 1);
    const k = p < border ? Math.floor(p / (short + 1)) : long + Math.floor((p - border) / short);
    all[k].bytes[row] = 1;
  });
  return all.map(mask => mask.fold());
}

export function stratifiedKFold(labels: number[], K: number) {
  const all = masks(labels.length, K);
  const sorted = labels.map((label, i) => ({ label, i })).sort((a, b) => a.label - b.label);
  sorted.forEach(({ i }, p) => {
    all[p % K].bytes[i] = 1;
  });
  return all.map(mask => mask.fold());
}

export function groupKFold(groups: string[], K: number) {
  const all = masks(groups.length, K);
  const rows = new Map<string, number[]>(groups.map(name => [name, []]));
  groups.forEach((name, i) => {
    rows.get(name)?.push(i);
  });
  if (rows.size < K) throw new RangeError('groups: too few');
  for (const members of [...rows.values()].sort((a, b) => b.length - a.length)) {
    const lightest = all.reduce((best, mask) => (mask.weight < best.weight ? mask : best));
    for (const i of members) lightest.bytes[i] = 1;
  }
  return all.map(mask => mask.fold());
}

export function timeSeriesSplit(n: number, K: number, gap?: number) {
  const all = masks(n, K);
  const pause = gap ?? 0;
  if (!Number.isInteger(pause) || pause < 0) throw new RangeError('gap: whole and not negative');
  const size = (n - (n % (K + 1))) / (K + 1);
  if (size === 0 || n - K * size - pause <= 0) throw new RangeError('too few rows');
  return all.map((mask, k) => {
    const start = n - size * (K - k);
    mask.bytes.fill(1, start, start + size);
    const { train, test } = mask.fold();
    return { train: train.filter(i => i < start - pause), test };
  });
}
