import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Card } from '../../src/catalog/card';
import type { Profile } from '../../src/planning/inputs';
import type { Attempt } from '../../src/progress/store';
import { begin, type Rehearsal } from '../../src/rehearsal/attempt';
import { readCard } from '../../tools/content/read-card.mjs';

const FOLDER = path.join(import.meta.dirname, '..', '..', 'exercises', 'rehearsal');

/** A card as the build reads it. */
export function cardOf(id: string): Card {
  const file = path.join(FOLDER, `${id}.md`);
  return readCard(readFileSync(file, 'utf8'), file) as unknown as Card;
}

/** A rehearsal that is over: everything ticked and right, rated Good, in the card's own time. */
export function answered(id: string, began: number, own: Partial<Rehearsal> = {}): Rehearsal {
  const { points, checks, criteria, minutes } = cardOf(id);
  return {
    ...begin(id, began),
    committed: minutes * 60_000,
    confidence: 60,
    points: Object.fromEntries(points.map(({ id }) => [id, true])),
    levels: Object.fromEntries(criteria.map(({ label }) => [label, 2 as const])),
    answers: Object.fromEntries(
      checks.map(({ id, value }) => [id, { typed: String(value), right: true }]),
    ),
    ...{ computed: 3, rating: 3, self: 1, objective: 1 },
    done: minutes * 60_000,
    ...own,
  };
}

/** A run that did not pass. */
export function run(slug: string, at: number, own: Partial<Attempt> = {}): Attempt {
  return {
    ...{ slug, at, revision: 1, seed: 7, text: '', kind: 'missed', passed: 3, total: 9 },
    diagnosis: null,
    ...own,
  };
}

/** Puts into the store of a page what somebody did before. The page has to be one that opened it. */
export async function put(
  page: Page,
  stored: {
    readonly rehearsals?: readonly Rehearsal[];
    readonly attempts?: readonly Attempt[];
    readonly profile?: Profile;
  },
): Promise<void> {
  await page.evaluate(
    ({ rehearsals = [], attempts = [], profile }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('scratchwork');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const change = database.transaction(['rehearsals', 'attempts', 'profile'], 'readwrite');
          for (const one of rehearsals) change.objectStore('rehearsals').put(one);
          for (const one of attempts) change.objectStore('attempts').put(one);
          if (profile) change.objectStore('profile').put(profile, 'mine');
          change.onerror = () => reject(change.error);
          change.oncomplete = () => {
            database.close();
            resolve();
          };
        };
      }),
    stored,
  );
}

/** All records of a kind, as they are stored. */
export const stored = <T>(page: Page, name: string): Promise<T[]> =>
  page.evaluate(
    name =>
      new Promise<unknown>(resolve => {
        const opening = indexedDB.open('scratchwork');
        opening.onsuccess = () => {
          const reading = opening.result.transaction(name).objectStore(name).getAll();
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result);
          };
        };
      }),
    name,
  ) as Promise<T[]>;
