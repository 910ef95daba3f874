import { addDays, type Day } from './days';
import type { Item } from './items';

/** One attempt at an item, over. */
export interface Try {
  readonly day: Day;
  /** 0 to 1: the share of the checks that passed, or the score of one's own marks. */
  readonly score: number;
  /** The machine passed it, or the rating was better than Again. */
  readonly passed: boolean;
  /** Null where it is not known when the work began. */
  readonly minutes: number | null;
  readonly hints: number;
  /** The model answer was looked at before there was an own one: seen, not attempted. */
  readonly revealed: boolean;
  /** A critical point was missed, or a critical trap fallen into. */
  readonly critical: boolean;
  /** Against the clock, and in time. */
  readonly timed: boolean;
}

/** What is known of one item. */
export interface Evidence {
  readonly id: string;
  readonly graded: 'machine' | 'self';
  /** In the order of their times. */
  readonly tries: readonly Try[];
  /** When it is worth another try; null where nothing is scheduled. */
  readonly due: Day | null;
  /**
   * When a story or a pitch for it stood there whole. Writing is a part of the work, and no attempt: it
   * takes its time off the plan, and neither ends the item nor shows anything of how it is told.
   */
  readonly written?: Day;
  /** The chance, 0 to 1, to have it at hand on a day, without any more practice. */
  retention(day: Day): number;
}

/** What is known, by the ids of items; an item without an entry was never seen. */
export type Log = ReadonlyMap<string, Evidence>;

/** So many days after the solution was seen, a solution of one's own counts in full. */
const FRESH = 2;
const QUALITY = { alone: 1, withHints: 0.7, afterReveal: 0.4, unsolved: 0.5 } as const;
/** A card comes no further while it was failed the last time. */
const FAILED = 0.4;
/** So many attempts at a card count. */
const COUNTED = 3;

/** The attempts with an answer of one's own. */
export function attemptsOf({ tries }: Evidence): readonly Try[] {
  return tries.filter(({ revealed }) => !revealed);
}

/** Whether an item need not come as a new one any more: an exercise that was solved, a card that was answered. */
export function isDone(item: Item, log: Log): boolean {
  const known = log.get(item.id);
  if (!known) return false;
  const own = attemptsOf(known);
  return item.kind === 'code' ? own.some(({ passed }) => passed) : own.length > 0;
}

/** How well it was done, 0 to 1, whatever was forgotten since; 0 where it was never attempted. */
export function qualityOf(known: Evidence): number {
  const own = attemptsOf(known);
  if (own.length === 0) return 0;
  if (known.graded === 'self') {
    const scores = own.slice(-COUNTED).map(({ score }) => score);
    const q = median(scores);
    return own[own.length - 1].passed ? q : Math.min(q, FAILED);
  }
  if (!own.some(({ passed }) => passed))
    return QUALITY.unsolved * Math.max(...own.map(({ score }) => score));
  const { tries } = known;
  return Math.max(
    ...tries.map((one, i) => (isPass(one) ? qualityOfPass(one, tries.slice(0, i)) : 0)),
  );
}

const isPass = ({ passed, revealed }: Try) => passed && !revealed;

/** @param before what came before it */
function qualityOfPass(pass: Try, before: readonly Try[]): number {
  if (before.some(({ revealed, day }) => revealed && day > addDays(pass.day, -FRESH)))
    return QUALITY.afterReveal;
  return pass.hints > 0 ? QUALITY.withHints : QUALITY.alone;
}

/** What can be counted on, 0 to 1: how well it was done, times the chance to have it at hand on a day. */
export function evidenceOf(known: Evidence | undefined, day: Day): number {
  return known ? qualityOf(known) * known.retention(day) : 0;
}

/** The log as it stood at the end of a day. What is remembered is left as it is known now. */
export function logUntil(log: Log, day: Day): Log {
  const before = new Map<string, Evidence>();
  for (const [id, known] of log) {
    const tries = known.tries.filter(one => one.day <= day);
    const { written, ...rest } = known;
    const stood = written !== undefined && written <= day ? { written } : {};
    if (tries.length > 0 || 'written' in stood) before.set(id, { ...rest, tries, ...stood });
  }
  return before;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
