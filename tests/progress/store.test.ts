import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Verdict } from '../../graders/verdict';
import type { KeptDraft } from '../../src/progress/store';

const PASSED = { kind: 'passed', outcomes: [{ state: 'passed' }] } as unknown as Verdict;
const MISSED = { kind: 'missed', outcomes: [{ state: 'missed' }] } as unknown as Verdict;

/** The modules of a page of its own: another tab has its own connection and its own memory. */
async function openTab() {
  vi.resetModules();
  const [drafts, history, runs, store, attempts] = await Promise.all([
    import('../../src/progress/drafts'),
    import('../../src/progress/history'),
    import('../../src/progress/runs'),
    import('../../src/progress/store'),
    import('../../src/progress/attempts'),
  ]);
  return { ...drafts, ...history, ...runs, ...store, ...attempts };
}

const draft = (text: string, revision = 1) => ({ slug: 'k-means', text, savedAt: 1, revision });
const kept = (text: string, why: KeptDraft['why']) => ({ ...draft(text), why });
const textsOf = async (tab: Awaited<ReturnType<typeof openTab>>) =>
  (await tab.historyOf('k-means')).map(entry =>
    entry.of === 'kept' ? `${entry.kept.text}: ${entry.kept.why}` : `run: ${entry.attempt.text}`,
  );

/** The locks of a browser: held until the page that asked for them is gone. */
const held = new Set<string>();
function stubLocks(): void {
  const request = (name: string, work: () => unknown) => {
    held.add(name);
    return Promise.resolve(work());
  };
  const query = async () => ({ held: [...held].map(name => ({ name })) });
  vi.stubGlobal('navigator', { locks: { request, query } });
}

beforeEach(async () => {
  vi.restoreAllMocks();
  vi.stubGlobal('addEventListener', () => {});
  held.clear();
  stubLocks();
  const { store } = await openTab();
  (await store()).close();
  await deleteDB('scratchwork');
});

describe('a draft', () => {
  it('gets a revision above every one before, whatever the clock says', async () => {
    const tab = await openTab();
    const first = await tab.saveDraft({ ...draft('a'), savedAt: 2000 }, 0);
    const second = await tab.saveDraft({ ...draft('ab'), savedAt: 1000 }, first.revision);
    expect(second.revision).toBeGreaterThan(first.revision);
    expect((await tab.loadDraft('k-means'))?.text).toBe('ab');
  });

  it('of two tabs that grew apart the newer stays and the older is in the history', async () => {
    const one = await openTab();
    const { revision } = await one.saveDraft(draft('common'), 0);
    const two = await openTab();
    await one.saveDraft(draft('one', revision + 9), revision);
    const saved = await two.saveDraft(draft('two', revision + 1), revision);
    expect(saved.overAnother).toBe(true);
    expect((await one.loadDraft('k-means'))?.text).toBe('two');
    expect(await textsOf(one)).toEqual(['one: another tab']);
  });

  it('that grew from what the other tab saved takes nothing away', async () => {
    const one = await openTab();
    const { revision } = await one.saveDraft(draft('common'), 0);
    const two = await openTab();
    const saved = await two.saveDraft(draft('more'), revision);
    expect(saved.overAnother).toBe(false);
  });

  it('is kept as a visit finds it, and then once a minute', async () => {
    const now = vi.spyOn(performance, 'now').mockReturnValue(0);
    const tab = await openTab();
    let revision = 0;
    const type = async (text: string) => {
      ({ revision } = await tab.saveDraft(draft(text, revision + 1), revision));
    };
    await type('yesterday');
    const today = await openTab();
    tab.saveDraft = today.saveDraft;
    for (const text of ['y1', 'y2']) await type(text);
    expect(await textsOf(tab)).toEqual(['yesterday: typed over']);
    now.mockReturnValue(61_000);
    for (const text of ['y3', 'y4']) await type(text);
    expect(await textsOf(tab)).toEqual(['y2: typed over', 'yesterday: typed over']);
  });

  it('and what it replaces are stored together or not at all', async () => {
    const tab = await openTab();
    const { revision } = await tab.saveDraft(draft('precious'), 0);
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const saving = tab.saveDraft(draft('starter'), revision, [kept('precious', 'reset')]);
    await expect(saving).rejects.toMatchObject({ name: 'QuotaExceededError' });
    expect((await tab.loadDraft('k-means'))?.text).toBe('precious');
  });

  it('kept again moves up and is not there twice', async () => {
    const tab = await openTab();
    await tab.keepDraft({ ...kept('a', 'reset'), revision: 1 });
    await tab.keepDraft({ ...kept('b', 'reset'), revision: 2 });
    await tab.keepDraft({ ...kept('a', 'restored another'), revision: 3 });
    expect(await textsOf(tab)).toEqual(['a: restored another', 'b: reset']);
  });

  it('finds room on a full disk by thinning the history', async () => {
    const tab = await openTab();
    await tab.saveDraft(draft('start'), 0);
    for (let i = 1; i <= 8; i += 1) {
      await tab.keepDraft({ ...kept(`${i}`.repeat(40_000), 'typed over'), revision: i });
    }
    const put = IDBObjectStore.prototype.put;
    let full = true;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...given: Parameters<typeof put>
    ) {
      if (full && this.name === 'drafts') {
        full = false;
        throw new DOMException('full', 'QuotaExceededError');
      }
      return put.apply(this, given);
    });
    await tab.saveDraft(draft('typed on a full disk', 99), 1);
    expect((await tab.loadDraft('k-means'))?.text).toBe('typed on a full disk');
    const sizes = (await tab.historyOf('k-means')).map(entry =>
      entry.of === 'kept' ? entry.kept.text.length : 0,
    );
    // The eighth and the seventh are what the room of a full disk has place for.
    expect(sizes.filter(size => size === 40_000)).toHaveLength(2);
  });

  it('is stored anew when the database is deleted under the page', async () => {
    const tab = await openTab();
    await tab.saveDraft(draft('before'), 0);
    const lost = vi.fn();
    tab.onLost(lost);
    await deleteDB('scratchwork');
    expect(lost).toHaveBeenCalled();
    await tab.saveDraft(draft('after'), 1);
    expect((await tab.loadDraft('k-means'))?.text).toBe('after');
  });

  it('is not stored where the browser keeps nothing, and that has a name', async () => {
    const tab = await openTab();
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    await expect(tab.saveDraft(draft('a'), 0)).rejects.toBeInstanceOf(tab.NoStorage);
  });
});

