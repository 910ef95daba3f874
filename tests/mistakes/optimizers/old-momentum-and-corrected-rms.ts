// Two things: Nesterov adds the old m, and RMSProp corrects as Adam does.
export function initialState(d: number): { t: number; m: number[]; v: number[] } {
  return { t: 0, m: Array(d).fill(0), v: Array(d).fill(0) };
}

interface Hyper {
  learningRate: number;
  beta1?: number;
  beta2?: number;
  epsilon?: number;
  weightDecay?: number;
}

export function optimizerStep(
  kind: string,
  parameters: number[],
  gradient: number[],
  state: { t: number; m: number[]; v: number[] },
  hyper: Hyper,
) {
  if (!(hyper.learningRate > 0) || !Number.isFinite(hyper.learningRate))
    throw RangeError('learningRate');
  const beta1 = hyper.beta1 ?? 0.9;
  const beta2 = hyper.beta2 ?? { rmsprop: 0.9 }[kind] ?? 0.999;
  const epsilon = hyper.epsilon ?? 1e-8;
  const weightDecay = hyper.weightDecay ?? 0.01;
  if (!(beta1 >= 0 && beta1 < 1)) throw RangeError('beta1');
  if (!(beta2 >= 0 && beta2 < 1)) throw RangeError('beta2');
  if (epsilon < 0 || weightDecay < 0) throw RangeError('negative');
  const { length } = parameters;
  if (gradient.length !== length || state.m.length !== length || state.v.length !== length)
    throw TypeError('length');

  const t = state.t + 1;
  const oldM = state.m;
  let m = [...oldM];
  let v = [...state.v];
  const scaled = (list: number[], beta: number) => list.map(x => x / (1 - beta ** t));
  const second = () => v.map((x, i) => beta2 * x + (1 - beta2) * gradient[i] * gradient[i]);
  let u: number[];
  switch (kind) {
    case 'sgd':
      u = [...gradient];
      break;
    case 'momentum':
      m = m.map((x, i) => beta1 * x + gradient[i]);
      u = m;
      break;
    case 'nesterov':
      m = m.map((x, i) => beta1 * x + gradient[i]);
      u = gradient.map((g, i) => g + beta1 * oldM[i]);
      break;
    case 'rmsprop': {
      v = second();
      const roots = scaled(v, beta2).map(Math.sqrt);
      u = gradient.map((g, i) => g / (roots[i] + epsilon));
      break;
    }
    case 'adam':
    case 'adamw': {
      v = second();
      m = m.map((x, i) => beta1 * x + (1 - beta1) * gradient[i]);
      const roots = scaled(v, beta2).map(Math.sqrt);
      u = scaled(m, beta1).map((x, i) => x / (roots[i] + epsilon));
      if (kind === 'adamw') u = u.map((x, i) => x + weightDecay * parameters[i]);
      break;
    }
    default:
      throw RangeError('kind');
  }
  return {
    parameters: parameters.map((p, i) => p - hyper.learningRate * u[i]),
    state: { t, m, v },
  };
}

export function minimize(
  kind: string,
  gradientAt: (p: number[]) => number[],
  start: number[],
  steps: number,
  hyper: Hyper,
) {
  const path = [start.slice(0)];
  let state = initialState(start.length);
  for (let i = 0; i < steps; i++) {
    const next = optimizerStep(kind, path[i], gradientAt(path[i]), state, hyper);
    state = next.state;
    path.push(next.parameters);
  }
  return path;
}
