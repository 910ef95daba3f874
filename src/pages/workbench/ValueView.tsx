import { printNumber, printValue } from '../../../graders/print';
import { isMatrix, isRecord, isVector, type Path, type Value } from '../../../graders/value';
import styles from './ValueView.module.css';

/** Rows and columns of a matrix that are shown at once. */
const WINDOW = 8;

/** A value in the form one thinks of it: a matrix as a grid, an object field by field. */
export function ValueView({ value, mark = [] }: { value: Value; mark?: Path }) {
  if (typeof value === 'number') return <span className={styles.number}>{printNumber(value)}</span>;
  if (isMatrix(value) && value[0].length > 0) return <Grid rows={value} mark={mark} />;
  if (isVector(value) && value.length > 0) return <Grid rows={[value]} mark={[0, ...mark]} />;
  if (Array.isArray(value) && value.length > 0 && value.length <= WINDOW) {
    return (
      <ol className={styles.list} start={0}>
        {value.map((entry, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity but their place
          <li key={i}>
            <ValueView value={entry} mark={mark[0] === i ? mark.slice(1) : []} />
          </li>
        ))}
      </ol>
    );
  }
  if (isRecord(value)) {
    return (
      <dl className={styles.fields}>
        {Object.keys(value).map(field => (
          <div key={field} data-marked={mark[0] === field || undefined}>
            <dt>{field}</dt>
            <dd>
              <ValueView value={value[field]} mark={mark[0] === field ? mark.slice(1) : []} />
            </dd>
          </div>
        ))}
      </dl>
    );
  }
  return <code className={styles.other}>{printValue(value, 300)}</code>;
}

/** A window of a matrix around the marked cell. */
function Grid({ rows, mark }: { rows: readonly (readonly number[])[]; mark: Path }) {
  const markedRow = typeof mark[0] === 'number' ? mark[0] : -1;
  const markedColumn = typeof mark[1] === 'number' ? mark[1] : -1;
  const firstRow = windowStart(markedRow, rows.length);
  const firstColumn = windowStart(markedColumn, rows[0].length);
  const shownRows = rows.slice(firstRow, firstRow + WINDOW);
  const hidden = rows.length > WINDOW || rows[0].length > WINDOW;
  const single = rows.length === 1;
  return (
    <div className={styles.scroll}>
      <table className={styles.grid}>
        {hidden && (
          <caption>
            {single
              ? `entries ${firstColumn} – ${Math.min(firstColumn + WINDOW, rows[0].length) - 1} of ${rows[0].length}`
              : `${rows.length} × ${rows[0].length}, from [${firstRow}][${firstColumn}]`}
          </caption>
        )}
        <tbody>
          {shownRows.map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
            <tr key={i}>
              {row.slice(firstColumn, firstColumn + WINDOW).map((x, j) => {
                const marked = firstRow + i === markedRow && firstColumn + j === markedColumn;
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells have no identity but their place
                  <td key={j} data-marked={marked || undefined}>
                    {marked ? <mark>{printNumber(x)}</mark> : printNumber(x)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function windowStart(marked: number, length: number): number {
  return Math.max(0, Math.min(marked - 3, length - WINDOW));
}
