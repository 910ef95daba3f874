// The corrected means go back into the state.
export function initialState(d: number) {
  const none: number[] = Array(d).fill(0);
  return { t: 0, m: none, v: [...none] };
}
type S = { t: number; m: number[]; v: number[] };
type H = {
  learningRate: number;
  beta1?: number;
  beta2?: number;
  epsilon?: number;
  weightDecay?: number;
};

function adam(p: number[], g: number[], s: S, h: H, decay: number) {
  const { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = h;
  const t = s.t + 1;
  const m = s.m.map((x, i) => (beta1 * x + (1 - beta1) * g[i]) / (1 - beta1 ** t));
  const v = s.v.map((x, i) => (beta2 * x + (1 - beta2) * g[i] ** 2) / (1 - beta2 ** t));
  const next = p.map(
    (x, i) => x - h.learningRate * (m[i] / (Math.sqrt(v[i]) + epsilon) + decay * x),
  );
  return { parameters: next, state: { t, m, v } };
}

export function optimizerStep(kind: string, p: number[], g: number[], s: S, h: H) {
  const { beta1 = 0.9, beta2 = 0.9, epsilon = 1e-8, weightDecay = 0.01 } = h;
  if (p.length !== g.length) throw new TypeError('gradient');
  if (p.length !== s.m.length) throw new TypeError('m');
  if (p.length !== s.v.length) throw new TypeError('v');
  if (!(h.learningRate > 0) || h.learningRate === Infinity) throw new RangeError('rate');
  if (!(beta1 >= 0) || !(beta1 < 1) || !(beta2 >= 0) || !(beta2 < 1)) throw new RangeError('beta');
  if (epsilon < 0 || weightDecay < 0) throw new RangeError('negative');
  const state = { t: s.t + 1, m: [...s.m], v: [...s.v] };
  if (kind === 'adam') return adam(p, g, s, h, 0);
  if (kind === 'adamw') return adam(p, g, s, h, weightDecay);
  const u = [...g];
  if (kind === 'momentum' || kind === 'nesterov') {
    u.forEach((x, i) => {
      state.m[i] = beta1 * s.m[i] + x;
      u[i] = kind === 'momentum' ? state.m[i] : x + beta1 * state.m[i];
    });
  } else if (kind === 'rmsprop') {
    u.forEach((x, i) => {
      state.v[i] = beta2 * s.v[i] + (1 - beta2) * x * x;
      u[i] = x / (Math.sqrt(state.v[i]) + epsilon);
    });
  } else if (kind !== 'sgd') throw new RangeError('kind');
  return { parameters: p.map((x, i) => x - h.learningRate * u[i]), state };
}

export function minimize(
  kind: string,
  gradientAt: (p: number[]) => number[],
  start: number[],
  steps: number,
  h: H,
) {
  const path = [[...start]];
  let state: S = initialState(start.length);
  for (let i = 0; i < steps; i++) {
    const next = optimizerStep(kind, path[i], gradientAt(path[i]), state, h);
    path.push(next.parameters);
    state = next.state;
  }
  return path;
}
