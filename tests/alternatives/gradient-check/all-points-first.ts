// First every point is written down as the row of a matrix, then f is asked row by row from the end.
const unit = (d: number, i: number) => Array.from({ length: d }, (_, j) => Number(i === j));
const plus = (p: number[], e: number[], t: number) => p.map((x, j) => x + t * e[j]);

export const numericalGradient = (
  f: (p: number[]) => number,
  parameters: number[],
  { step: h = 1e-5, scheme = 'central' as string }: { step?: number; scheme?: string } = {},
): number[] => {
  const back = new Map([
    ['central', -1],
    ['forward', 0],
  ]).get(scheme);
  if (back === undefined) throw new TypeError(`no scheme named ${scheme}`);
  if (!(h > 0) || h === Infinity) throw new RangeError(`bad step ${h}`);
  const d = parameters.length;
  const rows = parameters.flatMap((_, i) => [
    plus(parameters, unit(d, i), h),
    plus(parameters, unit(d, i), back * h),
  ]); // [2d][d]
  const values = rows
    .reverse()
    .map(row => f(row))
    .reverse(); // [2d]
  return parameters.map((_, i) => (values[2 * i] - values[2 * i + 1]) / ((1 - back) * h));
};

export const gradientCheck = (
  f: (p: number[]) => number,
  gradient: (p: number[]) => number[],
  parameters: number[],
) => {
  const [a, b] = [gradient(structuredCopy(parameters)), numericalGradient(f, parameters)];
  if (a.length !== parameters.length) throw TypeError('length of the gradient');
  const finite = [...a, ...b].every(Number.isFinite);
  if (!finite) return { maxRelativeError: Number.POSITIVE_INFINITY, ok: false };
  const sorted = a
    .map((ai, i) => Math.abs(ai - b[i]) / Math.max(Math.abs(ai) + Math.abs(b[i]), 1e-8))
    .sort((s, t) => t - s);
  const maxRelativeError = sorted[0] ?? 0;
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
};

function structuredCopy(p: number[]): number[] {
  return p.concat();
}
