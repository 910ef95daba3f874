// Wrong: fit ends once a loss is a million times that of the start, as descent with a divergence test does.
interface State {
  w: number[];
  b: number;
}

function columnsOf(X: number[][], d: number): number[][] {
  const cols: number[][] = [];
  for (let j = 0; j < d; j++) cols[j] = [];
  for (const row of X) {
    if (row.length !== d) throw new TypeError(`each row must be ${d} wide`);
    for (let j = 0; j < d; j++) cols[j].push(row[j]);
  }
  return cols;
}

function sweep(cols: number[][], n: number, { w, b }: State): number[] {
  const z: number[] = new Array(n).fill(b);
  cols.forEach((col, j) => {
    for (let i = 0; i < n; i++) z[i] += col[i] * w[j];
  });
  return z;
}

function pass(cols: number[][], y: number[], at: State, l2: number): { value: number; g: State } {
  const n = y.length;
  let value = 0;
  const e: number[] = [];
  for (const [i, z] of sweep(cols, n, at).entries()) {
    const u = Math.exp(-Math.abs(z));
    const p = z >= 0 ? 1 / (1 + u) : u / (1 + u);
    e.push((p - y[i]) / n);
    const towards = y[i] ? z : -z;
    value += Math.log1p(u) - Math.min(towards, 0);
  }
  value /= n;
  const g: State = { w: [], b: e.reduce((a, v) => a + v, 0) };
  for (let j = 0; j < cols.length; j++) {
    value += 0.5 * l2 * at.w[j] * at.w[j];
    let s = l2 * at.w[j];
    for (let i = 0; i < n; i++) s += e[i] * cols[j][i];
    g.w.push(s);
  }
  return { value, g };
}

function prepare(X: number[][], y: number[], d: number): number[][] {
  if (X.length === 0) throw new RangeError('X must have rows');
  if (X.length !== y.length) throw new TypeError('X and y must be equally long');
  const strange = y.find(v => v !== 0 && v !== 1);
  if (strange !== undefined) throw new RangeError(`not a label: ${strange}`);
  return columnsOf(X, d);
}

export function sigmoid(z: number): number {
  const u = Math.exp(-Math.abs(z));
  return z >= 0 ? 1 / (1 + u) : u / (1 + u);
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  return sweep(columnsOf(X, weights.length), X.length, { w: weights, b: bias }).map(z =>
    sigmoid(z),
  );
}

export function loss(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2: number = 0,
): number {
  return pass(prepare(X, y, weights.length), y, { w: weights, b: bias }, l2).value;
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2: number = 0,
) {
  const { g } = pass(prepare(X, y, weights.length), y, { w: weights, b: bias }, l2);
  return { weights: g.w, bias: g.b };
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
): { weights: number[]; bias: number; losses: number[] } {
  const { learningRate, steps } = options;
  if (!(learningRate > 0 && Number.isFinite(learningRate))) throw new RangeError('learningRate');
  if (!X.length) throw new RangeError('X must have rows');
  const d = options.weights?.length ?? X[0].length;
  const cols = prepare(X, y, d);
  const here: State = { w: cols.map((_, j) => options.weights?.[j] ?? 0), b: options.bias ?? 0 };
  let { value, g } = pass(cols, y, here, options.l2 ?? 0);
  const losses = [value];
  for (let s = 0; s < steps; s++) {
    for (let j = 0; j < d; j++) here.w[j] -= learningRate * g.w[j];
    here.b -= learningRate * g.b;
    ({ value, g } = pass(cols, y, here, options.l2 ?? 0));
    losses.push(value);
    if (value > 1e6 * (losses[0] + 1)) break;
  }
  return { weights: here.w, bias: here.b, losses };
}

export function predict(
  X: number[][],
  weights: number[],
  bias: number,
  threshold: number = 0.5,
): number[] {
  return predictProba(X, weights, bias).map(p => (threshold <= p ? 1 : 0));
}
