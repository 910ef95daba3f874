// A class for each way of remembering; optimizerStep loads one, steps it and reads it out again.
interface Options {
  learningRate: number;
  beta1?: number;
  beta2?: number;
  epsilon?: number;
  weightDecay?: number;
}
interface Memory {
  t: number;
  m: number[];
  v: number[];
}

function within(name: string, value: number, low: number, high: number): number {
  if (value >= low && value < high) return value;
  throw new RangeError(`${name} = ${value} is not in [${low}, ${high})`);
}

abstract class Optimizer {
  readonly rate: number;
  t = 0;
  m: number[] = [];
  v: number[] = [];
  protected readonly options: Options;

  constructor(options: Options) {
    this.options = options;
    if (!(options.learningRate > 0)) throw new RangeError('rate');
    this.rate = within('learningRate', options.learningRate, 0, Number.POSITIVE_INFINITY);
  }

  load({ t, m, v }: Memory): void {
    this.t = t;
    this.m = [...m];
    this.v = [...v];
  }

  step(at: readonly number[], slope: readonly number[]): number[] {
    if (new Set([at.length, slope.length, this.m.length, this.v.length]).size > 1) {
      throw new TypeError('a list is too short or too long');
    }
    this.t++;
    return at.map((p, j) => p - this.rate * this.direction(slope[j], j, p));
  }

  abstract direction(g: number, j: number, p: number): number;
}

class Plain extends Optimizer {
  direction(g: number): number {
    return g;
  }
}

class HeavyBall extends Optimizer {
  readonly beta = within('beta1', this.options.beta1 ?? 0.9, 0, 1);

  direction(g: number, j: number): number {
    this.m[j] *= this.beta;
    this.m[j] += g;
    return this.m[j];
  }
}

class Nesterov extends HeavyBall {
  override direction(g: number, j: number): number {
    return this.beta * super.direction(g, j) + g;
  }
}

class RootMeanSquare extends Optimizer {
  readonly rho = within('beta2', this.options.beta2 ?? 0.9, 0, 1);
  readonly small = within('epsilon', this.options.epsilon ?? 1e-8, 0, Number.POSITIVE_INFINITY);

  direction(g: number, j: number): number {
    this.v[j] = this.rho * this.v[j] + (1 - this.rho) * g * g;
    return g / (Math.sqrt(this.v[j]) + this.small);
  }
}

class Adam extends Optimizer {
  readonly beta1 = within('beta1', this.options.beta1 ?? 0.9, 0, 1);
  readonly beta2 = within('beta2', this.options.beta2 ?? 0.999, 0, 1);
  readonly small = within('epsilon', this.options.epsilon ?? 1e-8, 0, Number.POSITIVE_INFINITY);

  direction(g: number, j: number, _p: number): number {
    this.m[j] = this.beta1 * this.m[j] + (1 - this.beta1) * g;
    this.v[j] = this.beta2 * this.v[j] + (1 - this.beta2) * g * g;
    const root = Math.sqrt(this.v[j] / (1 - this.beta2 ** this.t));
    return this.m[j] / (1 - this.beta1 ** this.t) / (root + this.small);
  }
}

class AdamW extends Adam {
  readonly lambda = within(
    'weightDecay',
    this.options.weightDecay ?? 0.01,
    0,
    Number.POSITIVE_INFINITY,
  );

  override direction(g: number, j: number, p: number): number {
    return super.direction(g, j, p) + this.lambda * p;
  }
}

function make(kind: string, options: Options): Optimizer {
  if (kind === 'sgd') return new Plain(options);
  if (kind === 'momentum') return new HeavyBall(options);
  if (kind === 'nesterov') return new Nesterov(options);
  if (kind === 'rmsprop') return new RootMeanSquare(options);
  if (kind === 'adam') return new Adam(options);
  if (kind === 'adamw') return new AdamW(options);
  throw new RangeError(`unknown optimizer: ${kind}`);
}

export function initialState(d: number): Memory {
  const zeros = () => new Array<number>(d).fill(0);
  return { t: 0, m: zeros(), v: zeros() };
}

export function optimizerStep(
  kind: string,
  parameters: number[],
  gradient: number[],
  state: Memory,
  hyper: Options,
) {
  const optimizer = make(kind, hyper);
  optimizer.load(state);
  const moved = optimizer.step(parameters, gradient);
  return { parameters: moved, state: { t: optimizer.t, m: optimizer.m, v: optimizer.v } };
}

export function minimize(
  kind: string,
  gradientAt: (parameters: number[]) => number[],
  start: number[],
  steps: number,
  hyper: Options,
) {
  // One optimizer for the whole run; it keeps its own memory.
  const optimizer = make(kind, hyper);
  optimizer.load(initialState(start.length));
  const path = [start.slice()];
  for (let i = 0; i < steps; i++) path.push(optimizer.step(path[i], gradientAt(path[i])));
  return path;
}
