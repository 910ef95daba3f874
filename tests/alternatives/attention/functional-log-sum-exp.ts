// Right: functional style, weights as the exponential of score minus log-sum-exp over the list of open positions.
const widthOf = (name: string, rows: readonly (readonly unknown[])[]): number | undefined => {
  const widths = new Set(rows.map(row => row.length));
  if (widths.size > 1) throw new TypeError(`${name} are ragged`);
  return [...widths][0];
};

const inner = (a: number[], b: number[]) => a.reduce((sum, value, at) => sum + value * b[at], 0);

const logSumExp = (list: number[]): number => {
  const peak = list.reduce((best, value) => (value > best ? value : best));
  return peak + Math.log(list.reduce((sum, value) => sum + Math.exp(value - peak), 0));
};

export const attentionScores = (queries: number[][], keys: number[][]): number[][] => {
  if (!keys.length) throw new RangeError('attention needs a key');
  const dQ = widthOf('queries', queries);
  const d = widthOf('keys', keys) as number;
  if (dQ !== undefined && dQ !== d) throw new TypeError(`queries have ${dQ} numbers, keys ${d}`);
  const root = Math.sqrt(d);
  return queries.map(q => keys.map(k => inner(q, k) / root));
};

export const causalMask = (n: number, m: number): boolean[][] =>
  Array.from({ length: n }, (_row, i) => Array.from({ length: m }, (_cell, j) => i >= j));

export const maskedSoftmax = (scores: number[][], mask?: boolean[][]): number[][] => {
  const m = widthOf('scores', scores);
  if (mask && (mask.length !== scores.length || mask.some(row => row.length !== m))) {
    throw new TypeError('the mask must have the shape of the scores');
  }
  return scores.map((row, i) => {
    const isOpen = (j: number) => !mask || mask[i][j];
    const heard = row.filter((_s, j) => isOpen(j));
    if (heard.length === 0) return row.map(() => 0);
    // subtract the peak first and its remainder after, so that no digits of large scores are lost
    const peak = heard.reduce((a, b) => Math.max(a, b));
    const rest = logSumExp(heard.map(s => s - peak));
    return row.map((s, j) => (isOpen(j) ? Math.exp(s - peak - rest) : 0));
  });
};

export const attention = (
  queries: number[][],
  keys: number[][],
  values: number[][],
  { causal = false, mask }: { causal?: boolean; mask?: boolean[][] } = {},
): { output: number[][]; weights: number[][] } => {
  const scores = attentionScores(queries, keys);
  if (values.length !== keys.length) throw new TypeError('one value for each key, please');
  widthOf('values', values);
  if (mask && (mask.length !== queries.length || mask.some(row => row.length !== keys.length))) {
    throw new TypeError('the mask must be queries by keys');
  }
  const openings = scores.map((row, i) =>
    row.map((_s, j) => (!causal || j <= i) && (mask?.[i][j] ?? true)),
  );
  const weights = maskedSoftmax(scores, openings);
  const columns = values[0].map((_v, c) => values.map(value => value[c]));
  return { output: weights.map(w => columns.map(column => inner(w, column))), weights };
};
