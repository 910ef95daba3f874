import type { Card } from '../../catalog/card';
import { PRESETS } from '../../planning/roles';
import type { Mock } from '../../progress/mock';
import type { Rehearsal } from '../../rehearsal/attempt';
import { Report as Kept, plain } from '../interview/Report';
import { dateOf } from '../interview/words';
import { dayOf } from '../save-as';
import { reportOf } from './report';
import { titleOf } from './words';

/** The debrief as a report. */
export function Report({
  mock,
  log,
  cards,
  next,
  onDelete,
}: {
  mock: Mock;
  log: readonly Rehearsal[];
  cards: ReadonlyMap<string, Card>;
  next: string | null;
  onDelete: () => void;
}) {
  const facts = { date: dateOf(mock), role: PRESETS[mock.role].label, log, cards, next };
  return (
    <Kept
      report={reportOf(mock, { ...facts, titleOf, plain })}
      file={`mock-interview-${dayOf(new Date(mock.began))}.md`}
      what="mock interview"
      onDelete={onDelete}
    >
      Its exercise, what you will do next and its report will be gone, and this cannot be undone.
      The runs stay in the history of the exercise, your answers in those of the cards.
    </Kept>
  );
}
