import { useEffect } from 'react';
import type { Card } from '../../catalog/card';
import { Html } from '../../parts/Html';
import { useLater } from '../../parts/use-later';
import { type Answered, answerText, type Rehearsal } from '../../rehearsal/attempt';
import { useVoice } from './Answer';
import styles from './Attempt.module.css';
import { sketchPad } from './whiteboard';
import { clock, short } from './words';

const NOTHING = () => Promise.reject(new Error('There is no such part.'));

/** One's own answer as it was locked, with the numbers and whether they are right. */
export function Own({ card, rehearsal }: { card: Card; rehearsal: Rehearsal }) {
  const { sheet, sketch, answers, confidence, committed } = rehearsal;
  const [Pad, openPad] = useLater(sketchPad ?? NOTHING);
  const voice = useVoice(rehearsal);
  useEffect(() => {
    if (sketch !== null && sketchPad) openPad();
  }, [sketch, openPad]);
  const nothing = answerText(sheet) === '' && sketch === null && !voice.recording;

  return (
    <section className={styles.own} aria-labelledby="own">
      <h2 id="own">Your answer</h2>
      {rehearsal.regrades === null && (
        <p className={styles.quiet}>
          {clock(committed ?? 0)} of {clock(card.minutes * 60_000)}
          {confidence !== null && `, ${confidence} % sure`}
        </p>
      )}
      {sheet.assumptions.trim() && (
        <blockquote aria-label="Assumptions">{sheet.assumptions}</blockquote>
      )}
      {sheet.text.trim() && <blockquote>{sheet.text}</blockquote>}
      {Object.entries(sheet.parts)
        .filter(([, text]) => text.trim())
        .map(([name, text]) => (
          <div key={name}>
            <h3>{name.replace(/^rung /, 'Question ')}</h3>
            <blockquote>{text}</blockquote>
          </div>
        ))}
      {sketch !== null && Pad && <Pad value={sketch} onChange={() => {}} readOnly />}
      {voice.recording && voice.Note && (
        <voice.Note recording={voice.recording} onRecorded={voice.keep} />
      )}
      {nothing && <p className={styles.quiet}>Nothing was written: it was said, or on paper.</p>}
      {answers && card.checks.length > 0 && (
        <ul className={styles.checked} aria-label="Numbers">
          {card.checks.map(({ id, ask, value }) => (
            <li key={id} data-right={answers[id]?.right}>
              <Html inline html={ask} />
              <span>{sayOf(answers[id], value)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function sayOf({ typed, right }: Answered = { typed: '', right: false }, value: number): string {
  if (right) return `${typed} is right`;
  return typed === ''
    ? `Left empty; it is ${short(value)}`
    : `${typed} is not right; it is ${short(value)}`;
}
