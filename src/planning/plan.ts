import { budgetOf } from './budget';
import { addDays, type Day, daysBetween, weekdayOf } from './days';
import { type Diagnostic, firstOf, firstOn, needsScaffolds } from './diagnostic';
import { isDone, type Log, logUntil } from './evidence';
import { confirmed, type Inputs, weightsOf } from './inputs';
import { type Item, type Stage, TIERS } from './items';
import { byArea, costOf, isWritten, type Lead, orderOf, PITCH, storiesOf } from './order';
import type { Area, Round } from './weights';

/** Something to do on a day. */
export type Task =
  | { readonly what: 'reviews'; readonly minutes: number; readonly count: number }
  | {
      readonly what: 'new' | 'story';
      readonly item: Item;
      readonly minutes: number;
      /** Where one day does not hold all of it: which sitting this is, of how many. */
      readonly part: readonly [number, number] | null;
      /** The day it was planned for at the beginning, where that has gone by. */
      readonly from: Day | null;
      /** A story for it stands there whole, and is to be told. */
      readonly written: boolean;
    }
  /** To be written once more from a blank editor: for the first or for the second time. */
  | { readonly what: 'again'; readonly item: Item; readonly minutes: number; readonly time: 1 | 2 }
  | { readonly what: 'mock'; readonly round: Round | 'mixed'; readonly minutes: number }
  | { readonly what: 'weak'; readonly minutes: number }
  /** The last day: a light review, and when and where it is. */
  | { readonly what: 'last day'; readonly minutes: number };

export interface PlannedDay {
  readonly day: Day;
  readonly minutes: number;
  readonly tasks: readonly Task[];
}

/** How the core of the templates up to two weeks, and of the role, stands to the time there is. */
export interface Feasibility {
  readonly core: number;
  readonly time: number;
  readonly fits: boolean;
  readonly covers: {
    readonly tier1: readonly [number, number];
    readonly tier2: readonly [number, number];
    readonly designs: number;
    readonly cards: number;
  };
  /** What of the core finds no room. */
  readonly leavesOut: readonly Item[];
  /** Areas with less to learn here than their share of the time. */
  readonly short: readonly Area[];
}

export interface Plan {
  readonly template: Template;
  readonly days: readonly PlannedDay[];
  readonly done: readonly { readonly item: Item; readonly day: Day }[];
  /** Planned at the beginning for a day that has gone by, and too much to be caught up with. */
  readonly dropped: readonly { readonly item: Item; readonly from: Day }[];
  /** Mocks that find no day. */
  readonly mocksLeftOut: number;
  readonly feasibility: Feasibility;
  /** Minutes of new material by area. */
  readonly areas: Readonly<Record<Area, number>>;
}

/** The templates by the days that there are in all. */
export const TEMPLATES = [
  { name: 'three days', days: 3, mocks: 0, stage: 0 },
  { name: 'one week', days: 10, mocks: 1, stage: 1 },
  { name: 'two weeks', days: 24, mocks: 2, stage: 2 },
  { name: 'five weeks', days: 69, mocks: 4, stage: 3 },
  { name: 'ten weeks or more', days: Infinity, mocks: 4, stage: 4 },
] as const;
export type Template = (typeof TEMPLATES)[number] | typeof ROLLING;
/** Without a date: four weeks at a time. */
const ROLLING = { name: 'four weeks, again and again', days: 28, mocks: 1, stage: 3 } as const;

/** The last part of the days is for mocks and weak areas. */
const RESERVE = 0.15;
const MOCK = 45; // minutes
const LAST_DAY = 30; // minutes
/** A sitting of something that no day holds whole, in minutes. */
const SITTING = 30;
/** To be written again after so many days, and after so many more. */
const AGAIN = [2, 7] as const;
/** Less than this is not worth sitting down for, in minutes. */
const LEAST = 10;
/** With the pitch they are told by the middle of the plan. */
const FIRST_STORIES = 3;

/** A mock that was held, of one round or of several. */
export interface Held {
  readonly day: Day;
  readonly round: Round | 'mixed';
}

/**
 * The plan from today on. It follows from its arguments alone, so another device has the same.
 * @param held the mocks so far; those since the last part of the days began are not planned once more
 * @param diagnostic orders the week after it, and asks for small exercises where coding was weak
 */
