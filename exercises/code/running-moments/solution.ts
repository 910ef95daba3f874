/** What is kept of a list of numbers: how many, their mean, and the sum of squared deviations from it. */
export type Moments = { n: number; mean: number; m2: number };

/** The summary of no numbers. */
export function empty(): Moments {
  return { n: 0, mean: 0, m2: 0 };
}

/** The summary of the same numbers and one more. */
export function push(moments: Moments, x: number): Moments {
  const n = moments.n + 1;
  const before = x - moments.mean; // how far x is from the old mean …
  const mean = moments.mean + before / n;
  const after = x - mean; // … and from the new one
  return { n, mean, m2: moments.m2 + before * after };
}

/** The variance of the numbers behind a summary; NaN where there are too few. */
export function variance(moments: Moments, ddof: 0 | 1): number {
  checkDdof('variance', ddof);
  if (moments.n <= ddof) return NaN; // 0 / −1 would be −0
  return moments.m2 / (moments.n - ddof);
}

/** The summary of the numbers behind both: what each deviates from its own mean, and the means from the common one. */
export function merge(a: Moments, b: Moments): Moments {
  const n = a.n + b.n;
  if (n === 0) return empty();
  const gap = b.mean - a.mean;
  const mean = a.mean + gap * (b.n / n);
  return { n, mean, m2: a.m2 + b.m2 + (gap * gap * a.n * b.n) / n };
}

/** The covariance of every two columns: centre first, multiply afterwards. */
export function covariance(X: number[][], ddof: 0 | 1): number[][] {
  checkDdof('covariance', ddof);
  if (X.length === 0) throw new RangeError('covariance: no rows');
  const d = X[0].length;
  const odd = X.findIndex(row => row.length !== d);
  if (odd >= 0) {
    throw new TypeError(`covariance: row ${odd} has ${X[odd].length} numbers, row 0 has ${d}`);
  }
  const n = X.length;
  const means = X[0].map((_, j) => X.reduce((sum, row) => sum + row[j], 0) / n); // [d]
  const centred = X.map(row => row.map((x, j) => x - means[j])); // [n][d]
  return means.map((_, j) =>
    means.map((_, k) => centred.reduce((sum, row) => sum + row[j] * row[k], 0) / (n - ddof)),
  ); // [d][d]
}

function checkDdof(caller: string, ddof: number): void {
  if (ddof !== 0 && ddof !== 1) throw new RangeError(`${caller}: ddof ${ddof}, neither 0 nor 1`);
}
