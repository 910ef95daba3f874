import { keepDraft, loadDraft, onDraftElsewhere, type Saved, saveDraft } from './drafts';
import { type Mirrored, writeMirror } from './mirror';
import { askToKeep } from './persistence';
import { type Draft, isNamed, type KeptDraft, NoStorage, onLost } from './store';

/** Whether the text on the screen is safe. */
export type Saving =
  | { readonly state: 'loading' | 'saving' | 'saved' }
  /** `off`: this browser stores nothing at all; what is to be said of it is said once. */
  | { readonly state: 'failed' | 'off'; readonly say: string | null };

/** The text on the screen; the page changes it, and so does the desk. */
export interface Sheet {
  readonly slug: string;
  readonly starter: string;
  text: string;
  /** Rises with each change. */
  revision: number;
  /** The revision of the stored text that this one was made of; 0 where there was none. */
  grewFrom: number;
  /** What goes to the history with the next write. */
  readonly replaced: KeptDraft[];
}

/** What the desk tells the page. */
export interface Page {
  show(text: string): void;
  saving(saving: Saving): void;
  notice(sentence: string): void;
}

/** Keeps one sheet safe for as long as its page is there. */
export interface Desk {
  /** Stores the sheet: one write at a time, the newest text after it. Resolves when it is over. */
  save(): Promise<void>;
  /** Says that something else could not be stored. */
  complain(error: unknown): void;
  close(): void;
}

/** A draft that is this much longer than its starter is worth a promise of the browser's; characters. */
const LONG = 300;

/** How long to wait each time before a database that was taken away is opened anew, in milliseconds. */
const REOPEN_AFTER = [100, 500, 2000, 10_000];

let toldOff = false;

