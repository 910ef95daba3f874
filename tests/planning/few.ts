import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { CardSummary, CardType } from '../../src/catalog/card';
import type { Day } from '../../src/planning/days';
import type { Evidence, Log, Try } from '../../src/planning/evidence';
import type { Inputs } from '../../src/planning/inputs';
import { type ExerciseFacts, type Item, itemsFor } from '../../src/planning/items';

const root = path.join(import.meta.dirname, '..', '..', 'exercises');

const metas = import.meta.glob<ExerciseFacts['meta']>('../../exercises/code/*/meta.ts', {
  eager: true,
  import: 'default',
});

/** The exercises that there are. */
export const exercises: ExerciseFacts[] = Object.entries(metas).map(([file, meta]) => ({
  slug: file.split('/').at(-2) as string,
  meta,
}));

/** The cards that there are, by the front matter of their files. */
export const cards: CardSummary[] = readdirSync(path.join(root, 'rehearsal'), {
  withFileTypes: true,
})
  .filter(entry => entry.isDirectory())
  .flatMap(({ name: type }) =>
    readdirSync(path.join(root, 'rehearsal', type))
      .filter(file => file.endsWith('.md'))
      .map(file => {
        const text = readFileSync(path.join(root, 'rehearsal', type, file), 'utf8');
        const front = parse(text.split('---\n')[1]);
        return { ...front, id: `${type}/${file.slice(0, -3)}`, type: type as CardType };
      }),
  );

/** Whether there is a file behind the id of an item. */
export function exists(id: string): boolean {
  return existsSync(path.join(root, id.startsWith('code/') ? id : `rehearsal/${id}.md`));
}

export const TODAY: Day = '2027-03-01';

/** Five weeks with eight hours, six days each, and every round confirmed. */
export const FIVE_WEEKS: Inputs = {
  since: TODAY,
  date: '2027-04-05',
  role: 'generalist',
  level: 'mid',
  rounds: { breadth: 'yes', depth: 'yes', design: 'yes', coding: 'yes', behavioural: 'yes' },
  centred: false,
  hours: 8,
  free: [6],
  weights: null,
  scaffolds: false,
  python: false,
};

export const itemsOf = (inputs: Pick<Inputs, 'role' | 'level'>): Item[] =>
  itemsFor(exercises, cards, inputs);

export const NOTHING: Log = new Map();

const USUAL: Try = {
  day: TODAY,
  score: 1,
  passed: true,
  minutes: 10,
  hints: 0,
  revealed: false,
  critical: false,
  timed: false,
};

/** What is known of an item, everything usual but what is told. */
export function known(
  id: string,
  tries: readonly Partial<Try>[],
  more: Partial<Evidence> = {},
): [string, Evidence] {
  const graded = id.startsWith('code/') ? 'machine' : 'self';
  const full = tries.map(one => ({ ...USUAL, ...one }));
  return [id, { id, graded, tries: full, due: null, retention: () => 1, ...more }];
}
