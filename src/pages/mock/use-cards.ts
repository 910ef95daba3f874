import { useEffect, useState } from 'react';
import type { Card } from '../../catalog/card';
import { loadCard } from '../../catalog/cards';

/** @returns whole cards by their ids, as they come; what this version does not have is not there. */
export function useCards(ids: readonly string[]): ReadonlyMap<string, Card> {
  const [cards, setCards] = useState<ReadonlyMap<string, Card>>(new Map());
  const wanted = ids.join(' ');
  useEffect(() => {
    let left = false;
    const names = wanted.split(' ').filter(Boolean);
    Promise.all(names.map(loadCard)).then(
      found => left || setCards(new Map(found.flatMap(card => (card ? [[card.id, card]] : [])))),
      // The page's guard says that they did not come.
      () => {},
    );
    return () => {
      left = true;
    };
  }, [wanted]);
  return cards;
}
