import '../../catalog/typeset';
import { useState } from 'react';
import type { Exercise, Judging } from '../../catalog/exercise';
import styles from './PromptPane.module.css';

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
  const open = solved || asked;
  return (
    <article className={styles.pane}>
      <header className={styles.header}>
        <h1>{meta.title}</h1>
        <p>
          {meta.track} · {meta.level} · {meta.minutes} min
        </p>
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
          <button type="button" onClick={() => setHints(hints + 1)}>
            {hints === 0
              ? 'Show the first hint'
              : `Show hint ${hints + 1} of ${content.hints.length}`}
          </button>
        )}
      </section>

      <section aria-labelledby="after">
        <h2 id="after">After solving</h2>
        {open ? (
          <After exercise={exercise} judging={judging} own={own} />
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
    </article>
  );
}

function After({
  exercise,
  judging,
  own,
}: {
  exercise: Exercise;
  judging: Judging | null;
  own: string;
}) {
  const { content } = exercise;
  return (
    <div className={styles.after}>
      <details>
        <summary>The reference beside your own</summary>
        <div className={styles.beside}>
          <figure>
            <figcaption>Reference</figcaption>
            <pre>{judging?.solution.trim() ?? 'Loading …'}</pre>
          </figure>
          <figure>
            <figcaption>Yours</figcaption>
            <pre>{own.trim()}</pre>
          </figure>
        </div>
      </details>
      {content.followUps.map(({ question, points }) => (
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
      <details>
        <summary>The same in Python</summary>
        <Html className="prose" html={content.python} />
      </details>
    </div>
  );
}

/** HTML that the build made from our own Markdown; nothing of a learner's ever comes here. */
function Html({
  html,
  className,
  inline = false,
}: {
  html: string;
  className?: string;
  inline?: boolean;
}) {
  const Tag = inline ? 'span' : 'div';
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made at build time from the project's own files
  return <Tag className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}
