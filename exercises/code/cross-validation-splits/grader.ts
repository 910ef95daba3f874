import {
  type Draw,
  EXACT,
  eachRefused,
  grader,
  isRecord,
  isVector,
  type Law,
  type Value,
  type Violation,
} from '../../../graders';

interface Fold {
  train: number[];
  test: number[];
}

/** What a call was asked to divide. */
interface Task {
  readonly n: number;
  readonly K: number;
  readonly labels?: readonly number[];
  readonly groups?: readonly string[];
}

/** Names that every plain object has, and no name at all. */
const INHERITED = ['constructor', 'toString', '', '__proto__', 'valueOf', 'hasOwnProperty'];
/** Names that are equal as numbers, and names that are equal but for their capitals. */
const NUMERIC = ['7', '07', '10', '9', '1e1', '9.0'];
const CAPITALS = ['Ann', 'ann', 'Bo', 'bo', 'BO'];

const bench = (draw: Draw) => {
  const K = draw.integer(4, 5);
  const times = draw.integer(3, 4);
  const n = K * times + draw.integer(2, K - 1); // so that at least two runs are longer, and one is not
  const order = draw.until(
    () => draw.shuffle(draw.times(n, i => i)),
    rows => rows.filter((row, i) => row === i).length < 3,
  );

  // Classes of unlike size, none of which the folds divide; numbers that are neither 0, 1, 2 nor sorted.
  const classes = draw.shuffle([-3, 7, 0.5, 40]);
  const sizes = [2 * K + 1, K + 2, 3 * K - 1];
  const strata = (values: number[], counts: number[]) =>
    draw.shuffle(counts.flatMap((count, c) => Array<number>(count).fill(values[c])));
  const labels = {
    mixed: strata(classes, sizes),
    // One class with as many rows as folds, one with fewer, one with a single row.
    rare: strata(classes, [2 * K + 2, K, K - 2, 1]),
    sorted: sizes.flatMap((count, c) => Array<number>(count).fill([0, 1, 2][c])),
    two: strata([0, 1], [2 * K + 3, K + 1]),
    one: Array<number>(2 * K + 1).fill(4),
  };

  // In the order in which groups turn up and in that of their names, each third is large.
  const letters = ['ada', 'bob', 'cy', 'dee', 'eve', 'fay', 'gus', 'hal', 'ida'];
  const large = draw.integer(5, 7);
  const people = letters.slice(0, draw.integer(8, 9));
  const groups = {
    mixed: [
      ...people,
      ...draw.shuffle(
        people.flatMap((name, g) => {
          const more = g % 3 === 0 ? large - 1 : draw.integer(0, 1);
          return Array<string>(more).fill(name);
        }),
      ),
    ],
    inherited: draw.shuffle([...INHERITED, ...INHERITED.slice(0, 4), '']),
    numeric: draw.shuffle([...NUMERIC, '07', '9']),
    capitals: draw.shuffle([...CAPITALS, 'ann', 'Bo']),
    // As many groups as folds, one of them far larger than the others.
    few: draw.shuffle(['x', 'y', 'z', 'w', ...Array<string>(9).fill('x'), 'z']),
    single: draw.shuffle(['p', 'q', 'r', 's', 't', 'u', 'v']),
  };

  const blocks = draw.integer(3, 5);
  const size = draw.integer(3, 4);
  const series = {
    n: (blocks + 1) * size + draw.integer(1, blocks), // there is a rest
    K: blocks,
    gap: draw.integer(1, 2),
  };
  return { n, K, order, labels, groups, series, size };
};

type Bench = ReturnType<typeof bench>;

/** @returns what came out as folds, or null. */
function foldsOf(value: Value): Fold[] | null {
  if (!Array.isArray(value)) return null;
  const folds: Fold[] = [];
  for (const fold of value) {
    if (!isRecord(fold) || !isVector(fold.train) || !isVector(fold.test)) return null;
    folds.push({ train: fold.train, test: fold.test });
  }
  return folds;
}

type Rule = (folds: readonly Fold[], task: Task) => Violation | null;

/** The value is a list of tasks with the folds that came out; all of these must obey. */
function each(tasks: (bench: Bench) => readonly Task[], rules: readonly Rule[]): Law<Bench> {
  return (value, { bench, learner }) => {
    for (const [t, task] of tasks(bench).entries()) {
      const answer = foldsAt(value, t);
      const folds = foldsOf(answer);
      const told = { received: answer, call: learner.calls[t] };
      if (!folds) return { say: 'The result should be a list of folds { train, test }.', ...told };
      for (const rule of [hasFolds, ...rules]) {
        const violation = rule(folds, task);
        if (violation) return { ...told, ...violation };
      }
    }
    return null;
  };
}

