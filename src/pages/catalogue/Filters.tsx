import { LEVELS, TRACKS } from '../../../exercises/meta';
import { catalogue } from '../../catalog/catalogue';
import styles from './Filters.module.css';
import { type Filter, NO_FILTER } from './filter';

const used = new Set(catalogue.map(({ meta }) => meta.track));

/** For each condition that is chosen from a list: its label, what stands for none, and the choices. */
const CHOICES: readonly {
  readonly field: Exclude<keyof Filter, 'words'>;
  readonly label: string;
  readonly any: string;
  readonly choices: readonly (readonly [value: string, word: string])[];
}[] = [
  {
    field: 'track',
    label: 'Track',
    any: 'Every track',
    choices: TRACKS.filter(track => used.has(track)).map(track => [track, track] as const),
  },
  {
    field: 'level',
    label: 'Level',
    any: 'Any level',
    choices: LEVELS.map(level => [level, level] as const),
  },
  {
    field: 'minutes',
    label: 'Time',
    any: 'Any time',
    choices: [15, 25, 35].map(n => [String(n), `up to ${n} min`] as const),
  },
  {
    field: 'standing',
    label: 'State',
    any: 'Any state',
    choices: [
      ['untouched', 'not begun'],
      ['started', 'started'],
      ['solved', 'solved'],
    ],
  },
];

/** What the list of exercises is narrowed to, and whether it is a list or a map. */
export function Filters({
  filter,
  onChange,
  count,
  asMap,
  onView,
}: {
  filter: Filter;
  onChange: (filter: Filter) => void;
  /** Exercises that are left. */
  count: number;
  asMap: boolean;
  onView: (asMap: boolean) => void;
}) {
  const narrowed = Object.values(filter).some(condition => condition !== '');
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
      <fieldset className={styles.view}>
        <legend className="visually-hidden">Show as</legend>
        <button type="button" aria-pressed={!asMap} onClick={() => onView(false)}>
          List
        </button>
        <button type="button" aria-pressed={asMap} onClick={() => onView(true)}>
          Map
        </button>
      </fieldset>
      <p className={styles.count}>
        <span aria-live="polite">
          {count} {count === 1 ? 'exercise' : 'exercises'}
        </span>
        {narrowed && (
          <button type="button" className="link" onClick={() => onChange(NO_FILTER)}>
            Show all
          </button>
        )}
      </p>
    </search>
  );
}
