import type { ComponentType } from 'react';
import { useRoute } from 'wouter';
import { Later } from '../../parts/Later';
import { CardPage } from './CardPage';
import { SessionPage } from './SessionPage';

const PAGES: Readonly<Record<string, () => Promise<ComponentType>>> = {
  diagnostic: () => import('../mock/DiagnosticPage').then(m => m.DiagnosticPage),
  mock: () => import('../mock/MockPage').then(m => m.MockPage),
  pitch: () => import('../scripts/PitchPage').then(m => m.PitchPage),
  sheet: () => import('./SheetPage').then(m => m.SheetPage),
  stories: () => import('../scripts/StoriesPage').then(m => m.StoriesPage),
};

/** What lies below the list of cards: one card, or a page of its own. */
export function RehearsePage() {
  const [, card] = useRoute('/rehearse/:type/:name');
  const [, page] = useRoute('/rehearse/:page');
  if (card) {
    const id = `${card.type}/${card.name}`;
    return <CardPage key={id} id={id} />;
  }
  const load = PAGES[page?.page ?? ''];
  return load ? <Later key={page?.page} load={load} /> : <SessionPage />;
}