/** The answer to a task, as the experiment hands it back beside the task. */
function foldsAt(value: Value, t: number): Value {
  const one = Array.isArray(value) ? value[t] : undefined;
  return isRecord(one) ? one.folds : undefined;
}

const hasFolds: Rule = (folds, { K }) =>
  folds.length === K ? null : { say: `Your result has ${folds.length} folds where K is ${K}.` };

const testsEachRowOnce: Rule = (folds, { n }) => {
  const home = new Map<number, number>();
  for (const [k, { test }] of folds.entries()) {
    for (const row of test) {
      if (!(row >= 0 && row < n && Number.isInteger(row))) {
        return { say: `Fold ${k} tests on ${row}, which is no row: the rows are 0 to ${n - 1}.` };
      }
      const before = home.get(row);
      if (before !== undefined) {
        const where = before === k ? `twice in fold ${k}` : `in fold ${before} and in fold ${k}`;
        return { say: `Row ${row} is tested ${where}.` };
      }
      home.set(row, k);
    }
  }
  for (let row = 0; row < n; row += 1) {
    if (!home.has(row)) return { say: `Row ${row} is in no test fold.` };
  }
  return null;
};

const trainsOnTheRest: Rule = (folds, { n }) => {
  for (const [k, { train, test }] of folds.entries()) {
    const tested = new Set(test);
    const trained = new Set(train);
    for (let row = 0; row < n; row += 1) {
      if (tested.has(row) && trained.has(row)) {
        return { say: `Fold ${k} trains on row ${row} and tests on it.` };
      }
      if (!tested.has(row) && !trained.has(row)) {
        return { say: `Fold ${k} neither trains on row ${row} nor tests on it.` };
      }
    }
    if (train.length !== n - tested.size) {
      return { say: `Fold ${k} trains on a row twice, or on one that does not exist.` };
    }
  }
  return null;
};

const sharesOutClasses: Rule = (folds, { labels = [] }) => {
  for (const label of new Set(labels)) {
    const counts = folds.map(({ test }) => test.filter(row => labels[row] === label).length);
    if (Math.max(...counts) - Math.min(...counts) > 1) {
      return {
        say: `Class ${label} has ${counts.join(', ')} rows in your test folds. These numbers may differ by 1 at most.`,
      };
    }
  }
  return null;
};

const keepsGroupsTogether: Rule = (folds, { groups = [] }) => {
  const home = new Map<string, number>();
  for (const [k, { test }] of folds.entries()) {
    for (const row of test) {
      const before = home.get(groups[row]);
      if (before !== undefined && before !== k) {
        return { say: `Group “${groups[row]}” is tested in fold ${before} and in fold ${k}.` };
      }
      home.set(groups[row], k);
    }
  }
  return null;
};

const balancesGroups: Rule = (folds, { groups = [] }) => {
  const sizes = folds.map(({ test }) => test.length);
  const largest = largestOf(groups);
  if (sizes.includes(0)) return { say: `Test fold ${sizes.indexOf(0)} is empty.` };
  if (Math.max(...sizes) - Math.min(...sizes) <= largest) return null;
  return {
    say: `Your test folds have ${sizes.join(', ')} rows. The largest group has ${largest}, and they may differ by that at most.`,
  };
};

