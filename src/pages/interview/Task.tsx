import type { Exercise } from '../../catalog/exercise';
import { Html } from '../../parts/Html';
import type { Interview } from '../../progress/interview';
import styles from './Task.module.css';

/** The task as far as the terms show it. There is no reference, and nothing of how it is judged. */
export function Task({
  exercise: { meta, content },
  interview: { hidden, moments },
  onHint,
}: {
  exercise: Exercise;
  interview: Interview;
  onHint: (number: number) => void;
}) {
  const taken = moments.filter(({ what }) => what === 'hint').length;
  return (
    <article className={styles.task}>
      <header>
        <h1>{hidden.includes('title') ? 'The task' : meta.title}</h1>
        {!hidden.includes('difficulty') && (
          <p>
            {meta.level} · {meta.minutes} min
          </p>
        )}
      </header>
      <Html className="prose" html={content.prompt} />
      {!hidden.includes('hints') && (
        <section className={styles.hints} aria-labelledby="hints">
          <h2 id="hints">Hints</h2>
          <ol>
            {content.hints.slice(0, taken).map(hint => (
              <li key={hint}>
                <Html className="prose" html={hint} />
              </li>
            ))}
          </ol>
          {taken < content.hints.length && (
            <button type="button" onClick={() => onHint(taken + 1)}>
              {taken === 0
                ? 'Show the first hint'
                : `Show hint ${taken + 1} of ${content.hints.length}`}
            </button>
          )}
        </section>
      )}
    </article>
  );
}
