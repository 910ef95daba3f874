import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { freshProfile } from '../../src/planning/inputs';
import { saveDraft } from '../../src/progress/drafts';
import { begin } from '../../src/progress/interview';
import { writeMirror } from '../../src/progress/mirror';
import { beginMock } from '../../src/progress/mock';
import { readProfile, writeProfile } from '../../src/progress/profile';
import { change, store } from '../../src/progress/store';
import type { Contents, Snapshot } from '../../src/progress/transfer/contents';
import { ImportRefused, readExport, writeExport } from '../../src/progress/transfer/file';
import {
  beforeImport,
  bringIn,
  eraseAll,
  putBack,
  readAll,
} from '../../src/progress/transfer/holdings';
import { begin as rehearse } from '../../src/rehearsal/attempt';
import { USUAL } from '../../src/settings/settings';
import { shelf } from './browser';
import { anyContents, damaged, NOW } from './contents';

const dataset: Record<string, string> = {};
const style = { setProperty: () => {}, removeProperty: () => {} };
vi.stubGlobal('document', { documentElement: { dataset, style } });

const draft = (text: string, savedAt = 10, slug = 'k-means') => ({
  ...{ slug, text, savedAt, revision: 1 },
});
const file = (part: Partial<Contents>): Contents => ({
  ...{
    drafts: [],
    history: [],
    attempts: [],
    interviews: [],
    rehearsals: [],
    profile: null,
    mocks: [],
    stories: [],
    pitches: [],
    settings: { ...USUAL, theme: 'auto' },
  },
  ...part,
});

/** Every byte that is stored, the numbers of the records and the mirrors with it. */
async function everything(): Promise<unknown> {
  const database = await store();
  const names = [...database.objectStoreNames];
  const lists = await Promise.all(names.map(name => database.getAll(name)));
  return [names, lists, { ...shelf }, { ...dataset }];
}

beforeEach(async () => {
  vi.restoreAllMocks();
  await eraseAll();
});

describe('an import', () => {
  test('into an empty place brings back what was exported, and the mirrors with it', async () => {
    const contents = file({
      drafts: [draft('one'), draft('two', 20, 'decision-tree')],
      history: [{ ...draft('none'), why: 'reset' }],
      interviews: [begin({ slug: 'k-means', minutes: 25, hidden: [], paper: true }, 7)],
      mocks: [
        beginMock(
          { role: 'nlp', level: 'senior', minutes: 45, kinds: ['depth'] },
          {
            parts: [{ kind: 'depth', minutes: 25, items: ['depth/gradient-boosting'] }],
            leftOut: [],
          },
          ...[7, 9],
        ),
      ],
      settings: { ...USUAL, theme: 'dark' },
    });
    await bringIn(readExport(writeExport(contents), NOW), 'replace');
    const { drafts, ...rest } = await readAll();
    expect(rest).toEqual({ ...contents, drafts: undefined });
    expect(drafts).toEqual(expect.arrayContaining([...contents.drafts]));
    expect(JSON.parse(shelf['draft:k-means'] as string).text).toBe('one');
    expect(shelf.theme).toBe('dark');
    expect(dataset.theme).toBe('dark');
  });

  test('can be undone, and then nothing of it is left', async () => {
    await bringIn(file({ drafts: [draft('mine'), draft('also mine', 5, 'a-1')] }), 'merge');
    const before = await readAll();
    await bringIn(file({ drafts: [draft('theirs', 99)] }), 'replace');
    expect((await readAll()).drafts.map(({ text }) => text)).toEqual(['theirs']);
    expect(shelf['draft:a-1']).toBeUndefined();
    const snapshot = await beforeImport();
    expect(snapshot?.contents).toEqual(before);
    if (snapshot) await putBack(snapshot);
    const texts = (await readAll()).drafts.map(({ slug, text }) => [slug, text]);
    expect(texts).toEqual(before.drafts.map(({ slug, text }) => [slug, text]));
    expect(JSON.parse(shelf['draft:k-means'] as string).text).toBe('mine');
    expect(await beforeImport()).toBeUndefined();
  });

  test('keeps what was there before the last one only', async () => {
    await bringIn(file({ drafts: [draft('first')] }), 'replace');
    await bringIn(file({ drafts: [draft('second')] }), 'replace');
    await bringIn(file({ drafts: [draft('third')] }), 'replace');
    expect((await beforeImport())?.contents.drafts[0]?.text).toBe('second');
  });

  test('that fails half way changes nothing', async () => {
    await bringIn(file({ drafts: [draft('mine')], attempts: [] }), 'merge');
    const before = await everything();
    const add = IDBObjectStore.prototype.add;
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
      this: IDBObjectStore,
      ...record
    ) {
      if (this.name === 'history') throw new DOMException('full', 'QuotaExceededError');
      return add.apply(this, record);
    });
    const incoming = file({
      drafts: [draft('theirs', 99)],
      history: [{ ...draft('old'), why: 'reset' }],
    });
    await expect(bringIn(incoming, 'replace')).rejects.toThrow('full');
    vi.restoreAllMocks();
    expect(await everything()).toEqual(before);
  });

  test('leaves the next key typed above the draft that it brought', async () => {
    const saved = await saveDraft(draft('mine'), 0);
    await bringIn(file({ drafts: [{ ...draft('theirs', 99), revision: 1 }] }), 'merge');
    const [brought] = (await readAll()).drafts;
    expect(brought?.text).toBe('theirs');
    expect(brought?.revision).toBeGreaterThan(saved.revision);
  });
});

