import { cardList } from '../../catalog/cards';

/** The questions that ask for a story. */
export const ASKED = cardList.filter(({ type }) => type === 'behavioural');

/** The title of a card, or its id where this version does not have it. */
export const titleOf = (id: string) => cardList.find(card => card.id === id)?.title ?? id;
