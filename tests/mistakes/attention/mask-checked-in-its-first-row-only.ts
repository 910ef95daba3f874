// Wrong: looks at the length of the mask's first row only, so a later row that is too long or too short is accepted.
const dotProduct = (u: number[], v: number[]): number =>
  u.length === 0 ? 0 : u.map((x, i) => x * v[i]).reduce((a, b) => a + b);

function lengthsAgree(...groups: number[][][]): boolean {
  const flat = groups.flat();
  return flat.every(row => row.length === flat[0].length);
}

export function attentionScores(queries: number[][], keys: number[][]): number[][] {
  if (keys.length < 1) throw new RangeError('a key at least');
  if (!lengthsAgree(queries, keys)) throw new TypeError('queries and keys must have one length');
  const s = Math.sqrt(keys[0].length);
  return queries.map(q => keys.map(k => dotProduct(q, k) / s));
}

export function causalMask(n: number, m: number): boolean[][] {
  return Array.from(Array(n), (_, i) => Array.from(Array(m), (_x, j) => j <= i));
}

function checkMask(mask: boolean[][], n: number, m: number): void {
  if (mask.length !== n || (n > 0 && mask[0].length !== m))
    throw new TypeError('mask must be [n][m]');
}

export function maskedSoftmax(scores: number[][], mask?: boolean[][]): number[][] {
  if (!lengthsAgree(scores)) throw new TypeError('scores must be rectangular');
  if (mask) checkMask(mask, scores.length, scores[0]?.length ?? 0);
  const weights: number[][] = [];
  for (const [i, row] of scores.entries()) {
    const open = row.map((_, j) => (mask ? Boolean(mask[i][j]) : true));
    const max = row.reduce((best, s, j) => (open[j] && s > best ? s : best), -Infinity);
    const terms = row.map((s, j) => (open[j] ? Math.exp(s - max) : 0));
    const sum = terms.reduce((a, b) => a + b, 0);
    weights.push(terms.map(t => (sum > 0 ? t / sum : 0)));
  }
  return weights;
}

export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  options?: { causal?: boolean; mask?: boolean[][] },
): { output: number[][]; weights: number[][] } {
  const { causal = false, mask } = options ?? {};
  const scores = attentionScores(queries, keys);
  if (values.length !== keys.length) throw new TypeError('as many values as keys');
  if (!lengthsAgree(values)) throw new TypeError('values must be rectangular');
  if (mask) checkMask(mask, queries.length, keys.length);
  const combined = scores.map((row, i) =>
    row.map((_, j) => (mask ? Boolean(mask[i][j]) : true) && (!causal || j <= i)),
  );
  const weights = maskedSoftmax(scores, combined);
  const output = weights.map(w =>
    values[0].map((_, c) =>
      dotProduct(
        w,
        values.map(v => v[c]),
      ),
    ),
  );
  return { output, weights };
}
