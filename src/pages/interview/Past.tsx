import { Link } from 'wouter';
import styles from './InterviewPage.module.css';

/** What was held before, the last one first, each with the way to what came of it. */
export function Past({
  title,
  none,
  held,
}: {
  title: string;
  /** Said where there is none. */
  none?: string;
  held: readonly {
    readonly began: number;
    readonly href: string;
    readonly name: string;
    readonly facts: string;
    readonly state: string;
  }[];
}) {
  return (
    <section className={styles.past} aria-labelledby="past">
      <h2 id="past">{title}</h2>
      {held.length === 0 ? (
        <p className={styles.quiet}>{none}</p>
      ) : (
        <ol>
          {held.map(({ began, href, name, facts, state }) => (
            <li key={began}>
              <Link href={href}>
                <span className={styles.title}>{name}</span>
                <span className={styles.facts}>{facts}</span>
                <span className={styles.state}>{state}</span>
              </Link>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
