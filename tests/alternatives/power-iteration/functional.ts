// Arrow functions and reduce; the iteration is a recursion on a triple of vector, image and count.
type Vector = readonly number[];
const dot = (a: Vector, b: Vector) => a.reduce((sum, x, i) => sum + x * b[i], 0);
const norm = (v: Vector) => Math.hypot(...v);
const apply = (A: readonly Vector[], v: Vector) => A.map(row => dot(row, v));
const demand = (fits: boolean, make: () => Error) => {
  if (!fits) throw make();
};
const demandShapes = (A: readonly Vector[], v: Vector) => {
  demand(
    A.every(row => row.length === A.length),
    () => TypeError('The matrix must be square.'),
  );
  demand(v.length === A.length, () => TypeError('The vector must fit the matrix.'));
};

export const direction = (v: Vector): number[] => {
  const magnitudes = v.map(Math.abs);
  const top = Math.max(...magnitudes);
  demand(top > 0, () => RangeError('A zero vector points nowhere.'));
  const length = norm(v) * Math.sign(v[magnitudes.indexOf(top)]);
  return v.map(x => x / length);
};

export const rayleigh = (A: readonly Vector[], v: Vector): number => {
  demandShapes(A, v);
  const unit = direction(v);
  return dot(unit, apply(A, unit));
};

export const residual = (A: readonly Vector[], v: Vector): number => {
  demandShapes(A, v);
  const unit = direction(v);
  const image = apply(A, unit);
  const value = dot(unit, image);
  return norm(image.map((y, i) => y - value * unit[i]));
};

export const powerIteration = (
  A: readonly Vector[],
  initial: Vector,
  { maxIterations = 1000, tolerance = 1e-10 }: { maxIterations?: number; tolerance?: number } = {},
): { value: number; vector: number[]; iterations: number } => {
  demandShapes(A, initial);
  const from = (vector: number[], iterations: number): ReturnType<typeof powerIteration> =>
    iterations < maxIterations && residual(A, vector) > tolerance
      ? from(direction(apply(A, vector)), iterations + 1)
      : { value: rayleigh(A, vector), vector, iterations };
  return from(direction(initial), 0);
};
