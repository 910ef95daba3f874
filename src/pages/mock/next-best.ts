import { cardList } from '../../catalog/cards';
import { catalogue } from '../../catalog/catalogue';
import { dayOf, startOf } from '../../planning/days';
import { type Item, itemsFor } from '../../planning/items';
import { lookTo, nextBest } from '../../planning/readiness';
import type { Mock } from '../../progress/mock';
import type { Kind } from '../../rehearsal/mock';
import { readSettings } from '../../settings/settings';
import { gather } from '../plan/gather';
import { readStored } from '../plan/use-plan';

/** @returns what adds most to an area in the next half hour, by all that is stored. */
export async function nextBestFor({ role, level }: Mock, round: Kind): Promise<Item | null> {
  const stored = await readStored();
  const date = readSettings().interviewDate || null;
  const log = gather(stored, catalogue, cardList, date === null ? null : startOf(date));
  const items = itemsFor(catalogue, cardList, { role, level });
  return nextBest(items, log, round, lookTo({ date }, dayOf(Date.now())))[0] ?? null;
}
