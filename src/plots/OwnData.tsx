import { useId, useMemo, useState } from 'react';
import type { Table, TableKind, Tries } from '../../graders/tries';
import { classicsFor } from './classic';
import { COLUMNS, MOST_ROWS, readCsv, rowsOf, tableOf, wrongWith } from './csv';
import styles from './OwnData.module.css';

const EXAMPLE: Record<TableKind, string> = {
  points: '1.5, −2',
  classes: '1.5, −2, 0',
  targets: '1.5, −2',
  scored: '0.8, 1',
};

/** Other rows for the pictures: a known data set, pasted lines, or one row after another. */
export function OwnData({
  given,
  table,
  own,
  open,
  onOpen,
  row,
  onRow,
  newClass,
  onNewClass,
  onTable,
  onRows,
}: {
  given: NonNullable<Tries['table']>;
  table: Table;
  /** Whether the rows are the learner's. */
  own: boolean;
  open: boolean;
  onOpen: (open: boolean) => void;
  row: number | null;
  onRow: (row: number | null) => void;
  /** The class of points that are added in the picture. */
  newClass: number;
  onNewClass: (k: number) => void;
  /** Other rows as a whole; null for those of the run. */
  onTable: (table: Table | null) => void;
  /** The rows with some of their numbers changed. */
  onRows: (rows: number[][]) => void;
}) {
  const { kind, classes = 2, least = 2 } = given;
  const id = useId();
  const [text, setText] = useState('');
  const [say, setSay] = useState('');
  const classics = useMemo(() => classicsFor(kind, classes), [kind, classes]);
  const names = COLUMNS[kind];

  const take = (next: Table | null) => {
    onTable(next);
    setSay(next ? `${next.X.length} rows are in use.` : '');
  };
  const paste = () => {
    const read = readCsv(text, kind, classes, least);
    if ('say' in read) setSay(read.say);
    else take(read);
  };
  return (
    <div className={styles.own}>
      <label className={styles.follow}>
        Row to look at
        <select
          value={row ?? ''}
          onChange={event => onRow(event.target.value === '' ? null : Number(event.target.value))}
        >
          <option value="">none</option>
          {table.X.map((_, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has no identity but its number
            <option key={i} value={i}>
              {rowName(table, i)}
            </option>
          ))}
        </select>
      </label>
      <details open={open} onToggle={event => onOpen(event.currentTarget.open)}>
        <summary>{own ? `Your own data, ${table.X.length} rows` : 'Try other data'}</summary>
        <div className={styles.panel}>
          <p className={styles.how}>
            Click in a picture to add a point; drag one to move it. With keys: arrows choose, Shift
            and arrows move, Enter adds, Delete removes. Your rows are kept until this page is
            closed, and stored nowhere.
          </p>
          <div className={styles.line}>
            {classics.map(({ name, make }) => (
              <button key={name} type="button" onClick={() => take(make())}>
                {name}
              </button>
            ))}
            <button type="button" className="link" disabled={!own} onClick={() => take(null)}>
              Back to the data of the run
            </button>
          </div>
          {kind === 'classes' && (
            <fieldset className={styles.classes}>
              <legend>New points are of class</legend>
              {Array.from({ length: classes }, (_, k) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a class is its number
                <label key={k}>
                  <input
                    type="radio"
                    name={`${id}-class`}
                    checked={newClass === k}
                    onChange={() => onNewClass(k)}
                  />
                  {k}
                </label>
              ))}
            </fieldset>
          )}
          <label className={styles.paste}>
            <span>
              Paste lines of {names.join(', ')}; {MOST_ROWS} rows at most
            </span>
            <textarea
              rows={3}
              spellCheck={false}
              value={text}
              placeholder={EXAMPLE[kind]}
              onChange={event => setText(event.target.value)}
            />
          </label>
          <div className={styles.line}>
            <button type="button" onClick={paste}>
              Use these lines
            </button>
            <span aria-live="polite" className={styles.say}>
              {say}
            </span>
          </div>
          {open && (
            <Rows
              table={table}
              given={given}
              onRows={rows => {
                setSay(wrongWith(tableOf(rows, kind), kind, classes, least) ?? '');
                onRows(rows);
              }}
            />
          )}
        </div>
      </details>
    </div>
  );
}

/** The rows as numbers that can be written over. */
function Rows({
  table,
  given: { kind },
  onRows,
}: {
  table: Table;
  given: NonNullable<Tries['table']>;
  onRows: (rows: number[][]) => void;
}) {
  const names = COLUMNS[kind];
  const rows = rowsOf(table);
  return (
    <details>
      <summary>Rows as numbers</summary>
      <section
        className={styles.rows} // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
        tabIndex={0}
        aria-label="Rows as numbers"
      >
        <table>
          <thead>
            <tr>
              <th scope="col">row</th>
              {names.map(name => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row has no identity but its number
              <tr key={i}>
                <th scope="row">{i}</th>
                {cells.map((cell, j) => (
                  <td key={names[j]}>
                    <input
                      // A number that came from elsewhere takes the place of what is written here.
                      key={cell}
                      type="text"
                      inputMode="decimal"
                      aria-label={`${names[j]} of row ${i}`}
                      defaultValue={cell}
                      onBlur={event => {
                        const value = Number(event.target.value.replace('−', '-'));
                        const legal = event.target.value.trim() !== '' && Math.abs(value) <= 1e6;
                        if (!legal) event.target.value = String(cell);
                        else if (value !== cell)
                          onRows(rows.map((old, k) => (k === i ? old.with(j, value) : old)));
                      }}
                    />
                  </td>
                ))}
                <td>
                  <button
                    type="button"
                    className="link"
                    aria-label={`Remove row ${i}`}
                    onClick={() => onRows(rows.filter((_, k) => k !== i))}
                  >
                    Remove
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

function rowName({ X, y }: Table, i: number): string {
  const numbers = X[i].map(x => Number(x.toPrecision(3))).join(', ');
  return `${i}: ${numbers}${y ? ` → ${Number(y[i].toPrecision(3))}` : ''}`;
}
