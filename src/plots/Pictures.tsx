import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Run } from '../../graders/grade';
import type { Grader } from '../../graders/grader';
import { wasObserved } from '../../graders/judge';
import type { Picture } from '../../graders/picture';
import type { Value } from '../../graders/value';
import styles from './Pictures.module.css';
import type { Sketch } from './sketch';

/** The pictures of a learner's own run, the reference beside it where both are curves. */
export function Pictures({
  grader,
  learner,
  reference,
}: {
  grader: Grader;
  learner: Run;
  reference: Run | undefined;
}): ReactNode {
  const first = grader.checks.length;
  return grader.pictures.map((picture, i) => {
    const own = drawnValue(learner, first + i);
    if (own === undefined) return null;
    const wanted = reference && drawnValue(reference, first + i);
    return <PictureView key={picture.title} picture={picture} own={own} wanted={wanted} />;
  });
}

function drawnValue({ witnesses }: Run, i: number): Value {
  const witness = witnesses[i];
  return wasObserved(witness) && !witness.threw ? witness.value : undefined;
}

function PictureView({ picture, own, wanted }: { picture: Picture; own: Value; wanted: Value }) {
  const host = useRef<HTMLDivElement>(null);
  const [sketch, setSketch] = useState<Sketch | null | undefined>();

  useEffect(() => {
    let gone = false;
    import('./sketch').then(
      ({ sketchOf }) => !gone && setSketch(sketchOf(picture, own, wanted)),
      () => !gone && setSketch(null),
    );
    return () => {
      gone = true;
    };
  }, [picture, own, wanted]);

  useEffect(() => {
    const place = host.current;
    if (!place || !sketch) return;
    const draw = () => {
      const drawing = sketch.draw(Math.max(240, Math.min(place.clientWidth, 640)));
      // One image with one name; the names that its parts come with are not for groups to have.
      drawing.setAttribute('role', 'img');
      for (const part of drawing.querySelectorAll('g[aria-label]'))
        part.removeAttribute('aria-label');
      place.replaceChildren(drawing);
    };
    draw();
    const resized = new ResizeObserver(draw);
    resized.observe(place);
    return () => resized.disconnect();
  }, [sketch]);

  // A value that is not what the picture needs is left out: the checks have said why.
  if (sketch === null) return null;
  return (
    <figure className={styles.figure}>
      <figcaption>{picture.title}</figcaption>
      <div ref={host} className={styles.host} />
      {sketch && (
        <details>
          <summary>In words and numbers</summary>
          <p>{sketch.words}</p>
          <div className={styles.scroll}>
            <table>
              <thead>
                <tr>
                  {sketch.head.map(name => (
                    <th key={name} scope="col">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {sketch.rows.map(row => (
                  <tr key={row.join(' ')}>
                    {row.map((cell, j) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no identity but its column
                      <td key={j}>{cell}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </figure>
  );
}
