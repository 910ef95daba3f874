import { MissingExport } from './errors';

/**
 * Makes the calls in turn, each of which must be refused; for an experiment of a check that `rejects`,
 * which sees of every call whether its error was thrown on purpose.
 * @param calls at least one
 * @returns what the first call gives that is not refused; otherwise the last error is thrown
 */
export function eachRefused(...calls: (() => unknown)[]): unknown {
  for (const call of calls.slice(0, -1)) {
    try {
      return call();
    } catch (error) {
      // A function that is not there refuses nothing.
      if (MissingExport.nameIn(error) !== undefined) throw error;
    }
  }
  return calls[calls.length - 1]();
}
