// Adds the squares up over all coordinates, so that every entry of v is the same.
interface State {
  t: number;
  m: number[];
  v: number[];
}
interface Hyper {
  learningRate: number;
  beta1?: number;
  beta2?: number;
  epsilon?: number;
  weightDecay?: number;
}

export function initialState(d: number): State {
  return { t: 0, m: Array(d).fill(0), v: Array(d).fill(0) };
}

export function optimizerStep(
  kind: string,
  parameters: number[],
  gradient: number[],
  state: State,
  hyper: Hyper,
) {
  const d = parameters.length;
  if (gradient.length !== d || state.m.length !== d || state.v.length !== d)
    throw new TypeError('length');
  const {
    learningRate,
    beta1 = 0.9,
    beta2 = kind === 'rmsprop' ? 0.9 : 0.999,
    epsilon = 1e-8,
    weightDecay = 0.01,
  } = hyper;
  if (!(learningRate > 0 && learningRate < Infinity)) throw new RangeError('learningRate');
  if (!(beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1)) throw new RangeError('beta');
  if (epsilon < 0 || weightDecay < 0) throw new RangeError('epsilon');
  const t = state.t + 1;
  const squared = gradient.reduce((sum, g) => sum + g * g, 0);
  const mean = (old: number[], beta: number, now: (j: number) => number) =>
    old.map((x, j) => beta * x + (1 - beta) * now(j));
  switch (kind) {
    case 'sgd':
      return {
        parameters: parameters.map((p, j) => p - learningRate * gradient[j]),
        state: { t, m: [...state.m], v: [...state.v] },
      };
    case 'momentum':
    case 'nesterov': {
      const m = state.m.map((x, j) => beta1 * x + gradient[j]);
      const u = kind === 'momentum' ? m : m.map((x, j) => gradient[j] + beta1 * x);
      return {
        parameters: parameters.map((p, j) => p - learningRate * u[j]),
        state: { t, m, v: [...state.v] },
      };
    }
    case 'rmsprop': {
      const v = mean(state.v, beta2, () => squared);
      return {
        parameters: parameters.map(
          (p, j) => p - (learningRate * gradient[j]) / (Math.sqrt(v[j]) + epsilon),
        ),
        state: { t, m: [...state.m], v },
      };
    }
    case 'adam':
    case 'adamw': {
      const m = mean(state.m, beta1, j => gradient[j]);
      const v = mean(state.v, beta2, () => squared);
      const lambda = kind === 'adamw' ? weightDecay : 0;
      return {
        parameters: parameters.map((p, j) => {
          const hat = m[j] / (1 - beta1 ** t) / (Math.sqrt(v[j] / (1 - beta2 ** t)) + epsilon);
          return p - learningRate * (hat + lambda * p);
        }),
        state: { t, m, v },
      };
    }
  }
  throw new RangeError('kind');
}

export function minimize(
  kind: string,
  gradientAt: (p: number[]) => number[],
  start: number[],
  steps: number,
  hyper: Hyper,
) {
  const path = [[...start]];
  let state = initialState(start.length);
  for (let i = 0; i < steps; i++) {
    const next = optimizerStep(kind, path[i], gradientAt(path[i]), state, hyper);
    path.push(next.parameters);
    state = next.state;
  }
  return path;
}
