import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openRecords, type RecordStore } from '../../src/progress/record-desk';

interface Note {
  readonly began: number;
  readonly text: string;
}
const note = (began: number, text = ''): Note => ({ began, text });
const typed = (letter: string) => (it: Note) => ({ ...it, text: it.text + letter });

const page = new EventTarget();
vi.stubGlobal('document', Object.assign(page, { visibilityState: 'visible' }));

let disk: Note[] = [];
/** What the store refuses to change. */
let full = (_: Note) => false;
/** The records whose writing has begun. */
let begun: number[] = [];
let tellHere = () => {};
let close = () => {};
const store: RecordStore<Note> = {
  all: async () => [...disk].sort((a, b) => b.began - a.began),
  change: async (record, work) => {
    begun.push(record.began);
    if (full(record)) throw new DOMException('full', 'QuotaExceededError');
    const known = disk.find(({ began }) => began === record.began);
    disk = [...disk.filter(one => one !== known), work(known ?? record)];
  },
  remove: async ({ began }) => {
    disk = disk.filter(one => one.began !== began);
  },
  onElsewhere: notice => {
    tellHere = notice;
    return () => {};
  },
};

/** Opens the records, and waits until they have been read. */
async function opened() {
  const desk = openRecords(store);
  close = desk.onChange(() => {});
  await vi.waitFor(() => expect(desk.read().all).not.toBeNull());
  return { ...desk, texts: () => desk.read().all?.map(({ text }) => text) };
}
const comeBack = () => page.dispatchEvent(new Event('visibilitychange'));

beforeEach(() => {
  disk = [note(1, 'a')];
  full = () => false;
  begun = [];
});
afterEach(() => close());

test('a change is shown at once, and stored behind it', async () => {
  const desk = await opened();
  const first = desk.change(note(1), typed('b'));
  const second = desk.change(note(2), typed('c'));
  expect(desk.texts()).toEqual(['c', 'ab']);
  // Neither waits for the other: what another store is told next comes after both.
  expect(begun).toEqual([1, 2]);
  await Promise.all([first, second]);
  expect(disk).toEqual([note(1, 'ab'), note(2, 'c')]);
  await desk.remove(note(1));
  expect([desk.texts(), disk]).toEqual([['c'], [note(2, 'c')]]);
});

test('what could not be stored stays on the screen, whatever is read meanwhile', async () => {
  const desk = await opened();
  full = () => true;
  await desk.change(note(1), typed('b'));
  expect(desk.read()).toEqual({ all: [note(1, 'ab')], unsaved: true });
  disk = [note(1, 'A'), note(3, 'theirs')];
  tellHere();
  await vi.waitFor(() => expect(desk.texts()).toEqual(['theirs', 'Ab']));
  comeBack();
  await vi.waitFor(() => expect(desk.texts()).toEqual(['theirs', 'Ab']));
  expect(desk.read().unsaved).toBe(true);
});

test('what could not be stored goes before the next change of its record, and only then all is saved', async () => {
  const desk = await opened();
  full = ({ began }) => began === 1;
  await desk.change(note(1), typed('b'));
  await desk.change(note(2), typed('x'));
  expect(desk.read().unsaved).toBe(true);
  expect(disk).toEqual([note(1, 'a'), note(2, 'x')]);
  full = () => false;
  await desk.change(note(1), typed('c'));
  expect(desk.read()).toEqual({ all: [note(2, 'x'), note(1, 'abc')], unsaved: false });
  expect(disk).toContainEqual(note(1, 'abc'));
});

test('what could not be stored is tried again when the page is come back to', async () => {
  const desk = await opened();
  full = () => true;
  await desk.change(note(1), typed('b'));
  full = () => false;
  comeBack();
  await vi.waitFor(() => expect(desk.read().unsaved).toBe(false));
  expect(disk).toEqual([note(1, 'ab')]);
});
