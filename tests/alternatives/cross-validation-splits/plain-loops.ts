// Loops and counters; strata are dealt from fold 0 again for each class, groups to the lightest fold as they come.
type Fold = { train: number[]; test: number[] };

function build(n: number, K: number, foldOf: number[]): Fold[] {
  const out: Fold[] = [];
  for (let k = 0; k < K; k++) out.push({ train: [], test: [] });
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < K; k++) {
      if (foldOf[i] === k) out[k].test.push(i);
      else out[k].train.push(i);
    }
  }
  return out;
}

function check(n: number, K: number): void {
  if (K !== Math.floor(K) || K < 2) throw new RangeError('bad number of folds');
  if (K > n) throw new RangeError('more folds than rows');
}

export function kFold(n: number, K: number, order?: number[]): Fold[] {
  check(n, K);
  const seen: boolean[] = [];
  const foldOf: number[] = [];
  if (order && order.length !== n) throw new TypeError('order has the wrong length');
  let at = 0;
  for (let k = 0; k < K; k++) {
    const end = at + Math.floor(n / K) + (k < n % K ? 1 : 0);
    for (; at < end; at++) {
      const row = order ? order[at] : at;
      if (!(row >= 0 && row < n && row % 1 === 0) || seen[row]) throw new RangeError('bad order');
      seen[row] = true;
      foldOf[row] = k;
    }
  }
  return build(n, K, foldOf);
}

export function stratifiedKFold(labels: number[], K: number): Fold[] {
  check(labels.length, K);
  const classes: number[] = [];
  const dealt: number[] = [];
  const foldOf: number[] = [];
  for (const label of labels) {
    let c = classes.indexOf(label);
    if (c < 0) {
      c = classes.push(label) - 1;
      dealt.push(0);
    }
    foldOf.push(dealt[c] % K);
    dealt[c]++;
  }
  return build(labels.length, K, foldOf);
}

export function groupKFold(groups: string[], K: number): Fold[] {
  check(groups.length, K);
  const names: string[] = [];
  for (const g of groups) if (!names.includes(g)) names.push(g);
  if (names.length < K) throw new RangeError('too few groups');
  const load = new Array<number>(K).fill(0);
  const foldOf: number[] = [];
  for (const name of names) {
    let lightest = 0;
    for (let k = 1; k < K; k++) if (load[k] < load[lightest]) lightest = k;
    for (let i = 0; i < groups.length; i++) {
      if (groups[i] !== name) continue;
      foldOf[i] = lightest;
      load[lightest]++;
    }
  }
  return build(groups.length, K, foldOf);
}

export function timeSeriesSplit(n: number, K: number, gap?: number): Fold[] {
  check(n, K);
  const g = gap === undefined ? 0 : gap;
  if (g < 0 || g % 1 !== 0) throw new RangeError('bad gap');
  const size = Math.floor(n / (K + 1));
  if (size === 0) throw new RangeError('too few rows');
  const out: Fold[] = [];
  for (let end = n; out.length < K; end -= size) {
    const fold: Fold = { train: [], test: [] };
    for (let i = 0; i < end - size - g; i++) fold.train.push(i);
    for (let i = end - size; i < end; i++) fold.test.push(i);
    if (fold.train.length === 0) throw new RangeError('nothing to train on');
    out.unshift(fold);
  }
  return out;
}
