import { random } from '../../graders/random';
import type { CARD_LEVELS, CardSummary, CardType } from '../catalog/card';
import { HARD, type Rating } from './attempt';
import type { DIAGNOSTIC } from './diagnostic';
import { interleave } from './session';

/** How long a mock interview takes with its debrief, in minutes. */
export const LENGTHS = [45, 60] as const;
/** What it may be made of, in the order in which it is gone through. */
export const KINDS = ['coding', 'breadth', 'depth', 'design'] as const;
export type Kind = (typeof KINDS)[number];

/** What is decided before it is drawn. */
export interface Terms {
  readonly role: string;
  readonly level: (typeof CARD_LEVELS)[number];
  readonly minutes: (typeof LENGTHS)[number] | typeof DIAGNOSTIC;
  readonly kinds: readonly Kind[];
  /** Not an interview, but the half hour that orders the first week of a plan. */
  readonly purpose?: 'diagnostic';
}

/** So many minutes at least are left for the debrief. */
export const DEBRIEF = 5;

/** How many minutes a part takes at least, as a rule, and at most. An editorial judgement. */
const SPAN: Record<
  Kind,
  { readonly least: number; readonly usual: number; readonly most: number }
> = {
  coding: { least: 20, usual: 25, most: 45 },
  breadth: { least: 5, usual: 9, most: 40 },
  depth: { least: 15, usual: 25, most: 30 },
  design: { least: 20, usual: 25, most: 45 },
};
/** What has its usual time first, and what has what is left over then. */
const FIRST: readonly Kind[] = ['breadth', 'design', 'depth', 'coding'];
const THEN: readonly Kind[] = ['design', 'depth', 'coding', 'breadth'];
/** What gives way where the time does not hold all: two long subjects seldom stand in one round. */
const YIELDS: readonly Kind[] = ['depth', 'breadth', 'design'];

/** An exercise may be asked in this share of the time that a prepared candidate takes. */
const TIGHT = 0.8;

/** Something that can be drawn. */
export interface Candidate {
  /** `code/<slug>`, or the id of a card. */
  readonly id: string;
  readonly kind: Kind;
  /** The least time that it can be asked in. */
  readonly minutes: number;
  readonly topic: string;
  /** How much it needs practice, above 0: what needs twice as much is drawn twice as readily. */
  readonly need: number;
}

/** A part as it was drawn. */
export interface Drawn {
  readonly kind: Kind;
  readonly minutes: number;
  /** The ids of what is asked, in its order. */
  readonly items: readonly string[];
}

/** A part that was asked for and is not there. `no room`: the others fill the time; `nothing`: no card or exercise fits. */
export interface LeftOut {
  readonly kind: Kind;
  readonly why: 'no room' | 'nothing';
}

