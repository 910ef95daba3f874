import { draftsOf as sheetsOf } from '../../rehearsal/attempt';
import { type Script, wordsOf } from '../../rehearsal/script';
import { draftsOf } from '../interview';
import { sittingsOf } from '../mock';
import { type Kind, keptCopy } from '../script-copy';
import type { Draft } from '../store';
import type { Contents } from './contents';

/** What becomes of what is here: the file is added to it, or takes its place. */
export type Mode = 'merge' | 'replace';

/**
 * What is here after an import.
 *
 * Merging keeps every text: of two drafts the newer one stays, by the clock, and the other goes to
 * the history. Replacing keeps only what the file holds. A draft that takes the place of another
 * gets a revision above all that are known of its exercise, so that no older copy wins over it.
 * What was written in an interview that is over by now is no draft any more: it goes to the history
 * of the exercise. What was written in a rehearsal whose answer is locked by now lies in it, and its
 * draft is let go of. The plan that is here stays; one that the file holds is taken where there is none.
 * Of two copies of a story or a pitch the newer stays as a draft does, and the other goes to the history.
 */
export function combine(present: Contents, incoming: Contents, mode: Mode): Contents {
  const tops = topRevisions(present, incoming);
  const mine = bySlug(present.drafts);
  const theirs = bySlug(incoming.drafts);
  const above = (draft: Draft) => ({ ...draft, revision: (tops.get(draft.slug) ?? 0) + 1 });

  if (mode === 'replace') {
    const drafts = [...theirs.values()].map(draft => {
      const here = mine.get(draft.slug);
      if (!here) return draft;
      return here.text === draft.text ? newest(draft, here.revision) : above(draft);
    });
    const { interviews, rehearsals, mocks } = incoming;
    return {
      ...incoming,
      drafts,
      interviews: latest(interviews),
      rehearsals: latest(rehearsals),
      mocks: latest(mocks),
      stories: replaced(present.stories, incoming.stories),
      pitches: replaced(present.pitches, incoming.pitches),
    };
  }

  const interviews = latest([...present.interviews, ...incoming.interviews]);
  const mocks = latest([...present.mocks, ...incoming.mocks]);
  const over = new Map(
    [...interviews, ...sittingsOf(mocks)]
      .filter(({ ended }) => ended !== null)
      .flatMap(interview => Object.values(draftsOf(interview)).map(key => [key, interview.slug])),
  );
  const rehearsals = latest([...present.rehearsals, ...incoming.rehearsals]);
  const locked = new Set(
    rehearsals
      .filter(({ committed, early }) => committed !== null || early)
      .flatMap(rehearsal => Object.values(sheetsOf(rehearsal))),
  );
  const belonging = <T extends { slug: string }>(text: T): T => ({
    ...text,
    slug: over.get(text.slug) ?? text.slug,
  });

  const drafts = new Map(mine);
  const displaced: Contents['history'][number][] = [];
  for (const [slug, theirDraft] of theirs) {
    const here = mine.get(slug);
    const state = compare(here, theirDraft);
    if (state === 'same') continue;
    if (state !== 'older') drafts.set(slug, here ? above(theirDraft) : theirDraft);
    const loser = state === 'older' ? theirDraft : here;
    if (loser) displaced.push({ ...loser, why: 'restored another' });
  }
  for (const [key, draft] of drafts) {
    if (!over.has(key)) continue;
    drafts.delete(key);
    displaced.push({ ...belonging(draft), why: 'restored another' });
  }
  for (const key of locked) drafts.delete(key);
  const stories = merged('stories', present.stories, incoming.stories);
  const pitches = merged('pitches', present.pitches, incoming.pitches);
  displaced.push(...stories.displaced, ...pitches.displaced);
  const history = unique(
    [...present.history, ...incoming.history].map(belonging),
    keyOfText,
  ).filter(({ slug }) => !locked.has(slug));
  const texts = new Set(history.map(({ slug, text }) => JSON.stringify([slug, text])));
  history.push(
    ...displaced.filter(
      ({ slug, text }) => !locked.has(slug) && !texts.has(JSON.stringify([slug, text])),
    ),
  );
  return {
    drafts: [...drafts.values()],
    history: history.sort((a, b) => a.savedAt - b.savedAt),
    attempts: unique([...present.attempts, ...incoming.attempts], keyOfAttempt).sort(
      (a, b) => a.at - b.at,
    ),
    interviews: interviews.sort((a, b) => a.began - b.began),
    rehearsals: rehearsals.sort((a, b) => a.began - b.began),
    profile: present.profile ?? incoming.profile,
    mocks: mocks.sort((a, b) => a.began - b.began),
    stories: stories.scripts,
    pitches: pitches.scripts,
    settings: present.settings,
  };
}

/** How the draft of an exercise in the file stands to the one that is here. */
export type DraftState = 'new' | 'newer' | 'older' | 'same' | 'only here' | 'none';

/** How many records of a kind there are more, or, where it is less than zero, fewer after an import. */
export function more(
  kind: 'rehearsals' | 'mocks' | 'stories' | 'pitches',
  present: Contents,
  incoming: Contents,
  mode: Mode,
): number {
  return combine(present, incoming, mode)[kind].length - present[kind].length;
}

