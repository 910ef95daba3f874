import styles from './Changes.module.css';
import { compareLines, type Row } from './compare-lines';

const SIGNS = { same: ' ', earlier: '−', present: '+' } as const;
const WORDS = { same: '', earlier: 'only in the earlier text: ', present: 'only in yours: ' };

/** What an earlier text and the present one do not have in common. */
export function Changes({ earlier, present }: { earlier: string; present: string }) {
  const rows = compareLines(earlier, present);
  if (rows.length === 0) return <p>This is the text that you have now.</p>;
  return (
    <>
      <p className={styles.legend}>
        <span data-kind="earlier">− only in the earlier text</span>
        <span data-kind="present">+ only in your text now</span>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: a section would not keep the lines as they are */}
      <pre tabIndex={0} role="region" aria-label="Changes" className={styles.changes}>
        {rows.map((row, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place alone
          <Line key={place} row={row} />
        ))}
      </pre>
    </>
  );
}

function Line({ row }: { row: Row }) {
  if (row.kind === 'skipped') {
    return <span className={styles.skipped}>{`… ${row.count} lines the same …\n`}</span>;
  }
  const words = WORDS[row.kind];
  return (
    <span className={styles.line} data-kind={row.kind}>
      <span aria-hidden="true">{SIGNS[row.kind]} </span>
      {words && <span className={styles.heard}>{words}</span>}
      {`${row.text}\n`}
    </span>
  );
}
