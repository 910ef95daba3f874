import { useCallback, useEffect, useRef, useState } from 'react';
import { keepDraft, loadDraft, onDraftElsewhere, saveDraft } from './drafts';
import { readMirror, writeMirror } from './mirror';
import type { KeptDraft } from './store';

/** Whether the text on the screen is safe. */
export type Saving =
  | { readonly state: 'loading' | 'saving' | 'saved' }
  | { readonly state: 'failed'; readonly say: string };

/** The text of one exercise, kept safe as it is typed. */
export interface DraftDesk {
  readonly text: string;
  readonly saving: Saving;
  /** A sentence about something that happened to the text without the learner's doing. */
  readonly notice: string | null;
  change(text: string): void;
  /** Puts another text in place; the present one goes to the history. */
  replace(text: string, why: KeptDraft['why']): Promise<void>;
  /** Resolves when everything typed so far is stored, or cannot be. */
  settled(): Promise<void>;
  /** True once the stored draft, if any, is on the screen. */
  readonly ready: boolean;
}

/**
 * Loads the draft of an exercise and saves every change at once: into the mirror as it is made, and
 * into the database with one write under way at a time, which the newest text follows.
 * @param typedEarly what stands in the page's own text field, typed before this code ran
 */
export function useDraft(slug: string, starter: string, typedEarly?: string): DraftDesk {
  const [mirrored] = useState(() => readMirror(slug));
  const [text, setText] = useState(typedEarly ?? mirrored?.text ?? starter);
  const [saving, setSaving] = useState<Saving>({ state: 'loading' });
  const [notice, setNotice] = useState<string | null>(null);
  const [ready, setReady] = useState(false);
  const latest = useRef(text);
  const writing = useRef<Promise<void> | null>(null);

  const show = useCallback((next: string) => {
    latest.current = next;
    setText(next);
  }, []);

  const write = useCallback(async () => {
    setSaving({ state: 'saving' });
    try {
      let written: string;
      do {
        written = latest.current;
        const draft = { slug, text: written, savedAt: Date.now(), revision: 1 };
        await saveDraft(draft);
        if (written === latest.current) writeMirror(draft);
      } while (written !== latest.current);
      setSaving({ state: 'saved' });
    } catch (error) {
      setSaving({ state: 'failed', say: whyNotSaved(error) });
    } finally {
      writing.current = null;
    }
  }, [slug]);

  const settled = useCallback(() => writing.current ?? Promise.resolve(), []);

  const change = useCallback(
    (next: string) => {
      if (next === latest.current) return;
      show(next);
      writeMirror({ slug, text: next, savedAt: Date.now(), revision: 1 });
      writing.current ??= write();
    },
    [slug, show, write],
  );

  const replace = useCallback(
    async (next: string, why: KeptDraft['why']) => {
      const kept = { slug, text: latest.current, savedAt: Date.now(), revision: 1, why };
      await keepDraft(kept).catch(error => setSaving({ state: 'failed', say: whyNotSaved(error) }));
      change(next);
    },
    [slug, change],
  );

  useEffect(() => {
    let gone = false;
    loadDraft(slug).then(
      async stored => {
        if (gone) return;
        const present = latest.current;
        // A mirror as new as the database is what the present text grew from.
        const ahead = !stored || (mirrored !== null && mirrored.savedAt >= stored.savedAt);
        if (!ahead && stored.text !== present) {
          const typed = present !== starter && present !== mirrored?.text;
          if (typed) await keepDraft({ ...stored, text: present, why: 'restored another' });
          show(stored.text);
          writeMirror(stored);
        } else if (present !== (stored?.text ?? starter)) {
          writing.current ??= write();
        }
        setSaving({ state: 'saved' });
        setReady(true);
      },
      error => {
        if (gone) return;
        setSaving({ state: 'failed', say: whyNotSaved(error) });
        setReady(true);
      },
    );
    return () => {
      gone = true;
    };
  }, [slug, starter, mirrored, show, write]);

  useEffect(
    () =>
      onDraftElsewhere(draft => {
        if (draft.slug !== slug || draft.text === latest.current) return;
        writeMirror(draft);
        if (writing.current)
          void keepDraft({
            slug,
            text: latest.current,
            savedAt: draft.savedAt,
            revision: 1,
            why: 'another tab',
          });
        show(draft.text);
        setNotice('Another tab changed this draft; its text is shown here.');
      }),
    [slug, show],
  );

  useEffect(() => {
    if (saving.state !== 'failed') return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [saving]);

  return { text, saving, notice, change, replace, settled, ready };
}

function whyNotSaved(error: unknown): string {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') {
    return 'Not saved: the disk space for this site is used up. Copy your code before you leave, then free some space.';
  }
  return 'Not saved: this browser keeps no data for this site. Copy your code before you leave the page.';
}
