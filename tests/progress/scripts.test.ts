import { beforeEach, describe, expect, test, vi } from 'vitest';
import { copiesOf, copy } from '../../src/progress/script-copy';
import { openScripts, type Scripts } from '../../src/progress/script-desk';
import {
  allScripts,
  copiesKept,
  exchange,
  removeScript,
  restoreScript,
  saveScript,
} from '../../src/progress/scripts';
import { readExport, writeExport } from '../../src/progress/transfer/file';
import {
  beforeImport,
  bringIn,
  eraseAll,
  putBack,
  readAll,
} from '../../src/progress/transfer/holdings';
import { GOES } from '../../src/rehearsal/spoken';
import { freshStory, type Story } from '../../src/rehearsal/story';
import { emptied } from './browser';

const listeners = new Map<string, () => void>();
vi.stubGlobal('document', {
  documentElement: { dataset: {}, style: { setProperty() {}, removeProperty() {} } },
  visibilityState: 'visible',
  addEventListener: (name: string, notice: () => void) => listeners.set(name, notice),
  removeEventListener: () => {},
});

const story = (title: string, more: Partial<Story> = {}): Story => ({
  ...freshStory(7),
  title,
  ...more,
});
const titles = (stories: readonly Story[]) => stories.map(({ title }) => title);
const go = (at: number) => ({ at, seconds: [1, 2, 3, 4, 5] });

beforeEach(emptied);

describe('a story that is stored', () => {
  test('has a revision above the one that it grew from', async () => {
    const first = await saveScript('stories', story('one'), 100);
    expect(first).toMatchObject({ overAnother: false, script: { revision: 1, savedAt: 100 } });
    const second = await saveScript('stories', { ...first.script, title: 'two' }, 200);
    expect(second).toMatchObject({ overAnother: false, script: { revision: 2, savedAt: 200 } });
    expect(titles(await allScripts('stories'))).toEqual(['two']);
    expect(await copiesKept('stories', 7)).toEqual([]);
  });

  test('twice without a change is stored once', async () => {
    const { script } = await saveScript('stories', story('one'), 100);
    expect((await saveScript('stories', script, 200)).script).toEqual(script);
  });

  test('over one that another tab stored keeps that one, and the rehearsals of both', async () => {
    const { script } = await saveScript('stories', story('one'), 100);
    await saveScript('stories', { ...script, title: 'theirs', goes: [go(1)] }, 200);
    const mine = await saveScript('stories', { ...script, title: 'mine', goes: [go(2)] }, 300);
    expect(mine).toMatchObject({ overAnother: true, script: { revision: 3, title: 'mine' } });
    expect(mine.script.goes).toEqual([go(1), go(2)]);
    const kept = await copiesKept('stories', 7);
    expect(titles(kept.map(({ script }) => script))).toEqual(['theirs']);
    // Taking it back keeps the other in turn.
    await exchange('stories', mine.script, kept[0].key);
    expect(titles((await copiesKept('stories', 7)).map(({ script }) => script))).toEqual(['mine']);
  });

  test('and deleted comes back with the copies that were kept of it', async () => {
    const { script } = await saveScript('stories', story('one'), 100);
    await saveScript('stories', { ...script, title: 'theirs' }, 200);
    const mine = await saveScript('stories', { ...script, title: 'mine' }, 300);
    const removed = await removeScript('stories', mine.script);
    expect(await allScripts('stories')).toEqual([]);
    expect(await copiesKept('stories', 7)).toEqual([]);
    await restoreScript('stories', removed);
    expect(await allScripts('stories')).toEqual([mine.script]);
    expect(await copiesKept('stories', 7)).toHaveLength(1);
  });

  test('and deleted comes back over what another tab wrote meanwhile, which is kept', async () => {
    const { script } = await saveScript('stories', story('one', { goes: [go(1)] }), 100);
    const removed = await removeScript('stories', script);
    await saveScript('stories', { ...script, title: 'theirs', goes: [go(2)] }, 200);
    const back = await restoreScript('stories', removed);
    expect(back).toMatchObject({ overAnother: true, script: { revision: 3, title: 'one' } });
    expect(await allScripts('stories')).toEqual([back.script]);
    expect(back.script.goes).toEqual([go(1), go(2)]);
    expect(titles((await copiesKept('stories', 7)).map(({ script }) => script))).toEqual([
      'theirs',
    ]);
  });
});

