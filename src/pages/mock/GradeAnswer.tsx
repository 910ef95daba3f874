import type { Card } from '../../catalog/card';
import { TopBar } from '../../parts/TopBar';
import type { Rehearsal } from '../../rehearsal/attempt';
import { Attempt } from '../rehearse/Attempt';
import attempt from '../rehearse/Attempt.module.css';

/** One answer of a round that is over, beside the model answer. */
export function GradeAnswer({
  card,
  rehearsal,
  log,
  unsaved,
  backAt,
  back,
  more,
  reading = false,
  change,
  onNext,
  onBack,
}: {
  card: Card;
  rehearsal: Rehearsal;
  log: readonly Rehearsal[];
  unsaved: boolean;
  backAt: number | null;
  /** What one goes back to. @example 'the debrief' */
  back: string;
  /** Whether another waits. */
  more: boolean;
  /** It is graded, and read once more. */
  reading?: boolean;
  change: (work: (rehearsal: Rehearsal) => Rehearsal) => Promise<void>;
  onNext: () => void;
  onBack: () => void;
}) {
  return (
    <>
      <TopBar>
        <button type="button" onClick={onBack}>
          Back to {back}
        </button>
      </TopBar>
      <main className={attempt.page}>
        <Attempt
          key={rehearsal.began}
          card={card}
          rehearsal={rehearsal}
          log={log}
          unsaved={unsaved}
          backAt={backAt}
          reading={reading}
          change={change}
          next={
            <button type="button" className="primary" onClick={onNext}>
              {more ? 'Next answer' : `To ${back}`}
            </button>
          }
        />
      </main>
    </>
  );
}
