// Classes, one immutable Probe per call and one subclass per scheme; non-finite entries give Infinity explicitly.
abstract class Probe {
  private readonly origin: readonly number[];
  constructor(
    private readonly f: (parameters: number[]) => number,
    parameters: readonly number[],
    protected readonly h: number,
  ) {
    this.origin = Object.freeze([...parameters]);
  }
  protected here(): number {
    return this.f(Array.from(this.origin));
  }
  protected at(index: number, value: (x: number) => number): number {
    const point = Array.from(this.origin);
    point[index] = value(point[index]);
    return this.f(point);
  }
  abstract slope(index: number): number;
  slopes(): number[] {
    return Array.from({ length: this.origin.length }, (_, i) => this.slope(i));
  }
}

class CentralProbe extends Probe {
  slope(index: number): number {
    const right = this.at(index, x => x + this.h);
    const left = this.at(index, x => x - this.h);
    return (right - left) / (this.h + this.h);
  }
}

class ForwardProbe extends Probe {
  slope(index: number): number {
    return (this.at(index, x => x + this.h) - this.here()) / this.h;
  }
}

class WorstError {
  private worst = 0;
  add(a: number, b: number): void {
    if (!Number.isFinite(a) || !Number.isFinite(b)) {
      this.worst = Infinity;
      return;
    }
    const e = Math.abs(a - b) / Math.max(1e-8, Math.abs(a) + Math.abs(b));
    if (!(e <= this.worst)) this.worst = e;
  }
  report(): { maxRelativeError: number; ok: boolean } {
    return { maxRelativeError: this.worst, ok: this.worst < 1e-6 };
  }
}

export function numericalGradient(
  f: (parameters: number[]) => number,
  parameters: number[],
  options?: { step?: number; scheme?: 'central' | 'forward' },
): number[] {
  const step = options?.step === undefined ? 1e-5 : options.step;
  if (typeof step !== 'number' || !Number.isFinite(step) || !(step > 0))
    throw new RangeError('step: finite and above 0, please');
  switch (options?.scheme) {
    case undefined:
    case 'central':
      return new CentralProbe(f, parameters, step).slopes();
    case 'forward':
      return new ForwardProbe(f, parameters, step).slopes();
    default:
      throw new RangeError('unknown scheme');
  }
}

export function gradientCheck(
  f: (parameters: number[]) => number,
  gradient: (parameters: number[]) => number[],
  parameters: number[],
): { maxRelativeError: number; ok: boolean } {
  const claimed = Array.from(gradient(Array.from(parameters)));
  if (claimed.length !== parameters.length)
    throw new TypeError('the gradient must have one entry for each parameter');
  const measured = new CentralProbe(f, parameters, 1e-5).slopes();
  const worst = new WorstError();
  for (const [i, a] of claimed.entries()) worst.add(a, measured[i]);
  return worst.report();
}
