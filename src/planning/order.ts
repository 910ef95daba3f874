import type { Day } from './days';
import { evidenceOf, isDone, type Log } from './evidence';
import { type Inputs, weightsOf } from './inputs';
import { type Item, PAIRS } from './items';
import type { Area, Weights } from './weights';

/** The first time takes longer than a prepared candidate does. */
const FIRST_TIME = 1.3;
/** A story has to be written down before it can be told, in minutes. */
const WRITING = 10;
/** From here on an item is long, in minutes of its own. */
export const LONG = 20;
/** Breadth cards that come together. */
const PACK = 6;

/** Areas that are to come first. */
export interface Lead {
  readonly areas: readonly Area[];
  /** What was done at the front already. */
  readonly had: readonly Item[];
}
const NO_LEAD: Lead = { areas: [], had: [] };

/** How long the front of the order is, in minutes: about a week of new things at eight hours. */
const FRONT = 240;
/** The multiple of its share that comes first has at the front. */
const AHEAD = 3;

/** What an item takes of the time of a plan, in minutes. */
export function costOf(item: Item, log: Log): number {
  const seen = (log.get(item.id)?.tries.length ?? 0) > 0;
  const story = item.kind === 'behavioural' || item.kind === 'pitch';
  const toWrite = story && !seen && !isWritten(item, log);
  return item.minutes * (seen ? 1 : FIRST_TIME) + (toWrite ? WRITING : 0);
}

/** Whether what is told for it was written down, so that telling it is left. */
export function isWritten({ id }: Item, log: Log): boolean {
  return log.get(id)?.written !== undefined;
}

/**
 * Rows of items that share the time. Exercises stand for coding and for a part of breadth: who writes
 * an algorithm learns what is asked about it.
 */
const ROWS = ['code', 'breadth', 'depth', 'design'] as const;
type Row = (typeof ROWS)[number];

/** The part of breadth that is spent on exercises; less of it where there is no coding round. */
function codePart({ coding }: Weights): number {
  return coding > 0 ? 0.5 : 0.25;
}

function sharesOf(weights: Weights): Record<Row, number> {
  const shared = weights.breadth * codePart(weights);
  return {
    code: weights.coding + shared,
    breadth: weights.breadth - shared,
    depth: weights.depth,
    design: weights.design,
  };
}

/**
 * v = worth · (1 − evidence), where the worth holds the tier and the match of the role. The weight of
 * the area is one for a whole row: it decides between the rows, in `orderOf`, and not within one.
 */
function worthLeft(item: Item, log: Log, today: Day): number {
  return item.worth * (1 - evidenceOf(log.get(item.id), today));
}

const rowOf = ({ round }: Item): Row => (round === 'coding' ? 'code' : (round as Row));

/** Minutes by area; those of exercises count for coding and for breadth, as they were planned. */
export function byArea(
  parts: readonly { readonly item: Item; readonly minutes: number }[],
  weights: Weights,
): Record<Area, number> {
  const sums: Record<Area, number> = { breadth: 0, depth: 0, design: 0, coding: 0 };
  const { code } = sharesOf(weights);
  for (const { item, minutes } of parts) {
    if (item.round === 'behavioural') continue;
    if (item.round !== 'coding') sums[item.round] += minutes;
    else {
      const coding = code > 0 ? weights.coding / code : 1;
      sums.coding += minutes * coding;
      sums.breadth += minutes * (1 - coding);
    }
  }
  return sums;
}

/**
 * All that is to be learnt, in one order: a plan takes as much of it from the front as there is time
 * for. The order knows neither the date nor the hours, so more time only ever adds to a plan, and less
 * only takes away from its end.
 *
 * Each row is in order of what the shorter templates name, then of value by cost. The next row is the
 * one that has had the least for its share; what an exercise rests on comes before it, and the card
 * that belongs to an exercise right after it. Two long items of one row follow each other only where
 * no other row has anything left.
 *
 * Areas that are to come first have a multiple of their share at the front. What they have had there
 * counts as theirs, so that behind it the others catch up: the order changes, and the shares do not.
 * @param already what was done since the plan was begun
 */
