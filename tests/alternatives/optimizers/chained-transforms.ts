// Each optimizer is a chain of gradient transforms (trace, scale, decay) that hand an update from one to the next.
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

interface Context {
  readonly t: number;
  readonly p: readonly number[];
  readonly g: readonly number[];
  m: number[];
  v: number[];
  u: number[];
}
type Transform = (c: Context) => void;

function trace(beta: number, lookAhead: boolean): Transform {
  return c => {
    c.m = c.m.map((m, i) => beta * m + c.g[i]);
    c.u = lookAhead ? c.m.map((m, i) => c.g[i] + beta * m) : c.m.slice();
  };
}

function average(beta: number): Transform {
  return c => {
    c.m = c.m.map((m, i) => beta * m + (1 - beta) * c.g[i]);
    const correction = 1 - beta ** c.t;
    c.u = c.m.map(m => m / correction);
  };
}

function byRoot(beta: number, epsilon: number, corrected: boolean): Transform {
  return c => {
    c.v = c.v.map((v, i) => beta * v + (1 - beta) * (c.g[i] * c.g[i]));
    const correction = corrected ? 1 - beta ** c.t : 1;
    c.u = c.u.map((u, i) => u / (Math.sqrt(c.v[i] / correction) + epsilon));
  };
}

function decay(lambda: number): Transform {
  return c => {
    c.u = c.u.map((u, i) => u + lambda * c.p[i]);
  };
}

function chainOf(kind: Kind, hyper: Hyper): Transform[] {
  const b1 = hyper.beta1 ?? 0.9;
  const eps = hyper.epsilon ?? 1e-8;
  const wd = hyper.weightDecay ?? 0.01;
  const outside = (b: number): boolean => !(0 <= b && b < 1);
  const complain = (what: string): never => {
    throw new RangeError(`${what} is out of range`);
  };
  if (kind === 'sgd') return [];
  if (kind === 'momentum' || kind === 'nesterov') {
    if (outside(b1)) complain('beta1');
    return [trace(b1, kind === 'nesterov')];
  }
  if (kind === 'rmsprop') {
    const b2 = hyper.beta2 ?? 0.9;
    if (outside(b2)) complain('beta2');
    if (eps < 0) complain('epsilon');
    return [byRoot(b2, eps, false)];
  }
  if (kind === 'adam' || kind === 'adamw') {
    const b2 = hyper.beta2 ?? 0.999;
    if (outside(b1)) complain('beta1');
    if (outside(b2)) complain('beta2');
    if (eps < 0) complain('epsilon');
    const chain = [average(b1), byRoot(b2, eps, true)];
    if (kind === 'adamw') {
      if (wd < 0) complain('weightDecay');
      chain.push(decay(wd));
    }
    return chain;
  }
  return complain('kind');
}

export function initialState(d: number): OptimizerState {
  return JSON.parse(JSON.stringify({ t: 0, m: Array(d).fill(0), v: Array(d).fill(0) }));
}

export function optimizerStep(
  kind: Kind,
  parameters: number[],
  gradient: number[],
  state: OptimizerState,
  hyper: Hyper,
): { parameters: number[]; state: OptimizerState } {
  if (!(hyper.learningRate > 0 && hyper.learningRate < Number.POSITIVE_INFINITY))
    throw new RangeError('learningRate');
  const chain = chainOf(kind, hyper);
  for (const [name, list] of Object.entries({ gradient, m: state.m, v: state.v })) {
    if (list.length !== parameters.length)
      throw new TypeError(`${name} has ${list.length} numbers`);
  }
  const c: Context = {
    t: state.t + 1,
    p: parameters,
    g: gradient,
    m: state.m.slice(),
    v: state.v.slice(),
    u: gradient.slice(),
  };
  for (const transform of chain) transform(c);
  return {
    parameters: c.p.map((p, i) => p - hyper.learningRate * c.u[i]),
    state: { t: c.t, m: c.m, v: c.v },
  };
}

export function minimize(
  kind: Kind,
  gradientAt: (parameters: number[]) => number[],
  start: number[],
  steps: number,
  hyper: Hyper,
): number[][] {
  const path: number[][] = [];
  let current = { parameters: start.slice(), state: initialState(start.length) };
  for (let k = 0; k <= steps; k++) {
    if (k > 0) {
      const gradient = gradientAt(current.parameters.slice());
      current = optimizerStep(kind, current.parameters, gradient, current.state, hyper);
    }
    path.push(current.parameters);
  }
  return path;
}
