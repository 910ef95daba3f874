import '../../catalog/typeset';
import { useEffect, useState } from 'react';
import type { Exercise } from '../../catalog/exercise';
import type { Judging } from '../../catalog/judging';
import { Html } from '../../parts/Html';
import { useLater } from '../../parts/use-later';
import styles from './PromptPane.module.css';

/** What was taken of it is noted with the next run. */
const help = () => import('../../progress/help');

/** The task, the hints one by one, and, once earned or asked for, what a solved exercise has to offer. */
export function PromptPane({
  exercise,
  judging,
  solved,
  own,
  openSolution,
}: {
  exercise: Exercise;
  judging: Judging | null;
  solved: boolean;
  /** The learner's text, to stand beside the reference. */
  own: string;
  openSolution: () => void;
}) {
  const { meta, content } = exercise;
  const [hints, setHints] = useState(0);
  const [asked, setAsked] = useState(false);
  const [AfterSolving, loadAfter] = useLater(() =>
    import('./AfterSolving').then(m => m.AfterSolving),
  );
  const [Prerequisites, loadPrerequisites] = useLater(() =>
    import('./Prerequisites').then(m => m.Prerequisites),
  );
  useEffect(loadPrerequisites, [loadPrerequisites]);
  const [HowJudged, loadHow] = useLater(() => import('./HowJudged').then(m => m.HowJudged));
  const open = solved || asked;
  useEffect(() => {
    if (open) loadAfter();
  }, [open, loadAfter]);
  return (
    <article className={styles.pane}>
      <header className={styles.header}>
        <h1>{meta.title}</h1>
        <p>
          {meta.track} · {meta.level} · {meta.minutes} min
        </p>
        {meta.requires.length > 0 && (
          <p className={styles.rests}>
            {Prerequisites && <Prerequisites requires={meta.requires} />}
          </p>
        )}
      </header>
      <Html className="prose" html={content.prompt} />

      <section className={styles.hints} aria-labelledby="hints">
        <h2 id="hints">Hints</h2>
        <ol>
          {content.hints.slice(0, hints).map(hint => (
            <li key={hint}>
              <Html className="prose" html={hint} />
            </li>
          ))}
        </ol>
        {hints < content.hints.length && (
          <button
            type="button"
            onClick={() => {
              setHints(hints + 1);
              void help().then(({ noteHint }) => noteHint(exercise.slug, hints + 1, Date.now()));
            }}
          >
            {hints === 0
              ? 'Show the first hint'
              : `Show hint ${hints + 1} of ${content.hints.length}`}
          </button>
        )}
      </section>

      <section aria-labelledby="after">
        <h2 id="after">After solving</h2>
        {open ? (
          AfterSolving && <AfterSolving exercise={exercise} judging={judging} own={own} />
        ) : (
          <>
            <p className={styles.quiet}>
              The reference beside your own, follow-up questions, the cost, and the same in Python
              open when every check passes.
            </p>
            <button
              type="button"
              onClick={() => {
                openSolution();
                setAsked(true);
              }}
            >
              Open them now
            </button>
          </>
        )}
      </section>

      <details
        className={styles.judged}
        onToggle={() => {
          loadHow();
          openSolution();
        }}
      >
        <summary>How this is judged</summary>
        {HowJudged && <HowJudged slug={exercise.slug} judging={judging} />}
      </details>
    </article>
  );
}
