// Two mistakes: rocAuc is the Gini coefficient, and AP the mean of the precisions over all thresholds.
class Sweep {
  tp: number[] = [];
  fp: number[] = [];
  at: number[] = [];
  constructor(y: number[], scores: number[]) {
    if (y.length !== scores.length) throw new TypeError('lengths');
    const bins = new Map<number, [number, number]>();
    for (let i = 0; i < y.length; i++) {
      if (y[i] !== 0 && y[i] !== 1) throw new RangeError('label');
      if (!Number.isFinite(scores[i])) throw new RangeError('score');
      const bin = bins.get(scores[i]) ?? [0, 0];
      bin[y[i]]++;
      bins.set(scores[i], bin);
    }
    for (const at of [...bins.keys()].sort((a, b) => b - a)) {
      const [n, p] = bins.get(at) as [number, number];
      this.tp.push((this.tp.at(-1) ?? 0) + p);
      this.fp.push((this.fp.at(-1) ?? 0) + n);
      this.at.push(at);
    }
  }
  get P() {
    return this.tp.at(-1) ?? 0;
  }
  get N() {
    return this.fp.at(-1) ?? 0;
  }
}
export function rocCurve(y: number[], scores: number[]) {
  const w = new Sweep(y, scores);
  return {
    fpr: [0, ...w.fp.map(c => c / w.N)],
    tpr: [0, ...w.tp.map(c => c / w.P)],
    thresholds: [Infinity, ...w.at],
  };
}
export function rocAuc(y: number[], scores: number[]) {
  const { fpr, tpr } = rocCurve(y, scores);
  let a = -1;
  for (let i = 1; i < fpr.length; i++) a += (fpr[i] - fpr[i - 1]) * (tpr[i] + tpr[i - 1]);
  return y.length ? a : NaN;
}
export function prCurve(y: number[], scores: number[]) {
  const w = new Sweep(y, scores);
  return {
    precision: w.tp.map((c, t) => c / (c + w.fp[t])),
    recall: w.tp.map(c => c / w.P),
    thresholds: w.at,
  };
}
export function averagePrecision(y: number[], scores: number[]) {
  const { precision } = prCurve(y, scores);
  if (!y.includes(1)) return NaN;
  return precision.reduce((a, p) => a + p, 0) / precision.length;
}
