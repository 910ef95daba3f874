// 0.999 in RMSProp too.
class State {
  readonly t: number;
  readonly m: number[];
  readonly v: number[];
  constructor(t: number, m: number[], v: number[]) {
    this.t = t;
    this.m = m;
    this.v = v;
  }
  plain() {
    return { t: this.t, m: this.m, v: this.v };
  }
}

export function initialState(d: number) {
  return new State(0, Array(d).fill(0), Array(d).fill(0)).plain();
}

export function optimizerStep(
  kind: string,
  parameters: number[],
  gradient: number[],
  state: { t: number; m: number[]; v: number[] },
  hyper: {
    learningRate: number;
    beta1?: number;
    beta2?: number;
    epsilon?: number;
    weightDecay?: number;
  },
) {
  const { learningRate, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8, weightDecay = 0.01 } = hyper;
  if (!(learningRate > 0) || learningRate === Number.POSITIVE_INFINITY)
    throw new RangeError('rate');
  if (!(0 <= beta1 && beta1 < 1)) throw new RangeError('beta1');
  if (!(0 <= beta2 && beta2 < 1)) throw new RangeError('beta2');
  if (epsilon < 0) throw new RangeError('epsilon');
  if (weightDecay < 0) throw new RangeError('weightDecay');
  const n = parameters.length;
  if (gradient.length !== n || state.m.length !== n || state.v.length !== n)
    throw new TypeError('n');
  const t = state.t + 1;
  const run = (f: (g: number, m: number, v: number, p: number) => [number, number, number]) => {
    const rows = parameters.map((p, i) => f(gradient[i], state.m[i], state.v[i], p));
    const after = new State(
      t,
      rows.map(r => r[1]),
      rows.map(r => r[2]),
    );
    return {
      parameters: rows.map((r, i) => parameters[i] - learningRate * r[0]),
      state: after.plain(),
    };
  };
  const adam = (decay: number) =>
    run((g, m, v, p) => {
      const m1 = beta1 * m + (1 - beta1) * g;
      const v1 = beta2 * v + (1 - beta2) * g * g;
      const hat = m1 / (1 - beta1 ** t) / (Math.sqrt(v1 / (1 - beta2 ** t)) + epsilon);
      return [hat + decay * p, m1, v1];
    });
  if (kind === 'sgd') return run((g, m, v) => [g, m, v]);
  if (kind === 'momentum') return run((g, m, v) => [beta1 * m + g, beta1 * m + g, v]);
  if (kind === 'nesterov') return run((g, m, v) => [g + beta1 * (beta1 * m + g), beta1 * m + g, v]);
  if (kind === 'rmsprop') {
    return run((g, m, v) => {
      const v1 = beta2 * v + (1 - beta2) * g * g;
      return [g / (Math.sqrt(v1) + epsilon), m, v1];
    });
  }
  if (kind === 'adam') return adam(0);
  if (kind === 'adamw') return adam(weightDecay);
  throw new RangeError('kind');
}

export function minimize(
  kind: string,
  gradientAt: (p: number[]) => number[],
  start: number[],
  steps: number,
  hyper: { learningRate: number },
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
