import { useId, useState } from 'react';
import { Link } from 'wouter';
import { catalogue } from '../../catalog/catalogue';
import { Field, Fields, Options, termsClass } from '../../parts/Terms';
import { allAttempts } from '../../progress/attempts';
import { type Interview, LENGTHS, lastRun, type Terms, VEILS } from '../../progress/interview';
import { draw, weaknesses } from '../../progress/weakness';
import styles from './InterviewPage.module.css';
import { dateOf, titleOf, verdictOf } from './words';

const VEIL_WORDS: Record<(typeof VEILS)[number], string> = {
  title: 'The title',
  difficulty: 'The difficulty',
  hints: 'The hints',
};

/** The terms of a new interview, as they were last time, and the list of past ones. */
export function SetUp({
  interviews,
  addressOf,
  onBegin,
}: {
  interviews: readonly Interview[];
  addressOf: (interview: Interview) => string;
  onBegin: (terms: Terms) => void;
}) {
  const [last] = interviews;
  const [minutes, setMinutes] = useState<Terms['minutes']>(last?.minutes ?? 25);
  const [chosen, setChosen] = useState('');
  const [hidden, setHidden] = useState<Terms['hidden']>(last?.hidden ?? ['difficulty', 'hints']);
  const [paper, setPaper] = useState(last?.paper ?? false);
  const select = useId();

  async function start() {
    const slug = chosen || (await surprise(minutes));
    onBegin({ slug, minutes, hidden, paper });
  }

  return (
    <>
      <header className="lead">
        <h1>Interview</h1>
        <p>
          One exercise against the clock. The editor is a whiteboard: it completes nothing and marks
          nothing, and nothing runs until you commit to a first answer. At the end there is a
          verdict, the time line, and questions to answer aloud.
        </p>
        <p>
          <Link href="/rehearse/mock">A mock interview of several parts</Link> joins an exercise
          with spoken questions.
        </p>
      </header>

      <form
        className={termsClass}
        aria-label="Terms"
        onSubmit={event => {
          event.preventDefault();
          void start();
        }}
      >
        <Fields name="Time">
          <Options>
            {LENGTHS.map(length => (
              <label key={length}>
                <input
                  type="radio"
                  name="minutes"
                  checked={minutes === length}
                  onChange={() => setMinutes(length)}
                />
                {length} minutes
              </label>
            ))}
          </Options>
        </Fields>
        <Field id={select} name="Exercise">
          <select
            id={select}
            value={chosen}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          >
            <option value="">Surprise me</option>
            {catalogue.map(({ slug, meta }) => (
              <option key={slug} value={slug}>
                {meta.title}, {meta.minutes} min
              </option>
            ))}
          </select>
          <p className={`${styles.quiet} ${styles.steady}`}>
            {chosen === ''
              ? 'Drawn from those that fit into the time. What you have not solved, not tried, or not run for long comes more often.'
              : ' '}
          </p>
        </Field>
        <Fields name="Hide">
          <Options>
            {VEILS.map(veil => (
              <label key={veil}>
                <input
                  type="checkbox"
                  checked={hidden.includes(veil)}
                  onChange={({ currentTarget: { checked } }) =>
                    setHidden(VEILS.filter(v => (v === veil ? checked : hidden.includes(v))))
                  }
                />
                {VEIL_WORDS[veil]}
              </label>
            ))}
          </Options>
        </Fields>
        <Fields name="Begin">
          <Options>
            {[false, true].map(onPaper => (
              <label key={String(onPaper)}>
                <input
                  type="radio"
                  name="paper"
                  checked={paper === onPaper}
                  onChange={() => setPaper(onPaper)}
                />
                {onPaper ? 'On paper, then type' : 'At the whiteboard'}
              </label>
            ))}
          </Options>
        </Fields>
        <div className={styles.start}>
          <button type="submit" className="primary">
            Start the clock
          </button>
          <p className={styles.quiet}>
            It goes on when the page is closed; the interview waits here. Your own draft of the
            exercise is not touched.
          </p>
        </div>
      </form>

      <section className={styles.past} aria-labelledby="past">
        <h2 id="past">Past interviews</h2>
        {interviews.length === 0 ? (
          <p className={styles.quiet}>None yet. Each one leaves a report here.</p>
        ) : (
          <ol>
            {interviews.map(interview => (
              <li key={interview.began}>
                <Link href={addressOf(interview)}>
                  <span className={styles.title}>{titleOf(interview.slug)}</span>
                  <span className={styles.facts}>
                    {dateOf(interview)} · {interview.minutes} min
                  </span>
                  <span className={styles.state}>{stateOf(interview)}</span>
                </Link>
              </li>
            ))}
          </ol>
        )}
      </section>
    </>
  );
}

function stateOf(interview: Interview): string {
  const run = lastRun(interview);
  return run ? verdictOf(run) : 'Nothing was run';
}

/** Draws an exercise that a prepared candidate can do in the time, by how much it needs practice. */
async function surprise(minutes: number): Promise<string> {
  const fitting = catalogue.filter(({ meta }) => meta.minutes <= minutes).map(({ slug }) => slug);
  const attempts = await allAttempts().catch(() => []);
  return draw(weaknesses(fitting, attempts, Date.now()), Math.random());
}
