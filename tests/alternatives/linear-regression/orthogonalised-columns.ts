// Right: Gram-Schmidt, done twice, on centred columns; everything else is read off the triangle that it leaves.
type Vector = number[];
type Basis = {
  q: Vector[]; // orthonormal columns
  R: Vector[]; // R[k][j]: how much of q[k] is in scaled feature j
  mean: Vector; // of the scaled features
  unit: Vector;
};

const times = (a: Vector, b: Vector): number => a.reduce((s, v, i) => s + v * b[i], 0);
const minus = (a: Vector, b: Vector, factor: number): Vector => a.map((v, i) => v - factor * b[i]);
const mean = (a: Vector): number => {
  const rough = a.reduce((s, v) => s + v, 0) / a.length;
  return rough + a.reduce((s, v) => s + (v - rough), 0) / a.length;
};
const columnsOf = (X: Vector[]): Vector[] => X[0].map((_, j) => X.map(row => row[j]));

const need = (ok: boolean, error: new (text: string) => Error, text: string) => {
  if (!ok) throw new error(text);
};

const basisOf = (X: Vector[], y: Vector): Basis => {
  need(X.length === y.length, TypeError, `${X.length} rows, ${y.length} targets`);
  need(X.length > 0, RangeError, 'nothing to fit');
  need(
    X.every(row => row.length === X[0].length),
    TypeError,
    'ragged rows',
  );
  need(X.length > X[0].length, RangeError, 'more parameters than rows');

  const basis: Basis = { q: [], R: [], mean: [], unit: [] };
  columnsOf(X).forEach((column, j) => {
    const unit = column.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
    need(unit > 0, RangeError, 'a feature of zeros');
    const scaled = column.map(v => v / unit);
    const m = mean(scaled);
    let rest = scaled.map(v => v - m);
    const share = basis.q.map(() => 0);
    for (const _pass of ['once', 'again']) {
      basis.q.forEach((q, k) => {
        const part = times(q, rest);
        share[k] += part;
        rest = minus(rest, q, part);
      });
    }
    const left = times(rest, rest);
    need(
      left > 1e-12 * times(scaled, scaled),
      RangeError,
      `feature ${j} adds nothing to those before it`,
    );
    const length = Math.sqrt(left);
    basis.q.push(rest.map(v => v / length));
    share.forEach((s, k) => basis.R[k].push(s));
    basis.R.push([...share.map(() => 0), length]);
    basis.mean.push(m);
    basis.unit.push(unit);
  });
  return basis;
};

/** w with R w = v */
const back = (R: Vector[], v: Vector): Vector => {
  const w = v.slice();
  for (let j = R.length - 1; j >= 0; j -= 1) {
    for (let k = j + 1; k < R.length; k += 1) w[j] -= R[j][k] * w[k];
    w[j] /= R[j][j];
  }
  return w;
};

/** u with Rᵀ u = v */
const forward = (R: Vector[], v: Vector): Vector => {
  const u: Vector = [];
  v.forEach((value, j) => {
    let rest = value;
    u.forEach((known, k) => {
      rest -= R[k][j] * known;
    });
    u.push(rest / R[j][j]);
  });
  return u;
};

const solution = ({ q, R, mean: m, unit }: Basis, y: Vector) => {
  const level = mean(y);
  let rest = y.map(v => v - level);
  const projections = q.map(column => {
    const part = times(column, rest);
    rest = minus(rest, column, part);
    return part;
  });
  const w = back(R, projections);
  return { weights: w.map((v, j) => v / unit[j]), bias: level - times(w, m) };
};

export const fit = (X: number[][], y: number[]): { weights: number[]; bias: number } =>
  solution(basisOf(X, y), y);

export const predict = (X: number[][], weights: number[], bias: number): number[] => {
  need(
    X.every(row => row.length === weights.length),
    TypeError,
    'rows and weights of different widths',
  );
  return X.map(row => times(row, weights) + bias);
};

export const metrics = (
  y: number[],
  predictions: number[],
): { mse: number; rmse: number; mae: number; r2: number } => {
  need(y.length === predictions.length, TypeError, 'a prediction for each target');
  need(y.length > 0, RangeError, 'no targets');
  const e = y.map((v, i) => v - predictions[i]);
  const level = mean(y);
  const mse = times(e, e) / e.length;
  const around = y.map(v => v - level);
  const flat = new Set(y).size === 1;
  const perfect = e.every(v => v === 0);
  return {
    mse,
    rmse: Math.sqrt(mse),
    mae: e.reduce((s, v) => s + Math.abs(v), 0) / e.length,
    r2: flat ? Number(perfect) : 1 - times(e, e) / times(around, around),
  };
};

export const summary = (
  X: number[][],
  y: number[],
): {
  weights: number[];
  bias: number;
  residuals: number[];
  variance: number;
  standardErrors: { weights: number[]; bias: number };
  tValues: { weights: number[]; bias: number };
  r2: number;
  adjustedR2: number;
} => {
  const basis = basisOf(X, y);
  const { weights, bias } = solution(basis, y);
  const free = X.length - weights.length - 1;
  need(free > 0, RangeError, 'no degrees of freedom');
  const fitted = predict(X, weights, bias);
  const residuals = minus(y, fitted, 1);
  const variance = times(residuals, residuals) / free;

  // C⁻¹ = (RᵀR)⁻¹, so a diagonal entry is the squared length of R⁻ᵀ e
  const lengthOf = (v: Vector) => {
    const u = forward(basis.R, v);
    return times(u, u);
  };
  const se = {
    weights: basis.unit.map(
      (unit, j) => Math.sqrt(variance * lengthOf(basis.unit.map((_, k) => Number(k === j)))) / unit,
    ),
    bias: Math.sqrt(variance * (1 / X.length + lengthOf(basis.mean))),
  };
  const { r2 } = metrics(y, fitted);
  return {
    weights,
    bias,
    residuals,
    variance,
    standardErrors: se,
    tValues: { weights: weights.map((w, j) => w / se.weights[j]), bias: bias / se.bias },
    r2,
    adjustedR2: 1 - (1 - r2) * ((X.length - 1) / free),
  };
};
