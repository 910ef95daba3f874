export const MINUTE = 60_000; // ms
export const DAY = 86_400_000; // ms

/** The beginning of a day by the learner's clock. @param at milliseconds since 1970 */
export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** The beginning of so many days later, whatever the clocks did between. */
export function daysLater(at: number, days: number): number {
  const date = new Date(startOfDay(at));
  date.setDate(date.getDate() + days);
  return date.getTime();
}

/** How many midnights lie between two times; less than zero where the second is earlier. */
export function daysBetween(from: number, to: number): number {
  return Math.round((startOfDay(to) - startOfDay(from)) / DAY);
}

/** A day written as `2027-01-31`, as the beginning of it; null for anything else. */
export function dayFrom(text: string): number | null {
  const [, year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []).map(Number);
  if (year === undefined) return null;
  const date = new Date(year, month - 1, day);
  return date.getMonth() === month - 1 && date.getDate() === day ? date.getTime() : null;
}
