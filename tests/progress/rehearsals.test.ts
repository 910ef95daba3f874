import { beforeEach, expect, test } from 'vitest';
import { saveDraft } from '../../src/progress/drafts';
import {
  allRehearsals,
  changeRehearsal,
  record,
  recordingOf,
  removeRehearsal,
} from '../../src/progress/rehearsals';
import { store } from '../../src/progress/store';
import {
  amend,
  begin,
  commit,
  draftsOf,
  EMPTY_SHEET,
  finish,
  giveUp,
  readSheet,
  stageOf,
  writeSheet,
} from '../../src/rehearsal/attempt';
import { emptied, shelf } from './browser';

const own = { sheet: { ...EMPTY_SHEET, text: 'because' }, sketch: null };
const ended = { points: {}, computed: 3, rating: 3, self: 1, objective: null } as const;

/** A rehearsal that is stored, with its drafts, a text along the way, and their mirrors. */
async function underWay(began: number) {
  const rehearsal = begin('breadth/p-value', began);
  await changeRehearsal(rehearsal, it => it);
  for (const slug of Object.values(draftsOf(rehearsal))) {
    const draft = { slug, text: 'half', savedAt: 1, revision: 1 };
    await saveDraft(draft, 0, [{ ...draft, text: 'less', why: 'reset' }]);
    shelf[`draft:${slug}`] = '{}';
  }
  return rehearsal;
}

beforeEach(emptied);

test('the newest rehearsal comes first', async () => {
  await underWay(10);
  await underWay(30);
  expect((await allRehearsals()).map(({ began }) => began)).toEqual([30, 10]);
});

test('an answer that is committed to lies in the rehearsal, and no draft is left of it', async () => {
  await saveDraft({ slug: 'k-means', text: 'code', savedAt: 1, revision: 1 }, 0);
  const rehearsal = await underWay(10);
  await changeRehearsal(rehearsal, it => amend(it, { hints: 1 }, 20));
  expect(await (await store()).getAll('drafts')).toHaveLength(3);
  await changeRehearsal(rehearsal, it => commit(it, own, 30));
  const database = await store();
  expect(await database.getAll('drafts')).toMatchObject([{ slug: 'k-means' }]);
  expect(await database.getAll('history')).toEqual([]);
  expect(Object.keys(shelf).filter(key => key.startsWith('draft:'))).toEqual([]);
  expect(await allRehearsals()).toMatchObject([{ committed: 20, hints: 1, sheet: own.sheet }]);
});

test('the first lock counts, from whichever tab it came', async () => {
  const rehearsal = await underWay(10);
  await changeRehearsal(rehearsal, it => commit(it, own, 30));
  const other = { ...own, sheet: { ...EMPTY_SHEET, text: 'something else' } };
  await changeRehearsal(rehearsal, it => commit(it, other, 40));
  await changeRehearsal(rehearsal, it => giveUp(it, other, 50));
  expect(await allRehearsals()).toMatchObject([{ committed: 20, early: false, sheet: own.sheet }]);
});

test('one that is over is not changed any more', async () => {
  const rehearsal = await underWay(10);
  await changeRehearsal(rehearsal, it => finish(commit(it, own, 30), ended, 40));
  await changeRehearsal(rehearsal, it => amend(it, { note: 'late' }, 50));
  expect(await allRehearsals()).toMatchObject([{ done: 30, note: '' }]);
});

test('a clock that is set back gives no time back', () => {
  const later = amend(begin('breadth/p-value', 1000), {}, 61_000);
  expect(commit(later, own, 2000).committed).toBe(60_000);
});

test('a recording lies apart, and goes with its rehearsal', async () => {
  const [first, second] = [await underWay(10), await underWay(20)];
  await record(first, new Blob(['one']));
  await record(second, new Blob(['two']));
  expect(JSON.stringify(await allRehearsals())).not.toContain('sound');
  expect(await recordingOf(first)).not.toBeNull();
  await record(second, null);
  expect(await recordingOf(second)).toBeNull();
  await removeRehearsal(first);
  expect(await (await store()).getAll('recordings')).toEqual([]);
  expect(await (await store()).getAll('rehearsals')).toHaveLength(1);
});

test('a rehearsal goes from the answer over confidence and numbers to the grading', () => {
  const begun = begin('breadth/p-value', 0);
  expect(stageOf(begun, 1)).toBe('answer');
  const locked = commit(begun, own, 10);
  expect(stageOf(locked, 1)).toBe('confidence');
  const sure = amend(locked, { confidence: 50 }, 20);
  expect(stageOf(sure, 1)).toBe('checks');
  expect(stageOf(sure, 0)).toBe('grade');
  expect(stageOf(amend(sure, { answers: {} }, 30), 1)).toBe('grade');
  expect(stageOf(giveUp(begun, own, 10), 1)).toBe('grade');
  expect(stageOf(finish(sure, ended, 40), 1)).toBe('done');
});

test('a sheet comes back as it was written, and a damaged one as plain text', () => {
  const sheet = { assumptions: 'a', text: 'b', parts: { Metrics: 'c' }, rungs: 2 };
  expect(readSheet(writeSheet(sheet))).toEqual(sheet);
  expect(readSheet('')).toEqual(EMPTY_SHEET);
  expect(readSheet('{"half')).toEqual({ ...EMPTY_SHEET, text: '{"half' });
  expect(readSheet('{"parts":null}')).toMatchObject({ text: '{"parts":null}' });
});
