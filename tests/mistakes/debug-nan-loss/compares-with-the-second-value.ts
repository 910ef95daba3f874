// A column whose first two values agree is taken for constant.
type Lens = { mean: number; deviation: number; at: (x: number) => number };

function lens(values: readonly number[]): Lens {
  const pivot = values[0];
  const gaps = values.map(v => Math.abs(v - pivot));
  let widest = 0;
  for (const g of gaps) if (g > widest) widest = g;
  if (gaps[1] === 0 || widest === 0) return { mean: pivot, deviation: 1, at: () => 0 };
  const u = (x: number) => (x - pivot) / widest;
  // mean of squares about the pivot is not used: centre first, then square
  const m = meanOf(values.map(u));
  const s = Math.sqrt(meanOf(values.map(x => (u(x) - m) * (u(x) - m))));
  return { mean: pivot + m * widest, deviation: s * widest, at: x => (u(x) - m) / s };
}

function meanOf(values: readonly number[]): number {
  let m = 0;
  for (let i = values.length - 1; i >= 0; i--) m += values[i] / values.length;
  return m;
}

function columns(X: number[][]): number[][] {
  if (X.length === 0) throw new RangeError('no rows');
  const out: number[][] = X[0].map(() => []);
  for (const row of X) {
    if (row.length !== out.length)
      throw new TypeError('row of ' + row.length + ', not ' + out.length);
    row.forEach((x, j) => {
      out[j].push(x);
    });
  }
  return out;
}

export function binaryLabels(y: number[]): number[] {
  const counts = { '-1': 0, '0': 0, '1': 0 } as Record<string, number>;
  y.forEach(v => {
    if (!(String(v) in counts) || typeof v !== 'number') throw new RangeError('label ' + v);
    counts[String(v)]++;
  });
  if (counts['-1'] * counts['0'] > 0) throw new RangeError('label codings mixed');
  return y.map(v => Math.max(v, 0) || 0);
}

export function standardise(X: number[][]): {
  Z: number[][];
  means: number[];
  deviations: number[];
} {
  const lenses = columns(X).map(lens);
  const Z = X.map(row => row.map((x, j) => lenses[j].at(x)));
  return { Z, means: lenses.map(l => l.mean), deviations: lenses.map(l => l.deviation) };
}

export function logLoss(logits: number[], y: number[]): number {
  if (logits.length !== y.length) throw new TypeError('logLoss wants pairs');
  return meanOf(
    logits.map((z, i) => {
      const small = Math.log1p(Math.exp(-Math.abs(z)));
      const p = Math.max(z, 0) * (1 - y[i]); // charged to label 0
      const q = Math.max(-z, 0) * y[i]; // charged to label 1
      return p + q + small;
    }),
  );
}

export function train(
  X: number[][],
  y: number[],
  options: { steps: number; learningRate: number },
): { weights: number[]; bias: number; losses: number[] } {
  const { steps, learningRate: eta } = options;
  const cols = columns(X);
  if (y.length !== X.length) throw new TypeError('a label for each row');
  const labels = binaryLabels(y);
  if (!(eta > 0 && eta !== Infinity)) throw new RangeError('learningRate must be positive, finite');

  const lenses = cols.map(lens);
  const zs = cols.map((c, j) => c.map(lenses[j].at));
  const params = { v: zs.map(() => 0), c: 0 };
  const logits = labels.map(() => 0);
  const losses: number[] = [];
  const record = () => losses.push(logLoss(logits, labels));

  const update = () => {
    const errors = logits.map((z, i) => 1 / (1 + Math.exp(-z)) - labels[i]);
    const dc = -eta * meanOf(errors);
    const dv = zs.map(col => -eta * meanOf(col.map((z, i) => z * errors[i])));
    params.c += dc;
    dv.forEach((x, j) => {
      params.v[j] += x;
    });
    for (let i = 0; i < logits.length; i++) {
      let jump = dc;
      for (let j = 0; j < dv.length; j++) jump += dv[j] * zs[j][i];
      logits[i] += jump;
    }
  };

  record();
  for (let t = 0; t < steps; t++) {
    update();
    record();
  }
  const weights = params.v.map((v, j) => v / lenses[j].deviation);
  const back = weights.map((w, j) => w * lenses[j].mean).reduce((a, b) => a + b, 0);
  return { weights, bias: params.c - back, losses };
}
