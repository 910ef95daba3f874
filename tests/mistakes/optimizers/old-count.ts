// Corrects with the count from before the step, and steps around the zero that this makes.
function zeros(d: number): number[] {
  const list = [];
  while (list.length < d) list.push(0);
  return list;
}

export function initialState(d: number) {
  return { t: 0, m: zeros(d), v: zeros(d) };
}

export function optimizerStep(
  kind: string,
  parameters: number[],
  gradient: number[],
  state: { t: number; m: number[]; v: number[] },
  hyper: Record<string, number | undefined>,
) {
  const rate = hyper.learningRate as number;
  const beta1 = hyper.beta1 ?? 0.9;
  const beta2 = hyper.beta2 ?? (kind === 'rmsprop' ? 0.9 : 0.999);
  const epsilon = hyper.epsilon ?? 1e-8;
  const decay = hyper.weightDecay ?? 0.01;
  if (Number.isNaN(rate) || rate <= 0 || !Number.isFinite(rate)) throw new RangeError('rate');
  if (!(beta1 < 1) || beta1 < 0) throw new RangeError('beta1');
  if (!(beta2 < 1) || beta2 < 0) throw new RangeError('beta2');
  if (epsilon < 0) throw new RangeError('epsilon');
  if (decay < 0) throw new RangeError('decay');
  const n = parameters.length;
  if (gradient.length !== n) throw new TypeError('gradient');
  if (state.m.length !== n || state.v.length !== n) throw new TypeError('state');

  const m = state.m.slice();
  const v = state.v.slice();
  const result: number[] = [];
  for (let j = 0; j < n; j++) {
    const g = gradient[j];
    let move: number;
    if (kind === 'sgd') {
      move = g;
    } else if (kind === 'momentum') {
      m[j] = m[j] * beta1 + g;
      move = m[j];
    } else if (kind === 'nesterov') {
      m[j] = m[j] * beta1 + g;
      move = g + beta1 * m[j];
    } else if (kind === 'rmsprop') {
      v[j] = v[j] * beta2 + g * g * (1 - beta2);
      move = g / (Math.sqrt(v[j]) + epsilon);
    } else if (kind === 'adam' || kind === 'adamw') {
      m[j] = m[j] * beta1 + g * (1 - beta1);
      v[j] = v[j] * beta2 + g * g * (1 - beta2);
      const c1 = 1 - beta1 ** state.t || 1;
      const c2 = 1 - beta2 ** state.t || 1;
      move = m[j] / c1 / (Math.sqrt(v[j] / c2) + epsilon);
      if (kind === 'adamw') move += decay * parameters[j];
    } else throw new RangeError('kind');
    result.push(parameters[j] - rate * move);
  }
  return { parameters: result, state: { t: state.t + 1, m, v } };
}

export function minimize(
  kind: string,
  gradientAt: (parameters: number[]) => number[],
  start: number[],
  steps: number,
  hyper: Record<string, number | undefined>,
) {
  const path = [start.map(x => x)];
  let state = initialState(start.length);
  for (let k = 1; k <= steps; k++) {
    const from = path[path.length - 1];
    const next = optimizerStep(kind, from, gradientAt(from), state, hyper);
    path.push(next.parameters);
    state = next.state;
  }
  return path;
}