export function planFor(
  items: readonly Item[],
  own: Inputs,
  log: Log,
  today: Day,
  diagnostic: Diagnostic | null = null,
  held: readonly Held[] = [],
): Plan {
  const inputs = { ...own, scaffolds: own.scaffolds || needsScaffolds(diagnostic, items, log) };
  const begun = logUntil(log, addDays(inputs.since, -1));
  const first = place(items, inputs, begun, inputs.since, [], 0, new Map(), {
    areas: firstOf(diagnostic, inputs.since),
    had: [],
  });
  const when = finishedOn(first.days);
  const missed = new Map([...when].filter(([item, day]) => day < today && !isDone(item, log)));
  const behind = [...missed.keys()].reduce((sum, item) => sum + costOf(item, log), 0);
  const done = doneSince(items, inputs.since, log);
  const { days, ...rest } = place(
    items,
    inputs,
    log,
    today,
    done,
    behind,
    missed,
    {
      areas: firstOn(diagnostic, today),
      had: done.filter(({ day }) => diagnostic && day > diagnostic.day).map(({ item }) => item),
    },
    held,
  );
  const placed = finishedOn(days);
  const dropped = [...when]
    .filter(([item]) => !isDone(item, log) && !placed.has(item))
    .map(([item, from]) => ({ item, from }));
  return { ...rest, days, done, dropped: inputs.date === null ? [] : dropped };
}

/** On which day each item is finished. */
function finishedOn(days: readonly PlannedDay[]): Map<Item, Day> {
  const found = new Map<Item, Day>();
  for (const { day, tasks } of days)
    for (const task of tasks)
      if (task.what === 'new' || task.what === 'story') found.set(task.item, day);
  return found;
}

