import { type KeyboardEvent, type Ref, useId, useRef, useState, useSyncExternalStore } from 'react';
import styles from './CodeEditor.module.css';
import { breakLine, indent, outdent } from './indent';
import type { Marker } from './marker';
import { perform } from './text-field';

interface Props {
  ref: Ref<HTMLTextAreaElement>;
  /** The text at the beginning; from then on the textarea holds it. */
  text: string;
  onChange(text: string): void;
  onRun(): void;
  markers: readonly Marker[];
}

/**
 * A text field to write code in. Tab indents; after Escape the next Tab leaves the field, as it
 * must for anyone who has only a keyboard.
 */
export function PlainEditor({ ref, text, onChange, onRun, markers }: Props) {
  // The page made ahead knows nothing of the text that is shown: it leaves the gutter empty.
  const numbered = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [lines, setLines] = useState(() => countLines(text));
  const leaving = useRef(false);
  const gutter = useRef<HTMLPreElement>(null);
  const hint = useId();

  function press(event: KeyboardEvent<HTMLTextAreaElement>) {
    const { key, currentTarget: field, nativeEvent } = event;
    if (nativeEvent.isComposing) return;
    const mayLeave = leaving.current;
    if (key !== 'Shift') leaving.current = key === 'Escape';
    const command = event.ctrlKey || event.metaKey;
    const edit = key === 'Tab' ? (event.shiftKey ? outdent : indent) : breakLine;
    if (key === 'Enter' && command) onRun();
    else if (key === 'Tab' && !mayLeave && !command && !event.altKey) perform(field, edit);
    else if (key === 'Enter' && !command && !event.altKey && !event.shiftKey) perform(field, edit);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className={styles.plain}>
      <pre ref={gutter} className={styles.gutter} aria-hidden="true">
        {Array.from({ length: numbered ? lines : 0 }, (_, i) => i + 1).map(line => (
          <span key={line} data-severity={markers.find(m => m.line === line)?.severity}>
            {line}
            {'\n'}
          </span>
        ))}
      </pre>
      <textarea
        ref={ref}
        className={styles.field}
        aria-label="Your solution"
        aria-describedby={hint}
        aria-invalid={markers.some(({ severity }) => severity === 'error') || undefined}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        wrap="off"
        defaultValue={text}
        onInput={({ currentTarget: { value } }) => {
          setLines(countLines(value));
          onChange(value);
        }}
        onCompositionStart={({ currentTarget }) => {
          currentTarget.dataset.composing = '';
        }}
        onCompositionEnd={({ currentTarget }) => {
          delete currentTarget.dataset.composing;
        }}
        onKeyDown={press}
        onScroll={({ currentTarget }) => {
          if (gutter.current) gutter.current.scrollTop = currentTarget.scrollTop;
        }}
      />
      <span id={hint} className="visually-hidden">
        Tab indents. Press Escape, then Tab, to leave the field.
      </span>
    </div>
  );
}

const never = () => () => {};

function countLines(text: string): number {
  return text.split('\n').length;
}
