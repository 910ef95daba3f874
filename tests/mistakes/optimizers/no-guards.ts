// Right for every good input; refuses nothing.
type State = { t: number; m: number[]; v: number[] };
type Hyper = { learningRate: number; [option: string]: number };
const zero = (d: number): number[] => Array(d).fill(0);
export const initialState = (d: number) => ({ t: 0, m: zero(d), v: zero(d) });

export function optimizerStep(kind: string, p: number[], g: number[], s: State, h: Hyper) {
  const b1 = h.beta1 ?? 0.9;
  const b2 = h.beta2 ?? (kind === 'rmsprop' ? 0.9 : 0.999);
  const e = h.epsilon ?? 1e-8;
  const t = s.t + 1;
  const adam = kind === 'adam' || kind === 'adamw';
  const m: number[] = [...s.m];
  const v: number[] = [...s.v];
  const u = g.map((x, i) => {
    if (kind === 'momentum' || kind === 'nesterov') m[i] = b1 * m[i] + x;
    if (adam) m[i] = b1 * m[i] + (1 - b1) * x;
    if (adam || kind === 'rmsprop') v[i] = b2 * v[i] + (1 - b2) * x * x;
    if (kind === 'sgd') return x;
    if (kind === 'momentum') return m[i];
    if (kind === 'nesterov') return x + b1 * m[i];
    if (kind === 'rmsprop') return x / (Math.sqrt(v[i]) + e);
    const hat = m[i] / (1 - b1 ** t) / (Math.sqrt(v[i] / (1 - b2 ** t)) + e);
    return kind === 'adam' ? hat : hat + (h.weightDecay ?? 0.01) * p[i];
  });
  return { parameters: p.map((x, i) => x - h.learningRate * u[i]), state: { t, m, v } };
}

export function minimize(
  kind: string,
  f: (p: number[]) => number[],
  start: number[],
  steps: number,
  h: Hyper,
) {
  const path = [[...start]];
  let s = initialState(start.length);
  for (let i = 0; i < steps; i++) {
    const next = optimizerStep(kind, path[i], f(path[i]), s, h);
    path.push(next.parameters);
    s = next.state;
  }
  return path;
}
