// Right: computes F from true positives, misses and false alarms, and keeps one averaging function per name in a Map.
/** What precision, recall and F-score are worth for one class. */
export type ClassScores = { precision: number; recall: number; fBeta: number; support: number };

/** The scores of all classes, and of the whole. */
export type Report = {
  accuracy: number;
  balancedAccuracy: number;
  precision: number;
  recall: number;
  fBeta: number;
  mcc: number | null;
  perClass: ClassScores[];
};

interface Tally {
  hit: number;
  missed: number;
  claimed: number;
}
type Scores = Omit<ClassScores, 'support'>;

const over = (a: number, b: number) => (a === 0 && b === 0 ? 0 : a / b);
const total = (list: Iterable<number>) => {
  let sum = 0;
  for (const value of list) sum += value;
  return sum;
};

const score = ({ hit, missed, claimed }: Tally, beta: number): Scores => {
  const share = beta > 1 ? 1 / (1 + beta ** -2) : beta ** 2 / (1 + beta ** 2);
  return {
    precision: over(hit, hit + claimed),
    recall: over(hit, hit + missed),
    // (1 + β²) hit / ((1 + β²) hit + β² missed + claimed), divided by 1 + β²
    fBeta: over(hit, hit + share * missed + (1 - share) * claimed),
  };
};

const blend = (scores: Scores[], weights: number[]): Scores => {
  const all = total(weights);
  const take = (pick: (s: Scores) => number) =>
    over(total(scores.map((s, k) => pick(s) * weights[k])), all);
  return {
    precision: take(s => s.precision),
    recall: take(s => s.recall),
    fBeta: take(s => s.fBeta),
  };
};

const averagers = new Map<string, (tallies: Tally[], beta: number) => Scores>([
  [
    'macro',
    (tallies, beta) =>
      blend(
        tallies.map(t => score(t, beta)),
        tallies.map(() => 1),
      ),
  ],
  [
    'weighted',
    (tallies, beta) =>
      blend(
        tallies.map(t => score(t, beta)),
        tallies.map(t => t.hit + t.missed),
      ),
  ],
  [
    'micro',
    (tallies, beta) =>
      score(
        {
          hit: total(tallies.map(t => t.hit)),
          missed: total(tallies.map(t => t.missed)),
          claimed: total(tallies.map(t => t.claimed)),
        },
        beta,
      ),
  ],
]);

export function confusionMatrix(y: number[], predicted: number[], K: number): number[][] {
  if (predicted.length !== y.length)
    throw new RangeError(`${y.length} labels, ${predicted.length} predictions`);
  const classes = new Set(Array.from({ length: K }, (_, k) => k));
  const counts = new Map<number, number>();
  for (let i = 0; i < y.length; i += 1) {
    if (!classes.has(y[i]) || !classes.has(predicted[i]))
      throw new RangeError(`row ${i}: no such class`);
    const cell = y[i] * K + predicted[i];
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  return [...classes].map(j => [...classes].map(k => counts.get(j * K + k) ?? 0));
}

export function report(
  matrix: number[][],
  options?: { beta?: number; average?: 'macro' | 'micro' | 'weighted' },
): Report {
  const size = matrix.length;
  if (size < 1) throw new RangeError('a matrix needs rows');
  for (const row of matrix)
    if (row.length !== size) throw new RangeError('a matrix of counts is square');
  const beta = options?.beta === undefined ? 1 : options.beta;
  if (!(beta >= 0 && beta < Infinity)) throw new RangeError(`beta is ${beta}`);
  const averager = averagers.get(options?.average === undefined ? 'macro' : options.average);
  if (averager === undefined) throw new RangeError('average is macro, weighted or micro');

  const tallies = matrix.map(
    (row, k): Tally => ({
      hit: row[k],
      missed: total(row) - row[k],
      claimed: total(matrix.map(other => other[k])) - row[k],
    }),
  );
  const perClass = tallies.map(t => ({ ...score(t, beta), support: t.hit + t.missed }));
  const present = perClass.filter(({ support }) => support !== 0).map(({ recall }) => recall);

  return {
    ...averager(tallies, beta),
    accuracy: over(total(tallies.map(t => t.hit)), total(matrix.flat())),
    balancedAccuracy: over(total(present), present.length),
    mcc: size === 2 ? matthews(matrix[0][0], matrix[0][1], matrix[1][0], matrix[1][1]) : null,
    perClass,
  };
}

function matthews(a: number, b: number, c: number, d: number): number {
  const margins = [a + b, c + d, a + c, b + d];
  if (margins.includes(0)) return 0;
  // the geometric mean of two differences of shares
  return (a * d - b * c) / Math.sqrt(margins[0] * margins[1]) / Math.sqrt(margins[2] * margins[3]);
}
