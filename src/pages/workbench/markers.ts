import type { SyntaxProblem, Verdict } from '../../../graders/verdict';
import type { Marker } from '../../editor/marker';

/** @returns the places in the source that a verdict speaks of. */
export function markersOf(verdict: Verdict): Marker[] {
  const mark = ({ line, column, message }: SyntaxProblem): Marker[] =>
    line === undefined ? [] : [{ line, column, message, severity: 'error' }];
  if (verdict.kind === 'not-compiled') return verdict.problems.flatMap(mark);
  if (verdict.atLoad) return mark(verdict.atLoad);
  const crash = verdict.outcomes.find(outcome => outcome.state === 'crashed');
  return crash?.state === 'crashed' ? mark(crash.error) : [];
}
