import { type Day, daysBetween } from './days';
import { isDone, type Log } from './evidence';
import type { Item } from './items';
import type { Area } from './weights';

/** What a diagnostic showed of the areas, so that the first week can begin where it is needed. */
export interface Diagnostic {
  readonly day: Day;
  /** How much of what was asked was there, 0 to 1, by area; one that was not reached is not among them. */
  readonly shown: Readonly<Partial<Record<Area, number>>>;
  /** The id of the exercise that was begun. */
  readonly code: string;
}

/** Less than this of what was asked is weak. */
const WEAK = 0.5;
/** For so many days it has a say in the order. */
const WEEK = 7;

export function isWeak({ shown }: Diagnostic, area: Area): boolean {
  const share = shown[area];
  return share !== undefined && share < WEAK;
}

/** The areas that come first on a day: those that were weak, for a week. */
export function firstOn(diagnostic: Diagnostic | null, day: Day): Area[] {
  if (!diagnostic) return [];
  const since = daysBetween(diagnostic.day, day);
  return since >= 0 && since < WEEK ? weakIn(diagnostic) : [];
}

/** The areas that a plan began with: also one that was begun in the week before has ordered its days. */
export function firstOf(diagnostic: Diagnostic | null, since: Day): Area[] {
  if (!diagnostic || Math.abs(daysBetween(diagnostic.day, since)) >= WEEK) return [];
  return weakIn(diagnostic);
}

const weakIn = (diagnostic: Diagnostic): Area[] =>
  (Object.keys(diagnostic.shown) as Area[]).filter(area => isWeak(diagnostic, area));

/**
 * Whether small exercises come before what rests on them: where coding was weak, until the exercise
 * that showed it is solved.
 */
export function needsScaffolds(
  diagnostic: Diagnostic | null,
  items: readonly Item[],
  log: Log,
): boolean {
  if (!diagnostic || !isWeak(diagnostic, 'coding')) return false;
  const code = items.find(({ id }) => id === diagnostic.code);
  return !code || !isDone(code, log);
}
