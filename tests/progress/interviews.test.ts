import { beforeEach, expect, test } from 'vitest';
import { saveDraft } from '../../src/progress/drafts';
import { begin, draftsOf, end, happen, review } from '../../src/progress/interview';
import { allInterviews, changeInterview, removeInterview } from '../../src/progress/interviews';
import { store } from '../../src/progress/store';
import { emptied, shelf } from './browser';

const terms = { slug: 'k-means', minutes: 25 as const, hidden: [], paper: false };
const draft = (slug: string, text: string) => ({ slug, text, savedAt: 1, revision: 1 });

/** An interview that is stored, with a text, a pad, a text along the way, and their mirrors. */
async function underWay(began: number) {
  const interview = begin(terms, began);
  await changeInterview(interview, it => it);
  const { text, pad } = draftsOf(interview);
  await saveDraft(draft(text, 'code'), 0, [{ ...draft(text, 'before'), why: 'reset' }]);
  await saveDraft(draft(pad, 'why'), 0);
  for (const slug of [text, pad]) shelf[`draft:${slug}`] = '{}';
  return interview;
}

beforeEach(emptied);

test('the newest interview comes first', async () => {
  await underWay(10);
  await underWay(30);
  await underWay(20);
  expect((await allInterviews()).map(({ began }) => began)).toEqual([30, 20, 10]);
});

test('a change is made to what is stored, not to what a tab remembers of it', async () => {
  const interview = await underWay(10);
  await changeInterview(interview, it => happen(it, { what: 'hint', number: 1 }, 20));
  await changeInterview(interview, it => happen(it, { what: 'hint', number: 2 }, 30));
  const [stored] = await allInterviews();
  expect(stored.moments).toHaveLength(2);
});

test('an end leaves nothing behind of its drafts, and the drafts of exercises alone', async () => {
  await saveDraft(draft('k-means', 'my own'), 0);
  const interview = await underWay(10);
  await changeInterview(interview, it => end(it, { text: 'code', pad: 'why' }, 20));
  const database = await store();
  expect(await database.getAll('drafts')).toMatchObject([{ slug: 'k-means', text: 'my own' }]);
  expect(await database.getAll('history')).toEqual([]);
  expect(Object.keys(shelf)).toEqual([]);
  expect(await allInterviews()).toMatchObject([{ text: 'code', pad: 'why', ended: 10 }]);
});

test('an interview can be marked after its end', async () => {
  const interview = await underWay(10);
  await changeInterview(interview, it => end(it, { text: 'code', pad: '' }, 20));
  await changeInterview(interview, it => review(it, { marks: { asked: 'partly' } }));
  expect(await allInterviews()).toMatchObject([{ ended: 10, marks: { asked: 'partly' } }]);
});

test('one that is deleted is gone with its drafts, and the others stay', async () => {
  const [first, second] = [await underWay(10), await underWay(20)];
  await removeInterview(first);
  expect((await allInterviews()).map(({ began }) => began)).toEqual([20]);
  const database = await store();
  const kept = [...(await database.getAll('drafts')), ...(await database.getAll('history'))];
  const own = Object.values(draftsOf(second));
  expect(kept).toHaveLength(3);
  expect(kept.filter(({ slug }) => !own.includes(slug))).toEqual([]);
});
