import { Fragment, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { catalogue } from '../../catalog/catalogue';
import { readProgress } from '../../progress/attempts';

/** What an exercise rests on, each with a way there; what was not solved yet is offered, nothing is asked. */
export function Prerequisites({ requires }: { requires: readonly string[] }) {
  const [solved, setSolved] = useState<ReadonlySet<string> | null>(null);
  useEffect(() => {
    readProgress().then(
      progress =>
        setSolved(new Set(requires.filter(slug => progress.get(slug)?.standing === 'solved'))),
      () => {},
    );
  }, [requires]);
  return (
    <>
      Rests on{' '}
      {requires.map((slug, i) => (
        <Fragment key={slug}>
          {i > 0 && (i === requires.length - 1 ? ' and ' : ', ')}
          <Link href={`/exercises/${slug}`}>
            {catalogue.find(exercise => exercise.slug === slug)?.meta.title}
          </Link>
          {solved && (solved.has(slug) ? ' (solved)' : ' (not solved yet)')}
        </Fragment>
      ))}
    </>
  );
}
