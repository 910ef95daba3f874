// Counts hits, false alarms and misses of each class, and takes the F-score from the counts.
const OPTIONS = { macro: 1, micro: 2, weighted: 3 } as Record<string, number>;

export function confusionMatrix(y: number[], predicted: number[], K: number): number[][] {
  if (y.length !== predicted.length) throw new TypeError('not as many predictions as labels');
  const known = new Set(Array.from({ length: K }, (_, k) => k));
  for (const label of [...y, ...predicted])
    if (!known.has(label)) throw new RangeError(`label ${label}`);
  return [...known].map(j =>
    [...known].map(k => y.filter((t, i) => t === j && predicted[i] === k).length),
  );
}

const over = (a: number, b: number) => (b > 0 ? a / b : 0);

export function report(
  matrix: number[][],
  options?: { beta?: number; average?: 'macro' | 'micro' | 'weighted' },
) {
  const K = matrix.length;
  if (K === 0) throw new RangeError('no classes');
  for (const row of matrix) if (row.length !== K) throw new TypeError('not square');
  const beta = options?.beta ?? 1;
  const how = options?.average ?? 'macro';
  if (Number.isNaN(beta) || beta < 0 || beta === Infinity) throw new RangeError('beta');
  if (!Object.hasOwn(OPTIONS, how)) throw new RangeError('average');

  const counts = matrix.map((row, k) => {
    let hits = 0;
    let misses = 0;
    let alarms = 0;
    for (let j = 0; j < K; j++) {
      if (j === k) hits = row[k];
      else {
        misses += row[j];
        alarms += matrix[j][k];
      }
    }
    return { hits, misses, alarms };
  });
  const f = (c: { hits: number; misses: number; alarms: number }) =>
    over((1 + beta ** 2) * c.hits, (1 + beta ** 2) * c.hits + beta ** 2 * c.misses + c.alarms);
  const score = (c: { hits: number; misses: number; alarms: number }) => ({
    precision: over(c.hits, c.hits + c.alarms),
    recall: over(c.hits, c.hits + c.misses),
    fBeta: f(c),
    support: c.hits + c.misses,
  });
  const perClass = counts.map(score);
  const pooled = { hits: 0, misses: 0, alarms: 0 };
  for (const c of counts) {
    pooled.hits += c.hits;
    pooled.misses += c.misses;
    pooled.alarms += c.alarms;
  }
  const whole = score(pooled);
  let { precision, recall, fBeta } = whole;
  if (how !== 'micro') {
    precision = recall = fBeta = 0;
    for (const one of perClass) {
      const share = how === 'macro' ? 1 / K : over(one.support, whole.support);
      precision += share * one.precision;
      recall += share * one.recall;
      fBeta += share * one.fBeta;
    }
  }
  const seen = perClass.filter(one => one.support !== 0);
  let mcc: number | null = null;
  if (K === 2) {
    const { hits: tp, misses: fn, alarms: fp } = counts[1];
    const tn = counts[0].hits;
    const below = Math.sqrt(tp + fp) * Math.sqrt(tp + fn) * Math.sqrt(tn + fp) * Math.sqrt(tn + fn);
    mcc = over(tp * tn - fp * fn, below);
  }
  return {
    accuracy: over(pooled.hits, whole.support),
    balancedAccuracy: over(
      seen.reduce((s, one) => s + one.recall, 0),
      seen.length,
    ),
    precision,
    recall,
    fBeta,
    mcc,
    perClass,
  };
}
