// A negative epsilon is refused in Adam only.
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

export function initialState(d: number): OptimizerState {
  const m: number[] = [];
  const v: number[] = [];
  for (let i = 0; i < d; i++) {
    m.push(0);
    v.push(0);
  }
  return { t: 0, m, v };
}

export function optimizerStep(
  kind: Kind,
  parameters: number[],
  gradient: number[],
  state: OptimizerState,
  hyper: Hyper,
): { parameters: number[]; state: OptimizerState } {
  const known = ['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam', 'adamw'];
  if (!known.includes(kind)) throw new RangeError(`unknown kind: ${String(kind)}`);
  const eta = hyper.learningRate;
  if (!Number.isFinite(eta) || eta <= 0)
    throw new RangeError('learningRate must be positive and finite');
  const beta1 = hyper.beta1 ?? 0.9;
  const beta2 = hyper.beta2 ?? (kind === 'rmsprop' ? 0.9 : 0.999);
  const epsilon = hyper.epsilon ?? 1e-8;
  const lambda = hyper.weightDecay ?? 0.01;
  if (kind !== 'sgd' && kind !== 'rmsprop' && !(beta1 >= 0 && beta1 < 1))
    throw new RangeError('beta1');
  if (kind === 'rmsprop' || kind === 'adam' || kind === 'adamw') {
    if (!(beta2 >= 0 && beta2 < 1)) throw new RangeError('beta2');
    if (kind === 'adam' && epsilon < 0) throw new RangeError('epsilon');
  }
  if (kind === 'adamw' && lambda < 0) throw new RangeError('weightDecay');
  const d = parameters.length;
  if (gradient.length !== d || state.m.length !== d || state.v.length !== d)
    throw new TypeError('lengths differ');

  const t = state.t + 1;
  const c1 = 1 - beta1 ** t;
  const c2 = 1 - beta2 ** t;
  const p = [...parameters];
  const m = [...state.m];
  const v = [...state.v];
  for (let i = 0; i < d; i++) {
    const g = gradient[i];
    let u = g;
    switch (kind) {
      case 'sgd':
        break;
      case 'momentum':
        m[i] = beta1 * m[i] + g;
        u = m[i];
        break;
      case 'nesterov':
        m[i] = beta1 * m[i] + g;
        u = g + beta1 * m[i];
        break;
      case 'rmsprop':
        v[i] = beta2 * v[i] + (1 - beta2) * g * g;
        u = g / (Math.sqrt(v[i]) + epsilon);
        break;
      case 'adam':
      case 'adamw':
        m[i] = beta1 * m[i] + (1 - beta1) * g;
        v[i] = beta2 * v[i] + (1 - beta2) * g * g;
        u = m[i] / c1 / (Math.sqrt(v[i] / c2) + epsilon);
        if (kind === 'adamw') u += lambda * p[i];
        break;
    }
    p[i] -= eta * u;
  }
  return { parameters: p, state: { t, m, v } };
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
  for (let k = 0; k < steps; k++) {
    const here = path[k];
    const next = optimizerStep(kind, here, gradientAt(here.slice()), state, hyper);
    path.push(next.parameters);
    state = next.state;
  }
  return path;
}