export function orderOf(
  items: readonly Item[],
  inputs: Pick<Inputs, 'rounds' | 'centred' | 'level' | 'weights' | 'scaffolds'>,
  log: Log,
  today: Day,
  already: readonly Item[],
  lead: Lead = NO_LEAD,
): Item[] {
  const weights = weightsOf(inputs);
  const shares = sharesOf(weights);
  const open = items.filter(item => item.round !== 'behavioural' && !isDone(item, log));
  const known = new Map(open.map(item => [item.id, item]));
  const density = new Map(
    open.map(item => [item.id, worthLeft(item, log, today) / costOf(item, log)]),
  );
  const of = (item: Item) => density.get(item.id) as number;
  const ranked = open
    .filter(({ scaffold }) => !scaffold)
    .sort((a, b) => a.stage - b.stage || of(b) - of(a) || (a.id < b.id ? -1 : 1));
  const rows = Object.fromEntries(
    ROWS.map(row => [row, ranked.filter(item => rowOf(item) === row)]),
  ) as Record<Row, Item[]>;
  const had: Record<Row, number> = { ...NONE };
  for (const item of already)
    if (item.round !== 'behavioural') had[rowOf(item)] += costOf(item, EMPTY);
  const front: Record<Row, number> = { ...NONE };
  for (const item of lead.had)
    if (item.round !== 'behavioural') front[rowOf(item)] += costOf(item, EMPTY);
  const ahead = lead.areas.map((area): Row => (area === 'coding' ? 'code' : area));
  const timeOf = (row: Row) =>
    ahead.length > 0 && ROWS.reduce((sum, one) => sum + front[one], 0) < FRONT
      ? front[row] / (shares[row] * (ahead.includes(row) ? AHEAD : 1))
      : had[row] / shares[row];

  const order: Item[] = [];
  const taken = new Set<string>();
  const take = (item: Item): void => {
    if (taken.has(item.id)) return;
    taken.add(item.id);
    for (const id of item.requires) {
      const before = known.get(id);
      if (before && (!before.scaffold || inputs.scaffolds)) take(before);
    }
    order.push(item);
    const row = rowOf(item);
    had[row] += costOf(item, log);
    front[row] += costOf(item, log);
    rows[row] = rows[row].filter(other => other !== item);
    const partner = known.get(partnerOf(item.id) ?? '');
    if (partner && shares[rowOf(partner)] > 0) take(partner);
  };

  for (;;) {
    const waiting = ROWS.filter(row => shares[row] > 0 && rows[row].length > 0);
    if (waiting.length === 0) return order;
    const last = order.at(-1);
    const others = waiting.filter(
      row => !last || rowOf(last) !== row || !isLong(last) || !isLong(rows[row][0]),
    );
    const allowed = others.length > 0 ? others : waiting;
    const row = allowed.reduce((least, other) => (timeOf(other) < timeOf(least) ? other : least));
    const [head] = rows[row];
    take(head);
    if (head.kind !== 'breadth') continue;
    for (let i = 1; i < PACK && rows.breadth[0]?.kind === 'breadth'; i++) take(rows.breadth[0]);
  }
}

const EMPTY: Log = new Map();
const NONE: Readonly<Record<Row, number>> = { code: 0, breadth: 0, depth: 0, design: 0 };

export function isLong({ minutes }: Item): boolean {
  return minutes >= LONG;
}

/** The card that belongs to an exercise. */
function partnerOf(id: string): string | undefined {
  return PAIRS.find(([code]) => code === id)?.[1];
}

/** Stories, pitches and questions of procedure, in their order; first what interviews begin with. */
export function storiesOf(
  items: readonly Item[],
  inputs: Pick<Inputs, 'rounds'>,
  log: Log,
): Item[] {
  const unknown = Object.values(inputs.rounds).includes('unknown');
  const kinds = ['pitch', 'behavioural', 'process'];
  const first = (item: Item) => (unknown && item.id === RECRUITER ? 0 : 1);
  return items
    .filter(item => item.round === 'behavioural' && !isDone(item, log))
    .sort(
      (a, b) =>
        first(a) - first(b) ||
        a.stage - b.stage ||
        kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
        b.worth - a.worth ||
        (a.id < b.id ? -1 : 1),
    );
}

/** What to ask the recruiter: which rounds there are. */
export const RECRUITER = 'process/recruiter-call';
/** The pitch of one's own project. */
export const PITCH = 'pitch/project-pitch';
