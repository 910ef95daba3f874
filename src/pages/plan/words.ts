import { type Day, daysBetween, startOf } from '../../planning/days';
import type { Known } from '../../planning/inputs';
import type { Item } from '../../planning/items';
import type { Feasibility, Plan, Task } from '../../planning/plan';
import type { Band, Change, Readiness } from '../../planning/readiness';
import type { Area, Level, Round } from '../../planning/weights';

export const ROUND_WORDS: Record<Round | 'mixed', string> = {
  breadth: 'Breadth',
  depth: 'Depth',
  design: 'Design',
  coding: 'Coding',
  behavioural: 'Behaviour',
  mixed: 'Mixed',
};
/** What a round is, for who has not heard its name. */
export const ROUND_NOTES: Record<Round, string> = {
  breadth: 'short questions on all of machine learning',
  depth: 'one subject or your own project, ever deeper',
  design: 'a system, a case, an experiment, an incident',
  coding: 'an algorithm, written from scratch',
  behavioural: 'stories of what you did',
};
export const LEVEL_WORDS: Record<Level, string> = {
  junior: 'Junior',
  mid: 'Middle',
  senior: 'Senior',
};
export const KNOWN_WORDS: Record<Known, string> = { yes: 'Yes', no: 'No', unknown: 'Not known' };
export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
];

const LONG = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
const SHORT = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
});

/** “Today”, “Tomorrow”, “Monday 1 March”. */
export function dayInWords(day: Day, today: Day): string {
  const ahead = daysBetween(today, day);
  if (ahead === 0) return 'Today';
  if (ahead === 1) return 'Tomorrow';
  return LONG.format(startOf(day));
}
export const shortDay = (day: Day): string => SHORT.format(startOf(day));

const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
/** “1 Mar”. */
export const dateOf = (day: Day): string => DATE.format(startOf(day));

/** “25 min”, “1 h 10”. */
export function timeInWords(minutes: number): string {
  const whole = Math.max(1, Math.round(minutes));
  if (whole < 60) return `${whole} min`;
  const rest = whole % 60;
  return rest === 0
    ? `${whole / 60} h`
    : `${Math.floor(whole / 60)} h ${String(rest).padStart(2, '0')}`;
}

const hours = (minutes: number) => `${(minutes / 60).toFixed(minutes < 600 ? 1 : 0)} h`;
export const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

/** Where an item is done. */
export function addressOf({ id }: Pick<Item, 'id'>): string {
  return id.startsWith('code/') ? `/exercises/${id.slice('code/'.length)}` : `/rehearse/${id}`;
}

/** Where a mock of a round is held; what is told of oneself is practised with one's stories. */
export function mockAddress(round: Extract<Task, { what: 'mock' }>['round']): string {
  if (round === 'coding') return '/interview';
  if (round === 'behavioural') return '/rehearse/stories';
  return round === 'mixed' ? '/rehearse/mock' : `/rehearse/mock?parts=${round}`;
}

/** What is done with an item the first time. */
export function verbOf(task: Extract<Task, { readonly what: 'new' | 'story' }>): string {
  if (task.item.kind === 'code') return 'Write';
  if (task.item.kind === 'process') return 'Prepare';
  if (task.what === 'story') return task.written ? 'Tell aloud' : 'Write down and tell';
  return 'Answer aloud';
}

/** Whether the time holds the core, with numbers. */
export function feasibilityInWords({ core, time, fits, covers, leavesOut }: Feasibility): string {
  if (core === 0) return 'The core is done. What comes now is beyond it.';
  if (fits) return `The core is ${hours(core)}, and you have ${hours(time)} for it: it fits.`;
  const [one, ofOne] = covers.tier1;
  const [two, ofTwo] = covers.tier2;
  const parts = [
    `${one} of ${ofOne} exercises of the first tier`,
    `${two} of ${ofTwo} of the second`,
    count(covers.designs, 'design'),
    count(covers.cards - covers.designs, 'other card'),
  ];
  const held =
    core <= time
      ? `The core is ${hours(core)} and you have ${hours(time)}, but the shares leave some of it out`
      : `The core is ${hours(core)}, and you have ${hours(time)}`;
  return `${held}. The plan covers ${parts.join(', ')}. It leaves out ${count(leavesOut.length, 'item')} of the core.`;
}

/** Which areas have less to learn here than their share of the time. */
export function shortInWords(areas: readonly Area[]): string | null {
  if (areas.length === 0) return null;
  const names = areas.map(area => ROUND_WORDS[area].toLowerCase()).join(' and ');
  return `There is less here on ${names} than your shares ask for; the other areas have that time.`;
}

/** Which template it is, and how long it goes. */
export function lengthInWords({ template }: Plan, date: Day | null, today: Day): string {
  if (date === null) return 'No date: the next four weeks, made anew each day.';
  const left = daysBetween(today, date);
  if (left < 0) return `The interview was on ${LONG.format(startOf(date))}.`;
  if (left === 0) return 'The interview is today. Nothing is planned.';
  return `${count(left, 'day')} to ${LONG.format(startOf(date))}, by the template for ${template.name}.`;
}

export const BAND_WORDS: Record<Band, string> = {
  'not enough evidence': 'Not enough evidence',
  building: 'Building',
  solid: 'Solid',
  'mock-ready': 'Ready for a mock',
};

export const per = (share: number): string => `${Math.round(share * 100)} %`;
export const DASH = '–';

/** What keeps an area from the highest band. */
export function missingInWords({ missing }: Readiness): string | null {
  if (missing.length === 0) return null;
  const words = missing.map(one =>
    one === 'a mock' ? 'one attempt in time against the clock' : 'ten days without a failed answer',
  );
  return `For a mock it lacks ${words.join(' and ')}.`;
}

/** Why an area stands otherwise than a week ago. */
export function changeInWords({ by, faded, worse, better }: Change): string | null {
  const signed = (n: number) => `${n < 0 ? '−' : '+'}${Math.abs(n).toFixed(2)}`;
  if (Math.abs(by) < 0.005) return null;
  const parts = [
    faded.items > 0 &&
      `${signed(faded.by)}: ${count(faded.items, 'item')} faded${faded.due > 0 ? `, ${faded.due} past due` : ''}`,
    worse.items > 0 && `${signed(worse.by)}: ${count(worse.items, 'item')} went worse`,
    better.items > 0 && `${signed(better.by)}: ${count(better.items, 'item')} new or better`,
  ].filter(part => part !== false);
  return `Since a week ago ${signed(by)} (${parts.join('; ')}).`;
}
