// minimize moves one array along and appends it again and again.
type Memory = { t: number; m: number[]; v: number[] };
type Settings = {
  learningRate: number;
  beta1?: number;
  beta2?: number;
  epsilon?: number;
  weightDecay?: number;
};

export function initialState(d: number): Memory {
  return { t: 0, m: Array(d).fill(0), v: Array(d).fill(0) };
}

export function optimizerStep(
  kind: string,
  parameters: number[],
  gradient: number[],
  memory: Memory,
  settings: Settings,
) {
  const { learningRate, beta1 = 0.9, epsilon = 1e-8, weightDecay = 0.01 } = settings;
  const beta2 = settings.beta2 ?? (kind === 'rmsprop' ? 0.9 : 0.999);
  const ok = ['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam', 'adamw'].includes(kind);
  if (!ok || !(learningRate > 0) || !(learningRate < Infinity))
    throw new RangeError('kind or learning rate');
  if (!(beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1)) throw new RangeError('beta');
  if (epsilon < 0 || weightDecay < 0) throw new RangeError('epsilon or decay');
  for (const list of [gradient, memory.m, memory.v])
    if (list.length !== parameters.length) throw new TypeError('length');
  const after: Memory = { t: memory.t + 1, m: memory.m.slice(), v: memory.v.slice() };
  const moved = parameters.slice();
  for (let j = 0; j < moved.length; j++) {
    const g = gradient[j];
    let u = g;
    if (kind === 'momentum' || kind === 'nesterov') {
      after.m[j] = beta1 * after.m[j] + g;
      u = kind === 'momentum' ? after.m[j] : g + beta1 * after.m[j];
    } else if (kind !== 'sgd') {
      after.v[j] = beta2 * after.v[j] + (1 - beta2) * g * g;
      if (kind === 'rmsprop') u = g / (Math.sqrt(after.v[j]) + epsilon);
      else {
        after.m[j] = beta1 * after.m[j] + (1 - beta1) * g;
        u =
          after.m[j] /
          (1 - beta1 ** after.t) /
          (Math.sqrt(after.v[j] / (1 - beta2 ** after.t)) + epsilon);
        if (kind === 'adamw') u += weightDecay * moved[j];
      }
    }
    moved[j] -= learningRate * u;
  }
  return { parameters: moved, state: after };
}

export function minimize(
  kind: string,
  gradientAt: (p: number[]) => number[],
  start: number[],
  steps: number,
  settings: Settings,
) {
  const point = [...start];
  const path = [point];
  let memory = initialState(point.length);
  for (let i = 0; i < steps; i++) {
    const next = optimizerStep(kind, point, gradientAt(point), memory, settings);
    next.parameters.forEach((x, j) => {
      point[j] = x;
    });
    path.push(point);
    memory = next.state;
  }
  return path;
}
