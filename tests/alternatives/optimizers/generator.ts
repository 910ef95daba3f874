// A generator yields the points; the step pushes coordinate by coordinate into three new lists.
const NAMES = { sgd: 0, momentum: 1, nesterov: 2, rmsprop: 3, adam: 4, adamw: 5 } as const;

export function initialState(d: number) {
  const state: { t: number; m: number[]; v: number[] } = { t: 0, m: [], v: [] };
  for (let j = 0; j < d; j++) {
    state.m.push(0);
    state.v.push(0);
  }
  return state;
}

function refuse(condition: boolean, message: string): void {
  if (condition) throw RangeError(message);
}

export function optimizerStep(
  kind: keyof typeof NAMES,
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
  refuse(!Object.hasOwn(NAMES, kind), 'kind');
  const h = {
    beta1: 0.9,
    beta2: kind === 'rmsprop' ? 0.9 : 0.999,
    epsilon: 1e-8,
    weightDecay: 0.01,
  };
  for (const [name, value] of Object.entries(hyper)) {
    if (value !== undefined) Object.assign(h, { [name]: value });
  }
  const eta = hyper.learningRate;
  refuse(!Number.isFinite(eta) || eta <= 0, 'learningRate');
  // Options that a kind does not use are refused as well where they make no sense.
  refuse(!(h.beta1 >= 0) || !(h.beta1 < 1), 'beta1');
  refuse(!(h.beta2 >= 0) || !(h.beta2 < 1), 'beta2');
  refuse(!(h.epsilon >= 0), 'epsilon');
  refuse(!(h.weightDecay >= 0), 'weightDecay');
  refuse(parameters.length !== gradient.length, 'gradient');
  refuse(parameters.length !== state.m.length, 'm');
  refuse(parameters.length !== state.v.length, 'v');

  const out = {
    parameters: [] as number[],
    state: { t: state.t + 1, m: [] as number[], v: [] as number[] },
  };
  const { t } = out.state;
  for (const [j, g] of gradient.entries()) {
    let [m, v] = [state.m[j], state.v[j]];
    let move: number;
    if (kind === 'sgd') move = eta * g;
    else if (kind === 'momentum') {
      m = g + h.beta1 * m;
      move = eta * m;
    } else if (kind === 'nesterov') {
      m = g + h.beta1 * m;
      move = eta * g + eta * h.beta1 * m;
    } else {
      v = v - (1 - h.beta2) * (v - g * g);
      if (kind === 'rmsprop') move = (eta / (Math.sqrt(v) + h.epsilon)) * g;
      else {
        m = m - (1 - h.beta1) * (m - g);
        const c1 = 1 - Math.exp(t * Math.log(h.beta1));
        const c2 = 1 - Math.exp(t * Math.log(h.beta2));
        move = (eta * (m / c1)) / (Math.sqrt(v / c2) + h.epsilon);
        if (kind === 'adamw') move += eta * h.weightDecay * parameters[j];
      }
    }
    out.state.m.push(m);
    out.state.v.push(v);
    out.parameters.push(parameters[j] - move);
  }
  return out;
}

function* points(
  kind: keyof typeof NAMES,
  gradientAt: (parameters: number[]) => number[],
  start: number[],
  hyper: { learningRate: number },
) {
  let here = [...start];
  let state = initialState(start.length);
  for (;;) {
    yield here;
    ({ parameters: here, state } = optimizerStep(kind, here, gradientAt(here), state, hyper));
  }
}

export function minimize(
  kind: keyof typeof NAMES,
  gradientAt: (parameters: number[]) => number[],
  start: number[],
  steps: number,
  hyper: { learningRate: number },
): number[][] {
  const path: number[][] = [];
  for (const point of points(kind, gradientAt, start, hyper)) {
    path.push(point);
    if (path.length > steps) break;
  }
  return path;
}
