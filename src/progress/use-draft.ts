import { useCallback, useEffect, useRef, useState } from 'react';
import type { Desk, Saving, Sheet } from './desk';
import { readMirror, writeMirror } from './mirror';
import type { KeptDraft } from './store';

export type { Saving } from './desk';

/** A run does not wait longer than this for a browser that does not answer, in milliseconds. */
const PATIENCE = 3000;

/** The text of one exercise, kept safe as it is typed. */
export interface Drafting {
  readonly text: string;
  readonly saving: Saving;
  /** A sentence about something that happened to the text without the learner's doing. */
  readonly notice: string | null;
  change(text: string): void;
  /** Puts another text in place; the present one goes to the history. */
  replace(text: string, why: KeptDraft['why']): void;
  /** Resolves when everything typed so far is stored, or cannot be, with the revision of the text. */
  settled(): Promise<number>;
  /** Says that something else of this exercise could not be stored. */
  complain(error: unknown): void;
  /** True once the stored draft, if any, is on the screen. */
  readonly ready: boolean;
}

/**
 * Loads the draft of an exercise and saves every change at once: into the mirror as it is made, and
 * into the database through the desk, whose code comes after the first paint.
 * @param typedEarly what stands in the page's own text field, typed before this code ran
 */
export function useDraft(slug: string, starter: string, typedEarly?: string): Drafting {
  const [found] = useState(() => readMirror(slug));
  const [text, setText] = useState(typedEarly ?? found?.text ?? starter);
  const [saving, setSaving] = useState<Saving>({ state: 'loading' });
  const [notice, setNotice] = useState<string | null>(null);
  const [sheet] = useState<Sheet>(() => ({
    slug,
    starter,
    text,
    revision: (found?.revision ?? 0) + (text === (found?.text ?? starter) ? 0 : 1),
    grewFrom: found?.grewFrom ?? 0,
    replaced: [],
  }));
  const desk = useRef<Promise<Desk | null>>(null);

  const change = useCallback(
    (next: string) => {
      if (next === sheet.text) return;
      sheet.text = next;
      sheet.revision += 1;
      setText(next);
      writeMirror(sheet);
      void desk.current?.then(it => it?.save());
    },
    [sheet],
  );

  const replace = useCallback(
    (next: string, why: KeptDraft['why']) => {
      const { text, revision } = sheet;
      sheet.replaced.push({ slug, text, revision, savedAt: Date.now(), why });
      change(next);
    },
    [slug, sheet, change],
  );

  const settled = useCallback(async () => {
    const late = new Promise(resolve => setTimeout(resolve, PATIENCE));
    await Promise.race([desk.current?.then(it => it?.save()), late]);
    return sheet.revision;
  }, [sheet]);

  const complain = useCallback((error: unknown) => {
    void desk.current?.then(it => it?.complain(error));
  }, []);

  useEffect(() => {
    const opened = import('./desk').then(
      ({ openDesk }) =>
        openDesk(sheet, found, { show: setText, saving: setSaving, notice: setNotice }),
      // Offline and never loaded before: the mirror is all there is.
      () => {
        setSaving({ state: 'failed', say: UNREACHED });
        return null;
      },
    );
    desk.current = opened;
    return () => void opened.then(it => it?.close());
  }, [sheet, found]);

  useEffect(() => {
    if (saving.state !== 'failed' && saving.state !== 'off') return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [saving]);

  const ready = saving.state !== 'loading';
  return { text, saving, notice, change, replace, settled, complain, ready };
}

const UNREACHED =
  'Not saved: a part of the page did not come. Copy your code, then reload the page.';
