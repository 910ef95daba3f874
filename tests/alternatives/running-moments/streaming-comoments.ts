// Everything in one pass: the covariance is kept as a running flat matrix of co-moments in a typed array.
export type Moments = { n: number; mean: number; m2: number };

const allowed = new Set([0, 1]);

export function empty(): Moments {
  const n = 0;
  return { n, mean: n, m2: n };
}

export function push({ n, mean, m2 }: Moments, x: number): Moments {
  const weight = 1 / (n + 1);
  const updated = mean + weight * (x - mean);
  return { n: n + 1, mean: updated, m2: m2 + (x - updated) * (x - mean) };
}

export function variance({ n, m2 }: Moments, ddof: 0 | 1): number {
  if (!allowed.has(ddof)) throw new RangeError(`unknown ddof ${ddof}`);
  const freedom = Math.max(0, n - ddof);
  return freedom === 0 ? Number.NaN : m2 / freedom;
}

export function merge(a: Moments, b: Moments): Moments {
  const [small, large] = a.n < b.n ? [a, b] : [b, a];
  if (small.n === 0) return { n: large.n, mean: large.mean, m2: large.m2 };
  const harmonic = 1 / (1 / small.n + 1 / large.n);
  const apart = small.mean - large.mean;
  return {
    n: small.n + large.n,
    mean: large.mean + (apart * small.n) / (small.n + large.n),
    m2: small.m2 + large.m2 + apart * apart * harmonic,
  };
}

export function covariance(X: number[][], ddof: 0 | 1): number[][] {
  if (!allowed.has(ddof)) throw new RangeError(`unknown ddof ${ddof}`);
  if (X.length < 1) throw new RangeError('covariance of an empty table');
  const d = X[0].length;
  const centre = new Float64Array(d);
  const comoments = new Float64Array(d * d);
  const old = new Float64Array(d);
  for (let i = 0; i < X.length; i += 1) {
    const row = X[i];
    if (row.length !== d) throw new TypeError(`row ${i} is not ${d} long`);
    for (let j = 0; j < d; j += 1) {
      old[j] = row[j] - centre[j];
      centre[j] += old[j] / (i + 1);
    }
    for (let j = 0; j < d; j += 1) {
      for (let k = 0; k < d; k += 1) comoments[j * d + k] += old[j] * (row[k] - centre[k]);
    }
  }
  const divisor = X.length - ddof;
  return Array.from({ length: d }, (_, j) =>
    Array.from(comoments.subarray(j * d, (j + 1) * d), c => c / divisor),
  );
}
