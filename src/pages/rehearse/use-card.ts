import { useEffect, useState } from 'react';
import type { Card } from '../../catalog/card';
import { loadCard } from '../../catalog/cards';

/** @returns a card: undefined until it is there, null where this version does not have it. */
export function useCard(id: string | undefined): Card | null | undefined {
  const [found, setFound] = useState<{ id: string; card: Card | null }>();
  useEffect(() => {
    if (id === undefined) return;
    let left = false;
    loadCard(id).then(
      card => left || setFound({ id, card }),
      // The page's guard says that it did not come.
      () => {},
    );
    return () => {
      left = true;
    };
  }, [id]);
  return found && found.id === id ? found.card : undefined;
}
