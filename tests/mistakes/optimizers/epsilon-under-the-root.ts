// sqrt(v + eps), as TensorFlow's RMSProp has it, in all adaptive kinds.
type State = { t: number; m: number[]; v: number[] };
type Hyper = { learningRate: number } & Partial<
  Record<'beta1' | 'beta2' | 'epsilon' | 'weightDecay', number>
>;

export const initialState = (d: number): State => {
  const m: number[] = [];
  const v: number[] = [];
  for (let j = 0; j < d; j++) [m[j], v[j]] = [0, 0];
  return { t: 0, m, v };
};

const inUnit = (b: number | undefined) => b === undefined || (b >= 0 && b < 1);

export function optimizerStep(k: string, w: number[], g: number[], old: State, h: Hyper) {
  const known = 'sgd momentum nesterov rmsprop adam adamw'.split(' ');
  if (known.indexOf(k) === -1) throw new RangeError('unknown kind');
  if (!(h.learningRate > 0) || h.learningRate > 1e300) throw new RangeError('bad learning rate');
  if (!inUnit(h.beta1) || !inUnit(h.beta2)) throw new RangeError('bad beta');
  if (h.epsilon! < 0 || h.weightDecay! < 0) throw new RangeError('must not be negative');
  if (w.length !== g.length || w.length !== old.m.length || w.length !== old.v.length) {
    throw new TypeError('sizes');
  }
  const b1 = h.beta1 ?? 0.9;
  const b2 = h.beta2 ?? (k === 'rmsprop' ? 0.9 : 0.999);
  const t = old.t + 1;
  let m = [...old.m];
  let v = [...old.v];
  let u = [...g];
  if (k === 'momentum' || k === 'nesterov') {
    m = m.map((x, j) => b1 * x + g[j]);
    u = k === 'momentum' ? m : g.map((x, j) => x + b1 * m[j]);
  }
  if (k === 'rmsprop' || k === 'adam' || k === 'adamw') {
    v = v.map((x, j) => b2 * x + (1 - b2) * g[j] * g[j]);
    let top = g;
    let under = v;
    if (k !== 'rmsprop') {
      m = m.map((x, j) => b1 * x + (1 - b1) * g[j]);
      top = m.map(x => x / (1 - b1 ** t));
      under = v.map(x => x / (1 - b2 ** t));
    }
    u = top.map((x, j) => x / Math.sqrt(under[j] + (h.epsilon ?? 1e-8)));
    if (k === 'adamw') u = u.map((x, j) => x + (h.weightDecay ?? 0.01) * w[j]);
  }
  return { parameters: w.map((x, j) => x - h.learningRate * u[j]), state: { t, m: [...m], v } };
}

export function minimize(
  k: string,
  gradientAt: (w: number[]) => number[],
  start: number[],
  steps: number,
  h: Hyper,
) {
  let here = { parameters: [...start], state: initialState(start.length) };
  const path = [here.parameters];
  for (let i = 0; i < steps; i++) {
    here = optimizerStep(k, here.parameters, gradientAt(here.parameters), here.state, h);
    path.push(here.parameters);
  }
  return path;
}
