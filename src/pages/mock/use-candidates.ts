import { useEffect, useMemo, useState } from 'react';
import { cardList } from '../../catalog/cards';
import { catalogue } from '../../catalog/catalogue';
import { allAttempts } from '../../progress/attempts';
import { weaknesses } from '../../progress/weakness';
import type { Rehearsal } from '../../rehearsal/attempt';
import { type Candidate, candidatesFor, needOfCard, type Terms } from '../../rehearsal/mock';
import { answered } from '../../rehearsal/schedule';
import { usePlan } from '../rehearse/use-plan';

/** @returns what may be asked of a role and a level, by how much it needs practice. */
export function useCandidates(
  { role, level }: Pick<Terms, 'role' | 'level'>,
  log: readonly Rehearsal[],
): Candidate[] {
  const [now] = useState(Date.now);
  const { due } = usePlan(log, now);
  const [weak, setWeak] = useState<ReadonlyMap<string, number>>(new Map());

  useEffect(() => {
    const slugs = catalogue.map(({ slug }) => slug);
    allAttempts().then(
      attempts => setWeak(weaknesses(slugs, attempts, now)),
      () => {},
    );
  }, [now]);

  return useMemo(() => {
    const last = new Map(answered(log).map(({ card, rating }) => [card, rating]));
    const isDue = new Set(due.map(({ card }) => card.id));
    return candidatesFor(catalogue, cardList, { role, level }, id =>
      id.startsWith('code/')
        ? (weak.get(id.slice('code/'.length)) ?? 1)
        : needOfCard(isDue.has(id), last.get(id) ?? null),
    );
  }, [role, level, log, due, weak]);
}
