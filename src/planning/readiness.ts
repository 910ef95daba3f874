import { addDays, type Day, daysBetween } from './days';
import { attemptsOf, type Evidence, evidenceOf, isDone, type Log, qualityOf } from './evidence';
import { confirmed, type Inputs } from './inputs';
import type { Item, Stage } from './items';
import { costOf } from './order';
import { ROUNDS, type Round } from './weights';

/** How an area stands. There is no band for passing: nothing here knows how interviews end. */
export const BANDS = ['not enough evidence', 'building', 'solid', 'mock-ready'] as const;
export type Band = (typeof BANDS)[number];

/** What was shown in an area, as of the day of the interview. */
export interface Readiness {
  readonly round: Round;
  readonly graded: 'machine' | 'self';
  /** Σ ω·e / Σ ω over the core, where what was never seen counts 0. */
  readonly whole: number;
  /** The share of the core that was attempted, by weight. */
  readonly coverage: number;
  /** How well, of what was attempted; null where nothing was. */
  readonly quality: number | null;
  /** How much of what was solved or answered is still there on the day; null where nothing was. */
  readonly retention: number | null;
  /** Attempts in all. */
  readonly n: number;
  readonly firstTry: FirstTry;
  readonly band: Band;
  /** What keeps it from the next band, where that is not the number itself. */
  readonly missing: readonly ('a mock' | 'ten days without a critical miss')[];
}

/** Items that were passed unaided the first time they were seen. */
export interface FirstTry {
  readonly passed: number;
  readonly of: number;
  /** The lower end of the 80 % Wilson interval; null where nothing was tried. */
  readonly lower: number | null;
}

/** The templates up to five weeks are the core of a role and a level. */
const CORE: Stage = 3;
const LEAST = { coverage: 0.2, n: 3 } as const;
const SOLID = 0.5;
const MOCK_READY = 0.75;
/** So many days without a critical miss. */
const CLEAN = 10;
/** The standard normal quantile at 0.9: an interval of 80 % leaves a tenth on either side. */
const Z = 1.2815515655446004;

/**
 * The lower end of the 80 % Wilson score interval for a share.
 *
 * E. B. Wilson (1927), Probable inference, the law of succession, and statistical inference, Journal of
 * the American Statistical Association 22(158), 209–212. Chosen over p ± z·√(p(1−p)/n), which says 1 for
 * three of three: Brown, Cai and DasGupta (2001), Interval estimation for a binomial proportion,
 * Statistical Science 16(2), 101–133.
 */
export function wilsonLower(passed: number, of: number): number | null {
  if (of === 0) return null;
  const p = passed / of;
  const z2 = Z * Z;
  const spread = Z * Math.sqrt((p * (1 - p)) / of + z2 / (4 * of * of));
  return Math.max(0, (p + z2 / (2 * of) - spread) / (1 + z2 / of));
}

/** The items of a round that count. */
export function coreOf(items: readonly Item[], round: Round): Item[] {
  return items.filter(
    item => item.round === round && !item.scaffold && (item.stage <= CORE || item.mustDo),
  );
}

/** The day that readiness looks to: that of the interview, or today where there is none. */
export function lookTo({ date }: Pick<Inputs, 'date'>, today: Day): Day {
  return date !== null && date > today ? date : today;
}

/** How an area stands. @param to the day of the interview */
export function readinessOf(
  items: readonly Item[],
  log: Log,
  round: Round,
  today: Day,
  to: Day,
): Readiness {
  const core = coreOf(items, round);
  const total = core.reduce((sum, { worth }) => sum + worth, 0);
  const tried = core.flatMap(item => {
    const known = log.get(item.id);
    return known && attemptsOf(known).length > 0 ? [{ item, known }] : [];
  });
  const weight = tried.reduce((sum, { item }) => sum + item.worth, 0);
  // What was never there cannot be forgotten.
  const shown = tried.filter(({ item }) => isDone(item, log));
  const whole =
    total > 0
      ? tried.reduce((sum, { item, known }) => sum + item.worth * evidenceOf(known, to), 0) / total
      : 0;
  const attempts = tried.flatMap(({ known }) => attemptsOf(known));
  const coverage = total > 0 ? weight / total : 0;
  const missed = attempts.some(
    ({ critical, day }) => critical && daysBetween(day, today) < CLEAN && day <= today,
  );
  const mock = attempts.some(({ timed }) => timed);
  const enough = coverage >= LEAST.coverage && attempts.length >= LEAST.n;
  const high = whole >= MOCK_READY;
  return {
    round,
    graded: round === 'coding' ? 'machine' : 'self',
    whole,
    coverage,
    quality: meanOf(tried, qualityOf),
    retention: meanOf(shown, known => known.retention(to)),
    n: attempts.length,
    firstTry: firstTryOf(tried.map(({ known }) => known)),
    band: !enough
      ? 'not enough evidence'
      : whole < SOLID
        ? 'building'
        : high && mock && !missed
          ? 'mock-ready'
          : 'solid',
    missing: [
      ...(high && enough && !mock ? (['a mock'] as const) : []),
      ...(high && enough && missed ? (['ten days without a critical miss'] as const) : []),
    ],
  };
}

