import { cardList } from '../../catalog/cards';
import { catalogue } from '../../catalog/catalogue';
import { type Due, readDue } from '../../progress/due';

const minutes = new Map(catalogue.map(({ slug, meta }) => [slug, meta.minutes]));

/** What is worth doing again by now, of exercises and of cards. */
export function allDue(): Promise<Due> {
  return readDue(slug => minutes.get(slug), cardList, Date.now());
}