/** What an import changes in one exercise. */
export interface Change {
  readonly slug: string;
  readonly draft: DraftState;
  /** How many earlier texts there are more than before; less than zero where some are removed. */
  readonly texts: number;
  readonly attempts: number;
  readonly interviews: number;
}

/** @returns for each exercise in either of the two what an import would change. */
export function preview(present: Contents, incoming: Contents, mode: Mode): Change[] {
  const after = combine(present, incoming, mode);
  const mine = bySlug(present.drafts);
  const theirs = bySlug(incoming.drafts);
  const slugs = [present, incoming].flatMap(({ drafts, history, attempts, interviews }) =>
    [...drafts, ...history, ...attempts, ...interviews].map(({ slug }) => slug),
  );
  const moreOf = (list: 'history' | 'attempts' | 'interviews') => {
    const counts = new Map<string, number>();
    for (const { slug } of after[list]) counts.set(slug, (counts.get(slug) ?? 0) + 1);
    for (const { slug } of present[list]) counts.set(slug, (counts.get(slug) ?? 0) - 1);
    return counts;
  };
  const [texts, attempts, interviews] = [
    moreOf('history'),
    moreOf('attempts'),
    moreOf('interviews'),
  ];
  return [...new Set(slugs)].sort().map(slug => ({
    slug,
    draft: compare(mine.get(slug), theirs.get(slug)),
    texts: texts.get(slug) ?? 0,
    attempts: attempts.get(slug) ?? 0,
    interviews: interviews.get(slug) ?? 0,
  }));
}

function compare(here: Draft | undefined, theirs: Draft): Exclude<DraftState, 'only here' | 'none'>;
function compare(here: Draft | undefined, theirs: Draft | undefined): DraftState;
function compare(here: Draft | undefined, theirs: Draft | undefined): DraftState {
  if (!theirs) return here ? 'only here' : 'none';
  if (!here) return 'new';
  if (here.text === theirs.text) return 'same';
  return theirs.savedAt > here.savedAt ? 'newer' : 'older';
}

/** The drafts by their exercise; a file that was tampered with may hold two of one, and the newer counts. */
function bySlug(drafts: readonly Draft[]): Map<string, Draft> {
  const found = new Map<string, Draft>();
  for (const draft of drafts) {
    const other = found.get(draft.slug);
    if (!other || draft.savedAt > other.savedAt) found.set(draft.slug, draft);
  }
  return found;
}

function topRevisions(...all: Contents[]): Map<string, number> {
  const tops = new Map<string, number>();
  for (const { drafts, history, attempts } of all) {
    for (const { slug, revision } of [...drafts, ...history, ...attempts]) {
      tops.set(slug, Math.max(revision, tops.get(slug) ?? 0));
    }
  }
  return tops;
}

function newest(draft: Draft, revision: number): Draft {
  return { ...draft, revision: Math.max(draft.revision, revision) };
}

const keyOfText = ({ slug, text, savedAt, why }: Contents['history'][number]) =>
  JSON.stringify([slug, text, savedAt, why]);
const keyOfAttempt = ({ slug, at, seed, kind }: Contents['attempts'][number]) =>
  JSON.stringify([slug, at, seed, kind]);

/** Scripts by their ids; a file that was tampered with may hold two of one, and the newer counts. */
function byId<S extends Script>(scripts: readonly S[]): Map<number, S> {
  const found = new Map<number, S>();
  for (const script of scripts) {
    const other = found.get(script.id);
    if (!other || script.savedAt > other.savedAt) found.set(script.id, script);
  }
  return found;
}

const inTime = <S extends Script>(scripts: Iterable<S>) => [...scripts].sort((a, b) => a.id - b.id);

/** The scripts of a file in the place of those that are here, with revisions that no older copy is above. */
function replaced<S extends Script>(present: readonly S[], incoming: readonly S[]): S[] {
  const mine = byId(present);
  return inTime(
    [...byId(incoming).values()].map(script => {
      const here = mine.get(script.id);
      if (!here) return script;
      const same = wordsOf(here) === wordsOf(script);
      const revision = Math.max(script.revision, here.revision + (same ? 0 : 1));
      return { ...script, revision };
    }),
  );
}

/** The newer of each two copies, by the clock, and what they take the place of. */
function merged<S extends Script>(kind: Kind, present: readonly S[], incoming: readonly S[]) {
  const scripts = byId(present);
  const displaced: Contents['history'][number][] = [];
  for (const [id, theirs] of byId(incoming)) {
    const here = scripts.get(id);
    if (here && wordsOf(here) === wordsOf(theirs)) continue;
    const newer = !here || theirs.savedAt > here.savedAt;
    const revision = Math.max(theirs.revision, (here?.revision ?? 0) + 1);
    if (newer) scripts.set(id, here ? { ...theirs, revision } : theirs);
    const loser = newer ? here : theirs;
    if (loser) displaced.push(keptCopy(kind, loser, 'restored another'));
  }
  return { scripts: inTime(scripts.values()), displaced };
}

/** Each record once, as it was after its last change. */
function latest<T extends { readonly began: number; readonly revision: number }>(
  records: readonly T[],
): T[] {
  const found = new Map<number, T>();
  for (const record of records) {
    const other = found.get(record.began);
    if (!other || record.revision > other.revision) found.set(record.began, record);
  }
  return [...found.values()];
}

/** The first of each. */
function unique<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...new Map(items.toReversed().map(item => [keyOf(item), item])).values()].reverse();
}