test('a text that reached the mirror but not the database is exported', async () => {
  await bringIn(file({ drafts: [draft('stored')] }), 'merge');
  writeMirror({ slug: 'k-means', text: 'typed last', revision: 5, grewFrom: 1 }, 11);
  writeMirror({ slug: 'a-1', text: 'only here', revision: 1, grewFrom: 0 }, 12);
  shelf['draft:broken'] = '{"text":"no time"}';
  const { drafts } = await readAll();
  expect(drafts).toEqual([
    { slug: 'k-means', text: 'typed last', revision: 5, savedAt: 11 },
    { slug: 'a-1', text: 'only here', revision: 1, savedAt: 12 },
  ]);
});

test('deleting everything leaves no record, no mirror and no snapshot', async () => {
  await bringIn(
    file({ drafts: [draft('mine')], settings: { ...USUAL, theme: 'dark' } }),
    'replace',
  );
  await change(within =>
    within
      .objectStore('runs')
      .put({ tab: 't', slug: 'k-means', at: 1, revision: 1, text: 'running' }),
  );
  await eraseAll();
  const [, lists, mirrors, page] = (await everything()) as [string[], unknown[][], object, object];
  expect(lists.flat()).toEqual([]);
  expect(mirrors).toEqual({});
  expect(page).toEqual({});
});

test('ten thousand damaged files change nothing where they are refused', async () => {
  await bringIn(
    file({ drafts: [draft('mine')], history: [], settings: { ...USUAL, theme: 'dark' } }),
    'merge',
  );
  let before = await everything();
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(
      damaged(anyContents.map(writeExport)),
      fc.constantFrom('merge', 'replace'),
      async (text, mode) => {
        try {
          await bringIn(readExport(text, NOW), mode);
          before = await everything();
        } catch (error) {
          if (!(error instanceof ImportRefused)) throw error;
          refused += 1;
          // What a refusal changed would still be there after the next ones.
          if (refused % 20 === 0) expect(await everything()).toEqual(before);
        }
      },
    ),
    { numRuns: 10_000, seed: 3 },
  );
  expect(await everything()).toEqual(before);
  expect(refused).toBeGreaterThan(1000);
});

test('what the plan is made from goes into a file and comes back', async () => {
  const profile = freshProfile('2027-01-31');
  await writeProfile(profile);
  const before = await readAll();
  expect(before.profile).toEqual(profile);
  await bringIn(file({}), 'replace');
  expect(await readProfile()).toBeNull();
  await bringIn(before, 'merge');
  expect(await readProfile()).toEqual(profile);
  await eraseAll();
  expect(await readProfile()).toBeNull();
});

test('a recording stays where its rehearsal may come back, and goes where it cannot', async () => {
  const rehearsal = rehearse('pitch/two-minutes', 5);
  await change(within => within.objectStore('rehearsals').put(rehearsal));
  await change(within =>
    within.objectStore('recordings').put({ rehearsal: 5, sound: new Blob(['aloud']) }),
  );
  const recordings = async () => (await store()).count('recordings');
  await bringIn(file({}), 'replace');
  expect(await recordings()).toBe(1);
  await putBack((await beforeImport()) as Snapshot);
  expect((await readAll()).rehearsals).toEqual([rehearsal]);
  await bringIn(file({}), 'replace');
  await bringIn(file({}), 'replace');
  expect(await recordings()).toBe(0);
});
