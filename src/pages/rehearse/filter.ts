import { type CardSummary, labelOf } from '../../catalog/card';

/** Where a learner stands with a card. */
export type State = 'new' | 'due' | 'resting';
export const STATE_WORDS: Record<State, string> = {
  new: 'not rehearsed',
  due: 'due',
  resting: 'rehearsed',
};

/** What the list of cards is narrowed to; an empty text is no condition. */
export interface Filter {
  readonly words: string;
  readonly type: string;
  readonly topic: string;
  readonly level: string;
  readonly role: string;
  readonly state: string;
}

export const NO_FILTER: Filter = {
  ...{ words: '', type: '', topic: '' },
  ...{ level: '', role: '', state: '' },
};

/** How each condition is called in an address. */
const NAMES: Record<keyof Filter, string> = {
  ...{ words: 'q', type: 'type', topic: 'topic' },
  ...{ level: 'level', role: 'role', state: 'state' },
};
const FIELDS = Object.keys(NAMES) as (keyof Filter)[];

/** @returns the cards that meet every condition, in their order; a card for all roles is for each. */
export function narrow(
  cards: readonly CardSummary[],
  filter: Filter,
  stateOf: (id: string) => State,
): CardSummary[] {
  const words = bare(filter.words).split(/\s+/).filter(Boolean);
  return cards.filter(card => {
    const said = bare(`${card.id} ${card.title} ${card.topic} ${labelOf(card.type)}`);
    const text = `${said} ${said.replace(/[-_/]/g, ' ')} ${said.replace(/[-_/]/g, '')}`;
    return (
      words.every(word => text.includes(word)) &&
      (filter.type === '' || card.type === filter.type) &&
      (filter.topic === '' || card.topic === filter.topic) &&
      (filter.level === '' || card.levels.some(level => level === filter.level)) &&
      (filter.role === '' || card.roles.includes('all') || card.roles.includes(filter.role)) &&
      (filter.state === '' || stateOf(card.id) === filter.state)
    );
  });
}

/** Without case and accents. */
function bare(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** @returns the part of an address that says so; empty without a condition. */
export function queryOf(filter: Filter): string {
  const query = new URLSearchParams();
  for (const field of FIELDS) if (filter[field] !== '') query.set(NAMES[field], filter[field]);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** @returns the conditions of an address; whatever else stands there is none of ours. */
export function filterIn(search: string): Filter {
  const query = new URLSearchParams(search);
  return Object.fromEntries(
    FIELDS.map(field => [field, query.get(NAMES[field]) ?? '']),
  ) as unknown as Filter;
}
