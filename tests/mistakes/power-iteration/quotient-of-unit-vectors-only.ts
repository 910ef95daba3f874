// The quotient takes every vector for a unit vector; in the loop that is even true.
const dot = (a: number[], b: number[]) => {
  let s = 0;
  a.forEach((x, i) => {
    s += x * b[i];
  });
  return s;
};
const Av = (A: number[][], v: number[]) => A.map(r => dot(r, v));
function ok(A: number[][], v: number[]) {
  const n = A.length;
  A.forEach(r => {
    if (r.length !== n) throw new TypeError('square!');
  });
  if (v.length !== n) throw new TypeError('length!');
  if (dot(v, v) === 0) throw new RangeError('zero!');
}
export function direction(v: number[]) {
  const n = Math.sqrt(dot(v, v));
  if (n === 0) throw new RangeError('zero!');
  let k = 0;
  for (let i = 0; i < v.length; i++) if (Math.abs(v[i]) > Math.abs(v[k])) k = i;
  const s = v[k] < 0 ? -1 : 1;
  return v.map(x => (s * x) / n);
}
export function rayleigh(A: number[][], v: number[]) {
  ok(A, v);
  return dot(v, Av(A, v));
}
export function residual(A: number[][], v: number[]) {
  ok(A, v);
  const u = direction(v);
  const w = Av(A, u);
  const rho = dot(u, w);
  const r = w.map((x, i) => x - rho * u[i]);
  return Math.sqrt(dot(r, r));
}
export function powerIteration(
  A: number[][],
  initial: number[],
  o: { maxIterations?: number; tolerance?: number } = {},
) {
  ok(A, initial);
  let v = direction(initial);
  let n = 0;
  while (n < (o.maxIterations ?? 1000) && residual(A, v) > (o.tolerance ?? 1e-10)) {
    v = direction(Av(A, v));
    n++;
  }
  return { value: rayleigh(A, v), vector: v, iterations: n };
}
