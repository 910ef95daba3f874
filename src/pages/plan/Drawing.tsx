import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Sketch } from '../../plots/sketch';
import styles from './Planner.module.css';

/** Nothing is chosen, and there are no steps to go through. */
const WHOLE = { step: 0, row: null };

/**
 * A sketch with its title, drawn as wide as there is room.
 * @param load makes the sketch, once its code has come
 * @param numbers whether they stand below it; else they stand in the tables of the page
 */
export function Drawing({
  title,
  name,
  load,
  numbers = false,
  children,
}: {
  title: string;
  name: string;
  load: () => Promise<Sketch>;
  numbers?: boolean;
  /** How it is to be read. */
  children?: ReactNode;
}) {
  const host = useRef<HTMLDivElement>(null);
  const [sketch, setSketch] = useState<Sketch | null>(null);

  useEffect(() => {
    let gone = false;
    // Where it does not come, the page's guard says so.
    load().then(
      made => !gone && setSketch(made),
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [load]);

  useEffect(() => {
    const place = host.current;
    if (!place || !sketch) return;
    const draw = () => {
      const drawing = sketch.draw(Math.max(240, Math.min(place.clientWidth, 640)), WHOLE);
      // One image with one name; its parts have none.
      for (const part of drawing.querySelectorAll('[aria-label]'))
        part.removeAttribute('aria-label');
      place.replaceChildren(drawing);
    };
    draw();
    const resized = new ResizeObserver(draw);
    resized.observe(place);
    return () => resized.disconnect();
  }, [sketch]);

  return (
    <figure className={styles.drawing}>
      <figcaption>{title}</figcaption>
      <div ref={host} role="img" aria-label={sketch ? `${name}. ${sketch.words}` : name} />
      {children && <p className={styles.quiet}>{children}</p>}
      {numbers && sketch && <Numbers title={title} sketch={sketch} />}
    </figure>
  );
}

function Numbers({ title, sketch: { head, rows, words } }: { title: string; sketch: Sketch }) {
  return (
    <details className={styles.numbers}>
      <summary>In words and numbers</summary>
      <p>{words}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow screen it is scrolled with the keys */}
      <section className={styles.scroll} aria-label={`${title}, in numbers`} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {head.map(name => (
                <th key={name} scope="col">
                  {name || <span className="visually-hidden">Day</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...cells]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((cell, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no identity but its column
                  <td key={i}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
