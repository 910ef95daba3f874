import type { Card, CardType } from '../catalog/card';
import { AGAIN, EASY, GOOD, HARD, type Level, type Rating, type Rehearsal } from './attempt';

/** What is graded, and how. */
export type Graded = Pick<Card, 'type' | 'points' | 'traps' | 'checks' | 'criteria' | 'minutes'>;
export type Marks = Pick<
  Rehearsal,
  'points' | 'levels' | 'traps' | 'answers' | 'early' | 'hints' | 'confidence'
>;

/** From here on an answer is passed, and good, and very good. */
const PASSED = 0.5;
const WELL = 0.7;
const VERY_WELL = 0.9;
/** A design that leaves out a component comes no further. */
const WITHOUT_A_COMPONENT = 0.6;
/** So much over the time is slow. */
const SLOW = 1.25;
const SURE = 80; // per cent

/** Types that are never Easy: what is scheduled is not the memory of one answer, or it must stay fresh. */
const NEVER_EASY: readonly CardType[] = [
  ...(['design', 'case', 'depth', 'experiment', 'production', 'behavioural', 'pitch'] as const),
];

/**
 * The score of one's own marks, 0 to 1:
 * 0.6 · Σ(weight · level / 3) / Σ weight + 0.4 · points made / points;
 * of key points alone where a type has no criteria.
 */
export function score({ type, points, criteria }: Graded, marks: Marks): number {
  const made = points.filter(({ id }) => marks.points[id]).length / Math.max(points.length, 1);
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return made;
  const levels = criteria.map(({ label }) => marks.levels[label] ?? 0);
  const met = criteria.reduce((sum, { weight }, i) => sum + (weight * levels[i]) / 3, 0) / total;
  const whole = 0.6 * met + 0.4 * made;
  return type === 'design' && levels.includes(0) ? Math.min(whole, WITHOUT_A_COMPONENT) : whole;
}

/** The share of the numeric checks that are right; null where there are none, or none was asked. */
export function objectiveScore({ checks }: Graded, { answers }: Marks): number | null {
  if (checks.length === 0 || answers === null) return null;
  return checks.filter(({ id }) => answers[id]?.right).length / checks.length;
}

/** A rating with its reason in one sentence. */
export interface Rated {
  readonly rating: Rating;
  readonly reason: string;
}

/**
 * The rating that follows from the marks: the first rule that applies.
 * @param seconds how long the answer took
 * @param previous the rating of this card the time before, or null
 */
export function rate(card: Graded, marks: Marks, seconds: number, previous: Rating | null): Rated {
  const again = (reason: string) => ({ rating: AGAIN, reason });
  if (marks.early) return again('The model answer was opened before you committed to your own.');
  const missed = card.points.filter(({ id, critical }) => critical && !marks.points[id]).length;
  if (missed > 0)
    return again(`${few(missed, 'critical key point is', 'critical key points are')} missing.`);
  if (card.traps.some(({ id, critical }) => critical && marks.traps.includes(id)))
    return again('The answer falls into a critical trap.');
  const right = objectiveScore(card, marks);
  if (right !== null && right < 1)
    return again(
      `${few(card.checks.length - Math.round(right * card.checks.length), 'number is', 'numbers are')} not right.`,
    );
  const s = score(card, marks);
  if (s < PASSED) return again(`The score is ${two(s)}, below ${two(PASSED)}.`);
  if (s < WELL) return hard(`The score is ${two(s)}, below ${two(WELL)}.`);
  if (marks.hints > 0) return hard('You asked for another wording.');
  const share = seconds / (card.minutes * 60);
  if (share > SLOW) return hard(`It took ${Math.round(share * 100)} % of the time.`);
  const good = (reason: string) => ({ rating: GOOD, reason: `The score is ${two(s)}${reason}.` });
  if (s < VERY_WELL) return good(', with nothing critical missing');
  if (NEVER_EASY.includes(card.type)) return good('; this type is never rated Easy');
  if (share > 1) return good(', and it took longer than the time');
  if ((marks.confidence ?? 0) < SURE) return good(`, and you were less than ${SURE} % sure`);
  if (previous === null || previous < GOOD) return good('; Easy needs a Good the time before');
  return {
    rating: EASY,
    reason: `The score is ${two(s)}, sure, in time, and Good the time before.`,
  };
}

function hard(reason: string): Rated {
  return { rating: HARD, reason };
}

/** The rating that counts: as computed, or lower where the learner says so; never higher. */
export function lowered(computed: Rating, wanted: Rating): Rating {
  return Math.min(computed, wanted) as Rating;
}

/** Whether every criterion has a level, so that there is something to rate. */
export function isGraded(
  { criteria }: Pick<Graded, 'criteria'>,
  { levels }: Pick<Marks, 'levels'>,
) {
  return criteria.every(({ label }) => levels[label] !== undefined);
}

/**
 * The rating of one criterion, for types that are scheduled by criterion. A vague answer comes back
 * soon; hints and slowness hold back what was specific. A rating that was lowered lowers all.
 */
export function rateFacet(
  level: Level | undefined,
  { rating, computed, hints, early }: Pick<Rehearsal, 'rating' | 'computed' | 'hints' | 'early'>,
  slow: boolean,
): Rating {
  if (early || level === undefined || level < 2) return AGAIN;
  const own = hints > 0 || slow ? HARD : GOOD;
  const isLowered = rating !== null && computed !== null && rating < computed;
  return isLowered ? lowered(own, rating) : own;
}

/** Whether an answer took noticeably longer than its time. */
export function isSlow(seconds: number, minutes: number): boolean {
  return seconds > SLOW * minutes * 60;
}

const few = (n: number, one: string, many: string) => (n === 1 ? `One ${one}` : `${n} ${many}`);
const two = (s: number) => s.toFixed(2);
