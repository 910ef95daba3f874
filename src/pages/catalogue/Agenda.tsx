import { Link } from 'wouter';
import { catalogue } from '../../catalog/catalogue';
import { agendaOf, type Progress } from '../../progress/agenda';
import styles from './Agenda.module.css';
import type { Now } from './due';

const path = catalogue.map(({ slug, meta }) => ({ slug, requires: meta.requires }));
const metaOf = (slug: string) => catalogue.find(exercise => exercise.slug === slug)?.meta;

interface Card {
  readonly href: string;
  readonly title: string;
  readonly label: string;
  readonly note: string;
}

/**
 * What to go on with: the exercise that was left half done, the next of the plan or of the path, and
 * those that are worth another try. As tall before anything is known as after it.
 */
export function Agenda({
  progress,
  due,
}: {
  progress: ReadonlyMap<string, Progress> | null;
  /** Null until it is known: it takes a place of its own when it comes, or that of the next on the path. */
  due: Now | null;
}) {
  const { goOn, next } = agendaOf(path, progress ?? new Map());
  const solved = [...(progress ?? new Map<string, Progress>()).values()].filter(
    ({ standing }) => standing === 'solved',
  ).length;
  const cards: Card[] = [];
  const add = (slug: string, label: string, note: string) =>
    cards.push({ href: `/exercises/${slug}`, title: metaOf(slug)?.title ?? slug, label, note });
  if (goOn !== null) add(goOn, 'Go on with', checks(progress?.get(goOn)?.last));
  const begun = cards.length;
  const planned = due?.planned ?? null;
  if (next !== null && !planned) {
    const label = progress?.size ? 'Next on the path' : 'Begin with';
    add(next, label, `${metaOf(next)?.minutes} min`);
  }
  const [again, ...others] = due?.exercises ?? [];
  const aloud = due && due.cards > 0 ? count(due.cards, 'card') : '';
  if (again !== undefined) {
    const more = [others.length > 0 && `${others.length} more`, aloud && `${aloud} to rehearse`];
    const note = more.filter(Boolean).join(' and ');
    add(again, 'Due again, from memory', note ? `and ${note}` : 'solved a while ago');
  } else if (aloud) {
    cards.push({ href: '/rehearse', title: aloud, label: 'Due again, aloud', note: 'to rehearse' });
  }
  const linkOf = ({ href, title, label, note }: Card, i: number) => (
    // A card stays where it is and changes its words.
    <Link key={i} href={href} className={styles.card}>
      <span className={styles.label}>{label}</span>
      <span className={styles.title}>{title}</span>
      <span className={styles.note}>{note}</span>
    </Link>
  );
  return (
    <nav className={styles.agenda} aria-label="Where to go on">
      {cards.slice(0, begun).map(linkOf)}
      {planned && (
        <div className={`${styles.card} ${styles.planned}`}>
          <span className={styles.label}>Today, by your plan</span>
          <Link href={planned.href} className={styles.title}>
            {planned.title}
          </Link>
          <span className={styles.note}>
            {planned.time} · <Link href="/plan">{planned.more}</Link>
          </span>
        </div>
      )}
      {cards.slice(begun).map(linkOf)}
      {cards.length === 0 && !planned && (
        <p className={styles.rest}>
          All {solved} exercises are solved, and none is due. What you solved comes back here when
          it is worth another try.
        </p>
      )}
    </nav>
  );
}

const count = (n: number, one: string) => `${n} ${n === 1 ? one : `${one}s`}`;

function checks(last: Progress['last'] | undefined): string {
  return last ? `${last.passed} of ${last.total} checks pass` : 'not run yet';
}
