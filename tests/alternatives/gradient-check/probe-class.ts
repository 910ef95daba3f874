// An object that knows f, the point and the step; private state lives for one call only.
class Probe {
  #f: (p: number[]) => number;
  #point: Float64Array;
  #h: number;

  constructor(f: (p: number[]) => number, point: number[], h: number) {
    if (typeof h !== 'number' || !(0 < h && h <= Number.MAX_VALUE)) {
      throw new RangeError(`Probe: step ${h}`);
    }
    this.#f = f;
    this.#point = Float64Array.from(point);
    this.#h = h;
  }

  private at(i: number, direction: -1 | 0 | 1): number {
    const here = Array.from(this.#point);
    here.splice(i, 1, this.#point[i] + direction * this.#h);
    return this.#f(here);
  }

  *central(): Generator<number> {
    for (let i = 0; i < this.#point.length; i += 1) {
      yield (0.5 * (this.at(i, 1) - this.at(i, -1))) / this.#h;
    }
  }

  *forward(): Generator<number> {
    if (this.#point.length === 0) return;
    const here = this.at(0, 0);
    for (let i = 0; i < this.#point.length; i += 1) yield (this.at(i, 1) - here) / this.#h;
  }
}

export function numericalGradient(
  f: (p: number[]) => number,
  parameters: number[],
  options?: { step?: number; scheme?: 'central' | 'forward' },
): number[] {
  const probe = new Probe(f, parameters, options?.step ?? 1e-5);
  const scheme = options?.scheme ?? 'central';
  if (scheme === 'central') return [...probe.central()];
  if (scheme === 'forward') return [...probe.forward()];
  throw new RangeError(`no such scheme: ${scheme}`);
}

export function gradientCheck(
  f: (p: number[]) => number,
  gradient: (p: number[]) => number[],
  parameters: number[],
): { maxRelativeError: number; ok: boolean } {
  const numeric = [...new Probe(f, parameters, 1e-5).central()];
  const claimed = Array.from(gradient(Array.from(parameters)));
  if (claimed.length !== numeric.length) throw new TypeError('Probe: lengths differ');
  const errors = claimed.map((a, i) => {
    const size = Math.abs(a) + Math.abs(numeric[i]);
    return Math.abs(numeric[i] - a) / (size > 1e-8 ? size : Number.isNaN(size) ? Number.NaN : 1e-8);
  });
  const maxRelativeError = errors.reduce((most, error) => Math.max(most, error), 0);
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
}
