import { Link } from 'wouter';
import { catalogue } from '../../catalog/catalogue';
import { agendaOf, type Progress } from '../../progress/agenda';
import styles from './Agenda.module.css';

const path = catalogue.map(({ slug, meta }) => ({ slug, requires: meta.requires }));
const metaOf = (slug: string) => catalogue.find(exercise => exercise.slug === slug)?.meta;

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
  return (
    <nav className={styles.agenda} aria-label="Where to go on">
      {goOn !== null && (
        <Card slug={goOn} label="Go on with" note={checks(progress?.get(goOn)?.last)} />
      )}
      {next !== null && (
        <Card
          slug={next}
          label={progress?.size ? 'Next on the path' : 'Begin with'}
          note={`${metaOf(next)?.minutes} min`}
        />
      )}
      {again !== undefined && (
        <Card
          slug={again}
          label="Due again, from memory"
          note={due.length > 1 ? `and ${due.length - 1} more` : 'solved a while ago'}
        />
      )}
      {goOn === null && next === null && again === undefined && (
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

function Card({ slug, label, note }: { slug: string; label: string; note: string }) {
  return (
    <Link href={`/exercises/${slug}`} className={styles.card}>
      <span className={styles.label}>{label}</span>
      <span className={styles.title}>{metaOf(slug)?.title ?? slug}</span>
      <span className={styles.note}>{note}</span>
    </Link>
  );
}
