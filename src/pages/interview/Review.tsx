import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { VERDICT_WORDS } from '../../../graders/verdict';
import type { Exercise } from '../../catalog/exercise';
import { type Judging, loadJudging } from '../../catalog/judging';
import { Html } from '../../parts/Html';
import { Listing } from '../../parts/Listing';
import { firstAnswer, type Interview, lastRun, type Mark, review } from '../../progress/interview';
import { dayOf } from '../save-as';
import { AfterSolving } from '../workbench/AfterSolving';
import { Changes } from '../workbench/Changes';
import { plain, Report } from './Report';
import styles from './Review.module.css';
import { reportOf } from './report';
import { Scale } from './Scale';
import { TimeLine } from './TimeLine';
import { CRITERIA, clock, dateOf, followUpId, tally, titleOf } from './words';

/** An interview that is over: what it came to, what is still to be answered aloud, and its report. */
export function Review({
  interview,
  exercise,
  change,
  onDelete,
}: {
  interview: Interview;
  exercise: Exercise | null;
  change: (work: (interview: Interview) => Interview) => Promise<void>;
  onDelete: () => void;
}) {
  const { minutes, slug, marks, remark, ended } = interview;

  const mark = (id: string) => ({
    value: marks[id],
    onChange: (value: (typeof marks)[string]) =>
      void change(it => review(it, { marks: { [id]: value } })),
  });

  return (
    <article className={styles.review}>
      <header>
        <h1>{titleOf(slug)}</h1>
        <p className={styles.quiet}>
          {dateOf(interview)}.{' '}
          {ended === null ? 'Not over' : `${clock(ended)} of ${minutes} minutes`}.
          {exercise && (
            <>
              {' '}
              <Link href={`/exercises/${slug}`}>Open the exercise</Link>
            </>
          )}
        </p>
      </header>

      <Verdict interview={interview} />

      <section aria-labelledby="time-line">
        <h2 id="time-line">Time line</h2>
        <TimeLine interview={interview} />
      </section>

      {exercise && (
        <section aria-labelledby="follow-ups">
          <h2 id="follow-ups">Answer aloud</h2>
          <p className={styles.quiet}>
            Say each answer as you would to someone. Then open its points, and mark whether you made
            them.
          </p>
          <ol className={styles.questions}>
            {exercise.content.followUps.map(({ question, points }, i) => (
              <li key={question}>
                <h3>
                  <Html inline html={question} />
                </h3>
                <details>
                  <summary>What a strong answer says</summary>
                  <Html className="prose" html={points} />
                </details>
                <Scale label={`Follow-up question ${i + 1}`} {...mark(followUpId(i + 1))} />
              </li>
            ))}
          </ol>
        </section>
      )}

      <section aria-labelledby="how">
        <h2 id="how">How it went</h2>
        <Criteria mark={mark} />
        <label htmlFor="remark">To work on next</label>
        <textarea
          id="remark"
          rows={3}
          value={remark}
          onChange={({ currentTarget: { value } }) =>
            void change(it => review(it, { remark: value }))
          }
        />
      </section>

      <section aria-labelledby="written">
        <h2 id="written">What you wrote</h2>
        <Written interview={interview} exercise={exercise} />
      </section>

      <Report
        report={reportOf(interview, {
          title: titleOf(slug),
          date: dateOf(interview),
          followUps: exercise?.content.followUps.map(({ question }) => plain(question)) ?? [],
        })}
        file={`interview-${slug}-${dayOf(new Date(interview.began))}.md`}
        what="interview"
        onDelete={onDelete}
      >
        Its text, its questions, its marks and its report will be gone, and this cannot be undone.
        The runs stay in the history of the exercise.
      </Report>
    </article>
  );
}

/** What was written, and what opens beside it. */
export function Written({
  interview,
  exercise,
}: {
  interview: Interview;
  exercise: Exercise | null;
}) {
  const { slug, text, pad } = interview;
  const first = firstAnswer(interview);
  const [judging, setJudging] = useState<Judging | null>(null);
  useEffect(() => {
    if (exercise) loadJudging(slug).then(setJudging, () => {});
  }, [slug, exercise]);
  return (
    <>
      {pad.trim() && (
        <blockquote className={styles.pad} aria-label="Questions and assumptions">
          {pad}
        </blockquote>
      )}
      <Listing label="Your last text" className={styles.listing} text={text} />
      {first && first.text !== text && (
        <details>
          <summary>What you changed after the first answer</summary>
          <div className={styles.changes}>
            <Changes earlier={first.text} present={text} />
          </div>
        </details>
      )}
      {exercise && (
        <AfterSolving exercise={exercise} judging={judging} own={text} followUps={false} />
      )}
    </>
  );
}

/** What one marks oneself on. */
export function Criteria({
  mark,
}: {
  mark: (id: string) => { value: Mark | undefined; onChange: (mark: Mark) => void };
}) {
  return (
    <ul className={styles.criteria}>
      {CRITERIA.map(({ id, say }) => (
        <li key={id}>
          <span>{say}</span>
          <Scale label={say} {...mark(id)} />
        </li>
      ))}
    </ul>
  );
}

/** What the last run came to, and when the first answer was there. */
export function Verdict({ interview }: { interview: Interview }) {
  const run = lastRun(interview);
  const first = firstAnswer(interview);
  const runs = interview.moments.filter(({ what }) => what === 'run').length;
  const late = run && run.at > interview.minutes * 60_000;
  return (
    <section className={styles.verdict} aria-label="Verdict">
      <p className={styles.word} data-kind={run?.kind}>
        <strong>{run ? VERDICT_WORDS[run.kind] : 'No verdict'}</strong>{' '}
        <span>
          {run ? tally(run) : 'nothing was run'}
          {late && ', after the time was up'}
        </span>
      </p>
      {run?.diagnosis && <p className={styles.diagnosis}>{run.diagnosis}</p>}
      <dl>
        <div>
          <dt>first answer</dt>
          <dd>{first ? clock(first.at) : '–'}</dd>
        </div>
        <div>
          <dt>{runs === 1 ? 'run' : 'runs'}</dt>
          <dd>{runs}</dd>
        </div>
        <div>
          <dt>of {interview.minutes} minutes</dt>
          <dd>{interview.ended === null ? '–' : clock(interview.ended)}</dd>
        </div>
      </dl>
    </section>
  );
}
