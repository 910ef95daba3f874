import '../../catalog/typeset';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type Card, labelOf } from '../../catalog/card';
import { Html } from '../../parts/Html';
import { amend, type Rehearsal, stageOf } from '../../rehearsal/attempt';
import { agreementOf } from '../../rehearsal/bias';
import { Answer } from './Answer';
import styles from './Attempt.module.css';
import { Confidence } from './Confidence';
import { Grading } from './Grading';
import { Keys } from './Keys';
import { Numbers } from './Numbers';
import { minutesOf, RATING_WORDS, topicOf, whenOf } from './words';

type Change = (work: (rehearsal: Rehearsal) => Rehearsal) => Promise<void>;

/** One attempt at a card: the answer, confidence, numbers, the model answer and the grading. */
export function Attempt({
  card,
  rehearsal,
  log,
  unsaved,
  backAt,
  change,
  minutes,
  reading = false,
  onDrop,
  next,
}: {
  card: Card;
  rehearsal: Rehearsal;
  log: readonly Rehearsal[];
  unsaved: boolean;
  /** When the card comes back, in milliseconds since 1970. */
  backAt: number | null;
  change: Change;
  /** How long it has, where that is not the card's own time; the clock is the page's then. */
  minutes?: number;
  /** It was graded before, and is read once more. */
  reading?: boolean;
  /** Lets the card go; where it is left out, as in a round, the model answer is not to be had either. */
  onDrop?: () => void;
  /** What to go on with when it is over; the first is the usual one. */
  next: ReactNode;
}) {
  const stage = stageOf(rehearsal, card.checks.length);
  const region = useRef<HTMLElement>(null);
  const latest = useRef(change);
  latest.current = change;
  const [asking, setAsking] = useState(false);

  // Each step begins where its keys are heard.
  useEffect(() => {
    const { current } = region;
    const first = current?.querySelector<HTMLElement>('input[data-first], [data-first] button');
    (first ?? current)?.focus({ preventScroll: stage !== 'done' });
    if (stage !== 'answer') window.scrollTo({ top: 0 });
  }, [stage]);

  // Time that has passed stays passed, also where the clock is set back before the next visit.
  useEffect(() => {
    if (stage !== 'answer') return;
    const timer = setInterval(() => void latest.current(it => amend(it, {}, Date.now())), 60_000);
    return () => clearInterval(timer);
  }, [stage]);

  const again = rehearsal.regrades !== null;
  return (
    <section
      ref={region}
      className={styles.attempt}
      data-stage={reading ? 'grade' : stage}
      data-type={card.type}
      data-own-keys=""
      aria-label="Attempt"
      tabIndex={-1}
    >
      <header className={styles.head}>
        <p className={styles.facts}>
          {labelOf(card.type)} · {topicOf(card.topic)} · {minutesOf(minutes ?? card.minutes)}
          {again && ' · an answer of yours, to be graded once more'}
        </p>
        <h1>{card.title}</h1>
      </header>
      {unsaved && (
        <p role="alert" className={styles.warning}>
          Not saved: this browser did not store the last change. It is here until you leave.
        </p>
      )}
      {stage === 'done' && (
        <div className={styles.done}>
          <p className={styles.verdict}>
            <strong>
              {again ? 'Graded once more' : rehearsal.rating && RATING_WORDS[rehearsal.rating]}
            </strong>{' '}
            {again ? agreement(rehearsal, log) : comesBack(backAt)}
          </p>
          {rehearsal.note.trim() && <p>Next time I will {rehearsal.note}</p>}
          <div className={styles.choices} data-first>
            {next}
          </div>
        </div>
      )}
      {(stage !== 'done' || reading) && (
        <Html className={`prose ${styles.prompt}`} html={card.prompt} />
      )}
      {stage === 'answer' && (
        <Answer
          card={card}
          rehearsal={rehearsal}
          minutes={minutes}
          change={change}
          onDrop={onDrop && (() => setAsking(true))}
        />
      )}
      {stage === 'confidence' && (
        <Confidence
          onStated={confidence => void change(it => amend(it, { confidence }, Date.now()))}
        />
      )}
      {stage === 'checks' && (
        <Numbers
          checks={card.checks}
          onHandedIn={answers => void change(it => amend(it, { answers }, Date.now()))}
        />
      )}
      {(stage === 'grade' || reading) && (
        <Grading card={card} rehearsal={rehearsal} log={log} change={change} />
      )}
      {asking && (
        <p className={styles.notice} role="alert">
          What you wrote for this card goes with it.{' '}
          <button type="button" onClick={onDrop}>
            Let it go
          </button>{' '}
          <button type="button" onClick={() => setAsking(false)}>
            Go on
          </button>
        </p>
      )}
      <Keys stage={stage} quick={card.type === 'breadth'} region={region} />
    </section>
  );
}

function comesBack(at: number | null): string {
  return at === null ? '' : `It comes back ${whenOf(at, Date.now())}.`;
}

function agreement(rehearsal: Rehearsal, log: readonly Rehearsal[]): string {
  const first = log.find(({ began }) => began === rehearsal.regrades);
  const { share } = agreementOf(first ? [first, rehearsal] : []);
  return share === null ? '' : `${Math.round(share * 100)} % of the ticks are as they were.`;
}