function largestOf(groups: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

/**
 * What is the same in all right divisions, and tells wrong ones apart: in numbers, so that a mistake is
 * known whichever rows it happens to. The tasks are read off the value, which only a diagnosis relies on.
 */
function tally(one: Value): string {
  const folds = isRecord(one) ? foldsOf(one.folds) : null;
  if (!isRecord(one) || !folds) return 'no folds';
  const n = Number(one.n);
  const labels = Array.isArray(one.labels) ? one.labels : [];
  const groups = Array.isArray(one.groups) ? one.groups.map(String) : [];
  const tested = folds.flatMap(({ test }) => test);
  const real = new Set(tested.filter(row => Number.isInteger(row) && row >= 0 && row < n));
  const kept = folds.map(({ train, test }) => {
    const both = new Set(train.filter(row => test.includes(row))).size;
    const spare = train.length + test.length - n;
    return `${both}/${new Set([...train, ...test]).size}/${spare}`;
  });
  const classes = [...new Set(labels)].map(label =>
    folds
      .map(({ test }) => test.filter(row => labels[row] === label).length)
      .sort((a, b) => a - b)
      .join('+'),
  );
  const homes = folds.map(({ test }) => new Set(test.map(row => groups[row])).size);
  const parted = groups.length > 0 ? homes.reduce((sum, count) => sum + count, 0) : 0;
  const sizes = folds.map(({ test }) => test.length).sort((a, b) => a - b);
  const uneven = sizes[sizes.length - 1] - sizes[0] > largestOf(groups) || sizes[0] === 0;
  const loads = groups.length > 0 && uneven ? sizes : [];
  return [folds.length, tested.length, real.size, parted, kept.sort(), classes, loads].join(' ');
}

const alike = (a: Value, b: Value) =>
  Array.isArray(a) && Array.isArray(b) && a.map(tally).join('; ') === b.map(tally).join('; ');

/** The lists of a fold may come in any order. */
function inOrder(received: Value, expected: Value): Value {
  if (isVector(received) && isVector(expected)) {
    const sorted = (list: readonly number[]) => [...list].sort((a, b) => a - b).join();
    return sorted(received) === sorted(expected) ? expected : received;
  }
  if (Array.isArray(received) && Array.isArray(expected)) {
    return received.map((one, i) => inOrder(one, expected[i]));
  }
  if (isRecord(received) && isRecord(expected)) {
    return Object.fromEntries(
      Object.entries(received).map(([field, one]) => [field, inOrder(one, expected[field])]),
    );
  }
  return received;
}

const UNIQUE = { within: EXACT, upTo: inOrder };

type Solution = typeof import('./solution');

/** Some tasks for stratified folds: how to have them done, and how to judge that. */
const stratified = (tasks: (bench: Bench) => { K: number; labels: number[] }[]) => ({
  done: ({ stratifiedKFold }: Solution, bench: Bench) =>
    tasks(bench).map(({ K, labels }) => ({
      ...{ n: labels.length, K, labels },
      folds: stratifiedKFold(labels, K),
    })),
  obeying: (...rules: Rule[]) =>
    each(bench => tasks(bench).map(task => ({ n: task.labels.length, ...task })), rules),
});

/** Some tasks for grouped folds, likewise. */
const grouped = (tasks: (bench: Bench) => { K: number; groups: string[] }[]) => ({
  done: ({ groupKFold }: Solution, bench: Bench) =>
    tasks(bench).map(({ K, groups }) => ({
      ...{ n: groups.length, K, groups },
      folds: groupKFold(groups, K),
    })),
  obeying: (...rules: Rule[]) =>
    each(bench => tasks(bench).map(task => ({ n: task.groups.length, ...task })), rules),
});

const mixed = stratified(({ labels, K }) => [{ K, labels: labels.mixed }]);
const rare = stratified(({ labels, K }) => [{ K, labels: labels.rare }]);
const plain = stratified(({ labels, K }) => [
  { K, labels: labels.sorted },
  { K: 2, labels: labels.two },
  { K, labels: labels.one },
  { K: labels.one.length, labels: labels.one },
]);
const people = grouped(({ groups }) => [
  { K: 3, groups: groups.mixed },
  { K: 4, groups: groups.mixed },
]);
const inherited = grouped(({ groups }) => [
  { K: 3, groups: groups.inherited },
  { K: INHERITED.length, groups: groups.inherited },
]);
const numeric = grouped(({ groups }) => [{ K: NUMERIC.length, groups: groups.numeric }]);
const capitals = grouped(({ groups }) => [{ K: CAPITALS.length, groups: groups.capitals }]);
const few = grouped(({ groups }) => [
  { K: 4, groups: groups.few },
  { K: 7, groups: groups.single },
  { K: 2, groups: groups.single },
]);

export default grader<Solution, typeof bench>({
  bench,

  checks: ({ agrees, holds, rejects }) => [
    agrees(
      'cuts the rows into runs, the longer ones first',
      ({ kFold }, { n, K }) => kFold(n, K).map(fold => fold.test),
      UNIQUE,
    ),
    agrees('trains on all rows outside the run', ({ kFold }, { n, K }) => kFold(n, K), UNIQUE),
    agrees(
      'cuts runs of one length where K divides n',
      ({ kFold }, { K }) => [kFold(3 * K, K), kFold(8, 2)],
      UNIQUE,
    ),
    agrees('leaves out one row where K is n', ({ kFold }, { n }) => kFold(n, n), UNIQUE),
    agrees('cuts more than a hundred rows', ({ kFold }) => kFold(103, 10), UNIQUE),
    agrees(
      'cuts the rows in the order given',
      ({ kFold }, { n, K, order }) => kFold(n, K, order),
      UNIQUE,
    ),
    agrees(
      'takes an undefined order for none',
      ({ kFold }, { n, K }) => kFold(n, K, undefined),
      UNIQUE,
    ),

    holds(
      'tests each row of a stratified split once',
      mixed.done,
      mixed.obeying(testsEachRowOnce),
      { alike },
    ),
    holds(
      'trains on the other rows of a stratified split',
      mixed.done,
      mixed.obeying(trainsOnTheRest),
      { alike },
    ),
    holds('shares out each class evenly', mixed.done, mixed.obeying(sharesOutClasses), { alike }),
    holds(
      'shares out classes with few rows',
      rare.done,
      rare.obeying(testsEachRowOnce, trainsOnTheRest, sharesOutClasses),
      { alike },
    ),
    holds(
      'shares out sorted labels, two classes, or one',
      plain.done,
      plain.obeying(testsEachRowOnce, trainsOnTheRest, sharesOutClasses),
      { alike },
    ),

    holds('tests each row of grouped data once', people.done, people.obeying(testsEachRowOnce), {
      alike,
    }),
    holds(
      'trains on the other rows of grouped data',
      people.done,
      people.obeying(trainsOnTheRest),
      { alike },
    ),
    holds('keeps the rows of a group together', people.done, people.obeying(keepsGroupsTogether), {
      alike,
    }),
    holds(
      'gives the folds much the same number of rows',
      people.done,
      people.obeying(balancesGroups),
      { alike },
    ),
    holds(
      'takes any text for the name of a group',
      inherited.done,
      inherited.obeying(testsEachRowOnce, trainsOnTheRest, keepsGroupsTogether, balancesGroups),
      { alike },
    ),
    holds(
      'compares names as text, not as numbers',
      numeric.done,
      numeric.obeying(testsEachRowOnce, trainsOnTheRest, keepsGroupsTogether, balancesGroups),
      { alike },
    ),
    holds(
      'tells capitals from small letters',
      capitals.done,
      capitals.obeying(testsEachRowOnce, trainsOnTheRest, keepsGroupsTogether, balancesGroups),
      { alike },
    ),
    holds(
      'leaves no test fold without a group',
      few.done,
      few.obeying(testsEachRowOnce, trainsOnTheRest, keepsGroupsTogether, balancesGroups),
      { alike },
    ),

    agrees(
      'tests on blocks that end with the last row',
      ({ timeSeriesSplit }, { series }) =>
        timeSeriesSplit(series.n, series.K).map(fold => fold.test),
      UNIQUE,
    ),
    agrees(
      'trains on what came before the block',
      ({ timeSeriesSplit }, { series }) => timeSeriesSplit(series.n, series.K),
      UNIQUE,
    ),
    agrees(
      'leaves a gap before the block',
      ({ timeSeriesSplit }, { series }) => timeSeriesSplit(series.n, series.K, series.gap),
      UNIQUE,
    ),
    agrees(
      'takes an undefined gap for none',
      ({ timeSeriesSplit }, { series }) => [
        timeSeriesSplit(series.n, series.K, undefined),
        timeSeriesSplit(series.n, series.K, 0),
      ],
      UNIQUE,
    ),
    agrees(
      'splits where nothing is left over',
      ({ timeSeriesSplit }, { size }) => [
        timeSeriesSplit(4 * size, 3),
        timeSeriesSplit(3 * size, 2, 1),
      ],
      UNIQUE,
    ),
    agrees(
      'needs but one row to train on',
      ({ timeSeriesSplit }, { size, series }) => [
        timeSeriesSplit(series.K + 1, series.K),
        timeSeriesSplit(4 * size + 2, 3, size + 1),
        timeSeriesSplit(4, 2, 1),
      ],
      UNIQUE,
    ),

    rejects('refuses fewer than two folds', ({ kFold }) =>
      eachRefused(
        () => kFold(9, 1),
        () => kFold(9, 0),
        () => kFold(9, -3),
      ),
    ),
    rejects('refuses more folds than rows', ({ kFold }) =>
      eachRefused(
        () => kFold(4, 5),
        () => kFold(0, 2),
      ),
    ),
    rejects('refuses a fraction of a fold', ({ kFold }) => kFold(9, 2.5)),
    rejects('refuses an order that is too long or too short', ({ kFold }) =>
      eachRefused(
        () => kFold(4, 2, [1, 0, 3]),
        () => kFold(4, 2, []),
        () => kFold(4, 2, [1, 0, 3, 2, 4]),
        () => kFold(4, 2, [1, 0, 3, 2, 2]),
      ),
    ),
    rejects('refuses an order that holds a row twice', ({ kFold }) =>
      eachRefused(
        () => kFold(4, 2, [1, 0, 3, 1]),
        () => kFold(4, 2, [3, 0, 3, 0]),
      ),
    ),
    rejects('refuses an order with a row that does not exist', ({ kFold }) =>
      eachRefused(
        () => kFold(4, 2, [1, 2, 3, 4]),
        () => kFold(4, 2, [1, -1, 3, 2]),
        () => kFold(4, 2, [1, 0.5, 3, 2]),
      ),
    ),

    rejects('refuses to stratify into fewer than two folds', ({ stratifiedKFold }) =>
      eachRefused(
        () => stratifiedKFold([5, 6, 5, 6], 1),
        () => stratifiedKFold([5, 6, 5, 6], 0),
      ),
    ),
    rejects('refuses to stratify into more folds than rows', ({ stratifiedKFold }) =>
      eachRefused(
        () => stratifiedKFold([5, 5, 5], 4),
        () => stratifiedKFold([], 2),
      ),
    ),
    rejects('refuses to stratify into a fraction of a fold', ({ stratifiedKFold }) =>
      stratifiedKFold([5, 5, 6, 5, 6], 2.5),
    ),

    rejects('refuses to group into fewer than two folds', ({ groupKFold }) =>
      eachRefused(
        () => groupKFold(['a', 'b', 'c'], 1),
        () => groupKFold(['a', 'b', 'c'], 0),
      ),
    ),
    rejects('refuses fewer groups than folds', ({ groupKFold }) =>
      eachRefused(
        () => groupKFold(['a', 'b', 'a', 'b', 'a'], 3),
        () => groupKFold(['a', 'b', 'c'], 4),
        () => groupKFold([], 2),
      ),
    ),
    rejects('refuses to group into a fraction of a fold', ({ groupKFold }) =>
      groupKFold(['a', 'b', 'c', 'd', 'e'], 2.5),
    ),

    rejects('refuses fewer than two test blocks', ({ timeSeriesSplit }) =>
      eachRefused(
        () => timeSeriesSplit(9, 1),
        () => timeSeriesSplit(9, 0),
      ),
    ),
    rejects('refuses a fraction of a test block', ({ timeSeriesSplit }) => timeSeriesSplit(9, 2.5)),
    rejects('refuses test blocks without rows', ({ timeSeriesSplit }) =>
      eachRefused(
        () => timeSeriesSplit(4, 4),
        () => timeSeriesSplit(4, 7),
        () => timeSeriesSplit(0, 2),
      ),
    ),
    rejects('refuses a gap that leaves nothing to train on', ({ timeSeriesSplit }) =>
      eachRefused(
        () => timeSeriesSplit(12, 3, 3),
        () => timeSeriesSplit(12, 3, 5),
      ),
    ),
    rejects('refuses a negative gap', ({ timeSeriesSplit }) => timeSeriesSplit(12, 3, -1)),
    rejects('refuses a fractional gap', ({ timeSeriesSplit }) => timeSeriesSplit(12, 3, 1.5)),
  ],

  mutants: [
    {
      mistake: 'leaves out the rows that do not fill a fold',
      insteadOf: 'Math.floor(n / K) + (k < n % K ? 1 : 0)',
      writes: 'Math.floor(n / K)',
      say: 'Your runs have ⌊n / K⌋ rows each, and the rows after the last run are never tested. Give the first n % K runs one row more.',
    },
    {
      mistake: 'gives the last run all that is left',
      insteadOf: 'Math.floor(n / K) + (k < n % K ? 1 : 0)',
      writes: 'Math.floor(n / K) + (k === K - 1 ? n % K : 0)',
      say: 'Your last run takes all rows that are left over. Give one of them to each of the first n % K runs.',
    },
    {
      mistake: 'makes the last runs the longer ones',
      insteadOf: 'Math.floor(n / K) + (k < n % K ? 1 : 0)',
      writes: 'Math.floor(n / K) + (k >= K - (n % K) ? 1 : 0)',
      say: 'Your longer runs come last. Give the extra rows to the first n % K runs.',
    },
    {
      mistake: 'rounds the length of a run up',
      insteadOf: 'Math.floor(n / K) + (k < n % K ? 1 : 0)',
      writes: 'Math.ceil(n / K)',
      say: 'Your runs have ⌈n / K⌉ rows, so the last one is short or empty. Give one row more to the first n % K runs only.',
    },
    {
      mistake: 'lets neighbouring runs share a row',
      insteadOf: 'order.slice(start, start + size)',
      writes: 'order.slice(start, start + size + 1)',
      say: 'Your runs are one row too long, so a row is tested twice. The end of a slice is not part of it.',
    },
    {
      mistake: 'deals rows out in turn',
      insteadOf: 'tests.push(order.slice(start, start + size));',
      writes: 'tests.push(order.filter((_, i) => i % K === k));',
      say: 'Your folds take every K-th row. Cut the rows into runs, one after another.',
    },
    {
      mistake: 'ignores the order',
      insteadOf: 'tests.push(order.slice(start, start + size));',
      writes: 'tests.push(firstRows(n).slice(start, start + size));',
      say: 'Your runs are cut from 0, 1, 2, … whatever the order is. Cut the list `order` itself.',
    },
    {
      mistake: 'makes one fold too few',
      insteadOf: 'for (let k = 0; k < K; k += 1) {',
      writes: 'for (let k = 0; k < K - 1; k += 1) {',
      say: 'The last of your plain folds is missing. Count k from 0 to K − 1.',
    },
    {
      mistake: 'trains on the test rows, too',
      insteadOf: 'firstRows(n).filter(i => !tested.has(i))',
      writes: 'firstRows(n).filter(() => tested.size > 0)',
      say: 'Your folds train on all rows, those of the test included. Leave the test rows out.',
    },
    {
      mistake: 'exchanges train and test',
      insteadOf: 'firstRows(n).filter(i => !tested.has(i)), test };',
      writes: 'test, test: firstRows(n).filter(i => !tested.has(i)) };',
      say: 'Your train and test have changed places. The run is tested; train on the rest.',
    },
    {
      mistake: 'cuts runs whatever the labels are',
      insteadOf: 'for (const label of new Set(labels)) {',
      writes: 'return kFold(labels.length, K);\n  for (const label of new Set(labels)) {',
      say: 'Your stratified folds are runs of rows. Share out the rows of each class by themselves.',
    },
    {
      mistake: 'deals rows out without a look at their labels',
      insteadOf: 'for (const label of new Set(labels)) {',
      writes:
        'labels.forEach((_, row) => { tests[row % K].push(row); });\n  for (const label of [] as number[]) {',
      say: 'Your stratified folds take every K-th row, whatever its label. Take the rows class by class.',
    },
    {
      mistake: 'gives the last fold what is left of each class',
      insteadOf: 'tests[turn % K].push(row);',
      writes:
        'const size = labels.filter(one => one === label).length;\n      const before = labels.filter((one, i) => one === label && i < row).length;\n      tests[Math.min(K - 1, Math.floor(before / Math.max(1, Math.floor(size / K))))].push(row);',
      say: 'Your last fold takes all that is left over of each class. Give the left-over rows to folds of their own.',
    },
    {
      mistake: 'leaves out classes with few rows',
      insteadOf: 'if (other !== label) return;',
      writes: 'if (other !== label || labels.filter(one => one === label).length < K) return;',
      say: 'Rows of classes that have fewer rows than folds are never tested. Deal them out like any others.',
    },
    {
      mistake: 'refuses classes with few rows',
      insteadOf: 'if (other !== label) return;',
      writes:
        "if (labels.filter(one => one === label).length < K) throw new RangeError('a class with few rows');\n      if (other !== label) return;",
      say: 'A class with fewer rows than folds is refused. Let some folds have none of it.',
    },
    {
      mistake: 'knows two classes only',
      insteadOf: 'for (const label of new Set(labels)) {',
      writes: 'for (const label of [0, 1]) {',
      say: 'Rows whose label is neither 0 nor 1 are never tested. Take the classes from the labels.',
    },
    {
      mistake: 'returns labels for rows',
      insteadOf: 'tests[turn % K].push(row);',
      writes: 'tests[turn % K].push(label);',
      say: 'Your stratified test folds hold labels. Return the numbers of the rows.',
    },
    {
      mistake: 'cuts runs whatever the groups are',
      insteadOf:
        'const tests: number[][] = Array.from({ length: K }, () => []);\n  for (const rows',
      writes:
        'if (members.size > 0) return kFold(groups.length, K);\n  const tests: number[][] = Array.from({ length: K }, () => []);\n  for (const rows',
      say: 'Your grouped folds are runs of rows, so groups are torn apart. Put all rows of a group into one fold.',
    },
    {
      mistake: 'deals groups out in turn',
      insteadOf:
        'for (const rows of [...members.values()].sort((a, b) => b.length - a.length)) {\n    const fewest = Math.min(...tests.map(test => test.length));\n    tests.find(test => test.length === fewest)?.push(...rows);',
      writes:
        'for (const [g, rows] of [...members.values()].entries()) {\n    tests[g % K].push(...rows);',
      say: 'Your folds have like numbers of groups and quite unlike numbers of rows. Put each group into the fold with the fewest rows so far.',
    },
    {
      mistake: 'puts groups into the largest fold',
      insteadOf: 'const fewest = Math.min(',
      writes: 'const fewest = Math.max(',
      say: 'Your groups all go into one fold. Look for the fold with the fewest rows, not the most.',
    },
    {
      mistake: 'reads the names of groups as numbers',
      insteadOf: 'members.set(group, [...(members.get(group) ?? []), i]);',
      writes:
        'const name = Number.isNaN(Number(group)) ? group : String(Number(group));\n    members.set(name, [...(members.get(name) ?? []), i]);',
      say: 'Groups whose names are equal as numbers, such as 7 and 07, are one group. Compare names as text.',
    },
    {
      mistake: 'ignores the case of names',
      insteadOf: 'members.set(group, [...(members.get(group) ?? []), i]);',
      writes:
        'const name = group.toLowerCase();\n    members.set(name, [...(members.get(name) ?? []), i]);',
      say: 'Groups whose names differ in their capitals are one group. Compare names as they are.',
    },
    {
      mistake: 'leaves out rows whose group has no name',
      insteadOf: 'members.set(group, [...(members.get(group) ?? []), i]);',
      writes: 'if (group) members.set(group, [...(members.get(group) ?? []), i]);',
      say: 'Rows whose group has an empty name are never tested. An empty text is a name like any other.',
    },
    {
      mistake: 'trains on the future',
      insteadOf: 'train: firstRows(start - gap),',
      writes: 'train: firstRows(n).filter(i => i < start - gap || i >= start + size),',
      say: 'Your folds train on rows after the test block. Train on what came before it only.',
    },
    {
      mistake: 'ignores the gap',
      insteadOf: 'train: firstRows(start - gap),',
      writes: 'train: firstRows(start),',
      say: 'Your folds train on rows right up to the test block. Leave out the last `gap` of them.',
    },
    {
      mistake: 'makes the gap one row too wide',
      insteadOf: 'train: firstRows(start - gap),',
      writes: 'train: firstRows(gap > 0 ? start - gap - 1 : start),',
      say: 'Your gap is one row too wide. Train on the rows below start − gap.',
    },
    {
      mistake: 'trains on the last rows only',
      insteadOf: 'train: firstRows(start - gap),',
      writes: 'train: firstRows(start - gap).slice(-size),',
      say: 'Your folds train on the latest rows only, a sliding window. Train on all rows before the block.',
    },
    {
      mistake: 'takes the gap off the test block',
      insteadOf: 'train: firstRows(start - gap),\n      test: firstRows(size).map(i => start + i),',
      writes:
        'train: firstRows(start),\n      test: firstRows(size - gap).map(i => start + gap + i),',
      say: 'Your gap is taken off the test block. Take it off the end of the training rows.',
    },
    {
      mistake: 'counts blocks from the front',
      insteadOf: 'const first = n - K * size;',
      writes: 'const first = size;',
      say: 'Your test blocks follow the first block, and the last rows are never tested. Count from the end, so that what is left over is trained on.',
    },
    {
      mistake: 'divides the rows by K',
      insteadOf: 'const size = Math.floor(n / (K + 1));',
      writes: 'const size = Math.floor((n - 1) / K);',
      say: 'Your test blocks are too long. Divide n by K + 1: the first share is trained on only.',
    },
    {
      mistake: 'returns the latest block first',
      insteadOf: 'const start = first + k * size;',
      writes: 'const start = first + (K - 1 - k) * size;',
      say: 'Your folds begin with the latest block. Return the earliest first.',
    },
    {
      mistake: 'leaves a gap unless told otherwise',
      insteadOf: 'gap = 0): Fold[]',
      writes: 'gap = 1): Fold[]',
      say: 'Where no gap is given, yours is one row. Take 0.',
    },
    {
      mistake: 'wants two rows to train on',
      insteadOf: 'if (first - gap < 1) throw',
      writes: 'if (first - gap < 2) throw',
      say: 'A first fold with a single training row is refused. Refuse it only where there is none.',
    },
    {
      mistake: 'accepts a single fold',
      insteadOf: 'if (K < 2 || K > n) throw',
      writes: 'if (K < 1 || K > n) throw',
      say: 'A single fold is let through, which has nothing to train on. Throw a RangeError for fewer than 2.',
    },
    {
      mistake: 'accepts more folds than rows',
      insteadOf: 'if (K < 2 || K > n) throw',
      writes: 'if (K < 2) throw',
      say: 'More folds than rows are let through. Throw a RangeError.',
    },
    {
      mistake: 'accepts a fraction of a fold',
      insteadOf: 'if (!Number.isInteger(K)) throw',
      writes: 'if (false) throw',
      say: 'A number of folds that is not whole is let through. Throw a RangeError.',
    },
    {
      mistake: 'accepts any order',
      insteadOf: 'order.length !== n || known.size !== n',
      writes: 'false',
      say: 'Any list is accepted as an order. Make sure that it holds each row exactly once.',
    },
    {
      mistake: 'asks only for the length of the order',
      insteadOf: 'order.length !== n || known.size !== n',
      writes: 'order.length !== n',
      say: 'An order of the right length is let through whatever it holds, and a row may be tested twice or never. Make sure that each row is there once.',
    },
    {
      mistake: 'asks only whether every row is in the order',
      insteadOf: 'order.length !== n || known.size !== n',
      writes: 'known.size !== n',
      say: 'An order with a row too many is let through. Compare its length with n as well.',
    },
    {
      mistake: 'accepts rows that do not exist',
      insteadOf: 'order.filter(i => Number.isInteger(i) && i >= 0 && i < n)',
      writes: 'order',
      say: 'An order with different numbers is let through where they are no rows. Make sure that they are the numbers 0 … n − 1.',
    },
    {
      mistake: 'accepts fewer groups than folds',
      insteadOf: 'if (members.size < K) {',
      writes: 'if (false) {',
      say: 'Fewer groups than folds are let through, so a test fold is empty. Throw a RangeError.',
    },
    {
      mistake: 'accepts test blocks without rows',
      insteadOf: 'if (size < 1) throw',
      writes: 'if (false) throw',
      say: 'Where n is less than K + 1, your test blocks are empty. Throw a RangeError.',
    },
    {
      mistake: 'lets the gap swallow the training rows',
      insteadOf: 'if (first - gap < 1) throw',
      writes: 'if (false) throw',
      say: 'A gap that leaves the first fold nothing to train on is let through. Throw a RangeError.',
    },
    {
      mistake: 'accepts a negative gap',
      insteadOf: '!Number.isInteger(gap) || gap < 0',
      writes: '!Number.isInteger(gap)',
      say: 'A negative gap is let through, and test rows are trained on. Throw a RangeError.',
    },
    {
      mistake: 'accepts a fraction of a gap',
      insteadOf: '!Number.isInteger(gap) || gap < 0',
      writes: 'gap < 0',
      say: 'A gap that is not whole is let through. Throw a RangeError.',
    },
  ],

  pictures: [
    {
      kind: 'heatmap',
      title: 'Your split of a time series: 1 trains, 2 tests',
      rows: 'fold',
      columns: 'row',
      experiment: ({ timeSeriesSplit }, { series }) =>
        timeSeriesSplit(series.n, series.K, series.gap).map(({ train, test }) =>
          Array.from({ length: series.n }, (_, i) => +train.includes(i) + 2 * +test.includes(i)),
        ),
    },
    {
      kind: 'heatmap',
      title: 'How many rows of each class your folds test',
      rows: 'fold',
      columns: 'class',
      experiment: ({ stratifiedKFold }, { labels, K }) =>
        stratifiedKFold(labels.mixed, K).map(({ test }) =>
          [...new Set(labels.mixed)].map(
            label => test.filter(i => labels.mixed[i] === label).length,
          ),
        ),
    },
  ],
  tries: {
    knobs: [
      {
        name: 'test blocks of the series',
        kind: 'count',
        low: () => 2,
        high: ({ series }) => series.K + 2,
        start: ({ series }) => series.K,
      },
      {
        name: 'gap before a test block',
        kind: 'count',
        low: () => 0,
        high: () => 2,
        start: ({ series }) => series.gap,
      },
      {
        name: 'folds of the classes',
        kind: 'count',
        low: () => 2,
        high: () => 10,
        start: bench => bench.K,
      },
    ],
    bench: ({ knobs: [blocks, gap, K] }, { series, labels }) => ({
      series: { n: series.n, K: blocks, gap },
      labels,
      K,
    }),
  },
});