describe('a run', () => {
  it('ends with its attempt in one transaction', async () => {
    const tab = await openTab();
    const run = await tab.beginRun('k-means', 'code', 4);
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('broken', 'UnknownError');
    });
    await expect(tab.endRun(run, { seed: 1, verdict: PASSED })).rejects.toThrow('broken');
    expect(await (await tab.store()).getAll('runs')).toMatchObject([{ text: 'code' }]);
    vi.mocked(IDBObjectStore.prototype.add).mockRestore();
    await tab.endRun(run, { seed: 1, verdict: PASSED });
    expect(await tab.wasSolved('k-means')).toBe(true);
  });

  it('that ended is not found at the next start', async () => {
    const tab = await openTab();
    await tab.endRun(await tab.beginRun('k-means', 'code', 4), { seed: 1, verdict: MISSED });
    held.clear();
    expect(await (await openTab()).fallenRuns()).toEqual([]);
    expect(await textsOf(tab)).toEqual(['run: code']);
  });

  it('whose page is gone is found once, and its text is in the history', async () => {
    const tab = await openTab();
    await tab.saveDraft(draft('other code by now', 9), 0);
    await tab.beginRun('k-means', 'code', 4);
    held.clear();
    const next = await openTab();
    expect(await next.fallenRuns()).toMatchObject([{ slug: 'k-means', text: 'code' }]);
    expect(await next.fallenRuns()).toEqual([]);
    expect(await textsOf(next)).toEqual(['code: took the page down']);
  });

  it('that is on in another tab is left alone', async () => {
    const tab = await openTab();
    await tab.beginRun('k-means', 'code', 4);
    expect(await (await openTab()).fallenRuns()).toEqual([]);
    held.clear();
    expect(await (await openTab()).fallenRuns()).toHaveLength(1);
  });

  it('that another run took the place of does not end that one', async () => {
    const tab = await openTab();
    const first = await tab.beginRun('k-means', 'first', 1);
    await tab.beginRun('k-means', 'second', 2);
    await tab.endRun(first, null);
    expect(await (await tab.store()).getAll('runs')).toMatchObject([{ text: 'second' }]);
  });

  it('without storage goes on', async () => {
    const tab = await openTab();
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    await expect(tab.beginRun('k-means', 'code', 4)).resolves.toMatchObject({ text: 'code' });
  });

  it('is listed by its revision, not by a clock that was set back', async () => {
    const tab = await openTab();
    const clock = vi.spyOn(Date, 'now');
    for (const [now, text, revision] of [
      [9000, 'a', 1],
      [5000, 'b', 2],
      [7000, 'c', 3],
    ] as const) {
      clock.mockReturnValue(now);
      await tab.endRun(await tab.beginRun('k-means', text, revision), { seed: 1, verdict: MISSED });
    }
    expect(await textsOf(tab)).toEqual(['run: c', 'run: b', 'run: a']);
  });
});
