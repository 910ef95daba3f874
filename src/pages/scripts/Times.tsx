import type { Part } from '../../rehearsal/script';
import { type Go, totalOf, wordsIn } from '../../rehearsal/spoken';
import { lengthOf, momentOf, spanOf } from './script-words';
import styles from './Times.module.css';

/** So many of the last rehearsals stand beside the plan. */
const SHOWN = 3;
/** A part that takes this much of its box is marked. */
const LONG = 1.2;

/** Plan, text and the last rehearsals, part by part. */
export function Times({
  parts,
  texts,
  goes,
  onLeaveOut,
}: {
  parts: readonly Part[];
  texts: Readonly<Record<string, string>>;
  goes: readonly Go[];
  onLeaveOut: (go: Go) => void;
}) {
  const words = parts.map(({ name }) => wordsIn(texts[name] ?? ''));
  const all = words.reduce((a, b) => a + b, 0);
  const planned = parts.reduce((sum, { seconds }) => sum + seconds, 0);
  const last = goes.slice(-SHOWN).reverse();
  return (
    <div className={styles.times}>
      <Bars
        rows={[
          ['Plan', parts.map(({ seconds }) => seconds)],
          // In the middle of the two paces.
          ['Text', words.map(n => (n * 60) / 140)],
          ...last.slice(0, 1).map(({ seconds }) => ['Said', seconds] as const),
        ]}
        labels={parts.map(({ label }) => label)}
      />
      <div className={styles.scroll}>
        <table>
          <caption className="visually-hidden">Time by part</caption>
          <thead>
            <tr>
              <th scope="col">Part</th>
              <th scope="col">Plan</th>
              <th scope="col">Text</th>
              {last.map(({ at }) => (
                <th scope="col" key={at}>
                  <time dateTime={new Date(at).toISOString()}>{momentOf(at)}</time>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {parts.map(({ name, label, seconds }, i) => (
              <tr key={name}>
                <th scope="row">{label}</th>
                <td>{lengthOf(seconds)}</td>
                <td>{spanOf(words[i])}</td>
                {last.map(go => (
                  <td key={go.at} data-over={go.seconds[i] > seconds * LONG || undefined}>
                    {lengthOf(go.seconds[i] ?? 0)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">All</th>
              <td>{lengthOf(planned)}</td>
              <td>{spanOf(all)}</td>
              {last.map(go => (
                <td key={go.at}>{lengthOf(totalOf(go))}</td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      <p className="quiet">
        Text: by its words, at 130 to 150 a minute.
        {last.length > 0 && ' In bold: more than a fifth over its box.'}{' '}
        {last[0] && (
          <button type="button" className="link" onClick={() => onLeaveOut(last[0])}>
            Leave the last rehearsal out
          </button>
        )}
      </p>
    </div>
  );
}

/** The shares of the parts as stripes of one scale; the table says the same in numbers. */
function Bars({
  rows,
  labels,
}: {
  rows: readonly (readonly [name: string, seconds: readonly number[]])[];
  labels: readonly string[];
}) {
  const sum = (seconds: readonly number[]) => seconds.reduce((a, b) => a + b, 0);
  const longest = Math.max(...rows.map(([, seconds]) => sum(seconds)), 1);
  return (
    <div className={styles.bars} aria-hidden="true">
      {rows.map(([name, seconds]) => (
        <div key={name}>
          <small>{name}</small>
          <span>
            {seconds.map((n, i) => (
              <i key={labels[i]} title={labels[i]} style={{ width: `${(n / longest) * 100}%` }} />
            ))}
          </span>
        </div>
      ))}
    </div>
  );
}