/** Takes a sheet over: finds which text goes on, the one on the screen or the stored one. */
export async function openDesk(sheet: Sheet, found: Mirrored | null, page: Page): Promise<Desk> {
  const { slug, starter } = sheet;
  let writing: Promise<void> | null = null;
  let heard: Saved | null = null;
  let stored: string | null = null;
  let loaded = false;
  let closed = false;
  const atLoad = sheet.revision;

  function save(): Promise<void> {
    if (loaded && !isStored()) writing ??= write();
    return writing ?? Promise.resolve();
  }

  const isStored = () => sheet.text === (stored ?? starter) && sheet.replaced.length === 0;

  async function write(): Promise<void> {
    page.saving({ state: 'saving' });
    try {
      while (!isStored()) await writeOnce();
      page.saving({ state: 'saved' });
    } catch (error) {
      complain(error);
    }
    writing = null;
    if (heard) follow(heard);
    heard = null;
  }

  async function writeOnce(): Promise<void> {
    const { text, revision } = sheet;
    const replaced = [...sheet.replaced];
    const draft = { slug, text, savedAt: Date.now(), revision };
    const saved = await saveDraft(draft, sheet.grewFrom, replaced);
    sheet.replaced.splice(0, replaced.length);
    settle(saved);
    if (saved.overAnother) {
      page.notice(
        'This text was changed in another tab too. Yours is the newer and stays; the other is in the history.',
      );
    }
    const typed = revision > atLoad;
    if (typed && text.length > starter.length + LONG) void askToKeep('a long draft');
  }

  /** The store holds this text now. What was typed since counts on from there. */
  function settle(draft: Draft): void {
    stored = draft.text;
    sheet.grewFrom = draft.revision;
    const since = sheet.text === draft.text ? 0 : 1;
    sheet.revision = Math.max(sheet.revision, draft.revision + since);
    writeMirror(sheet, since ? Date.now() : draft.savedAt);
  }

  function show(draft: Draft): void {
    sheet.text = draft.text;
    sheet.revision = draft.revision;
    settle(draft);
    page.show(draft.text);
  }

  /** Shows what another tab saved, unless this tab's own text has taken its place already. */
  function follow(draft: Draft & Partial<Saved>): void {
    if (draft.revision <= sheet.grewFrom) return;
    if (draft.text === sheet.text) {
      settle(draft);
      return;
    }
    const unsaved = sheet.text !== stored && sheet.text !== starter;
    if (unsaved) sheet.replaced.push(keptFrom(sheet, 'another tab'));
    show(draft);
    page.notice(
      draft.overAnother || unsaved
        ? 'Another tab changed this draft at the same time. Its text is the newer and is shown here; what stood here is in the history.'
        : 'Another tab changed this draft; its text is shown here.',
    );
    if (unsaved) void save();
  }

  const stopHearing = onDraftElsewhere(draft => {
    if (draft.slug !== slug) return;
    if (writing || !loaded) heard = draft;
    else follow(draft);
  });

  // A tab that slept may not have heard the others.
  async function wake(): Promise<void> {
    if (document.visibilityState !== 'visible' || writing || !loaded) return;
    const draft = await loadDraft(slug).catch(() => undefined);
    if (draft && !writing && !closed) follow(draft);
  }
  document.addEventListener('visibilitychange', wake);

  const stopLosing = onLost(async () => {
    stored = null;
    sheet.grewFrom = 0;
    if (sheet.text === starter) return;
    // While the browser is still clearing, it refuses to open the database anew.
    for (const pause of REOPEN_AFTER) {
      await new Promise(resolve => setTimeout(resolve, pause));
      if (closed) return;
      await save();
      if (stored !== null) break;
    }
    if (stored === null) return;
    page.notice(
      'The stored data of this site was deleted. The text on the screen has been stored again; its history is gone.',
    );
  });

  function complain(error: unknown): void {
    page.saving(whyNotSaved(error));
  }

  function close(): void {
    closed = true;
    stopHearing();
    stopLosing();
    document.removeEventListener('visibilitychange', wake);
  }

  try {
    const draft = await loadDraft(slug);
    if (draft) await meet(draft);
    loaded = true;
    page.saving({ state: 'saved' });
    if (sheet.text !== (stored ?? starter)) void save();
    else if (heard) follow(heard);
  } catch (error) {
    loaded = true;
    complain(error);
  }
  return { save, complain, close };

  /** The stored text meets the one on the screen: the later revision stays, the other is kept. */
  async function meet(draft: Draft): Promise<void> {
    if (draft.text === sheet.text) settle(draft);
    else if (isLater(sheet, found?.savedAt ?? 0, draft)) {
      // Whether this is the text that the present one was made of does not matter: it is kept.
      if (draft.revision !== sheet.grewFrom) sheet.replaced.push({ ...draft, why: 'typed over' });
      sheet.grewFrom = draft.revision;
      stored = draft.text;
    } else {
      const lost = keptFrom(sheet, 'another tab');
      const typed = sheet.text !== starter;
      show(draft);
      if (typed) await keepDraft(lost);
    }
  }
}

/** Whether the text on the screen came after the stored one; where revisions say nothing, clocks do. */
function isLater({ revision }: Sheet, at: number, stored: Draft): boolean {
  return revision > stored.revision || (revision === stored.revision && at >= stored.savedAt);
}

function keptFrom(sheet: Sheet, why: KeptDraft['why']): KeptDraft {
  const { slug, text, revision } = sheet;
  return { slug, text, revision, savedAt: Date.now(), why };
}

function whyNotSaved(error: unknown): Saving {
  if (error instanceof NoStorage) {
    const say = toldOff
      ? null
      : 'Not saved: this browser keeps no data for this site. All works as usual, but only until you leave; copy your code before you do.';
    toldOff = true;
    return { state: 'off', say };
  }
  if (isNamed(error, 'QuotaExceededError')) {
    return {
      state: 'failed',
      say: 'Not saved: the disk space for this site is used up, though older texts were let go of. Copy your code, free some disk space or delete the data of other sites, then go on typing: it is tried again with every key.',
    };
  }
  if (isNamed(error, 'VersionError')) {
    return {
      state: 'failed',
      say: 'Not saved: a newer version of this app is open in another tab. Copy your code, then reload the page.',
    };
  }
  return {
    state: 'failed',
    say: 'Not saved: the browser could not write to its disk. Copy your code before you leave; it is tried again with every key.',
  };
}
