// minimize takes a gradient that is exactly 0 everywhere for convergence and repeats the point, although remembered momentum or decay would still move it.
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

function need(ok: boolean, message: string): void {
  if (!ok) throw new RangeError(message);
}

export function initialState(d: number): OptimizerState {
  const m: number[] = [];
  while (m.length < d) m.push(0);
  return { t: 0, m, v: m.slice() };
}

export function optimizerStep(
  kind: Kind,
  parameters: number[],
  gradient: number[],
  state: OptimizerState,
  hyper: Hyper,
): { parameters: number[]; state: OptimizerState } {
  const d = parameters.length;
  const lr = hyper.learningRate;
  need(lr > 0 && lr < Infinity, 'learningRate');
  for (const list of [gradient, state.m, state.v])
    if (list.length !== d) throw new TypeError('wrong length');
  const b1 = hyper.beta1 ?? 0.9;
  const b2 = hyper.beta2 ?? (kind === 'rmsprop' ? 0.9 : 0.999);
  const eps = hyper.epsilon ?? 1e-8;
  const wd = hyper.weightDecay ?? 0.01;
  const t = state.t + 1;
  const p = parameters.slice();
  const m = state.m.slice();
  const v = state.v.slice();

  if (kind === 'sgd') {
    for (let i = 0; i < d; i++) p[i] -= lr * gradient[i];
  } else if (kind === 'momentum' || kind === 'nesterov') {
    need(b1 >= 0 && b1 < 1, 'beta1');
    for (let i = 0; i < d; i++) {
      m[i] = b1 * m[i] + gradient[i];
      p[i] -= lr * (kind === 'nesterov' ? gradient[i] + b1 * m[i] : m[i]);
    }
  } else if (kind === 'rmsprop') {
    need(b2 >= 0 && b2 < 1, 'beta2');
    need(!(eps < 0), 'epsilon');
    for (let i = 0; i < d; i++) {
      v[i] = b2 * v[i] + (1 - b2) * gradient[i] ** 2;
      p[i] -= (lr * gradient[i]) / (Math.sqrt(v[i]) + eps);
    }
  } else if (kind === 'adam' || kind === 'adamw') {
    need(b1 >= 0 && b1 < 1, 'beta1');
    need(b2 >= 0 && b2 < 1, 'beta2');
    need(!(eps < 0), 'epsilon');
    need(kind === 'adam' || !(wd < 0), 'weightDecay');
    for (let i = 0; i < d; i++) {
      m[i] = b1 * m[i] + (1 - b1) * gradient[i];
      v[i] = b2 * v[i] + (1 - b2) * gradient[i] ** 2;
      const mHat = m[i] / (1 - b1 ** t);
      const vHat = v[i] / (1 - b2 ** t);
      const shrink = kind === 'adamw' ? wd * p[i] : 0;
      p[i] -= lr * (mHat / (Math.sqrt(vHat) + eps) + shrink);
    }
  } else {
    throw new RangeError('kind');
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
    const gradient = gradientAt(path[k].slice());
    const next = optimizerStep(kind, path[k], gradient, state, hyper);
    if (gradient.every(g => g === 0)) {
      path.push(path[k].slice());
      continue;
    }
    path.push(next.parameters);
    state = next.state;
  }
  return path;
}
