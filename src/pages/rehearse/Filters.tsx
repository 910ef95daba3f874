import { CARD_LEVELS, CARD_TYPES, labelOf } from '../../catalog/card';
import { cardList } from '../../catalog/cards';
import { type Filter, NO_FILTER, STATE_WORDS, type State } from './filter';
import styles from './ListPage.module.css';
import { roleOf, topicOf } from './words';

type Choice = readonly (readonly [value: string, word: string])[];

const topics = [...new Set(cardList.map(({ topic }) => topic))].sort();
const roles = [...new Set(cardList.flatMap(card => card.roles))]
  .filter(role => role !== 'all')
  .sort();

/** For each condition that is chosen from a list: its label, what stands for none, and the choices. */
const CHOICES: readonly {
  readonly field: Exclude<keyof Filter, 'words'>;
  readonly label: string;
  readonly any: string;
  readonly choices: Choice;
}[] = [
  {
    ...{ field: 'type', label: 'Type', any: 'Every type' },
    choices: CARD_TYPES.map(type => [type, labelOf(type)]),
  },
  {
    ...{ field: 'topic', label: 'Topic', any: 'Every topic' },
    choices: topics.map(topic => [topic, topicOf(topic)]),
  },
  {
    ...{ field: 'level', label: 'Level', any: 'Any level' },
    choices: CARD_LEVELS.map(level => [level, level]),
  },
  {
    ...{ field: 'role', label: 'Role', any: 'Any role' },
    choices: roles.map(role => [role, roleOf(role)]),
  },
  {
    ...{ field: 'state', label: 'State', any: 'Any state' },
    choices: Object.entries(STATE_WORDS) as [State, string][],
  },
];

/** What the list of cards is narrowed to. */
export function Filters({
  filter,
  onChange,
  say,
  narrowed,
}: {
  filter: Filter;
  onChange: (filter: Filter) => void;
  /** How many are left. */
  say: string;
  narrowed: boolean;
}) {
  return (
    <search className={styles.filters}>
      <input
        type="search"
        aria-label="Search"
        placeholder="Search"
        value={filter.words}
        onChange={event => onChange({ ...filter, words: event.target.value })}
      />
      {CHOICES.map(({ field, label, any, choices }) => (
        <select
          key={field}
          aria-label={label}
          value={filter[field]}
          data-chosen={filter[field] !== '' || undefined}
          onChange={event => onChange({ ...filter, [field]: event.target.value })}
        >
          <option value="">{any}</option>
          {choices.map(([value, word]) => (
            <option key={value} value={value}>
              {word}
            </option>
          ))}
        </select>
      ))}
      <p className={styles.count}>
        <span aria-live="polite">{say}</span>
        {narrowed && (
          <button type="button" className="link" onClick={() => onChange(NO_FILTER)}>
            Show all
          </button>
        )}
      </p>
    </search>
  );
}
