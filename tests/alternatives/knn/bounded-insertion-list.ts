// Right: one pass with an ordered list of at most k candidates; each distance is a mantissa with a power of two as its exponent.
/** distance = part * 2 ** level, the part from 1 to 2 */
interface Length {
  level: number;
  part: number;
}

interface Candidate extends Length {
  index: number;
}

const floorLog2 = (value: number): number => {
  if (value < 2 ** -1000) return floorLog2(value * 2 ** 200) - 200;
  let level = Math.floor(Math.log2(value));
  if (2 ** level > value) level -= 1;
  if (2 ** (level + 1) <= value) level += 1;
  return level;
};

// in two steps, because 2 ** 1074 alone is infinite
const scaled = (value: number, level: number) => {
  const half = Math.trunc(level / 2);
  return value * 2 ** -half * 2 ** -(level - half);
};

function between(p: number[], q: number[]): Length {
  const gaps = p.map((value, c) => Math.abs(value - q[c]));
  const widest = gaps.reduce((a, b) => (a > b ? a : b), 0);
  if (widest === 0) return { level: -Infinity, part: 0 };
  let level = floorLog2(widest);
  let part = Math.sqrt(gaps.map(gap => scaled(gap, level) ** 2).reduce((a, b) => a + b));
  while (part >= 2) {
    part /= 2;
    level += 1;
  }
  return { level, part };
}

const closer = (a: Candidate, b: Candidate): boolean => {
  if (a.level !== b.level) return a.level < b.level;
  if (a.part !== b.part) return a.part < b.part;
  return a.index < b.index;
};

function refuse(kind: 'range' | 'type', text: string): never {
  throw kind === 'range' ? new RangeError(text) : new TypeError(text);
}

function inspect(X: number[][], queries: number[][], k: number): void {
  if (X.length < 1) refuse('range', 'X has no rows');
  if (!(k >= 1) || !Number.isInteger(k)) refuse('range', `k = ${k}`);
  for (const point of [...X, ...queries]) {
    if (point.length !== X[0].length)
      refuse('type', 'all points need the same number of coordinates');
  }
}

function candidates(X: number[][], query: number[], k: number): Candidate[] {
  const kept: Candidate[] = [];
  X.forEach((point, index) => {
    const newcomer = { ...between(point, query), index };
    if (kept.length === k && !closer(newcomer, kept[k - 1])) return;
    let at = kept.length;
    while (at > 0 && closer(newcomer, kept[at - 1])) at -= 1;
    kept.splice(at, 0, newcomer);
    if (kept.length > k) kept.pop();
  });
  return kept;
}

export function nearest(X: number[][], query: number[], k: number): number[] {
  inspect(X, [query], k);
  return candidates(X, query, k).map(({ index }) => index);
}

/** 1 / distance in units of the first candidate's power of two */
function votesOf(list: Candidate[]): number[] {
  const [first] = list;
  if (first.part === 0) return list.map(({ part }) => (part === 0 ? 1 : 0));
  return list.map(({ part, level }) => 2 ** (first.level - level) / part);
}

export function predict(
  X: number[][],
  y: number[],
  queries: number[][],
  { k, classes, weights }: { k: number; classes: number; weights?: 'uniform' | 'distance' },
): { labels: number[]; probabilities: number[][] } {
  inspect(X, queries, k);
  if (y.length !== X.length) refuse('type', `${y.length} classes for ${X.length} rows`);
  y.forEach(label => {
    if (!(label >= 0 && label < classes)) refuse('range', `class ${label}`);
  });
  const answers = queries.map(query => {
    const list = candidates(X, query, k);
    const votes = weights === 'distance' ? votesOf(list) : list.map(() => 1);
    const perClass = Array.from({ length: classes }, () => 0);
    list.forEach(({ index }, place) => {
      perClass[y[index]] += votes[place];
    });
    const total = votes.reduce((a, b) => a + b);
    return { label: perClass.indexOf(Math.max(...perClass)), shares: perClass.map(v => v / total) };
  });
  return { labels: answers.map(a => a.label), probabilities: answers.map(a => a.shares) };
}
