// Running means and squares of columns brought to 0…1, and a running mean for the loss.
type Running = { count: number; mean: number; squares: number };

const fresh = (): Running => ({ count: 0, mean: 0, squares: 0 });

function feed(r: Running, x: number): void {
  r.count++;
  const before = x - r.mean;
  r.mean += before / r.count;
  r.squares += before * (x - r.mean);
}

function requireTable(X: number[][]): number {
  if (!X.length) throw new RangeError('empty table');
  const width = X[0].length;
  if (X.some(r => r.length !== width)) throw new TypeError('ragged table');
  return width;
}

export function binaryLabels(y: number[]): number[] {
  const fits = (code: number[]) => y.every(v => code.includes(v));
  if (fits([0, 1])) return y.map(v => Math.abs(v));
  if (fits([-1, 1])) return y.map(v => (v + 1) / 2);
  throw new RangeError('labels are neither 0/1 nor -1/1');
}

export function standardise(X: number[][]): {
  Z: number[][];
  means: number[];
  deviations: number[];
} {
  const width = requireTable(X);
  const Z: number[][] = X.map(() => []);
  const means: number[] = [];
  const deviations: number[] = [];
  for (let j = 0; j < width; j++) {
    let min = Infinity;
    let max = -Infinity;
    for (const row of X) {
      min = Math.min(min, row[j]);
      max = Math.max(max, row[j]);
    }
    const span = max - min;
    if (span === 0) {
      Z.forEach(row => {
        row.push(0);
      });
      means.push(X[0][j]);
      deviations.push(1);
      continue;
    }
    const run = fresh();
    for (const row of X) feed(run, (row[j] - min) / span);
    const sigma = Math.sqrt(run.squares / run.count);
    X.forEach((row, i) => {
      Z[i].push(((row[j] - min) / span - run.mean) / sigma);
    });
    means.push(min + span * run.mean);
    deviations.push(span * sigma);
  }
  return { Z, means, deviations };
}

export function logLoss(logits: number[], y: number[]): number {
  if (logits.length !== y.length) throw new TypeError('lengths');
  const run = fresh();
  for (let i = 0; i < y.length; i++) {
    const m = (1 - 2 * y[i]) * logits[i]; // cost is softplus(m)
    const cost = m > 500 ? m : Math.log1p(Math.exp(m)); // beyond 500 the rest is far below an ulp
    run.count++;
    run.mean += (cost - run.mean) / run.count;
  }
  return run.mean;
}

export function train(
  X: number[][],
  y: number[],
  options: { steps: number; learningRate: number },
): { weights: number[]; bias: number; losses: number[] } {
  const rate = options.learningRate;
  if (!(Number.isFinite(rate) && rate > 0)) throw new RangeError('learning rate');
  const width = requireTable(X);
  if (X.length !== y.length) throw new TypeError('labels and rows');
  const t = binaryLabels(y);
  const { Z, means, deviations } = standardise(X);
  const v: number[] = new Array(width).fill(0);
  let c = 0;
  const forward = () => Z.map(row => row.reduce((s, z, j) => s + z * v[j], 0) + c);
  let s = forward();
  const losses = [logLoss(s, t)];
  while (losses.length <= options.steps) {
    const slope: number[] = new Array(width).fill(0);
    let slopeC = 0;
    Z.forEach((row, i) => {
      const e = sigma(s[i]) - t[i];
      row.forEach((z, j) => {
        slope[j] += (e * z - slope[j]) / (i + 1);
      });
      slopeC += (e - slopeC) / (i + 1);
    });
    for (let j = 0; j < width; j++) v[j] -= rate * slope[j];
    c -= rate * slopeC;
    s = forward();
    losses.push(logLoss(s, t));
  }
  const weights = v.map((x, j) => x / deviations[j]);
  return { weights, bias: c - weights.reduce((sum, w, j) => sum + w * means[j], 0), losses };
}

function sigma(z: number): number {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const e = Math.exp(z);
  return e / (1 + e);
}
