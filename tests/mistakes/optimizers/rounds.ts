// Rounds the parameters to six decimals to keep them tidy.
type State = { t: number; m: number[]; v: number[] };
type Hyper = {
  learningRate: number;
  beta1?: number;
  beta2?: number;
  epsilon?: number;
  weightDecay?: number;
};

export function initialState(d: number): State {
  return { t: 0, m: Array(d).fill(0), v: Array(d).fill(0) };
}

const tidy = (x: number) => Number(x.toFixed(6));

export function optimizerStep(kind: string, p: number[], g: number[], s: State, h: Hyper) {
  const {
    learningRate,
    beta1 = 0.9,
    beta2 = kind === 'rmsprop' ? 0.9 : 0.999,
    epsilon = 1e-8,
    weightDecay = 0.01,
  } = h;
  if (!(learningRate > 0 && learningRate < Infinity)) throw new RangeError('learningRate');
  if (!(beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1)) throw new RangeError('beta');
  if (epsilon < 0 || weightDecay < 0) throw new RangeError('negative');
  if (g.length !== p.length || s.m.length !== p.length || s.v.length !== p.length)
    throw new TypeError('length');
  const t = s.t + 1;
  const m = [...s.m];
  const v = [...s.v];
  const step = (j: number): number => {
    if (kind === 'sgd') return g[j];
    if (kind === 'momentum' || kind === 'nesterov') {
      m[j] = beta1 * m[j] + g[j];
      return kind === 'momentum' ? m[j] : g[j] + beta1 * m[j];
    }
    v[j] = beta2 * v[j] + (1 - beta2) * g[j] ** 2;
    if (kind === 'rmsprop') return g[j] / (Math.sqrt(v[j]) + epsilon);
    if (kind !== 'adam' && kind !== 'adamw') throw new RangeError('kind');
    m[j] = beta1 * m[j] + (1 - beta1) * g[j];
    const u = m[j] / (1 - beta1 ** t) / (Math.sqrt(v[j] / (1 - beta2 ** t)) + epsilon);
    return kind === 'adamw' ? u + weightDecay * p[j] : u;
  };
  return {
    parameters: p.map((x, j) => tidy(x - learningRate * step(j))),
    state: { t, m: m.map(tidy), v: v.map(tidy) },
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
    const next = optimizerStep(kind, path[i], gradientAt(path[i]), s, h);
    path.push(next.parameters);
    s = next.state;
  }
  return path;
}
