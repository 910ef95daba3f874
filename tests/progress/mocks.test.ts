import { beforeEach, expect, test } from 'vitest';
import { saveDraft } from '../../src/progress/drafts';
import { draftsOf, end } from '../../src/progress/interview';
import { beginMock, changeSitting, resolve } from '../../src/progress/mock';
import { allMocks, changeMock, removeMock } from '../../src/progress/mocks';
import { store } from '../../src/progress/store';
import { emptied, shelf } from './browser';

const draft = (slug: string, text: string) => ({ slug, text, savedAt: 1, revision: 1 });

/** A mock that is stored, its exercise under way with a text and a mirror. */
async function underWay(began: number) {
  const mock = beginMock(
    { role: 'generalist', level: 'mid', minutes: 45, kinds: ['coding', 'depth'] },
    {
      parts: [
        { kind: 'coding', minutes: 25, items: ['code/k-means'] },
        { kind: 'depth', minutes: 15, items: ['depth/gradient-boosting'] },
      ],
      leftOut: [],
    },
    ...[7, began],
  );
  await changeMock(mock, it => it);
  const { text } = draftsOf({ began });
  await saveDraft(draft(text, 'code'), 0);
  shelf[`draft:${text}`] = '{}';
  return mock;
}

beforeEach(emptied);

test('the newest mock comes first, and a change is made to what is stored', async () => {
  const mock = await underWay(10);
  await underWay(20);
  await changeMock(mock, it => resolve(it, `${it.next}a`));
  await changeMock(mock, it => resolve(it, `${it.next}b`));
  expect((await allMocks()).map(({ began, next }) => [began, next])).toEqual([
    [20, ''],
    [10, 'ab'],
  ]);
});

test('an exercise that is over leaves no draft behind, one that is on keeps its own', async () => {
  await saveDraft(draft('k-means', 'my own'), 0);
  const mock = await underWay(10);
  await changeMock(mock, it => resolve(it, 'sleep'));
  const database = await store();
  expect(await database.getAll('drafts')).toHaveLength(2);
  await changeMock(mock, it =>
    changeSitting(it, sitting => end(sitting, { text: 'code', pad: '' }, 20), 20),
  );
  expect(await database.getAll('drafts')).toMatchObject([{ slug: 'k-means', text: 'my own' }]);
  expect(Object.keys(shelf)).toEqual([]);
  expect((await allMocks())[0].parts[0].sitting).toMatchObject({ text: 'code', ended: 10 });
});

test('one that is deleted is gone with its drafts, and the others stay', async () => {
  const [first] = [await underWay(10), await underWay(20)];
  await removeMock(first);
  expect((await allMocks()).map(({ began }) => began)).toEqual([20]);
  const own = Object.values(draftsOf({ began: 20 }));
  const kept = await (await store()).getAll('drafts');
  expect(kept.map(({ slug }) => slug)).toEqual([own[0]]);
  expect(Object.keys(shelf)).toEqual([`draft:${own[0]}`]);
});
