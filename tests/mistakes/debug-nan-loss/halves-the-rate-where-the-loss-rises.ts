// Where an update raises the loss, the rate is halved and the update tried again.
type Point = { w: number[]; b: number; z: number[]; loss: number };

const RATE_OK = (r: number): boolean => Number.isFinite(r) && r > 0;

export function binaryLabels(y: number[]): number[] {
  const n = { p: 0, o: 0, m: 0 };
  for (const v of y) {
    if (v === 1) n.p++;
    else if (v === 0) n.o++;
    else if (v === -1) n.m++;
  }
  if (n.p + n.o + n.m !== y.length)
    throw new RangeError('binaryLabels: a value other than -1, 0, 1');
  if (n.o && n.m) throw new RangeError('binaryLabels: 0 and -1 cannot be mixed');
  return y.map(v => Number(v === 1));
}

export function standardise(X: number[][]): {
  Z: number[][];
  means: number[];
  deviations: number[];
} {
  if (!X.length) throw new RangeError('standardise: no rows');
  if (X.some(row => row.length !== X[0].length)) throw new TypeError('standardise: row lengths');
  const result = {
    Z: X.map(() => [] as number[]),
    means: [] as number[],
    deviations: [] as number[],
  };
  for (const j of X[0].keys()) {
    const anchor = X[0][j];
    const moved = X.map(row => row[j] - anchor);
    const size = moved.reduce((a, x) => Math.max(a, Math.abs(x)), 0);
    const scaled = moved.map(x => (size > 0 ? x / size : 0));
    const m = scaled.reduce((a, x) => a + x, 0) / X.length;
    const s = Math.sqrt(scaled.reduce((a, x) => a + (x - m) ** 2, 0) / X.length);
    result.means.push(anchor + m * size);
    result.deviations.push(size > 0 ? s * size : 1);
    scaled.forEach((x, i) => {
      result.Z[i].push(size > 0 ? (x - m) / s : 0);
    });
  }
  return result;
}

export function logLoss(logits: number[], y: number[]): number {
  if (logits.length !== y.length) throw new TypeError('logLoss: lengths');
  return logits.reduce(
    (sum, z, i) =>
      sum + (Math.max(z, 0) - z * y[i] + Math.log1p(Math.exp(-Math.abs(z)))) / y.length,
    0,
  );
}

export function train(
  X: number[][],
  y: number[],
  options: { steps: number; learningRate: number },
): { weights: number[]; bias: number; losses: number[] } {
  if (!RATE_OK(options.learningRate)) throw new RangeError('train: learningRate');
  const { Z, means, deviations } = standardise(X);
  if (y.length !== Z.length) throw new TypeError('train: labels');
  const t = binaryLabels(y);

  const place = (w: number[], b: number): Point => {
    const z = Z.map(row => row.reduce((s, x, j) => s + x * w[j], b));
    return { w, b, z, loss: logLoss(z, t) };
  };

  let here = place(
    means.map(() => 0),
    0,
  );
  const losses = [here.loss];
  let rate = options.learningRate;
  for (let k = 0; k < options.steps; k++) {
    const e = here.z.map((z, i) => 1 / (1 + Math.exp(-z)) - t[i]);
    const gw = here.w.map((_, j) => e.reduce((s, x, i) => s + x * Z[i][j], 0) / t.length);
    const gb = e.reduce((s, x) => s + x, 0) / t.length;
    const move = () =>
      place(
        here.w.map((w, j) => w - rate * gw[j]),
        here.b - rate * gb,
      );
    let next = move();
    for (let tries = 0; next.loss > here.loss && tries < 40; tries++) {
      rate /= 2;
      next = move();
    }
    here = next;
    losses.push(here.loss);
  }
  const weights = here.w.map((w, j) => w / deviations[j]);
  return { weights, bias: weights.reduce((b, w, j) => b - w * means[j], here.b), losses };
}
