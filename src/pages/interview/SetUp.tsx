import { useId, useState } from 'react';
import { Link } from 'wouter';
import { catalogue } from '../../catalog/catalogue';
import { Field, Fields, OneOf, Options, Start, termsClass } from '../../parts/Terms';
import { allAttempts } from '../../progress/attempts';
import { type Interview, LENGTHS, lastRun, type Terms, VEILS } from '../../progress/interview';
import { draw, weaknesses } from '../../progress/weakness';
import styles from './InterviewPage.module.css';
import { Past } from './Past';
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
        <OneOf
          name="Time"
          of={LENGTHS}
          words={length => `${length} minutes`}
          chosen={minutes}
          onChoose={setMinutes}
        />
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
        <OneOf
          name="Begin"
          of={[false, true]}
          words={onPaper => (onPaper ? 'On paper, then type' : 'At the whiteboard')}
          chosen={paper}
          onChoose={setPaper}
        />
        <Start>
          It goes on when the page is closed; the interview waits here. Your own draft of the
          exercise is not touched.
        </Start>
      </form>

      <Past
        title="Past interviews"
        none="None yet. Each one leaves a report here."
        held={interviews.map(interview => ({
          began: interview.began,
          href: addressOf(interview),
          name: titleOf(interview.slug),
          facts: `${dateOf(interview)} · ${interview.minutes} min`,
          state: stateOf(interview),
        }))}
      />
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