/** What was done for the first time since the plan was begun. */
function doneSince(items: readonly Item[], since: Day, log: Log) {
  return items
    .filter(item => isDone(item, log) && !isDone(item, logUntil(log, addDays(since, -1))))
    .map(item => {
      const tries = log.get(item.id)?.tries.filter(({ revealed }) => !revealed) ?? [];
      const first = item.kind === 'code' ? tries.find(({ passed }) => passed) : tries[0];
      return { item, day: first?.day ?? since };
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** A day that is being filled. */
interface Filling {
  readonly day: Day;
  readonly kind: 'work' | 'reserve' | 'last';
  readonly tasks: Task[];
  load: number;
}

function place(
  items: readonly Item[],
  inputs: Inputs,
  log: Log,
  today: Day,
  done: Plan['done'],
  behind: number,
  missed: ReadonlyMap<Item, Day>,
  lead: Lead,
  held: readonly Held[] = [],
): Omit<Plan, 'done' | 'dropped'> {
  const { since, date } = inputs;
  const total = date === null ? ROLLING.days : Math.max(0, daysBetween(since, date));
  const template = date === null ? ROLLING : templateFor(total);
  const budget = budgetOf(inputs, total);
  const weights = weightsOf(inputs);
  const days = daysOf(inputs, today);
  const work = days.filter(({ kind }) => kind === 'work');
  const put = (filling: Filling, task: Task) => {
    filling.tasks.push(task);
    filling.load += task.minutes;
  };

  reviewsDue(log, days, budget.most.reviews, put);

  const today0 = (kind: 'new' | 'story') =>
    done
      .filter(
        ({ item, day }) => day === today && (item.round === 'behavioural') === (kind === 'story'),
      )
      .reduce((sum, { item }) => sum + costOf(item, NOTHING), 0);
  const order = orderOf(
    items,
    inputs,
    log,
    today,
    done.map(({ item }) => item),
    lead,
  );
  const fresh = fill(work, order, log, {
    what: 'new',
    daily: budget.day.fresh,
    extra: behind,
    most: budget.most.fresh,
    already: today0('new'),
    missed,
    put,
  });

  const stories = storiesOf(items, inputs, log);
  const told = fill(work, stories, log, {
    what: 'story',
    daily: budget.day.stories,
    ahead: firstStories(items, stories, log, work, inputs),
    extra: behind,
    most: budget.most.stories,
    already: today0('story'),
    missed,
    put,
  });

  const since0 = reservedSince(inputs, today);
  const recent = held.filter(({ day }) => day >= since0).map(({ round }) => round);
  const mocksLeftOut = reserve(days, inputs, template.mocks, recent, budget, put);
  for (const filling of days)
    if (filling.kind === 'last') put(filling, { what: 'last day', minutes: LAST_DAY });
  writeAgain(days, items, log, today, budget.most.all, put);

  const selected = new Set(fresh);
  const core = items.filter(
    item =>
      item.round !== 'behavioural' &&
      weights[item.round] + (item.kind === 'code' ? weights.breadth : 0) > 0 &&
      !item.scaffold &&
      (item.stage <= CORE || item.mustDo) &&
      !isDone(item, log),
  );
  const leavesOut = core.filter(item => !selected.has(item));
  const sum = (list: readonly Item[]) => list.reduce((s, item) => s + costOf(item, log), 0);
  const areas = byArea(
    fresh.map(item => ({ item, minutes: costOf(item, log) })),
    weights,
  );
  const time = Math.min(budget.day.fresh, budget.most.fresh) * work.length;
  const counts = (tier: 1 | 2): [number, number] => {
    const those = items.filter(
      ({ id, kind }) => kind === 'code' && TIERS[tier].includes(id.slice('code/'.length)),
    );
    return [those.filter(item => selected.has(item) || isDone(item, log)).length, those.length];
  };
  const everything = order.length === fresh.length;
  return {
    template,
    days: days
      .filter(({ tasks }) => tasks.length > 0)
      .map(({ day, load, tasks }) => ({ day, minutes: load, tasks: inShape(joined(tasks)) })),
    mocksLeftOut,
    feasibility: {
      core: sum(core),
      time,
      fits: leavesOut.length === 0,
      covers: {
        tier1: counts(1),
        tier2: counts(2),
        designs: fresh.filter(({ kind }) => kind === 'design').length,
        cards: [...fresh, ...told].filter(({ kind }) => kind !== 'code').length,
      },
      leavesOut,
      short: shortOf(
        areas,
        weights,
        everything ? time : Object.values(areas).reduce((a, b) => a + b, 0),
      ),
    },
    areas,
  };
}

const NOTHING: Log = new Map();
/** The templates up to this one are the core. */
const CORE: Stage = 2;

/** The template for so many days in all. */
export function templateFor(days: number): (typeof TEMPLATES)[number] {
  return TEMPLATES.find(one => days <= one.days) ?? TEMPLATES[TEMPLATES.length - 1];
}

/** The days with work, from today to the day before the interview. */
function daysOf({ since, date, free }: Inputs, today: Day): Filling[] {
  const end = date ?? addDays(today, ROLLING.days);
  const list: Filling[] = [];
  for (let day = today < since ? since : today; day < end; day = addDays(day, 1)) {
    if (free.includes(weekdayOf(day))) continue;
    list.push({ day, kind: isReserved(day, since, date) ? 'reserve' : 'work', tasks: [], load: 0 });
  }
  const last = list.at(-1);
  if (date !== null && last) list[list.length - 1] = { ...last, kind: 'last' };
  return list;
}

function isReserved(day: Day, since: Day, date: Day | null): boolean {
  if (date === null) {
    const reserved = Math.floor(RESERVE * ROLLING.days);
    return daysBetween(since, day) % ROLLING.days >= ROLLING.days - reserved;
  }
  const reserved = Math.floor(RESERVE * daysBetween(since, date));
  return daysBetween(day, date) <= reserved + 1;
}

/** What is due again comes first, as much of it as a day may hold; the rest waits for the next. */
function reviewsDue(
  log: Log,
  days: readonly Filling[],
  most: number,
  put: (filling: Filling, task: Task) => void,
): void {
  const waiting = [...log.values()].filter(({ due, graded }) => due !== null && graded === 'self');
  const minutes = ({ tries }: { readonly tries: readonly { readonly minutes: number | null }[] }) =>
    tries.at(-1)?.minutes ?? 2;
  const seen = new Set<string>();
  for (const filling of days) {
    let load = 0;
    let count = 0;
    for (const one of waiting) {
      if (seen.has(one.id) || (one.due as Day) > filling.day) continue;
      const cost = Math.min(most, minutes(one));
      if (load + cost > most) continue;
      seen.add(one.id);
      load += cost;
      count += 1;
    }
    if (count > 0) put(filling, { what: 'reviews', minutes: load, count });
  }
}

interface Measure {
  readonly what: 'new' | 'story';
  /** Minutes of an average day. */
  readonly daily: number;
  /** So many from the front go ahead at a pace of their own, in minutes a day. */
  readonly ahead?: { readonly count: number; readonly daily: number };
  /** Minutes that were missed; so much more is done, at most a quarter on top of each day. */
  readonly extra: number;
  /** Minutes of any day. */
  readonly most: number;
  /** Minutes that were done today already. */
  readonly already: number;
  readonly missed: ReadonlyMap<Item, Day>;
  put(filling: Filling, task: Task): void;
}

/**
 * Gives the days as many items from the front of a row as they hold, in order; the first that finds no
 * room ends it. A day takes the next item as long as what came before is within the time until then,
 * and the item, or a sitting of it, is within what a day holds. Whatever is longer than a day holds
 * takes several sittings.
 *
 * More time, or more days, never finishes an item later: by induction over the row, since each is
 * looked at no later than before, on a day that holds no more than before.
 */
function fill(
  days: readonly Filling[],
  row: readonly Item[],
  log: Log,
  { what, daily, ahead, extra, most, already, missed, put }: Measure,
): Item[] {
  const whole: Item[] = [];
  let at = 0;
  let used = already;
  let dayUsed = already;
  const within = (index: number) => {
    const first = whole.length < (ahead?.count ?? 0);
    const time = Math.max(daily, first ? (ahead?.daily ?? 0) : 0) * (index + 1);
    return used < time + Math.min(extra, time * 0.25) - 1e-9;
  };
  for (const item of row) {
    const cost = costOf(item, log);
    const sittings = cost > most + 1e-9 ? Math.ceil(cost / SITTING) : 1;
    const parts: { filling: Filling; minutes: number }[] = [];
    for (let part = 0; part < sittings; part++) {
      const minutes = cost / sittings;
      while (at < days.length && (!within(at) || dayUsed + minutes > most + 1e-9)) {
        at += 1;
        dayUsed = 0;
      }
      if (at === days.length) return whole;
      parts.push({ filling: days[at], minutes });
      used += minutes;
      dayUsed += minutes;
    }
    whole.push(item);
    parts.forEach(({ filling, minutes }, i) => {
      const part = sittings > 1 ? ([i + 1, sittings] as const) : null;
      const [from, written] = [missed.get(item) ?? null, isWritten(item, log)];
      put(filling, { what, item, minutes, part, from, written });
    });
  }
  return whole;
}

/** What is left of the pitch and the stories that are told by the middle of the plan, and its pace. */
function firstStories(
  items: readonly Item[],
  stories: readonly Item[],
  log: Log,
  work: readonly Filling[],
  { since, date }: Inputs,
): { count: number; daily: number } {
  const told = items.filter(item => item.kind === 'behavioural' && isDone(item, log)).length;
  const wanted = stories
    .filter(({ kind }) => kind === 'behavioural')
    .slice(0, Math.max(0, FIRST_STORIES - told));
  const last = stories.findLastIndex(item => item.id === PITCH || wanted.includes(item));
  if (date === null || last < 0) return { count: 0, daily: 0 };
  const middle = addDays(since, Math.floor(daysBetween(since, date) / 2));
  const left = Math.max(1, work.filter(({ day }) => day < middle).length);
  const first = stories.slice(0, last + 1);
  return {
    count: first.length,
    daily: first.reduce((sum, item) => sum + costOf(item, log), 0) / left,
  };
}

/** When the last part of the days began that today belongs to; tomorrow where it has not begun. */
function reservedSince({ since, date }: Inputs, today: Day): Day {
  let first = addDays(today, 1);
  while (first > since && isReserved(addDays(first, -1), since, date)) first = addDays(first, -1);
  return first;
}

/** A list less what another has, one for one. */
function without<T>(list: readonly T[], other: readonly T[]): T[] {
  const gone = [...other];
  return list.filter(one => {
    const at = gone.indexOf(one);
    if (at >= 0) gone.splice(at, 1);
    return at < 0;
  });
}

/** Mocks, one for each confirmed round at least, and what is weak. @returns mocks that find no room */
function reserve(
  days: readonly Filling[],
  inputs: Inputs,
  templateMocks: number,
  held: readonly Held['round'][],
  budget: ReturnType<typeof budgetOf>,
  put: (filling: Filling, task: Task) => void,
): number {
  const rounds = confirmed(inputs);
  const usual: (Round | 'mixed')[] = ['breadth', 'depth', 'design', 'mixed'];
  const extra = usual.filter(round => !rounds.some(other => other === round));
  const wanted = templateMocks === 0 ? 0 : Math.max(templateMocks, rounds.length);
  const mocks = without([...rounds, ...extra].slice(0, wanted), held);
  const reserved = days.filter(({ kind }) => kind === 'reserve');
  for (const filling of reserved) {
    const left = reserved.length - reserved.indexOf(filling);
    // As evenly as can be: all on the first days would leave nothing to be learnt from them.
    for (let n = Math.ceil(mocks.length / left); n > 0 && mocks.length > 0; n--) {
      if (filling.load + MOCK > budget.most.all) break;
      put(filling, { what: 'mock', round: mocks.shift() as Round, minutes: MOCK });
    }
    const rest = budget.most.fresh - filling.load;
    if (rest >= LEAST) put(filling, { what: 'weak', minutes: rest });
  }
  return mocks.length;
}

/** Exercises of the first two tiers are written again from a blank editor, after two days and seven more. */
function writeAgain(
  days: readonly Filling[],
  items: readonly Item[],
  log: Log,
  today: Day,
  most: number,
  put: (filling: Filling, task: Task) => void,
): void {
  const wanted: { item: Item; from: Day; time: 1 | 2 }[] = [];
  for (const item of items) {
    if (item.kind !== 'code' || item.tier > 2) continue;
    const passes = [
      ...new Set(
        log
          .get(item.id)
          ?.tries.filter(({ passed }) => passed)
          .map(({ day }) => day) ?? [],
      ),
    ];
    const planned = days.find(({ tasks }) =>
      tasks.some(task => task.what === 'new' && task.item === item && isLastPart(task)),
    )?.day;
    const first = passes[0] ?? planned;
    if (first === undefined) continue;
    const second = passes.find(day => daysBetween(first, day) >= AGAIN[0]);
    if (second === undefined) wanted.push({ item, from: addDays(first, AGAIN[0]), time: 1 });
    else if (!passes.some(day => daysBetween(second, day) >= AGAIN[1]))
      wanted.push({ item, from: addDays(second, AGAIN[1]), time: 2 });
  }
  const place = ({ item, from, time }: (typeof wanted)[number]) => {
    const filling = days.find(
      ({ day, kind, load }) =>
        kind !== 'last' && day >= from && day >= today && load + item.minutes <= most + 1e-9,
    );
    if (!filling) return;
    put(filling, { what: 'again', item, minutes: item.minutes, time });
    if (time === 1) later.push({ item, from: addDays(filling.day, AGAIN[1]), time: 2 });
  };
  const later: typeof wanted = [];
  const byDay = (a: (typeof wanted)[number], b: (typeof wanted)[number]) =>
    a.from.localeCompare(b.from) || a.item.id.localeCompare(b.item.id);
  wanted.sort(byDay).forEach(place);
  [...later].sort(byDay).forEach(place);
}

const isLastPart = ({ part }: { readonly part: readonly [number, number] | null }) =>
  part === null || part[0] === part[1];

/** Sittings of one item on the same day are one. */
function joined(tasks: readonly Task[]): Task[] {
  const list: Task[] = [];
  for (const task of tasks) {
    const before = list.at(-1);
    const same =
      before &&
      (task.what === 'new' || task.what === 'story') &&
      before.what === task.what &&
      before.item === task.item;
    if (!same) {
      list.push(task);
      continue;
    }
    const whole = before.part?.[0] === 1 && isLastPart(task);
    list[list.length - 1] = {
      ...task,
      minutes: before.minutes + task.minutes,
      part: whole ? null : task.part,
    };
  }
  return list;
}

/** What is due, then what is hard, then what is spoken; each in its order. */
function inShape(tasks: readonly Task[]): Task[] {
  const rank = (task: Task) => {
    if (task.what === 'reviews' || task.what === 'last day') return 0;
    if (task.what === 'again' || task.what === 'mock') return 1;
    if (task.what === 'new') return task.item.kind === 'code' ? 2 : 3;
    return 4;
  };
  return tasks
    .map((task, i) => ({ task, i }))
    .sort((a, b) => rank(a.task) - rank(b.task) || a.i - b.i)
    .map(({ task }) => task);
}

/** Areas that get less than their share by more than a tenth of the whole, for want of more to learn. */
function shortOf(
  areas: Readonly<Record<Area, number>>,
  weights: Readonly<Record<Area, number>>,
  whole: number,
): Area[] {
  return (Object.keys(areas) as Area[]).filter(
    area => whole > 0 && areas[area] / whole < weights[area] - 0.1,
  );
}
