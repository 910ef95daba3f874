import { useMemo } from 'react';
import type { CardSummary } from '../../catalog/card';
import { criteriaOf } from '../../catalog/card';
import { cardList } from '../../catalog/cards';
import type { Rehearsal } from '../../rehearsal/attempt';
import { dayFrom } from '../../rehearsal/days';
import type { Memory } from '../../rehearsal/memory';
import { answered, facetOf, KINDS, scheduleOf } from '../../rehearsal/schedule';
import { dueNow, type Item, newToday } from '../../rehearsal/session';
import { useSettings } from '../../settings/settings';
import type { State } from './filter';

/** What follows from all that was rehearsed. */
export interface Plan {
  readonly due: readonly Item[];
  readonly fresh: readonly Item[];
  stateOf(id: string): State;
  /** When a card, or the first of its type's criteria, comes back; null where nothing is known. */
  backAt(card: CardSummary): number | null;
}

/** @param now milliseconds since 1970 */
export function usePlan(log: readonly Rehearsal[] | null, now: number): Plan {
  const { interviewDate } = useSettings();
  return useMemo(() => {
    const rows = log ?? [];
    const memories = scheduleOf(rows, cardList, dayFrom(interviewDate));
    const due = dueNow(cardList, rows, memories, now);
    const isDue = new Set(due.map(({ card }) => card.id));
    const seen = new Set(answered(rows).map(({ card }) => card));
    return {
      due,
      fresh: newToday(cardList, rows, now),
      stateOf: id => (isDue.has(id) ? 'due' : seen.has(id) ? 'resting' : 'new'),
      backAt: card => dueOf(card, memories),
    };
  }, [log, interviewDate, now]);
}

function dueOf({ id, type }: CardSummary, memories: ReadonlyMap<string, Memory>): number | null {
  const keys = KINDS[type] === 'facets' ? criteriaOf(type).map(name => facetOf(type, name)) : [id];
  const dues = keys.flatMap(key => memories.get(key)?.due ?? []);
  return dues.length > 0 ? Math.min(...dues) : null;
}
