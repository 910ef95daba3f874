import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Desk, Saving, Sheet } from '../../src/progress/desk';
import type { Mirrored } from '../../src/progress/mirror';

const STARTER = 'starter';

/** What a page has before its desk is there. */
function sheetOf(found: Mirrored | null): Sheet {
  const { text = STARTER, revision = 0, grewFrom = 0 } = found ?? {};
  return { slug: 'k-means', starter: STARTER, text, revision, grewFrom, replaced: [] };
}

const open: Desk[] = [];

/** A page with its desk, in a tab of its own or again in the same one. */
async function visit(found: Mirrored | null = null, tab: 'new' | 'same' = 'new') {
  if (tab === 'new') vi.resetModules();
  const [{ openDesk }, { loadDraft }, { historyOf }] = await Promise.all([
    import('../../src/progress/desk'),
    import('../../src/progress/drafts'),
    import('../../src/progress/history'),
  ]);
  const sheet = sheetOf(found);
  const notices: string[] = [];
  let state: Saving['state'] = 'loading';
  const desk = await openDesk(sheet, found, {
    show: () => {},
    saving: saving => {
      state = saving.state;
    },
    notice: sentence => notices.push(sentence),
  });
  open.push(desk);
  await desk.save();
  return {
    sheet,
    desk,
    notices,
    state: () => state,
    stored: async () => (await loadDraft('k-means'))?.text,
    kept: async () =>
      (await historyOf('k-means')).map(entry => (entry.of === 'kept' ? entry.kept.text : 'run')),
    type(text: string) {
      sheet.text = text;
      sheet.revision += 1;
      return desk.save();
    },
    mirror: (text: string, ahead: number): Mirrored => ({
      slug: 'k-means',
      text,
      savedAt: 1,
      revision: sheet.revision + ahead,
      grewFrom: sheet.grewFrom,
    }),
  };
}

beforeEach(async () => {
  // A desk that is still open would store its text again when the database is deleted.
  for (const desk of open.splice(0)) desk.close();
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
  // Tabs hear each other in the browser's tests; here each is alone.
  vi.stubGlobal('BroadcastChannel', undefined);
  vi.resetModules();
  const { store } = await import('../../src/progress/store');
  (await store()).close();
  await deleteDB('scratchwork');
});

describe('a desk', () => {
  it('stores nothing of a starter that was not touched', async () => {
    expect(await (await visit()).stored()).toBeUndefined();
  });

  it('goes on storing after it was asked when there was nothing to store', async () => {
    const page = await visit();
    await page.type('a');
    await page.desk.save();
    await page.desk.save();
    await page.type('ab');
    expect(await page.stored()).toBe('ab');
    expect(page.state()).toBe('saved');
  });

  it('stores what the mirror has and the database has not, and says nothing of it', async () => {
    const before = await visit();
    await before.type('a');
    before.desk.close();
    const page = await visit(before.mirror('ab', 1));
    expect(page.sheet.text).toBe('ab');
    expect(await page.stored()).toBe('ab');
    expect(page.notices).toEqual([]);
  });

  it('shows a stored text that is later than the mirror, and keeps the other', async () => {
    const before = await visit();
    await before.type('old');
    const mirror = before.mirror('left in the mirror', 0);
    await before.type('newer');
    await before.type('newest');
    before.desk.close();
    const page = await visit(mirror);
    expect(page.sheet.text).toBe('newest');
    expect(await page.kept()).toContain('left in the mirror');
  });

  it.each(['new', 'same'] as const)(
    'keeps the stored text when a mirror that did not grow from it is later, in the %s tab',
    async tab => {
      const before = await visit();
      await before.type('common');
      const mirror = before.mirror('typed for long elsewhere', 50);
      await before.type('stored since');
      before.desk.close();
      const page = await visit(mirror, tab);
      expect(page.sheet.text).toBe('typed for long elsewhere');
      expect(page.notices).toEqual([]);
      expect(await page.stored()).toBe('typed for long elsewhere');
      expect(await page.kept()).toContain('stored since');
    },
  );

  it('stores what was replaced with what replaces it', async () => {
    const page = await visit();
    await page.type('precious');
    const { slug, text, revision } = page.sheet;
    page.sheet.replaced.push({ slug, text, revision, savedAt: 1, why: 'reset' });
    await page.type(STARTER);
    expect(await page.stored()).toBe(STARTER);
    expect(await page.kept()).toEqual(['precious']);
    expect(page.sheet.replaced).toEqual([]);
  });

  it('keeps what was replaced for the next write when one fails', async () => {
    const page = await visit();
    await page.type('precious');
    const { slug, text, revision } = page.sheet;
    page.sheet.replaced.push({ slug, text, revision, savedAt: 1, why: 'reset' });
    const broken = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('broken', 'UnknownError');
    });
    await page.type(STARTER);
    expect(page.state()).toBe('failed');
    broken.mockRestore();
    await page.desk.save();
    expect(page.state()).toBe('saved');
    expect(await page.kept()).toEqual(['precious']);
  });
});