describe('a desk of stories', () => {
  /** Opens one, and waits for what it shows. */
  async function opened() {
    let shown: Scripts<'stories'> | null = null;
    const desk = openScripts('stories', scripts => {
      shown = scripts;
    });
    const look = () => shown as unknown as Scripts<'stories'>;
    await vi.waitFor(() => expect(look()?.all).toBeTruthy());
    return { desk, look };
  }

  test('stores each change, the newest text last, and leaves no copy behind', async () => {
    const { desk, look } = await opened();
    desk.begin(freshStory(7));
    expect(await allScripts('stories')).toEqual([]);
    for (const title of ['o', 'on', 'one']) desk.change(7, it => ({ ...it, title }));
    expect(titles(copiesOf('stories'))).toEqual(['one']);
    await vi.waitFor(() => expect(look().saving).toBe('saved'));
    expect(titles(await allScripts('stories'))).toEqual(['one']);
    expect(copiesOf('stories')).toEqual([]);
    desk.close();
  });

  test('takes up what a crash left behind', async () => {
    const { script } = await saveScript('stories', story('stored'), 100);
    copy('stories', { ...script, title: 'typed on' });
    copy('stories', story('never stored', { id: 8 }));
    expect(titles((await readAll()).stories)).toEqual(['typed on', 'never stored']);
    const { desk, look } = await opened();
    expect(titles(look().all ?? [])).toEqual(['never stored', 'typed on']);
    expect(titles(await allScripts('stories'))).toEqual(['typed on', 'never stored']);
    expect(copiesOf('stories')).toEqual([]);
    desk.close();
  });

  test('shows what another tab stored, and says so', async () => {
    const { script } = await saveScript('stories', story('one'), 100);
    const { desk, look } = await opened();
    await saveScript('stories', { ...script, title: 'theirs' }, 200);
    listeners.get('visibilitychange')?.();
    await vi.waitFor(() => expect(titles(look().all ?? [])).toEqual(['theirs']));
    expect(look().notice).toMatchObject({ id: 7, say: expect.stringContaining('Another tab') });
    desk.close();
  });

  test('keeps what another tab stored meanwhile, and says so', async () => {
    const { script } = await saveScript('stories', story('one'), 100);
    const { desk, look } = await opened();
    await saveScript('stories', { ...script, title: 'theirs' }, 200);
    desk.change(7, it => ({ ...it, title: 'mine' }));
    await vi.waitFor(() => expect(look().notice?.say).toContain('the other is kept'));
    expect(titles(await allScripts('stories'))).toEqual(['mine']);
    expect(titles((await copiesKept('stories', 7)).map(({ script }) => script))).toEqual([
      'theirs',
    ]);
    desk.close();
  });

  test('offers to put back what was deleted, here or in another tab', async () => {
    const { script } = await saveScript('stories', story('one'), 100);
    const { desk, look } = await opened();
    await desk.remove(7);
    expect(await allScripts('stories')).toEqual([]);
    expect(look().removed).toMatchObject([{ elsewhere: false, script: { title: 'one' } }]);
    await desk.putBack(7);
    expect(titles(await allScripts('stories'))).toEqual(['one']);
    expect(look().removed).toEqual([]);
    await removeScript('stories', script);
    listeners.get('visibilitychange')?.();
    await vi.waitFor(() => expect(look().removed).toMatchObject([{ elsewhere: true }]));
    await desk.putBack(7);
    expect(titles(await allScripts('stories'))).toEqual(['one']);
    desk.close();
  });

  test('offers no more to put back what is stored again', async () => {
    const { script } = await saveScript('stories', story('one'), 100);
    const { desk, look } = await opened();
    await desk.remove(7);
    await saveScript('stories', { ...script, title: 'written on' }, 200);
    listeners.get('visibilitychange')?.();
    await vi.waitFor(() => expect(look().removed).toEqual([]));
    await desk.putBack(7);
    expect(titles(await allScripts('stories'))).toEqual(['written on']);
    desk.close();
  });

  test('says what it put back over, where it had not heard of that', async () => {
    const { script } = await saveScript('stories', story('one'), 100);
    const { desk, look } = await opened();
    await desk.remove(7);
    await saveScript('stories', { ...script, title: 'written on' }, 200);
    await desk.putBack(7);
    expect(look().notice?.say).toContain('is kept below');
    expect(look().all).toEqual(await allScripts('stories'));
    expect(titles((await copiesKept('stories', 7)).map(({ script }) => script))).toEqual([
      'written on',
    ]);
    desk.close();
  });

  test('keeps what it cannot put back for want of room, and tries again with its copies', async () => {
    const { script } = await saveScript('stories', story('one'), 100);
    await saveScript('stories', { ...script, title: 'theirs' }, 200);
    await saveScript('stories', { ...script, title: 'mine' }, 300);
    const { desk, look } = await opened();
    await desk.remove(7);
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await desk.putBack(7);
    expect(look()).toMatchObject({ saving: 'failed', removed: [], all: [{ title: 'mine' }] });
    expect(titles(copiesOf('stories'))).toEqual(['mine']);
    full.mockRestore();
    desk.change(7, it => ({ ...it, title: 'mine, typed on' }));
    await vi.waitFor(() => expect(look().saving).toBe('saved'));
    expect(look().notice).toBeNull();
    expect(titles(await allScripts('stories'))).toEqual(['mine, typed on']);
    expect(await copiesKept('stories', 7)).toHaveLength(1);
    expect(copiesOf('stories')).toEqual([]);
    desk.close();
  });

  test('says that a story is back which another tab had deleted while it was written', async () => {
    const { script } = await saveScript('stories', story('one'), 100);
    const { desk, look } = await opened();
    await removeScript('stories', script);
    desk.change(7, it => ({ ...it, title: 'written on' }));
    await vi.waitFor(() => expect(look().notice?.say).toContain('it is back'));
    expect(titles(await allScripts('stories'))).toEqual(['written on']);
    desk.close();
  });
});

