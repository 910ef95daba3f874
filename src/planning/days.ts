/**
 * A day of the calendar, as `2027-01-31`. A plan counts in days and never in milliseconds, so a day of
 * 23 or 25 hours is a day like any other. Days compare as text.
 */
export type Day = string;

const LENGTH = 86_400_000; // ms, of a day in UTC, which has no summer time

/** The day by the learner's own clock. @param at milliseconds since 1970 */
export function dayOf(at: number): Day {
  const date = new Date(at);
  return written(date.getFullYear(), date.getMonth() + 1, date.getDate());
}

/** When a day begins by the learner's own clock, in milliseconds since 1970. */
export function startOf(day: Day): number {
  const [year, month, date] = partsOf(day);
  return new Date(year, month - 1, date).getTime();
}

/** So many days later; earlier where less than zero. */
export function addDays(day: Day, days: number): Day {
  const date = new Date(numberOf(day) * LENGTH + days * LENGTH);
  return written(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** How many days lie between two days; less than zero where the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from);
}

/** The day of the week: 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: Day): number {
  // 1 January 1970 was a Thursday.
  return (((numberOf(day) + 3) % 7) + 7) % 7;
}

/** Whether a text is a day that the calendar has. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && addDays(text, 0) === text;
}

/** How many days after 1 January 1970. */
function numberOf(day: Day): number {
  const [year, month, date] = partsOf(day);
  return Date.UTC(year, month - 1, date) / LENGTH;
}

function partsOf(day: Day): number[] {
  return day.split('-').map(Number);
}

function written(year: number, month: number, date: number): Day {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
}
