import { random } from '../../graders/random';
import type { CardSummary } from '../catalog/card';
import type { Draw, Terms } from './mock';
import { interleave } from './session';

/*
 * Half an hour that orders the first week of a plan. It is held as a mock interview is, with the parts
 * below, and each thing that is asked counts as one ordinary attempt at it.
 */

/** How long it takes, in minutes; grading comes after it, without a clock. */
export const DIAGNOSTIC = 30;
/** The exercises to choose from: the functions that are asked for, which come first in each, and their checks. */
export const FIRST_FUNCTIONS = {
  'decision-tree': { names: ['impurity', 'bestSplit'], checks: 25 },
  'logistic-regression': { names: ['sigmoid', 'predictProba'], checks: 9 },
} as const;
export type CodeChoice = keyof typeof FIRST_FUNCTIONS;
export const CODE_CHOICES = Object.keys(FIRST_FUNCTIONS) as CodeChoice[];

/** Minutes of the parts, and how many short questions there are. */
const TIMES = { questions: 10, code: 12, outline: 5, number: 3 } as const;
const QUESTIONS = 12;

/** Which part is the one number of an experiment. */
export const isNumber = (items: readonly string[]) => items[0]?.startsWith('experiment/') ?? false;

/**
 * Draws what is asked: short questions on as many subjects as there are, the exercise that was chosen, a
 * design to be outlined, an experiment with a number. The same seed draws the same.
 * @param rank what is drawn rather, by the id of a card: the lower, the rather
 */
export function drawDiagnostic(
  code: CodeChoice,
  cards: readonly CardSummary[],
  { role, level }: Pick<Terms, 'role' | 'level'>,
  rank: (id: string) => number,
  seed: number,
): Draw {
  const next = random(seed);
  const shuffled = cards
    .map(card => ({ card, rank: rank(card.id), at: next() }))
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .map(({ card }) => card);
  const asked = ({ levels, roles }: CardSummary) =>
    levels.includes(level) && (roles.includes('all') || roles.includes(role));
  /** For a role and a level without any, those of others. */
  const of = (type: CardSummary['type']) => {
    const all = shuffled.filter(card => card.type === type);
    const own = all.filter(asked);
    return own.length > 0 ? own : all;
  };
  const one = (type: CardSummary['type']) => of(type).slice(0, 1);
  const parts = [
    { kind: 'breadth', minutes: TIMES.questions, cards: acrossTopics(of('breadth')) },
    { kind: 'coding', minutes: TIMES.code, cards: [{ id: `code/${code}` }] },
    { kind: 'design', minutes: TIMES.outline, cards: one('design') },
    { kind: 'design', minutes: TIMES.number, cards: one('experiment') },
  ] as const;
  return {
    parts: parts
      .filter(({ cards }) => cards.length > 0)
      .map(({ kind, minutes, cards }) => ({ kind, minutes, items: cards.map(({ id }) => id) })),
    leftOut: [],
  };
}

/** The first card of each topic, then the second, as many as are asked; no two of a topic in a row. */
function acrossTopics(cards: readonly CardSummary[]): CardSummary[] {
  const turns = new Map<string, number>();
  const placed = cards.map((card, i) => {
    const turn = turns.get(card.topic) ?? 0;
    turns.set(card.topic, turn + 1);
    return { card, turn, i };
  });
  const taken = placed.sort((a, b) => a.turn - b.turn || a.i - b.i).slice(0, QUESTIONS);
  return interleave(
    taken.map(({ card }) => card),
    ({ topic }) => topic,
  );
}
