// Never makes more than a hundred steps.
type State = { slopes: number[]; offset: number; logits: number[] };

function total(f: (i: number) => number, from: number, to: number): number {
  if (to - from < 8) {
    let s = 0;
    for (let i = from; i < to; i++) s += f(i);
    return s;
  }
  const mid = (from + to) >> 1;
  return total(f, from, mid) + total(f, mid, to);
}

function average(n: number, f: (i: number) => number): number {
  return total(i => f(i) / n, 0, n);
}

function shape(X: number[][]): [number, number] {
  if (X.length === 0) throw new RangeError('no rows given');
  X.forEach((row, i) => {
    if (row.length !== X[0].length) throw new TypeError(`row ${i} has ${row.length} features`);
  });
  return [X.length, X[0].length];
}

export function binaryLabels(y: number[]): number[] {
  let low: number | undefined;
  return y.map(v => {
    if (v === 1) return 1;
    if (v !== 0 && v !== -1) throw new RangeError(`label ${v}`);
    if (low !== undefined && low !== v) throw new RangeError('label 0 next to label -1');
    low = v;
    return 0;
  });
}

export function standardise(X: number[][]): {
  Z: number[][];
  means: number[];
  deviations: number[];
} {
  const [n, d] = shape(X);
  const Z = X.map(row => row.map(() => 0));
  const means: number[] = [];
  const deviations: number[] = [];
  for (let j = 0; j < d; j++) {
    const anchor = X[n - 1][j];
    let size = 0;
    X.forEach(row => {
      size = Math.max(size, Math.abs(row[j] - anchor));
    });
    means[j] = anchor;
    deviations[j] = 1;
    if (size === 0) continue;
    const u = (i: number) => (X[i][j] - anchor) / size;
    const m = average(n, u);
    const s = Math.sqrt(average(n, i => (u(i) - m) ** 2));
    for (let i = 0; i < n; i++) Z[i][j] = (u(i) - m) / s;
    means[j] += size * m;
    deviations[j] = size * s;
  }
  return { Z, means, deviations };
}

export function logLoss(logits: number[], y: number[]): number {
  if (y.length !== logits.length) throw new TypeError('logLoss: unequal lengths');
  return average(y.length, i => {
    const z = logits[i];
    const right = z > 0 === (y[i] === 1);
    return (right ? 0 : Math.abs(z)) + Math.log1p(Math.exp(-Math.abs(z)));
  });
}

function* descent(Z: number[][], t: number[], rate: number): Generator<State, never> {
  const n = t.length;
  let state: State = { slopes: Z[0].map(() => 0), offset: 0, logits: t.map(() => 0) };
  for (;;) {
    yield state;
    const { logits } = state;
    const err = t.map((label, i) => 1 / (1 + Math.exp(-logits[i])) - label);
    const slopes = state.slopes.map((v, j) => v - rate * average(n, i => err[i] * Z[i][j]));
    const offset = state.offset - rate * average(n, i => err[i]);
    state = {
      slopes,
      offset,
      logits: Z.map(row => offset + total(j => row[j] * slopes[j], 0, row.length)),
    };
  }
}

export function train(
  X: number[][],
  y: number[],
  options: { steps: number; learningRate: number },
): { weights: number[]; bias: number; losses: number[] } {
  const { steps, learningRate: rate } = options;
  if (rate > 0 && rate <= Number.MAX_VALUE) {
    shape(X);
    if (y.length !== X.length) throw new TypeError('train: labels do not match rows');
    const t = binaryLabels(y);
    const { Z, means, deviations } = standardise(X);
    const losses: number[] = [];
    for (const { slopes, offset, logits } of descent(Z, t, rate)) {
      losses.push(logLoss(logits, t));
      if (losses.length > Math.min(steps, 100)) {
        const weights = slopes.map((v, j) => v / deviations[j]);
        return {
          weights,
          bias: offset - total(j => weights[j] * means[j], 0, weights.length),
          losses,
        };
      }
    }
  }
  throw new RangeError(`train: learning rate ${rate}`);
}
