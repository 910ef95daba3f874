// Right points, but the gradient is taken once more at the end of the run.
type State = { t: number; m: number[]; v: number[] };
type Options = {
  learningRate: number;
  beta1?: number;
  beta2?: number;
  epsilon?: number;
  weightDecay?: number;
};

export function initialState(d: number): State {
  return { t: 0, m: Array(d).fill(0), v: Array(d).fill(0) };
}

export function optimizerStep(kind: string, x: number[], g: number[], s: State, o: Options) {
  const b1 = o.beta1 ?? 0.9;
  const b2 = o.beta2 ?? (kind === 'rmsprop' ? 0.9 : 0.999);
  const eps = o.epsilon ?? 1e-8;
  const wd = o.weightDecay ?? 0.01;
  if (!(o.learningRate > 0) || o.learningRate === Infinity) throw new RangeError('learningRate');
  if (!(b1 >= 0 && b1 < 1)) throw new RangeError('beta1');
  if (!(b2 >= 0 && b2 < 1)) throw new RangeError('beta2');
  if (eps < 0 || wd < 0) throw new RangeError('eps, wd');
  if (g.length !== x.length || s.m.length !== x.length || s.v.length !== x.length)
    throw new TypeError('length');
  const t = s.t + 1;
  const ema = (old: number[], b: number, now: number[]) =>
    old.map((a, i) => b * a + (1 - b) * now[i]);
  const sum = s.m.map((a, i) => b1 * a + g[i]);
  const sq = ema(
    s.v,
    b2,
    g.map(a => a * a),
  );
  const go = (u: number[], m: number[], v: number[]) => ({
    parameters: x.map((a, i) => a - o.learningRate * u[i]),
    state: { t, m: [...m], v: [...v] },
  });
  if (kind === 'sgd') return go(g, s.m, s.v);
  if (kind === 'momentum') return go(sum, sum, s.v);
  if (kind === 'nesterov')
    return go(
      g.map((a, i) => a + b1 * sum[i]),
      sum,
      s.v,
    );
  if (kind === 'rmsprop')
    return go(
      g.map((a, i) => a / (Math.sqrt(sq[i]) + eps)),
      s.m,
      sq,
    );
  if (kind !== 'adam' && kind !== 'adamw') throw new RangeError('kind');
  const m = ema(s.m, b1, g);
  const u = m.map((a, i) => a / (1 - b1 ** t) / (Math.sqrt(sq[i] / (1 - b2 ** t)) + eps));
  return go(kind === 'adam' ? u : u.map((a, i) => a + wd * x[i]), m, sq);
}

export function minimize(
  kind: string,
  gradientAt: (x: number[]) => number[],
  start: number[],
  steps: number,
  o: Options,
) {
  const path = [[...start]];
  let gradient = gradientAt([...start]);
  let state = initialState(start.length);
  while (path.length <= steps) {
    const next = optimizerStep(kind, path[path.length - 1], gradient, state, o);
    path.push(next.parameters);
    state = next.state;
    gradient = gradientAt([...next.parameters]);
  }
  return path;
}
