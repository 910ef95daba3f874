import * as v from 'valibot';
import { VERDICT_WORDS, type Verdict } from '../../../graders/verdict';
import { isDay } from '../../planning/days';
import { HOURS, KNOWN } from '../../planning/inputs';
import { ROLES } from '../../planning/roles';
import { LEVELS, ROUNDS, type Round } from '../../planning/weights';
import { DIAGNOSTIC } from '../../rehearsal/diagnostic';
import { KINDS, LENGTHS as MOCK_LENGTHS } from '../../rehearsal/mock';
import { PITCH_LENGTHS, PITCH_PARTS, type PitchTexts } from '../../rehearsal/pitch';
import { GOES } from '../../rehearsal/spoken';
import { STORY_PARTS, type StoryPart } from '../../rehearsal/story';
import { FONT_SIZES, KEYS, THEMES, USUAL } from '../../settings/settings';
import { LENGTHS, MARKS, VEILS } from '../interview';
import type { KeptDraft } from '../store';
import type { Contents } from './contents';

const FORMAT = 'scratchwork-export';
/** Bump when an older Scratchwork would lose something of the file, as with one more kind of record. */
const VERSION = 6;

/** The most that a file may hold. Far more than anyone types; little enough for any machine. */
export const LIMITS = {
  /** Bytes of the whole file. */
  file: 64 * 1024 * 1024,
  /** UTF-16 units of one text. */
  text: 10_000_000,
  drafts: 1000,
  history: 50_000,
  attempts: 100_000,
  interviews: 10_000,
  /** Of one interview. */
  moments: 10_000,
  rehearsals: 50_000,
  mocks: 10_000,
  /** Key points, criteria, parts and the like of one rehearsal. */
  marks: 100,
  stories: 1000,
  pitches: 1000,
} as const;

/** Why a file is not taken: one sentence of fact, one of what to do. */
export class ImportRefused extends Error {
  override name = 'ImportRefused';
}

