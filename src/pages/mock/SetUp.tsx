import { useId, useState } from 'react';
import { Link, useSearch } from 'wouter';
import { Field, Fields, OneOf, Start, Tick, termsClass } from '../../parts/Terms';
import type { Profile } from '../../planning/inputs';
import { PRESETS, ROLES, type Role } from '../../planning/roles';
import { LEVELS } from '../../planning/weights';
import { beginCard, beginMock, type Mock } from '../../progress/mock';
import { begin, type Rehearsal } from '../../rehearsal/attempt';
import { drawMock, KINDS, type Kind, LENGTHS, type Terms } from '../../rehearsal/mock';
import { Past } from '../interview/Past';
import { dateOf } from '../interview/words';
import { LEVEL_WORDS, ROUND_WORDS } from '../plan/words';
import styles from './Mock.module.css';
import { isOpen } from './outcome';
import { useCandidates } from './use-candidates';
import { addressOf, debriefOf, KIND_NOTES, leftOutOf, sizeOf } from './words';

/** The terms of a new mock interview, what it will be made of, and the list of past ones. */
export function SetUp({
  mocks,
  log,
  profile,
  onBegin,
}: {
  mocks: readonly Mock[];
  log: readonly Rehearsal[];
  /** What the plan is made from, where there is one. */
  profile: Profile | null;
  /** @param first the rehearsal of the first card, where it begins with one */
  onBegin: (mock: Mock, first: Rehearsal | null) => void;
}) {
  const [last] = mocks;
  const asked = new URLSearchParams(useSearch()).get('parts')?.split(',') ?? [];
  const [role, setRole] = useState<Role>(profile?.role ?? last?.role ?? 'generalist');
  const [level, setLevel] = useState<Terms['level']>(profile?.level ?? last?.level ?? 'mid');
  const [minutes, setMinutes] = useState<Terms['minutes']>(last?.minutes ?? 60);
  const [kinds, setKinds] = useState<readonly Kind[]>(() => {
    const wanted = KINDS.filter(kind => asked.includes(kind));
    return wanted.length > 0 ? wanted : (last?.kinds ?? ['coding', 'breadth', 'design']);
  });
  const [seed] = useState(() => Math.floor(Math.random() * 2 ** 32));
  const candidates = useCandidates({ role, level }, log);
  const draw = drawMock({ kinds, minutes }, candidates, seed);
  const select = useId();

  function start() {
    const now = Date.now();
    const mock = beginMock({ role, level, minutes, kinds }, draw, seed, now);
    const [{ kind, items }] = mock.parts;
    const first = kind === 'coding' ? null : begin(items[0], now);
    onBegin(first ? beginCard(mock, 0, first.began, now) : mock, first);
  }

  return (
    <>
      <header className="lead">
        <h1>Mock interview</h1>
        <p>
          Several parts in a row, against one clock. Nothing is revealed and nothing is graded until
          the end: you answer, commit, and go on. The debrief holds your answers against the model
          answers, and what the machine says apart from what you say of yourself.
        </p>
        <p>
          <Link href="/interview">An interview of one exercise</Link> is the other kind.
        </p>
      </header>

      <form
        className={termsClass}
        aria-label="Terms"
        onSubmit={event => {
          event.preventDefault();
          if (draw.parts.length > 0) start();
        }}
      >
        <Field id={select} name="Role">
          <select
            id={select}
            value={role}
            onChange={({ currentTarget }) => setRole(currentTarget.value as Role)}
          >
            {ROLES.map(one => (
              <option key={one} value={one}>
                {PRESETS[one].label}
              </option>
            ))}
          </select>
        </Field>
        <OneOf
          name="Level"
          of={LEVELS}
          words={one => LEVEL_WORDS[one]}
          chosen={level}
          onChoose={setLevel}
        />
        <OneOf
          name="Time"
          of={LENGTHS}
          words={length => `${length} minutes`}
          chosen={minutes}
          onChoose={setMinutes}
        />
        <Fields name="Parts">
          <ul className={styles.kinds}>
            {KINDS.map(kind => (
              <li key={kind}>
                <Tick>
                  <input
                    type="checkbox"
                    checked={kinds.includes(kind)}
                    onChange={({ currentTarget: { checked } }) =>
                      setKinds(KINDS.filter(k => (k === kind ? checked : kinds.includes(k))))
                    }
                  />
                  {ROUND_WORDS[kind]}
                </Tick>
                <span className={styles.quiet}>{KIND_NOTES[kind]}</span>
              </li>
            ))}
          </ul>
        </Fields>
        <Fields name="The round">
          <div className={styles.drawn} aria-live="polite">
            {draw.parts.length === 0 ? (
              <p>Choose at least one part that there is something for.</p>
            ) : (
              <ol aria-label="The round">
                {draw.parts.map(({ kind, minutes, items }) => (
                  <li key={kind}>
                    <b>{minutes} min</b> {ROUND_WORDS[kind]}: {sizeOf(kind, items.length)}
                  </li>
                ))}
                <li>
                  <b>{debriefOf({ minutes, parts: draw.parts })} min</b> Debrief: grading yourself
                  may take longer, and has no clock
                </li>
              </ol>
            )}
            {draw.leftOut.map(left => (
              <p key={left.kind} className={styles.quiet}>
                {leftOutOf(left, ROUND_WORDS)}
              </p>
            ))}
            <p className={styles.quiet}>
              What is due, went badly or was never asked comes more often. You see what it is when
              its part begins.
            </p>
          </div>
        </Fields>
        <Start disabled={draw.parts.length === 0}>
          It goes on when the page is closed; the round waits here. A part may be ended early, and
          the round between two parts.
        </Start>
      </form>

      <Past
        title="Past mock interviews"
        none="None yet. Each one leaves a debrief here."
        held={mocks.map(mock => ({
          began: mock.began,
          href: addressOf(mock),
          name: mock.parts.map(({ kind }) => ROUND_WORDS[kind]).join(', '),
          facts: `${dateOf(mock)} · ${mock.minutes} min`,
          state: isOpen(mock, log) ? 'to be graded' : '',
        }))}
      />
    </>
  );
}
