// MCC from informedness and markedness, F from a sum of errors, and loops that are spelt out.
export function confusionMatrix(y: number[], predicted: number[], K: number): number[][] {
  if (y.length !== predicted.length) {
    throw new TypeError('y and predicted do not match');
  }
  const matrix: number[][] = [];
  for (let j = 0; j < K; j += 1) {
    matrix[j] = [];
    for (let k = 0; k < K; k += 1) {
      matrix[j][k] = 0;
      for (let i = 0; i < y.length; i += 1) {
        if (y[i] === j && predicted[i] === k) matrix[j][k] += 1;
      }
    }
  }
  let counted = 0;
  for (const row of matrix) for (const cell of row) counted += cell;
  if (counted !== y.length) throw new RangeError('some label is not a class');
  return matrix;
}

interface Scores {
  precision: number;
  recall: number;
  fBeta: number;
  support: number;
}

export function report(
  matrix: number[][],
  options: { beta?: number; average?: 'macro' | 'micro' | 'weighted' } = {},
) {
  const beta = typeof options.beta === 'number' ? options.beta : 1;
  const average = options.average === undefined ? 'macro' : options.average;
  if (!(beta >= 0)) throw new RangeError('beta below 0');
  if (beta === Number.POSITIVE_INFINITY) throw new RangeError('beta without bound');
  if (['macro', 'micro', 'weighted'].indexOf(average) < 0) throw new RangeError('no such average');
  const K = matrix.length;
  if (K === 0) throw new RangeError('no rows');
  for (const row of matrix) if (row.length !== K) throw new RangeError('no square');

  let n = 0;
  let right = 0;
  const perClass: Scores[] = [];
  for (let k = 0; k < K; k += 1) {
    let support = 0;
    let claimed = 0;
    for (let j = 0; j < K; j += 1) {
      support += matrix[k][j];
      claimed += matrix[j][k];
    }
    const hits = matrix[k][k];
    let precision = 0;
    let recall = 0;
    let fBeta = 0;
    if (hits > 0) {
      precision = hits / claimed;
      recall = hits / support;
      // 1 minus the weighted share of errors.
      const errors = beta * beta * (support - hits) + (claimed - hits);
      fBeta = 1 - errors / ((1 + beta * beta) * hits + errors);
    }
    perClass.push({ precision, recall, fBeta, support });
    n += support;
    right += hits;
  }
  const accuracy = n > 0 ? right / n : 0;
  let present = 0;
  let balancedAccuracy = 0;
  for (const one of perClass) {
    if (one.support > 0) {
      present += 1;
      balancedAccuracy += (one.recall - balancedAccuracy) / present;
    }
  }
  let precision = accuracy;
  let recall = accuracy;
  let fBeta = accuracy;
  if (average !== 'micro') {
    precision = 0;
    recall = 0;
    fBeta = 0;
    let weights = 0;
    for (const one of perClass) {
      const w = average === 'weighted' ? one.support : 1;
      if (w === 0) continue;
      weights += w;
      precision += (w / weights) * (one.precision - precision);
      recall += (w / weights) * (one.recall - recall);
      fBeta += (w / weights) * (one.fBeta - fBeta);
    }
  }
  let mcc: number | null = null;
  if (K === 2) {
    const [[a, b], [c, d]] = matrix;
    if ((a + b) * (c + d) * (a + c) * (b + d) === 0) mcc = 0;
    else {
      const informedness = d / (c + d) - b / (a + b);
      const markedness = d / (b + d) - c / (a + c);
      mcc = Math.sign(informedness) * Math.sqrt(Math.abs(informedness * markedness));
    }
  }
  return { perClass, mcc, fBeta, recall, precision, balancedAccuracy, accuracy };
}
