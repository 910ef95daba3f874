class Scaler {
  readonly means: number[] = [];
  readonly deviations: number[] = [];

  private readonly X: number[][];

  constructor(X: number[][]) {
    this.X = X;
    if (X.length === 0) throw new RangeError('Scaler: nothing to scale');
    const width = X[0].length;
    X.forEach((row, i) => {
      if (row.length !== width) throw new TypeError(`Scaler: row ${i} has ${row.length} features`);
    });
    for (let j = 0; j < width; j++) this.learn(j);
  }

  private learn(j: number) {
    const { X } = this;
    let total = 0;
    for (const row of X) total += row[j];
    const mean = total / X.length;
    let squares = 0;
    for (const row of X) squares += (row[j] - mean) * (row[j] - mean);
    const deviation = Math.sqrt(squares / X.length);
    this.means.push(mean);
    // What is left of equal values is rounding, a few units in the last place of the mean.
    this.deviations.push(deviation <= 1e-13 * Math.abs(mean) ? 1 : deviation);
  }

  transform(): number[][] {
    return this.X.map(row => row.map((x, j) => (x - this.means[j]) / this.deviations[j]));
  }

  /** Parameters of the scaled features in terms of the raw ones. */
  unscale(model: Model) {
    const weights: number[] = [];
    let { bias } = model;
    for (let j = 0; j < this.means.length; j++) {
      weights[j] = model.weights[j] / this.deviations[j];
      bias -= (model.weights[j] * this.means[j]) / this.deviations[j];
    }
    return { weights, bias };
  }
}

class Model {
  weights: number[];
  bias = 0;
  constructor(d: number) {
    this.weights = new Array<number>(d).fill(0);
  }
  logit(row: number[]) {
    let z = this.bias;
    for (let j = 0; j < row.length; j++) z += row[j] * this.weights[j];
    return z;
  }
  step(Z: number[][], labels: number[], rate: number) {
    const slope = new Array<number>(this.weights.length).fill(0);
    let level = 0;
    Z.forEach((row, i) => {
      const z = this.logit(row);
      const p = z < 0 ? Math.exp(z) / (1 + Math.exp(z)) : 1 / (1 + Math.exp(-z));
      row.forEach((value, j) => {
        slope[j] += ((p - labels[i]) * value) / Z.length;
      });
      level += (p - labels[i]) / Z.length;
    });
    slope.forEach((s, j) => {
      this.weights[j] -= rate * s;
    });
    this.bias -= rate * level;
  }
}

export function binaryLabels(y: number[]): number[] {
  if (y.every(label => label === 0 || label === 1)) return y.slice();
  if (y.every(label => label === -1 || label === 1)) return y.map(label => (label + 1) / 2);
  throw new RangeError('binaryLabels: labels must be 0 and 1, or −1 and 1');
}

export function standardise(X: number[][]) {
  const scaler = new Scaler(X);
  return { Z: scaler.transform(), means: [...scaler.means], deviations: [...scaler.deviations] };
}

export function logLoss(logits: number[], y: number[]): number {
  if (logits.length !== y.length) throw new TypeError('logLoss: lengths differ');
  let nats = 0;
  for (const [i, z] of logits.entries()) {
    // −ln p and −ln(1 − p), each from the power that is small
    const cost = (m: number) => (m > 0 ? Math.log1p(Math.exp(-m)) : Math.log1p(Math.exp(m)) - m);
    nats += y[i] * cost(z) + (1 - y[i]) * cost(-z);
  }
  return nats / logits.length;
}

export function train(
  X: number[][],
  y: number[],
  { steps, learningRate }: { steps: number; learningRate: number },
) {
  if (X.length !== y.length) throw new TypeError('train: a label for each row');
  if (!(learningRate > 0) || !Number.isFinite(learningRate)) throw new RangeError('train: rate');
  const labels = binaryLabels(y);
  const scaler = new Scaler(X);
  const Z = scaler.transform();
  const model = new Model(X[0].length);
  const losses: number[] = [];
  const look = () =>
    losses.push(
      logLoss(
        Z.map(row => model.logit(row)),
        labels,
      ),
    );
  look();
  for (let t = 0; t < steps; t++) {
    model.step(Z, labels, learningRate);
    look();
  }
  return { ...scaler.unscale(model), losses };
}
