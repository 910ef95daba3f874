import type { Mutant } from './grader';

/**
 * The reference's text with the mutants' fragments changed.
 * @throws RangeError where a fragment does not occur exactly once
 */
export function mutate(source: string, ...mutants: readonly Mutant[]): string {
  return mutants.reduce((text, { insteadOf, writes, mistake }) => {
    const parts = text.split(insteadOf);
    if (parts.length !== 2) {
      throw new RangeError(
        `mutate: “${insteadOf}” of “${mistake}” occurs ${parts.length - 1} times, not once`,
      );
    }
    return parts.join(writes);
  }, source);
}
