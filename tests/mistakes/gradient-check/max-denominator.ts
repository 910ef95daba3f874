// The lecture-notes form: divides by the larger of the two.
type Fn = (p: number[]) => number;
export function numericalGradient(f: Fn, p: number[], o?: { step?: number; scheme?: string }) {
  const h = o?.step ?? 1e-5;
  if (!(h > 0) || !Number.isFinite(h)) throw new RangeError('h');
  const s = o?.scheme ?? 'central';
  if (s === 'central')
    return p.map((x, i) => (f(p.with(i, x + h)) - f(p.with(i, x - h))) / (2 * h));
  if (s === 'forward') return p.map((x, i) => (f(p.with(i, x + h)) - f(p.slice())) / h);
  throw new RangeError('scheme');
}
export function gradientCheck(f: Fn, g: (p: number[]) => number[], p: number[]) {
  const a = g(p.slice());
  if (a.length !== p.length) throw new TypeError('gradient');
  const n = numericalGradient(f, p);
  const errors = a.map((x, i) => Math.abs(x - n[i]) / Math.max(1e-8, Math.abs(x), Math.abs(n[i])));
  const maxRelativeError = Math.max(...errors, 0);
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
}
