// Wrong: adds -1e9 to the scores of blocked keys, which lets them through where the open scores of the row are lower still.
export function attentionScores(queries: number[][], keys: number[][]): number[][] {
  if (keys.length === 0) throw new RangeError('no keys given');
  const d = keys[0].length;
  for (const row of keys) if (row.length !== d) throw new TypeError('keys differ in length');
  for (const row of queries) if (row.length !== d) throw new TypeError('queries differ from keys');
  const scale = 1 / Math.sqrt(d);
  const scores: number[][] = [];
  for (const q of queries) {
    const line: number[] = [];
    for (const k of keys) {
      let s = 0;
      for (let c = d - 1; c >= 0; c--) s += q[c] * k[c];
      line.push(s * scale);
    }
    scores.push(line);
  }
  return scores;
}

export function causalMask(n: number, m: number): boolean[][] {
  return [...Array(n).keys()].map(i => [...Array(m).keys()].map(j => j <= i));
}

function softmax(row: number[]): number[] {
  const max = Math.max(...row);
  const exps = row.map(v => Math.exp(v - max));
  const sum = exps.reduce((a, b) => a + b);
  return exps.map(v => v / sum);
}

export function maskedSoftmax(scores: number[][], mask?: boolean[][]): number[][] {
  if (new Set(scores.map(r => r.length)).size > 1) throw new TypeError('scores are ragged');
  if (mask === undefined) return scores.map(softmax);
  if (mask.length !== scores.length) throw new TypeError('mask rows');
  mask.forEach((r, i) => {
    if (r.length !== scores[i].length) throw new TypeError('mask row length');
  });
  return scores.map((row, i) =>
    mask[i].includes(true)
      ? softmax(row.map((s, j) => (mask[i][j] ? s : s - 1e9)))
      : row.map(() => 0),
  );
}

export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  options?: { causal?: boolean; mask?: boolean[][] },
): { output: number[][]; weights: number[][] } {
  const scores = attentionScores(queries, keys);
  if (values.length !== keys.length) throw new TypeError('values and keys');
  const c = values[0].length;
  if (values.some(v => v.length !== c)) throw new TypeError('values differ in length');
  const n = queries.length;
  const m = keys.length;
  const causal = options?.causal
    ? causalMask(n, m)
    : Array.from({ length: n }, () => Array<boolean>(m).fill(true));
  const extra = options?.mask;
  if (extra && (extra.length !== n || extra.some(r => r.length !== m)))
    throw new TypeError('mask is not [n][m]');
  const both = causal.map((r, i) => r.map((x, j) => x && (extra ? extra[i][j] : true)));
  const weights = maskedSoftmax(scores, both);
  const output = weights.map(w =>
    Array.from({ length: c }, (_, at) => w.reduce((sum, x, j) => sum + x * values[j][at], 0)),
  );
  return { output, weights };
}
