import type { Meta } from '../../../exercises/meta';
import type { Standing } from '../../progress/agenda';

/** What the list of exercises is narrowed to; an empty text is no condition. */
export interface Filter {
  readonly words: string;
  readonly track: string;
  readonly level: string;
  /** Minutes at most. */
  readonly minutes: string;
  readonly standing: string;
}

export const NO_FILTER: Filter = { words: '', track: '', level: '', minutes: '', standing: '' };

/** How each condition is called in an address. */
const NAMES: Record<keyof Filter, string> = {
  words: 'q',
  track: 'track',
  level: 'level',
  minutes: 'minutes',
  standing: 'state',
};
const FIELDS = Object.keys(NAMES) as (keyof Filter)[];

/** @returns the exercises that meet every condition, in their order. */
export function narrow<E extends { readonly slug: string; readonly meta: Meta }>(
  exercises: readonly E[],
  filter: Filter,
  standingOf: (slug: string) => Standing,
): E[] {
  const words = bare(filter.words).split(/\s+/).filter(Boolean);
  return exercises.filter(({ slug, meta }) => {
    const said = bare(`${slug} ${meta.title} ${meta.track} ${meta.teaches}`);
    // "kmeans" and "k means" find k-means.
    const text = `${said} ${said.replace(/[-_]/g, ' ')} ${said.replace(/[-_]/g, '')}`;
    return (
      words.every(word => text.includes(word)) &&
      (filter.track === '' || meta.track === filter.track) &&
      (filter.level === '' || meta.level === filter.level) &&
      (filter.minutes === '' || meta.minutes <= Number(filter.minutes)) &&
      (filter.standing === '' || standingOf(slug) === filter.standing)
    );
  });
}

/** Without case and accents. */
function bare(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** @returns the part of an address that says so; empty without a condition. */
export function addressOf(filter: Filter): string {
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
