import '../../catalog/typeset';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Card } from '../../catalog/card';
import { TopBar } from '../../parts/TopBar';
import type { Rehearsal } from '../../rehearsal/attempt';
import reviewStyles from '../interview/Review.module.css';
import { Attempt } from '../rehearse/Attempt';
import attempt from '../rehearse/Attempt.module.css';
import { usePlan } from '../rehearse/use-plan';
import styles from './Mock.module.css';
import { spokenOf } from './outcome';
import { useCards } from './use-cards';
import type { Shown } from './use-rounds';

/** A round that is over: its answers are graded one by one, and then it says what came of them. */
export function AfterRound({
  mock,
  log,
  unsaved,
  arriving,
  rehearsals,
  title,
  facts,
  ungraded,
  lost,
  bar,
  children,
}: Pick<Shown, 'mock' | 'log' | 'unsaved' | 'arriving' | 'rehearsals'> & {
  title: string;
  facts: ReactNode;
  /** What it means that answers are not graded. */
  ungraded: string;
  /** What to do where a change could not be stored. */
  lost: string;
  /** What the strip at the top has beside the usual. */
  bar?: ReactNode;
  /** @param open goes to one answer, to grade it, or to read it once it is graded */
  children: (cards: ReadonlyMap<string, Card>, open: (answer: Rehearsal) => void) => ReactNode;
}) {
  const [at, setAt] = useState<Pick<Rehearsal, 'began' | 'done'> | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const answers = spokenOf(mock, log).flatMap(part => part.answers);
  const cards = useCards(answers.map(({ id }) => id));
  const open = answers.filter(({ state }) => state === 'to grade');
  const shown = answers.find(({ rehearsal }) => rehearsal?.began === at?.began);
  const card = shown && cards.get(shown.id);
  const [now] = useState(Date.now);
  const plan = usePlan(log, now);
  const next = () => setAt(open.find(one => one !== shown)?.rehearsal ?? null);

  // What was pressed to come here is gone: the page is read, and gone through, from its beginning.
  const isWhole = !(shown?.rehearsal && card);
  const wasWhole = useRef(!arriving);
  useEffect(() => {
    if (isWhole && !wasWhole.current) heading.current?.focus();
    wasWhole.current = isWhole;
  }, [isWhole]);

  if (shown?.rehearsal && card) {
    const { rehearsal } = shown;
    const back = `the ${title.toLowerCase()}`;
    return (
      <>
        <TopBar>
          <button type="button" onClick={() => setAt(null)}>
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
            backAt={plan.backAt(card)}
            reading={at?.done !== null}
            change={work => rehearsals.change(rehearsal, work)}
            next={
              <button type="button" className="primary" onClick={next}>
                {open.length > 0 ? 'Next answer' : `To ${back}`}
              </button>
            }
          />
        </main>
      </>
    );
  }
  return (
    <>
      <TopBar>{bar}</TopBar>
      <main className={styles.debrief}>
        {unsaved && (
          <p role="alert" className={attempt.warning}>
            Not saved: this browser did not store the last change. {lost}
          </p>
        )}
        <article className={reviewStyles.review}>
          <header>
            <h1 ref={heading} tabIndex={-1}>
              {title}
            </h1>
            <p className={styles.quiet}>{facts}</p>
          </header>
          {open.length > 0 && (
            <section className={styles.toGrade} aria-label="To be graded">
              <p>
                {open.length === 1 ? 'One answer is' : `${open.length} answers are`} to be graded by
                you, beside the model answers. {ungraded}
              </p>
              <button type="button" className="primary" onClick={next}>
                Grade {open.length === 1 ? 'it' : 'them'}
              </button>
            </section>
          )}
          {children(cards, setAt)}
        </article>
      </main>
    </>
  );
}