test('the latest rehearsals of two tabs are kept, as many as a file may hold', async () => {
  const goes = Array.from(Array(GOES), (_, i) => go(i));
  const { script } = await saveScript('stories', story('one', { goes }), 100);
  await saveScript('stories', { ...script, goes: [...goes.slice(1), go(99)] }, 200);
  await saveScript('stories', { ...script, title: 'mine' }, 300);
  const [both] = await allScripts('stories');
  expect([both.goes.length, both.goes[0].at, both.goes[GOES - 1].at]).toEqual([GOES, 1, 99]);
  const contents = await readAll();
  expect(readExport(writeExport(contents), 2e12)).toEqual(contents);
});

test('stories leave and enter with all else, and an import can be undone', async () => {
  await saveScript('stories', story('mine', { goes: [go(5)] }), 100);
  const file = writeExport({ ...(await readAll()), stories: [story('theirs', { savedAt: 1e12 })] });
  await bringIn(readExport(file, 2e12), 'merge');
  expect(titles(await allScripts('stories'))).toEqual(['theirs']);
  expect(titles((await copiesKept('stories', 7)).map(({ script }) => script))).toEqual(['mine']);
  const before = await beforeImport();
  if (before) await putBack(before);
  expect(titles(await allScripts('stories'))).toEqual(['mine']);
  copy('stories', story('a copy'));
  await eraseAll();
  expect([await allScripts('stories'), copiesOf('stories')]).toEqual([[], []]);
});
