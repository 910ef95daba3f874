// The lengths of m and v are checked only in the kinds that use them; the others copy a list of any length.
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

type Step = { parameters: number[]; state: OptimizerState };

const length = (name: string, list: number[], d: number): void => {
  if (list.length !== d) throw new TypeError(`${name}: expected length ${d}, got ${list.length}`);
};

const beta = (x: number, name: string): number => {
  if (!(x >= 0 && x < 1)) throw new RangeError(`${name}: ${x}`);
  return x;
};

const nonNegative = (x: number, name: string): number => {
  if (x < 0) throw new RangeError(`${name}: ${x}`);
  return x;
};

function sgd(p: number[], g: number[], s: OptimizerState, h: Hyper): Step {
  return {
    parameters: p.map((x, i) => x - h.learningRate * g[i]),
    state: { t: s.t + 1, m: s.m.slice(), v: s.v.slice() },
  };
}

function withMomentum(
  p: number[],
  g: number[],
  s: OptimizerState,
  h: Hyper,
  nesterov: boolean,
): Step {
  const b = beta(h.beta1 ?? 0.9, 'beta1');
  length('m', s.m, p.length);
  const m = s.m.map((x, i) => b * x + g[i]);
  return {
    parameters: p.map((x, i) => x - h.learningRate * (nesterov ? g[i] + b * m[i] : m[i])),
    state: { t: s.t + 1, m, v: s.v.slice() },
  };
}

function rmsprop(p: number[], g: number[], s: OptimizerState, h: Hyper): Step {
  const b = beta(h.beta2 ?? 0.9, 'beta2');
  const eps = nonNegative(h.epsilon ?? 1e-8, 'epsilon');
  length('v', s.v, p.length);
  const v = s.v.map((x, i) => b * x + (1 - b) * g[i] * g[i]);
  return {
    parameters: p.map((x, i) => x - (h.learningRate * g[i]) / (Math.sqrt(v[i]) + eps)),
    state: { t: s.t + 1, m: s.m.slice(), v },
  };
}

function adam(p: number[], g: number[], s: OptimizerState, h: Hyper, lambda: number): Step {
  const b1 = beta(h.beta1 ?? 0.9, 'beta1');
  const b2 = beta(h.beta2 ?? 0.999, 'beta2');
  const eps = nonNegative(h.epsilon ?? 1e-8, 'epsilon');
  length('m', s.m, p.length);
  length('v', s.v, p.length);
  const t = s.t + 1;
  const m = s.m.map((x, i) => b1 * x + (1 - b1) * g[i]);
  const v = s.v.map((x, i) => b2 * x + (1 - b2) * g[i] * g[i]);
  const parameters = p.map((x, i) => {
    const u = m[i] / (1 - b1 ** t) / (Math.sqrt(v[i] / (1 - b2 ** t)) + eps);
    return x - h.learningRate * (u + lambda * x);
  });
  return { parameters, state: { t, m, v } };
}

export function initialState(d: number): OptimizerState {
  return { t: 0, m: Array.from({ length: d }, () => 0), v: Array.from({ length: d }, () => 0) };
}

export function optimizerStep(
  kind: Kind,
  parameters: number[],
  gradient: number[],
  state: OptimizerState,
  hyper: Hyper,
): { parameters: number[]; state: OptimizerState } {
  if (!(hyper.learningRate > 0 && Number.isFinite(hyper.learningRate)))
    throw new RangeError('learningRate');
  length('gradient', gradient, parameters.length);
  if (kind === 'sgd') return sgd(parameters, gradient, state, hyper);
  if (kind === 'momentum') return withMomentum(parameters, gradient, state, hyper, false);
  if (kind === 'nesterov') return withMomentum(parameters, gradient, state, hyper, true);
  if (kind === 'rmsprop') return rmsprop(parameters, gradient, state, hyper);
  if (kind === 'adam') return adam(parameters, gradient, state, hyper, 0);
  if (kind === 'adamw') {
    return adam(
      parameters,
      gradient,
      state,
      hyper,
      nonNegative(hyper.weightDecay ?? 0.01, 'weightDecay'),
    );
  }
  throw new RangeError(`kind: ${kind}`);
}

export function minimize(
  kind: Kind,
  gradientAt: (parameters: number[]) => number[],
  start: number[],
  steps: number,
  hyper: Hyper,
): number[][] {
  const path = [start.slice()];
  let state = initialState(start.length);
  while (path.length < steps + 1) {
    const at = path[path.length - 1];
    const step = optimizerStep(kind, at, gradientAt(at.slice()), state, hyper);
    path.push(step.parameters);
    state = step.state;
  }
  return path;
}