/** Why a text was kept; the compiler holds the list to be whole. */
const REASONS = Object.keys({
  'typed over': 0,
  reset: 0,
  'restored another': 0,
  'another tab': 0,
  'took the page down': 0,
} satisfies Record<KeptDraft['why'], 0>) as KeptDraft['why'][];

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** Milliseconds since 1970, up to the last that a `Date` can show. */
const Time = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(8.64e15));
const Slug = v.pipe(v.string(), v.maxLength(100), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/));
const Text = v.pipe(v.string(), v.maxLength(LIMITS.text));
const Draft = v.object({ slug: Slug, text: Text, savedAt: Time, revision: Count });
const KeptText = v.object({ ...Draft.entries, why: v.picklist(REASONS) });
const Attempt = v.object({
  slug: Slug,
  at: Time,
  revision: Count,
  seed: Count,
  text: v.nullable(Text),
  kind: v.picklist(Object.keys(VERDICT_WORDS) as Verdict['kind'][]),
  passed: Count,
  total: Count,
  diagnosis: v.nullable(Text),
  /** Earlier ones knew nothing of help. */
  hints: v.optional(Count),
  revealed: v.optional(Time),
});
const Moment = v.variant('what', [
  v.object({ at: Count, what: v.literal('typing') }),
  v.object({ at: Count, what: v.literal('hint'), number: Count }),
  v.object({ at: Count, what: v.literal('committed'), text: Text }),
  v.object({
    at: Count,
    what: v.literal('run'),
    kind: Attempt.entries.kind,
    passed: Count,
    total: Count,
    diagnosis: v.nullable(Text),
    seed: Count,
  }),
]);
const Interview = v.object({
  slug: Slug,
  minutes: v.picklist(LENGTHS),
  hidden: v.array(v.picklist(VEILS)),
  paper: v.boolean(),
  began: Time,
  revision: Count,
  seen: Count,
  moments: listOf(Moment, LIMITS.moments),
  ended: v.nullable(Count),
  text: Text,
  pad: Text,
  marks: v.record(v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)), v.picklist(MARKS)),
  remark: Text,
});
/** The name of a key point, a criterion, a part of an answer. */
const Name = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(100),
  v.regex(/^[a-zA-Z0-9][\w ,'’·-]*$/),
);
/** The id of a card, or of an exercise in a mock. */
const Id = v.pipe(v.string(), v.maxLength(120), v.regex(/^[a-z-]+\/[a-z0-9]+(?:-[a-z0-9]+)*$/));
const Grade = v.nullable(v.picklist([1, 2, 3, 4]));
const Share = v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1)));
const Rehearsal = v.object({
  began: Time,
  revision: Count,
  seen: Count,
  card: Id,
  regrades: v.nullable(Time),
  committed: v.nullable(Count),
  early: v.boolean(),
  hints: Count,
  sheet: v.object({
    assumptions: Text,
    text: Text,
    parts: recordOf(Text),
    rungs: v.pipe(Count, v.maxValue(LIMITS.marks)),
  }),
  sketch: v.nullable(Text),
  confidence: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
  answers: v.nullable(recordOf(v.object({ typed: Text, right: v.boolean() }))),
  points: recordOf(v.boolean()),
  levels: recordOf(v.picklist([0, 1, 2, 3])),
  traps: listOf(Name, LIMITS.marks),
  computed: Grade,
  retouched: Count,
  rating: Grade,
  self: Share,
  objective: Share,
  note: Text,
  done: v.nullable(Count),
});
const Kind = v.picklist(KINDS);
const Mock = v.pipe(
  v.object({
    began: Time,
    revision: Count,
    seen: Count,
    role: v.picklist(ROLES),
    level: v.picklist(LEVELS),
    minutes: v.picklist([...MOCK_LENGTHS, DIAGNOSTIC]),
    kinds: listOf(Kind, KINDS.length),
    /** Versions 1 to 5 had no diagnostics. */
    purpose: v.optional(v.literal('diagnostic')),
    seed: Count,
    parts: v.pipe(
      listOf(
        v.object({
          kind: Kind,
          minutes: Count,
          items: v.pipe(listOf(Id, LIMITS.marks), v.minLength(1)),
          began: v.nullable(Count),
          ended: v.nullable(Count),
          rehearsals: listOf(Time, LIMITS.marks),
          sitting: v.nullable(v.object({ ...Interview.entries, minutes: Count })),
        }),
        KINDS.length,
      ),
      v.minLength(1),
    ),
    leftOut: listOf(
      v.object({ kind: Kind, why: v.picklist(['no room', 'nothing']) }),
      KINDS.length,
    ),
    ended: v.nullable(Count),
    next: Text,
  }),
  // With its last part a mock is over.
  v.check(({ parts, ended }) => ended !== null || parts.some(part => part.ended === null)),
);
const Day = v.pipe(v.string(), v.check(isDay));
const Part = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const Profile = v.object({
  since: Day,
  role: v.picklist(ROLES),
  level: v.picklist(LEVELS),
  rounds: v.object(
    Object.fromEntries(ROUNDS.map(round => [round, v.picklist(KNOWN)])) as Record<
      Round,
      v.PicklistSchema<typeof KNOWN, undefined>
    >,
  ),
  centred: v.boolean(),
  hours: v.pipe(v.number(), v.minValue(HOURS.least), v.maxValue(HOURS.most)),
  free: v.pipe(v.array(v.picklist([0, 1, 2, 3, 4, 5, 6])), v.maxLength(7)),
  weights: v.nullable(
    v.pipe(
      v.object({ breadth: Part, depth: Part, design: Part, coding: Part }),
      v.check(weights => Math.abs(Object.values(weights).reduce((a, b) => a + b) - 1) < 1e-6),
    ),
  ),
  scaffolds: v.boolean(),
  python: v.boolean(),
});
/** One text for each of some names. */
const textsOf = <Name extends string>(names: readonly Name[]) =>
  v.object(Object.fromEntries(names.map(name => [name, Text])) as Record<Name, typeof Text>);
