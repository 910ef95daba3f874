// Wrong: only scores strictly above a threshold are predicted positive.
class Curve {
  private readonly n: number;

  constructor(
    private readonly labels: number[],
    private readonly values: number[],
  ) {
    this.n = labels.length;
    if (values.length !== this.n) throw new Error('unlike length');
    if (labels.some(l => l !== 1 && l !== 0)) throw new Error('bad label');
    if (!values.every(v => Number.isFinite(v))) throw new Error('bad score');
  }

  thresholds(): number[] {
    return this.values
      .slice()
      .sort((a, b) => b - a)
      .filter((v, i, all) => i === 0 || v !== all[i - 1]);
  }

  hits(label: number, t: number): number {
    let c = 0;
    for (let i = 0; i < this.n; i++) if (this.labels[i] === label && this.values[i] > t) c++;
    return c;
  }

  total(label: number): number {
    return this.hits(label, -Infinity);
  }
}

export function rocCurve(
  y: number[],
  scores: number[],
): { fpr: number[]; tpr: number[]; thresholds: number[] } {
  const curve = new Curve(y, scores);
  const thresholds = [Infinity, ...curve.thresholds()];
  return {
    fpr: thresholds.map(t => curve.hits(0, t) / curve.total(0)),
    tpr: thresholds.map(t => curve.hits(1, t) / curve.total(1)),
    thresholds,
  };
}

export function rocAuc(y: number[], scores: number[]): number {
  const curve = new Curve(y, scores);
  const P = curve.total(1);
  const N = curve.total(0);
  if (!P || !N) return NaN;
  let wins = 0;
  scores.forEach((s, i) => {
    if (y[i] !== 1) return;
    const above = curve.hits(0, s);
    const ties = scores.filter((t, k) => y[k] === 0 && t === s).length;
    wins += N - above - ties / 2;
  });
  return wins / (P * N);
}

export function prCurve(
  y: number[],
  scores: number[],
): { precision: number[]; recall: number[]; thresholds: number[] } {
  const curve = new Curve(y, scores);
  const thresholds = curve.thresholds();
  return {
    precision: thresholds.map(t => {
      const tp = curve.hits(1, t);
      const predicted = tp + curve.hits(0, t);
      return predicted === 0 ? 1 : tp / predicted;
    }),
    recall: thresholds.map(t => curve.hits(1, t) / curve.total(1)),
    thresholds,
  };
}

export function averagePrecision(y: number[], scores: number[]): number {
  const { precision, recall } = prCurve(y, scores);
  if (!y.includes(1)) return NaN;
  let ap = 0;
  let last = 0;
  precision.forEach((p, k) => {
    ap += (recall[k] - last) * p;
    last = recall[k];
  });
  return ap;
}
