// Works out the example: two coordinates, named x and y.
type State = { t: number; m: number[]; v: number[] };

export const initialState = (_d: number): State => ({ t: 0, m: [0, 0], v: [0, 0] });

export function optimizerStep(
  kind: string,
  [x, y]: number[],
  [gx, gy]: number[],
  s: State,
  h: Record<string, number>,
) {
  const b1 = h.beta1 ?? 0.9;
  const b2 = h.beta2 ?? (kind === 'rmsprop' ? 0.9 : 0.999);
  const eps = h.epsilon ?? 1e-8;
  const wd = h.weightDecay ?? 0.01;
  const t = s.t + 1;
  let [mx, my] = s.m;
  let [vx, vy] = s.v;
  let [ux, uy] = [gx, gy];
  if (kind === 'momentum' || kind === 'nesterov') {
    [mx, my] = [b1 * mx + gx, b1 * my + gy];
    [ux, uy] = kind === 'momentum' ? [mx, my] : [gx + b1 * mx, gy + b1 * my];
  } else if (kind !== 'sgd') {
    [vx, vy] = [b2 * vx + (1 - b2) * gx * gx, b2 * vy + (1 - b2) * gy * gy];
    if (kind === 'rmsprop') {
      [ux, uy] = [gx / (Math.sqrt(vx) + eps), gy / (Math.sqrt(vy) + eps)];
    } else {
      [mx, my] = [b1 * mx + (1 - b1) * gx, b1 * my + (1 - b1) * gy];
      const c1 = 1 - b1 ** t;
      const c2 = 1 - b2 ** t;
      ux = mx / c1 / (Math.sqrt(vx / c2) + eps);
      uy = my / c1 / (Math.sqrt(vy / c2) + eps);
      if (kind === 'adamw') [ux, uy] = [ux + wd * x, uy + wd * y];
    }
  }
  const lr = h.learningRate;
  return { parameters: [x - lr * ux, y - lr * uy], state: { t, m: [mx, my], v: [vx, vy] } };
}

export function minimize(
  kind: string,
  gradientAt: (p: number[]) => number[],
  start: number[],
  steps: number,
  hyper: Record<string, number>,
) {
  const path = [[...start]];
  let s = initialState(2);
  for (let i = 0; i < steps; i++) {
    const r = optimizerStep(kind, path[i], gradientAt(path[i]), s, hyper);
    s = r.state;
    path.push(r.parameters);
  }
  return path;
}
