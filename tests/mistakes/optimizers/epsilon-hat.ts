// Folds the corrections into the learning rate, and leaves epsilon as it is: Keras' Adam.
export interface Optim {
  t: number;
  m: number[];
  v: number[];
}

export function initialState(d: number): Optim {
  return { t: 0, m: Array<number>(d).fill(0), v: Array<number>(d).fill(0) };
}

function guard(ok: boolean, why: string) {
  if (!ok) throw new RangeError(why);
}

export function optimizerStep(
  kind: string,
  parameters: number[],
  gradient: number[],
  { t, m, v }: Optim,
  {
    learningRate: lr,
    beta1 = 0.9,
    beta2 = kind === 'rmsprop' ? 0.9 : 0.999,
    epsilon = 1e-8,
    weightDecay = 0.01,
  }: {
    learningRate: number;
    beta1?: number;
    beta2?: number;
    epsilon?: number;
    weightDecay?: number;
  },
): { parameters: number[]; state: Optim } {
  guard(lr > 0 && Number.isFinite(lr), 'learningRate');
  guard(beta1 >= 0 && beta1 < 1, 'beta1');
  guard(beta2 >= 0 && beta2 < 1, 'beta2');
  guard(epsilon >= 0 && weightDecay >= 0, 'epsilon, weightDecay');
  const d = parameters.length;
  guard(gradient.length === d && m.length === d && v.length === d, 'lengths');
  const next: Optim = { t: t + 1, m: [...m], v: [...v] };
  const minus = (u: (j: number) => number) => ({
    parameters: parameters.map((p, j) => p - u(j)),
    state: next,
  });

  if (kind === 'sgd') return minus(j => lr * gradient[j]);
  if (kind === 'momentum' || kind === 'nesterov') {
    next.m = m.map((x, j) => beta1 * x + gradient[j]);
    if (kind === 'momentum') return minus(j => lr * next.m[j]);
    return minus(j => lr * (gradient[j] + beta1 * next.m[j]));
  }
  next.v = v.map((x, j) => beta2 * x + (1 - beta2) * gradient[j] ** 2);
  if (kind === 'rmsprop') return minus(j => (lr * gradient[j]) / (Math.sqrt(next.v[j]) + epsilon));
  guard(kind === 'adam' || kind === 'adamw', 'kind');
  next.m = m.map((x, j) => beta1 * x + (1 - beta1) * gradient[j]);
  const alpha = (lr * Math.sqrt(1 - beta2 ** next.t)) / (1 - beta1 ** next.t);
  const decay = kind === 'adamw' ? lr * weightDecay : 0;
  return minus(j => (alpha * next.m[j]) / (Math.sqrt(next.v[j]) + epsilon) + decay * parameters[j]);
}

export function minimize(
  kind: string,
  gradientAt: (p: number[]) => number[],
  start: number[],
  steps: number,
  hyper: { learningRate: number },
): number[][] {
  const path = [start.concat()];
  for (let i = 0, state = initialState(start.length); i < steps; i++) {
    const next = optimizerStep(kind, path[i], gradientAt(path[i]), state, hyper);
    state = next.state;
    path.push(next.parameters);
  }
  return path;
}
