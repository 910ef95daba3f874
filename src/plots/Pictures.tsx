import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { Run } from '../../graders/grade';
import type { Grader } from '../../graders/grader';
import { wasObserved } from '../../graders/judge';
import type { Value } from '../../graders/value';
import { rowsOf, tableOf, wrongWith } from './csv';
import type { Moves } from './DataPad';
import type { FailingCase } from './failing-case';
import { Knobs } from './Knobs';
import { OwnData } from './OwnData';
import styles from './Pictures.module.css';
import { PictureView } from './PictureView';
import { type Again, useAgain } from './use-again';

/**
 * The pictures of a learner's own run, the reference in them. What is changed in them is run again,
 * beside the verdict and without any bearing on it.
 */
export function Pictures({
  grader,
  seed,
  learner,
  reference,
  again,
  look,
}: {
  grader: Grader;
  seed: number;
  learner: Run;
  reference: Run | undefined;
  again: Again;
  /** A case that failed and is to be looked at, each time a new object. */
  look: FailingCase | null;
}): ReactNode {
  const { shown, busy, say, table, scales, knobs, choice, choose, take } = useAgain(
    grader,
    { seed, learner, reference },
    again,
  );
  const [row, setRow] = useState<number | null>(null);
  const [edit, setEdit] = useState(choice.table !== null);
  const [newClass, setNewClass] = useState(0);
  const place = useRef<HTMLElement>(null);
  const given = grader.tries?.table;

  const latest = useRef({ choose, take });
  latest.current = { choose, take };
  useEffect(() => {
    if (!look) return;
    latest.current.take(look.table, { call: look.call, check: look.check });
    setRow(look.row);
    place.current?.focus();
    place.current?.scrollIntoView({ block: 'start' });
  }, [look]);

  const latestRows = useRef({ table, newClass });
  latestRows.current = { table, newClass };
  const change = useCallback(
    (rows: number[][]): boolean => {
      if (!given) return false;
      const { kind, classes = 2, least = 2 } = given;
      const next = tableOf(rows, kind);
      if (wrongWith(next, kind, classes, least)) return false;
      latestRows.current.table = next;
      latest.current.choose({ table: next, from: undefined });
      return true;
    },
    [given],
  );

  const first = grader.checks.length;
  /** Where a point of scored rows stands upwards is its class. */
  const landed = (y: number) => (given?.kind === 'scored' ? Number(y >= 0.5) : y);
  const moves: Moves | undefined = given && {
    move(i, { x, y }) {
      if (!latestRows.current.table) return;
      const rows = rowsOf(latestRows.current.table);
      // A class stays what it is; the first two numbers are the place.
      change(rows.map((cells, k) => (k === i ? [x, landed(y), ...cells.slice(2)] : cells)));
    },
    add({ x, y }) {
      const rows = latestRows.current.table ? rowsOf(latestRows.current.table) : [];
      const row = given.kind === 'classes' ? [x, y, latestRows.current.newClass] : [x, landed(y)];
      return change([...rows, row]) ? rows.length : rows.length - 1;
    },
    remove(i) {
      const rows = latestRows.current.table ? rowsOf(latestRows.current.table) : [];
      if (change(rows.filter((_, k) => k !== i))) setRow(Math.min(i, rows.length - 2));
    },
  };

  const views = grader.pictures.map((picture, i) => {
    const own = drawnValue(shown.learner, first + i);
    if (own === undefined) return null;
    const wanted = shown.reference && drawnValue(shown.reference, first + i);
    return (
      <PictureView
        key={picture.title}
        picture={picture}
        own={own}
        wanted={wanted}
        scene={shown}
        table={table}
        row={row}
        onRow={setRow}
        moves={edit ? moves : undefined}
      />
    );
  });
  if (views.every(view => view === null) && !choice.table) return null;
  return (
    <section
      ref={place}
      className={styles.pictures}
      aria-label="Pictures"
      aria-busy={busy}
      tabIndex={-1}
    >
      {choice.from && (
        <p className={styles.from}>
          This is the case on which “{choice.from.check}” fails.{' '}
          <button
            type="button"
            className="link"
            onClick={() => {
              take(null);
              setRow(null);
            }}
          >
            Back to the data of the run
          </button>
        </p>
      )}
      {grader.tries && (
        <div className={styles.controls}>
          {grader.tries?.knobs && (
            <Knobs
              scales={scales}
              values={knobs}
              asRun={choice.knobs === null}
              onChange={knobs => choose({ knobs })}
            />
          )}
          {given && table && (
            <OwnData
              given={given}
              table={table}
              own={choice.table !== null && !choice.from}
              open={edit}
              onOpen={setEdit}
              row={row}
              onRow={setRow}
              newClass={newClass}
              onNewClass={setNewClass}
              onTable={table => {
                take(table);
                setRow(null);
              }}
              onRows={rows => change(rows) && setRow(null)}
            />
          )}
          <p className={styles.again} aria-live="polite">
            {say || (busy ? 'Running on it …' : changed(choice) ? NOT_JUDGED : '')}
          </p>
        </div>
      )}
      {views}
    </section>
  );
}

const NOT_JUDGED =
  'Your code and the reference were run again for these pictures. This is no attempt; the verdict stays.';

function changed({ table, knobs }: { table: unknown; knobs: unknown }): boolean {
  return table !== null || knobs !== null;
}

function drawnValue({ witnesses }: Run, i: number): Value {
  const witness = witnesses[i];
  return wasObserved(witness) && !witness.threw ? witness.value : undefined;
}
