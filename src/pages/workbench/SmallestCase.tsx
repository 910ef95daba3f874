import { useState } from 'react';
import type { Graded } from '../../../graders/grade';
import { printCall, printValue } from '../../../graders/print';
import type { Smallest } from '../../../graders/smallest';
import { at, type Value } from '../../../graders/value';
import { Listing } from '../../parts/Listing';
import { caseLine, caseLines } from './case-lines';
import styles from './SmallestCase.module.css';
import { useSmallest } from './use-smallest';

/** Characters of a value that are shown. */
const ROOM = 240;

/** A failure on the smallest data that still shows it. Its place is kept while it is looked for. */
export function SmallestCase({
  graded,
  own,
  append,
}: {
  graded: Graded;
  /** The learner's text as it stands. */
  own: string;
  /** Puts a text behind it. */
  append: (text: string) => void;
}) {
  const smallest = useSmallest(graded);
  if (smallest === null) return null;
  return (
    <section className={styles.case} aria-label="Smallest data" aria-busy={smallest === undefined}>
      <h4>
        {smallest?.smaller === false
          ? 'It goes wrong on this call; nothing smaller was found'
          : 'The smallest data on which it still goes wrong'}
      </h4>
      {smallest ? (
        <Listing label="Smallest call" className={styles.call} text={inWords(smallest)} />
      ) : (
        <p className={styles.call}>Looking for it …</p>
      )}
      <PutIntoEditor smallest={smallest} own={own} append={append} />
    </section>
  );
}

function PutIntoEditor({
  smallest,
  own,
  append,
}: {
  smallest: Smallest | undefined;
  own: string;
  append: (text: string) => void;
}) {
  const [said, setSaid] = useState('');
  const line = smallest && caseLine(smallest, own);
  const put = (line: string) => {
    const known = own.split('\n').indexOf(line);
    if (known >= 0) {
      setSaid(`It stands in line ${known + 1} of your code already.`);
      return;
    }
    const lines = caseLines(line, own);
    append(lines);
    const at = `${own}${lines}`.split('\n').length - 1;
    setSaid(`Added as line ${at}. The next run prints it in the console below; undo takes it out.`);
  };
  if (line === null) return null;
  return (
    <p className={styles.act}>
      <button type="button" disabled={!line} onClick={() => line && put(line)}>
        Put this call into the editor
      </button>
      <span aria-live="polite">{said}</span>
    </p>
  );
}

function inWords({ call, received, threw, expected, path = [] }: Smallest): string {
  const field = typeof path[0] === 'string' ? path.slice(0, 1) : [];
  const print = (value: Value) =>
    `${field.length > 0 ? `${field[0]}: ` : ''}${printValue(at(value, field), ROOM)}`;
  const yours = threw ? `throws ${threw.name}: ${threw.message}` : print(received);
  return `${printCall(call, ROOM)}\nyours     ${yours}\nexpected  ${print(expected)}`;
}
