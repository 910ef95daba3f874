// Takes the value from the product made in the loop, so it belongs to the vector before the last step.
const mult = (A: number[][], x: number[]) => A.map(a => a.reduce((t, c, j) => t + c * x[j], 0));
const inner = (x: number[], y: number[]) => x.reduce((t, c, j) => t + c * y[j], 0);
const size = (x: number[]) => Math.sqrt(inner(x, x));
const refuse = (A: number[][], x: number[]) => {
  if (A.some(a => a.length !== A.length)) throw new TypeError('A');
  if (x.length !== A.length) throw new TypeError('x');
  if (size(x) === 0) throw new RangeError('x');
};
export const direction = (x: number[]) => {
  if (size(x) === 0) throw new RangeError('x');
  const most = Math.max(...x.map(Math.abs));
  const sign = x.indexOf(most) === -1 ? -1 : firstSign(x, most);
  return x.map(c => (sign * c) / size(x));
};
const firstSign = (x: number[], most: number) => {
  for (const c of x) if (Math.abs(c) === most) return c > 0 ? 1 : -1;
  return 1;
};
export const rayleigh = (A: number[][], x: number[]) => {
  refuse(A, x);
  return inner(x, mult(A, x)) / inner(x, x);
};
export const residual = (A: number[][], x: number[]) => {
  refuse(A, x);
  const q = rayleigh(A, x);
  return size(mult(A, x).map((c, j) => c - q * x[j])) / size(x);
};
export const powerIteration = (
  A: number[][],
  initial: number[],
  options: { maxIterations?: number; tolerance?: number } = {},
) => {
  refuse(A, initial);
  let vector = direction(initial);
  let value = rayleigh(A, vector);
  let iterations = 0;
  while (iterations < (options.maxIterations ?? 1000)) {
    const image = mult(A, vector);
    value = inner(vector, image);
    const rest = image.map((c, j) => c - value * vector[j]);
    if (size(rest) <= (options.tolerance ?? 1e-10)) break;
    vector = direction(image);
    iterations++;
  }
  return { value, vector, iterations };
};
