import { useEffect, useRef, useState } from 'react';
import type { Picture } from '../../graders/picture';
import type { Table } from '../../graders/tries';
import type { Value } from '../../graders/value';
import { DataPad, type Moves } from './DataPad';
import styles from './Pictures.module.css';
import { StepControl } from './StepControl';
import type { Drawing, Scene, Sketch } from './sketch';

/** One picture: drawn, gone through, and in words and numbers. */
export function PictureView({
  picture,
  own,
  wanted,
  scene,
  table,
  row,
  onRow,
  moves,
}: {
  picture: Picture;
  own: Value;
  wanted: Value;
  scene: Scene;
  /** The rows as they are chosen, which the picture may not have caught up with. */
  table: Table | null;
  row: number | null;
  onRow: (row: number | null) => void;
  /** Set where the rows may be changed. */
  moves?: Moves;
}) {
  const host = useRef<HTMLDivElement>(null);
  const [sketch, setSketch] = useState<Sketch | null | undefined>();
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  /** Without one, it is the last. */
  const [chosen, setStep] = useState<number | null>(null);

  useEffect(() => {
    let gone = false;
    import('./sketch').then(
      ({ sketchOf }) => !gone && setSketch(sketchOf(picture, own, wanted, scene)),
      () => !gone && setSketch(null),
    );
    return () => {
      gone = true;
    };
  }, [picture, own, wanted, scene]);

  const steps = sketch?.steps;
  const last = steps?.last ?? 0;
  const step = Math.min(chosen ?? last, last);

  useEffect(() => {
    const place = host.current;
    if (!place || !sketch) return;
    const draw = () => {
      const drawing = sketch.draw(Math.max(240, Math.min(place.clientWidth, 640)), { step, row });
      // One image with one name; the names that its parts come with are not for groups to have.
      drawing.setAttribute('role', 'img');
      for (const part of drawing.querySelectorAll('g[aria-label]'))
        part.removeAttribute('aria-label');
      place.replaceChildren(drawing);
      setDrawing(drawing);
    };
    draw();
    const resized = new ResizeObserver(draw);
    resized.observe(place);
    return () => resized.disconnect();
  }, [sketch, step, row]);

  // A value that is not what the picture needs is left out: the checks have said why.
  if (sketch === null) return null;
  const ofRow = row !== null && sketch?.ofRow ? sketch.ofRow(row) : '';
  const places = sketch?.pad && table ? placesOf(table) : null;
  return (
    <figure className={styles.figure}>
      <figcaption>{picture.title}</figcaption>
      <div className={styles.stage}>
        <div ref={host} className={styles.host} />
        {places && drawing && (
          <DataPad
            drawing={drawing}
            places={places}
            chosen={row}
            onChoose={onRow}
            moves={moves}
            lanes={sketch?.pad?.lanes}
          />
        )}
      </div>
      {steps && last > 0 && (
        <StepControl
          label={picture.title}
          steps={steps}
          step={step}
          onStep={to => setStep(to === last ? null : to)}
        />
      )}
      {ofRow !== '' && (
        <p className={styles.told} aria-live="polite">
          {ofRow}
        </p>
      )}
      {sketch && (
        <details>
          <summary>In words and numbers</summary>
          <p>{sketch.words}</p>
          <section
            className={styles.scroll}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
            tabIndex={0}
            aria-label={`${picture.title}, in numbers`}
          >
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
                {sketch.rows.map((cells, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two rows may hold the same numbers
                  <tr key={i}>
                    {cells.map((cell, j) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no identity but its column
                      <td key={j}>{cell}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </details>
      )}
    </figure>
  );
}

/** Where the rows stand: two features, or a feature and its target. */
function placesOf({ X, y }: Table) {
  return X.map((row, i) => ({ x: row[0], y: row.length > 1 ? row[1] : (y?.[i] ?? 0) }));
}
