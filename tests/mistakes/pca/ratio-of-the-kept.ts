// The ratios are shares of the variance of the kept components, so they always add up to 1.
type Vec = number[];
type Mat = Vec[];
const dot = (a: Vec, b: Vec) => {
  let s = 0;
  for (let i = 0; i < a.length; i++) s += a[i] * b[i];
  return s;
};
function centre(X: Mat): [Vec, Mat] {
  if (X.length < 2) throw new RangeError('X');
  X.forEach(row => {
    if (row.length !== X[0].length) throw new TypeError('X');
  });
  const mean = X[0].map((_, j) => X.reduce((s, row) => s + row[j], 0) / X.length);
  return [mean, X.map(row => row.map((x, j) => x - mean[j]))];
}
export function covariance(X: Mat): Mat {
  const [mean, Z] = centre(X);
  return mean.map((_, i) =>
    mean.map(
      (_, j) =>
        dot(
          Z.map(z => z[i]),
          Z.map(z => z[j]),
        ) /
        (X.length - 1),
    ),
  );
}
export function pca(X: Mat, k: number) {
  const [mean] = centre(X);
  const C = covariance(X);
  if (!(k >= 1) || k > mean.length || k > X.length - 1) throw new RangeError('k');
  if (C.every((row, i) => row[i] === 0)) throw new RangeError('X');
  const components: Mat = [];
  const explainedVariance: Vec = [];
  for (let c = 0; c < k; c++) {
    let best: Vec = [];
    let most = -Infinity;
    for (let a = 0; a < mean.length; a++) {
      let v = mean.map((_, j) => Number(j === a));
      for (let t = 0; t < 300; t++) {
        let u = C.map(row => dot(row, v));
        for (const e of components) {
          const along = dot(e, u);
          u = u.map((x, j) => x - along * e[j]);
        }
        const l = Math.sqrt(dot(u, u));
        if (l < 1e-13) break;
        v = u.map(x => x / l);
      }
      const variance = dot(
        v,
        C.map(row => dot(row, v)),
      );
      if (components.every(e => Math.abs(dot(e, v)) < 1e-6) && variance > most)
        [best, most] = [v, variance];
    }
    const sizes = best.map(Math.abs);
    const s = Math.sign(best[sizes.indexOf(Math.max(...sizes))]);
    components.push(best.map(x => s * x));
    explainedVariance.push(most);
  }
  const kept = explainedVariance.reduce((a, b) => a + b);
  return {
    mean,
    components,
    explainedVariance,
    explainedVarianceRatio: explainedVariance.map(v => v / kept),
  };
}
export function transform(X: Mat, { mean, components }: { mean: Vec; components: Mat }): Mat {
  [...X, ...components].forEach(row => {
    if (row.length !== mean.length) throw new TypeError('width');
  });
  return X.map(row => components.map(c => dot(c, row) - dot(c, mean)));
}
export function inverseTransform(
  S: Mat,
  { mean, components }: { mean: Vec; components: Mat },
): Mat {
  components.forEach(row => {
    if (row.length !== mean.length) throw new TypeError('width');
  });
  return S.map(s => {
    if (s.length !== components.length) throw new TypeError('width');
    return mean.map(
      (m, j) =>
        m +
        dot(
          s,
          components.map(c => c[j]),
        ),
    );
  });
}