const Seconds = v.pipe(
  v.array(v.pipe(v.number(), v.minValue(0), v.maxValue(1e6))),
  v.maxLength(PITCH_PARTS.length),
);
const Script = { id: Time, revision: Count, savedAt: Time, title: Text };
const Story = v.object({
  ...Script,
  goes: listOf(v.object({ at: Time, seconds: Seconds }), GOES),
  parts: textsOf<StoryPart>(STORY_PARTS),
  sources: v.pipe(
    // Numbers as they are written.
    v.record(v.pipe(v.string(), v.maxLength(100), v.regex(/^\d[\d., ]*[%‰]?$/)), Text),
    v.check(record => Object.keys(record).length <= LIMITS.marks),
  ),
  cards: listOf(Id, LIMITS.marks),
});
const Texts: v.GenericSchema<PitchTexts> = textsOf(PITCH_PARTS);
const Pitch = v.object({
  ...Script,
  goes: listOf(v.object({ at: Time, seconds: Seconds, length: v.picklist(PITCH_LENGTHS) }), GOES),
  texts: v.object({ 30: Texts, 150: Texts, 600: Texts }),
  metric: Text,
  baseline: Text,
  source: Text,
});
const Header = v.object({ format: v.literal(FORMAT), version: Count });
/** What an older export does not have yet is as usual. */
const Settings = v.object({
  theme: v.picklist(THEMES),
  quickChecks: v.optional(v.boolean(), USUAL.quickChecks),
  keys: v.optional(v.picklist(KEYS), USUAL.keys),
  fontSize: v.optional(v.picklist(FONT_SIZES), USUAL.fontSize),
  plainEditor: v.optional(v.boolean(), USUAL.plainEditor),
  singleKeys: v.optional(v.boolean(), USUAL.singleKeys),
  interviewDate: v.optional(v.pipe(v.string(), v.regex(/^(?:\d{4}-\d\d-\d\d)?$/)), ''),
  hideTimer: v.optional(v.boolean(), USUAL.hideTimer),
});
const File = v.object({
  version: v.picklist([1, 2, 3, 4, 5, VERSION]),
  settings: Settings,
  drafts: listOf(Draft, LIMITS.drafts),
  history: listOf(KeptText, LIMITS.history),
  attempts: listOf(Attempt, LIMITS.attempts),
  /** Version 1 had none. */
  interviews: v.optional(listOf(Interview, LIMITS.interviews), []),
  /** Versions 1 and 2 had none. */
  rehearsals: v.optional(listOf(Rehearsal, LIMITS.rehearsals), []),
  /** Versions 1 to 3 had none. */
  profile: v.optional(v.nullable(Profile), null),
  /** Versions 1 to 4 had none. */
  mocks: v.optional(listOf(Mock, LIMITS.mocks), []),
  stories: v.optional(listOf(Story, LIMITS.stories), []),
  pitches: v.optional(listOf(Pitch, LIMITS.pitches), []),
});

/** A list that is counted before its items are looked at. */
function listOf<Item extends v.GenericSchema>(item: Item, most: number) {
  return v.pipe(v.array(v.unknown()), v.maxLength(most), v.array(item));
}

/** Values by name, not too many of them. */
function recordOf<Value extends v.GenericSchema>(value: Value) {
  return v.pipe(
    v.record(Name, value),
    v.check(record => Object.keys(record).length <= LIMITS.marks),
  );
}

/** @returns the text of a file that holds all of it. */
export function writeExport({ settings, ...lists }: Contents): string {
  const { drafts, history, attempts, interviews, rehearsals, profile, mocks, ...scripts } = lists;
  const file = {
    ...{ format: FORMAT, version: VERSION, settings },
    ...{ drafts, history, attempts, interviews, rehearsals, profile, mocks, ...scripts },
  };
  return JSON.stringify(file, null, 1);
}

/**
 * Reads the text of an exported file. What it does not know is left out.
 * @param now a time that lies after it, by a clock that was ahead, becomes this one: nothing that is
 *   written from now on may look older
 * @throws {ImportRefused} for any text that `writeExport` could not have written
 */
export function readExport(text: string, now: number): Contents {
  refuseLarge(text.length);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new ImportRefused(
      'This file is no Scratchwork export, or was cut short. Choose a file named scratchwork-….json, or export again and copy it whole.',
    );
  }
  const header = v.safeParse(Header, data);
  if (!header.success) {
    throw new ImportRefused(
      'This file is no Scratchwork export. Choose a file named scratchwork-….json.',
    );
  }
  if (header.output.version > VERSION) {
    throw new ImportRefused(
      'This file is from a newer version of Scratchwork. Reload this page to bring it up to date, then import again.',
    );
  }
  const file = v.safeParse(File, data, { abortEarly: true });
  if (!file.success) {
    const place = v.getDotPath(file.issues[0]);
    throw new ImportRefused(
      `This file is damaged: what it has at ${place} cannot be. Export again where it came from, and import the new file.`,
    );
  }
  const { version: _, drafts, history, attempts, stories, pitches, ...others } = file.output;
  const past = (time: number) => Math.min(time, now);
  return {
    drafts: drafts.map(draft => ({ ...draft, savedAt: past(draft.savedAt) })),
    history: history.map(kept => ({ ...kept, savedAt: past(kept.savedAt) })),
    attempts: attempts.map(({ revealed, ...attempt }) => ({
      ...{ ...attempt, at: past(attempt.at) },
      ...(revealed === undefined ? {} : { revealed: past(revealed) }),
    })),
    // When it began is its name, and is compared with nothing.
    ...others,
    stories: stories.map(story => ({ ...story, savedAt: past(story.savedAt) })),
    pitches: pitches.map(pitch => ({ ...pitch, savedAt: past(pitch.savedAt) })),
  };
}

/** @throws {ImportRefused} for a size, in bytes, that no export of ours has; ask before reading. */
export function refuseLarge(size: number): void {
  if (size <= LIMITS.file) return;
  throw new ImportRefused(
    `This file is larger than ${LIMITS.file / 1024 ** 2} MB, which no export is. Choose a file named scratchwork-….json.`,
  );
}
