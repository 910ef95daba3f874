/** Layers that know how to go forward and back, one row at a time, and what they have learned. */
interface Network {
  hiddenWeights: number[][];
  hiddenBiases: number[];
  outputWeights: number[];
  outputBias: number;
}

class Dense {
  /** [in][out] */
  readonly weights: number[][];
  readonly biases: number[];
  readonly dWeights: number[][];
  readonly dBiases: number[];
  private input: number[] = [];

  constructor(weights: number[][], biases: number[]) {
    if (weights.some(row => row.length !== biases.length))
      throw new TypeError('Dense: as many weights in every row as there are biases');
    this.weights = weights.map(row => [...row]);
    this.biases = [...biases];
    this.dWeights = weights.map(row => row.map(() => 0));
    this.dBiases = biases.map(() => 0);
  }

  forward(input: number[]): number[] {
    if (input.length !== this.weights.length) throw new TypeError('Dense: input width');
    this.input = input;
    return this.biases.map((b, o) => input.reduce((s, x, i) => s + x * this.weights[i][o], b));
  }

  backward(errors: number[]): number[] {
    errors.forEach((e, o) => {
      this.dBiases[o] += e;
      this.input.forEach((x, i) => {
        this.dWeights[i][o] += e * x;
      });
    });
    return this.weights.map(row => row.reduce((s, w, o) => s + w * errors[o], 0));
  }

  descend(rate: number): void {
    this.weights.forEach((row, i) => {
      row.forEach((_, o) => {
        row[o] -= rate * this.dWeights[i][o];
        this.dWeights[i][o] = 0;
      });
    });
    this.biases.forEach((_, o) => {
      this.biases[o] -= rate * this.dBiases[o];
      this.dBiases[o] = 0;
    });
  }
}

class Tanh {
  private output: number[] = [];
  forward(input: number[]): number[] {
    // (1 − q) / (1 + q) with q = e^(−2|a|), which cannot overflow
    this.output = input.map(a => {
      const q = Math.expm1(-2 * Math.abs(a));
      return Math.sign(a) * (-q / (2 + q));
    });
    return this.output;
  }
  backward(errors: number[]): number[] {
    return errors.map((e, k) => e - e * this.output[k] * this.output[k]);
  }
}

class Model {
  readonly first: Dense;
  readonly bend = new Tanh();
  readonly last: Dense;

  constructor({ hiddenWeights, hiddenBiases, outputWeights, outputBias }: Network) {
    if (outputWeights.length !== hiddenBiases.length) throw new TypeError('Model: hidden units');
    this.first = new Dense(hiddenWeights, hiddenBiases);
    this.last = new Dense(
      outputWeights.map(w => [w]),
      [outputBias],
    );
  }

  row(x: number[]): { units: number[]; z: number } {
    const units = this.bend.forward(this.first.forward(x));
    const [z] = this.last.forward(units);
    return { units, z };
  }

  learn(X: number[][], y: number[]): number {
    if (X.length === 0) throw new RangeError('Model: no rows');
    if (X.length !== y.length) throw new TypeError('Model: labels');
    let loss = 0;
    X.forEach((x, i) => {
      if (y[i] !== 0 && y[i] !== 1) throw new RangeError(`Model: label ${y[i]}`);
      const { z } = this.row(x);
      loss += Math.log1p(Math.exp(-Math.abs(z))) + (z > 0 ? (1 - y[i]) * z : -y[i] * z);
      const down = this.last.backward([(chance(z) - y[i]) / X.length]);
      this.first.backward(this.bend.backward(down));
    });
    return loss / X.length;
  }

  descend(rate: number): void {
    this.first.descend(rate);
    this.last.descend(rate);
  }

  read(what: 'weights' | 'dWeights', biases: 'biases' | 'dBiases'): Network {
    return {
      hiddenWeights: this.first[what].map(row => [...row]),
      hiddenBiases: [...this.first[biases]],
      outputWeights: this.last[what].map(([w]) => w),
      outputBias: this.last[biases][0],
    };
  }
}

const chance = (z: number) => 1 / (1 + Math.exp(-z));

export function forward(X: number[][], network: Network) {
  const model = new Model(network);
  const rows = X.map(x => model.row(x));
  return {
    hidden: rows.map(row => row.units),
    logits: rows.map(row => row.z),
    probabilities: rows.map(row => chance(row.z)),
  };
}

export function lossAndGradient(X: number[][], y: number[], network: Network) {
  const model = new Model(network);
  const loss = model.learn(X, y);
  return { loss, gradient: model.read('dWeights', 'dBiases') };
}

export function train(
  X: number[][],
  y: number[],
  network: Network,
  options: { learningRate: number; steps: number },
) {
  if (!Number.isFinite(options.learningRate) || options.learningRate <= 0)
    throw new RangeError('learning rate');
  const model = new Model(network);
  const losses = [new Model(network).learn(X, y)];
  while (losses.length <= options.steps) {
    model.learn(X, y);
    model.descend(options.learningRate);
    losses.push(new Model(model.read('weights', 'biases')).learn(X, y));
  }
  return { network: model.read('weights', 'biases'), losses };
}
