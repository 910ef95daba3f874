// A class behind the functions: a table knows its margins, an averaging strategy knows how to average.
class Table {
  private readonly cells: ReadonlyArray<ReadonlyArray<number>>;
  constructor(cells: number[][]) {
    if (cells.length === 0) throw new RangeError('Table: empty');
    cells.forEach((row, j) => {
      if (row.length !== cells.length)
        throw new TypeError(`Table: row ${j} has ${row.length} cells`);
    });
    this.cells = cells;
  }
  get size() {
    return this.cells.length;
  }
  at(j: number, k: number) {
    return this.cells[j][k];
  }
  row(k: number) {
    return this.cells[k].reduce((a, b) => a + b, 0);
  }
  column(k: number) {
    return this.cells.reduce((a, row) => a + row[k], 0);
  }
  get trace() {
    return this.cells.reduce((a, row, k) => a + row[k], 0);
  }
  get total() {
    return this.cells.reduce((a, _, k) => a + this.row(k), 0);
  }
}

/** α / P + (1 − α) / R upside down; no reciprocal of 0 is ever taken. */
function harmonic(p: number, r: number, beta: number): number {
  if (p === 0 || r === 0) return 0;
  const alpha = 1 / (1 + beta ** 2);
  return 1 / (alpha / p + (1 - alpha) / r);
}

const quotient = (a: number, b: number) => {
  const q = a / b;
  return Number.isNaN(q) ? 0 : q;
};

type One = { precision: number; recall: number; fBeta: number; support: number };
type Strategy = (perClass: One[], table: Table, beta: number) => [number, number, number];
const weightedBy =
  (weight: (one: One) => number): Strategy =>
  perClass => {
    const total = perClass.reduce((a, one) => a + weight(one), 0);
    const mean = (field: 'precision' | 'recall' | 'fBeta') =>
      quotient(
        perClass.reduce((a, one) => a + weight(one) * one[field], 0),
        total,
      );
    return [mean('precision'), mean('recall'), mean('fBeta')];
  };
const STRATEGIES = new Map<string, Strategy>([
  ['macro', weightedBy(() => 1)],
  ['weighted', weightedBy(one => one.support)],
  [
    'micro',
    (_, table, beta) => {
      const share = quotient(table.trace, table.total);
      return [share, share, harmonic(share, share, beta)];
    },
  ],
]);

export function confusionMatrix(y: number[], predicted: number[], K: number) {
  if (y.length - predicted.length !== 0) throw new TypeError('lengths');
  const labels = [...Array(K).keys()];
  const cells = labels.map(() => labels.map(() => 0));
  for (const [i, t] of y.entries()) {
    const p = predicted[i];
    if (!labels.includes(t) || !labels.includes(p)) throw new RangeError(`pair ${i}: ${t}, ${p}`);
    cells[t][p] += 1;
  }
  return cells;
}

export function report(matrix: number[][], options: { beta?: number; average?: string } = {}) {
  const table = new Table(matrix);
  const beta = options.beta ?? 1;
  if (!(beta >= 0) || !Number.isFinite(beta)) throw new RangeError('beta');
  const strategy = STRATEGIES.get(options.average ?? 'macro');
  if (!strategy) throw new RangeError('average');
  const perClass = Array.from({ length: table.size }, (_, k): One => {
    const precision = quotient(table.at(k, k), table.column(k));
    const recall = quotient(table.at(k, k), table.row(k));
    return {
      precision,
      recall,
      fBeta: harmonic(precision, recall, beta),
      support: table.row(k),
    };
  });
  const [precision, recall, fBeta] = strategy(perClass, table, beta);
  const recalls = perClass.flatMap(one => (one.support > 0 ? [one.recall] : []));
  let mcc: number | null = null;
  if (table.size === 2) {
    const determinant = table.at(0, 0) * table.at(1, 1) - table.at(0, 1) * table.at(1, 0);
    mcc = quotient(
      determinant,
      Math.sqrt(table.row(0) * table.row(1) * table.column(0) * table.column(1)),
    );
  }
  return {
    accuracy: quotient(table.trace, table.total),
    balancedAccuracy: quotient(
      recalls.reduce((a, b) => a + b, 0),
      recalls.length,
    ),
    precision,
    recall,
    fBeta,
    mcc,
    perClass,
  };
}