export interface Draw {
  readonly parts: readonly Drawn[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * Draws a mock interview: the parts with their minutes, and what is asked in them. The same seed draws
 * the same. A part for which nothing fits is left out, and the others have its time.
 */
export function drawMock(
  { kinds, minutes }: Pick<Terms, 'kinds' | 'minutes'>,
  candidates: readonly Candidate[],
  seed: number,
): Draw {
  const next = random(seed);
  // An exponential race: whoever needs practice twice as much comes first twice as readily.
  const order = candidates
    .map(candidate => ({ candidate, at: -Math.log(1 - next()) / candidate.need }))
    .sort((a, b) => a.at - b.at)
    .map(({ candidate }) => candidate);
  const leftOut: LeftOut[] = [];
  for (;;) {
    const wanted = KINDS.filter(
      kind => kinds.includes(kind) && !leftOut.some(left => left.kind === kind),
    );
    const most = minutes - DEBRIEF;
    const tooLong = wanted.reduce((sum, kind) => sum + SPAN[kind].least, 0) > most;
    const yielding = tooLong && YIELDS.find(kind => wanted.includes(kind));
    if (yielding) {
      leftOut.push({ kind: yielding, why: 'no room' });
      continue;
    }
    const times = timesOf(wanted, most);
    const parts = wanted.map(kind => ({
      kind,
      minutes: times[kind],
      items: itemsOf(kind, times[kind], order),
    }));
    const empty = parts.find(({ items }) => items.length === 0);
    if (!empty) {
      leftOut.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
      return { parts, leftOut };
    }
    leftOut.push({ kind: empty.kind, why: 'nothing' });
  }
}

/** Minutes for each part: the least, then the usual, then what is left over. */
function timesOf(kinds: readonly Kind[], minutes: number): Record<Kind, number> {
  const times = { coding: 0, breadth: 0, depth: 0, design: 0 };
  for (const kind of kinds) times[kind] = SPAN[kind].least;
  let left = minutes - kinds.reduce((sum, kind) => sum + times[kind], 0);
  const fill = (order: readonly Kind[], to: 'usual' | 'most') => {
    for (const kind of order.filter(kind => kinds.includes(kind))) {
      const more = Math.max(0, Math.min(left, SPAN[kind][to] - times[kind]));
      times[kind] += more;
      left -= more;
    }
  };
  fill(FIRST, 'usual');
  fill(THEN, 'most');
  return times;
}

/** One exercise, one long card, or as many short ones as the time holds, their topics mixed. */
function itemsOf(kind: Kind, minutes: number, order: readonly Candidate[]): string[] {
  const taken: Candidate[] = [];
  let left = minutes;
  for (const candidate of order) {
    if (candidate.kind !== kind || candidate.minutes > left) continue;
    if (taken.some(({ id }) => id === candidate.id)) continue;
    taken.push(candidate);
    left -= candidate.minutes;
    if (kind !== 'breadth') break;
  }
  return interleave(taken, ({ topic }) => topic).map(({ id }) => id);
}

/** What of an exercise is needed here. */
interface ExerciseFacts {
  readonly slug: string;
  readonly meta: { readonly level: string; readonly minutes: number };
}

/** The long subjects, what is nearest to a role first; the others where it has none at a level. */
const LONG: readonly CardType[] = ['design', 'case', 'experiment', 'production'];
const OF_PRODUCT: readonly CardType[] = ['experiment', 'case'];

/**
 * Everything that someone of a role and a level may be asked. Long cards are asked in less time than
 * they give: as in a round, one comes as far as one comes.
 * @param needOf how much something needs practice, by its id as a candidate
 */
export function candidatesFor(
  exercises: readonly ExerciseFacts[],
  cards: readonly CardSummary[],
  { role, level }: Pick<Terms, 'role' | 'level'>,
  needOf: (id: string) => number,
): Candidate[] {
  const asked = cards.filter(
    ({ levels, roles }) =>
      levels.includes(level) && (roles.includes('all') || roles.includes(role)),
  );
  const near = role === 'product' ? OF_PRODUCT : LONG.slice(0, 1);
  const long = asked.some(({ type }) => near.includes(type)) ? near : LONG;
  const kindOf = (type: CardType): Kind | null =>
    type === 'breadth' || type === 'depth' ? type : long.includes(type) ? 'design' : null;
  const code = exercises
    .filter(({ meta }) => level === 'junior' || meta.level !== 'warm-up')
    .map(({ slug, meta }): Omit<Candidate, 'need'> => {
      const minutes = meta.minutes * TIGHT;
      return { id: `code/${slug}`, kind: 'coding', minutes, topic: 'code' };
    });
  const spoken = asked.flatMap(({ id, type, topic, minutes }): Omit<Candidate, 'need'>[] => {
    const kind = kindOf(type);
    if (!kind) return [];
    const least = kind === 'breadth' ? minutes : Math.min(minutes, SPAN[kind].least);
    return [{ id, kind, topic, minutes: least }];
  });
  return [...code, ...spoken].map(one => ({ ...one, need: needOf(one.id) }));
}

/** How much a card needs practice, beside what exercises need: most what is due, or went badly. */
export function needOfCard(due: boolean, last: Rating | null): number {
  if (due) return 6;
  if (last === null) return 3;
  return last <= HARD ? 4 : 0.5;
}
