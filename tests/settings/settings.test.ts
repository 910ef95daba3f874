import { beforeEach, expect, test, vi } from 'vitest';

const shelf = new Map<string, string>();
vi.stubGlobal('localStorage', {
  getItem: (key: string) => shelf.get(key) ?? null,
  setItem: (key: string, value: string) => shelf.set(key, value),
  removeItem: (key: string) => shelf.delete(key),
});
vi.stubGlobal('document', {
  documentElement: { dataset: {}, style: { setProperty() {}, removeProperty() {} } },
});

/** The settings as a page that is loaded anew reads them. */
const loaded = () => {
  vi.resetModules();
  return import('../../src/settings/settings');
};

beforeEach(() => shelf.clear());

test('a date is kept only as a file can hold it, with a year of four digits', async () => {
  const { applySettings, readSettings } = await loaded();
  applySettings({ interviewDate: '2027-01-31' });
  expect(shelf.get('interviewDate')).toBe('2027-01-31');
  applySettings({ interviewDate: '20277-01-31' });
  expect([readSettings().interviewDate, shelf.has('interviewDate')]).toEqual(['', false]);
  shelf.set('interviewDate', '20277-01-31');
  expect((await loaded()).readSettings().interviewDate).toBe('');
});
