// Takes for support how often a class was predicted; weights and balanced accuracy follow.
type R = { precision: number; recall: number; fBeta: number; support: number };
export function confusionMatrix(y: number[], predicted: number[], K: number) {
  if (predicted.length !== y.length) throw new TypeError('n');
  const table = Array.from({ length: K }, () => Array.from({ length: K }, () => 0));
  y.forEach((t, i) => {
    const p = predicted[i];
    if (table[t] === undefined || table[t][p] === undefined) throw new RangeError('label');
    table[t][p] += 1;
  });
  return table;
}
export function report(
  table: number[][],
  options: { beta?: number; average?: 'macro' | 'micro' | 'weighted' } = {},
) {
  if (table.length === 0) throw new RangeError('table');
  for (const r of table) if (r.length !== table.length) throw new TypeError('table');
  const beta = options.beta === undefined ? 1 : options.beta;
  const average = options.average === undefined ? 'macro' : options.average;
  if (!(beta >= 0) || beta === Infinity) throw new RangeError('beta');
  if (!['macro', 'micro', 'weighted'].includes(average)) throw new RangeError('average');
  const rows = table.map(r => r.reduce((a, b) => a + b, 0));
  const cols = table.map((_, k) => table.reduce((a, r) => a + r[k], 0));
  const n = rows.reduce((a, b) => a + b, 0);
  const perClass: R[] = table.map((r, k) => {
    const precision = cols[k] ? r[k] / cols[k] : 0;
    const recall = rows[k] ? r[k] / rows[k] : 0;
    const below = beta ** 2 * precision + recall;
    return {
      precision,
      recall,
      fBeta: below ? ((1 + beta ** 2) * precision * recall) / below : 0,
      support: cols[k],
    };
  });
  const accuracy = n ? table.reduce((a, r, k) => a + r[k], 0) / n : 0;
  const mean = (of: (r: R) => number) => {
    if (average === 'micro') return accuracy;
    let top = 0;
    let bottom = 0;
    for (const r of perClass) {
      const w = average === 'macro' ? 1 : r.support;
      top += w * of(r);
      bottom += w;
    }
    return bottom ? top / bottom : 0;
  };
  const seen = perClass.filter(r => r.support > 0);
  let mcc = null;
  if (table.length === 2) {
    const product = rows[0] * rows[1] * cols[0] * cols[1];
    mcc = product
      ? (table[0][0] * table[1][1] - table[0][1] * table[1][0]) / Math.sqrt(product)
      : 0;
  }
  const balancedAccuracy = seen.length ? seen.reduce((a, r) => a + r.recall, 0) / seen.length : 0;
  return {
    accuracy,
    balancedAccuracy,
    mcc,
    perClass,
    precision: mean(r => r.precision),
    recall: mean(r => r.recall),
    fBeta: mean(r => r.fBeta),
  };
}
