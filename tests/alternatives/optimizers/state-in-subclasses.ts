// A small class hierarchy, one subclass for each rule, with the state inside the object while it lives.
export type Kind = 'sgd' | 'momentum' | 'nesterov' | 'rmsprop' | 'adam' | 'adamw';

export interface OptimizerState {
  t: number;
  m: number[];
  v: number[];
}

export interface Hyper {
  learningRate: number;
  beta1?: number;
  beta2?: number;
  epsilon?: number;
  weightDecay?: number;
}

abstract class Rule {
  readonly eta: number;
  constructor(readonly hyper: Hyper) {
    this.eta = hyper.learningRate;
    if (!(this.eta > 0 && this.eta < Infinity))
      throw new RangeError('learning rate must be positive and finite');
  }
  protected beta(name: 'beta1' | 'beta2', fallback: number): number {
    const given = this.hyper[name];
    const value = given === undefined ? fallback : given;
    if (value >= 0 && value < 1) return value;
    throw new RangeError(`${name} must be in [0, 1)`);
  }
  protected notNegative(name: 'epsilon' | 'weightDecay', fallback: number): number {
    const given = this.hyper[name];
    const value = given === undefined ? fallback : given;
    if (value < 0) throw new RangeError(`${name} must not be negative`);
    return value;
  }
  abstract direction(i: number, g: number, p: number, s: OptimizerState): number;
}

class Plain extends Rule {
  direction(_i: number, g: number): number {
    return g;
  }
}

class HeavyBall extends Rule {
  readonly b1 = this.beta('beta1', 0.9);
  direction(i: number, g: number, _p: number, s: OptimizerState): number {
    s.m[i] = this.b1 * s.m[i] + g;
    return s.m[i];
  }
}

class Nesterov extends HeavyBall {
  direction(i: number, g: number, p: number, s: OptimizerState): number {
    return g + this.b1 * super.direction(i, g, p, s);
  }
}

class RmsProp extends Rule {
  readonly b2 = this.beta('beta2', 0.9);
  readonly eps = this.notNegative('epsilon', 1e-8);
  direction(i: number, g: number, _p: number, s: OptimizerState): number {
    s.v[i] = this.b2 * s.v[i] + (1 - this.b2) * g ** 2;
    return g / (Math.sqrt(s.v[i]) + this.eps);
  }
}

class Adam extends Rule {
  readonly b1 = this.beta('beta1', 0.9);
  readonly b2 = this.beta('beta2', 0.999);
  readonly eps = this.notNegative('epsilon', 1e-8);
  direction(i: number, g: number, _p: number, s: OptimizerState): number {
    s.m[i] = this.b1 * s.m[i] + (1 - this.b1) * g;
    s.v[i] = this.b2 * s.v[i] + (1 - this.b2) * g ** 2;
    const mHat = s.m[i] / (1 - this.b1 ** s.t);
    const vHat = s.v[i] / (1 - this.b2 ** s.t);
    return mHat / (Math.sqrt(vHat) + this.eps);
  }
}

class AdamW extends Adam {
  readonly decay = this.notNegative('weightDecay', 0.01);
  direction(i: number, g: number, p: number, s: OptimizerState): number {
    return super.direction(i, g, p, s) + this.decay * p;
  }
}

function ruleFor(kind: Kind, hyper: Hyper): Rule {
  if (kind === 'sgd') return new Plain(hyper);
  if (kind === 'momentum') return new HeavyBall(hyper);
  if (kind === 'nesterov') return new Nesterov(hyper);
  if (kind === 'rmsprop') return new RmsProp(hyper);
  if (kind === 'adam') return new Adam(hyper);
  if (kind === 'adamw') return new AdamW(hyper);
  throw new RangeError('no such optimizer');
}

export function initialState(d: number): OptimizerState {
  return { t: 0, m: new Array<number>(d).fill(0), v: new Array<number>(d).fill(0) };
}

export function optimizerStep(
  kind: Kind,
  parameters: number[],
  gradient: number[],
  state: OptimizerState,
  hyper: Hyper,
): { parameters: number[]; state: OptimizerState } {
  const rule = ruleFor(kind, hyper);
  for (const list of [gradient, state.m, state.v]) {
    if (list.length !== parameters.length) throw new TypeError('all lists must have one length');
  }
  const next: OptimizerState = { t: state.t + 1, m: state.m.slice(), v: state.v.slice() };
  const moved = parameters.map((p, i) => p - rule.eta * rule.direction(i, gradient[i], p, next));
  return { parameters: moved, state: next };
}

class Walk {
  readonly path: number[][];
  private state: OptimizerState;
  constructor(start: number[]) {
    this.path = [start.slice()];
    this.state = initialState(start.length);
  }
  advance(kind: Kind, gradientAt: (p: number[]) => number[], hyper: Hyper): void {
    const newest = this.path[this.path.length - 1];
    const result = optimizerStep(kind, newest, gradientAt(newest.slice()), this.state, hyper);
    this.path.push(result.parameters);
    this.state = result.state;
  }
}

export function minimize(
  kind: Kind,
  gradientAt: (parameters: number[]) => number[],
  start: number[],
  steps: number,
  hyper: Hyper,
): number[][] {
  const walk = new Walk(start);
  while (walk.path.length <= steps) walk.advance(kind, gradientAt, hyper);
  return walk.path;
}
