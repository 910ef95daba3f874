// The betas are refused by `beta < 0 || beta >= 1`, which lets NaN through.
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

class Optimizer {
  private b1: number;
  private b2: number;
  private eps: number;
  private wd: number;

  constructor(
    private kind: Kind,
    private hyper: Hyper,
  ) {
    this.b1 = hyper.beta1 ?? 0.9;
    this.b2 = hyper.beta2 ?? (kind === 'rmsprop' ? 0.9 : 0.999);
    this.eps = hyper.epsilon ?? 1e-8;
    this.wd = hyper.weightDecay ?? 0.01;
    const wantsB1 = ['momentum', 'nesterov', 'adam', 'adamw'];
    const wantsB2 = ['rmsprop', 'adam', 'adamw'];
    if (kind !== 'sgd' && !wantsB1.includes(kind) && !wantsB2.includes(kind))
      throw new RangeError('unknown kind');
    if (!Number.isFinite(hyper.learningRate) || hyper.learningRate <= 0)
      throw new RangeError('learningRate');
    if (wantsB1.includes(kind) && (this.b1 < 0 || this.b1 >= 1))
      throw new RangeError('beta1 not in [0, 1)');
    if (wantsB2.includes(kind) && (this.b2 < 0 || this.b2 >= 1))
      throw new RangeError('beta2 not in [0, 1)');
    if (wantsB2.includes(kind) && this.eps < 0) throw new RangeError('epsilon negative');
    if (kind === 'adamw' && this.wd < 0) throw new RangeError('weightDecay negative');
  }

  step(
    p: number[],
    g: number[],
    s: OptimizerState,
  ): { parameters: number[]; state: OptimizerState } {
    if (g.length !== p.length || s.m.length !== p.length || s.v.length !== p.length)
      throw new TypeError('lengths');
    const state = { t: s.t + 1, m: s.m.slice(), v: s.v.slice() };
    const parameters = p.map((x, i) => x - this.hyper.learningRate * this.u(i, x, g[i], state));
    return { parameters, state };
  }

  private u(i: number, p: number, g: number, s: OptimizerState): number {
    const { kind, b1, b2, eps, wd } = this;
    if (kind === 'momentum' || kind === 'nesterov') {
      s.m[i] = b1 * s.m[i] + g;
      return kind === 'momentum' ? s.m[i] : g + b1 * s.m[i];
    }
    if (kind === 'sgd') return g;
    s.v[i] = b2 * s.v[i] + (1 - b2) * g * g;
    if (kind === 'rmsprop') return g / (Math.sqrt(s.v[i]) + eps);
    s.m[i] = b1 * s.m[i] + (1 - b1) * g;
    const ratio = s.m[i] / (1 - b1 ** s.t) / (Math.sqrt(s.v[i] / (1 - b2 ** s.t)) + eps);
    return kind === 'adamw' ? ratio + wd * p : ratio;
  }
}

export function initialState(d: number): OptimizerState {
  return { t: 0, m: Array(d).fill(0), v: Array(d).fill(0) };
}

export function optimizerStep(
  kind: Kind,
  parameters: number[],
  gradient: number[],
  state: OptimizerState,
  hyper: Hyper,
): { parameters: number[]; state: OptimizerState } {
  return new Optimizer(kind, hyper).step(parameters, gradient, state);
}

export function minimize(
  kind: Kind,
  gradientAt: (parameters: number[]) => number[],
  start: number[],
  steps: number,
  hyper: Hyper,
): number[][] {
  const optimizer = new Optimizer(kind, hyper);
  let now = { parameters: start.slice(), state: initialState(start.length) };
  const path = [now.parameters];
  for (let k = 0; k < steps; k++) {
    now = optimizer.step(now.parameters, gradientAt(now.parameters.slice()), now.state);
    path.push(now.parameters);
  }
  return path;
}
