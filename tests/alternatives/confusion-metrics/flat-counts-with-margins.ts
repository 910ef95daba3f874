// A flat typed array of counts; the margins are made in one pass over it.
type Average = 'macro' | 'micro' | 'weighted';

export function confusionMatrix(y: number[], predicted: number[], K: number): number[][] {
  const n = y.length;
  if (n !== predicted.length) throw new TypeError(`${n} labels, ${predicted.length} predictions`);
  const cells = new Float64Array(K * K);
  for (let i = 0; i < n; i++) {
    const t = y[i];
    const p = predicted[i];
    if (!(t >= 0 && t < K && t % 1 === 0)) throw new RangeError(`y[${i}] = ${t}`);
    if (!(p >= 0 && p < K && p % 1 === 0)) throw new RangeError(`predicted[${i}] = ${p}`);
    cells[t * K + p]++;
  }
  const out: number[][] = [];
  for (let j = 0; j < K; j++) out.push(Array.from(cells.subarray(j * K, j * K + K)));
  return out;
}

export function report(matrix: number[][], options: { beta?: number; average?: Average } = {}) {
  const K = matrix.length;
  if (K < 1) throw new RangeError('an empty matrix');
  let { beta, average } = options;
  if (beta === undefined) beta = 1;
  if (average === undefined) average = 'macro';
  if (!Number.isFinite(beta) || beta < 0) throw new RangeError(`beta = ${beta}`);

  const rows = new Float64Array(K);
  const columns = new Float64Array(K);
  let n = 0;
  let trace = 0;
  for (let j = 0; j < K; j++) {
    if (matrix[j].length !== K) throw new TypeError(`row ${j}`);
    for (let k = 0; k < K; k++) {
      rows[j] += matrix[j][k];
      columns[k] += matrix[j][k];
      n += matrix[j][k];
    }
    trace += matrix[j][j];
  }
  const perClass: { precision: number; recall: number; fBeta: number; support: number }[] = [];
  let recalls = 0;
  let present = 0;
  for (let k = 0; k < K; k++) {
    const hit = matrix[k][k];
    const precision = columns[k] === 0 ? 0 : hit / columns[k];
    const recall = rows[k] === 0 ? 0 : hit / rows[k];
    const below = beta * beta * precision + recall;
    const fBeta = below === 0 ? 0 : ((1 + beta * beta) * precision * recall) / below;
    perClass.push({ precision, recall, fBeta, support: rows[k] });
    if (rows[k] > 0) {
      recalls += recall;
      present++;
    }
  }
  const accuracy = n === 0 ? 0 : trace / n;
  const all = { precision: 0, recall: 0, fBeta: 0 };
  switch (average) {
    case 'micro':
      all.precision = all.recall = all.fBeta = accuracy;
      break;
    case 'macro':
    case 'weighted':
      for (const one of perClass) {
        const w = average === 'macro' ? 1 / K : n === 0 ? 0 : one.support / n;
        all.precision += w * one.precision;
        all.recall += w * one.recall;
        all.fBeta += w * one.fBeta;
      }
      break;
    default:
      throw new RangeError(`average = ${average}`);
  }
  let mcc: number | null = null;
  if (K === 2) {
    const product = rows[0] * rows[1] * columns[0] * columns[1];
    mcc =
      product === 0
        ? 0
        : (matrix[0][0] * matrix[1][1] - matrix[0][1] * matrix[1][0]) / product ** 0.5;
  }
  return {
    ...all,
    accuracy,
    balancedAccuracy: present === 0 ? 0 : recalls / present,
    mcc,
    perClass,
  };
}
