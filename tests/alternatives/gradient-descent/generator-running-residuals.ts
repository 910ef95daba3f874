// Written by someone who likes generators: the walk is a lazy stream of states, and residuals are moved along with the parameters instead of being predicted anew.
type Place = { w: number[]; b: number; r: number[]; J: number };

function guard(X: number[][], y: number[], d: number): void {
  if (!X.length) throw new RangeError('no examples');
  if (y.length !== X.length || !X.every(x => x.length === d))
    throw new TypeError('shapes do not fit');
}

function* zip(a: number[], b: number[]): Generator<[number, number]> {
  for (let k = 0; k < a.length; k++) yield [a[k], b[k]];
}

function inner(a: number[], b: number[]): number {
  let s = 0;
  for (const [u, v] of zip(a, b)) s += u * v;
  return s;
}

const meanSq = (r: number[]): number => inner(r, r) / r.length;

function slopes(X: number[][], r: number[], d: number): { weights: number[]; bias: number } {
  const acc = new Array<number>(d + 1).fill(0);
  X.forEach((x, i) => {
    x.forEach((v, j) => {
      acc[j] += v * r[i];
    });
    acc[d] += r[i];
  });
  const scaled = acc.map(v => (v / r.length) * 2);
  return { bias: scaled.pop() as number, weights: scaled };
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  const out = [];
  for (const x of X) {
    if (x.length !== weights.length) throw new TypeError('shapes do not fit');
    out.push(inner(x, weights) + bias);
  }
  return out;
}

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  guard(X, y, weights.length);
  return meanSq(predict(X, weights, bias).map((p, i) => p - y[i]));
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  guard(X, y, weights.length);
  return slopes(
    X,
    predict(X, weights, bias).map((p, i) => p - y[i]),
    weights.length,
  );
}

function* walk(X: number[][], start: Place, rate: number): Generator<Place, never> {
  let at = start;
  for (;;) {
    yield at;
    const g = slopes(X, at.r, at.w.length);
    const dw = g.weights.map(v => rate * v);
    const db = rate * g.bias;
    const r = at.r.map((v, i) => v - (inner(X[i], dw) + db));
    at = { w: at.w.map((v, j) => v - dw[j]), b: at.b - db, r, J: meanSq(r) };
  }
}

export function gradientDescent(
  X: number[][],
  y: number[],
  o: { learningRate: number; steps: number; weights?: number[]; bias?: number; tolerance?: number },
): {
  weights: number[];
  bias: number;
  losses: number[];
  status: 'max-steps' | 'converged' | 'diverged';
} {
  if (!(o.learningRate > 0 && Number.isFinite(o.learningRate)))
    throw new RangeError('learning rate');
  if (!X.length) throw new RangeError('no examples');
  const w = o.weights ? [...o.weights] : Array<number>(X[0].length).fill(0);
  const b = o.bias ?? 0;
  guard(X, y, w.length);
  const r = predict(X, w, b).map((p, i) => p - y[i]);
  const losses: number[] = [];
  const leave = (p: Place, status: 'max-steps' | 'converged' | 'diverged') => ({
    weights: p.w.slice(),
    bias: p.b,
    losses,
    status,
  });
  for (const place of walk(X, { w, b, r, J: meanSq(r) }, o.learningRate)) {
    const k = losses.push(place.J) - 1;
    if (k > 0) {
      if (!Number.isFinite(place.J) || place.J > 1e6 * (losses[0] + 1))
        return leave(place, 'diverged');
      if (Math.abs(place.J - losses[k - 1]) < (o.tolerance ?? 0)) return leave(place, 'converged');
    }
    if (!(k < o.steps)) return leave(place, 'max-steps');
  }
  throw new Error('unreachable');
}
