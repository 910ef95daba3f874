// As in PyTorch, where t is 0 the momentum buffer starts as the gradient, so an m that is given with t = 0 is ignored.
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

interface Options {
  b1: number;
  b2: number;
  eps: number;
  wd: number;
}

function readOptions(kind: Kind, hyper: Hyper): Options {
  const o: Options = {
    b1: hyper.beta1 ?? 0.9,
    b2: hyper.beta2 ?? (kind === 'rmsprop' ? 0.9 : 0.999),
    eps: hyper.epsilon ?? 1e-8,
    wd: hyper.weightDecay ?? 0.01,
  };
  if (!(hyper.learningRate > 0 && hyper.learningRate < Infinity))
    throw new RangeError('learningRate');
  const checkB1 = () => {
    if (!(o.b1 >= 0 && o.b1 < 1)) throw new RangeError('beta1');
  };
  const checkB2 = () => {
    if (!(o.b2 >= 0 && o.b2 < 1)) throw new RangeError('beta2');
    if (o.eps < 0) throw new RangeError('epsilon');
  };
  switch (kind) {
    case 'sgd':
      return o;
    case 'momentum':
    case 'nesterov':
      checkB1();
      return o;
    case 'rmsprop':
      checkB2();
      return o;
    case 'adamw':
      if (o.wd < 0) throw new RangeError('weightDecay');
      checkB1();
      checkB2();
      return o;
    case 'adam':
      checkB1();
      checkB2();
      return o;
    default:
      throw new RangeError('kind');
  }
}

export function initialState(d: number): OptimizerState {
  return { t: 0, m: new Array(d).fill(0), v: new Array(d).fill(0) };
}

export function optimizerStep(
  kind: Kind,
  parameters: number[],
  gradient: number[],
  state: OptimizerState,
  hyper: Hyper,
): { parameters: number[]; state: OptimizerState } {
  const { b1, b2, eps, wd } = readOptions(kind, hyper);
  const d = parameters.length;
  if (gradient.length !== d || state.m.length !== d || state.v.length !== d)
    throw new TypeError('length');
  const t = state.t + 1;
  let m = state.m.slice();
  let v = state.v.slice();
  let u = gradient.slice();
  if (kind === 'momentum' || kind === 'nesterov') {
    m = t === 1 ? gradient.slice() : m.map((x, i) => b1 * x + gradient[i]);
    u = kind === 'momentum' ? m : gradient.map((g, i) => g + b1 * m[i]);
  } else if (kind !== 'sgd') {
    v = v.map((x, i) => b2 * x + (1 - b2) * gradient[i] ** 2);
    if (kind === 'rmsprop') {
      u = gradient.map((g, i) => g / (Math.sqrt(v[i]) + eps));
    } else {
      m = m.map((x, i) => b1 * x + (1 - b1) * gradient[i]);
      u = m.map((x, i) => x / (1 - b1 ** t) / (Math.sqrt(v[i] / (1 - b2 ** t)) + eps));
      if (kind === 'adamw') u = u.map((x, i) => x + wd * parameters[i]);
    }
  }
  return {
    parameters: parameters.map((p, i) => p - hyper.learningRate * u[i]),
    state: { t, m, v },
  };
}

export function minimize(
  kind: Kind,
  gradientAt: (parameters: number[]) => number[],
  start: number[],
  steps: number,
  hyper: Hyper,
): number[][] {
  const path = [start.slice()];
  for (let k = 0, state = initialState(start.length); k < steps; k++) {
    const out = optimizerStep(kind, path[k], gradientAt(path[k].slice()), state, hyper);
    state = out.state;
    path.push(out.parameters);
  }
  return path;
}
