/// <reference path="./cards.d.ts" />
import list, { whole } from 'virtual:cards';
import type { Card, CardSummary } from './card';

/** Every card with what lists need, by type and number. */
export const cardList: readonly CardSummary[] = list;

/** @returns a card with all its words, or null where there is none of that name. */
export async function loadCard(id: string): Promise<Card | null> {
  const known = list.find(card => card.id === id);
  const cards = await (known && whole[known.type]?.());
  return cards?.find(card => card.id === id) ?? null;
}
