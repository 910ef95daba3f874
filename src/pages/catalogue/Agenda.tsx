import { Link } from 'wouter';
import { catalogue } from '../../catalog/catalogue';
import { agendaOf, type Progress } from '../../progress/agenda';
import styles from './Agenda.module.css';

const path = catalogue.map(({ slug, meta }) => ({ slug, requires: meta.requires }));
const metaOf = (slug: string) => catalogue.find(exercise => exercise.slug === slug)?.meta;

interface Card {
  readonly slug: string;
  readonly label: string;
  readonly note: string;
}

/**
 * What to go on with: the exercise that was left half done, the next on the path, and those that are
 * worth another try. As tall before anything is known as after it.
 */
export function Agenda({ progress }: { progress: ReadonlyMap<string, Progress> | null }) {
  const { goOn, due, next } = agendaOf(path, progress ?? new Map(), Date.now());
  const solved = [...(progress ?? new Map<string, Progress>()).values()].filter(
    ({ standing }) => standing === 'solved',
  ).length;
  const [again] = due;
  const cards: Card[] = [];
  if (goOn !== null)
    cards.push({ slug: goOn, label: 'Go on with', note: checks(progress?.get(goOn)?.last) });
  if (next !== null) {
    const label = progress?.size ? 'Next on the path' : 'Begin with';
    cards.push({ slug: next, label, note: `${metaOf(next)?.minutes} min` });
  }
  if (again !== undefined) {
    const note = due.length > 1 ? `and ${due.length - 1} more` : 'solved a while ago';
    cards.push({ slug: again, label: 'Due again, from memory', note });
  }
  return (
    <nav className={styles.agenda} aria-label="Where to go on">
      {cards.map(({ slug, label, note }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a card stays where it is and changes its words
        <Link key={i} href={`/exercises/${slug}`} className={styles.card}>
          <span className={styles.label}>{label}</span>
          <span className={styles.title}>{metaOf(slug)?.title ?? slug}</span>
          <span className={styles.note}>{note}</span>
        </Link>
      ))}
      {cards.length === 0 && (
        <p className={styles.rest}>
          All {solved} exercises are solved, and none is due. What you solved comes back here when
          it is worth another try.
        </p>
      )}
    </nav>
  );
}

function checks(last: Progress['last'] | undefined): string {
  return last ? `${last.passed} of ${last.total} checks pass` : 'not run yet';
}
