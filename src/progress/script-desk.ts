import { goesOf, wordsOf } from '../rehearsal/script';
import { copiesOf, copy, forgetCopy, type Kind, type ScriptOf } from './script-copy';
import {
  allScripts,
  onScriptsElsewhere,
  type Removed,
  removeScript,
  restoreScript,
  saveScript,
} from './scripts';

/** What the page shows of all stories, or of all pitches. */
export interface Scripts<K extends Kind> {
  /** The newest first; null until they have been read. */
  readonly all: readonly ScriptOf<K>[] | null;
  readonly saving: 'saved' | 'saving' | 'failed';
  /** What happened to a script without the learner's doing. */
  readonly notice: { readonly id: number; readonly say: string } | null;
  /** What was deleted while the page is open, here or in another tab; it can be put back. */
  readonly removed: readonly (Removed<K> & { readonly elsewhere: boolean })[];
  /** Rises with everything that was stored or heard of. */
  readonly changes: number;
}

/** Keeps what is told safe for as long as its page is there. */
export interface ScriptDesk<K extends Kind> {
  /** Puts a script on the page; it is stored as soon as something is written into it. */
  begin(script: ScriptOf<K>): void;
  /** Changes a script on the screen, and stores it behind that. */
  change(id: number, work: (script: ScriptOf<K>) => ScriptOf<K>): void;
  remove(id: number): Promise<void>;
  /** Puts back what was deleted. */
  putBack(id: number): Promise<void>;
  close(): void;
}

/** Takes over all stories, or all pitches, and tells the page of each change. */
export function openScripts<K extends Kind>(
  kind: K,
  show: (scripts: Scripts<K>) => void,
): ScriptDesk<K> {
  let present = new Map<number, ScriptOf<K>>();
  let state: Scripts<K> = { all: null, saving: 'saved', notice: null, removed: [], changes: 0 };
  /** Changed since they were stored. */
  const unsaved = new Set<number>();
  /** Put back after a deletion, and not stored yet. */
  const returning = new Map<number, Removed<K>>();
  let writing: Promise<void> | null = null;
  let writes = 0;
  let heard = false;

  function tell(more: Partial<Scripts<K>> = {}): void {
    const all = [...present.values()].sort((a, b) => b.id - a.id);
    state = { ...state, all, changes: state.changes + 1, ...more };
    show(state);
  }

  const notice = (id: number, say: string) => tell({ notice: { id, say } });

  /** Reads what is stored. What is being written is looked at when that is over. */
  async function look(): Promise<void> {
    const before = writes;
    const stored = await allScripts(kind).catch(() => null);
    if (writing) {
      heard = true;
      return;
    }
    // What was read may be older than what was written meanwhile.
    if (writes !== before) return look();
    if (stored === null) {
      tell();
      return;
    }
    const found = new Map(stored.map(script => [script.id, script]));
    const changed: number[] = [];
    const gone: Scripts<K>['removed'][number][] = [];
    for (const [id, mine] of present) {
      const theirs = found.get(id);
      // Its own write says which of the two stays.
      if (unsaved.has(id) || (!theirs && mine.revision === 0)) found.set(id, mine);
      else if (!theirs) gone.push({ script: mine, copies: [], elsewhere: true });
      else if (wordsOf(theirs) !== wordsOf(mine)) changed.push(id);
    }
    present = found;
    // What is stored again, from another tab, is no longer to be put back.
    const stillGone = state.removed.filter(({ script }) => !found.has(script.id));
    tell({ removed: [...stillGone, ...gone] });
    for (const id of changed) notice(id, 'Another tab changed this; its text is shown here.');
  }

  function save(): Promise<void> {
    writing ??= write();
    return writing;
  }

  async function write(): Promise<void> {
    writes += 1;
    tell({ saving: 'saving' });
    let saving: Scripts<K>['saving'] = 'saved';
    // A set hands out what is added on the way, too.
    for (const id of unsaved) {
      const script = present.get(id);
      unsaved.delete(id);
      if (!script) continue;
      try {
        const back = returning.get(id);
        const saved = back
          ? await restoreScript(kind, { ...back, script })
          : await saveScript(kind, script, Date.now());
        returning.delete(id);
        settle(script, saved);
      } catch {
        unsaved.add(id);
        saving = 'failed';
        break;
      }
    }
    writing = null;
    tell({ saving });
    if (heard) {
      heard = false;
      await look();
    }
  }

  /** The store holds a script now. What was written since counts on from there. */
  function settle(written: ScriptOf<K>, saved: Awaited<ReturnType<typeof saveScript<K>>>): void {
    const { script, overAnother, wasGone } = saved;
    const { id, revision } = script;
    const now = present.get(id);
    if (now === written) {
      present.set(id, script);
      forgetCopy(kind, id);
    } else if (now) {
      const goes = overAnother ? goesOf(now, script) : now.goes;
      present.set(id, { ...now, revision, goes });
    }
    if (overAnother)
      notice(
        id,
        'This was changed in another tab too. Yours is the newer and stays; the other is kept below.',
      );
    if (wasGone) notice(id, 'Another tab had deleted this. You went on writing, so it is back.');
  }

  function change(id: number, work: (script: ScriptOf<K>) => ScriptOf<K>): void {
    const script = present.get(id);
    if (!script) return;
    const next = work(script);
    present.set(id, next);
    copy(kind, next);
    unsaved.add(id);
    tell();
    void save();
  }

  async function remove(id: number): Promise<void> {
    await writing;
    const script = present.get(id);
    if (!script) return;
    present.delete(id);
    unsaved.delete(id);
    returning.delete(id);
    const removed = await removeScript(kind, script).catch(() => ({ script, copies: [] }));
    tell({ notice: null, removed: [...state.removed, { ...removed, elsewhere: false }] });
  }

  async function putBack(id: number): Promise<void> {
    const removed = state.removed.find(({ script }) => script.id === id);
    if (!removed) return;
    present.set(id, removed.script);
    copy(kind, removed.script);
    unsaved.add(id);
    returning.set(id, removed);
    tell({ removed: state.removed.filter(other => other !== removed) });
    await save();
  }

  /** Stores what a crash left behind, then reads all. */
  async function open(): Promise<void> {
    for (const script of copiesOf(kind)) {
      const done = await saveScript(kind, script, Date.now()).catch(() => null);
      if (done) forgetCopy(kind, script.id);
      else present.set(script.id, script);
    }
    await look();
  }

  const stopHearing = onScriptsElsewhere(() => void look());
  const wake = () => document.visibilityState === 'visible' && void look();
  document.addEventListener('visibilitychange', wake);
  void open();

  return {
    begin(script) {
      present.set(script.id, script);
      tell();
    },
    change,
    remove,
    putBack,
    close() {
      stopHearing();
      document.removeEventListener('visibilitychange', wake);
    },
  };
}
