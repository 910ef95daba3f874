import { cardList } from '../../catalog/cards';
import { catalogue } from '../../catalog/catalogue';
import { dayOf, startOf } from '../../planning/days';
import type { Profile } from '../../planning/inputs';
import { itemsFor } from '../../planning/items';
import { planFor, type Task } from '../../planning/plan';
import { diagnosticOf } from '../plan/diagnosed';
import { gather, heldIn } from '../plan/gather';
import { readStored, withDate } from '../plan/use-plan';
import { addressOf, mockAddress, ROUND_WORDS, timeInWords } from '../plan/words';
import type { Planned } from './due';

/**
 * What the plan has for today beside what is due: the first thing that is not done.
 * @param now milliseconds since 1970
 * @returns null where there is nothing more today
 */
export async function plannedFor(profile: Profile, now: number): Promise<Planned | null> {
  const inputs = withDate(profile);
  const today = dayOf(now);
  const interview = inputs.date === null ? null : startOf(inputs.date);
  const stored = await readStored();
  const log = gather(stored, catalogue, cardList, interview);
  const items = itemsFor(catalogue, cardList, inputs);
  const { days } = planFor(items, inputs, log, today, diagnosticOf(stored), heldIn(stored));
  const tasks = days.find(({ day }) => day === today)?.tasks ?? [];
  const [first, ...others] = tasks.filter(({ what }) => what !== 'reviews');
  if (!first) return null;
  const more = others.length > 0 ? `${others.length} more today` : 'the plan';
  return { ...inWords(first), time: timeInWords(first.minutes), more };
}

function inWords(task: Task): { title: string; href: string } {
  switch (task.what) {
    case 'new':
    case 'story':
      return { title: task.item.title, href: addressOf(task.item) };
    case 'again':
      return { title: `Write again: ${task.item.title}`, href: addressOf(task.item) };
    case 'mock': {
      const title = `Mock: ${ROUND_WORDS[task.round].toLowerCase()}`;
      return { title, href: mockAddress(task.round) };
    }
    case 'weak':
      return { title: 'What is weakest by now', href: '/plan#readiness' };
    default:
      return { title: 'A light review', href: '/rehearse/sheet' };
  }
}
