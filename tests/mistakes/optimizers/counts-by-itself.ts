// The number of steps lives in the module.
let count = 0;
type M = { t: number; m: number[]; v: number[] };

export function initialState(d: number): M {
  count = 0;
  return { t: 0, m: Array(d).fill(0), v: Array(d).fill(0) };
}

export function optimizerStep(
  kind: string,
  p: number[],
  g: number[],
  s: M,
  h: Record<string, number>,
): { parameters: number[]; state: M } {
  const good = ['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam', 'adamw'].includes(kind);
  if (!good || !(h.learningRate > 0) || !Number.isFinite(h.learningRate))
    throw new RangeError('kind or rate');
  if (p.length !== g.length || p.length !== s.m.length || p.length !== s.v.length)
    throw new TypeError('length');
  const b1 = h.beta1 ?? 0.9;
  const b2 = h.beta2 ?? (kind === 'rmsprop' ? 0.9 : 0.999);
  if (!(b1 >= 0 && b1 < 1 && b2 >= 0 && b2 < 1)) throw new RangeError('beta');
  if (h.epsilon < 0 || h.weightDecay < 0) throw new RangeError('sign');
  count += 1;
  const isAdam = kind.startsWith('adam');
  const m = s.m.map((x, i) => {
    if (isAdam) return b1 * x + (1 - b1) * g[i];
    return kind === 'momentum' || kind === 'nesterov' ? b1 * x + g[i] : x;
  });
  const v = s.v.map((x, i) => (isAdam || kind === 'rmsprop' ? b2 * x + (1 - b2) * g[i] ** 2 : x));
  const e = h.epsilon ?? 1e-8;
  const u = p.map((x, i) => {
    if (kind === 'sgd') return g[i];
    if (kind === 'momentum') return m[i];
    if (kind === 'nesterov') return g[i] + b1 * m[i];
    if (kind === 'rmsprop') return g[i] / (Math.sqrt(v[i]) + e);
    const hat = m[i] / (1 - b1 ** count) / (Math.sqrt(v[i] / (1 - b2 ** count)) + e);
    return kind === 'adamw' ? hat + (h.weightDecay ?? 0.01) * x : hat;
  });
  return { parameters: p.map((x, i) => x - h.learningRate * u[i]), state: { t: s.t + 1, m, v } };
}

export function minimize(
  kind: string,
  gradientAt: (p: number[]) => number[],
  start: number[],
  steps: number,
  h: Record<string, number>,
) {
  let p = [...start];
  let s = initialState(p.length);
  const path = [p];
  for (let i = 0; i < steps; i++) {
    ({ parameters: p, state: s } = optimizerStep(kind, p, gradientAt(p), s, h));
    path.push(p);
  }
  return path;
}
