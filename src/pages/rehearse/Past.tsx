import { answerText, type Rehearsal } from '../../rehearsal/attempt';
import styles from './Attempt.module.css';
import { clock, dayOf, RATING_WORDS } from './words';

/** How earlier attempts at a card went, with what was written and meant to be done. */
export function Past({ rehearsals }: { rehearsals: readonly Rehearsal[] }) {
  const over = rehearsals.filter(({ done }) => done !== null);
  if (over.length === 0) return null;
  return (
    <section aria-labelledby="past">
      <h2 id="past">Earlier attempts</h2>
      <ol className={styles.past}>
        {over.map(rehearsal => (
          <li key={rehearsal.began}>
            <span>{dayOf(rehearsal.began)}</span>
            <span>{sayOf(rehearsal)}</span>
            {rehearsal.note.trim() && <p>Next time I will {rehearsal.note}</p>}
            {rehearsal.regrades === null && answerText(rehearsal.sheet) && (
              <details>
                <summary>What you wrote</summary>
                <blockquote>{answerText(rehearsal.sheet)}</blockquote>
              </details>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function sayOf({ rating, regrades, early, self, committed }: Rehearsal): string {
  if (regrades !== null) return 'graded once more';
  const word = rating === null ? '' : RATING_WORDS[rating];
  if (early) return `${word}, opened before an answer`;
  const time = committed === null ? '' : `, ${clock(committed)}`;
  return `${word}${self === null ? '' : `, self-score ${self.toFixed(2)}`}${time}`;
}
