import type { IDBPDatabase } from 'idb';
import type { Verdict } from '../../graders/verdict';
import { helpWith } from './help';
import { keep, tidy, withRoom } from './history';
import { askToKeep } from './persistence';
import { change, type RunOn, type Schema, store } from './store';

/** A lock of this name is held for as long as the page of a tab lives, however it ends. */
const lockOf = (tab: string) => `scratchwork-tab:${tab}`;

const tab = crypto.getRandomValues(new Uint32Array(4)).join('-');
let living: Promise<void> | null = null;
let on: RunOn | null = null;
let database: IDBPDatabase<Schema> | null = null;

/**
 * Notes that code is about to run, so that the next start knows of it if the page does not live to
 * see the end. Resolves once the note is stored, or cannot be: a run needs no storage.
 */
export async function beginRun(slug: string, text: string, revision: number): Promise<RunOn> {
  const run: RunOn = { tab, slug, at: Date.now(), revision, text };
  on = run;
  try {
    living ??= live();
    await living;
    database = await store();
    await change(within => within.objectStore('runs').put(run));
  } catch {}
  return run;
}

/**
 * Records the verdict of a run and takes its note away, both or neither.
 * @param done null where there is no verdict, as when another run took its place
 * @throws DOMException, NoStorage where it cannot be recorded
 */
export async function endRun(
  run: RunOn,
  done: { readonly seed: number; readonly verdict: Verdict } | null,
): Promise<void> {
  const last = on === run;
  if (last) on = null;
  const { slug, at, revision, text } = run;
  await withRoom(() =>
    change(async within => {
      if (last) await within.objectStore('runs').delete(tab);
      if (!done) return;
      const { seed, verdict } = done;
      const outcomes = 'outcomes' in verdict ? verdict.outcomes : [];
      await within.objectStore('attempts').add({
        slug,
        at,
        revision,
        seed,
        text,
        kind: verdict.kind,
        passed: outcomes.filter(({ state }) => state === 'passed').length,
        total: outcomes.length,
        diagnosis: 'diagnosis' in verdict ? (verdict.diagnosis?.say ?? null) : null,
        ...helpWith(slug, at),
      });
      await tidy(within, slug);
    }),
  );
  // Some browsers ask the learner first, and nothing waits for their answer.
  if (done?.verdict.kind === 'passed') void askToKeep('a solved exercise');
}

/**
 * Finds the runs whose page is gone without having ended them, and puts their texts into the history.
 * Each is found once; nothing is run again.
 */
export async function fallenRuns(): Promise<RunOn[]> {
  // Without locks there is no telling a page that is gone from one in another tab.
  if (!navigator.locks) return [];
  const noted = await (await store()).getAll('runs');
  if (noted.length === 0) return [];
  const { held = [] } = await navigator.locks.query();
  const names = new Set(held.map(({ name }) => name));
  return change(async within => {
    const runs = within.objectStore('runs');
    const fallen = (await runs.getAll()).filter(run => !names.has(lockOf(run.tab)));
    for (const run of fallen) {
      const { slug, text, at: savedAt, revision } = run;
      await runs.delete(run.tab);
      await keep(within, [{ slug, text, savedAt, revision, why: 'took the page down' }]);
    }
    return fallen;
  });
}

/**
 * Marks this tab as alive until its page is gone, however that comes about. Who leaves during a run,
 * or reloads, was not thrown out: the note goes with the page, without time to wait for an answer.
 */
function live(): Promise<void> {
  addEventListener('pagehide', () => {
    if (!on || !database) return;
    try {
      const leaving = database.transaction('runs', 'readwrite');
      void leaving.store.delete(tab);
      leaving.commit();
    } catch {}
  });
  return new Promise(resolve => {
    const hold = () => {
      resolve();
      return new Promise(() => {});
    };
    if (!navigator.locks) resolve();
    else navigator.locks.request(lockOf(tab), hold).catch(() => resolve());
  });
}
