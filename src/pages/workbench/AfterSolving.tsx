import type { SyntheticEvent } from 'react';
import type { Exercise } from '../../catalog/exercise';
import type { Judging } from '../../catalog/judging';
import { Html } from '../../parts/Html';
import { Listing } from '../../parts/Listing';
import { noteReveal } from '../../progress/help';
import styles from './AfterSolving.module.css';

/** What opens once an exercise is solved, or on request: the reference, follow-ups, the cost, Python. */
export function AfterSolving({
  exercise,
  judging,
  own,
  followUps = true,
}: {
  exercise: Exercise;
  judging: Judging | null;
  own: string;
  /** Whether the follow-up questions are among it. */
  followUps?: boolean;
}) {
  const { slug, content } = exercise;
  const seen = ({ currentTarget: { open } }: SyntheticEvent<HTMLDetailsElement>) => {
    if (open) noteReveal(slug, Date.now());
  };
  return (
    <div className={styles.after}>
      <details onToggle={seen}>
        <summary>The reference beside your own</summary>
        <div className={styles.beside}>
          <figure>
            <figcaption>Reference</figcaption>
            <Listing label="Reference" text={judging?.solution.trim() ?? 'Loading …'} />
          </figure>
          <figure>
            <figcaption>Yours</figcaption>
            <Listing label="Your text so far" text={own.trim()} />
          </figure>
        </div>
      </details>
      {followUps &&
        content.followUps.map(({ question, points }) => (
          <details key={question}>
            <summary>
              <span className="visually-hidden">Follow-up: </span>
              <Html inline html={question} />
            </summary>
            <p className={styles.quiet}>Answer aloud first. A strong answer makes these points:</p>
            <Html className="prose" html={points} />
          </details>
        ))}
      <details>
        <summary>What it costs</summary>
        <Html className="prose" html={content.cost} />
      </details>
      <details onToggle={seen}>
        <summary>The same in Python</summary>
        <Html className="prose" html={content.python} />
      </details>
    </div>
  );
}
