import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Library } from '../../exercises/meta';
import { useSettings } from '../settings/settings';
import styles from './CodeEditor.module.css';
import type { LiveEditor } from './live-editor';
import { loadEditor, loadedEditor, nextTask } from './load';
import type { Marker } from './marker';
import { PlainEditor } from './PlainEditor';
import { append, revealLine, setText, whenComposed } from './text-field';
import { isNarrow, useNarrow } from './use-narrow';

/** What a page may ask of the editor it shows. */
export interface CodeEditorHandle {
  /** Brings a line into view, puts the caret there and takes the focus. Both count from 1. */
  reveal(line: number, column?: number): void;
  focus(): void;
  /** Puts a text behind all others, as one undoable edit, and the caret on its last full line. */
  append(text: string): void;
}

export interface CodeEditorProps {
  /** Names the exercise; each has its own undo history. */
  slug: string;
  /** The text. A value that the editor did not report itself replaces what it holds. */
  value: string;
  onChange(text: string): void;
  onRun(): void;
  problems?: readonly Marker[];
  /** Libraries that the code may import; their types are fetched. */
  allows?: readonly Library[];
  /** As a whiteboard: no completions, no type errors, nothing that writes along. */
  bare?: boolean;
  /** Stays with the plain text field, as narrow screens do. */
  plain?: boolean;
  /** Called when Monaco has taken over, or will not come. */
  onReady?(): void;
  ref?: Ref<CodeEditorHandle>;
}

const NONE: readonly Marker[] = [];

/** A place to write code: a text field at once, and Monaco in its stead as soon as it is there. */
export function CodeEditor(props: CodeEditorProps) {
  return <OneExercise key={props.slug} {...props} />;
}

function OneExercise({
  slug,
  value,
  problems = NONE,
  allows,
  plain = false,
  bare = false,
  ref,
  ...events
}: CodeEditorProps) {
  const { plainEditor } = useSettings();
  const chosenPlain = plain || plainEditor;
  const staysPlain = useNarrow() || chosenPlain;
  const [arrived, setArrived] = useState(loadedEditor);
  const live = staysPlain ? undefined : arrived;
  const host = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const { text, listeners } = useText(value, events, next => {
    if (live) live.open(slug, next, bare);
    else if (field.current) setText(field.current, next);
  });

  useEffect(() => {
    if (staysPlain || arrived) return;
    let left = false;
    const arrive = async () => {
      const editor = await loadEditor();
      // Underneath the text field and out of reach, a task for each step: little is left for the swap.
      await nextTask();
      if (left || !field.current || !host.current) return;
      host.current.inert = true;
      editor.open(slug, field.current.value, bare);
      await nextTask();
      if (left || !host.current) return;
      editor.show(host.current);
      await new Promise<void>(afterPaint);
      whenComposed(field.current, () => {
        if (left || !field.current || !host.current) return;
        takeOver(editor, slug, bare, field.current, host.current);
        flushSync(() => setArrived(editor));
      });
    };
    afterPaint(() => {
      // Offline before Monaco was kept, say: the text field serves on.
      if (!left) arrive().catch(() => undefined);
    });
    return () => {
      left = true;
    };
  }, [slug, bare, staysPlain, arrived]);

  useEffect(() => {
    if (chosenPlain || isNarrow()) listeners.onReady();
  }, [chosenPlain, listeners]);

  useLayoutEffect(() => {
    if (!live || !host.current) return;
    live.open(slug, text.current, bare);
    live.show(host.current, listeners);
    listeners.onReady();
    return () => live.hide();
  }, [slug, bare, live, text, listeners]);

  useEffect(() => {
    // Without them the editor does not know the library, and the code runs all the same.
    live?.know(allows ?? []).catch(() => {});
  }, [live, allows]);

  // By content: marking anew at every rendering would undo how marks move with the text.
  const marks = JSON.stringify(problems);
  useLayoutEffect(() => live?.mark(JSON.parse(marks)), [live, marks]);

  useImperativeHandle(ref, () => ({
    reveal(line, column) {
      if (live) live.reveal(line, column);
      else if (field.current) revealLine(field.current, line);
    },
    focus: () => (live ?? field.current)?.focus(),
    append(text) {
      if (live) live.append(text);
      else if (field.current) append(field.current, text);
    },
  }));

  return (
    <div className={styles.frame} data-editor={live ? 'monaco' : 'plain'}>
      <div ref={host} className={styles.host} />
      {!live && <PlainEditor ref={field} text={text.current} markers={problems} {...listeners} />}
    </div>
  );
}

/**
 * Puts Monaco in the place of a text field with its text, selection, focus and scroll. The host is
 * laid out already and the field is removed in the same task, so no key falls between the two.
 */
function takeOver(
  editor: LiveEditor,
  slug: string,
  bare: boolean,
  field: HTMLTextAreaElement,
  host: HTMLElement,
): void {
  const { value, selectionStart, selectionEnd, selectionDirection, scrollTop } = field;
  const hadFocus = document.activeElement === field;
  host.inert = false;
  editor.open(slug, value, bare);
  editor.show(host);
  editor.place({
    start: selectionStart,
    end: selectionEnd,
    backwards: selectionDirection === 'backward',
    scrollTop,
  });
  if (hadFocus) editor.focus();
}

type Events = Pick<CodeEditorProps, 'onChange' | 'onRun' | 'onReady'>;

/**
 * Keeps the text that the surface holds, and tells the page's own changes of it (`write`) from the
 * echo of what the surface has reported, which may come late.
 */
function useText(value: string, events: Events, write: (text: string) => void) {
  const text = useRef(value);
  const reported = useRef<string[]>([]);
  const latest = useRef({ ...events, write });
  useLayoutEffect(() => {
    latest.current = { ...events, write };
  });

  useLayoutEffect(() => {
    const echo = reported.current.lastIndexOf(value);
    if (echo >= 0) {
      reported.current = reported.current.slice(echo);
    } else if (value !== text.current) {
      reported.current = [];
      text.current = value;
      latest.current.write(value);
    }
  }, [value]);

  const [listeners] = useState(() => ({
    onChange(next: string) {
      if (next === text.current) return;
      text.current = next;
      reported.current = [...reported.current.slice(-99), next];
      latest.current.onChange(next);
    },
    onRun: () => latest.current.onRun(),
    onReady: () => latest.current.onReady?.(),
  }));
  return { text, listeners };
}

function afterPaint(act: () => void): void {
  requestAnimationFrame(() => setTimeout(act));
}
