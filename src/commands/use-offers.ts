import { useEffect } from 'react';
import { type Offers, offer } from './offers';

/** Offers commands while a component is shown; each press takes what they do by then. */
export function useOffers(offers: Offers): void {
  useEffect(() => offer(offers));
}
