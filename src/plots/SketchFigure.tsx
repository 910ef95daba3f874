import { useEffect, useRef, useState } from 'react';
import styles from './Pictures.module.css';
import type { Sketch } from './sketch';

/**
 * A sketch with its title, drawn as wide as there is room, and the same in words and numbers.
 * @param load makes the sketch, once its code has come; null where there is nothing to be drawn
 */
export function SketchFigure({
  title,
  name = title,
  load,
}: {
  title: string;
  /** What the drawing is called, where it is more than its title. */
  name?: string;
  load: () => Promise<Sketch | null>;
}) {
  const host = useRef<HTMLDivElement>(null);
  const [sketch, setSketch] = useState<Sketch | null | undefined>();

  useEffect(() => {
    let gone = false;
    load().then(
      made => !gone && setSketch(made),
      () => !gone && setSketch(null),
    );
    return () => {
      gone = true;
    };
  }, [load]);

  useEffect(() => {
    const place = host.current;
    if (!place || !sketch) return;
    const draw = () => {
      const drawing = sketch.draw(Math.max(240, Math.min(place.clientWidth, 640)));
      // One image with one name; the names that its parts come with are not for groups to have.
      drawing.setAttribute('role', 'img');
      if (!drawing.hasAttribute('aria-label')) drawing.setAttribute('aria-label', name);
      for (const part of drawing.querySelectorAll('g[aria-label]'))
        part.removeAttribute('aria-label');
      place.replaceChildren(drawing);
    };
    draw();
    const resized = new ResizeObserver(draw);
    resized.observe(place);
    return () => resized.disconnect();
  }, [sketch, name]);

  // A value that is not what the picture needs is left out: the checks have said why.
  if (sketch === null) return null;
  return (
    <figure className={styles.figure}>
      <figcaption>{title}</figcaption>
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
