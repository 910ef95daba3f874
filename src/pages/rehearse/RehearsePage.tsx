import { useRoute } from 'wouter';
import { CardPage } from './CardPage';
import { SessionPage } from './SessionPage';

/** What lies below the list of cards: one card, or a session of several. */
export function RehearsePage() {
  const [, card] = useRoute('/rehearse/:type/:name');
  if (!card) return <SessionPage />;
  const id = `${card.type}/${card.name}`;
  return <CardPage key={id} id={id} />;
}
