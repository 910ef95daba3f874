// Adam without the hats.
export type S = { t: number; m: number[]; v: number[] };
type H = {
  learningRate: number;
  beta1?: number;
  beta2?: number;
  epsilon?: number;
  weightDecay?: number;
};

export const initialState = (d: number): S => ({
  t: 0,
  m: Array.from({ length: d }, () => 0),
  v: Array.from({ length: d }, () => 0),
});

function check(kind: string, p: number[], g: number[], s: S, h: H) {
  if (!['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam', 'adamw'].includes(kind)) {
    throw new RangeError('kind');
  }
  if (!(h.learningRate > 0 && h.learningRate < Infinity)) throw new RangeError('lr');
  for (const b of [h.beta1 ?? 0, h.beta2 ?? 0])
    if (!(b >= 0 && b < 1)) throw new RangeError('beta');
  if ((h.epsilon ?? 0) < 0 || (h.weightDecay ?? 0) < 0) throw new RangeError('negative');
  if (g.length !== p.length || s.m.length !== p.length || s.v.length !== p.length) {
    throw new TypeError('length');
  }
}

export function optimizerStep(kind: string, p: number[], g: number[], s: S, h: H) {
  check(kind, p, g, s, h);
  const b1 = h.beta1 ?? 0.9;
  const b2 = h.beta2 ?? (kind === 'rmsprop' ? 0.9 : 0.999);
  const e = h.epsilon ?? 1e-8;
  const out = { parameters: [...p], state: { t: s.t + 1, m: [...s.m], v: [...s.v] } };
  const { m, v } = out.state;
  for (let i = 0; i < p.length; i++) {
    let d = g[i];
    switch (kind) {
      case 'momentum':
      case 'nesterov':
        m[i] = b1 * m[i] + g[i];
        d = kind === 'momentum' ? m[i] : g[i] + b1 * m[i];
        break;
      case 'rmsprop':
        v[i] = b2 * v[i] + (1 - b2) * g[i] ** 2;
        d = g[i] / (Math.sqrt(v[i]) + e);
        break;
      case 'adam':
      case 'adamw':
        m[i] = b1 * m[i] + (1 - b1) * g[i];
        v[i] = b2 * v[i] + (1 - b2) * g[i] ** 2;
        d = m[i] / (Math.sqrt(v[i]) + e);
        if (kind === 'adamw') d += (h.weightDecay ?? 0.01) * p[i];
    }
    out.parameters[i] -= h.learningRate * d;
  }
  return out;
}

export function minimize(
  kind: string,
  gradientAt: (p: number[]) => number[],
  start: number[],
  steps: number,
  hyper: H,
) {
  let p = [...start];
  let s = initialState(start.length);
  const path = [p];
  for (let i = 0; i < steps; i++) {
    const r = optimizerStep(kind, p, gradientAt(p), s, hyper);
    p = r.parameters;
    s = r.state;
    path.push(p);
  }
  return path;
}
