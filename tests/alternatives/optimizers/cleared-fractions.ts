// Rearranged algebra, with means as corrections towards the gradient, expm1 for the bias, corrections cleared from the fraction, decay as shrinkage.
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

function bias(beta: number, t: number): number {
  // 1 - beta^t without cancellation
  return beta === 0 ? 1 : -Math.expm1(t * Math.log(beta));
}

function options(kind: Kind, hyper: Hyper) {
  const eta = hyper.learningRate;
  let beta1 = NaN;
  let beta2 = NaN;
  let epsilon = 0;
  let lambda = 0;
  let family: 'plain' | 'velocity' | 'scaled' | 'adaptive';
  switch (kind) {
    case 'sgd':
      family = 'plain';
      break;
    case 'momentum':
    case 'nesterov':
      family = 'velocity';
      break;
    case 'rmsprop':
      family = 'scaled';
      break;
    case 'adam':
    case 'adamw':
      family = 'adaptive';
      break;
    default:
      throw new RangeError('kind must be one of the six');
  }
  if (!(eta > 0 && 1 / eta > 0)) throw new RangeError('learningRate must be positive and finite');
  if (family === 'velocity' || family === 'adaptive') {
    beta1 = hyper.beta1 ?? 0.9;
    if (!(beta1 >= 0 && beta1 < 1)) throw new RangeError('beta1 must lie in [0, 1)');
  }
  if (family === 'scaled' || family === 'adaptive') {
    beta2 = hyper.beta2 ?? (family === 'scaled' ? 0.9 : 0.999);
    if (!(beta2 >= 0 && beta2 < 1)) throw new RangeError('beta2 must lie in [0, 1)');
    epsilon = hyper.epsilon ?? 1e-8;
    if (epsilon < 0) throw new RangeError('epsilon must not be negative');
  }
  if (kind === 'adamw') {
    lambda = hyper.weightDecay ?? 0.01;
    if (lambda < 0) throw new RangeError('weightDecay must not be negative');
  }
  return { eta, beta1, beta2, epsilon, lambda, family };
}

export function initialState(d: number): OptimizerState {
  const m = new Array<number>(d);
  const v = new Array<number>(d);
  for (let i = d; i-- > 0; ) m[i] = v[i] = 0;
  return { t: 0, m, v };
}

export function optimizerStep(
  kind: Kind,
  parameters: number[],
  gradient: number[],
  state: OptimizerState,
  hyper: Hyper,
): { parameters: number[]; state: OptimizerState } {
  const { eta, beta1, beta2, epsilon, lambda, family } = options(kind, hyper);
  const d = parameters.length;
  const spread =
    Math.abs(gradient.length - d) + Math.abs(state.m.length - d) + Math.abs(state.v.length - d);
  if (spread !== 0) throw new TypeError('lengths do not agree');

  const t = state.t + 1;
  const m = state.m.slice();
  const v = state.v.slice();
  const out = new Array<number>(d);
  if (family === 'plain') {
    for (let i = 0; i < d; i++) out[i] = parameters[i] - eta * gradient[i];
  } else if (family === 'velocity') {
    // nesterov: g + b (b m + g) = (1 + b) g + b² m
    const fromG = kind === 'nesterov' ? 1 + beta1 : 1;
    const fromM = kind === 'nesterov' ? beta1 * beta1 : beta1;
    for (let i = 0; i < d; i++) {
      out[i] = parameters[i] - (eta * fromG * gradient[i] + eta * fromM * state.m[i]);
      m[i] = gradient[i] + beta1 * state.m[i];
    }
  } else if (family === 'scaled') {
    for (let i = 0; i < d; i++) {
      v[i] += (1 - beta2) * (gradient[i] * gradient[i] - v[i]);
      out[i] = parameters[i] - eta * (gradient[i] / (epsilon + Math.sqrt(v[i])));
    }
  } else {
    const root = Math.sqrt(bias(beta2, t));
    const rate = (eta * root) / bias(beta1, t);
    const floor = epsilon * root;
    const keep = 1 - eta * lambda;
    for (let i = 0; i < d; i++) {
      m[i] += (1 - beta1) * (gradient[i] - m[i]);
      v[i] += (1 - beta2) * (gradient[i] * gradient[i] - v[i]);
      out[i] = keep * parameters[i] - (rate * m[i]) / (Math.sqrt(v[i]) + floor);
    }
  }
  return { parameters: out, state: { t, m, v } };
}

export function minimize(
  kind: Kind,
  gradientAt: (parameters: number[]) => number[],
  start: number[],
  steps: number,
  hyper: Hyper,
): number[][] {
  const path: number[][] = [];
  let p = start.concat();
  let s = initialState(start.length);
  path.push(p);
  for (;;) {
    if (path.length > steps) return path;
    const g = gradientAt(p);
    const r = optimizerStep(kind, p, g, s, hyper);
    p = r.parameters;
    s = r.state;
    path.push(p);
  }
}
