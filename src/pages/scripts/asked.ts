import { cardList } from '../../catalog/cards';
import { type Story, storyOnPaper } from '../../rehearsal/story';

/** The questions that ask for a story. */
export const ASKED = cardList.filter(({ type }) => type === 'behavioural');

/** The title of a card, or its id where this version does not have it. */
const titleOf = (id: string) => cardList.find(card => card.id === id)?.title ?? id;

/** A story as it is copied and printed, with the questions that it answers. */
export const onPaper = (story: Story) => storyOnPaper(story, titleOf);
