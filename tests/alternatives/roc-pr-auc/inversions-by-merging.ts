// Divide and conquer: a merge sort that counts won and tied pairs on the way; curves by recursion over groups.
interface Example {
  score: number;
  positive: boolean;
}

function read(y: number[], scores: number[]): Example[] {
  if (y.length < scores.length || y.length > scores.length) throw new RangeError('lengths');
  return y.map((label, i) => {
    if (label !== 1 && label !== 0) throw new TypeError('label');
    if (scores[i] - scores[i] !== 0) throw new TypeError('score'); // NaN, or ∞ − ∞
    return { score: scores[i], positive: label === 1 };
  });
}

/** Sorts by falling score and adds up wins of positives over negatives, ties as halves. */
function sortAndCount(list: Example[]): [Example[], number] {
  if (list.length < 2) return [list, 0];
  const middle = Math.floor(list.length / 2);
  const [left, a] = sortAndCount(list.slice(0, middle));
  const [right, b] = sortAndCount(list.slice(middle));
  let wins = a + b;
  for (const [one, other] of [
    [left, right],
    [right, left],
  ]) {
    for (const p of one) {
      if (!p.positive) continue;
      for (const q of other) {
        if (q.positive) continue;
        if (p.score > q.score) wins += 1;
        else if (p.score === q.score) wins += 0.5;
      }
    }
  }
  const merged: Example[] = [];
  let [i, k] = [0, 0];
  while (i < left.length || k < right.length) {
    const takeLeft = k === right.length || (i < left.length && left[i].score >= right[k].score);
    merged.push(takeLeft ? left[i++] : right[k++]);
  }
  return [merged, wins];
}

function groups(list: Example[]): Example[][] {
  if (list.length === 0) return [];
  const end = list.findIndex(one => one.score !== list[0].score);
  return end < 0 ? [list] : [list.slice(0, end), ...groups(list.slice(end))];
}

function walk(y: number[], scores: number[]) {
  const [sorted] = sortAndCount(read(y, scores));
  const points: { tp: number; fp: number; threshold: number }[] = [];
  for (const group of groups(sorted)) {
    const { tp, fp } = points.at(-1) ?? { tp: 0, fp: 0 };
    const hits = group.filter(one => one.positive).length;
    points.push({ tp: tp + hits, fp: fp + group.length - hits, threshold: group[0].score });
  }
  const { tp: P, fp: N } = points.at(-1) ?? { tp: 0, fp: 0 };
  return { points, P, N };
}

export function rocCurve(y: number[], scores: number[]) {
  const { points, P, N } = walk(y, scores);
  points.unshift({ tp: 0, fp: 0, threshold: Infinity });
  return {
    fpr: points.map(({ fp }) => fp / N),
    tpr: points.map(({ tp }) => tp / P),
    thresholds: points.map(({ threshold }) => threshold),
  };
}
export function rocAuc(y: number[], scores: number[]) {
  const list = read(y, scores);
  const [, wins] = sortAndCount(list);
  const P = list.filter(one => one.positive).length;
  return wins / (P * (list.length - P));
}
export function prCurve(y: number[], scores: number[]) {
  const { points, P } = walk(y, scores);
  return {
    precision: points.map(({ tp, fp }) => tp / (tp + fp)),
    recall: points.map(({ tp }) => tp / P),
    thresholds: points.map(({ threshold }) => threshold),
  };
}
export function averagePrecision(y: number[], scores: number[]) {
  const { points, P } = walk(y, scores);
  const area = (t: number): number => {
    if (t < 0) return 0;
    const { tp, fp } = points[t];
    return area(t - 1) + ((tp - (points[t - 1]?.tp ?? 0)) / P) * (tp / (tp + fp));
  };
  return P === 0 ? NaN : area(points.length - 1);
}
