import { useEffect } from 'react';
import type { Card } from '../../catalog/card';
import { labelOf } from '../../catalog/card';
import { useLater } from '../../parts/use-later';
import type { Rehearsal } from '../../rehearsal/attempt';
import styles from './Attempt.module.css';
import { STATE_WORDS, type State } from './filter';
import { Past } from './Past';
import { minutesOf, topicOf } from './words';

/** A card before its clock is started: what it asks for, and how it went before. */
export function Intro({
  card,
  past,
  state,
  onStart,
}: {
  card: Card;
  past: readonly Rehearsal[];
  state: State;
  onStart: () => void;
}) {
  return (
    <section className={styles.intro}>
      <header>
        <p className={styles.facts}>
          {labelOf(card.type)} · {topicOf(card.topic)} · {minutesOf(card.minutes)} ·{' '}
          {card.levels.join(', ')}
        </p>
        <h1>{card.title}</h1>
      </header>
      <p className={styles.quiet}>
        The question opens with the clock. Answer aloud, on paper or in writing; commit before you
        look at the model answer.
      </p>
      <div className={styles.choices}>
        {/* biome-ignore lint/a11y/noAutofocus: the one thing to do here; a session goes on with Enter alone */}
        <button type="button" className="primary" autoFocus onClick={onStart}>
          Start the clock
        </button>
        {state === 'due' && <span className={styles.quiet}>{STATE_WORDS.due} now</span>}
      </div>
      <Past rehearsals={past} />
      {(card.type === 'behavioural' || card.type === 'pitch') && (
        <OwnScripts id={card.id} type={card.type} />
      )}
    </section>
  );
}

/** What one has of one's own for such a card; it comes last, so that nothing moves when it comes. */
function OwnScripts(props: { id: string; type: 'behavioural' | 'pitch' }) {
  const [ForCard, fetchIt] = useLater(() => import('../scripts/ForCard').then(m => m.ForCard));
  useEffect(fetchIt, [fetchIt]);
  return ForCard && <ForCard {...props} />;
}
