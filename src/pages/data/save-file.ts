import type { Contents } from '../../progress/transfer/contents';
import { writeExport } from '../../progress/transfer/file';
import { dayOf, saveAs } from '../save-as';

/** Has the browser save all of it as a file that an import takes. @param at milliseconds since 1970 */
export function saveFile(contents: Contents, at: number): void {
  saveAs(asFile(contents), `scratchwork-${dayOf(new Date(at))}.json`);
}

export function asFile(contents: Contents): Blob {
  return new Blob([writeExport(contents)], { type: 'application/json' });
}
