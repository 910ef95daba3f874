import { type Block, NOTHING_YET, type Paper } from './paper';
import { type Part, recordFrom, type Script, scriptFrom, textsFrom } from './script';
import { type Go, numbersIn, totalOf } from './spoken';

export const PITCH_PARTS = [
  'problem',
  'data',
  'approach',
  'result',
  'impact',
  'lesson',
  'hand-over',
] as const;
export type PitchPart = (typeof PITCH_PARTS)[number];

/** How long a pitch may be, in seconds. The middle one is asked for most. */
export const PITCH_LENGTHS = [30, 150, 600] as const;
export type PitchLength = (typeof PITCH_LENGTHS)[number];

/** What a pitch of two and a half minutes has to keep within, in seconds. */
export const GATE = { length: 150, least: 120, most: 180 } as const;

const BOXES: readonly Part<PitchPart>[] = [
  box('problem', 'Problem, and who cared', 20, 'One sentence: who needed what for which decision.'),
  box('data', 'Data and its flaw', 25, 'Size, where the labels are from, one flaw.'),
  box('approach', 'Approach, and why', 35, 'What you chose over the simpler option, and why.'),
  box('result', 'Result against a baseline', 25, 'The number, its baseline, an honest split.'),
  box('impact', 'Impact, and what shipped', 20, 'In units of the business. How it is watched.'),
  box('lesson', 'What failed, and the lesson', 20, 'Something specific, and what it changed.'),
  box('hand-over', 'Handing over', 5, 'What you can go into next.'),
];

function box(name: PitchPart, label: string, seconds: number, ask: string): Part<PitchPart> {
  return { name, label, ask, seconds };
}

/** The parts with their time boxes, in proportion for each length. */
export function partsOfPitch(length: PitchLength): Part<PitchPart>[] {
  return BOXES.map(part => ({ ...part, seconds: (part.seconds * length) / GATE.length }));
}

export type PitchTexts = Readonly<Record<PitchPart, string>>;

/** A project of one's own, ready to be told in three lengths. */
export interface Pitch extends Script {
  readonly texts: Readonly<Record<`${PitchLength}`, PitchTexts>>;
  /** The main number, what it is held against, and where both are known from. */
  readonly metric: string;
  readonly baseline: string;
  readonly source: string;
  readonly goes: readonly PitchGo[];
}

/** One rehearsal of one of the lengths. */
export interface PitchGo extends Go {
  readonly length: PitchLength;
}

const NOTHING: PitchTexts = {
  ...{ problem: '', data: '', approach: '', result: '', impact: '', lesson: '', 'hand-over': '' },
};

/** A pitch with nothing in it yet. */
export function freshPitch(id: number): Pitch {
  return {
    ...{ id, revision: 0, savedAt: id, title: '', goes: [] },
    texts: { 30: NOTHING, 150: NOTHING, 600: NOTHING },
    ...{ metric: '', baseline: '', source: '' },
  };
}

/** Whether a number is told without what it is held against. */
export function lacksBaseline({ metric, baseline, texts }: Pitch): boolean {
  const told = Object.values(texts).some(({ result }) => numbersIn(result).length > 0);
  return baseline.trim() === '' && (metric.trim() !== '' || told);
}

/** The parts of a length in which nothing stands. */
export function emptyIn({ texts }: Pitch, length: PitchLength): string[] {
  return BOXES.filter(({ name }) => !texts[length][name].trim()).map(({ label }) => label);
}

/** Whether nothing is open in the length that is asked for most: every part, and a baseline. */
export function isPitchWhole(pitch: Pitch): boolean {
  return emptyIn(pitch, GATE.length).length === 0 && !lacksBaseline(pitch);
}

/** Whether nothing was ever written into it. */
export function isPitchBlank({ title, texts, metric, baseline, source }: Pitch): boolean {
  const written = Object.values(texts).flatMap(parts => Object.values(parts));
  return ![title, metric, baseline, source, ...written].some(text => text.trim());
}

/** How a rehearsal kept within the time; null for a length that has no gate. */
export function gateOf(go: PitchGo): { readonly within: boolean; readonly off: number } | null {
  if (go.length !== GATE.length) return null;
  const total = totalOf(go);
  const off = Math.max(0, GATE.least - total, total - GATE.most);
  return { within: off === 0, off };
}

/** A pitch to be read elsewhere: each length in which something stands. */
export function pitchOnPaper(pitch: Pitch): Paper {
  const { metric, baseline, source, texts } = pitch;
  const facts = [
    ['Metric', metric],
    ['Baseline', baseline],
    ['Known from', source],
  ].map(([label, text]) => `- ${label}: ${text.trim() || 'none yet'}`);
  const written = PITCH_LENGTHS.filter(length => emptyIn(pitch, length).length < BOXES.length);
  return {
    title: pitch.title.trim() || UNTITLED_PITCH,
    blocks: [
      { level: 2, heading: 'The main number', text: facts.join('\n') },
      ...written.flatMap((length): Block[] => [
        { level: 2, heading: lengthInWords(length), text: '' },
        ...BOXES.map(
          ({ name, label }): Block => ({
            level: 3,
            heading: label,
            text: texts[length][name].trim() || NOTHING_YET,
          }),
        ),
      ]),
    ],
  };
}

export const UNTITLED_PITCH = 'A pitch without a title';

/** A pitch from a text that somebody else may have written; what it does not have is empty. */
export function pitchFrom(value: unknown, id: number): Pitch {
  const fresh = freshPitch(id);
  const record = recordFrom(value);
  const texts = recordFrom(record.texts);
  const isLength = (length: unknown): length is PitchLength =>
    PITCH_LENGTHS.some(known => known === length);
  const { goes, ...script } = scriptFrom(record, fresh);
  return {
    ...script,
    goes: goes.flatMap(go => {
      const { length } = recordFrom(go);
      return isLength(length) ? [{ ...go, length }] : [];
    }),
    texts: {
      30: textsFrom(texts[30], NOTHING),
      150: textsFrom(texts[150], NOTHING),
      600: textsFrom(texts[600], NOTHING),
    },
    ...textsFrom(record, { metric: '', baseline: '', source: '' }),
  };
}

/** A length for people. */
export function lengthInWords(length: PitchLength): string {
  return length < 600 ? `${length} seconds` : `${length / 60} minutes`;
}
