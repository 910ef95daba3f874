// "The correction only matters at the start": after 20 steps it is left out.
type State = { t: number; m: number[]; v: number[] };
type Hyper = {
  learningRate: number;
  beta1?: number;
  beta2?: number;
  epsilon?: number;
  weightDecay?: number;
};

export const initialState = (d: number): State => ({
  t: 0,
  m: Array.from({ length: d }).map(() => 0),
  v: Array.from({ length: d }).map(() => 0),
});

function verify(kind: string, d: number, others: number[][], h: Hyper) {
  if (!['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam', 'adamw'].includes(kind))
    throw new RangeError('kind');
  if (others.some(o => o.length !== d)) throw new TypeError('length');
  if (!(h.learningRate > 0) || h.learningRate === Infinity) throw new RangeError('learningRate');
  for (const b of [h.beta1, h.beta2])
    if (b !== undefined && !(b >= 0 && b < 1)) throw new RangeError('beta');
  for (const b of [h.epsilon, h.weightDecay])
    if (b !== undefined && !(b >= 0)) throw new RangeError('negative');
}

export function optimizerStep(kind: string, p: number[], g: number[], s: State, h: Hyper) {
  verify(kind, p.length, [g, s.m, s.v], h);
  const t = s.t + 1;
  const b1 = h.beta1 ?? 0.9;
  const b2 = h.beta2 ?? (kind === 'rmsprop' ? 0.9 : 0.999);
  const e = h.epsilon ?? 1e-8;
  const correct = (x: number, b: number) => (t <= 20 ? x / (1 - b ** t) : x);
  const rows = p.map((x, i) => {
    switch (kind) {
      case 'sgd':
        return { x: x - h.learningRate * g[i], m: s.m[i], v: s.v[i] };
      case 'momentum': {
        const m = b1 * s.m[i] + g[i];
        return { x: x - h.learningRate * m, m, v: s.v[i] };
      }
      case 'nesterov': {
        const m = b1 * s.m[i] + g[i];
        return { x: x - h.learningRate * (g[i] + b1 * m), m, v: s.v[i] };
      }
      case 'rmsprop': {
        const v = b2 * s.v[i] + (1 - b2) * g[i] ** 2;
        return { x: x - (h.learningRate * g[i]) / (Math.sqrt(v) + e), m: s.m[i], v };
      }
      default: {
        const m = b1 * s.m[i] + (1 - b1) * g[i];
        const v = b2 * s.v[i] + (1 - b2) * g[i] ** 2;
        const u = correct(m, b1) / (Math.sqrt(correct(v, b2)) + e);
        return {
          x: x - h.learningRate * (kind === 'adamw' ? u + (h.weightDecay ?? 0.01) * x : u),
          m,
          v,
        };
      }
    }
  });
  return {
    parameters: rows.map(r => r.x),
    state: { t, m: rows.map(r => r.m), v: rows.map(r => r.v) },
  };
}

export function minimize(
  kind: string,
  gradientAt: (p: number[]) => number[],
  start: number[],
  steps: number,
  h: Hyper,
) {
  const path = [[...start]];
  let s = initialState(start.length);
  for (let i = 0; i < steps; i++) {
    const r = optimizerStep(kind, path[i], gradientAt(path[i]), s, h);
    path.push(r.parameters);
    s = r.state;
  }
  return path;
}
