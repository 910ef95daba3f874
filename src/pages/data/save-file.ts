import type { Contents } from '../../progress/transfer/contents';
import { writeExport } from '../../progress/transfer/file';

/** Has the browser save all of it as a file that an import takes. @param at milliseconds since 1970 */
export function saveFile(contents: Contents, at: number): void {
  const url = URL.createObjectURL(asFile(contents));
  const link = document.createElement('a');
  link.href = url;
  link.download = `scratchwork-${dayOf(new Date(at))}.json`;
  link.click();
  // The browser has taken hold of it by the next task.
  setTimeout(() => URL.revokeObjectURL(url));
}

export function asFile(contents: Contents): Blob {
  return new Blob([writeExport(contents)], { type: 'application/json' });
}

/** The day by the learner's own calendar, 2027-01-31. */
function dayOf(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
