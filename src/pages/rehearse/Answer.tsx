import { type ComponentProps, useEffect, useId, useRef, useState } from 'react';
import type { Card } from '../../catalog/card';
import { Html } from '../../parts/Html';
import { useLater } from '../../parts/use-later';
import { record, recordingOf } from '../../progress/rehearsals';
import { useDraft } from '../../progress/use-draft';
import {
  amend,
  commit,
  draftsOf,
  giveUp,
  type Rehearsal,
  readSheet,
  type Sheet,
  writeSheet,
} from '../../rehearsal/attempt';
import { SavedMark } from '../workbench/SavedMark';
import styles from './Attempt.module.css';
import { isOnControl, isTyping } from './Keys';
import { TimeLine, Timer } from './Timer';
import { useKeys } from './use-keys';
import { sketchPad, voiceNote } from './whiteboard';

/** The name of the part of an answer that belongs to a rung of a ladder; they count from 1. */
export const rungOf = (number: number) => `rung ${number}`;

/** An answer under way: assumptions, the clock, the answer in words, lines or sound, and its lock. */
export function Answer({
  card,
  rehearsal,
  minutes,
  change,
  onDrop,
}: {
  card: Card;
  rehearsal: Rehearsal;
  minutes?: number;
  change: (work: (rehearsal: Rehearsal) => Rehearsal) => Promise<void>;
  onDrop?: () => void;
}) {
  const keys = draftsOf(rehearsal);
  const draft = useDraft(keys.sheet, '');
  const drawing = useDraft(keys.sketch, '');
  const sheet = readSheet(draft.text);
  const [asking, setAsking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const sketch = useSketch();
  const voice = useVoice(rehearsal);
  const quick = card.type === 'breadth';
  const hints = Math.min(rehearsal.hints, card.reframings.length);

  const write = (part: Partial<Sheet>) => draft.change(writeSheet({ ...sheet, ...part }));
  const writePart = (name: string, text: string) =>
    write({ parts: { ...sheet.parts, [name]: text } });

  async function lock(work: typeof commit) {
    // What is on its way into the store must not come there after the lock.
    await Promise.all([draft.settled(), drawing.settled()]);
    const own = { sheet, sketch: drawing.text || null };
    const now = Date.now();
    await change(it => work(it, own, now));
  }

  const hint = () => {
    if (hints < card.reframings.length)
      void change(it => amend(it, { hints: it.hints + 1 }, Date.now()));
  };

  useKeys(form, event => {
    if (event.key === 'Enter' && !isOnControl(event)) {
      const meant = event.ctrlKey || event.metaKey || (quick && !event.shiftKey);
      if (!meant) return;
      event.preventDefault();
      void lock(commit);
    }
    if (event.key.toLowerCase() === 'w' && !isTyping(event) && !event.ctrlKey && !event.metaKey)
      hint();
  });

  const { saving } = draft.saving.state === 'saved' ? drawing : draft;
  return (
    <form
      ref={form}
      className={styles.answer}
      onSubmit={event => {
        event.preventDefault();
        void lock(commit);
      }}
    >
      <div className={styles.side}>
        {minutes === undefined && <Timer rehearsal={rehearsal} minutes={card.minutes} />}
        {hints > 0 && (
          <ul className={styles.hints} aria-label="Other ways it is asked">
            {card.reframings.slice(0, hints).map(html => (
              <li key={html}>
                <Html inline html={html} />
              </li>
            ))}
          </ul>
        )}
        {hints < card.reframings.length && (
          <p>
            <button type="button" onClick={hint}>
              Another wording
            </button>{' '}
            <span className={styles.quiet}>counts as a hint</span>
          </p>
        )}
        {!quick && (
          <Field
            label="Assumptions"
            hint="What would you ask first? Note what you take the answers to be."
            rows={4}
            value={sheet.assumptions}
            onChange={assumptions => write({ assumptions })}
          />
        )}
      </div>
      <div className={styles.sheet}>
        {card.type === 'design' && (
          <>
            <TimeLine
              rehearsal={rehearsal}
              minutes={minutes ?? card.minutes}
              parts={card.criteria.map(({ label }) => label)}
            />
            <div className={styles.canvas}>
              {card.criteria.map(({ label }) => (
                <Field
                  key={label}
                  label={label}
                  rows={6}
                  value={sheet.parts[label] ?? ''}
                  onChange={text => writePart(label, text)}
                />
              ))}
            </div>
          </>
        )}
        {card.type === 'depth' && (
          <ol className={styles.ladder}>
            {card.ladder.slice(0, sheet.rungs).map(({ question }, i) => (
              <li key={question}>
                <h2>
                  <Html inline html={question} />
                </h2>
                <Field
                  label={`Your answer to question ${i + 1}`}
                  hideLabel
                  rows={4}
                  value={sheet.parts[rungOf(i + 1)] ?? ''}
                  onChange={text => writePart(rungOf(i + 1), text)}
                />
              </li>
            ))}
          </ol>
        )}
        {card.type === 'depth' && sheet.rungs < card.ladder.length && (
          <p>
            <button type="button" onClick={() => write({ rungs: sheet.rungs + 1 })}>
              Next question
            </button>{' '}
            <span className={styles.quiet}>
              {sheet.rungs} of {card.ladder.length}; commit where you break.
            </span>
          </p>
        )}
        {card.type !== 'design' && card.type !== 'depth' && (
          <Field
            label="Your answer"
            hint={
              quick
                ? 'Say it aloud, or type it.'
                : 'Say it aloud, work it out on paper, or write it here. What is written can be compared later.'
            }
            rows={quick ? 4 : 14}
            value={sheet.text}
            onChange={text => write({ text })}
          />
        )}
        {(sketchPad || voiceNote) && (
          <div className={styles.choices}>
            {sketchPad && !sketch.Pad && (
              <button type="button" onClick={sketch.open}>
                Sketch
              </button>
            )}
            {voiceNote && !voice.Note && (
              <button type="button" onClick={voice.open}>
                Record
              </button>
            )}
          </div>
        )}
        {sketch.Pad && <sketch.Pad value={drawing.text || null} onChange={drawing.change} />}
        {voice.Note && <voice.Note recording={voice.recording} onRecorded={voice.keep} />}
        {[draft, drawing].map(
          ({ notice }) =>
            notice && (
              <p key={notice} className={styles.notice}>
                {notice}
              </p>
            ),
        )}
        {(saving.state === 'failed' || saving.state === 'off') && saving.say && (
          <p className={styles.warning} role="alert">
            {saving.say}
          </p>
        )}
        <div className={styles.choices}>
          <button type="submit" className="primary">
            Commit
          </button>
          {asking ? (
            <>
              <span className={styles.quiet}>It counts as seen, and is rated Again.</span>
              <button type="button" onClick={() => void lock(giveUp)}>
                Open it
              </button>
              <button type="button" onClick={() => setAsking(false)}>
                Go on
              </button>
            </>
          ) : (
            <>
              {onDrop && (
                <>
                  <button type="button" onClick={() => setAsking(true)}>
                    Show the answer …
                  </button>
                  <button type="button" className="link" onClick={onDrop}>
                    Let this card go …
                  </button>
                </>
              )}
              <SavedMark saving={saving} />
            </>
          )}
        </div>
      </div>
    </form>
  );
}

function Field({
  label,
  hideLabel,
  hint,
  rows,
  value,
  onChange,
}: {
  label: string;
  hideLabel?: boolean;
  hint?: string;
  rows: number;
  value: string;
  onChange: (text: string) => void;
}) {
  const id = useId();
  const field: ComponentProps<'textarea'> = hint ? { 'aria-describedby': `${id}-hint` } : {};
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : undefined}>
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className={styles.quiet}>
          {hint}
        </p>
      )}
      <textarea
        id={id}
        rows={rows}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        {...field}
      />
    </div>
  );
}

const NOTHING = () => Promise.reject(new Error('There is no such part.'));

/** The sketch pad, once it is asked for. */
function useSketch() {
  const [Pad, open] = useLater(sketchPad ?? NOTHING);
  return { Pad, open };
}

/** What is recorded, once it is asked for. */
export function useVoice(rehearsal: Rehearsal) {
  const [Note, open] = useLater(voiceNote ?? NOTHING);
  const [recording, setRecording] = useState<Blob | null>(null);
  const first = useRef(rehearsal);
  useEffect(() => {
    if (!voiceNote) return;
    recordingOf(first.current).then(
      found => {
        setRecording(found);
        if (found) open();
      },
      () => {},
    );
  }, [open]);
  function keep(sound: Blob | null) {
    setRecording(sound);
    record(first.current, sound).catch(() => {});
  }
  return { Note, open, recording, keep };
}
