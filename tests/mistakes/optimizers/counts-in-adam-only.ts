// t is raised where it is needed, in Adam; the other kinds leave it.
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
  m: Array(d).fill(0),
  v: Array(d).fill(0),
});

export function optimizerStep(kind: string, p: number[], g: number[], s: State, h: Hyper) {
  check(kind, p, g, s, h);
  let { t } = s;
  const m = s.m.slice();
  const v = s.v.slice();
  const b1 = h.beta1 ?? 0.9;
  const b2 = h.beta2 ?? (kind === 'rmsprop' ? 0.9 : 0.999);
  const e = h.epsilon ?? 1e-8;
  if (kind === 'adam' || kind === 'adamw') t += 1;
  const parameters = p.slice();
  for (const i of p.keys()) {
    if (kind === 'momentum' || kind === 'nesterov') m[i] = b1 * m[i] + g[i];
    if (kind === 'adam' || kind === 'adamw') m[i] = b1 * m[i] + (1 - b1) * g[i];
    if (kind === 'adam' || kind === 'adamw' || kind === 'rmsprop')
      v[i] = b2 * v[i] + (1 - b2) * g[i] ** 2;
    if (kind === 'sgd') parameters[i] -= h.learningRate * g[i];
    if (kind === 'momentum') parameters[i] -= h.learningRate * m[i];
    if (kind === 'nesterov') parameters[i] -= h.learningRate * (g[i] + b1 * m[i]);
    if (kind === 'rmsprop') parameters[i] -= (h.learningRate * g[i]) / (Math.sqrt(v[i]) + e);
    if (kind === 'adamw') parameters[i] -= h.learningRate * (h.weightDecay ?? 0.01) * p[i];
    if (kind === 'adam' || kind === 'adamw') {
      const root = Math.sqrt(v[i] / (1 - b2 ** t));
      parameters[i] -= (h.learningRate * (m[i] / (1 - b1 ** t))) / (root + e);
    }
  }
  return { parameters, state: { t, m, v } };
}

function check(kind: string, p: number[], g: number[], s: State, h: Hyper) {
  if (!['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam', 'adamw'].includes(kind))
    throw new RangeError('kind');
  if (!(h.learningRate > 0) || h.learningRate >= Infinity) throw new RangeError('learningRate');
  if (!((h.beta1 ?? 0) >= 0 && (h.beta1 ?? 0) < 1)) throw new RangeError('beta1');
  if (!((h.beta2 ?? 0) >= 0 && (h.beta2 ?? 0) < 1)) throw new RangeError('beta2');
  if ((h.epsilon ?? 0) < 0 || (h.weightDecay ?? 0) < 0) throw new RangeError('negative');
  if (p.length !== g.length || p.length !== s.m.length || p.length !== s.v.length)
    throw new TypeError('length');
}

export function minimize(
  kind: string,
  gradientAt: (p: number[]) => number[],
  start: number[],
  steps: number,
  h: Hyper,
) {
  const path = [start.slice()];
  let s = initialState(start.length);
  for (let i = 0; i < steps; i++) {
    const r = optimizerStep(kind, path[i], gradientAt(path[i]), s, h);
    s = r.state;
    path.push(r.parameters);
  }
  return path;
}
