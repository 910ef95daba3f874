import { cardList } from '../../catalog/cards';
import { type Mock, slugOf } from '../../progress/mock';
import { type CodeChoice, FIRST_FUNCTIONS, isNumber } from '../../rehearsal/diagnostic';
import type { Drawn, Kind, LeftOut } from '../../rehearsal/mock';
import { titleOf as exerciseTitle } from '../interview/words';
import { ROUND_WORDS } from '../plan/words';

/** What a part is, for who has not heard its name. */
export const KIND_NOTES: Record<Kind, string> = {
  coding: 'one exercise at the whiteboard, run by the machine',
  breadth: 'short questions, one after another',
  depth: 'one subject, ever deeper',
  design: 'a system, a case or an experiment, with time boxes',
};

/** What a part asks for, in words. @example sizeOf('breadth', 6) // '6 short questions' */
export function sizeOf(kind: Kind, items: number): string {
  if (kind === 'coding') return 'one exercise at the whiteboard';
  if (kind === 'depth') return 'one subject, question by question';
  if (kind === 'design') return 'one long question';
  return items === 1 ? 'one short question' : `${items} short questions`;
}

/** What a part of a diagnostic asks for, in words. */
export function partsInWords({ kind, items }: Pick<Drawn, 'kind' | 'items'>): string {
  if (kind === 'coding') return 'the first two functions of an exercise';
  if (kind !== 'design') return `${items.length} short questions, as far as you come`;
  return isNumber(items) ? 'the numbers of an experiment' : 'the outline of a system';
}

/** What a mock is called. */
export const wholeOf = ({ purpose }: Pick<Mock, 'purpose'>) => purpose ?? 'round';

/** How a part is called. @example nameOf(mock, part) // 'Design' */
export function nameOf(
  { purpose }: Pick<Mock, 'purpose'>,
  { kind, items }: Pick<Drawn, 'kind' | 'items'>,
): string {
  if (!purpose || kind !== 'design') return ROUND_WORDS[kind];
  return isNumber(items) ? 'Experiment' : 'Outline';
}

/** What is asked for in a part, in words. */
export function askedIn({ purpose }: Pick<Mock, 'purpose'>, part: Drawn): string {
  return purpose ? partsInWords(part) : sizeOf(part.kind, part.items.length);
}

/** The functions that are asked for, where it is not the whole exercise. */
export function functionsIn({ purpose }: Pick<Mock, 'purpose'>, { items }: Drawn) {
  return purpose ? (FIRST_FUNCTIONS[slugOf(items[0]) as CodeChoice]?.names ?? null) : null;
}

const WHY: Record<LeftOut['why'], string> = {
  'no room': 'the others fill the time',
  nothing: 'there is nothing for this role and level',
};

/** @example 'Depth is left out: the others fill the time.' */
export function leftOutOf({ kind, why }: LeftOut, names: Record<Kind, string>): string {
  return `${names[kind]} is left out: ${WHY[why]}.`;
}

/** What is left for the debrief. */
export function debriefOf({
  minutes,
  parts,
}: Pick<Mock, 'minutes'> & { parts: readonly { minutes: number }[] }): number {
  return minutes - parts.reduce((sum, part) => sum + part.minutes, 0);
}

const titles = new Map(cardList.map(({ id, title }) => [id, title]));

/** The title of an exercise or a card by its id in a mock. */
export function titleOf(id: string): string {
  return id.startsWith('code/') ? exerciseTitle(slugOf(id)) : (titles.get(id) ?? id);
}

/** Where something that was asked has its own page. */
export function addressOfItem(id: string): string {
  return id.startsWith('code/') ? `/exercises/${slugOf(id)}` : `/rehearse/${id}`;
}

/** The address of the page of mocks with one purpose. */
export const homeOf = ({ purpose }: Pick<Mock, 'purpose'>) => `/rehearse/${purpose ?? 'mock'}`;
/** The address of what came of one mock. */
export const addressOf = (mock: Mock) => `${homeOf(mock)}?report=${mock.began}`;
