import { useEffect, useRef, useState } from 'react';
import type { Sketch } from '../../plots/sketch';
import styles from './Planner.module.css';

/** Nothing is chosen, and there are no steps to go through. */
const WHOLE = { step: 0, row: null };

/**
 * A sketch with its title, drawn as wide as there is room. Its numbers stand in the tables.
 * @param load makes the sketch, once its code has come
 */
export function Drawing({
  title,
  name,
  load,
}: {
  title: string;
  name: string;
  load: () => Promise<Sketch>;
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
    </figure>
  );
}