/** The mean over items by their weight; null without any. */
function meanOf(
  items: readonly { readonly item: Item; readonly known: Evidence }[],
  of: (known: Evidence) => number,
): number | null {
  const weight = items.reduce((sum, { item }) => sum + item.worth, 0);
  if (weight === 0) return null;
  return items.reduce((sum, { item, known }) => sum + item.worth * of(known), 0) / weight;
}

/** What was seen before it was attempted was not a first try. */
function firstTryOf(known: readonly Evidence[]): FirstTry {
  const firsts = known.map(({ tries }) => tries[0]).filter(({ revealed }) => !revealed);
  const passed = firsts.filter(one => one.passed && one.hints === 0).length;
  return { passed, of: firsts.length, lower: wilsonLower(passed, firsts.length) };
}

/** All areas, the headline first: the weakest round that is confirmed, or of all that may come. */
export function allReadiness(
  items: readonly Item[],
  inputs: Inputs,
  log: Log,
  today: Day,
): { readonly all: readonly Readiness[]; readonly weakest: Readiness | null } {
  const to = lookTo(inputs, today);
  const all = ROUNDS.filter(round => inputs.rounds[round] !== 'no').map(round =>
    readinessOf(items, log, round, today, to),
  );
  const sure = confirmed(inputs);
  const asked = sure.length > 0 ? all.filter(({ round }) => sure.includes(round)) : all;
  const weakest = asked.reduce<Readiness | null>(
    (least, one) => (least && least.whole <= one.whole ? least : one),
    null,
  );
  return { all, weakest };
}

/** What adds most to an area in so many minutes: by what is not shown yet, by weight and by cost. */
export function nextBest(
  items: readonly Item[],
  log: Log,
  round: Round,
  to: Day,
  minutes = 30,
): Item[] {
  const core = coreOf(items, round);
  const isOpen = ({ requires }: Item) =>
    requires.every(id => {
      const before = core.find(item => item.id === id);
      return !before || isDone(before, log);
    });
  const gain = (item: Item) =>
    (item.worth * (1 - evidenceOf(log.get(item.id), to))) / costOf(item, log);
  const open = core.filter(isOpen).sort((a, b) => gain(b) - gain(a) || (a.id < b.id ? -1 : 1));
  const chosen: Item[] = [];
  let left = minutes;
  for (const item of open) {
    // One that is longer than the time is still the best there is.
    if (item.minutes > left && !(chosen.length === 0 && item === open.at(-1))) continue;
    if (gain(item) <= 0) break;
    chosen.push(item);
    left -= item.minutes;
  }
  return chosen.length > 0 ? chosen : open.slice(0, 1);
}

/** Why an area stands otherwise than it did. */
export interface Change {
  readonly by: number;
  /** Items whose memory faded, with nothing new about them, and what they took. */
  readonly faded: { readonly items: number; readonly by: number; readonly due: number };
  /** Items that went worse than before. */
  readonly worse: { readonly items: number; readonly by: number };
  /** Items that went better, or were attempted for the first time. */
  readonly better: { readonly items: number; readonly by: number };
}

/**
 * Why an area stands otherwise than it did.
 * @param before what was known then, and the day it looked to
 */
export function changeOf(
  items: readonly Item[],
  before: { readonly log: Log; readonly to: Day },
  now: { readonly log: Log; readonly to: Day },
  round: Round,
  today: Day,
): Change {
  const core = coreOf(items, round);
  const total = core.reduce((sum, { worth }) => sum + worth, 0);
  const sums = {
    faded: { items: 0, by: 0, due: 0 },
    worse: { items: 0, by: 0 },
    better: { items: 0, by: 0 },
  };
  let by = 0;
  for (const { id, worth } of core) {
    const [was, is] = [before.log.get(id), now.log.get(id)];
    const step =
      (worth * (evidenceOf(is, now.to) - evidenceOf(was, before.to))) / Math.max(total, 1e-9);
    if (Math.abs(step) < 1e-9) continue;
    by += step;
    const same = was?.tries.length === is?.tries.length;
    const kind = step > 0 ? 'better' : same ? 'faded' : 'worse';
    sums[kind].items += 1;
    sums[kind].by += step;
    if (kind === 'faded' && is && is.due !== null && is.due <= today) sums.faded.due += 1;
  }
  return { by, ...sums };
}

/** So many days back is compared with. */
export const weekBefore = (day: Day): Day => addDays(day, -7);
