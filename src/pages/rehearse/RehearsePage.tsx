import { useRoute } from 'wouter';
import { Later } from '../../parts/Later';
import { CardPage } from './CardPage';
import { SessionPage } from './SessionPage';

/** What lies below the list of cards: one card, a session of several, a mock interview, or what was missed. */
export function RehearsePage() {
  const [, card] = useRoute('/rehearse/:type/:name');
  const [isSheet] = useRoute('/rehearse/sheet');
  const [isMock] = useRoute('/rehearse/mock');
  if (isSheet) return <Later load={() => import('./SheetPage').then(m => m.SheetPage)} />;
  if (isMock) return <Later load={() => import('../mock/MockPage').then(m => m.MockPage)} />;
  if (!card) return <SessionPage />;
  const id = `${card.type}/${card.name}`;
  return <CardPage key={id} id={id} />;
}
