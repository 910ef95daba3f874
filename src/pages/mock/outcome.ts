import type { Card } from '../../catalog/card';
import { cardList } from '../../catalog/cards';
import { lastRun } from '../../progress/interview';
import type { Mock, Part } from '../../progress/mock';
import type { Rehearsal } from '../../rehearsal/attempt';

/** What became of one card of a mock. */
export interface Answer {
  /** The id of the card. */
  readonly id: string;
  /**
   * `lacking`: it was handed in, and this version does not have the card to grade it by;
   * `left out`: it was begun, and nothing was handed in.
   */
  readonly state: 'graded' | 'to grade' | 'lacking' | 'under way' | 'left out' | 'not reached';
  readonly rehearsal: Rehearsal | null;
}

const known = new Set(cardList.map(({ id }) => id));

/** What became of the cards of a part, in their order. */
export function answersOf(part: Part, log: readonly Rehearsal[]): Answer[] {
  return part.items.map((id, i): Answer => {
    const began = part.rehearsals[i];
    if (began === undefined) return { id, state: 'not reached', rehearsal: null };
    const rehearsal = log.find(one => one.began === began) ?? null;
    if (!rehearsal) return { id, state: 'left out', rehearsal };
    if (rehearsal.done !== null) return { id, state: 'graded', rehearsal };
    const locked = rehearsal.committed !== null || rehearsal.early;
    if (!locked) return { id, state: 'under way', rehearsal };
    return { id, state: known.has(id) ? 'to grade' : 'lacking', rehearsal };
  });
}

/** The spoken parts of a mock with what became of their cards. */
export function spokenOf(mock: Mock, log: readonly Rehearsal[]) {
  return mock.parts
    .filter(({ kind }) => kind !== 'coding')
    .map(part => ({ part, answers: answersOf(part, log) }));
}

/** The critical points that an answer missed, and the critical traps that it fell into, as HTML. */
export function missedOf(card: Card, { points, traps, early }: Rehearsal): string[] {
  if (early) return [];
  return [
    ...card.points.filter(({ id, critical }) => critical && !points[id]),
    ...card.traps.filter(({ id, critical }) => critical && traps.includes(id)),
  ].map(({ text }) => text);
}

/** The answers of a part that one's own score counts: those that this version can have graded. */
export function countedOf(part: Part, log: readonly Rehearsal[]): Answer[] {
  return answersOf(part, log).filter(({ state }) => state !== 'lacking');
}

/** How a part went, 0 to 1: the share of the checks, or the mean of one's own scores; what was not reached counts 0. */
export function scoreOf(part: Part, log: readonly Rehearsal[]): number {
  if (part.kind === 'coding') {
    const run = part.sitting ? lastRun(part.sitting) : undefined;
    if (!run || run.total === 0) return 0;
    return run.kind === 'passed' ? 1 : run.passed / run.total;
  }
  const scores = countedOf(part, log).map(({ rehearsal }) => rehearsal?.self ?? 0);
  return scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
}

/** The part that went worst; null where there is none. */
export function weakestOf({ parts }: Mock, log: readonly Rehearsal[]): Part | null {
  const counted = parts.filter(part => part.kind === 'coding' || countedOf(part, log).length > 0);
  return counted.reduce<Part | null>(
    (least, part) => (least && scoreOf(least, log) <= scoreOf(part, log) ? least : part),
    null,
  );
}

/** Whether something is still to be graded. */
export function isOpen(mock: Mock, log: readonly Rehearsal[]): boolean {
  return spokenOf(mock, log).some(({ answers }) =>
    answers.some(({ state }) => state === 'to grade'),
  );
}
