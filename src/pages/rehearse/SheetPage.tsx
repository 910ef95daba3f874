import '../../catalog/typeset';
import { type ReactNode, useEffect, useId, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { Card } from '../../catalog/card';
import { loadCard } from '../../catalog/cards';
import { catalogue } from '../../catalog/catalogue';
import { Html } from '../../parts/Html';
import { TopBar } from '../../parts/TopBar';
import { roundOf } from '../../planning/items';
import { ROUNDS, type Round } from '../../planning/weights';
import { allAttempts } from '../../progress/attempts';
import { rehearsalStore } from '../../progress/rehearsals';
import { useRecords } from '../../progress/use-records';
import {
  aboutPart,
  type CheatSheet,
  cheatSheet,
  countOf,
  type Group,
  type JudgedRun,
  lastAnswers,
  MACHINE,
  type Missed,
  type Narrowed,
  numberInWords,
  type Part,
  SELF,
  sheetAsMarkdown,
} from '../../rehearsal/sheet';
import { ROUND_WORDS } from '../plan/words';
import { dayOf as dayInFileNames, saveAs } from '../save-as';
import { cardMarkdown } from './card-markdown';
import styles from './SheetPage.module.css';
import { addressOf, count, dayOf, short } from './words';

const SPANS = { all: null, '7': 7, '30': 30 } as const;
const SPAN_WORDS = { all: 'All time', '7': 'Last 7 days', '30': 'Last 30 days' } as const;
/** So many points are divided between two pages where they have to be. */
const LONG = 5;
const ALL: Narrowed<Round> = { area: null, days: null, critical: false };

/** What was missed at the last attempts, on pages to be printed. */
export function SheetPage() {
  const { all: log } = useRecords(rehearsalStore);
  const cards = useAnswered(log && [...lastAnswers(log).keys()].sort().join());
  const runs = useRuns();
  const [now] = useState(Date.now);
  const [narrowed, setNarrowed] = useState<Narrowed<Round>>(() => narrowedIn(location.search));

  useEffect(() => {
    document.title = 'Missed points · Scratchwork';
    return () => {
      document.title = 'Scratchwork';
    };
  }, []);

  function narrow(next: Narrowed<Round>) {
    setNarrowed(next);
    history.replaceState(history.state, '', queryOf(next) || location.pathname);
  }

  const sources = useMemo(
    () =>
      log && cards && runs
        ? {
            ...{ log, cards, runs, titleOf, areas: ROUNDS, areaOf: roundOf },
            code: 'coding' as const,
          }
        : null,
    [log, cards, runs],
  );
  const sheet = sources && cheatSheet<Round>(sources, narrowed, now);
  const whole = sources && cheatSheet<Round>(sources, ALL, now);
  const shown = sheet && !isEmpty(sheet) ? sheet : null;
  const scope = `${scopeOf(narrowed)}, ${dayOf(now)}`;

  return (
    <>
      <div className={styles.screen}>
        <TopBar>
          <Link href="/rehearse">All cards</Link>
        </TopBar>
      </div>
      <main className={styles.page}>
        <header className={styles.lead}>
          <h1>Missed points</h1>
          <p className={styles.screen}>
            What your last answer to each card left out, and what was wrong. Made up for, it is gone
            from here. To be printed, and read on the way.
          </p>
          <p className={styles.scope}>{scope}</p>
        </header>
        {whole && !isEmpty(whole) && (
          <Controls
            narrowed={narrowed}
            onChange={narrow}
            say={shown ? count(countOf(shown.self) + countOf(shown.machine), 'point') : ''}
            markdown={
              shown &&
              (() =>
                sheetAsMarkdown(shown, scope, {
                  area: area => ROUND_WORDS[area],
                  day: dayOf,
                  number: short,
                  markdown: cardMarkdown,
                }))
            }
            name={`missed-points-${dayInFileNames(new Date(now))}.md`}
          />
        )}
        {shown && (
          <>
            <Half name={SELF.name} say={SELF.say} groups={shown.self} />
            <Half name={MACHINE.name} say={MACHINE.say} groups={shown.machine} />
          </>
        )}
        {whole && isEmpty(whole) && (
          <p className={styles.none}>
            {log?.length === 0 && runs?.length === 0
              ? 'Nothing is here yet. It will hold the key points that you do not tick, the traps that you fall into and the numbers that are not right, of your last answer to each card, with what you mean to do next time; and the mistakes that the grader names in your code.'
              : 'Your last answers left nothing out, and no mistake was named in your code. What you miss from now on will stand here until it is made up for.'}{' '}
            <Link href="/rehearse">All cards</Link>
          </p>
        )}
        {sheet && !shown && whole && !isEmpty(whole) && (
          <p className={styles.none}>
            Nothing is like that.{' '}
            <button type="button" className="link" onClick={() => narrow(ALL)}>
              Show all
            </button>
          </p>
        )}
      </main>
    </>
  );
}

const isEmpty = ({ self, machine }: CheatSheet<Round>) => self.length + machine.length === 0;
const titleOf = (slug: string) => catalogue.find(one => one.slug === slug)?.meta.title;

/** What the sheet is narrowed to, and what can be done with it. */
function Controls({
  narrowed,
  onChange,
  say,
  markdown,
  name,
}: {
  narrowed: Narrowed<Round>;
  onChange: (narrowed: Narrowed<Round>) => void;
  say: string;
  /** Makes the sheet as Markdown; null where there is none. */
  markdown: (() => string) | null;
  name: string;
}) {
  const [copied, setCopied] = useState('');
  const area = useId();
  const span = useId();
  const nothing = markdown === null;
  async function copy() {
    if (!markdown) return;
    const worked = await navigator.clipboard?.writeText(markdown()).then(
      () => true,
      () => false,
    );
    setCopied(worked ? 'Copied.' : 'The browser did not allow it; save it instead.');
  }
  return (
    <div className={`${styles.controls} ${styles.screen}`}>
      <search>
        <label htmlFor={area}>Area</label>
        <select
          id={area}
          value={narrowed.area ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...narrowed, area: (value || null) as Round | null })
          }
        >
          <option value="">All areas</option>
          {ROUNDS.map(round => (
            <option key={round} value={round}>
              {ROUND_WORDS[round]}
            </option>
          ))}
        </select>
        <label htmlFor={span}>Time</label>
        <select
          id={span}
          value={narrowed.days ?? 'all'}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...narrowed, days: SPANS[value as keyof typeof SPANS] })
          }
        >
          {Object.entries(SPAN_WORDS).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={narrowed.critical}
            onChange={({ currentTarget: { checked } }) =>
              onChange({ ...narrowed, critical: checked })
            }
          />
          Critical only
        </label>
        <span className={styles.quiet} aria-live="polite">
          {say}
        </span>
      </search>
      <div className={styles.choices}>
        <button type="button" className="primary" disabled={nothing} onClick={() => print()}>
          Print
        </button>
        <button type="button" disabled={nothing} onClick={() => void copy()}>
          Copy as Markdown
        </button>
        <button
          type="button"
          disabled={nothing}
          onClick={() =>
            markdown && saveAs(new Blob([markdown()], { type: 'text/markdown' }), name)
          }
        >
          Save as Markdown
        </button>
        <span className={styles.quiet} role="status">
          {copied}
        </span>
      </div>
    </div>
  );
}

