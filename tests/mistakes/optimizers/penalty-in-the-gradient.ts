// AdamW as Adam with an L2 penalty: the decay goes into the gradient.
type St = { t: number; m: number[]; v: number[] };
type Hp = {
  learningRate: number;
  beta1?: number;
  beta2?: number;
  epsilon?: number;
  weightDecay?: number;
};
export function initialState(d: number): St {
  return { t: 0, m: [...Array(d)].map(() => 0), v: [...Array(d)].map(() => 0) };
}
export function optimizerStep(
  kind: string,
  p: number[],
  grad: number[],
  st: St,
  hp: Hp,
): { parameters: number[]; state: St } {
  if (p.length !== grad.length || p.length !== st.m.length || p.length !== st.v.length)
    throw new TypeError('length');
  if (!(hp.learningRate > 0) || hp.learningRate === Infinity) throw new RangeError('learning rate');
  if (hp.weightDecay !== undefined && hp.weightDecay < 0) throw new RangeError('weight decay');
  if (kind === 'adamw') {
    const wd = hp.weightDecay ?? 0.01;
    return optimizerStep(
      'adam',
      p,
      grad.map((g, i) => g + wd * p[i]),
      st,
      hp,
    );
  }
  const b1 = hp.beta1 ?? 0.9;
  const b2 = hp.beta2 ?? (kind === 'rmsprop' ? 0.9 : 0.999);
  if (!(b1 >= 0 && b1 < 1 && b2 >= 0 && b2 < 1)) throw new RangeError('beta');
  const eps = hp.epsilon ?? 1e-8;
  if (eps < 0) throw new RangeError('eps');
  const t = st.t + 1;
  const accumulate = () => st.m.map((m, i) => b1 * m + grad[i]);
  const squares = () => st.v.map((v, i) => b2 * v + (1 - b2) * grad[i] ** 2);
  let m = st.m.slice();
  let v = st.v.slice();
  let u: number[];
  switch (kind) {
    case 'sgd':
      u = grad;
      break;
    case 'momentum':
      m = accumulate();
      u = m;
      break;
    case 'nesterov':
      m = accumulate();
      u = m.map((x, i) => grad[i] + b1 * x);
      break;
    case 'rmsprop':
      v = squares();
      u = grad.map((g, i) => g / (Math.sqrt(v[i]) + eps));
      break;
    case 'adam':
      m = st.m.map((x, i) => b1 * x + (1 - b1) * grad[i]);
      v = squares();
      u = m.map((x, i) => x / (1 - b1 ** t) / (Math.sqrt(v[i] / (1 - b2 ** t)) + eps));
      break;
    default:
      throw new RangeError(kind);
  }
  return { parameters: p.map((x, i) => x - hp.learningRate * u[i]), state: { t, m, v } };
}
export function minimize(
  kind: string,
  f: (p: number[]) => number[],
  start: number[],
  steps: number,
  hp: Hp,
) {
  const path = [[...start]];
  let st = initialState(start.length);
  while (path.length < steps + 1) {
    const p = path[path.length - 1];
    const r = optimizerStep(kind, p, f(p), st, hp);
    path.push(r.parameters);
    st = r.state;
  }
  return path;
}
