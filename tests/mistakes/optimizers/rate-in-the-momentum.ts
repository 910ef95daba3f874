// m = beta m + lr g; p -= m. The same path from zeros, another state.
type S = { t: number; m: number[]; v: number[] };
type H = {
  learningRate: number;
  beta1?: number;
  beta2?: number;
  epsilon?: number;
  weightDecay?: number;
};
const NEEDS = { sgd: '', momentum: 'm', nesterov: 'm', rmsprop: 'v', adam: 'mv', adamw: 'mvw' };

export const initialState = (d: number): S => ({ t: 0, m: Array(d).fill(0), v: Array(d).fill(0) });

export function optimizerStep(kind: keyof typeof NEEDS, p: number[], g: number[], s: S, h: H) {
  const needs = NEEDS[kind];
  if (needs === undefined) throw new RangeError('kind');
  const lr = h.learningRate;
  const b1 = h.beta1 ?? 0.9;
  const b2 = h.beta2 ?? (kind === 'rmsprop' ? 0.9 : 0.999);
  const e = h.epsilon ?? 1e-8;
  const w = h.weightDecay ?? 0.01;
  if (!(lr > 0) || lr === Infinity) throw new RangeError('lr');
  if (needs.includes('m') && !(b1 >= 0 && b1 < 1)) throw new RangeError('b1');
  if (needs.includes('v') && (!(b2 >= 0 && b2 < 1) || e < 0)) throw new RangeError('b2, e');
  if (needs.includes('w') && w < 0) throw new RangeError('w');
  if (p.length !== g.length || p.length !== s.m.length || p.length !== s.v.length)
    throw new TypeError('length');
  const t = s.t + 1;
  if (needs === '')
    return { parameters: p.map((x, i) => x - lr * g[i]), state: { t, m: [...s.m], v: [...s.v] } };
  if (needs === 'm') {
    const m = s.m.map((x, i) => b1 * x + lr * g[i]);
    const move = kind === 'momentum' ? m : m.map((x, i) => lr * g[i] + b1 * x);
    return { parameters: p.map((x, i) => x - move[i]), state: { t, m, v: [...s.v] } };
  }
  const v = s.v.map((x, i) => b2 * x + (1 - b2) * g[i] ** 2);
  if (needs === 'v') {
    return {
      parameters: p.map((x, i) => x - (lr * g[i]) / (Math.sqrt(v[i]) + e)),
      state: { t, m: [...s.m], v },
    };
  }
  const m = s.m.map((x, i) => b1 * x + (1 - b1) * g[i]);
  const parameters = p.map((x, i) => {
    const u = m[i] / (1 - b1 ** t) / (Math.sqrt(v[i] / (1 - b2 ** t)) + e);
    return x - lr * (needs === 'mvw' ? u + w * x : u);
  });
  return { parameters, state: { t, m, v } };
}

export function minimize(
  kind: keyof typeof NEEDS,
  f: (p: number[]) => number[],
  start: number[],
  steps: number,
  h: H,
) {
  const path = [[...start]];
  let s = initialState(start.length);
  for (let i = 0; i < steps; i++) {
    const r = optimizerStep(kind, path[i], f(path[i]), s, h);
    path.push(r.parameters);
    s = r.state;
  }
  return path;
}