function Half({
  name,
  say,
  groups,
}: {
  name: string;
  say: string;
  groups: readonly Group<Round>[];
}) {
  const id = useId();
  if (groups.length === 0) return null;
  return (
    <section className={styles.half} aria-labelledby={id}>
      <header>
        <h2 id={id}>{name}</h2>
        <p className={styles.quiet}>{say}</p>
      </header>
      {groups.map(({ area, parts }) => (
        <section key={area} className={styles.area}>
          <h3>{ROUND_WORDS[area]}</h3>
          {parts.map(part => (
            <Missing key={part.id} part={part} />
          ))}
        </section>
      ))}
    </section>
  );
}

/** What was missed at one card or exercise. */
function Missing({ part }: { part: Part }) {
  const { id, title, at, missed, note } = part;
  const href = id.startsWith('code/') ? `/exercises/${id.slice('code/'.length)}` : addressOf(id);
  return (
    <div className={styles.part} data-short={missed.length < LONG || undefined}>
      <h4>
        <Link href={href}>{title}</Link>
        <small>{[dayOf(at), ...aboutPart(part)].join(', ')}</small>
      </h4>
      <ul>
        {missed.map(one => (
          <li key={`${one.what} ${one.text}`} data-critical={one.critical || undefined}>
            {one.critical && <span className="visually-hidden">Critical: </span>}
            <Words missed={one} />
          </li>
        ))}
        {note && <li className={styles.note}>Next time I will {note}</li>}
      </ul>
    </div>
  );
}

function Words({ missed: { what, text, number } }: { missed: Missed }): ReactNode {
  if (what === 'mistake') return text;
  return (
    <>
      {what === 'trap' && <i>Fell into: </i>}
      <Html inline html={text} />
      {number && <b> {numberInWords(number, short)}</b>}
    </>
  );
}

function scopeOf({ area, days, critical }: Narrowed<Round>): string {
  const parts = [
    area === null ? 'all areas' : ROUND_WORDS[area].toLowerCase(),
    days !== null && `last ${days} days`,
    critical && 'critical only',
  ];
  const words = parts.filter(Boolean).join(', ');
  return words[0].toUpperCase() + words.slice(1);
}

/** What an address narrows the sheet to; whatever else stands there is none of ours. */
function narrowedIn(search: string): Narrowed<Round> {
  const query = new URLSearchParams(search);
  const days = query.get('days') ?? 'all';
  return {
    area: ROUNDS.find(round => round === query.get('area')) ?? null,
    days: days in SPANS ? SPANS[days as keyof typeof SPANS] : null,
    critical: query.has('critical'),
  };
}

function queryOf({ area, days, critical }: Narrowed<Round>): string {
  const query = new URLSearchParams();
  if (area !== null) query.set('area', area);
  if (days !== null) query.set('days', String(days));
  if (critical) query.set('critical', '');
  const text = query.toString().replace(/=(&|$)/, '$1');
  return text === '' ? '' : `?${text}`;
}

/** The whole cards behind ids joined by commas; null until they are there. */
function useAnswered(ids: string | null): readonly Card[] | null {
  const [cards, setCards] = useState<readonly Card[] | null>(null);
  useEffect(() => {
    if (ids === null) return;
    let left = false;
    // Where a card does not come, the page's guard says so.
    Promise.all(ids.split(',').map(id => loadCard(id).catch(() => null))).then(
      found => left || setCards(found.filter(card => card !== null)),
    );
    return () => {
      left = true;
    };
  }, [ids]);
  return cards;
}

/** Every run of an exercise; null until they were read. */
function useRuns(): readonly JudgedRun[] | null {
  const [runs, setRuns] = useState<readonly JudgedRun[] | null>(null);
  useEffect(() => {
    allAttempts().then(setRuns, () => setRuns([]));
  }, []);
  return runs;
}
